"""How many answers a survey needs, and what those that came in are worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie.survey.sample import (
    effective_size,
    margin_reached,
    response_rate,
    sample_size,
)


@pytest.mark.parametrize(
    ("population", "needed"), [(1724, 315), (100, 80), (1000, 278), (10_000, 370)]
)
def test_the_known_sizes(population: int, needed: int) -> None:
    """The round ones: Krejcie & Morgan (1970), Educ. and Psych. Measurement 30, table 1."""
    assert sample_size(population) == needed


@given(st.integers(1, 100_000))
def test_the_sample_reaches_its_margin_and_one_less_does_not(population: int) -> None:
    needed = sample_size(population)
    assert margin_reached(needed, population) <= 0.05 + 1e-9
    if needed > 1:
        assert margin_reached(needed - 1, population) > 0.05 - 1e-9


def test_who_asked_everybody_is_sure() -> None:
    assert margin_reached(60, 60) == 0


@given(st.lists(st.floats(0.01, 100), min_size=1))
def test_weighted_answers_are_worth_no_more_than_there_are(weights: list[float]) -> None:
    assert 1 - 1e-9 <= effective_size(weights) <= len(weights) + 1e-9


@pytest.mark.parametrize("wrong", [(-1, 5), (6, 5), (1, 0)])
def test_no_response(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no response"):
        response_rate(*wrong)
