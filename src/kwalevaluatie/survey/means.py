"""Means and spread of answers, weighted or not."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt


def mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted mean.

    >>> mean([6, 8], [1, 1]), mean([6, 8], [3, 1])
    (7.0, 6.5)
    """
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)


def standard_deviation(values: Sequence[float], weights: Sequence[float]) -> float | None:
    """The standard deviation of a sample; None of a single answer.

    Weights tell for how many an answer stands; the divisor is (n-1)/n times their sum, so that
    weights that are all the same change nothing (Cochran, 1977).

    >>> round(standard_deviation([6, 7, 8], [1, 1, 1]), 3), standard_deviation([6], [1])
    (1.0, None)
    """
    n = sum(weight > 0 for weight in weights)
    if n < 2:
        return None
    centre = mean(values, weights)
    squares = sum(w * (v - centre) ** 2 for v, w in zip(values, weights, strict=True))
    return sqrt(squares / sum(weights) * n / (n - 1))
