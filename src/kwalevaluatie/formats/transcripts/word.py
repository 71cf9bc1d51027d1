"""Reads the paragraphs and tables of a Word document (.docx), changes taken as accepted."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.formats.transcripts.lines import Content, Line, Piece, paragraph_lines
from kwalevaluatie.formats.transcripts.package import (
    Package,
    attribute,
    child,
    local_name,
    named,
)
from kwalevaluatie.formats.transcripts.tables import table_lines
from kwalevaluatie.formats.transcripts.words import word_set
from kwalevaluatie.model.transcript import ReadNote

if TYPE_CHECKING:
    from lxml.etree import _Element

_GONE = word_set(
    "del moveFrom pPr rPr sectPr tblPr tblGrid txbxContent drawing pict object Fallback "
    "instrText delText delInstrText"
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BOLD_STYLES = frozenset({"Strong", "Zwaar"})
_OFF = frozenset({"0", "false", "off", "none"})


def read(path: Path) -> Content:
    """The lines of a Word document, with a note on comments, changes and text boxes."""
    package = Package(path)
    root = package.xml(_main_part(package))
    body = child(root, "body")
    if body is None:
        raise package.damaged()
    return Content(tuple(_lines(body)), tuple(_notes(root)))


def _main_part(package: Package) -> str:
    if package.has("_rels/.rels"):
        for relation in package.xml("_rels/.rels"):
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                target = attribute(relation, "Target") or ""
                return posixpath.normpath(target.lstrip("/"))
    return "word/document.xml"


def _lines(container: _Element) -> Iterator[Line]:
    pieces: list[Piece] = []
    for block in _blocks(container):
        if local_name(block) == "tbl":
            yield from table_lines(_rows(block))
            continue
        pieces.extend(_pieces(block))
        if not _mark_deleted(block):
            yield from paragraph_lines(pieces)
            pieces = []
    yield from paragraph_lines(pieces)


def _blocks(container: _Element) -> Iterator[_Element]:
    for one in container:
        name = local_name(one)
        if name in ("p", "tbl"):
            yield one
        elif name not in _GONE:
            yield from _blocks(one)


def _pieces(element: _Element) -> Iterator[Piece]:
    for one in element:
        name = local_name(one)
        if name == "r":
            yield from _run(one)
        elif name not in _GONE:
            yield from _pieces(one)


def _run(run: _Element) -> Iterator[Piece]:
    properties = child(run, "rPr")
    if properties is None or not _is_on(properties, "vanish"):
        bold = properties is not None and _is_bold(properties)
        yield Piece("".join(_run_text(run)), bold)


def _run_text(run: _Element) -> Iterator[str]:
    for one in run:
        name = local_name(one)
        if name == "t":
            yield (one.text or "").replace("\n", " ")
        elif name == "br" and attribute(one, "type") in ("page", "column"):
            yield " "
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name not in _GONE:
            yield from _run_text(one)


def _rows(table: _Element) -> Iterator[list[str]]:
    for row in _children(table, "tr"):
        properties = child(row, "trPr")
        if properties is None or child(properties, "del") is None:
            yield [_cell(cell) for cell in _children(row, "tc")]


def _cell(cell: _Element) -> str:
    return "\n".join(line.text for line in _lines(cell))


def _children(element: _Element, name: str) -> Iterator[_Element]:
    for one in element:
        if local_name(one) == name:
            yield one
        elif local_name(one) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _children(one, name)


def _is_bold(properties: _Element) -> bool:
    style = child(properties, "rStyle")
    styled = style is not None and attribute(style, "val") in _BOLD_STYLES
    return _is_on(properties, "b") if child(properties, "b") is not None else styled


def _is_on(properties: _Element, name: str) -> bool:
    switch = child(properties, name)
    return switch is not None and attribute(switch, "val") not in _OFF


def _mark_deleted(paragraph: _Element) -> bool:
    properties = child(paragraph, "pPr")
    mark = child(properties, "rPr") if properties is not None else None
    return mark is not None and child(mark, "del") is not None


def _notes(root: _Element) -> Iterator[ReadNote]:
    for found, message in _LEFT_OUT:
        count = sum(1 for _ in named(root, *found))
        if count:
            yield ReadNote("weggelaten", f"{message}: {count}.")
    if any(True for _ in named(root, "ins", "del", "moveFrom", "moveTo")):
        yield ReadNote("aangepast", "Bijgehouden wijzigingen zijn als aanvaard gelezen.")


_LEFT_OUT: Iterable[tuple[tuple[str, ...], str]] = (
    (("commentReference",), "Opmerkingen in de kantlijn weggelaten"),
    (("delText",), "Verwijderde stukken tekst weggelaten"),
    (("footnoteReference", "endnoteReference"), "Voet- of eindnoten weggelaten"),
    (("txbxContent",), "Tekstvakken weggelaten"),
    (("vanish",), "Verborgen stukken tekst weggelaten"),
)
