"""How good suggestions are, laid beside what people decided: turn by turn, theme by theme."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

Place = tuple[str, int]
"""A conversation and the number of a turn in it."""
Unit = tuple[str, int, str]
"""A conversation, the number of a turn in it, and a theme."""
Proposed = Mapping[Unit, Collection[str]]
"""What was suggested, and what each suggestion rests on."""

MICRO, MACRO = "alle (micro)", "alle (macro)"
LEARNED = "geleerd"
GROUNDS = ("beleidstaal", "inwonertaal", LEARNED)
ENOUGH_TURNS = 30
Split = Literal["alles", "register", "perspectief"]


@dataclass(frozen=True)
class Table:
    """What was suggested against what was decided: a table of two by two, in units.

    A measure is None where it has no meaning: precision where nothing was suggested, recall
    where nothing was decided, F1 where neither, kappa where chance alone gives all agreement.

    Gwet's example (2008), 125 units of which nearly all are positive, shows why there are two
    coefficients: where nearly everything is one and the same, kappa is about nought however
    much people agree.

    >>> gwet = Table(tp=118, fp=2, fn=5, tn=0)
    >>> round(gwet.kappa, 3), round(gwet.ac1, 3)
    (-0.023, 0.941)
    """

    tp: int
    fp: int
    fn: int
    tn: int

    def __add__(self, other: Table) -> Table:
        return Table(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.tn + other.tn)

    @property
    def n(self) -> int:
        """All units."""
        return self.tp + self.fp + self.fn + self.tn

    @property
    def prevalence(self) -> float | None:
        """The share of units that people gave the theme."""
        return _ratio(self.tp + self.fn, self.n)

    @property
    def precision(self) -> float | None:
        """Of what was suggested, the share that is right."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """Of what people decided, the share that was suggested."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def specificity(self) -> float | None:
        """Of what people did not give the theme, the share that was not suggested."""
        return _ratio(self.tn, self.tn + self.fp)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    @property
    def kappa(self) -> float | None:
        """Agreement beyond chance, chance being the product of the margins (Cohen, 1960)."""
        decided, suggested = self.tp + self.fn, self.tp + self.fp
        both, neither = decided * suggested, (self.n - decided) * (self.n - suggested)
        return self._beyond(_ratio(both + neither, self.n**2))

    @property
    def ac1(self) -> float | None:
        """Agreement beyond chance, chance being 2π(1-π) of the mean share π (Gwet, 2008)."""
        share = _ratio(2 * self.tp + self.fp + self.fn, 2 * self.n)
        return None if share is None else self._beyond(2 * share * (1 - share))

    def _beyond(self, chance: float | None) -> float | None:
        if chance is None or chance == 1:
            return None
        return ((self.tp + self.tn) / self.n - chance) / (1 - chance)


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


@dataclass(frozen=True)
class Measured:
    """One row: how good the suggestions are for a theme, or for all themes together.

    `n` are turns for a theme and turns × themes for all together; `turns` the turns under it.
    The row for the mean over themes (macro) has no `tp`, `fp` and `fn`.
    """

    split: Split
    part: str
    code: str
    turns: int
    n: int
    tp: int | None
    fp: int | None
    fn: int | None
    prevalence: float | None
    precision: float | None
    recall: float | None
    f1: float | None
    kappa: float | None
    ac1: float | None

    @property
    def few(self) -> bool:
        """Whether there are too few turns to build on."""
        return self.turns < ENOUGH_TURNS


def measure(
    groups: Mapping[Place, str],
    decided: Collection[Unit],
    proposed: Proposed,
    codes: Sequence[str],
) -> Iterator[Measured]:
    """How good suggestions are: in all, by what they rest on, and by perspective.

    `groups` are the turns that count, with the perspective of who speaks in each; what is
    decided or proposed elsewhere is left out. By register: as if there were no suggestions but
    those that rest on patterns of that register, or on no pattern at all (geleerd).
    """
    yield from _rows("alles", "", groups, decided, proposed, codes)
    for ground in GROUNDS:
        resting = [unit for unit, grounds in proposed.items() if ground in grounds]
        yield from _rows("register", ground, groups, decided, resting, codes)
    for group in sorted(set(groups.values())):
        own = [place for place, name in groups.items() if name == group]
        yield from _rows("perspectief", group, own, decided, proposed, codes)


def _rows(
    split: Split,
    part: str,
    places: Collection[Place],
    decided: Iterable[Unit],
    proposed: Iterable[Unit],
    codes: Sequence[str],
) -> Iterator[Measured]:
    tables = list(_tables(places, decided, proposed, codes))
    for code, table in zip(codes, tables, strict=True):
        yield _row(split, part, code, len(places), table)
    yield _row(split, part, MICRO, len(places), sum(tables, Table(0, 0, 0, 0)))
    yield _mean_row(split, part, len(places), tables)


def _tables(
    places: Collection[Place],
    decided: Iterable[Unit],
    proposed: Iterable[Unit],
    codes: Sequence[str],
) -> Iterator[Table]:
    right, said = _by_code(decided, places), _by_code(proposed, places)
    for code in codes:
        yes, suggested = right.get(code, set()), said.get(code, set())
        yield Table(
            tp=len(yes & suggested),
            fp=len(suggested - yes),
            fn=len(yes - suggested),
            tn=len(places) - len(yes | suggested),
        )


def _by_code(units: Iterable[Unit], places: Collection[Place]) -> dict[str, set[Place]]:
    counted, found = set(places), dict[str, set[Place]]()
    for transcript, turn, code in units:
        if (transcript, turn) in counted:
            found.setdefault(code, set()).add((transcript, turn))
    return found


def _row(split: Split, part: str, code: str, turns: int, table: Table) -> Measured:
    return Measured(
        split=split,
        part=part,
        code=code,
        turns=turns,
        n=table.n,
        tp=table.tp,
        fp=table.fp,
        fn=table.fn,
        prevalence=table.prevalence,
        precision=table.precision,
        recall=table.recall,
        f1=table.f1,
        kappa=table.kappa,
        ac1=table.ac1,
    )


def _mean_row(split: Split, part: str, turns: int, tables: Sequence[Table]) -> Measured:
    """The mean over themes, of each measure over the themes where it has a meaning."""
    return Measured(
        split=split,
        part=part,
        code=MACRO,
        turns=turns,
        n=turns * len(tables),
        tp=None,
        fp=None,
        fn=None,
        prevalence=_mean(table.prevalence for table in tables),
        precision=_mean(table.precision for table in tables),
        recall=_mean(table.recall for table in tables),
        f1=_mean(table.f1 for table in tables),
        kappa=_mean(table.kappa for table in tables),
        ac1=_mean(table.ac1 for table in tables),
    )


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
