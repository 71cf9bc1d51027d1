"""Reads a report in OpenDocument: headings, paragraphs, lists and rows of tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.formats.reports.word import kind_of_style
from kwalevaluatie.formats.transcripts.package import (
    Package,
    attribute,
    child,
    local_name,
    named,
)
from kwalevaluatie.model.reported import Line, LineKind, ReportText

if TYPE_CHECKING:
    from lxml.etree import _Element

_MANIFEST = "META-INF/manifest.xml"
_GONE = frozenset(
    "annotation annotation-end tracked-changes note sequence-decls variable-decls "
    "user-field-decls forms".split()
)
_CHARACTERS = {"s": " ", "tab": "\t", "line-break": " "}
Found = tuple[LineKind, int, str, tuple[str, ...], int]


def read(path: Path) -> ReportText:
    """The paragraphs and rows of an OpenDocument text, changes taken as accepted."""
    package = Package(path)
    if package.has(_MANIFEST) and b"encryption-data" in package.read(_MANIFEST):
        raise package.locked()
    root = package.xml("content.xml")
    text = next(named(root, "text"), None)
    if text is None:
        raise package.damaged()
    reader = _Reader(_parents(root))
    found = (one for one in reader.blocks(text) if one[2].strip(" |"))
    lines = tuple(
        Line(number, line, kind, level, cells, table, f"alinea {number}")
        for number, (kind, level, line, cells, table) in enumerate(found, 1)
    )
    return ReportText(lines, _properties(package))


def _properties(package: Package) -> dict[str, str]:
    if not package.has("meta.xml"):
        return {}
    return {local_name(one): one.text for one in package.xml("meta.xml").iter() if one.text}


def _parents(root: _Element) -> dict[str, str]:
    """For automatic styles the style that they are made from."""
    return {
        attribute(one, "name") or "": attribute(one, "parent-style-name") or ""
        for one in named(root, "style")
    }


class _Reader:
    """Walks a text once, counting its tables."""

    def __init__(self, parents: dict[str, str]) -> None:
        self.parents = parents
        self.tables = 0

    def blocks(self, container: _Element, *, listed: bool = False) -> Iterator[Found]:
        """What stands in a container, in order."""
        for one in container:
            name = local_name(one)
            if name == "h":
                yield "kop", int(attribute(one, "outline-level") or 1), _text(one), (), 0
            elif name == "p":
                kind, level = self._kind(one, listed)
                yield kind, level, _text(one), (), 0
            elif name == "table":
                self.tables += 1
                yield from self._rows(one, self.tables)
            elif name not in _GONE:
                yield from self.blocks(one, listed=listed or name == "list")

    def _kind(self, paragraph: _Element, listed: bool) -> tuple[LineKind, int]:
        style = attribute(paragraph, "style-name") or ""
        name = (self.parents.get(style) or style).replace("_20_", " ").casefold()
        return kind_of_style(name, listed=listed)

    def _rows(self, table: _Element, number: int) -> Iterator[Found]:
        for row in named(table, "table-row"):
            cells = tuple(
                " ".join(_text(paragraph) for paragraph in named(cell, "p", "h")).strip()
                for cell in row
                if local_name(cell) == "table-cell"
            )
            yield "tabel", 0, " | ".join(cells), cells, number


def _text(element: _Element) -> str:
    parts = [element.text or ""]
    for one in element:
        name = local_name(one)
        if name in _CHARACTERS:
            parts.append(_CHARACTERS[name])
        elif name not in _GONE and child(one, "binary-data") is None:
            parts.append(_text(one))
        parts.append(one.tail or "")
    return "".join(parts)
