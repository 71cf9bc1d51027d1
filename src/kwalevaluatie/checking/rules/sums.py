"""Adds up the tables: totals, parts of a row above, shares, and percentages that make a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kwalevaluatie.checking.reading import Reading, on_passage
from kwalevaluatie.checking.tables import Cell, Row, Table
from kwalevaluatie.model.reported import Remark

RULE = "tabel"
FEWEST_PARTS = 2
_TOTAL = re.compile(
    r"^(?:eind|sub)?totaa?l(?:en)?\b|^som\b|^alle[ns]?\b|^gezamenlijk|^samen\b|\btotaal$|^regio\b"
)
_SUBTOTAL = re.compile(r"^sub ?totaa?l")
_PART = re.compile(r"^\W*(?:waarvan|w\.v\.|wv)\b|^\W*-\s")
_NO_SUM = re.compile(
    "gemiddeld|mediaan|cijfer|score|percentage|procent|%|aandeel|leeftijd|ratio|index|verschil|"
    "saldo|mutatie|unieke?|per "
    "|landelijk|benchmark|referentie|nederland|norm|tarief|groei|ontwikkeling|duur|doorloop|"
    r"wachttijd|\bjaar\b"
)
_BESIDE = re.compile(r"gemiddeld|mediaan|\bnorm\b|landelijk|benchmark|referentie|^nederland")
_SUM_HEAD = re.compile(r"^(?:eind)?totaa?l\b|^samen$|^som$|^totaal ")


def remarks(reading: Reading) -> Iterator[Remark]:
    """Totals and shares in tables that do not follow from their cells."""
    for table in reading.tables:
        for column in range(1, table.width):
            yield from _column(table, column)
        yield from _rows(table)
        yield from _shares(table)


def _column(table: Table, column: int) -> Iterator[Remark]:
    head = table.head[column] if column < len(table.head) else ""
    cells = table.column(column)
    percent = (
        sum(cell.percent for _, cell in cells) > len(cells) / 2 or "%" in head or "aandeel" in head
    )
    parts: list[tuple[Row, Cell]] = []
    total_seen = False
    for row, cell in cells:
        if _TOTAL.search(row.label):
            if parts and not _skipped(head, row, percent):
                yield from _checked(parts, row, cell, head)
            total_seen = True
            parts = [(row, cell)] if _SUBTOTAL.search(row.label) else []
        elif not _PART.search(row.label) and not _BESIDE.search(row.label):
            parts.append((row, cell))
    yield from _parts_of_row(cells)
    if percent and not total_seen and len(cells) >= 3:
        yield from _whole(table, cells, head)


def _skipped(head: str, row: Row, percent: bool) -> bool:
    return bool(_NO_SUM.search(head) or _NO_SUM.search(row.label)) and not percent


def _checked(
    parts: Sequence[tuple[Row, Cell]], row: Row, total: Cell, head: str
) -> Iterator[Remark]:
    """A total against the rows above it; a total that is in their midst is an average."""
    values = [cell.value for _, cell in parts]
    shares = total.percent or "%" in head or "aandeel" in head
    if len(values) < 2 or _is_average(values, total.value, shares=shares) or _mixed(parts, total):
        return
    added = sum(values)
    decimals = max([total.decimals, *(cell.decimals for _, cell in parts)])
    margin = (
        0.5 * 10**-decimals * (len(values) + 1) if decimals or total.percent else _rounding(values)
    )
    if total.percent:
        margin = max(margin, 1.01 if len(values) < 6 else 2.01)
    if abs(added - total.value) > margin:
        name = f" in de kolom “{head}”" if head else ""
        message = (
            f"De rijen{name} zijn samen {_shown(added)}, maar als totaal staat er {total.text}. "
            "Tel opnieuw, of zeg wat er in het totaal niet meetelt."
        )
        yield on_passage(
            row.passage, RULE, "fout", message, also=[one.line for one, _ in parts[:1]]
        )


def _is_average(values: Sequence[float], total: float, *, shares: bool = False) -> bool:
    """Whether a total lies amid its parts: of shares and marks it is the figure for all."""
    return (
        min(values) <= total <= max(values)
        and len(values) > 1
        and total < 0.75 * sum(values)
        and (shares or any(value != int(value) for value in (*values, total)))
    )


def _mixed(parts: Sequence[tuple[Row, Cell]], total: Cell) -> bool:
    return any(cell.percent != total.percent for _, cell in parts)


def _rounding(values: Sequence[float]) -> float:
    """Counts are exact; amounts in thousands may be one off for every few rows."""
    return 1.01 if min(map(abs, values)) >= 1000 and len(values) >= 4 else 0.01


def _parts_of_row(cells: Sequence[tuple[Row, Cell]]) -> Iterator[Remark]:
    """Rows "waarvan …" that are together more than the row above them."""
    whole: tuple[Row, Cell] | None = None
    parts: list[Cell] = []
    for row, cell in [*cells, (None, None)]:
        if row is not None and cell is not None and _PART.search(row.label):
            parts.append(cell)
            continue
        if whole and len(parts) >= 1 and sum(part.value for part in parts) > whole[1].value * 1.001:
            added = _shown(sum(part.value for part in parts))
            message = (
                f"De rijen met “waarvan” zijn samen {added}, meer dan de {whole[1].text} waar "
                "zij deel van zijn. "
                "Tel opnieuw."
            )
            if not parts[0].percent or whole[1].percent:
                yield on_passage(whole[0].passage, RULE, "fout", message)
        whole, parts = (row, cell) if row is not None and cell is not None else None, []


def _whole(table: Table, cells: Sequence[tuple[Row, Cell]], head: str) -> Iterator[Remark]:
    """Percentages of one question that should make a hundred."""
    values = [cell.value for _, cell in cells]
    labels = " ".join(row.label for row, _ in cells)
    added = sum(values)
    near = 85 <= added < 98 or 102.5 < added <= 112
    several = re.search(
        r"meer(?:dere)? antwoorden|meerdere|antwoorden mogelijk",
        " ".join(p.lower for p in table.before) + table.caption,
    )
    if (
        near
        and not several
        and _exclusive(labels)
        and len(values) == len(table.rows)
        and not _NO_SUM.search(
            head.replace("%", "").replace("aandeel", "").replace("percentage", "")
        )
    ):
        last = cells[-1][0]
        message = (
            f"De percentages zijn samen {_shown(added)}, geen 100. Tel opnieuw, of zeg welk "
            "antwoord ontbreekt "
            "of dat er meer antwoorden mogelijk waren."
        )
        yield on_passage(
            last.passage, RULE, "fout", message, also=[row.line for row, _ in cells[:-1]]
        )


def _exclusive(labels: str) -> bool:
    """Whether the labels of rows are answers of which a person gives one."""
    return bool(
        re.search(
            r"\beens\b|neutraal|\bja\b|\bnee\b|ontevreden|weet (?:ik )?niet|geen mening|"
            r"\banders\b|overig",
            labels,
        )
        or len(
            re.findall(
                r"(?:minder|meer|langer|korter|jonger|ouder) dan|\btot\b|\d\s?[-–]\s?\d|t/m", labels
            )
        )
        >= 2
    )


def _rows(table: Table) -> Iterator[Remark]:
    """Rows against the column of totals."""
    totals = [index for index, cell in enumerate(table.head) if index and _SUM_HEAD.search(cell)]
    if len(totals) != 1 or len(table.head) < 4:
        return
    place = totals[0]
    if _gives_averages(table, place):
        return
    for row in table.rows:
        total = row.numbers[place] if place < len(row.numbers) else None
        parts = [cell for cell in row.numbers[1:place] if cell]
        if total and len(parts) >= 2 and len(parts) == place - 1 and _summable(table, row, place):
            yield from _checked_row(row, parts, total)


def _gives_averages(table: Table, place: int) -> bool:
    """Whether the column of totals lies amid the cells in most rows, as a share for all does."""
    amid = [
        _is_average([cell.value for cell in row.numbers[1:place] if cell], total.value, shares=True)
        for row in table.rows
        if place < len(row.numbers)
        and (total := row.numbers[place])
        and sum(cell is not None for cell in row.numbers[1:place]) >= FEWEST_PARTS
    ]
    return sum(amid) > len(amid) / 2


def _summable(table: Table, row: Row, place: int) -> bool:
    heads = " ".join(table.head[1:place])
    return not _NO_SUM.search(heads.replace("jaar", "")) and not _NO_SUM.search(row.label)


def _checked_row(row: Row, parts: Sequence[Cell], total: Cell) -> Iterator[Remark]:
    added = sum(cell.value for cell in parts)
    decimals = max(cell.decimals for cell in (*parts, total))
    margin = (
        0.51 * 10**-decimals * len(parts) if decimals else _rounding([cell.value for cell in parts])
    )
    if total.percent or any(cell.percent for cell in parts):
        return
    if abs(added - total.value) > margin and not _is_average([c.value for c in parts], total.value):
        message = (
            f"De cellen van deze rij zijn samen {_shown(added)}, maar als totaal staat er "
            f"{total.text}. Tel opnieuw."
        )
        yield on_passage(row.passage, RULE, "fout", message)


def _shares(table: Table) -> Iterator[Remark]:
    """Percentages beside two counts of the same row, or a count and the total of its column."""
    for row in table.rows:
        cells = [(index, cell) for index, cell in enumerate(row.numbers) if index and cell]
        counts = [(i, c) for i, c in cells if not c.percent]
        percents = [(i, c) for i, c in cells if c.percent]
        if len(counts) == 2 and len(percents) == 1 and percents[0][0] > counts[1][0]:
            yield from _share_of_two(table, row, counts[0][1], counts[1][1], percents[0][1])
        elif len(counts) == 1 and len(percents) == 1 and percents[0][0] == counts[0][0] + 1:
            yield from _share_of_total(table, row, counts[0][0], counts[0][1], percents[0][1])


def _share_of_two(
    table: Table, row: Row, one: Cell, other: Cell, percent: Cell
) -> Iterator[Remark]:
    low, high = sorted((one.value, other.value))
    others = [r for r in table.rows if r is not row]
    if high <= 0 or not _follows_elsewhere(others):
        return
    right = 100 * low / high
    if abs(right - percent.value) > 1.01:
        message = (
            f"{_shown(low)} van {_shown(high)} is {_shown(round(right, 1))} procent, niet "
            f"{percent.text}. Reken het na."
        )
        yield on_passage(row.passage, RULE, "fout", message)


def _follows_elsewhere(rows: Sequence[Row]) -> bool:
    """Whether in another row the share does follow from its two counts."""
    for row in rows:
        counts = [cell.value for cell in row.numbers[1:] if cell and not cell.percent]
        percents = [cell.value for cell in row.numbers[1:] if cell and cell.percent]
        whole = max(counts, default=0) if len(counts) == 2 and len(percents) == 1 else 0
        if whole and abs(100 * min(counts) / whole - percents[0]) <= 1:
            return True
    return False


def _share_of_total(
    table: Table, row: Row, column: int, count: Cell, percent: Cell
) -> Iterator[Remark]:
    if _TOTAL.search(row.label):
        return
    totals = [cell for one, cell in table.column(column) if _TOTAL.search(one.label)]
    wholes = [
        one.numbers[column + 1]
        for one in table.rows
        if _TOTAL.search(one.label) and column + 1 < len(one.numbers)
    ]
    if len(totals) != 1 or not totals[0].value or not wholes or not wholes[0]:
        return
    right = 100 * count.value / totals[0].value
    if wholes[0].value == 100 and abs(right - percent.value) > 1.01:
        message = (
            f"{count.text} van {totals[0].text} is {_shown(round(right, 1))} procent, niet "
            f"{percent.text}. Reken het na."
        )
        yield on_passage(row.passage, RULE, "fout", message)


def _shown(value: float) -> str:
    rounded = round(value, 2)
    if rounded == int(rounded):
        return f"{int(rounded):,}".replace(",", ".")
    return f"{rounded:.2f}".rstrip("0").replace(".", ",")
