"""Reads the paragraphs and tables of an OpenDocument text (.odt), changes taken as accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.formats.transcripts.lines import Content, Line, Piece, paragraph_lines
from kwalevaluatie.formats.transcripts.looks import PLAIN, Look, Style, looks_of
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

_CONTENT, _STYLES = "content.xml", "styles.xml"
_HEAVY = ("bold", "600", "700", "800", "900")
BOLD = Look(bold=True)
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
    lines = tuple(_lines(text, _styles(package, root)))
    return Content(lines, (*_notes(root), *package.ignored()))


Styles = Mapping[str, Look]


def _styles(package: Package, root: _Element) -> Styles:
    """How every style looks, of the document and of its template."""
    parts = [package.xml(_STYLES)] if package.has(_STYLES) else []
    styles = (style for part in (*parts, root) for style in named(part, "style"))
    return looks_of({attribute(style, "name") or "": _style(style) for style in styles})


def _style(style: _Element) -> Style:
    properties = child(style, "text-properties")
    look = PLAIN if properties is None else _look(properties)
    return Style(look, attribute(style, "parent-style-name"))


def _look(properties: _Element) -> Look:
    weight, slant = attribute(properties, "font-weight"), attribute(properties, "font-style")
    return Look(
        None if weight is None else weight in _HEAVY,
        None if slant is None else slant in ("italic", "oblique"),
    )


def _lines(container: _Element, styles: Styles) -> Iterator[Line]:
    for one in container:
        name = local_name(one)
        if name in ("p", "h"):
            yield from paragraph_lines(_pieces(one, styles, _look_of(one, styles)))
        elif name == "table":
            yield from table_lines(_rows(one, styles))
        elif name not in _GONE:
            yield from _lines(one, styles)


def _look_of(element: _Element, styles: Styles) -> Look:
    heading = BOLD if local_name(element) == "h" else PLAIN
    return styles.get(attribute(element, "style-name") or "", PLAIN).over(heading)


def _pieces(element: _Element, styles: Styles, look: Look) -> Iterator[Piece]:
    yield _piece(element.text, look)
    for one in element:
        name = local_name(one)
        if name in _CHARACTERS:
            yield _piece(_CHARACTERS[name] * _times(one), look, spaced=True)
        elif name and name not in _GONE:
            yield from _pieces(one, styles, _look_of(one, styles).over(look))
        yield _piece(one.tail, look)


_CHARACTERS = {"s": " ", "tab": "\t", "line-break": "\n"}


def _piece(text: str | None, look: Look, *, spaced: bool = False) -> Piece:
    plain = (text or "") if spaced else " ".join((text or "").split("\n"))
    return Piece(plain, bool(look.bold), bool(look.italic))


def _times(element: _Element) -> int:
    count = attribute(element, "c") or "1"
    return min(int(count), 100) if count.isdecimal() else 1


def _rows(table: _Element, styles: Styles) -> Iterator[list[str]]:
    for row in named(table, "table-row"):
        cells = (one for one in row if local_name(one) == "table-cell")
        yield ["\n".join(line.text for line in _lines(cell, styles)) for cell in cells]


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
