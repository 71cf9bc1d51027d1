"""Reads the rows of a table file (.csv or .xlsx), whatever its separators and encoding."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import dropwhile
from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.tables import cell_text
from kwalevaluatie.formats.transcripts.files import read_text, too_large
from kwalevaluatie.formats.transcripts.package import Package
from kwalevaluatie.formats.transcripts.words import fold
from kwalevaluatie.model.transcript import ReadNote

EXCEL = (".xlsx", ".xlsm")
REMARK = "# "
README = "lees mij"
"""The name of a sheet that explains the others."""
MOST_ROWS, MOST_CELLS = 100_000, 5_000_000
_LONGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with its place in the file, counted from 1."""

    line: int
    cells: tuple[str, ...]


def read_sheet(path: Path) -> tuple[tuple[Row, ...], tuple[ReadNote, ...]]:
    """The filled rows of a table, the first of which holds the headings.

    Remarks above the headings, that start with #, are passed over.
    """
    rows, notes = _excel(path) if path.suffix.lower() in EXCEL else _csv(path)
    return tuple(dropwhile(_is_remark, _bounded(rows, path))), notes


def _is_remark(row: Row) -> bool:
    return row.cells[0].startswith(REMARK)


def _bounded(rows: Iterable[Row], path: Path) -> Iterator[Row]:
    cells = 0
    for number, row in enumerate(rows):
        cells += len(row.cells)
        if number > MOST_ROWS or cells > MOST_CELLS:
            raise too_large(path)
        if any(row.cells):
            yield row


def _csv(path: Path) -> tuple[Iterator[Row], tuple[ReadNote, ...]]:
    text, notes = read_text(path)
    return _csv_rows(text, path), notes


def _csv_rows(text: str, path: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    body = lines.partition("\n")[2] if lines.startswith("sep=") else lines
    start = 1 + (body is not lines)
    reader = csv.reader(StringIO(body), delimiter=_separator(lines))
    before = 0
    try:
        for cells in reader:
            yield Row(start + before, tuple(cell.strip() for cell in cells))
            before = reader.line_num
    except csv.Error:
        raise unreadable(path, start + before) from None


def _separator(text: str) -> str:
    """The character that parts the headings; those between quotes do not count."""
    if text.startswith("sep=") and text[4:5] in ";,\t|":
        return text[4]
    lines = text[:20_000].split("\n")
    first = next((line for line in lines if line.strip() and not line.startswith(REMARK)), "")
    bare = "".join(first.split('"')[::2])
    return max(";\t,|", key=bare.count)


def _excel(path: Path) -> tuple[Iterator[Row], tuple[ReadNote, ...]]:
    package = Package(path)
    package.check_size()
    return iter(_excel_rows(path, package.data)), package.ignored()


def _excel_rows(path: Path, data: bytes) -> list[Row]:
    from openpyxl import load_workbook

    rows: list[Row] = []
    try:
        sheets = load_workbook(BytesIO(data), read_only=True, data_only=True).worksheets
        sheet = next((one for one in sheets if fold(one.title) != README), sheets[0])
        sheet.reset_dimensions()
        for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            rows.append(Row(line, tuple(map(cell_text, cells))))
            if line > MOST_ROWS:
                raise too_large(path)
    except TranscriptError:
        raise
    except Exception:
        raise unreadable(path) from None
    return rows


def unreadable(path: Path, line: int | None = None) -> TranscriptError:
    """The error for a table that cannot be read."""
    return TranscriptError(
        "Dit is geen leesbare tabel.",
        where=path,
        line=line,
        todo="Open haar in Excel en sla haar opnieuw op als .xlsx of .csv.",
    )
