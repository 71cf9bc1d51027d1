"""Agreement between two coders."""

from __future__ import annotations

import pytest

from kwalevaluatie.analysis.agreement import Agreement, agree


def pairs(yes_yes: int, yes_no: int, no_yes: int, no_no: int) -> list[tuple[str, str]]:
    """A table of two coders as pairs of states."""
    return [
        *[("positief", "positief")] * yes_yes,
        *[("positief", "negatief")] * yes_no,
        *[("negatief", "positief")] * no_yes,
        *[("negatief", "negatief")] * no_no,
    ]


def test_kappa_is_what_is_left_of_agreement_beyond_chance() -> None:
    found = agree(pairs(20, 5, 10, 15))
    expected = 25 / 50 * 30 / 50 + 25 / 50 * 20 / 50
    assert (found.same, found.both) == (35, 50)
    assert found.kappa == pytest.approx((35 / 50 - expected) / (1 - expected)) == pytest.approx(0.4)


def test_agreement_no_better_than_chance_is_nought() -> None:
    assert agree(pairs(5, 5, 5, 5)).kappa == pytest.approx(0)


@pytest.mark.parametrize("given", [[], pairs(3, 0, 0, 0)])
def test_without_difference_there_is_no_kappa(given: list[tuple[str, str]]) -> None:
    assert agree(given) == Agreement(len(given), len(given), None)
