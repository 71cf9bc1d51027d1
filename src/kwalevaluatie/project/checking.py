"""Checking an edited report against the register that it was written with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.project.room import REPORT
from kwalevaluatie.project.surveying import Surveying

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.report_checking import Checked


class Checking(Surveying):
    """Checking an edited report against the register that it was written with."""

    def check_report(self, path: str | Path | None = None) -> pd.DataFrame:
        """Check a report of this evaluation against its own register, and by its own text.

        `path` is the report as it was edited (docx, odt, pdf, md or txt), by default
        `rapport/rapport.docx`. Columns: `line, rule, severity (fout, let op or stijl), excerpt,
        message`. Quotations are laid beside the frozen texts. See `kwalevaluatie.check_report`.
        """
        return self._checked(path).frame()

    def _checked(self, path: str | Path | None = None, register: Path | None = None) -> Checked:
        from kwalevaluatie.report_checking import REGISTER, checked, missing, read_register

        report = Path(path) if path is not None else self.path / REPORT / "rapport.docx"
        if path is None and not report.exists():
            raise missing(report)
        beside = register or report.parent / REGISTER
        own = beside if beside.exists() else self.path / REPORT
        return checked(report, read_register(own, texts=self._turns(), names=self._labels()))

    def _turns(self) -> list[str]:
        """The turns of all frozen conversations, for quotations from outside any coded passage."""
        talks = self.transcripts.values()
        return [turn.text for talk in talks for turn in talk.turns]

    def _labels(self) -> dict[str, str]:
        """What goals and themes are called."""
        book = self.codebook
        goals = {goal.id: goal.label for goal in book.goals}
        return goals | {code.id: code.label for code in book.codes}
