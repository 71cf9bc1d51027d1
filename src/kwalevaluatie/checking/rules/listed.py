"""Adds up lists: items with a number each, counts in brackets, and verdicts in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kwalevaluatie.checking.dutch_numbers import in_digits
from kwalevaluatie.checking.numbers import COUNT, DIGITS, count_value
from kwalevaluatie.checking.passages import Passage
from kwalevaluatie.checking.reading import Reading, Sentence, lines_in_words, remark
from kwalevaluatie.checking.tables import Table, every_table
from kwalevaluatie.model.reported import Remark

RULE, VERDICTS = "rekenen", "tekst en tabel"
FEWEST, FEWEST_IN_BRACKETS, MOST_OFF = 2, 3, 0.3
_ITEM = re.compile(r"^\s*(?:[-•*▪◦–]|\d{1,2}[.)]|[a-z][.)])\s+(?P<what>.+)$")
_VALUE = re.compile(rf"(?:€\s?)?(?P<v>{DIGITS})(?P<unit>\s?%)?(?:\s?euro|,-)?")
_TOGETHER = re.compile(
    rf"^\W*(?:samen|in totaal|totaal|opgeteld|bij elkaar|tezamen|alles bij elkaar|"
    rf"dat is samen|dat maakt(?: samen)?|het totaal)\b[^.;0-9€]{{0,30}}?(?:€\s?)?"
    rf"(?P<v>{DIGITS})(?!\s?%|\d)"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Lists of which the numbers are together something else than is said."""
    yield from _after_items(reading)
    for sentence in reading.sentences:
        yield from _in_brackets(sentence)
        yield from _verdicts(reading, sentence)


def _after_items(reading: Reading) -> Iterator[Remark]:
    """What “Samen is dat …” says, right after a list of items with one number each."""
    firsts = {one.passage.number: one for one in reversed(reading.sentences)}
    for index, passage in enumerate(reading.passages):
        match = _TOGETHER.match(passage.lower)
        values = _values_before(reading.passages[:index]) if match else []
        sentence = firsts.get(passage.number)
        if match and sentence and len(values) >= FEWEST:
            yield from _compared(sentence, values, in_digits(match["v"]), match.span("v"))


def _values_before(passages: Sequence[Passage]) -> list[float]:
    """The number of each item just before; nothing when an item has none or several."""
    found: list[float] = []
    for line in reversed([line for passage in passages[-12:] for line in passage.lines]):
        item = _ITEM.match(line.text)
        if not item:
            break
        numbers = list(_VALUE.finditer(item["what"]))
        if len(numbers) != 1 or numbers[0]["unit"]:
            return []
        found.append(in_digits(numbers[0]["v"]))
    return found


def _compared(
    sentence: Sentence, values: Sequence[float], said: float, span: tuple[int, int]
) -> Iterator[Remark]:
    added = sum(values)
    off = abs(added - said)
    if 0.005 * said < off < MOST_OFF * said:
        message = (
            f"De genoemde getallen zijn samen {_shown(added)}, niet {_shown(said)}. Tel opnieuw, "
            "of zeg wat er niet bij staat."
        )
        yield remark(sentence, RULE, "fout", message, span)


_WHOLE = re.compile(
    rf"\b(?:(?:de|het)\s+(?:andere|overige|resterende)\s+)?(?P<n>{COUNT}|\d{{1,3}}(?:\.\d{{3}})+)"
    r"(?!\s*\)|\s+(?:jaar|maanden|weken|uur|dagen|keer))"
)
_BRACKETED = re.compile(rf"\((?P<k>{COUNT}|\d{{1,3}}(?:\.\d{{3}})+)\)")
_MANY = re.compile(
    r"\b(?:meerdere|meer antwoorden|onder meer|onder andere|waaronder|bijvoorbeeld|zoals|vooral|"
    r"meestal|soms|het vaakst|vaakst|ook|noemen|noemden|genoemd|daarnaast|norm|artikel|zij)\b"
)


