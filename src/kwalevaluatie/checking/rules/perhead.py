"""Does again the costs for each of so many, with the total and the number told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.numbers import COUNT, Number, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.tables import Cell, Table
from kwalevaluatie.model.reported import Remark

RULE = "rekenen"
CLOSE, NEAREST, FARTHEST, LEAST_COUNT = 0.04, 0.6, 1.7, 20
_PER = re.compile(
    r"\bper\s+(?P<noun>deelnemer|cliënt|client|klant|inwoner|huishouden|gezin|leerling|"
    r"traject|jeugdige|jongere|kind|aanvraag|voorziening|melding|plaatsing|uitkering|dossier|"
    r"aanmelding|deelneemster|bezoeker|gebruiker|gesprek|rit|pas)\b"
)
_COSTS = re.compile(r"\b(?:kost|kostte|kosten|uitgaven|uitgegeven|lasten|kwijt|bedrag)\b")
_TOTAL = re.compile(r"^(?:\*+)?(?:totaa?l|samen)")
_PARTLY = re.compile(
    r"\b(?:gemiddeld (?:landelijk|elders)|landelijk|elders|norm|begroot|maximaal|minimaal|tarief|"
    r"eigen bijdrage|per uur|vergelijkbare|andere gemeenten|waarvan)\b"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Costs per head that no total and no number of the report give, though some come close."""
    for sentence in reading.sentences:
        per = _PER.search(sentence.lower)
        amounts = [one for one in sentence.numbers if one.kind == "bedrag"]
        if not per or not _COSTS.search(sentence.lower) or _PARTLY.search(sentence.lower):
            continue
        if len(amounts) != 1 or any(one.kind == "aantal" for one in sentence.numbers):
            continue
        yield from _checked(reading, sentence, per["noun"], amounts[0])


def _checked(reading: Reading, sentence: Sentence, noun: str, amount: Number) -> Iterator[Remark]:
    counts, totals = _counts(reading, noun), _totals(reading, sentence)
    found = [
        (total / count, total, count)
        for total in totals
        for count in counts
        if NEAREST < total / count / amount.value < FARTHEST
    ]
    right = [one for one in found if abs(one[0] - amount.value) <= CLOSE * amount.value]
    if found and not right and len({total for _, total, _ in found}) == 1:
        each, total, count = min(found, key=lambda one: abs(one[0] - amount.value))
        message = (
            f"{_euro(total)} gedeeld door {count} is ongeveer {_euro(each)} per {noun}, niet "
            f"{_euro(amount.value)}. Reken het na, of zeg waar dit bedrag over gaat."
        )
        yield remark(sentence, RULE, "let op", message, (amount.start, amount.stop))


def _counts(reading: Reading, noun: str) -> set[int]:
    """Every number of this noun in the text."""
    number = rf"(?P<n>\d{{1,3}}(?:\.\d{{3}})+|{COUNT})"
    pattern = re.compile(rf"{number}\s+(?:\w+e\s+)?{noun}[a-zë]{{0,3}}\b")
    found = {
        count_value(match["n"])
        for sentence in reading.sentences
        for match in pattern.finditer(sentence.lower)
    }
    return {one for one in found if one >= LEAST_COUNT and not 1990 <= one <= 2100}


def _totals(reading: Reading, sentence: Sentence) -> set[float]:
    """The last total of each table with amounts in the same chapter."""
    return {
        cells[-1].value * times
        for table in reading.tables
        if (times := _times(table)) and _is_here(reading, table, sentence)
        for row in table.rows
        if _TOTAL.match(row.label) and (cells := _amounts(row.numbers))
    }


def _times(table: Table) -> int:
    """What the amounts of a table are in; nought when it has no amounts."""
    words = f"{table.caption} {' '.join(table.head)} {' '.join(one.lower for one in table.before)}"
    if re.search(r"x\s*€?\s*1\.?000|duizend|€\s*1\.000", words):
        return 1000
    return 1 if "€" in words or "euro" in words else 0


def _is_here(reading: Reading, table: Table, sentence: Sentence) -> bool:
    section = reading.sections[table.rows[0].passage.number]
    return section.chapter == sentence.section.chapter


def _amounts(numbers: tuple[Cell | None, ...]) -> list[Cell]:
    return [cell for cell in numbers[1:] if cell and not cell.percent]


def _euro(value: float) -> str:
    return f"€ {value:,.0f}".replace(",", ".")
