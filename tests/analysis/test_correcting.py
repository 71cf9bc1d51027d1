"""Counts by machine with their errors taken out: right where the truth is known."""

from __future__ import annotations

import doctest
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.studies import coding, person, study

from kwalevaluatie.analysis import correcting
from kwalevaluatie.analysis.correcting import (
    ALL_READ,
    NO_BETTER,
    Corrected,
    correct,
    corrected_counts,
    interval,
    true_share,
)
from kwalevaluatie.analysis.measuring import Table

STUDIES = 200
PEOPLE = [f"r{number}" for number in range(30)]


def table(found: list[tuple[bool, bool]]) -> Table:
    """What was decided and what was suggested, as a table."""
    return Table(
        found.count((True, True)), found.count((False, True)),
        found.count((True, False)), found.count((False, False)),
    )  # fmt: skip


def simulated(
    chance: Random, n: int, read: int, share: float, sensitivity: float, specificity: float
) -> tuple[int, Corrected]:
    """A study with a known truth, of which the first so many were read."""
    truth = [chance.random() < share for _ in range(n)]
    said = [chance.random() < (sensitivity if yes else 1 - specificity) for yes in truth]
    known = table(list(zip(truth[:read], said[:read], strict=True)))
    return sum(truth), correct("hulp", "inwoner", "respondent", n, sum(said), known)


@pytest.mark.parametrize(
    ("n", "read", "share", "sensitivity", "specificity"),
    [
        (400, 60, 0.3, 0.8, 0.9),
        (400, 60, 0.3, 0.6, 0.9),
        (200, 40, 0.5, 0.7, 0.8),
        (60, 25, 0.4, 0.8, 0.9),
        (30, 16, 0.5, 0.9, 0.8),
    ],
)
def test_the_interval_holds_the_truth(
    n: int, read: int, share: float, sensitivity: float, specificity: float
) -> None:
    chance = Random(7)
    made = [simulated(chance, n, read, share, sensitivity, specificity) for _ in range(STUDIES)]
    told = [(true, one) for true, one in made if one.low is not None and one.high is not None]
    inside = [one.low <= true <= one.high for true, one in told]
    assert len(told) > 0.8 * STUDIES
    assert sum(inside) / len(told) >= 0.9


def test_the_corrected_count_is_nearer_than_the_raw_one() -> None:
    chance = Random(11)
    made = [simulated(chance, 400, 100, 0.2, 0.8, 0.8) for _ in range(STUDIES)]
    raw = sum(one.raw - true for true, one in made) / STUDIES
    mended = sum((one.corrected or 0) - true for true, one in made) / STUDIES
    assert raw == pytest.approx(400 * (0.2 * 0.8 + 0.8 * 0.2 - 0.2), abs=5)
    assert abs(mended) < 5


@given(st.integers(5, 40), st.integers(5, 40), st.integers(1, 200), st.data())
def test_the_count_is_that_of_rogan_and_gladen(
    yes: int, no: int, rest: int, data: st.DataObject
) -> None:
    read = Table(tp=yes, fp=0, fn=data.draw(st.integers(0, 4)), tn=no)
    found = data.draw(st.integers(0, rest))
    n, raw = read.n + rest, found + read.tp + read.fp
    one = correct("hulp", "inwoner", "respondent", n, raw, read)
    assert one.sensitivity is not None and one.specificity is not None
    expected = n * true_share(raw / n, one.sensitivity, one.specificity)
    assert one.corrected is not None and one.low is not None and one.high is not None
    assert one.corrected == pytest.approx(min(expected, read.tp + read.fn + rest))
    assert read.tp + read.fn <= one.low <= one.corrected <= one.high <= n - read.tn - read.fp


@given(st.floats(0, 1), st.floats(0.6, 1), st.floats(0.6, 1))
def test_taking_errors_out_undoes_putting_them_in(share: float, sens: float, spec: float) -> None:
    apparent = share * sens + (1 - share) * (1 - spec)
    assert true_share(apparent, sens, spec) == pytest.approx(share, abs=1e-9)


def test_the_published_example() -> None:
    """The first example of Lang & Reiczigel (2014)."""
    found = interval(4060, 11284, Table(tp=178, fn=1, tn=358, fp=1))
    assert found == pytest.approx((0.349, 0.372), abs=5e-4)


@pytest.mark.parametrize(
    ("n", "read", "reason"),
    [
        (50, Table(4, 3, 0, 9), "4 met en 12 zonder"),
        (50, Table(9, 3, 0, 1), "9 met en 4 zonder"),
        (50, Table(5, 5, 5, 5), NO_BETTER),
        (50, Table(2, 8, 6, 3), NO_BETTER),
        (40, Table(10, 10, 10, 10), ALL_READ),
    ],
)
def test_where_nothing_can_be_said_it_says_why(n: int, read: Table, reason: str) -> None:
    one = correct("hulp", "inwoner", "respondent", n, 20, read)
    assert reason in one.reason
    assert (one.corrected, one.low, one.high) == (None, None, None)
    assert (one.raw, one.status) == (20, "ongereviewd")


def test_people_asked_are_counted_by_perspective_with_sub_themes() -> None:
    people = [*map(person, PEOPLE), person("p1", "partner"), person("x", usable=False)]
    said = [coding(name, "wisseling") for name in [*PEOPLE[:8], PEOPLE[20], "p1", "x"]]
    decided = [coding(name, "contact") for name in PEOPLE[:7]]
    found = corrected_counts(
        study(people, said), study(people, decided, finished=frozenset(PEOPLE[:15]))
    )
    counts = {(one.code, one.group): one for one in found}
    residents, partners = counts["contact", "inwoner"], counts["contact", "partner"]
    assert (residents.n, residents.read, residents.raw) == (30, 15, 9)
    assert (residents.sensitivity, residents.specificity) == (1, 7 / 8)
    assert residents.corrected == pytest.approx(7), "one in eight is wrong, so one of 15 is none"
    assert (partners.n, partners.read, partners.raw) == (1, 0, 1)
    assert counts["wisseling", "inwoner"].reason.startswith("te weinig gelezen: 0 met en 15")


def test_people_of_one_organisation_are_one_unit() -> None:
    people = [person(name, "partner", attributes={"organisatie": "De Brug"}) for name in PEOPLE[:2]]
    units = {"partner": "organisatie"}
    one = study(people, [coding("r0", "contact")], units=units)
    half, whole = (
        next(corrected_counts(one, study(people, units=units, finished=frozenset(names))))
        for names in (["r0"], ["r0", "r1"])
    )
    assert (half.unit, half.n, half.raw, half.read) == ("organisatie", 1, 1, 0)
    assert whole.read == 1


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(correcting).failed == 0
