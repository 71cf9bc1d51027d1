"""What goes together, what differs, and how sure it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie import frames
from kwalevaluatie.errors import CodebookError, KwalError, ProjectError, hint
from kwalevaluatie.files import write_text
from kwalevaluatie.project.counting import Counting
from kwalevaluatie.project.room import DATABASE

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.analysis.cooccurrence import By
    from kwalevaluatie.analysis.grading import Graded
    from kwalevaluatie.analysis.saturation import Saturation
    from kwalevaluatie.analysis.years import YearOnYear
    from kwalevaluatie.model.grading import Grading
    from kwalevaluatie.report.drawn import Drawn

GRADES = "zekerheid.yaml"
INTERNAL = "Alleen voor wie aan de evaluatie werkt: wie kenmerken kruist, wijst al snel mensen aan."
NO_SAMPLE = (
    "De mensen van een jaar zijn geen steekproef: een verschil tussen deze tellingen is niet te "
    "toetsen."
)


class Analysing(Counting):
    """What goes together, what differs, and how sure it is."""

    def crosstab(self, rows: str, columns: str) -> pd.DataFrame:
        """Count people by two things at once: themes, goals or attributes. For internal use only.

        One row per cell and perspective: `group, row, column, k, n, unit, status, text, small,
        respondents, passages, id`; n is those in the column who were asked both. `small` marks
        cells of one to four. As a square, of one perspective: `table[table["group"] ==
        "inwoner"].pivot(index="row", columns="column", values="k")`. A name that is both a theme
        and a goal is taken as the theme.
        """
        from kwalevaluatie.analysis.crosstab import crosstab
        from kwalevaluatie.analysis_rows import number_row

        found = crosstab(self.study(), rows, columns)
        table = frames.frame(map(number_row, found), frames.CROSSTAB)
        table.attrs["text"] = INTERNAL
        return table

    def cooccurrence(self, by: By = "respondent") -> pd.DataFrame:
        """Which themes go together: how many people speak of both, or do so within one `turn`.

        One row per pair and perspective, what goes together most first: `group, code, other, k,
        k_code, k_other, n, unit, status, text, jaccard, small, respondents, passages, id`; n was
        asked after both. `jaccard` only puts pairs in order.
        """
        from kwalevaluatie.analysis.cooccurrence import cooccurrence
        from kwalevaluatie.analysis_rows import together_row

        return frames.frame(map(together_row, cooccurrence(self.study(), by)), frames.TOGETHER)

    def draw_cooccurrence(
        self, path: str | Path, group: str = "inwoner", by: By = "respondent"
    ) -> Drawn:
        """Draw the themes of a perspective that go together most, and of how many people."""
        from kwalevaluatie.analysis_figures import together_drawn

        return together_drawn(Path(path), self.study(), group, by)

    def saturation(
        self, group: str = "inwoner", base: int = 4, run: int = 2, threshold: float = 0.05
    ) -> pd.DataFrame:
        """How much new the next conversations still brought (Guest, Namey & Chen, 2020).

        One row per conversation, in order of `datum` or of the register: `position, transcript,
        new, heard, low, median, high, following, share, enough`; low to high is where 95% of
        1,000 random orders lie. What was found stands in `attrs["text"]`. It is no proof that
        nothing new is left to hear. Raises KwalError for fewer conversations than base + run,
        or some that were not read to the end.
        """
        from kwalevaluatie.analysis_rows import saturation_rows

        found = self._saturation(group, base, run, threshold)
        table = frames.frame(saturation_rows(found), frames.SATURATION)
        table.attrs["text"] = found.text
        return table

    def draw_saturation(
        self,
        path: str | Path,
        group: str = "inwoner",
        base: int = 4,
        run: int = 2,
        threshold: float = 0.05,
    ) -> Drawn:
        """Draw how the number of themes grew, with the band of random orders."""
        from kwalevaluatie.analysis_figures import saturation_drawn

        return saturation_drawn(Path(path), self._saturation(group, base, run, threshold))

    def _saturation(self, group: str, base: int, run: int, threshold: float) -> Saturation:
        from kwalevaluatie.analysis.saturation import Rule, saturation

        return saturation(self.study(), group, Rule(base, run, threshold))

    def year_on_year(self, other: str | Path) -> pd.DataFrame:
        """Lay the counts of an earlier evaluation beside those of this one, without any test.

        `other` is its folder, or the `cijfers.csv` of its report. One row per goal, perspective
        and state: `goal, group, state, k_then, n_then, text_then, k_now, n_now, text_now,
        same_goal, same_questions, note`; `note` says what makes them less alike.
        """
        from kwalevaluatie.analysis_rows import year_row

        table = frames.frame(map(year_row, self._years(other)), frames.YEAR_ON_YEAR)
        table.attrs["text"] = NO_SAMPLE
        return table

    def year_on_year_figures(self, other: str | Path) -> pd.DataFrame:
        """Lay the survey figures of an earlier evaluation beside those of this one.

        `other` is its folder. Columns and tests as of `compare_years`: without n, or of means
        without sd, a difference cannot be tested, and `text` says so.
        """
        from kwalevaluatie.earlier import pairs_of_figures
        from kwalevaluatie.project import open_project
        from kwalevaluatie.survey.years import compare_years
        from kwalevaluatie.surveying import differences

        pairs = pairs_of_figures(self.figures, open_project(other).figures)
        return frames.frame(differences(compare_years(*pair) for pair in pairs), frames.DIFFERENCES)

    def draw_year_on_year(
        self, path: str | Path, other: str | Path, group: str = "inwoner", state: str = "positief"
    ) -> Drawn:
        """Draw how many of a perspective had a state on each goal, then and now."""
        from kwalevaluatie.analysis_figures import years_drawn

        labels = {goal.id: goal.label for goal in self.codebook.goals}
        return years_drawn(Path(path), self._years(other), labels, group, state)

    def _years(self, other: str | Path) -> list[YearOnYear]:
        from kwalevaluatie.analysis.years import year_on_year
        from kwalevaluatie.earlier import read_counted
        from kwalevaluatie.project import open_project

        if Path(other).is_file():
            return year_on_year(self.study(), None, read_counted(Path(other)))
        earlier = open_project(other)
        if not (earlier.settings.storage or (earlier.path / DATABASE).exists()):
            raise ProjectError(
                "in deze evaluatie zijn geen gesprekken", where=earlier.path,
                todo="Geef een andere map, of cijfers.csv uit het rapport van toen.",
            )  # fmt: skip
        return year_on_year(self.study(), earlier.study())

    def dissent(self, goal: str | None = None) -> pd.DataFrame:
        """Who judges otherwise than most on a goal (or on all), with their words.

        One row per passage: `goal, kind, group, state, most, k, n, text, respondent, transcript,
        turn, start, stop, quote, risk, risk_reason`; `kind` is minderheid, verdeeld, binnen
        eenheid or tussen perspectieven. Attributes of people are left out.
        """
        from kwalevaluatie.analysis.dissent import dissent
        from kwalevaluatie.analysis_rows import dissent_rows

        study, known = self.study(), self.codebook.goals_by_id
        if goal is not None and goal not in known:
            raise CodebookError(
                f"doel “{goal}” staat niet in de codeboeken", todo=hint(goal, known)
            )
        found = [one for name in ([goal] if goal else known) for one in dissent(study, name)]
        return frames.frame((row for one in found for row in dissent_rows(one)), frames.DISSENT)

    def confidence(self) -> pd.DataFrame:
        """How much confidence people have in each finding: the tick boxes of GRADE-CERQual.

        One row per goal and perspective: `goal, group, n, unit, perspectives, undetermined,
        unread, otherwise, limitations, coherence, adequacy, relevance, proposed, confidence,
        status, reason, graded_by`. What people filled in comes from `zekerheid.yaml`; `proposed`
        is the lowest component (VOORSTEL), `confidence` what a person chose.
        """
        from kwalevaluatie.analysis_rows import graded_row

        return frames.frame(map(graded_row, self._graded()), frames.CONFIDENCE)

    def start_confidence(self) -> Path:
        """Write `zekerheid.yaml` to fill in, with what is known of each finding above it."""
        from kwalevaluatie.analysis_rows import helping
        from kwalevaluatie.formats.grades import grades_text

        target = self.path / GRADES
        if target.exists():
            raise ProjectError(
                "dit bestand is er al", where=target, todo="Vul het aan, of haal het eerst weg."
            )
        found = [(one.known.goal, one.known.group, helping(one)) for one in self._graded()]
        if not found:
            raise KwalError("er is geen doel waarnaar is gevraagd", todo="Vul de leidraden in.")
        return write_text(target, grades_text(found))

    @property
    def gradings(self) -> tuple[Grading, ...]:
        """What people filled in in `zekerheid.yaml`."""
        from kwalevaluatie.formats.grades import read_grades

        path, groups = self.path / GRADES, {one.group for one in self.respondents}
        return read_grades(path, self.codebook.goals_by_id, groups) if path.exists() else ()

    def _graded(self) -> list[Graded]:
        from kwalevaluatie.analysis.grading import graded

        return graded(self.study(), self.gradings)
