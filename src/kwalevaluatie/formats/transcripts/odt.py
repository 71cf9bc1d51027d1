"""Reads the paragraphs and tables of an OpenDocument text (.odt), changes taken as accepted."""

from __future__ import annotations

from collections.abc import Iterator
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

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_GONE = word_set(
    "annotation annotation-end tracked-changes note frame forms sequence-decls "
    "variable-decls user-field-decls soft-page-break table-of-content"
)


def read(path: Path) -> Content:
    """The lines of an OpenDocument text, with a note on comments and changes."""
    package = Package(path)
    if package.has(_MANIFEST) and b"encryption-data" in package.read(_MANIFEST):
        raise package.locked()
    root = package.xml(_CONTENT)
    text = next(named(root, "text"), None)
    if text is None:
        raise package.damaged()
    return Content(tuple(_lines(text, _bold_styles(root))), tuple(_notes(root)))


def _bold_styles(root: _Element) -> frozenset[str]:
    return frozenset(
        attribute(style, "name") or ""
        for style in named(root, "style")
        for properties in named(style, "text-properties")
        if attribute(properties, "font-weight") in ("bold", "700", "800", "900")
    )


def _lines(container: _Element, bold: frozenset[str]) -> Iterator[Line]:
    for one in container:
        name = local_name(one)
        if name in ("p", "h"):
            yield from paragraph_lines(_pieces(one, bold, _has_style(one, bold)))
        elif name == "table":
            yield from table_lines(_rows(one, bold))
        elif name not in _GONE:
            yield from _lines(one, bold)


def _pieces(element: _Element, styles: frozenset[str], bold: bool) -> Iterator[Piece]:
    yield _piece(element.text, bold)
    for one in element:
        name = local_name(one)
        if name in _CHARACTERS:
            yield Piece(_CHARACTERS[name] * _times(one), bold)
        elif name and name not in _GONE:
            yield from _pieces(one, styles, bold or _has_style(one, styles))
        yield _piece(one.tail, bold)


_CHARACTERS = {"s": " ", "tab": "\t", "line-break": "\n"}


def _piece(text: str | None, bold: bool) -> Piece:
    return Piece(" ".join((text or "").split("\n")), bold)


def _times(element: _Element) -> int:
    count = attribute(element, "c") or "1"
    return min(int(count), 100) if count.isdecimal() else 1


def _has_style(element: _Element, styles: frozenset[str]) -> bool:
    return attribute(element, "style-name") in styles


def _rows(table: _Element, bold: frozenset[str]) -> Iterator[list[str]]:
    for row in named(table, "table-row"):
        cells = (one for one in row if local_name(one) == "table-cell")
        yield ["\n".join(line.text for line in _lines(cell, bold)) for cell in cells]


def _notes(root: _Element) -> Iterator[ReadNote]:
    comments = sum(1 for _ in named(root, "annotation"))
    if comments:
        yield ReadNote("weggelaten", f"Opmerkingen in de kantlijn weggelaten: {comments}.")
    deleted = sum(1 for _ in named(root, "deletion"))
    if deleted:
        yield ReadNote("weggelaten", f"Verwijderde stukken tekst weggelaten: {deleted}.")
    notes = sum(1 for _ in named(root, "note"))
    if notes:
        yield ReadNote("weggelaten", f"Voet- of eindnoten weggelaten: {notes}.")
    if any(child(change, "insertion") is not None for change in named(root, "changed-region")):
        yield ReadNote("aangepast", "Bijgehouden wijzigingen zijn als aanvaard gelezen.")
