"""What a survey table gives away, by itself and beside what was published before.

The rules for tables of counts (Hundepool and others 2012): no small cell, none that can be worked
out, and a word on cells that tell of everybody in a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.disclosure.suppression import Cell, exposed, interval, zeros_and_full
from kwalevaluatie.model import Figure
from kwalevaluatie.model.publication import Point, Weight

SMALL_CELL = "kleine cel"
DEDUCED = "cel die te herleiden is"
ZERO_FULL = "lege of volle cel"
YEARS = "herleidbaar over jaren"
RULES = (SMALL_CELL, DEDUCED, ZERO_FULL, YEARS)


@dataclass(frozen=True)
class SurveyTable:
    """A table of counts as it will be published: its labels, counts, and which stay away."""

    name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    hidden: tuple[tuple[bool, ...], ...]

    def label(self, cell: Cell) -> str:
        """A cell in words."""
        return f"{self.rows[cell[0]]} × {self.columns[cell[1]]}"


def table_points(table: SurveyTable, minimum: int) -> list[Point]:
    """The points that one table raises; row and column totals are taken to be published."""
    return [*_small(table, minimum), *_deduced(table, minimum), *_zeros_and_full(table)]


def over_years(table: SurveyTable, known: Iterable[Cell]) -> list[Point]:
    """Cells hidden this year that come out again with what was published before.

    `known` are the cells of which last year's count and the change since are published.
    """
    given = set(known)
    left = [
        [hides and (i, j) not in given for j, hides in enumerate(row)]
        for i, row in enumerate(table.hidden)
    ]
    out = (*(cell for cell in _hidden(table) if cell in given), *exposed(table.counts, left))
    return [
        _point(
            table, cell, YEARS, "blokkade",
            "Deze cel is verborgen, maar volgt uit wat eerder is gepubliceerd en de verandering "
            "sindsdien. Laat de verandering van deze cel ook weg.",
        )
        for cell in sorted(set(out))
    ]  # fmt: skip


def figure_points(figures: Iterable[Figure], minimum: int) -> list[Point]:
    """Published shares that rest on fewer people than may be shown."""
    return [point for figure in figures for point in _of_figure(figure, minimum)]


def _of_figure(figure: Figure, minimum: int) -> Iterator[Point]:
    place = f"kbo/{figure.id}/{figure.year}"
    if figure.n is not None and figure.n < minimum:
        yield Point(
            place, SMALL_CELL, "blokkade", f"n = {figure.n}",
            f"Dit cijfer rust op minder dan {minimum} antwoorden. Laat het weg of voeg samen.",
        )  # fmt: skip
    elif figure.unit == "aandeel" and figure.n and figure.value in (0, 1):
        yield Point(
            place, ZERO_FULL, "waarschuwing", f"{figure.value:.0%} van {figure.n}",
            "Iedereen of niemand gaf dit antwoord: dat zegt iets van ieder van hen. Ga na of dat "
            "mag.",
        )  # fmt: skip


def _small(table: SurveyTable, minimum: int) -> Iterator[Point]:
    for cell in _cells(table.counts):
        i, j = cell
        if 0 < table.counts[i][j] < minimum and not table.hidden[i][j]:
            yield _point(
                table, cell, SMALL_CELL, "blokkade",
                f"In deze cel zitten minder dan {minimum} mensen. Verberg de cel of voeg rijen "
                "of kolommen samen.",
            )  # fmt: skip


def _deduced(table: SurveyTable, minimum: int) -> Iterator[Point]:
    for cell in _hidden(table):
        low, high = interval(table.counts, table.hidden, cell)
        small = 0 < table.counts[cell[0]][cell[1]] < minimum
        if low == high or (small and high - low < minimum - 1):
            yield _point(
                table, cell, DEDUCED, "blokkade",
                "Deze verborgen cel volgt (bijna) uit de totalen en de andere cellen. Verberg er "
                "een cel bij in dezelfde rij en kolom, of voeg samen.",
            )  # fmt: skip


def _zeros_and_full(table: SurveyTable) -> Iterator[Point]:
    zeros, full = zeros_and_full(table.counts)
    shown = [cell for cell in full if not table.hidden[cell[0]][cell[1]]]
    for cell in shown:
        yield _point(
            table, cell, ZERO_FULL, "waarschuwing",
            "Iedereen in deze rij gaf hetzelfde antwoord. Dat zegt iets van ieder van hen. Ga na "
            "of dat mag, of voeg rijen samen.",
        )  # fmt: skip
    if zeros and not shown:
        labels = ", ".join(table.label(cell) for cell in zeros)
        yield Point(
            f"tabel/{table.name}", ZERO_FULL, "waarschuwing", labels,
            "In deze cellen zit niemand. Een nul zegt ook iets van de hele rij. Ga na of dat mag.",
        )  # fmt: skip


def _point(table: SurveyTable, cell: Cell, rule: str, severity: Weight, message: str) -> Point:
    return Point(f"tabel/{table.name}", rule, severity, table.label(cell), message)


def _cells(counts: Sequence[Sequence[int]]) -> list[Cell]:
    return [(i, j) for i, row in enumerate(counts) for j in range(len(row))]


def _hidden(table: SurveyTable) -> list[Cell]:
    return [(i, j) for i, j in _cells(table.counts) if table.hidden[i][j]]
