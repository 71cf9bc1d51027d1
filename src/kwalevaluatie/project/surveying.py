"""A survey into the evaluation: its figures, and what people wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kwalevaluatie import frames
from kwalevaluatie.errors import KwalError, ProjectError, hint
from kwalevaluatie.files import write_text
from kwalevaluatie.intake import TAKEN, failed_row, import_row
from kwalevaluatie.project.publishing import Publishing
from kwalevaluatie.surveying import Survey, differences, read_survey, years_drawn
from kwalevaluatie.written import FIGURES

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.report.drawn import Drawn
    from kwalevaluatie.survey.years import Difference


class Surveying(Publishing):
    """A survey into the evaluation: its figures, and what people wrote."""

    def add_survey(
        self, path: str | Path, questionnaire: str | Path, *, open_answers: bool = False
    ) -> pd.DataFrame:
        """Count a survey and keep its figures in `cijfers/`; the answers themselves are not kept.

        With `open_answers` what people wrote waits in `prive/` too, as conversations (see
        `add_open_answers`). Returns the figures, as `Survey.figures` does. Raises ProblemList for
        answers that are not understood, and ProjectError when other figures of this name, item
        and year are there already.
        """
        survey = read_survey(path, questionnaire)
        self._keep_figures(survey)
        if open_answers:
            self.add_open_answers(path, questionnaire)
        return survey.figures()

    def _keep_figures(self, survey: Survey) -> None:
        from kwalevaluatie.formats.figure_text import figures_text

        figures = survey.published()
        target = self.path / FIGURES / f"{survey.name}.yaml"
        text = figures_text(figures, origin=f"berekend uit {survey.name}")
        if target.exists():
            if target.read_text(encoding="utf-8") != text:
                raise ProjectError(
                    "er is al een ander cijferbestand met deze naam", where=target,
                    todo="Geef het nieuwe bestand een andere naam, of haal het oude eerst weg.",
                )  # fmt: skip
            return
        there = {(one.id, one.year, one.group) for one in self.figures}
        double = [one for one in figures if (one.id, one.year, one.group) in there]
        if double:
            raise ProjectError(
                f"“{double[0].id}” ({double[0].year}) staat al in een ander cijferbestand",
                where=self.path / FIGURES, todo="Geef de vraag een ander id, of haal het oude weg.",
            )  # fmt: skip
        write_text(target, text)

    def add_open_answers(self, path: str | Path, questionnaire: str | Path) -> pd.DataFrame:
        """Read what people wrote in a survey; it waits in `prive/` until it is pseudonymised.

        A conversation for each respondent who wrote something. Columns as of `add_transcripts`.
        """
        survey, frozen = read_survey(path, questionnaire), self._frozen()
        rows = list(self._written(survey, Path(path), frozen))
        self._register(row["transcript"] for row in rows if row["status"] in TAKEN)
        return frames.frame(rows, frames.IMPORTED)

    def _written(self, survey: Survey, path: Path, frozen: set[str]) -> Iterator[dict[str, Any]]:
        for transcript in survey.open_answers():
            named = self._without_names(transcript, frozen)
            try:
                yield import_row(path, named, self.raw.keep(named, path, frozen))
            except KwalError as problem:
                yield failed_row(path, named.id, problem)

    def compare_years(self, first: int, second: int) -> pd.DataFrame:
        """Lay the figures of two years side by side: `later - earlier`, with its interval.

        One row per item that both years have: `id, item, earlier, later, year, year_before,
        difference, low, high, p, testable, text`. Without n, or of means without sd, a difference
        cannot be tested, and `text` says why. Raises KwalError for a year without figures.
        """
        return frames.frame(differences(self._pairs(first, second)), frames.DIFFERENCES)

    def draw_years(self, path: str | Path, first: int, second: int) -> Drawn:
        """Draw the shares and report marks that two years have, as PNG and SVG."""
        return years_drawn(Path(path), self._pairs(first, second))

    def _pairs(self, first: int, second: int) -> list[Difference]:
        from kwalevaluatie.survey.years import compare_years

        figures = self.figures
        known = sorted({one.year for one in figures})
        for year in (first, second):
            if year not in known:
                raise KwalError(
                    f"er zijn geen cijfers van {year}", where=self.path / FIGURES,
                    todo=hint(str(year), map(str, known)) or "Voeg eerst cijfers toe.",
                )  # fmt: skip
        later = {(one.id, one.group): one for one in figures if one.year == max(first, second)}
        return [
            compare_years(one, later[one.id, one.group])
            for one in figures
            if one.year == min(first, second) and (one.id, one.group) in later
        ]
