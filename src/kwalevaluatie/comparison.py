"""Laying interview counts beside survey figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kwalevaluatie.analysis.counting import count
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import BoundNumber, Comparison, Figure, Link
from kwalevaluatie.survey.comparing import propose
from kwalevaluatie.survey.interval import wilson

VALUED = ("positief", "wisselend", "negatief")


def compare(study: Study, links: Iterable[Link], figures: Sequence[Figure]) -> list[Comparison]:
    """The rows of the joint display: for each link a count, a figure and a proposed reading.

    Beside a goal stands who is positive about it, beside a theme who is negative about it. A
    link to a group that was not asked gives no row.
    """
    numbers = {link: _beside(study, link) for link in links}
    return [
        _compare(study, link, number, figures)
        for link, number in numbers.items()
        if number is not None
    ]


def _beside(study: Study, link: Link) -> BoundNumber | None:
    if not (link.goal or link.theme):
        return None
    by = ["goal"] if link.goal else ["code", "valence"]
    keys = (
        {"goal": link.goal, "state": "positief"}
        if link.goal
        else {"code": link.theme, "valence": "negatief"}
    )
    counted = count(study, by, where={"group": link.group})
    return next((number for number in counted if keys.items() <= number.keys.items()), None)


def _compare(
    study: Study, link: Link, number: BoundNumber, figures: Iterable[Figure]
) -> Comparison:
    matching = [figure for figure in figures if figure.id == link.item]
    figure = max(matching, key=lambda found: found.year) if matching else None
    spoken = _spoken(study, link, number)
    verdict, grounds = propose(link, figure, number.k or 0, number.n or 0, spoken)
    return Comparison(link, figure, number, interval(figure), verdict, grounds)


def _spoken(study: Study, link: Link, number: BoundNumber) -> int:
    """How many of those asked said anything on it."""
    if link.goal:
        judged = (study.judgements.get((respondent, link.goal)) for respondent in number.asked)
        return sum(judgement is not None and judgement.state in VALUED for judgement in judged)
    family = study.codebook.family(link.theme)
    return sum(bool(study.codings_of(respondent, family)) for respondent in number.asked)


def interval(figure: Figure | None) -> tuple[float, float] | None:
    """The 95% interval of a survey share; None where its n was never published."""
    if figure is None or figure.unit != "aandeel" or figure.n is None or figure.value is None:
        return None
    return wilson(figure.value, figure.n, figure.population)
