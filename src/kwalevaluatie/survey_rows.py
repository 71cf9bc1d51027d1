"""What a survey found as rows of tables: figures, distributions, breakdowns with little hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kwalevaluatie.disclosure.suppression import exposed, protect
from kwalevaluatie.model import Figure, Transcript, Turn
from kwalevaluatie.model.questionnaire import Questionnaire
from kwalevaluatie.survey import tallying
from kwalevaluatie.survey.breaking_down import CrossTable, means_by_group, order_of, tables
from kwalevaluatie.survey.replies import Replies
from kwalevaluatie.survey.years import Difference
from kwalevaluatie.wording import decimal, percentage

MINIMUM = 5
HIDDEN, MEAN = "–", "gemiddelde"
WHY = f"minder dan {MINIMUM} mensen, of nodig om dat te verbergen"
"""One reason for all that is hidden: to tell the two apart would give small numbers away."""


def figure_row(one: tallying.SurveyFigure) -> dict[str, Any]:
    """A figure of a survey as a row."""
    return {
        "id": one.id,
        "question": one.label,
        "kind": one.question.kind,
        "n": one.n,
        "na": one.na,
        "missing": one.missing,
        "value": one.value,
        "bottom": one.bottom,
        "mean": one.mean,
        "sd": one.sd,
        "low": one.low,
        "high": one.high,
        "min": one.least,
        "max": one.most,
        "unit": one.unit,
        "text": one.text,
        "n_effective": one.effective,
    }


def distribution_rows(found: Replies) -> Iterator[dict[str, Any]]:
    """How many gave each answer to a question, and how many gave none."""
    question = found.question
    if question.kind == "open":
        return
    about = {"id": question.id, "question": question.label}
    for answer, count, share in tallying.distribution(found):
        yield {**about, "answer": answer, "count": count, "share": share}
    for given in ("n.v.t.", "niet ingevuld"):
        yield {**about, "answer": given, "count": found.count(given), "share": None}


def breakdown_rows(found: Replies, by: Replies) -> Iterator[dict[str, Any]]:
    """A question by a trait: what is hidden says why."""
    closed = False
    for table in tables(found, by):
        hidden = protect(table.counts, minimum=MINIMUM)
        closed = bool(exposed(table.counts, hidden))
        yield from _closed_rows(table, by) if closed else _open_rows(table, by, hidden)
    if found.question.kind == "rapportcijfer" and not closed:
        yield from _mean_rows(found, by)


def _open_rows(
    table: CrossTable, by: Replies, hidden: Sequence[Sequence[bool]]
) -> Iterator[dict[str, Any]]:
    for row, group in enumerate(table.groups):
        n = sum(table.counts[row])
        for column, answer in enumerate(table.answers):
            cell = _cell(table.counts[row][column], n, hidden=hidden[row][column])
            yield {**_about(table, by), "group": group, "answer": answer, "n": n, **cell}


def _closed_rows(table: CrossTable, by: Replies) -> Iterator[dict[str, Any]]:
    """A table that is hidden whole: nearly all gave one answer, so that n would tell the rest."""
    for group in table.groups:
        for answer in table.answers:
            cell = _cell(0, 0, hidden=True)
            yield {**_about(table, by), "group": group, "answer": answer, "n": None, **cell}


def _about(table: CrossTable, by: Replies) -> dict[str, Any]:
    question = table.question
    return {"id": question.id, "question": question.label, "by": by.question.id}


def _cell(count: int, n: int, *, hidden: bool) -> dict[str, Any]:
    if hidden:
        return {"count": None, "share": None, "text": HIDDEN, "reason": WHY}
    share = count / n if n >= MINIMUM else None
    shown = str(count) if share is None else f"{count} ({percentage(share)})"
    return {"count": count, "share": share, "text": shown, "reason": ""}


def _mean_rows(found: Replies, by: Replies) -> Iterator[dict[str, Any]]:
    means = means_by_group(found, by, MINIMUM)
    for group in (name for name in order_of(by) if name in means):
        value, size = means[group].value, means[group].n
        yield {
            "id": found.question.id, "question": found.question.label, "by": by.question.id,
            "group": group, "answer": MEAN, "n": size, "mean": value,
            "text": HIDDEN if value is None else decimal(value),
            "reason": "" if value is not None else WHY,
        }  # fmt: skip


def published(one: tallying.SurveyFigure, asked: Questionnaire, returned: int) -> Figure:
    """A figure of a survey as it stands beside those that others published."""
    question = one.question
    return Figure(
        id=one.id,
        item=one.label,
        wording=question.wording,
        year=asked.year,
        unit="rapportcijfer" if one.unit == "rapportcijfer" else "aandeel",
        value=one.value,
        source=asked.source,
        n=one.n,
        population=asked.population,
        total=returned,
        decimals=1 if one.unit == "rapportcijfer" else 0,
        scale=" - ".join(question.answers) if question.is_scale else "",
        top=one.top,
        na=one.na or None,
        sd=one.sd if one.unit == "rapportcijfer" else None,
        invited=asked.invited,
        mode=asked.mode,
        group=asked.group,
        effective=one.effective,
    )


def difference_row(found: Difference) -> dict[str, Any]:
    """What differs between two years as a row."""
    return {
        "id": found.later.id,
        "item": found.later.item,
        "earlier": found.earlier.value,
        "later": found.later.value,
        "year": found.later.year,
        "year_before": found.earlier.year,
        "difference": found.difference,
        "low": found.low,
        "high": found.high,
        "p": found.p,
        "testable": found.testable,
        "text": found.text,
    }


def conversation(name: str, said: Sequence[tuple[str, str]], group: str) -> Transcript:
    """What somebody wrote, question by question, as a conversation."""
    from kwalevaluatie.formats.transcripts.answers import ANSWERS, ASKS

    turns = tuple(
        turn
        for question, answer in said
        for turn in (Turn(ASKS, "interviewer", question), Turn(ANSWERS, "respondent", answer))
    )
    return Transcript(name, turns, {"perspectief": group} if group else {})
