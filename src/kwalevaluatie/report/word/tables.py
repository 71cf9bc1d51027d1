"""A table of the report: its rows, its styles and the widths of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from kwalevaluatie.report.document import Table, plain
from kwalevaluatie.report.marks import clean, numeric_columns
from kwalevaluatie.report.word.markup import paragraph, run

WIDE_COLUMNS, LONG_ROWS, SHORT_ROWS, CELL_PADDING = 6, 30, 12, 230


def table_rows(table: Table, cells: Iterable[Sequence[str]], widths: Sequence[int]) -> list[str]:
    """The header row, which repeats, and the rows of `cells`; a short table stays on one page."""
    names = [run(name) for name in table.header]
    rows = [_row(names, _cell_styles(table, "Tabelkop"), widths, "<w:tblHeader/>")]
    styles = _cell_styles(table, "Tabeltekst")
    rows += [_row(row, styles, widths) for row in cells]
    if len(table.rows) <= SHORT_ROWS:
        rows[:-1] = map(_kept_with_next, rows[:-1])
    return rows


def whole_table(table: Table, widths: Sequence[int], rows: Iterable[str]) -> str:
    """The table around its rows, with its caption as the text that describes it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Rapporttabel"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="autofit"/>'
        '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(clean(table.caption))}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def column_widths(table: Table, total: int) -> list[int]:
    """The column widths in twentieths of a point: room for each longest word, then by weight.

    The weights are the table's own `widths`, or else follow from what the cells hold.
    """
    columns = list(zip(table.header, *[map(plain, row) for row in table.rows], strict=True))
    weights = list(table.widths) or [_weight(cells) for cells in columns]
    letter = 90 if len(columns) >= WIDE_COLUMNS else 110
    floors = [letter * _longest_word(cells) + CELL_PADDING for cells in columns]
    shares = [total * weight / sum(weights) for weight in weights]
    extra = [max(0.0, share - floor) for share, floor in zip(shares, floors, strict=True)]
    if sum(floors) >= total or not sum(extra):
        return [int(total * floor / sum(floors)) for floor in floors]
    rest = (total - sum(floors)) / sum(extra)
    return [int(floor + rest * more) for floor, more in zip(floors, extra, strict=True)]


def is_wide(table: Table) -> bool:
    """Whether a table is so wide and so long that its chapter is turned."""
    return len(table.header) >= WIDE_COLUMNS and len(table.rows) >= LONG_ROWS


def _row(
    cells: Sequence[str], styles: Sequence[str], widths: Sequence[int], props: str = ""
) -> str:
    made = (_cell(*each) for each in zip(cells, styles, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{props}</w:trPr>{''.join(made)}</w:tr>"


def _kept_with_next(row: str) -> str:
    return re.sub(r'(<w:pStyle w:val="Tabel\w+"/>)', r"\1<w:keepNext/>", row)


def _cell(content: str, style: str, width: int) -> str:
    props = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{props}{paragraph(style, content)}</w:tc>"


def _cell_styles(table: Table, style: str) -> list[str]:
    small = "klein" if len(table.header) >= WIDE_COLUMNS else ""
    right = numeric_columns(table)
    columns = range(len(table.header))
    return [f"{style}{small}{'rechts' if column in right else ''}" for column in columns]


def _longest_word(cells: Iterable[str]) -> int:
    return min(30, max(len(word) for cell in cells for word in cell.split() or [""]))


def _weight(cells: Sequence[str]) -> float:
    return max(_longest_word(cells) + 2, min(sum(map(len, cells)) / len(cells), 40))
