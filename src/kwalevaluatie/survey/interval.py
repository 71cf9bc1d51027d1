"""The uncertainty of a survey share, and of a mean."""

from __future__ import annotations

from math import sqrt

Z95 = 1.959963984540054


def wilson(
    share: float, n: float, population: int | None = None, effective: float | None = None
) -> tuple[float, float]:
    """The 95% interval around a share of n answers.

    Wilson's score interval (Wilson, 1927), which stays within 0 and 1; with a finite
    population of size `population` n is enlarged by the correction (N-1)/(N-n) (Cochran, 1977).
    Of weighted answers `effective` says what they are worth (Kish, 1965).

    >>> low, high = wilson(0.92, 402)
    >>> round(low, 3), round(high, 3)
    (0.889, 0.943)
    """
    if not 0 <= share <= 1 or n < 1 or (population is not None and population < n):
        raise ValueError(f"no share of answers: {share} of {n} (population {population})")
    if population == n:
        return share, share
    worth = n if effective is None else effective
    size = worth if population is None else worth * (population - 1) / (population - n)
    centre = (share + Z95**2 / (2 * size)) / (1 + Z95**2 / size)
    half = Z95 * sqrt(share * (1 - share) / size + Z95**2 / (4 * size**2)) / (1 + Z95**2 / size)
    return (centre - half if share else 0.0), (centre + half if share < 1 else 1.0)


def mean_interval(
    mean: float, sd: float, n: float, population: int | None = None, effective: float | None = None
) -> tuple[float, float] | None:
    """The 95% interval around a mean of n answers, by Student's t; None of a single answer.

    With a finite population the standard error shrinks by the root of 1 - n/N (Cochran, 1977).

    >>> low, high = mean_interval(7.2, 1.0, 41)
    >>> round(low, 2), round(high, 2)
    (6.88, 7.52)
    """
    from scipy.stats import t

    worth = n if effective is None else effective
    if worth <= 1 or (population is not None and population < n):
        return None
    left = 1.0 if population is None else 1 - n / population
    half = float(t.ppf(0.975, worth - 1)) * sd / sqrt(worth) * sqrt(left)
    return mean - half, mean + half
