"""Themes that go together, in people."""

from __future__ import annotations

from typing import Any

import pytest
from tests.analysis.studies import coding, person, study

from kwalevaluatie.analysis.cooccurrence import Together, cooccurrence
from kwalevaluatie.errors import KwalError

PEOPLE = [person(f"r{number}", attributes={"premie": "2"}) for number in range(1, 5)]
SAID = [
    coding("r1", "toon"), coding("r1", "inkomen"), coding("r1", "inkomen", start=8),
    coding("r2", "toon"), coding("r2", "inkomen", turn=0),
    coding("r3", "toon"),
]  # fmt: skip


def pair(found: list[Together], one: str, other: str) -> Together:
    (only,) = [t for t in found if (t.number.keys["code"], t.number.keys["other"]) == (one, other)]
    return only


def test_people_are_counted_and_not_passages() -> None:
    found = pair(cooccurrence(study(PEOPLE, SAID)), "toon", "inkomen")
    assert (found.number.k, found.number.n, found.first, found.second) == (2, 4, 3, 2)
    assert found.number.counted == ("r1", "r2")
    assert found.jaccard == pytest.approx(2 / 3)


def test_by_turn_both_are_said_in_one_turn() -> None:
    found = pair(cooccurrence(study(PEOPLE, SAID), "turn"), "toon", "inkomen")
    assert (found.number.k, found.number.n, found.number.counted) == (1, 4, ("r1",))
    assert found.jaccard == pytest.approx(1 / 3)
    assert {one.span.turn for one in found.number.evidence} == {1}


def test_n_is_who_was_asked_after_both() -> None:
    asked_one = [*PEOPLE[:2], person("r3", attributes={"premie": "1"})]
    found = pair(cooccurrence(study(asked_one, SAID)), "toon", "inkomen")
    assert (found.number.k, found.number.n) == (2, 2)


def test_a_theme_is_not_paired_with_its_sub_theme() -> None:
    found = cooccurrence(study(PEOPLE, SAID))
    pairs = {(one.number.keys["code"], one.number.keys["other"]) for one in found}
    assert pairs == {("contact", "inkomen"), ("toon", "inkomen")}


def test_perspectives_stay_apart_and_units_count_once() -> None:
    partners = [person(name, "partner", attributes={"organisatie": "Baken", "premie": "2"})
                for name in ("p1", "p2")]  # fmt: skip
    said = [coding("p1", "toon"), coding("p2", "inkomen")]
    found = cooccurrence(study([*PEOPLE, *partners], said, units={"partner": "organisatie"}))
    one = pair(found, "toon", "inkomen")
    assert (one.number.k, one.number.n, one.number.unit) == (1, 1, "organisatie")


def test_what_goes_together_most_comes_first() -> None:
    said = [*SAID, coding("r1", "wisseling")]
    order = [one.jaccard for one in cooccurrence(study(PEOPLE, said))]
    assert order == sorted(order, reverse=True)


def test_another_way_of_counting_is_refused() -> None:
    way: Any = "zin"
    with pytest.raises(KwalError, match="zin"):
        cooccurrence(study(PEOPLE), way)