def _in_brackets(sentence: Sentence) -> Iterator[Remark]:
    """Three or more counts in brackets that should make the one count before them."""
    parts = list(_BRACKETED.finditer(sentence.lower))
    if len(parts) < FEWEST_IN_BRACKETS or "%" in sentence.lower or _MANY.search(sentence.lower):
        return
    before = sentence.lower[: parts[0].start()]
    wholes = [one for one in _WHOLE.finditer(before) if not 1990 <= count_value(one["n"]) <= 2100]
    if len(wholes) != 1:
        return
    whole, values = count_value(wholes[0]["n"]), [count_value(one["k"]) for one in parts]
    added = sum(values)
    if max(values) < whole and 0 < abs(added - whole) <= max(2, whole // 10):
        message = (
            f"{' + '.join(map(str, values))} is {added}, niet {whole}. Tel opnieuw, of zeg wat er "
            "niet bij staat."
        )
        yield remark(sentence, RULE, "fout", message, wholes[0].span("n"))


_THINGS = (
    r"doel(?:en|stellingen)|normen|afspraken|indicatoren|criteria|ambities|acties|aanbevelingen|"
    r"maatregelen|beloften|resultaten|eisen|streefwaarden|prestatieafspraken|toetspunten"
)
_MET = (
    r"gehaald|behaald|bereikt|gerealiseerd|voldaan|nagekomen|uitgevoerd|afgerond|opgevolgd|"
    r"waargemaakt"
)
_SCORE = re.compile(
    rf"\bvan de (?P<n>{COUNT}) (?:\w+ )?(?:{_THINGS})\b[^.;,]{{0,30}}?\b(?P<k>{COUNT})\s+"
    rf"(?:\w+\s+){{0,2}}?(?P<met>{_MET})\b"
    rf"|\b(?:aan )?(?P<k2>{COUNT}) van de (?P<n2>{COUNT}) (?:\w+ )?(?:{_THINGS})\b[^.;,]{{0,30}}?"
    rf"\b(?P<met2>{_MET})\b"
)
_YES = re.compile(rf"^(?:ja|(?:geheel |volledig )?(?:{_MET})|groen|\+|✓|v)$")
_NO = re.compile(
    rf"^(?:nee|neen|niet (?:{_MET})|(?:deels|gedeeltelijk|ten dele|grotendeels)(?: (?:{_MET}))?|"
    r"rood|oranje|geel|-|–|✗|x|nog niet.*)$"
)


def _verdicts(reading: Reading, sentence: Sentence) -> Iterator[Remark]:
    """So many of so many goals reached, against the table with the verdict of each."""
    match = _SCORE.search(sentence.lower)
    if not match or re.search(r"\bniet\b|\bdeels\b|\bgeheel of\b", match[0]):
        return
    k, n = count_value(match["k"] or match["k2"]), count_value(match["n"] or match["n2"])
    tables = [
        (table, found) for table in every_table(reading.passages) for found in _met_in(table, n)
    ]
    if tables and all(found != k for _, found in tables):
        table, found = tables[0]
        lines = [row.line for row in table.rows]
        message = (
            f"Hier staan er {k} van de {n}; de tabel op {lines_in_words(lines[:1])} en verder telt "
            f"er {found}. Maak beide gelijk."
        )
        yield remark(sentence, VERDICTS, "fout", message, match.span(), lines[:1])


def _met_in(table: Table, n: int) -> Iterator[int]:
    """How many rows a column with verdicts says yes, in a table with so many rows."""
    rows = [row for row in table.rows if not row.label.startswith(("totaal", "samen"))]
    for column in range(1, table.width):
        cells = [row.cells[column].lower().strip() for row in rows if column < len(row.cells)]
        judged = [cell for cell in cells if _YES.match(cell) or _NO.match(cell)]
        if len(rows) == n and len(judged) == n:
            yield sum(bool(_YES.match(cell)) for cell in cells)


def _shown(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")
