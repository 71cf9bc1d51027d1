"""How far two coders agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kwalevaluatie.in_cell import captioned
from kwalevaluatie.wording import decimal


@dataclass(frozen=True)
class Agreement:
    """Judgements given the same by two coders, of those both gave, with Cohen's kappa.

    `kappa` is 1 for full agreement and 0 for what chance alone would give (Cohen, 1960); None
    when both coders used one and the same state throughout, for then it has no meaning.
    """

    same: int
    both: int
    kappa: float | None

    def _repr_html_(self) -> str:
        kappa = "niet te bepalen" if self.kappa is None else decimal(self.kappa, 2)
        rows = (("gelijk", self.same), ("door beiden beoordeeld", self.both), ("kappa", kappa))
        return captioned("Overeenstemming tussen twee codeurs", ("wat", "waarde"), rows)


def agree(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """The agreement over pairs of states, one pair for each respondent and goal."""
    same = sum(first == second for first, second in pairs)
    return Agreement(same, len(pairs), _kappa(pairs) if pairs else None)


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    from sklearn.metrics import cohen_kappa_score

    first, second = zip(*pairs, strict=True)
    if len({*first, *second}) < 2:
        return None
    return float(cohen_kappa_score(first, second))
