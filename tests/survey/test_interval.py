from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from kwalevaluatie.survey import interval
from kwalevaluatie.survey.interval import wilson


@st.composite
def answers(draw: st.DrawFn) -> tuple[int, int]:
    n = draw(st.integers(1, 3000))
    return draw(st.integers(0, n)), n


@given(answers())
def test_the_interval_is_that_of_scipy(answer: tuple[int, int]) -> None:
    k, n = answer
    expected = binomtest(k, n).proportion_ci(method="wilson")
    assert wilson(k / n, n) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_intervals(k: int, n: int, low: float, high: float) -> None:
    """Newcombe (1998), Statistics in Medicine 17, table I, method 3."""
    assert wilson(k / n, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("k", "n", "population", "worth"), [(15, 50, 99, 100), (36, 120, 239, 240), (9, 10, 19, 20)]
)
def test_a_sample_of_half_a_population_is_worth_twice_its_size(
    k: int, n: int, population: int, worth: int
) -> None:
    assert n * (population - 1) / (population - n) == worth
    expected = binomtest(k * worth // n, worth).proportion_ci(method="wilson")
    found = wilson(k / n, n, population)
    assert found == pytest.approx((expected.low, expected.high), abs=1e-9)


@given(answers(), st.integers(1, 5000))
def test_a_known_population_makes_the_interval_narrower(
    answer: tuple[int, int], others: int
) -> None:
    k, n = answer
    (low, high), (wide_low, wide_high) = wilson(k / n, n, n + others), wilson(k / n, n)
    assert 0 <= low <= k / n + 1e-9
    assert k / n - 1e-9 <= high <= 1
    assert high - low <= wide_high - wide_low


def test_when_everybody_answered_nothing_is_uncertain() -> None:
    assert wilson(0.7, 40, 40) == (0.7, 0.7)


@given(answers())
def test_the_interval_of_the_opposite_is_its_mirror(answer: tuple[int, int]) -> None:
    k, n = answer
    low, high = wilson(k / n, n)
    assert wilson((n - k) / n, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@pytest.mark.parametrize(
    ("share", "n", "population"), [(-0.1, 5, None), (1.1, 5, None), (0.5, 0, None), (0.5, 9, 8)]
)
def test_no_share_of_answers(share: float, n: int, population: int | None) -> None:
    with pytest.raises(ValueError, match="no share of answers"):
        wilson(share, n, population)


def test_the_example_in_the_docstring_holds() -> None:
    assert doctest.testmod(interval).failed == 0
