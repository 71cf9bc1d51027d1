"""Differences between two years: tested where that can be, and else told why not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from kwalevaluatie.model import Figure
from kwalevaluatie.survey.differences import (
    difference_of_means,
    difference_of_shares,
    p_of_shares,
)
from kwalevaluatie.survey.years import compare_years


def figure(year: int, value: float | None, unit: Any = "aandeel", **more: Any) -> Figure:
    return Figure("a", "Item", "Vraag", year, unit, value, "KBO", **more)


@pytest.mark.parametrize(
    ("k", "n", "l", "m", "low", "high"),
    [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (10, 10, 0, 10, 0.6075, 1.0000),
    ],
)
def test_published_intervals(k: int, n: int, l: int, m: int, low: float, high: float) -> None:  # noqa: E741
    """Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10."""
    assert difference_of_shares(k / n, n, l / m, m) == pytest.approx((low, high), abs=5e-5)


def test_welch_is_that_of_scipy() -> None:
    one, two = [6.0, 7, 8, 9, 7, 8], [5.0, 9, 6, 4, 7]
    expected = ttest_ind(one, two, equal_var=False)
    between = expected.confidence_interval(0.95)
    stats: list[float] = []
    for given_ in (one, two):
        mean = sum(given_) / len(given_)
        sd = (sum((x - mean) ** 2 for x in given_) / (len(given_) - 1)) ** 0.5
        stats += [mean, sd, len(given_)]
    found = difference_of_means(*stats)
    assert found == pytest.approx((between.low, between.high, expected.pvalue))


@given(st.floats(0, 1), st.integers(1, 900), st.floats(0, 1), st.integers(1, 900))
def test_the_interval_holds_the_difference_and_its_mirror(
    one: float, n: int, two: float, m: int
) -> None:
    low, high = difference_of_shares(one, n, two, m)
    assert -1 - 1e-9 <= low <= one - two + 1e-9
    assert one - two - 1e-9 <= high <= 1 + 1e-9
    assert difference_of_shares(two, m, one, n) == pytest.approx((-high, -low))
    assert 0 <= p_of_shares(one, n, two, m) <= 1


def test_shares_with_both_n_are_tested() -> None:
    found = compare_years(figure(2024, 0.92, n=402), figure(2021, 0.85, n=380))
    assert found.testable and found.certain
    assert (found.earlier.year, found.later.year) == (2021, 2024)
    assert found.difference == pytest.approx(0.07)
    assert found.p is not None and found.p < 0.01
    expected = "92% in 2024, 85% in 2021: verschil +7,0 procentpunt, 95% tussen +2,5 en +11,5"
    assert found.text.startswith(expected)


def test_what_may_be_chance_says_so() -> None:
    found = compare_years(figure(2021, 0.5, n=40), figure(2024, 0.55, n=41))
    assert found.testable and not found.certain
    assert found.text.endswith("kan toeval zijn")


def test_means_need_their_spread() -> None:
    one = figure(2021, 8.0, "rapportcijfer", n=380, sd=1.5)
    two = figure(2024, 8.2, "rapportcijfer", n=402, sd=1.4)
    found = compare_years(one, two)
    assert found.low == pytest.approx(-0.004, abs=5e-4)
    assert "de spreiding (sd)" in compare_years(one, figure(2024, 8.2, one.unit, n=402)).reason


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (figure(2021, 0.9), "van 2021 is niet gepubliceerd hoeveel mensen antwoordden (n)"),
        (figure(2021, 0.9, n=4), "minder dan 5 mensen"),
        (figure(2021, None, n=40), "van 2021 is er geen waarde"),
        (figure(2024, 0.9, n=40), "hetzelfde jaar"),
        (figure(2021, 8.0, "rapportcijfer", n=40), "het een is een rapportcijfer"),
        (figure(2021, 0.9, n=40, group="partner"), "perspectief is in beide jaren een andere"),
        (figure(2021, 0.9, n=40, top=("Eens",)), "topbox is in beide jaren een andere"),
    ],
)
def test_what_cannot_be_tested_says_why(other: Figure, why: str) -> None:
    now = figure(2024, 0.92, n=402, group="inwoner", top=("Eens", "Helemaal eens"))
    found = compare_years(now, other)
    assert not found.testable
    assert (found.low, found.p) == (None, None)
    assert "verschil niet te toetsen" in found.text
    assert why in found.text


def test_years_that_lack_the_same_are_named_together() -> None:
    found = compare_years(figure(2021, 0.9), figure(2024, 0.92))
    assert found.reason == ("van 2021 en 2024 is niet gepubliceerd hoeveel mensen antwoordden (n)")
    found = compare_years(figure(2021, None, n=40), figure(2024, 0.92))
    assert found.reason == (
        "van 2021 is er geen waarde en van 2024 is niet gepubliceerd hoeveel mensen antwoordden (n)"
    )


def test_a_registration_is_no_sample() -> None:
    one, two = figure(2021, 1700.0, "aantal"), figure(2022, 1724.0, "aantal")
    found = compare_years(one, two)
    assert found.difference == 24
    assert not found.testable


def test_another_wording_or_mode_is_a_caution() -> None:
    one = figure(2021, 0.9, n=400, mode="post")
    two = Figure("a", "Item", "Andere vraag", 2024, "aandeel", 0.8, "KBO", n=400, mode="online")
    text = compare_years(one, two).text
    assert "let op: de vraag is anders geformuleerd en de vraag is op een andere wijze" in text


def test_weighted_answers_count_for_what_they_are_worth() -> None:
    one, two = figure(2021, 0.8, n=400), figure(2024, 0.87, n=400)
    worth = figure(2024, 0.87, n=400, effective=150.0)
    assert compare_years(one, two).certain
    assert not compare_years(one, worth).certain
