"""The uncertainty of a survey share."""

from __future__ import annotations

from math import sqrt

Z95 = 1.959963984540054


def wilson(share: float, n: int, population: int | None = None) -> tuple[float, float]:
    """The 95% interval around a share of n answers.

    Wilson's score interval (Wilson, 1927), which stays within 0 and 1; with a finite
    population of size `population` n is enlarged by the correction (N-1)/(N-n) (Cochran, 1977).

    >>> low, high = wilson(0.92, 402)
    >>> round(low, 3), round(high, 3)
    (0.889, 0.943)
    """
    if not 0 <= share <= 1 or n < 1 or (population is not None and population < n):
        raise ValueError(f"no share of answers: {share} of {n} (population {population})")
    if population == n:
        return share, share
    size = n if population is None else n * (population - 1) / (population - n)
    centre = (share + Z95**2 / (2 * size)) / (1 + Z95**2 / size)
    half = Z95 * sqrt(share * (1 - share) / size + Z95**2 / (4 * size**2)) / (1 + Z95**2 / size)
    return max(0.0, centre - half), min(1.0, centre + half)
