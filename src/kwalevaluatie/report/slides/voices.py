"""Whose words stand on the slide: spread over perspectives, and one that differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.model import BoundNumber, Quotation
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.slides.deck import Voice
from kwalevaluatie.wording import FEWEST

SHOWN, LONGEST = 3, 170
VALUED = ("positief", "wisselend", "negatief")


@dataclass(frozen=True)
class _Said:
    """A quotation with the goal that it is about, and whether most people judge as it does."""

    quotation: Quotation
    goal: GoalFacts
    group: str

    @property
    def usual(self) -> bool:
        return self.quotation.value == _most(self.goal.states[self.group])

    @property
    def differs(self) -> bool:
        """Whether it says the opposite of most people, among enough of them."""
        numbers = self.goal.states[self.group]
        opposite = {"positief": "negatief", "negatief": "positief"}.get(_most(numbers), "")
        return (numbers[0].n or 0) >= FEWEST and self.quotation.value == opposite


def voices(teller: Teller) -> tuple[Voice, ...]:
    """Three quotations of as many perspectives as there are, then one that differs from most.

    Nobody is quoted twice, and each perspective is heard before one is heard again.
    """
    said = list(_short(teller))
    differing = [one for one in said if one.differs][:1]
    usual = [one for one in said if not _heard(one, differing)]
    chosen: list[_Said] = []
    while len(chosen) < SHOWN and (found := _next(usual, chosen, _order(teller))):
        chosen.append(found)
    told = [_voice(teller, one, dissent=False) for one in chosen]
    return (*told, *(_voice(teller, one, dissent=True) for one in differing))


def _short(teller: Teller) -> Iterator[_Said]:
    for goal in teller.goals:
        for group, quotations in goal.quotes.items():
            for quotation in quotations:
                if len(quotation.words) <= LONGEST:
                    yield _Said(quotation, goal, group)


def _order(teller: Teller) -> list[str]:
    """The perspectives, the one with most conversations first."""
    groups = sorted(teller.facts.groups, key=lambda group: -group.spoken.value)
    return [group.group for group in groups]


def _next(said: Sequence[_Said], chosen: Sequence[_Said], order: Sequence[str]) -> _Said | None:
    """Of the perspective heard least: what most of them say, on a goal not yet heard."""
    free = [one for one in said if not _heard(one, chosen)]
    times = [one.group for one in chosen]
    goals = [one.goal.goal.id for one in chosen]
    return min(
        free,
        key=lambda one: (
            times.count(one.group), not one.usual, goals.count(one.goal.goal.id),
            order.index(one.group),
        ),
        default=None,
    )  # fmt: skip


def _heard(one: _Said, chosen: Sequence[_Said]) -> bool:
    people = {other.quotation.respondent.id for other in chosen}
    return one.quotation.respondent.id in people


def _most(numbers: Sequence[BoundNumber]) -> str:
    """The judgement that most of a perspective gave; empty where two are even."""
    valued = [number for number in numbers if number.keys["state"] in VALUED]
    highest = max((number.k or 0 for number in valued), default=0)
    most = [number.keys["state"] for number in valued if highest and number.k == highest]
    return most[0] if len(most) == 1 else ""


def _voice(teller: Teller, one: _Said, *, dissent: bool) -> Voice:
    said = one.quotation
    place = f"{said.respondent.id}, gesprek {said.transcript}, beurt {said.span.turn}"
    return Voice(
        words=said.words,
        perspective=one.group,
        about=f"{one.goal.goal.label}, {said.value}",
        dissent=dissent,
        place="" if teller.public else place,
    )
