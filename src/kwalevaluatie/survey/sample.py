"""How many people a survey needs, how many answered, and how sure that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

from kwalevaluatie.survey.interval import Z95

MARGIN = 0.05


def sample_size(population: int | None = None, margin: float = MARGIN) -> int:
    """How many answers give a margin of at most `margin` around a share, with 95% certainty.

    Cochran (1977) for a share of one half, the least certain one, with the correction for a
    finite population. Without a population: of a very large one.

    >>> sample_size(1724), sample_size(60), sample_size()
    (315, 53, 385)
    """
    if not 0 < margin < 1 or (population is not None and population < 1):
        raise ValueError(f"no sample of {population} people with a margin of {margin}")
    endless = Z95**2 * 0.25 / margin**2
    if population is None:
        return ceil(endless)
    return min(population, ceil(endless / (1 + (endless - 1) / population)))


def margin_reached(n: int, population: int | None = None, effective: float | None = None) -> float:
    """The largest margin around a share of n answers, with 95% certainty (Cochran, 1977).

    >>> round(margin_reached(315, 1724), 3), round(margin_reached(402), 3)
    (0.05, 0.049)
    """
    if n < 1 or (population is not None and population < n):
        raise ValueError(f"no margin of {n} answers of {population} people")
    worth = n if effective is None else effective
    left = 1.0 if population in (None, 1) else (population - n) / (population - 1)
    return Z95 * sqrt(0.25 / worth * left) if population != n else 0.0


def response_rate(returned: int, invited: int) -> float:
    """Which share of those invited took part.

    >>> round(response_rate(41, 60), 3)
    0.683
    """
    if invited < 1 or not 0 <= returned <= invited:
        raise ValueError(f"no response of {returned} out of {invited}")
    return returned / invited


def effective_size(weights: Sequence[float]) -> float:
    """What weighted answers are worth: their sum squared, over the sum of squares (Kish, 1965).

    >>> effective_size([1, 1, 1, 1]), round(effective_size([1, 1, 2, 4]), 2)
    (4.0, 2.91)
    """
    squares = sum(weight**2 for weight in weights)
    return sum(weights) ** 2 / squares if squares else 0.0
