"""The tables behind a report as an Excel workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from itertools import chain, count
from math import ceil, isfinite
from pathlib import Path

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kwalevaluatie.files import replacing
from kwalevaluatie.report.marks import clean

README = "Lees mij"
NARROWEST, WIDEST = 8, 60
NAME_LIMIT, TEXT_LIMIT = 31, 32_767
FONT, ACCENT, TINT = "Arial", "0B5C6B", "E8F1F2"
LINE_HEIGHT, TALLEST = 13.5, 405.0
FRACTION = "0.0##"
MAKER, LANGUAGE, LONGEST_PROPERTY = "kwalevaluatie", "nl-NL", 255

Value = str | int | float | bool | date | None

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_FORMULA = ("=", "+", "-", "@")
_CUT = " … (afgekapt: te lang voor Excel)"
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_BODY = Font(name=FONT, size=10)
_BOLD = Font(name=FONT, size=10, bold=True, color=ACCENT)
_LINK = Font(name=FONT, size=10, underline="single", color=ACCENT)
_TITLE = Font(name=FONT, size=16, bold=True, color=ACCENT)
_FILL = PatternFill("solid", fgColor=TINT)
_LINE = Border(bottom=Side("thin", color=ACCENT))


def write_workbook(
    path: Path,
    sheets: Mapping[str, pd.DataFrame],
    notes: Mapping[str, str],
    *,
    title: str = "",
    organisation: str = "",
) -> Path:
    """Write a workbook with a sheet a table, behind a first sheet "Lees mij"; return its path.

    `notes` tells by the name of a sheet what it holds; under any other name (Status, Bron)
    it is a remark on the whole, which comes first. A named index becomes the first columns,
    which stay in sight, as the header does. Text never becomes a formula. `title` and
    `organisation` are what the file says of itself; its language is Dutch. Raises `KwalError`
    when the file cannot be written.
    """
    book = Workbook()
    names = _sheet_names(sheets)
    _write_readme(book.worksheets[0], sheets, names, notes)
    for key, frame in sheets.items():
        _write_frame(book.create_sheet(names[key]), frame)
    _set_properties(book, title, organisation)
    with replacing(path) as temporary:
        book.save(temporary)
    return path


def _set_properties(book: Workbook, title: str, organisation: str) -> None:
    known = book.properties
    known.creator = clean(organisation)[:LONGEST_PROPERTY] or MAKER
    known.title, known.language = clean(title)[:LONGEST_PROPERTY] or None, LANGUAGE


def _sheet_names(keys: Iterable[str]) -> dict[str, str]:
    """A name that Excel accepts for each sheet, all different."""
    names: dict[str, str] = {}
    for key in keys:
        plain = _FORBIDDEN.sub(" ", clean(key)).strip(" '") or "Blad"
        taken = {README.casefold(), *map(str.casefold, names.values())}
        tries = (f"{plain[: NAME_LIMIT - len(tail)]}{tail}" for tail in _tails())
        names[key] = next(name for name in tries if name.casefold() not in taken)
    return names


def _tails() -> Iterable[str]:
    return chain([""], (f" ({number})" for number in count(2)))


def _write_readme(
    sheet: Worksheet,
    sheets: Mapping[str, pd.DataFrame],
    names: Mapping[str, str],
    notes: Mapping[str, str],
) -> None:
    sheet.title = README
    _write_row(sheet, [README])[0].font = _TITLE
    for key, note in notes.items():
        if key not in sheets:
            _write_row(sheet, [key, note])[0].font = _BOLD
    _write_row(sheet, [None])
    _style_header(_write_row(sheet, ["Blad", "Wat erin staat", "Rijen"]))
    for key, frame in sheets.items():
        _link(_write_row(sheet, [names[key], notes.get(key, ""), len(frame)])[0])
    _set_sizes(sheet, [28, 90, 10])
    sheet.row_dimensions[1].height = 2 * LINE_HEIGHT
    _set_print(sheet)


def _write_frame(sheet: Worksheet, frame: pd.DataFrame) -> None:
    named = any(frame.index.names)
    shown = frame.reset_index() if named else frame
    header = [_column_name(name) for name in shown.columns]
    _style_header(_write_row(sheet, header))
    for row in shown.itertuples(index=False, name=None):
        _write_row(sheet, [_value(value) for value in row])
    _set_sizes(sheet, [_width(cells) for cells in sheet.iter_cols(values_only=True)])
    sheet.freeze_panes = f"{get_column_letter(1 + named * frame.index.nlevels)}2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    _set_print(sheet)


def _write_row(sheet: Worksheet, values: Iterable[Value]) -> list[Cell]:
    cells = [_cell(sheet, value) for value in values]
    sheet.append(cells)
    return cells


def _cell(sheet: Worksheet, value: Value) -> Cell:
    """A cell that holds the value as it is; text that looks like a formula stays text."""
    cell: Cell = WriteOnlyCell(sheet)
    cell.value, cell.font, cell.alignment = value, _BODY, _WRAPPED
    if isinstance(value, float) and not value.is_integer():
        cell.number_format = FRACTION
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA)
    return cell


def _value(value: object) -> Value:
    """What Excel can hold of a value: a number as a number, a list as one text."""
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, (list, tuple)):
        return _text(", ".join(map(str, value)))
    if isinstance(value, (set, frozenset)):
        return _text(", ".join(sorted(map(str, value))))
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    return _moment(value) if isinstance(value, date) else _number_or_text(value)


def _moment(value: date) -> date:
    if not isinstance(value, datetime):
        return value
    return value.replace(tzinfo=None) if value.time() != time.min else value.date()


def _number_or_text(value: object) -> Value:
    if isinstance(value, (bool, int)) or (isinstance(value, float) and isfinite(value)):
        return value
    return _text(str(value))


def _text(text: str) -> str | None:
    text = clean(text)
    return (text if len(text) <= TEXT_LIMIT else text[: TEXT_LIMIT - len(_CUT)] + _CUT) or None


def _column_name(name: object) -> str:
    return " ".join(map(str, name)).strip() if isinstance(name, tuple) else str(name)


def _width(values: Sequence[object]) -> int:
    """Wide enough for the longest line and, in the header, for the button of the filter."""
    lengths = [max(map(len, _shown(value))) for value in values]
    return min(WIDEST, max(NARROWEST, lengths[0] + 5, *(length + 2 for length in lengths)))


def _shown(value: object) -> list[str]:
    text = f"{value:.3f}" if isinstance(value, float) else str("" if value is None else value)
    return text.splitlines() or [""]


def _set_sizes(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Set the columns, and each row as high as its wrapped text: not every program does."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        lines = max(map(_lines, row, widths), default=1)
        sheet.row_dimensions[number].height = min(TALLEST, lines * LINE_HEIGHT + 2)


def _lines(value: object, width: int) -> int:
    return sum(max(1, ceil(len(line) / width)) for line in _shown(value))


def _style_header(cells: Iterable[Cell]) -> None:
    for cell in cells:
        cell.font, cell.fill, cell.border = _BOLD, _FILL, _LINE


def _link(cell: Cell) -> None:
    name = str(cell.value)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(name)}!A1")
    cell.font = _LINK


def _set_print(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
