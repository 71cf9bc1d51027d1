"""Reads a table whose columns are speaker and text, with or without a time or a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.openings import is_plausible, tidy
from kwalevaluatie.formats.transcripts.people import looks_like_people
from kwalevaluatie.formats.transcripts.timecodes import TIME, seconds_in
from kwalevaluatie.formats.transcripts.words import PERSON_KEYS, PLAIN_KEYS, fold, word_set

_TIME = re.compile(rf"\s*{TIME}\s*")
_TITLES = word_set(
    "spreker sprekers speaker naam wie rol tijd tijdcode timestamp nr nummer regel tekst "
    "uitspraak transcript inhoud text wat beurt"
)

_SPEAKER_TITLES = word_set("spreker speaker naam wie")
_TEXT_TITLES = word_set("tekst uitspraak transcript inhoud text wat")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds who speaks, what is said and, maybe, when."""

    speaker: int
    text: int
    time: int | None


def table_lines(rows: Iterable[Sequence[str]]) -> Iterator[Line]:
    """The lines of a table: who says what, header lines, or else its cells one by one."""
    filled = [[cell.strip() for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    above = len(filled) if _is_header(filled) else _rows_above(filled)
    yield from (Line(_keyed(row), header=True) for row in filled[:above])
    yield from _talk(filled[above:])


def _talk(rows: Rows) -> Iterator[Line]:
    if columns := _columns(rows):
        for row in rows:
            yield from _spoken(row, columns)
    else:
        cells = (cell for row in rows for cell in row)
        yield from (Line(line) for cell in cells for line in cell.split("\n") if line.strip())


def is_spoken(rows: Rows) -> bool:
    """Whether this is a table of who says what: titles above it, or a column of speakers."""
    body = [row for row in rows if any(row)]
    return len(body) > 1 and (_is_title(body[0]) or len(body[0]) > 2) and bool(_columns(body))


def is_titled(rows: Rows) -> bool:
    """Whether the titles above the table say that it holds who says what."""
    titles = {fold(cell) for cell in rows[0]} if rows else set()
    return bool(titles & _SPEAKER_TITLES) and bool(titles & _TEXT_TITLES)


def _is_header(rows: Rows) -> bool:
    keys = [fold(row[0]) for row in rows]
    known = [key for key in keys if key in PLAIN_KEYS or key in PERSON_KEYS]
    plain = any(key in PLAIN_KEYS and key not in _TITLES for key in keys)
    return plain and len(known) * 2 >= len(keys)


def _rows_above(rows: Rows) -> int:
    """How many rows at the top tell about the talk, when the rows below them hold it."""
    told = list(takewhile(_tells, rows))
    plain = any(fold(row[0]) in PLAIN_KEYS for row in told)
    return len(told) if plain and _columns(rows[len(told) :]) else 0


def _tells(row: Sequence[str]) -> bool:
    """Whether this row has a date or a name beside what it is: "Datum", "Interviewer"."""
    key, value = fold(row[0]), " ".join(row[1:])
    plain = key in PLAIN_KEYS and not is_titled([row])
    return plain or (key in PERSON_KEYS and bool(value) and looks_like_people(value))


def _keyed(row: Sequence[str]) -> str:
    values = " ".join(cell.replace("\n", " ") for cell in row[1:] if cell)
    return f"{row[0].rstrip(': ')}: {values}"


def _columns(rows: Rows) -> Columns | None:
    body = [row for row in rows if not _is_title(row)]
    width = max((len(row) for row in body), default=0)
    cells = [[row[column] for row in body if column < len(row)] for column in range(width)]
    time = next((number for number, column in enumerate(cells) if _all_times(column)), None)
    speaker = next((number for number, column in enumerate(cells) if _are_labels(column)), None)
    rest = [number for number in range(width) if number not in (time, speaker)]
    if speaker is None or not rest:
        return None
    text = max(rest, key=lambda number: sum(map(len, cells[number])))
    return Columns(speaker, text, time)


def _is_title(row: Sequence[str]) -> bool:
    return is_titled([row]) or all(fold(cell) in _TITLES for cell in row if cell)


def _all_times(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_TIME.fullmatch(cell) for cell in filled)


def _are_labels(cells: Sequence[str]) -> bool:
    filled = [tidy(cell) for cell in cells if cell]
    fitting = [cell for cell in filled if len(cell) <= 60 and is_plausible(cell)]
    return bool(filled) and len(fitting) >= 0.8 * len(filled)


def _spoken(row: Sequence[str], columns: Columns) -> Iterator[Line]:
    if _is_title(row) or len(row) <= max(columns.speaker, columns.text):
        return
    moment = None if columns.time is None else seconds_in(row[columns.time])
    yield Line(row[columns.text].replace("\n", " "), speaker=row[columns.speaker] or None,
               seconds=moment)  # fmt: skip
