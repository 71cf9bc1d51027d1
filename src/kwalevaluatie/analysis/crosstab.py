"""Crossing what people say or how they are judged with who they are, or with what else they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kwalevaluatie.analysis.counting import (
    UNJUDGED,
    attributes,
    identifier,
    settled,
    state_of,
    unit_state,
    units_of,
)
from kwalevaluatie.analysis.study import BUILT_IN, Study, evidence
from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.model import STATES, BoundNumber, Evidence, Respondent

SPEAKS, SILENT = "noemt", "noemt niet"
MIXED, UNKNOWN = "verschilt", "onbekend"
SMALL = 5
"""A cell below this, and not empty, may point at people."""


@dataclass(frozen=True)
class Subject:
    """What makes the rows or the columns: a theme, a goal or an attribute of respondents."""

    kind: str
    name: str

    def asked(self, study: Study, respondent: Respondent) -> bool:
        """Whether a respondent was asked after it; everybody has attributes."""
        if self.kind == "theme":
            return respondent in study.asked_theme(self.name)
        return self.kind != "goal" or respondent in study.asked_goal(self.name)

    def value(self, study: Study, members: Sequence[Respondent]) -> str:
        """What a unit says of a theme, how it is judged on a goal, or what its attribute is."""
        if self.kind == "theme":
            family = study.codebook.family(self.name)
            return SPEAKS if any(study.codings_of(r.id, family) for r in members) else SILENT
        if self.kind == "goal":
            return unit_state(study, members, self.name)
        values = {study.attribute(respondent, self.name) or UNKNOWN for respondent in members}
        return values.pop() if len(values) == 1 else MIXED

    def order(self, found: set[str]) -> list[str]:
        """The values in the order of a table; of themes and goals also those that nobody has."""
        if self.kind == "theme":
            return [SPEAKS, SILENT]
        if self.kind == "goal":
            return [*STATES, *({UNJUDGED} & found)]
        return sorted(found)

    def settled(self, study: Study, asked: Sequence[Respondent]) -> bool:
        """Whether all that is to be known of it, of these respondents, was decided."""
        if self.kind == "goal":
            return all(state_of(study, one, self.name) != UNJUDGED for one in asked)
        return self.kind != "theme" or settled(study, asked) == "vastgesteld"

    def evidence(self, study: Study, respondent: str) -> tuple[Evidence, ...]:
        """The passages of a respondent that it rests on."""
        if self.kind == "goal":
            return study.evidence_for_goal(respondent, self.name)
        if self.kind == "theme":
            family = study.codebook.family(self.name)
            return evidence(respondent, study.codings_of(respondent, family))
        return ()


def subject(study: Study, name: str) -> Subject:
    """What a name stands for; one that is both is taken as the theme before the goal."""
    register = [*BUILT_IN, *attributes(study)]
    known: Mapping[str, Sequence[str]] = {
        "theme": list(study.codebook.by_id),
        "goal": list(study.codebook.goals_by_id),
        "attribute": register,
    }
    for kind, names in known.items():
        if name in names:
            return Subject(kind, name)
    everything = {one for names in known.values() for one in names}
    raise KwalError(f"“{name}” is geen thema, doel of kenmerk", todo=hint(name, everything))


def crosstab(study: Study, rows: str, columns: str) -> list[BoundNumber]:
    """Count units by two things at once, each perspective apart, over who was asked both.

    `rows` and `columns` are a theme (noemt, noemt niet), a goal (its five states) or an
    attribute. k is the units in a cell, n those in its column, so that the cells of a column
    add up to n. A unit whose members have other attributes is “verschilt”. Only for whoever
    works on the evaluation: who crosses attributes soon points at people.
    """
    if rows == columns:
        raise KwalError(f"“{rows}” staat twee keer", todo="Kies twee verschillende dingen.")
    pair = subject(study, rows), subject(study, columns)
    groups = dict.fromkeys(respondent.group for respondent in study.usable)
    return [number for group in groups for number in _of_group(study, group, *pair)]


def _of_group(study: Study, group: str, rows: Subject, columns: Subject) -> Iterator[BoundNumber]:
    asked = [
        one for one in study.usable
        if one.group == group and rows.asked(study, one) and columns.asked(study, one)
    ]  # fmt: skip
    units = units_of(study, asked).values()
    places = [(rows.value(study, unit), columns.value(study, unit), unit) for unit in units]
    sure = rows.settled(study, asked) and columns.settled(study, asked)
    for column in columns.order({place for _, place, _ in places}):
        within = [(row, unit) for row, place, unit in places if place == column]
        for row in rows.order({place for place, _, _ in places}):
            counted = [unit for place, unit in within if place == row]
            keys = {"group": group, "row": row, "column": column}
            yield BoundNumber(
                id=identifier("kruis", rows.name, columns.name, *keys.values()),
                value=len(counted),
                unit=study.unit_name(group),
                source="gesprekken",
                status="vastgesteld" if sure else "voorlopig",
                k=len(counted),
                n=len(within),
                keys=keys,
                counted=tuple(one.id for unit in counted for one in unit),
                asked=tuple(one.id for _, unit in within for one in unit),
                evidence=tuple(
                    passage
                    for unit in counted
                    for one in unit
                    for kind in (rows, columns)
                    for passage in kind.evidence(study, one.id)
                ),
            )
