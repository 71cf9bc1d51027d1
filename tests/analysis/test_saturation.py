"""New themes over conversations, by the definition of base size, run length and threshold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.studies import coding, person, study

from kwalevaluatie.analysis.saturation import (
    Rule,
    growth,
    measured,
    reached,
    saturation,
    shares,
)
from kwalevaluatie.errors import KwalError


def bringing(*new: int) -> list[frozenset[str]]:
    """Conversations that bring so many new themes each, and repeat the first theme."""
    counter = iter(range(1000))
    return [frozenset({"0", *(str(next(counter)) for _ in range(number))}) for number in new]


def heard(themes: Sequence[frozenset[str]]) -> list[tuple[str, frozenset[str]]]:
    return [(f"r{number}", codes) for number, codes in enumerate(themes, 1)]


def test_a_base_of_four_with_37_themes_and_runs_of_two_that_overlap() -> None:
    themes = bringing(20, 10, 4, 3, 2, 1, 0, 0)
    rule = Rule(base=4, run=2, threshold=0.05)
    assert [new for new, _ in shares(themes, rule)] == [3, 1, 0]
    assert [round(share, 2) for _, share in shares(themes, rule)] == [0.08, 0.03, 0.0]
    assert reached(themes, rule) == 5


def test_a_threshold_of_nought_takes_longer_and_may_never_be_reached() -> None:
    themes = bringing(20, 10, 4, 3, 2, 1, 0, 0)
    assert reached(themes, Rule(4, 2, 0.0)) == 6
    assert reached(themes[:7], Rule(4, 2, 0.0)) is None
    assert reached(themes, Rule(4, 3, 0.0)) is None


def test_what_comes_later_is_told_too() -> None:
    found = measured(heard(bringing(10, 10, 10, 10, 0, 0, 0, 12, 8)), Rule())
    assert (found.reached, found.again) == (4, 7)
    assert "na 7 gesprekken 50%" in found.text
    assert "bewijst niet" in found.text


def test_the_steps_say_what_each_conversation_brought() -> None:
    found = measured(heard(bringing(3, 2, 1, 0)), Rule(base=2, run=1, threshold=0.1))
    assert [(one.new, one.heard) for one in found.steps] == [(3, 3), (2, 5), (1, 6), (0, 6)]
    assert [one.following for one in found.steps] == [None, 1, 0, None]
    assert (found.steps[-1].low, found.steps[-1].high) == (6, 6)


@given(st.lists(st.frozensets(st.sampled_from("abcdefg"), min_size=1), min_size=3, max_size=7))
def test_the_band_holds_the_median_and_all_orders_end_alike(themes: list[frozenset[str]]) -> None:
    found = measured(heard(themes), Rule(1, 1, 0.0))
    assert all(one.low <= one.median <= one.high for one in found.steps)
    assert found.steps[-1].low == found.steps[-1].high == growth(themes)[-1]
    assert found.orders == 1000


def test_the_random_orders_are_the_same_each_time() -> None:
    themes = heard(bringing(5, 4, 3, 2, 1, 1))
    assert measured(themes, Rule(2, 1)) == measured(themes, Rule(2, 1))


PEOPLE = [person(f"r{number}") for number in range(1, 7)]
CODES = ("toon", "wisseling", "inkomen")
SAID = [coding(f"r{number}", CODES[number % 3]) for number in range(1, 7)]
READ = frozenset(one.transcript for one in PEOPLE)


def test_the_order_is_that_of_the_register_or_of_dates() -> None:
    made = study(PEOPLE, SAID, finished=READ)
    assert [one.transcript for one in saturation(made, "inwoner", Rule()).steps][:2] == ["r1", "r2"]
    dated = [person(one.id, attributes={"datum": f"2025-06-{20 - int(one.id[1])}"})
             for one in PEOPLE]  # fmt: skip
    found = saturation(study(dated, SAID, finished=READ), "inwoner", Rule())
    assert [one.transcript for one in found.steps][:2] == ["r6", "r5"]
    assert "op datum" in found.text


def test_other_guides_are_told() -> None:
    people = [*PEOPLE[:4], person("r5", guide="premie"), person("r6", guide="premie")]
    assert "premie" in saturation(study(people, SAID, finished=READ), "inwoner", Rule()).text


def test_too_few_conversations_are_refused() -> None:
    made = study(PEOPLE[:5], SAID, finished=READ)
    with pytest.raises(KwalError, match=r"5, nodig zijn er minstens 6"):
        saturation(made, "inwoner", Rule())


def test_a_conversation_that_was_not_read_is_refused() -> None:
    with pytest.raises(KwalError, match="r3"):
        saturation(study(PEOPLE, SAID, finished=READ - {"r3"}), "inwoner", Rule())


def test_nothing_coded_and_a_perspective_that_is_not_there_are_refused() -> None:
    with pytest.raises(KwalError, match="niets gecodeerd"):
        saturation(study(PEOPLE, finished=READ), "inwoner", Rule())
    with pytest.raises(KwalError, match="bewoner"):
        saturation(study(PEOPLE, SAID, finished=READ), "bewoner", Rule())


@pytest.mark.parametrize("given", [(0, 2, 0.05), (4, 0, 0.05), (4, 2, 1.0), (4, 2, -0.1)])
def test_a_rule_that_cannot_be_is_refused(given: tuple[int, int, float]) -> None:
    with pytest.raises(KwalError):
        Rule(*given)
