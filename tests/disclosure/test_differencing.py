from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.support.publication import number, people, resident, rules_of

from kwalevaluatie.disclosure.differencing import DIFFERENCE, difference_points

ALL = [f"r{i}" for i in range(1, 12)]
RESIDENTS = people(*(resident(id, geslacht="vrouw") for id in ALL))
ASKED = {"goal": "brieven", "state": "positief"}


def test_the_same_count_over_one_asked_fewer_tells_of_that_one() -> None:
    large = number("a", ALL[:8], ALL, **ASKED)
    small = number("b", ALL[1:8], ALL[1:], **ASKED)
    (point,) = difference_points([large, small], RESIDENTS)
    assert (point.rule, point.severity) == (DIFFERENCE, "blokkade")
    assert point.excerpt == "8 van 11 min 7 van 10"
    assert "1 persoon" in point.message


def test_two_who_differ_from_each_other_stay_unknown() -> None:
    large = number("a", ALL[:6], ALL, **ASKED)
    small = number("b", ALL[1:6], ALL[1:10], **ASKED)
    assert difference_points([large, small], RESIDENTS) == []


def test_three_left_are_enough() -> None:
    large, small = number("a", ALL[:8], ALL, **ASKED), number("b", ALL[3:8], ALL[3:], **ASKED)
    assert difference_points([large, small], RESIDENTS) == []


def test_eight_minus_six_who_are_known_by_an_attribute() -> None:
    large = number("thema/x/inwoner", ALL[:8], ALL, code="x")
    small = number("thema/x/inwoner/negatief", ALL[:6], ALL, code="x", valence="negatief")
    men = number("kenmerk/geslacht=man", ALL[6:8], ALL, geslacht="man")
    assert difference_points([large, small], RESIDENTS) == []
    (point,) = difference_points([large, small, men], RESIDENTS)
    assert point.excerpt == "8 van 11 min 6 van 11"
    assert "man" in point.message


def test_another_subject_or_perspective_has_nothing_to_do_with_it() -> None:
    large = number("a", ALL[:8], ALL, **ASKED)
    other = number("b", ALL[1:8], ALL[1:], goal="premie", state="positief")
    group = number("c", ALL[1:8], ALL[1:], **ASKED, group="professional")
    assert difference_points([large, other, group], RESIDENTS) == []


@given(st.sets(st.sampled_from(ALL)), st.sets(st.sampled_from(ALL)), st.sets(st.sampled_from(ALL)))
def test_what_is_reported_can_be_worked_out(
    positive: set[str], asked: set[str], fewer: set[str]
) -> None:
    """A point is raised just where one or two are left whose judgements are then the same."""
    small = asked - fewer
    numbers = [
        number("a", sorted(asked & positive), sorted(asked), **ASKED),
        number("b", sorted(small & positive), sorted(small), **ASKED),
    ]
    left = asked & fewer
    told = bool(small) and len(left) in (1, 2) and left & positive in (set(), left)
    assert bool(rules_of(difference_points(numbers, RESIDENTS))) == told
