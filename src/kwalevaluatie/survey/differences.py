"""The difference between two years, with its interval."""

from __future__ import annotations

from math import sqrt

from kwalevaluatie.survey.interval import wilson

Interval = tuple[float, float]


def difference_of_shares(first: float, n: float, second: float, m: float) -> Interval:
    """The 95% interval of `first - second`, shares of n and of m answers of other people.

    Newcombe's hybrid score interval (Newcombe, 1998, Statistics in Medicine 17, method 10).
    Its example 56 of 70 beside 48 of 80:

    >>> low, high = difference_of_shares(56 / 70, 70, 48 / 80, 80)
    >>> round(low, 4), round(high, 4)
    (0.0524, 0.3339)
    """
    (low, high), (least, most) = wilson(first, n), wilson(second, m)
    difference = first - second
    return (
        difference - sqrt((first - low) ** 2 + (most - second) ** 2),
        difference + sqrt((high - first) ** 2 + (second - least) ** 2),
    )


def p_of_shares(first: float, n: float, second: float, m: float) -> float:
    """How often chance alone makes two shares differ this much: the score test (Pearson, 1900).

    >>> round(p_of_shares(56 / 70, 70, 48 / 80, 80), 3)
    0.008
    """
    from scipy.stats import norm

    pooled = (first * n + second * m) / (n + m)
    error = sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    return float(2 * norm.sf(abs(first - second) / error)) if error else 1.0


def difference_of_means(
    first: float, sd: float, n: float, second: float, other_sd: float, m: float
) -> tuple[float, float, float]:
    """The 95% interval of `first - second`, means of n and of m answers, and its p-value.

    Student's t with unequal spread and the degrees of freedom of Welch (1947).

    >>> low, high, p = difference_of_means(8.2, 1.4, 402, 8.0, 1.5, 380)
    >>> round(low, 3), round(high, 3), round(p, 3)
    (-0.004, 0.404, 0.055)
    """
    from scipy.stats import t, ttest_ind_from_stats

    error, other = sd**2 / n, other_sd**2 / m
    if not error + other:
        return first - second, first - second, 0.0 if first != second else 1.0
    freedom = (error + other) ** 2 / (error**2 / (n - 1) + other**2 / (m - 1))
    half = float(t.ppf(0.975, freedom)) * sqrt(error + other)
    tested = ttest_ind_from_stats(first, sd, n, second, other_sd, m, equal_var=False)
    return first - second - half, first - second + half, float(tested.pvalue)
