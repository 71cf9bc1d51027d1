"""The report, and what people write in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.errors import FindingError, ProjectError, hint
from kwalevaluatie.files import write_text
from kwalevaluatie.project.checking import Checking
from kwalevaluatie.project.room import REPORT
from kwalevaluatie.written import RESPONDENTS, SETTINGS

if TYPE_CHECKING:
    from kwalevaluatie.gathering import Evaluation
    from kwalevaluatie.model import Finding
    from kwalevaluatie.publishing import Publication
    from kwalevaluatie.report.document import Document
    from kwalevaluatie.report.facts import Facts, GoalFacts
    from kwalevaluatie.reporting import Order, Report

FINDINGS = "bevindingen"
PUBLIC = "publiek"


class Telling(Checking):
    """The report, and what people write in it."""

    def report(
        self,
        path: str | Path | None = None,
        *,
        version: str = "intern",
        kinds: Iterable[str] = ("docx", "html", "xlsx"),
        template: str | Path | None = None,
    ) -> Report:
        """Write the report: Word, web page, workbook, figures and the register of numbers.

        `path` is a folder (by default `rapport/`, for everybody `rapport/publiek/`) or the .docx
        to write there. `version` is intern or publiek; `kinds` are docx, html, xlsx, pdf, pptx
        and samenvatting (one page, Word and web); `template` is the organisation's own Word
        template. Returns a Report with `paths`, `numbers` and `evidence(id)`. What a person must
        write stands as a marked place to fill in; a file of an earlier report that was changed
        since is kept in `eerder/`. Raises PublicationError when a report for everybody is not
        ready, with everything that is to be done first.
        """
        from kwalevaluatie.reporting import write_report

        wanted = self._order(path, version, kinds, template)
        return write_report(self._evaluation(), wanted, self._hindrances)

    def findings(self) -> tuple[Finding, ...]:
        """What people wrote in `bevindingen/*.md`, a piece for each place in the report."""
        from kwalevaluatie.formats.findings import Subjects, read_findings

        subjects = Subjects(
            goals=tuple(goal.id for goal in self.codebook.goals),
            groups=tuple({respondent.group: None for respondent in self.respondents}),
            parts=self._parts(),
        )
        return read_findings(sorted((self.path / FINDINGS).glob("*.md")), subjects)

    def new_finding(self, goal: str) -> Path:
        """Make a file to write on a goal in: headings, and references to copy.

        Instead of a goal: `rapport` for the report as a whole, `verantwoording` for its account.
        Raises FindingError when there is a file on this goal already.
        """
        from kwalevaluatie.starting import part_starter, starter

        target = self.path / FINDINGS / f"{goal}.md"
        parts = self._parts()
        text = part_starter(goal, parts[goal]) if goal in parts else starter(self._goal_facts(goal))
        if target.exists():
            raise FindingError("dit bestand is er al", where=target, todo="Schrijf daarin verder.")
        return write_text(target, text)

    @staticmethod
    def _parts() -> dict[str, dict[str, str]]:
        """The parts of a report that are not on a goal: headings, with the place of each."""
        from kwalevaluatie.report.coreq import HEADINGS, PART
        from kwalevaluatie.report.headings import REPORT_HEADINGS

        return {"rapport": REPORT_HEADINGS, PART: HEADINGS}

    def finding(self, goal: str) -> Document:
        """What people wrote on a goal, or on a part of the report, with everything filled in."""
        from kwalevaluatie.releasing import check_findings, one_subject

        facts = self._facts()
        own = [one for one in self.findings() if one.place.startswith(f"{goal}/")]
        if not own:
            known = {one.place.split("/")[0] for one in self.findings()}
            raise FindingError(f"over “{goal}” is nog niets geschreven", todo=hint(goal, known))
        check_findings(own, facts)
        return one_subject(goal, own, facts)

    def _order(
        self, path: str | Path | None, version: str, kinds: Iterable[str],
        template: str | Path | None,
    ) -> Order:  # fmt: skip
        from kwalevaluatie.reporting import NAME, order

        usual = self.path / REPORT
        target = Path(path) if path is not None else usual / PUBLIC if version == PUBLIC else usual
        own = self.path / self.settings.template if self.settings.template else None
        chosen = Path(template) if template is not None else own
        if target.suffix.lower() == ".docx":
            return order(target.parent, target.stem, version, kinds, chosen)
        return order(target, NAME, version, kinds, chosen)

    def _evaluation(self) -> Evaluation:
        from kwalevaluatie.gathering import Evaluation

        study = self.study()
        if not study.respondents:
            raise ProjectError(
                "er zijn nog geen respondenten", where=self.path / RESPONDENTS,
                todo="Lees gesprekken in (kwal importeer) en vul het register aan.",
            )  # fmt: skip
        if not any(study.asked_goal(goal.id) for goal in study.codebook.goals):
            raise ProjectError(
                "er is geen doel waarnaar is gevraagd", where=self.path / SETTINGS,
                todo="Kies een codeboek met doelen, en leidraden die ernaar vragen.",
            )  # fmt: skip
        return Evaluation(
            settings=self.settings,
            study=study,
            plan=self.plan,
            comparisons=self.comparisons(study),
            figures=self.figures,
            agreement=self.agreement(),
            suggested=len(self.store.suggestions()),
            findings=self.findings(),
        )

    def _published(self) -> Publication:
        from kwalevaluatie.publishing import Publication
        from kwalevaluatie.releasing import told

        facts = self._facts()
        return Publication(*told(facts, self.findings()), figures=facts.figures)

    def _facts(self) -> Facts:
        from kwalevaluatie.gathering import gather

        return gather(self._evaluation())

    def _goal_facts(self, goal: str) -> GoalFacts:
        told = {g.goal.id: g for _, goals in self._facts().chapters for g in goals}
        if goal not in told:
            raise FindingError(f"doel “{goal}” staat niet in het rapport", todo=hint(goal, told))
        return told[goal]
