"""Themes that go together: how many people speak of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from kwalevaluatie.analysis.counting import identifier, settled, units_of
from kwalevaluatie.analysis.study import Study, evidence
from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import BoundNumber, Coding, Respondent

By = Literal["respondent", "turn"]
Members = Sequence[Respondent]


@dataclass(frozen=True)
class Together:
    """Two themes: who speaks of both (`number`), and of each, among who was asked after both.

    `jaccard` is who speaks of both over who speaks of either. It is there to put pairs in
    order and says nothing by itself.
    """

    number: BoundNumber
    first: int
    second: int
    either: int

    @property
    def jaccard(self) -> float:
        """Both over either (Jaccard, 1901)."""
        return (self.number.k or 0) / self.either if self.either else 0.0


def cooccurrence(study: Study, by: By = "respondent") -> list[Together]:
    """The themes that go together, of every perspective apart, what goes together most first.

    By respondent: k units of n asked after both speak of both, anywhere. By turn: they do so
    within one turn. A sub-theme counts for its parent, and is not paired with it. Pairs of
    which nobody speaks are left out.
    """
    if by not in get_args(By):
        raise KwalError(f"“{by}” kan niet", todo=f"Kies uit: {', '.join(get_args(By))}.")
    groups = dict.fromkeys(respondent.group for respondent in study.usable)
    found = [one for group in groups for one in _of_group(study, group, by)]
    order = {group: place for place, group in enumerate(groups)}
    return sorted(found, key=lambda one: (order[one.number.keys["group"]], *_rank(one)))


def _rank(one: Together) -> tuple[float, int, str]:
    return -one.jaccard, -(one.number.k or 0), one.number.id


def _of_group(study: Study, group: str, by: By) -> Iterator[Together]:
    people = {respondent.id for respondent in study.usable if respondent.group == group}
    asked = {
        code.id: frozenset(r.id for r in study.asked_theme(code.id)) & people
        for code in study.codebook.codes
    }
    for one, other in combinations(study.codebook.by_id, 2):
        if other in study.codebook.family(one) or one in study.codebook.family(other):
            continue
        both = [r for r in study.usable if r.id in asked[one] & asked[other]]
        found = _pair(study, group, (one, other), both, by)
        if found.number.k:
            yield found


def _pair(study: Study, group: str, codes: tuple[str, str], asked: Members, by: By) -> Together:
    units = units_of(study, asked).values()
    first, second = ([unit for unit in units if _said(study, unit, code)] for code in codes)
    speaking = [unit for unit in first if unit in second]
    counted = [unit for unit in speaking if _joined(study, unit, codes, by)]
    members = [respondent for unit in counted for respondent in unit]
    number = BoundNumber(
        id=identifier("samen", *codes, group, by),
        value=len(counted),
        unit=study.unit_name(group),
        source="gesprekken",
        status=settled(study, asked),
        k=len(counted),
        n=len(units),
        keys={"group": group, "code": codes[0], "other": codes[1]},
        counted=tuple(one.id for one in members),
        asked=tuple(one.id for one in asked),
        evidence=tuple(
            passage
            for one in members
            for passage in evidence(one.id, _joined(study, [one], codes, by))
        ),
    )
    return Together(number, len(first), len(second), len(first) + len(second) - len(speaking))


def _said(study: Study, unit: Members, code: str) -> list[Coding]:
    family = study.codebook.family(code)
    return [coding for one in unit for coding in study.codings_of(one.id, family)]


def _joined(study: Study, unit: Members, codes: tuple[str, str], by: By) -> list[Coding]:
    """The codings of both themes; by turn only where a turn has both."""
    first, second = (_said(study, unit, code) for code in codes)
    if by == "respondent":
        return first + second
    turns = {_turn(coding) for coding in first} & {_turn(coding) for coding in second}
    return [coding for coding in first + second if _turn(coding) in turns]


def _turn(coding: Coding) -> tuple[str, int]:
    return coding.transcript, coding.span.turn
