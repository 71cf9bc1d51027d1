"""Holds what the text says of a year or of a row against the table that has both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kwalevaluatie.checking.numbers import Number
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.roots import roots
from kwalevaluatie.checking.tables import Cell, Row, Table
from kwalevaluatie.model.reported import Remark

RULE = "tekst en tabel"
FEWEST_YEARS, NEAR = 2, 16
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_UP = re.compile(
    r"\b(?:gestegen|toegenomen|gegroeid|steeg|stegen|stijgt|stijgen|groeide|groeiden|groeit|"
    r"toename|stijging|opgelopen|liep op|nam\b.{0,30}\btoe|neemt\b.{0,30}\btoe|meer geworden)\b"
)
_DOWN = re.compile(
    r"\b(?:gedaald|afgenomen|gekrompen|daalde|daalden|daalt|dalen|afname|daling|teruggelopen|"
    r"liep terug|nam\b.{0,30}\baf|neemt\b.{0,30}\baf|kromp|minder geworden)\b"
)
_EVERY = re.compile(r"\b(?:elk|ieder|alle|opeenvolgende) jaar|\bjaarlijks|\bjaar op jaar|\bgestaag")
_OTHER = re.compile(
    r"\b(?:landelijk|niet|minder (?:snel|hard)|terwijl|maar|verwacht\w*|begroot|zal|aandeel|"
    r"ten opzichte van het totaal|per inwoner)\b"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Rises that fall in the table, and numbers of a year that the table gives otherwise."""
    for sentence in reading.sentences:
        for table in reading.tables:
            if abs(sentence.passage.number - table.rows[0].passage.number) <= NEAR:
                yield from _trend(sentence, table)
                yield from _of_year(sentence, table)


def _trend(sentence: Sentence, table: Table) -> Iterator[Remark]:
    years = [at for at, head in enumerate(table.head) if _YEAR.match(head.strip())]
    up, down = _UP.search(sentence.lower), _DOWN.search(sentence.lower)
    if len(years) < FEWEST_YEARS or bool(up) == bool(down) or _OTHER.search(sentence.lower):
        return
    shift = _shift(table)
    named = [row for row in table.rows if _names(sentence, row)]
    if len(named) != 1 or any(one.kind != "jaar" for one in sentence.numbers):
        return
    cells = [named[0].numbers[at + shift] for at in years if at + shift < len(named[0].numbers)]
    values = [cell.value for cell in cells if cell]
    word = up or down
    if word and len(values) == len(years) and _belied(values, sentence, rising=bool(up)):
        shown = ", ".join(cell.text for cell in cells if cell)
        message = (
            f"De tabel geeft voor “{named[0].cells[0]}” (regel {named[0].line}) {shown}. Dat past "
            f"niet bij “{word[0]}”. Verbeter de tekst of de tabel."
        )
        yield remark(sentence, RULE, "fout", message, word.span(), [named[0].line])


def _shift(table: Table) -> int:
    """How far the head stands to the left of its numbers, where its first cell is lost."""
    widest = max((len(row.cells) for row in table.rows), default=0)
    return widest - len(table.head) if 0 < widest - len(table.head) <= 1 else 0


def _names(sentence: Sentence, row: Row) -> bool:
    """Whether all content words of a label stand in the sentence."""
    wanted = roots(row.label)
    return bool(wanted) and wanted <= roots(sentence.lower)


def _belied(values: list[float], sentence: Sentence, *, rising: bool) -> bool:
    steps = [later - first for first, later in pairwise(values)]
    if _EVERY.search(sentence.lower):
        return any(step < 0 if rising else step > 0 for step in steps)
    return all(step < 0 if rising else step > 0 for step in steps)


_IN_YEAR = re.compile(r"\b(?:in|over|uit|eind|van) (?P<year>(?:19|20)\d\d)\b")


def _of_year(sentence: Sentence, table: Table) -> Iterator[Remark]:
    """A count of one year that the row of that year has otherwise, under the very word."""
    told = {match["year"] for match in _IN_YEAR.finditer(sentence.lower)}
    rows = [row for row in table.rows if row.label.strip() in told]
    if len(told) != 1 or len(rows) != 1:
        return
    counts = [one for one in sentence.numbers if one.kind == "aantal" and not one.word]
    for at, head in enumerate(table.head):
        cell = rows[0].numbers[at] if at and at < len(rows[0].numbers) else None
        number = counts[0] if len(counts) == 1 else None
        if cell and number and _is_about(sentence, number, head, rows[0], table):
            if _close(cell, number) and not cell.percent:
                yield _differs(sentence, number, rows[0], cell)
            return


def _is_about(sentence: Sentence, number: Number, head: str, row: Row, table: Table) -> bool:
    """Whether a number is right before or after the word at the head of a column, and no cell."""
    wanted = roots(head)
    near = roots(sentence.lower[number.stop : number.stop + 40])
    cells = {cell.value for one in table.rows for cell in one.numbers if cell}
    return bool(wanted) and wanted <= near and number.value not in cells


def _close(cell: Cell, number: Number) -> bool:
    return cell.value != number.value and 0.5 < number.value / (cell.value or 1) < 2


def _differs(sentence: Sentence, number: Number, row: Row, cell: Cell) -> Remark:
    written = sentence.text[number.start : number.stop].strip()
    message = (
        f"De tabel geeft voor {row.cells[0]} {cell.text} (regel {row.line}), de tekst {written}. "
        "Maak beide gelijk."
    )
    return remark(sentence, RULE, "fout", message, (number.start, number.stop), [row.line])
