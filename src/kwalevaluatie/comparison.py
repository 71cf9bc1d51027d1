"""Laying interview counts beside survey figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from kwalevaluatie.analysis.counting import count
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.errors import DecisionError, hint
from kwalevaluatie.model import (
    BoundNumber,
    Comparison,
    Figure,
    Link,
    Signature,
    Thresholds,
    Verdict,
)
from kwalevaluatie.survey.comparing import Heard, propose
from kwalevaluatie.survey.interval import mean_interval, wilson

MEANS = ("rapportcijfer", "gemiddelde")
VALUED = ("positief", "wisselend", "negatief")


def compare(
    study: Study,
    links: Iterable[Link],
    figures: Sequence[Figure],
    limits: Thresholds,
    signatures: Mapping[str, Signature],
    survey: str,
) -> list[Comparison]:
    """The rows of the joint display: for each link a count, a figure and a reading of both.

    Beside a goal stands who is positive about it, beside a theme who is negative about it. A
    link to a group that was not asked gives no row. A signature stands as long as the numbers do.
    `survey` is what the survey is called.
    """
    numbers = {link: _beside(study, link) for link in links}
    return [
        _signed(_compare(study, link, number, figures, limits, survey), signatures)
        for link, number in numbers.items()
        if number is not None
    ]


def _signed(row: Comparison, signatures: Mapping[str, Signature]) -> Comparison:
    signature = signatures.get(row.id)
    if signature is None or signature.basis != row.basis:
        return replace(row, lapsed=signature)
    return replace(row, verdict=cast(Verdict, signature.verdict), signature=signature)


@dataclass(frozen=True)
class Signable:
    """What a person may put a name under: the readings to choose from, and what they rest on."""

    proposed: str
    choices: tuple[str, ...]
    basis: str


def signable(rows: Iterable[Comparison]) -> dict[str, Signable]:
    """Every comparison by its id, as something to sign."""
    return {row.id: Signable(row.proposed, get_args(Verdict), row.basis) for row in rows}


def signing(subject: str, verdict: str, found: Mapping[str, Signable]) -> dict[str, str]:
    """A signature as a row to record; raises DecisionError for what cannot be signed so."""
    if subject not in found:
        raise DecisionError(f"“{subject}” is niet te ondertekenen", todo=hint(subject, found))
    to_sign = found[subject]
    if verdict and verdict not in to_sign.choices:
        raise DecisionError(
            f"de lezing kan niet “{verdict}” zijn",
            todo=f"Kies uit: {', '.join(to_sign.choices)}.",
        )
    row = {"kind": "ondertekening", "subject": subject, "basis": to_sign.basis}
    return row | {"verdict": verdict or to_sign.proposed}


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
    study: Study,
    link: Link,
    number: BoundNumber,
    figures: Iterable[Figure],
    limits: Thresholds,
    survey: str,
) -> Comparison:
    figure = _newest(link, figures)
    spoken = _speaking(study, link, number.asked)
    others = _speaking(study, link, _unasked(study, link, number))
    settled = number.status != "voorlopig"
    heard = Heard(number.k or 0, spoken, number.n or 0, unasked=others, settled=settled)
    reading = propose(link, figure, heard, limits, survey)
    return Comparison(
        link=link,
        figure=figure,
        number=number,
        interval=interval(figure),
        verdict=reading.verdict,
        grounds=reading.grounds,
        proposed=reading.verdict,
        rivals=reading.rivals,
    )


def _newest(link: Link, figures: Iterable[Figure]) -> Figure | None:
    """The latest figure of the item, of the group itself where it has one."""
    matching = [figure for figure in figures if figure.id == link.item]
    return max(matching, key=lambda found: (found.group == link.group, found.year), default=None)


def _unasked(study: Study, link: Link, number: BoundNumber) -> list[str]:
    """Those of the group who were not asked after it."""
    group = (respondent.id for respondent in study.usable if respondent.group == link.group)
    return [respondent for respondent in group if respondent not in number.asked]


def _speaking(study: Study, link: Link, people: Iterable[str]) -> int:
    """How many of these people said anything on it."""
    if link.goal:
        judged = (study.judgements.get((respondent, link.goal)) for respondent in people)
        return sum(judgement is not None and judgement.state in VALUED for judgement in judged)
    family = study.codebook.family(link.theme)
    return sum(bool(study.codings_of(respondent, family)) for respondent in people)


def interval(figure: Figure | None) -> tuple[float, float] | None:
    """The 95% interval of a share, mark or mean; None where n or spread was never published."""
    if figure is None or figure.n is None or figure.value is None:
        return None
    if figure.unit == "aandeel":
        return wilson(figure.value, figure.n, figure.population, figure.effective)
    if figure.unit in MEANS and figure.sd is not None and figure.n > 1:
        return mean_interval(figure.value, figure.sd, figure.n, figure.population)
    return None
