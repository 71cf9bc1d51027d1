"""From replies to figures: shares, means, their spread and their uncertainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kwalevaluatie.model.questionnaire import SurveyQuestion
from kwalevaluatie.survey.interval import mean_interval, wilson
from kwalevaluatie.survey.means import mean, standard_deviation
from kwalevaluatie.survey.replies import Replies, Reply
from kwalevaluatie.survey.sample import effective_size
from kwalevaluatie.survey.words import fold
from kwalevaluatie.wording import decimal, k_of_n, percentage

FEWEST = 5
HIGHEST = 10
Weighed = Sequence[tuple[Reply, float]]


@dataclass(frozen=True)
class SurveyFigure:
    """What a survey found on one question, or on one answer of a list.

    `n` answered; `na` said that it does not apply and `missing` left it open: neither is in n.
    `k` people chose an answer of the top box. `value` is their share, or the mean mark;
    `bottom` the share of the negative answers, `mean` the mean place on the scale (1 is most
    negative). `low` and `high` are the 95% interval of `value`. With weights `value` is weighted
    and `effective` what n is worth.
    """

    question: SurveyQuestion
    id: str
    label: str
    unit: str
    n: int
    na: int
    missing: int
    value: float | None = None
    k: int | None = None
    bottom: float | None = None
    mean: float | None = None
    sd: float | None = None
    low: float | None = None
    high: float | None = None
    least: float | None = None
    most: float | None = None
    effective: float | None = None
    top: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The figure in words, with n; below five people only the count."""
        apart = f", {self.na} n.v.t." if self.na else ""
        if self.value is None:
            return f"niemand antwoordde (n = 0{apart})"
        if self.n < FEWEST and self.k is not None:
            return f"{k_of_n(self.k, self.n)}{apart}"
        shown = decimal(self.value) if self.unit == "rapportcijfer" else percentage(self.value)
        weighed = "" if self.effective is None else ", gewogen"
        return f"{shown} (n = {self.n}{apart}{weighed}{self._between()})"

    def _between(self) -> str:
        if self.low is None or self.high is None:
            return ""
        told = decimal if self.unit == "rapportcijfer" else percentage
        return f"; 95% tussen {told(self.low)} en {told(self.high)}"


def figures(found: Replies, population: int | None, *, weighted: bool) -> Iterator[SurveyFigure]:
    """The figures of one question: one of a scale or mark, one for each answer of a list."""
    question = found.question
    if question.kind in ("open", "achtergrond"):
        return
    if question.kind == "rapportcijfer":
        yield _mark(found, population, weighted)
    elif question.kind in ("keuze", "meerkeuze") and not question.top:
        for answer in found.answers:
            name = fold(answer).replace(" ", "-")
            yield _share(found, (answer,), f"{question.id}/{name}", population, weighted)
    else:
        yield _share(found, question.top, question.id, population, weighted)


def distribution(found: Replies) -> Iterator[tuple[str, int, float | None]]:
    """Each answer with how many people gave it and their (weighted) share of who answered."""
    answered = found.answered
    for answer in found.answers if found.question.kind != "rapportcijfer" else _marks(answered):
        chosen = [pair for pair in answered if answer in _said(pair[0])]
        yield answer, len(chosen), _total(chosen) / _total(answered) if answered else None


def _marks(answered: Weighed) -> Sequence[str]:
    given = {reply.mark for reply, _ in answered if reply.mark is not None}
    return [_printed(mark) for mark in sorted(given | set(map(float, range(1, HIGHEST + 1))))]


def _said(reply: Reply) -> tuple[str, ...]:
    return reply.answers if reply.mark is None else (_printed(reply.mark),)


def _printed(mark: float) -> str:
    return f"{mark:g}".replace(".", ",")


def _share(
    found: Replies, top: tuple[str, ...], id: str, population: int | None, weighted: bool
) -> SurveyFigure:
    question, answered = found.question, found.answered
    one = question.kind in ("keuze", "meerkeuze") and not question.top
    label = _of_answer(question.label, top[0]) if one else question.label
    counts = _counts(found)
    if not answered or not _total(answered):
        return SurveyFigure(question, id, label, "aandeel", top=top, **counts)
    chosen = [pair for pair in answered if set(pair[0].answers) & set(top)]
    share, n = min(1.0, _total(chosen) / _total(answered)), len(answered)
    effective = _effective(answered, weighted)
    low, high = wilson(share, n, population, effective)
    return SurveyFigure(
        question, id, label, "aandeel", value=share, k=len(chosen), low=low, high=high,
        effective=effective, top=top, **counts, **_places(question, answered),
    )  # fmt: skip


def _of_answer(label: str, answer: str) -> str:
    return f"{label} {answer}" if label.endswith("?") else f"{label}: {answer}"


def _places(question: SurveyQuestion, answered: Weighed) -> dict[str, Any]:
    """Where people stand on a scale: the share of the negative answers, and the mean place."""
    if not question.bottom:
        return {}
    below = [pair for pair in answered if set(pair[0].answers) & set(question.bottom)]
    told: dict[str, Any] = {"bottom": _total(below) / _total(answered)}
    if question.is_scale:
        places = [question.answers.index(reply.answers[0]) + 1.0 for reply, _ in answered]
        weights = [weight for _, weight in answered]
        told |= {"mean": mean(places, weights), "sd": standard_deviation(places, weights)}
        told |= {"least": min(places), "most": max(places)}
    return told


def _mark(found: Replies, population: int | None, weighted: bool) -> SurveyFigure:
    question, answered = found.question, found.answered
    counts = _counts(found)
    if not answered or not _total(answered):
        return SurveyFigure(question, question.id, question.label, "rapportcijfer", **counts)
    marks = [reply.mark for reply, _ in answered if reply.mark is not None]
    weights = [weight for _, weight in answered]
    centre, sd = mean(marks, weights), standard_deviation(marks, weights)
    effective = _effective(answered, weighted)
    ends = None if sd is None else mean_interval(centre, sd, len(marks), population, effective)
    low, high = (max(1.0, ends[0]), min(10.0, ends[1])) if ends else (None, None)
    return SurveyFigure(
        question, question.id, question.label, "rapportcijfer", value=centre, mean=centre, sd=sd,
        low=low, high=high, least=min(marks), most=max(marks), effective=effective, **counts,
    )  # fmt: skip


def _counts(found: Replies) -> dict[str, Any]:
    return {
        "n": found.count("antwoord"),
        "na": found.count("n.v.t."),
        "missing": found.count("niet ingevuld"),
    }


def _effective(answered: Weighed, weighted: bool) -> float | None:
    return effective_size([weight for _, weight in answered]) if weighted else None


def _total(pairs: Weighed) -> float:
    return sum(weight for _, weight in pairs)
