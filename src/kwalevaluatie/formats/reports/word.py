"""Reads a Word report: paragraphs by their style, rows of tables, numbers in content controls."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.formats.transcripts.package import (
    Package,
    attribute,
    child,
    local_name,
)
from kwalevaluatie.model.reported import BoundText, Line, LineKind, ReportText

if TYPE_CHECKING:
    from lxml.etree import _Element

_GONE = frozenset(
    "del moveFrom pPr rPr sectPr tblPr tblGrid sdtPr sdtEndPr Fallback instrText delText "
    "delInstrText footnoteReference commentReference".split()
)
_CHARACTERS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_HEADING = re.compile(r"heading (\d)|kop (\d)")
_CORE = "docProps/core.xml"


def read(path: Path) -> ReportText:
    """The paragraphs and rows of a Word document, changes taken as accepted."""
    package = Package(path)
    part = _main_part(package)
    body = child(package.xml(part), "body")
    if body is None:
        raise package.damaged()
    reader = _Reader(_style_names(package, posixpath.dirname(part)))
    reader.read(body)
    return ReportText(tuple(reader.lines), core_properties(package))


def core_properties(package: Package) -> dict[str, str]:
    """What the file says of itself, such as its title and language."""
    if not package.has(_CORE):
        return {}
    return {local_name(one): one.text for one in package.xml(_CORE) if one.text}


def _main_part(package: Package) -> str:
    if package.has("_rels/.rels"):
        for relation in package.xml("_rels/.rels"):
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                return posixpath.normpath((attribute(relation, "Target") or "").lstrip("/"))
    return "word/document.xml"


def _style_names(package: Package, folder: str) -> dict[str, str]:
    part = f"{folder}/styles.xml"
    if not package.has(part):
        return {}
    styles = (one for one in package.xml(part) if local_name(one) == "style")
    return {attribute(one, "styleId") or "": _style_name(one) for one in styles}


def _style_name(style: _Element) -> str:
    name = child(style, "name")
    return (attribute(name, "val") or "").casefold() if name is not None else ""


@dataclass
class _Run:
    """The text of a paragraph as it grows, and what of it stands in content controls."""

    text: str = ""
    bound: list[BoundText] = field(default_factory=list)


@dataclass
class _Reader:
    """Walks a document once and keeps its lines; paragraphs and tables are counted."""

    styles: Mapping[str, str]
    lines: list[Line] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def read(self, container: _Element) -> None:
        """Keep the lines of a body or of a content control around paragraphs."""
        for block in _blocks(container):
            if local_name(block) == "tbl":
                self.tables += 1
                self._table(block, self.tables)
            else:
                self._paragraph(block)

    def _paragraph(self, paragraph: _Element) -> None:
        self.paragraphs += 1
        run = _Run()
        _walk(paragraph, run)
        if run.text.strip():
            kind, level = self._kind(paragraph, run.text)
            self._keep(run, kind, level, place=f"alinea {self.paragraphs}")

    def _table(self, table: _Element, number: int) -> None:
        for index, row in enumerate(_deep(table, "tr"), 1):
            cells = [_cell(cell) for cell in _deep(row, "tc")]
            run = _joined(cells)
            if run.text.strip(" |"):
                texts = tuple(cell.text.strip() for cell in cells)
                place = f"tabel {number}, rij {index}"
                self._keep(run, "tabel", 0, cells=texts, table=number, place=place)

    def _keep(
        self,
        run: _Run,
        kind: LineKind,
        level: int,
        *,
        place: str,
        cells: tuple[str, ...] = (),
        table: int = 0,
    ) -> None:
        number = len(self.lines) + 1
        bound = tuple(run.bound)
        self.lines.append(Line(number, run.text, kind, level, cells, table, place, bound))

    def _kind(self, paragraph: _Element, text: str) -> tuple[LineKind, int]:
        properties = child(paragraph, "pPr")
        if properties is None:
            return "alinea", 0
        style = child(properties, "pStyle")
        name = self.styles.get((attribute(style, "val") if style is not None else None) or "", "")
        return kind_of_style(name, listed=child(properties, "numPr") is not None)


def kind_of_style(name: str, *, listed: bool = False) -> tuple[LineKind, int]:
    """What a paragraph is by the name of its style, and its level as a heading."""
    heading = _HEADING.match(name)
    if heading:
        return "kop", int(heading[1] or heading[2])
    if name in ("title", "titel"):
        return "kop", 1
    if "caption" in name or "bijschrift" in name:
        return "bijschrift", 0
    if "quote" in name or "citaat" in name:
        return "citaat", 0
    return ("opsomming", 0) if listed or "list" in name or "lijst" in name else ("alinea", 0)


def _blocks(container: _Element) -> Iterator[_Element]:
    """The paragraphs and tables, also those in a content control around them."""
    for one in container:
        name = local_name(one)
        if name in ("p", "tbl"):
            yield one
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _blocks(one)


def _deep(container: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or cells of a row, also those in content controls."""
    for one in container:
        if local_name(one) == name:
            yield one
        elif local_name(one) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _deep(one, name)


def _walk(element: _Element, run: _Run) -> None:
    for one in element:
        name = local_name(one)
        if name == "t":
            run.text += one.text or ""
        elif name in _CHARACTERS:
            run.text += _CHARACTERS[name]
        elif name == "sdt":
            _control(one, run)
        elif name not in _GONE and name not in ("drawing", "pict", "object", "txbxContent"):
            _walk(one, run)


def _control(control: _Element, run: _Run) -> None:
    start = len(run.text)
    _walk(control, run)
    tag = _tag(control)
    if tag:
        run.bound.append(BoundText(start, len(run.text), tag))


def _tag(control: _Element) -> str:
    properties = child(control, "sdtPr")
    tag = child(properties, "tag") if properties is not None else None
    return (attribute(tag, "val") or "") if tag is not None else ""


def _cell(cell: _Element) -> _Run:
    run = _Run()
    for paragraph in _blocks(cell):
        if run.text:
            run.text += " "
        _walk(paragraph, run)
    return run


def _joined(cells: list[_Run]) -> _Run:
    """The cells of a row as one line, with bars between them."""
    row = _Run()
    for index, cell in enumerate(cells):
        row.text += " | " if index else ""
        shift = len(row.text)
        row.text += cell.text
        row.bound += [BoundText(b.start + shift, b.stop + shift, b.id) for b in cell.bound]
    return row
