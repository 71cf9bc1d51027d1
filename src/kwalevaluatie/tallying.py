"""Counting what the plan of a report asks for besides its goals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from kwalevaluatie.analysis.counting import amounts, count, recurring
from kwalevaluatie.analysis.study import Study, evidence
from kwalevaluatie.model import BoundNumber, Tally
from kwalevaluatie.report.facts import TallyFacts


def tally_facts(
    study: Study,
    tally: Tally,
    scope: str,
    asked: Sequence[str] | None = None,
    family: Collection[str] = (),
) -> TallyFacts:
    """The numbers of a tally; themes are counted among those asked after its goal."""
    if tally.attribute:
        return TallyFacts(tally, tuple(_attribute(study, tally, scope, family)))
    if tally.recurring:
        whole, numbers = recurring(
            study, tally.recurring, tally.group, tally.valence or "negatief", tally.at_least
        )
        return TallyFacts(tally, tuple(numbers), whole)
    if tally.amount:
        return TallyFacts(tally, tuple(_amounts(study, tally, asked)))
    return _themes(study, tally, asked)


def _amounts(study: Study, tally: Tally, asked: Sequence[str] | None) -> list[BoundNumber]:
    among = study.by_id if asked is None else asked
    return amounts(study, tally.amount, tally.group, tally.unit[0], among)


def _attribute(
    study: Study, tally: Tally, scope: str, family: Collection[str]
) -> list[BoundNumber]:
    where = {"group": tally.group, **dict(tally.where)}
    return [
        replace(
            number,
            id=f"{number.id.split('@')[0]}@{scope}",
            keys={**number.keys, "group": tally.group},
            evidence=tuple(
                passage
                for respondent in number.counted
                for passage in evidence(respondent, study.codings_of(respondent, family))
            ),
        )
        for number in count(study, [tally.attribute], where=where)
    ]


def _themes(study: Study, tally: Tally, asked: Sequence[str] | None) -> TallyFacts:
    whole = _among(study, tally)
    among = whole.counted if whole is not None else asked
    numbers = theme_counts(study, tally.group, tally.themes, tally.valence, among)
    scope = f"@{tally.among_goal}={tally.among_state}" if whole is not None else ""
    numbers = [replace(n, id=n.id.split("@")[0] + scope) for n in numbers]
    return TallyFacts(tally, tuple(sorted(numbers, key=lambda n: -(n.k or 0))), whole)


def _among(study: Study, tally: Tally) -> BoundNumber | None:
    if not tally.among_goal:
        return None
    return next(
        number
        for number in count(study, ["goal"], where={"group": tally.group})
        if number.keys["goal"] == tally.among_goal and number.keys["state"] == tally.among_state
    )


def theme_counts(
    study: Study,
    group: str,
    themes: Collection[str],
    valence: str | None,
    among: Collection[str] | None,
) -> list[BoundNumber]:
    """How many of a group speak of these themes, with one value or with any."""
    by = ["code", "valence"] if valence else ["code"]
    return [
        number
        for number in count(study, by, where={"group": group}, among=among)
        if number.keys["code"] in themes and (valence is None or number.keys["valence"] == valence)
    ]
