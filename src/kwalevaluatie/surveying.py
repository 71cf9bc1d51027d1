"""A survey from its microdata: what was asked, what was answered, and the figures of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kwalevaluatie import frames
from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.model import Figure, Transcript
from kwalevaluatie.survey import tallying
from kwalevaluatie.survey.replies import Replies, Understood
from kwalevaluatie.survey.sample import margin_reached, response_rate, sample_size
from kwalevaluatie.survey_rows import (
    breakdown_rows,
    conversation,
    difference_row,
    distribution_rows,
    figure_row,
    published,
)

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.report.drawn import Drawn
    from kwalevaluatie.report.likert_plots import LikertRow
    from kwalevaluatie.report.survey_plots import MarksRow
    from kwalevaluatie.survey.years import Difference

T = TypeVar("T")
_UNFIT = re.compile(r"[^\w.-]+")


def read_survey(path: str | Path, questionnaire: str | Path) -> Survey:
    """Read the answers to a survey (.csv, .xlsx, .sav) beside what was asked (vragenlijst.yaml).

    Answers are recognised whatever their spelling. Raises ProblemList with row, column and value
    of every cell that is no answer to its question: nothing is left out of the count unsaid.
    """
    from kwalevaluatie.formats.microdata import read_microdata
    from kwalevaluatie.formats.questionnaires import read_questionnaire
    from kwalevaluatie.survey.understanding import understand

    asked = read_questionnaire(Path(questionnaire))
    return Survey(Path(path).stem, understand(asked, read_microdata(Path(path))))


class Survey:
    """The answers to one survey, understood; made with `read_survey`.

    Every figure counts people who answered: who says that a question does not apply, and who
    leaves it open, are counted apart and are in no denominator.
    """

    def __init__(self, name: str, understood: Understood) -> None:
        self.name = name
        self.questionnaire = understood.questionnaire
        self._understood = understood

    def __repr__(self) -> str:
        return f"Survey({self.name!r}, {len(self._understood.ids)} rows)"

    def _repr_html_(self) -> str:
        shown = self.figures()[["id", "question", "n", "na", "missing", "text"]]
        head = f"{self.questionnaire.source} ({self.questionnaire.year})"
        return f"<p>{escape(head)}: {self._understood.returned} deelnemers</p>{shown.to_html()}"

    @property
    def unused_columns(self) -> tuple[str, ...]:
        """The columns of the file that the questionnaire does not speak of: they are not read."""
        return self._understood.unused

    @cached_property
    def counted(self) -> tuple[tallying.SurveyFigure, ...]:
        """Every figure of the survey, as a value."""
        asked, weighted = self.questionnaire, self._understood.weighted
        return tuple(
            figure
            for found in self._understood.replies
            for figure in tallying.figures(found, asked.population, weighted=weighted)
        )

    def figures(self) -> pd.DataFrame:
        """All figures: a row for each closed question, of a list for each answer.

        Columns: `id, question, kind, n, na, missing, value, bottom, mean, sd, low, high, min, max,
        unit, text, n_effective`. `value` is the share of the top box, or the mean mark; `bottom`
        the share of the negative answers; `mean` and `sd` are of the mark or of the place on the
        scale (1 is most negative). `low` and `high` are the 95% interval of `value`: Wilson for
        a share, Student's t for a mark, with finite population correction where the population
        is known. `na` (n.v.t.) and `missing` are not in n. Shares are weighted where there are
        weights; n never is, `n_effective` says what it is worth.
        """
        found = frames.frame(map(figure_row, self.counted), frames.SURVEY)
        return found.astype(dict.fromkeys(frames.SURVEY_SHARES, float))

    def distribution(self) -> pd.DataFrame:
        """How many gave each answer: `id, question, answer, count, share`; share of who answered.

        The answers "n.v.t." and "niet ingevuld" are counted too, and have no share.
        """
        rows = (row for found in self._understood.replies for row in distribution_rows(found))
        return frames.frame(rows, frames.DISTRIBUTION)

    def breakdown(self, by: str) -> pd.DataFrame:
        """Each question by a trait of who answered, with small numbers hidden.

        `by` is the id of a question. Columns: `id, question, by, group, answer, count, n, share,
        mean, text, reason`. People are counted, unweighted. Fewer than five are hidden ("–" in
        `text`, with the `reason`), and so is what would give them away; a scale is brought back
        to positive, middle and negative answers. Raises KwalError for an unknown question.
        """
        trait = self._question(by)
        rows = (
            row
            for found in self._understood.replies
            if found.question.kind not in ("open", "achtergrond") and found is not trait
            for row in breakdown_rows(found, trait)
        )
        return frames.frame(rows, frames.BREAKDOWN)

    def response(self) -> pd.DataFrame:
        """How many took part, and how sure that makes a share of all who answered.

        One row: `population, invited, returned, empty` (rows without any answer), `response`
        (returned of invited), `margin` (largest, 95%) and `sample` (how many answers a margin
        of 5 percentage points asks).
        """
        asked, returned = self.questionnaire, self._understood.returned
        population, invited = asked.population, asked.invited
        row = {
            "population": population,
            "invited": invited,
            "returned": returned,
            "empty": len(self._understood.ids) - returned,
            "response": response_rate(returned, invited) if invited else None,
            "margin": margin_reached(returned, population) if returned else None,
            "sample": sample_size(population),
        }
        return frames.frame([row], frames.RESPONSE)

    def open_answers(self) -> tuple[Transcript, ...]:
        """What people wrote, as a conversation for each who wrote something: to be coded."""
        found = [one for one in self._understood.replies if one.question.kind == "open"]
        return tuple(
            conversation(f"{self.name}-{_fit(id)}", said, self.questionnaire.group)
            for row, id in enumerate(self._understood.ids)
            if (said := _said(found, row))
        )

    def published(self) -> tuple[Figure, ...]:
        """The figures as they go into an evaluation, beside published ones."""
        asked, returned = self.questionnaire, self._understood.returned
        return tuple(published(one, asked, returned) for one in self.counted if one.n)

    def draw(self, path: str | Path, kind: str = "likert") -> Drawn:
        """Draw the scales ("likert") or the report marks ("cijfers") as PNG and SVG.

        Raises KwalError when the survey has no such question.
        """
        from kwalevaluatie.report.likert_plots import draw_likert
        from kwalevaluatie.report.survey_plots import draw_marks

        if kind == "likert":
            return draw_likert(Path(path), _some(list(self._scales()), "stellingen"))
        if kind == "cijfers":
            return draw_marks(Path(path), _some(list(self._marks()), "rapportcijfers"))
        raise KwalError(f"“{kind}” is geen figuur", todo=hint(kind, ("likert", "cijfers")))

    def _scales(self) -> Iterator[LikertRow]:
        from kwalevaluatie.report.likert_plots import LikertRow

        for found in self._understood.replies:
            if found.question.is_scale and found.count("antwoord"):
                counts = {answer: share or 0.0 for answer, _, share in tallying.distribution(found)}
                n, na = found.count("antwoord"), found.count("n.v.t.")
                yield LikertRow(found.question.label, counts, n, na)

    def _marks(self) -> Iterator[MarksRow]:
        from kwalevaluatie.report.survey_plots import MarksRow

        by_id = {one.id: one for one in self.counted}
        for found in self._understood.replies:
            if found.question.kind == "rapportcijfer" and found.count("antwoord"):
                one = by_id[found.question.id]
                marks = [reply.mark for reply, _ in found.answered if reply.mark is not None]
                ends = None if one.low is None or one.high is None else (one.low, one.high)
                yield MarksRow(one.label, marks, one.value or 0.0, ends, one.na)

    def _question(self, id: str) -> Replies:
        closed = {
            one.question.id: one
            for one in self._understood.replies
            if one.question.kind not in ("open", "rapportcijfer", "meerkeuze")
        }
        if id not in closed:
            raise KwalError(f"naar “{id}” is niet uit te splitsen", todo=hint(id, closed))
        return closed[id]


def _said(found: Sequence[Replies], row: int) -> list[tuple[str, str]]:
    """The open questions that somebody answered, with the answer."""
    from kwalevaluatie.formats.transcripts.columns import is_nothing

    answers = ((one.question.wording, one.replies[row].answers) for one in found)
    return [(asked, said[0]) for asked, said in answers if said and not is_nothing(said[0])]


def _fit(id: str) -> str:
    return _UNFIT.sub("-", id).strip("-.")


def _some(rows: list[T], what: str) -> list[T]:
    if not rows:
        raise KwalError(f"er zijn geen {what} om te tekenen")
    return rows


def differences(found: Iterable[Difference]) -> Iterator[dict[str, Any]]:
    """Differences between two years as rows."""
    return map(difference_row, found)


def years_drawn(path: Path, found: Sequence[Difference]) -> Drawn:
    """Draw shares and report marks of two years; raises KwalError when there are none."""
    from kwalevaluatie.report.survey_plots import YearsRow, draw_years

    drawable = [
        one for one in found
        if one.difference is not None and one.later.unit in ("aandeel", "rapportcijfer")
    ]  # fmt: skip
    rows = [
        YearsRow(
            one.later.item, one.earlier.value or 0.0, one.later.value or 0.0,
            one.later.unit == "aandeel", one.certain if one.testable else None,
        )
        for one in _some(drawable, "aandelen of rapportcijfers van beide jaren")
    ]  # fmt: skip
    return draw_years(path, rows, (drawable[0].earlier.year, drawable[0].later.year))
