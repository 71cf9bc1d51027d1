"""Whether the register says what a number in a report says, and what it says instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kwalevaluatie.checking.bound import Bound, Row
from kwalevaluatie.checking.registered.context import speaks_of
from kwalevaluatie.checking.registered.mentions import PEOPLE
from kwalevaluatie.checking.registered.readings import Reading, fits

TALKED_TO = ("professional", "management")
Verdict = Literal["goed", "tegenspraak", "zonder bewijs"]


@dataclass(frozen=True)
class Claim:
    """What a report says with one number: of whom, what judgement, about which goal."""

    reading: Reading
    sentence: str
    heading: str = ""
    groups: frozenset[str] = frozenset()
    state: str = ""
    goal: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Found:
    """What the register has on a claim; `row` is what it says instead, where it does."""

    verdict: Verdict
    row: Row | None = None


def says(reading: Reading, row: Row) -> bool:
    """Whether a reading says the number of a row, in whatever words."""
    if reading == row.reading:
        return True
    if reading.kind == "woord":
        return row.counts and fits(reading.word, row.k or 0, row.n or 0, strictly=True)
    if row.reading.kind == "woord":
        return row.counts and _counts(reading, row)
    if reading.kind == "deel":
        return (reading.k, reading.n) == (row.k, row.n)
    if reading.kind == "procent":
        return row.unit == "aandeel" and _rounds_to(100 * row.value, reading)
    if reading.kind == "breuk":
        return row.unit != "aandeel" and _rounds_to(row.value, reading)
    whole = row.value if row.k is None else row.k
    return reading.kind in ("geheel", "jaar") and reading.k == whole


def _counts(reading: Reading, row: Row) -> bool:
    if reading.kind == "deel":
        return (reading.k, reading.n) == (row.k, row.n)
    return reading.kind == "geheel" and reading.k == (row.k or 0)


def _rounds_to(value: float, printed: Reading) -> bool:
    return abs(value - printed.k) <= 0.5 / 10.0**printed.n + 1e-9


def weigh(claim: Claim, bound: Bound) -> Found:
    """Look a claim up in the whole register, where no row is known to be its own."""
    rows = [row for row in bound.rows if _may_be_of(claim, row)]
    on_state = [row for row in rows if claim.state and row.state == claim.state and row.counts]
    on_goal = [row for row in on_state if claim.goal and row.goal == claim.goal]
    named = (row for row in rows if row.words and speaks_of(claim.sentence, row.words))
    if any(says(claim.reading, row) for row in named):
        return Found("goed")
    if on_goal and not _of_everybody(claim, rows):
        right = any(says(claim.reading, row) for row in on_goal)
        return Found("goed") if right else Found("tegenspraak", on_goal[0])
    if any(says(claim.reading, row) or _is_whole(claim.reading, row) for row in rows):
        return Found("goed")
    return Found("zonder bewijs", next((row for row in rows if _on_subject(claim, row)), None))


def weigh_quantifier(claim: Claim, bound: Bound) -> Found:
    """Look up a quantifier that stands by itself: it must fit what its sentence is about."""
    rows = [row for row in bound.rows if row.counts and _may_be_of(claim, row) and claim.groups]
    on_subject = [row for row in rows if _on_subject(claim, row)]
    on_goal = [row for row in rows if claim.goal and row.goal == claim.goal and row.state]
    of_state = [row for row in on_goal if claim.state and row.state == claim.state]
    about = of_state or [row for row in on_subject if not claim.state or not row.state]
    right = any(fits(claim.reading.word, row.k or 0, row.n or 0) for row in about or on_goal)
    if right:
        return Found("goed")
    return Found("tegenspraak", about[0]) if about else Found("zonder bewijs")


def _may_be_of(claim: Claim, row: Row) -> bool:
    """Whether nothing in the words beside a number speaks against a row."""
    own = row.group in PEOPLE.values() and claim.groups and row.group not in claim.groups
    other_state = claim.state and row.state and claim.state != row.state
    other_goal = claim.goal and row.goal and claim.goal != row.goal
    named = other_goal and _on_subject(claim, row)
    fits_unit = not claim.unit or _counts_in(claim.unit, row)
    return fits_unit and not own and not other_state and (not other_goal or bool(named))


def _counts_in(unit: str, row: Row) -> bool:
    """Whether a row may count talks or organisations: the set-up counts both."""
    if unit == "organisatie":
        return row.unit == unit
    return row.unit.startswith(unit) or row.base.startswith("opzet") or row.group in TALKED_TO


def _on_subject(claim: Claim, row: Row) -> bool:
    return bool(row.words) and speaks_of(f"{claim.heading} {claim.sentence}", row.words)


def _of_everybody(claim: Claim, rows: Iterable[Row]) -> bool:
    """Whether a whole number is said of all who were asked, and so has no judgement."""
    return claim.reading.kind == "geheel" and any(
        _is_whole(claim.reading, row) and row.goal == claim.goal for row in rows
    )


def _is_whole(reading: Reading, row: Row) -> bool:
    return reading.kind == "geheel" and reading.k == row.n
