"""Lays what the text says beside the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kwalevaluatie.checking.comparing import COMPARING, SUBGROUP
from kwalevaluatie.checking.numbers import Number
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.subjects import stems
from kwalevaluatie.checking.tables import Cell, Row, Table
from kwalevaluatie.model.reported import Remark

TABLE = "tekst en tabel"
LONG, FEWEST_OF_LABEL, NEAR_ROW = 4, 2, 12


def remarks(reading: Reading) -> Iterator[Remark]:
    """Numbers, labels and superlatives in the text that a table belies."""
    yield from _years_of_tables(reading)
    yield from _extremes(reading)
    yield from _labels(reading)
    yield from _transposed(reading)


_IN_YEAR = re.compile(r"^\s*(?:\w+\s+){0,2}?(?:in|eind|begin|per|over)\s+(?P<year>(?:19|20)\d\d)\b")


def _years_of_tables(reading: Reading) -> Iterator[Remark]:
    """Numbers "in 2020" and "in 2023" of which one is in a row of a table and the other is not."""
    for sentence in reading.sentences:
        dated = _dated(sentence)
        if len(dated) < 2:
            continue
        for table in reading.tables:
            wrong = _wrong_in(table, dated)
            if wrong:
                number, cell, row = wrong
                message = (
                    f"De tabel geeft hier {cell.text} (regel {row.line}), de tekst "
                    f"{sentence.text[number.start : number.stop].strip()}. Maak beide gelijk."
                )
                yield remark(
                    sentence, TABLE, "fout", message, (number.start, number.stop), [row.line]
                )
                break


def _dated(sentence: Sentence) -> list[tuple[Number, str]]:
    found = []
    for number in sentence.numbers:
        year = _IN_YEAR.match(sentence.lower[number.stop : number.stop + 40])
        if year and number.kind in ("aantal", "percentage", "bedrag", "cijfer"):
            found.append((number, year["year"]))
    return found


def _wrong_in(table: Table, dated: Sequence[tuple[Number, str]]) -> tuple[Number, Cell, Row] | None:
    columns = {
        year: index
        for index, head in enumerate(table.head)
        for year in re.findall(r"(?:19|20)\d\d", head)
    }
    for row in table.rows:
        cells = [
            (number, row.numbers[columns[year]])
            for number, year in dated
            if year in columns and columns[year] < len(row.numbers)
        ]
        given = [(number, cell) for number, cell in cells if cell]
        right = [
            number for number, cell in given if cell.value == number.value and cell.value >= 10
        ]
        wrong = [(number, cell) for number, cell in given if cell.value != number.value]
        if (
            len(right) == 1
            and len(wrong) == 1
            and 0.5 < wrong[0][0].value / (wrong[0][1].value or 1) < 2
        ):
            return (*wrong[0], row)
    return None


_EXTREME = re.compile(
    r"\b(?P<high>hoogste|hoogst|meeste|grootste|langste|beste)\b|\b(?P<low>laagste|laagst|minste|"
    r"kleinste|kortste|slechtste)\b"
)


def _extremes(reading: Reading) -> Iterator[Remark]:
    """Called the highest, a row that is the lowest of its table, and the other way round."""
    for sentence in reading.sentences:
        words = list(_EXTREME.finditer(sentence.lower))
        tables = [table for table in reading.tables if _is_near(table, sentence)]
        if len(words) != 1 or not tables:
            continue
        found = _other_extreme(tables[-1], sentence, high=bool(words[0]["high"]))
        if found:
            message = (
                f"Volgens de tabel heeft “{found.cells[0]}” juist het "
                f"{'laagste' if words[0]['high'] else 'hoogste'} getal "
                f"(regel {found.line}). Verbeter de tekst of de tabel."
            )
            yield remark(sentence, TABLE, "fout", message, words[0].span(), [found.line])


def _is_near(table: Table, sentence: Sentence) -> bool:
    distance = sentence.passage.number - table.rows[-1].passage.number
    return 0 < distance <= 4


def _other_extreme(table: Table, sentence: Sentence, *, high: bool) -> Row | None:
    rows = [row for row in table.rows if not row.label.startswith(("totaal", "samen", "gemiddeld"))]
    named = [
        row
        for row in rows
        if len(row.label) > 3 and re.search(rf"\b{re.escape(row.label)}\b", sentence.lower)
    ]
    if len(named) != 1 or len(rows) < 3:
        return None
    for column in range(1, table.width):
        head = table.head[column] if column < len(table.head) else ""
        if not stems(head) & sentence.stems and not (head and head in sentence.lower):
            continue
        values = [
            cell.value
            for row in rows
            if column < len(row.numbers) and (cell := row.numbers[column])
        ]
        own = named[0].numbers[column] if column < len(named[0].numbers) else None
        opposite = min(values, default=0) if high else max(values, default=0)
        if own and len(set(values)) > 2 and own.value == opposite:
            return named[0]
    return None


_SCALE = frozenset("helemaa eens oneens tevrede ontevre neutraa zeer mening vold onvoldo".split())


def _content(row: Row) -> frozenset[str]:
    """What the label of a row is about, without the words of scales of answers."""
    return stems(row.label) - _SCALE


def _labels(reading: Reading) -> Iterator[Remark]:
    """A percentage in the text on the very words of a row, that the row does not have."""
    rows = [
        (table, row)
        for table in reading.tables
        for row in table.rows
        if len([stem for stem in _content(row) if len(stem) >= LONG]) >= FEWEST_OF_LABEL
        and any(cell and cell.percent for cell in row.numbers)
    ]
    for sentence in reading.sentences:
        percents = [one for one in sentence.numbers if one.kind == "percentage"]
        if (
            len(percents) != 1
            or COMPARING.search(sentence.lower)
            or SUBGROUP.search(sentence.lower)
        ):
            continue
        for _, row in rows:
            wanted = stems(row.label)
            values = [cell.value for cell in row.numbers if cell and cell.percent]
            near = abs(sentence.passage.number - row.passage.number) <= NEAR_ROW
            if near and wanted <= sentence.stems and not _fits(percents[0].value, values):
                message = (
                    f"In de tabel op regel {row.line} staat bij “{row.cells[0][:60]}” "
                    f"{', '.join(f'{value:g}%' for value in values)}; hier staat "
                    f"{percents[0].value:g}%. Maak beide gelijk."
                )
                yield remark(
                    sentence,
                    TABLE,
                    "let op",
                    message,
                    (percents[0].start, percents[0].stop),
                    [row.line],
                )


def _fits(value: float, values: Sequence[float]) -> bool:
    """Whether a percentage is one of the row, two of them together, or what they leave."""
    pairs = [one + other for one in values for other in values]
    possible = [*values, *pairs, *(100 - one for one in values), sum(values)]
    return any(abs(value - one) <= 1 for one in possible)


def _transposed(reading: Reading) -> Iterator[Remark]:
    """A large number of which two digits next to each other are swapped elsewhere."""
    written = [
        (sentence, number, str(int(number.value)).rstrip("0"))
        for sentence in reading.sentences
        for number in sentence.numbers
        if number.kind in ("aantal", "bedrag")
        and number.value >= 1000
        and number.value == int(number.value)
    ]
    cells = {
        str(int(cell.value)).rstrip("0"): row
        for table in reading.tables
        for row in table.rows
        for cell in row.numbers
        if cell and cell.value >= 1000 and cell.value == int(cell.value)
    }
    known = {digits for _, _, digits in written}
    for sentence, number, digits in written:
        for swapped in _swaps(digits):
            row = cells.get(swapped)
            if len(digits) < 4 or not row or digits in cells or swapped in known:
                continue
            about = stems(row.label + " " + row.passage.lower) & sentence.stems
            if about or len(digits) >= 5:
                message = (
                    f"Dit lijkt op een getal in de tabel op regel {row.line}, met twee "
                    "cijfers verwisseld. Kijk na welk goed is."
                )
                yield remark(
                    sentence, TABLE, "let op", message, (number.start, number.stop), [row.line]
                )


def _swaps(digits: str) -> Iterator[str]:
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other:
            yield digits[:place] + other + one + digits[place + 2 :]
