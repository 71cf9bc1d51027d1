"""Who judges otherwise than most, within a perspective, within a unit and between perspectives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kwalevaluatie.analysis.counting import VALUED, state_of, unit_state, units_of
from kwalevaluatie.analysis.quoting import choose, grounds, quotations
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import Quotation, Respondent

Kind = Literal["minderheid", "verdeeld", "binnen eenheid", "tussen perspectieven"]
HEARD = 2
Units = dict[str, list[Respondent]]


@dataclass(frozen=True)
class Dissent:
    """A view that differs: k of n asked judge so, where `most` is what it differs from.

    Minderheid: units with another value than most of their perspective have; verdeeld: no value
    is commonest there, and every one that was given is told. Binnen eenheid: units of which the
    members differ; n are those with more than one member with a value. Tussen perspectieven:
    what most of a perspective find, where `most` is another perspective that finds otherwise.
    `most` is empty where no value is commonest.
    """

    goal: str
    kind: Kind
    group: str
    state: str
    most: str
    k: int
    n: int
    respondents: tuple[str, ...]
    quotations: tuple[Quotation, ...] = ()


def dissent(study: Study, goal: str) -> list[Dissent]:
    """Every view on a goal that differs from what most find, with the words it rests on."""
    asked = study.asked_goal(goal)
    groups = {
        group: [respondent for respondent in asked if respondent.group == group]
        for group in dict.fromkeys(respondent.group for respondent in asked)
    }
    found = [
        one
        for group, people in groups.items()
        for one in (*_minority(study, goal, group, people), *_within(study, goal, group, people))
    ]
    return [*found, *_between(study, goal, groups)]


def commonest(study: Study, goal: str, people: Iterable[Respondent]) -> str:
    """The value that most units have on a goal; empty where two are as common or none has one."""
    given = Counter(
        state
        for members in units_of(study, people).values()
        if (state := unit_state(study, members, goal)) in VALUED
    ).most_common(2)
    if not given or (len(given) == 2 and given[0][1] == given[1][1]):
        return ""
    return given[0][0]


def _minority(
    study: Study, goal: str, group: str, people: Sequence[Respondent]
) -> Iterator[Dissent]:
    units, most = units_of(study, people), commonest(study, goal, people)
    for state in VALUED:
        members = _having(study, goal, units, state)
        if state != most and members:
            yield Dissent(
                goal, "minderheid" if most else "verdeeld", group, state, most,
                len(units_of(study, members)), len(units), _ids(members),
                _words(study, goal, members),
            )  # fmt: skip


def _having(study: Study, goal: str, units: Units, state: str) -> list[Respondent]:
    return [
        one
        for members in units.values()
        if unit_state(study, members, goal) == state
        for one in members
    ]


def _within(study: Study, goal: str, group: str, people: Sequence[Respondent]) -> Iterator[Dissent]:
    valued = [one for one in people if state_of(study, one, goal) in VALUED]
    several = {unit: found for unit, found in units_of(study, valued).items() if len(found) > 1}
    differing = [
        one
        for found in several.values()
        if len({state_of(study, member, goal) for member in found}) > 1
        for one in found
    ]
    if differing:
        yield Dissent(
            goal, "binnen eenheid", group, "verschilt", "", len(units_of(study, differing)),
            len(several), _ids(differing), _words(study, goal, differing),
        )  # fmt: skip


def _between(study: Study, goal: str, groups: dict[str, list[Respondent]]) -> Iterator[Dissent]:
    views = {group: commonest(study, goal, people) for group, people in groups.items()}
    for group, view in views.items():
        others = [f"{name}: {other}" for name, other in views.items() if other not in ("", view)]
        if view and others:
            units = units_of(study, groups[group])
            members = _having(study, goal, units, view)
            yield Dissent(
                goal, "tussen perspectieven", group, view, ", ".join(others),
                len(units_of(study, members)), len(units), _ids(members),
                tuple(choose(_words(study, goal, members), HEARD)),
            )  # fmt: skip


def _ids(people: Iterable[Respondent]) -> tuple[str, ...]:
    return tuple(respondent.id for respondent in people)


def _words(study: Study, goal: str, people: Iterable[Respondent]) -> tuple[Quotation, ...]:
    """The grounds of their judgements; of who has none, what is coded with the goal's themes."""
    found = grounds(study, goal)
    themes = quotations(study, study.codebook.goals_by_id[goal].themes)
    return tuple(
        quotation
        for respondent in people
        for quotation in (
            [one for one in found if one.respondent.id == respondent.id]
            or [one for one in themes if one.respondent.id == respondent.id]
        )
    )
