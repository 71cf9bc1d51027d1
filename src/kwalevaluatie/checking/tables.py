"""The tables of a report, with the numbers in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.checking.dutch_numbers import in_digits
from kwalevaluatie.checking.passages import Passage

_CELL = re.compile(
    r"^(?:€|<|>|±|circa|ca\.)?\s*(?P<minus>[-–−]\s?)?(?P<number>\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|"
    r"\d+(?:[.,]\d+)?)"
    r"\s*(?:,-)?\s*(?P<percent>%)?\*?$"
)


@dataclass(frozen=True)
class Cell:
    """A cell with a number in it."""

    value: float
    percent: bool
    text: str
    decimals: int = 0


@dataclass(frozen=True)
class Row:
    """A row: its first cell as label, and for every cell its number if it holds one."""

    passage: Passage
    label: str
    cells: tuple[str, ...]
    numbers: tuple[Cell | None, ...]

    @property
    def line(self) -> int:
        """The line of the report in which it stands."""
        return self.passage.first

    @property
    def is_numeric(self) -> bool:
        """Whether it holds a number besides its label."""
        return any(self.numbers[1:])


@dataclass(frozen=True)
class Table:
    """A table: the cells of its head, its other rows, and the passages just before and after."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]

    @property
    def caption(self) -> str:
        """The caption nearest to it, in lower case."""
        near = (*reversed(self.before), *self.after)
        return next((one.lower for one in near if one.kind == "bijschrift"), "")

    def column(self, index: int) -> list[tuple[Row, Cell]]:
        """The numbers of a column, with their rows."""
        return [
            (row, cell)
            for row in self.rows
            if index < len(row.numbers) and (cell := row.numbers[index]) is not None
        ]

    @property
    def width(self) -> int:
        """The most cells in a row."""
        return max((len(row.cells) for row in self.rows), default=0)


def tables_of(passages: Sequence[Passage]) -> Iterator[Table]:
    """The tables of a report that hold numbers."""
    return (one for one in every_table(passages) if any(row.is_numeric for row in one.rows))


def every_table(passages: Sequence[Passage]) -> Iterator[Table]:
    """The tables of a report, also those of words alone."""
    start = 0
    while start < len(passages):
        if passages[start].kind != "tabel":
            start += 1
            continue
        stop = start
        number = passages[start].lines[0].table
        while stop < len(passages) and passages[stop].lines[0].table == number:
            stop += 1
        table = _table(passages, start, stop)
        if table.rows:
            yield table
        start = stop


def _table(passages: Sequence[Passage], start: int, stop: int) -> Table:
    rows = [_row(one) for one in passages[start:stop] if one.lines[0].cells]
    headed = bool(rows) and (not rows[0].is_numeric or _is_head(rows[0]))
    head = tuple(cell.lower() for cell in rows[0].cells) if headed else ()
    return Table(
        head,
        tuple(rows[1:] if headed else rows),
        tuple(passages[max(start - 2, 0) : start]),
        tuple(passages[stop : stop + 1]),
    )


def _is_head(row: Row) -> bool:
    """Whether all numbers of a first row are years."""
    numbers = [cell for cell in row.numbers[1:] if cell]
    return all(1990 <= cell.value <= 2100 and "." not in cell.text for cell in numbers)


def _row(passage: Passage) -> Row:
    cells = tuple(cell.strip().strip("*_ ") for cell in passage.lines[0].cells)
    return Row(passage, cells[0].lower(), cells, tuple(map(cell_number, cells)))


def cell_number(text: str) -> Cell | None:
    """The number in a cell, if it holds nothing else."""
    match = _CELL.match(text.strip())
    if not match:
        return None
    value = in_digits(match["number"].replace(" ", ""))
    decimals = len(match["number"].partition(",")[2])
    return Cell(-value if match["minus"] else value, bool(match["percent"]), text, decimals)
