"""The rows of tables that tell which share of people answered what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kwalevaluatie.checking.reading import Reading, Sentence
from kwalevaluatie.checking.tables import Row, Table, every_table
from kwalevaluatie.checking.whose import Who, group_in

_SHARE = re.compile(r"(?P<p>\d{1,3}(?:,\d+)?)\s?%")
_YES = re.compile(
    r"^\W*(?:\(?(?:helemaal|zeer|volledig)\)?\s*)?(?:mee )?"
    r"(?:eens|ja|tevreden|goed|positief|akkoord)\b"
)
_ANSWER = re.compile(
    r"^\W*(?:\(?(?:zeer|helemaal|heel|volledig)\)? )?(?:on)?(?:tevreden|eens|ja|nee|goed|slecht|"
    r"positief|negatief|neutraal|wisselend|oneens|ontevreden|voldoende)\b"
)
_DEGREE = re.compile(r"\b(?:zeer|helemaal|heel|volledig|enigszins|redelijk|mee)\b|[()/,]")
_TOTAL = re.compile(r"^\W*(?:totaal|samen)\b")
_SHARES = re.compile(r"%|aandeel|percentage|procent")


@dataclass(frozen=True, eq=False)
class ToldRow:
    """A share in a row: where it stands, what and whom it is about, and how it is written."""

    place: Sentence
    about: str
    percent: float
    said: str
    whom: Who


def told_rows(reading: Reading) -> Iterator[ToldRow]:
    """The rows that hold one share, of a statement or of an answer."""
    for table in every_table(reading.passages):
        shares = _in_column(table) or _of_total(table)
        for row, percent in _added(shares):
            place = _place(reading, row)
            title = f"{table.caption} {table.head[0] if table.head else ''}"
            about = f"{row.label} {title}" if _ANSWER.match(row.label) else row.label
            yield ToldRow(place, about, percent, f"{percent:.0f}%", group_in(title))


def _in_column(table: Table) -> list[tuple[Row, float]]:
    """The percentages in the column of those who agree, or in the only one there is."""
    found = {
        at: shares for at in range(1, table.width) if len(shares := _percentages(table, at)) > 1
    }
    agreed = [at for at in found if at < len(table.head) and _YES.match(table.head[at])]
    if agreed:
        return found[agreed[0]]
    return next(iter(found.values())) if len(found) == 1 else []


def _percentages(table: Table, at: int) -> list[tuple[Row, float]]:
    shares = at < len(table.head) and bool(_SHARES.search(table.head[at]))
    found = []
    for row in table.rows:
        match = _SHARE.search(row.cells[at]) if at < len(row.cells) else None
        cell = row.numbers[at] if at < len(row.numbers) else None
        if match:
            found.append((row, float(match["p"].replace(",", "."))))
        elif shares and cell:
            found.append((row, cell.value))
    return [(row, percent) for row, percent in found if percent <= 100]


def _of_total(table: Table) -> list[tuple[Row, float]]:
    """The counts in the only column of numbers, as shares of the total under them."""
    columns = [cells for at in range(1, table.width) if (cells := table.column(at))]
    if len(columns) != 1:
        return []
    total = next((cell.value for row, cell in columns[0] if _TOTAL.match(row.label)), 0)
    if not total:
        return []
    rows = [(row, cell.value) for row, cell in columns[0] if not _TOTAL.match(row.label)]
    whole = sum(value for _, value in rows) == total
    return [(row, 100 * value / total) for row, value in rows] if whole else []


def _added(shares: list[tuple[Row, float]]) -> Iterator[tuple[Row, float]]:
    """The shares, where "zeer tevreden" and "tevreden" are one answer."""
    found: dict[str, tuple[Row, float]] = {}
    for row, percent in shares:
        if not _TOTAL.match(row.label):
            answer = " ".join(_DEGREE.sub(" ", row.label).split())
            first, sofar = found.get(answer, (row, 0.0))
            found[answer] = (first, sofar + percent)
    yield from found.values()


def _place(reading: Reading, row: Row) -> Sentence:
    """The row as if it were a sentence of its section."""
    passage = row.passage
    section = reading.sections[passage.number]
    return Sentence(-1, passage, section, 0, passage.text, passage.lower)
