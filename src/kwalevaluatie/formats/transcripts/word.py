"""Reads the paragraphs and tables of a Word document (.docx), changes taken as accepted."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
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

_GONE = word_set(
    "del moveFrom pPr rPr sectPr tblPr tblGrid txbxContent drawing pict object Fallback "
    "instrText delText delInstrText"
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BOLD_STYLES = frozenset({"Strong", "Zwaar"})
BOLD = Look(bold=True)
_OFF = frozenset({"0", "false", "off", "none"})


def read(path: Path) -> Content:
    """The lines of a Word document, with a note on comments, changes and text boxes."""
    package = Package(path)
    main = _main_part(package)
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise package.damaged()
    lines = tuple(_Reader(_styles(package, posixpath.dirname(main))).lines(body))
    return Content(lines, (*_notes(root), *package.ignored()))


def _main_part(package: Package) -> str:
    if package.has("_rels/.rels"):
        for relation in package.xml("_rels/.rels"):
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                target = attribute(relation, "Target") or ""
                return posixpath.normpath(target.lstrip("/"))
    return "word/document.xml"


def _styles(package: Package, folder: str) -> Mapping[str, Look]:
    """How every style looks; nothing when the styles cannot be read."""
    part = f"{folder}/styles.xml"
    if not package.has(part):
        return {}
    styles = _children(package.xml(part), "style")
    return looks_of({attribute(one, "styleId") or "": _style(one) for one in styles})


def _style(style: _Element) -> Style:
    properties, parent = child(style, "rPr"), child(style, "basedOn")
    look = PLAIN if properties is None else _own_look(properties)
    name = child(style, "name")
    heading = name is not None and (attribute(name, "val") or "").startswith("heading")
    return Style(
        BOLD if heading else look,
        attribute(parent, "val") if parent is not None else None,
    )


class _Reader:
    """Reads paragraphs and tables, knowing how every style looks."""

    def __init__(self, styles: Mapping[str, Look]) -> None:
        self.styles = styles

    def lines(self, container: _Element) -> Iterator[Line]:
        """The lines of a body or table cell."""
        pieces: list[Piece] = []
        for block in _blocks(container):
            if local_name(block) == "tbl":
                yield from table_lines(self._rows(block))
                continue
            pieces.extend(self._pieces(block, self._striking(block)))
            if not _mark_deleted(block):
                yield from paragraph_lines(pieces)
                pieces = []
        yield from paragraph_lines(pieces)

    def _striking(self, paragraph: _Element) -> bool:
        properties = child(paragraph, "pPr")
        return properties is not None and self._styled(properties, "pStyle").stands_out

    def _styled(self, properties: _Element, kind: str) -> Look:
        style = child(properties, kind)
        name = (attribute(style, "val") if style is not None else None) or ""
        return self.styles.get(name, BOLD if name in _BOLD_STYLES else PLAIN)

    def _pieces(self, element: _Element, striking: bool) -> Iterator[Piece]:
        for one in element:
            name = local_name(one)
            if name == "r":
                yield from self._run(one, striking)
            elif name not in _GONE:
                yield from self._pieces(one, striking)

    def _run(self, run: _Element, striking: bool) -> Iterator[Piece]:
        properties = child(run, "rPr")
        text = "".join(_run_text(run))
        if properties is None:
            yield Piece(text, striking=striking)
        elif not _is_on(properties, "vanish"):
            look = _own_look(properties).over(self._styled(properties, "rStyle"))
            yield Piece(text, bool(look.bold), bool(look.italic) or (striking and not _off(look)))

    def _rows(self, table: _Element) -> Iterator[list[str]]:
        for row in _children(table, "tr"):
            properties = child(row, "trPr")
            if properties is None or child(properties, "del") is None:
                yield [self._cell(cell) for cell in _children(row, "tc")]

    def _cell(self, cell: _Element) -> str:
        return "\n".join(line.text for line in self.lines(cell))


def _off(look: Look) -> bool:
    """Whether the run switches off what the style of its paragraph switches on."""
    return look.bold is False or look.italic is False


def _own_look(properties: _Element) -> Look:
    return Look(_switch(properties, "b"), _switch(properties, "i"))


def _switch(properties: _Element, name: str) -> bool | None:
    return None if child(properties, name) is None else _is_on(properties, name)


def _blocks(container: _Element) -> Iterator[_Element]:
    for one in container:
        name = local_name(one)
        if name in ("p", "tbl"):
            yield one
        elif name not in _GONE:
            yield from _blocks(one)


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


def _children(element: _Element, name: str) -> Iterator[_Element]:
    for one in element:
        if local_name(one) == name:
            yield one
        elif local_name(one) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _children(one, name)


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
