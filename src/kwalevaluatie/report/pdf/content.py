"""A report as plain data for the PDF: blocks, texts that can be printed, links to the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, assert_never

from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Inlines,
    Number,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Table,
    plain,
)
from kwalevaluatie.report.marks import ZELF_INVULLEN, existing, mark, numeric_columns
from kwalevaluatie.report.pdf.letters import FONTS, printable
from kwalevaluatie.report.word.tables import WIDE_COLUMNS, column_widths, is_wide

Data = dict[str, Any]

TITLE = "Rapport"
DEEPEST, TEXT_WIDTH = 6, 9070


@dataclass(frozen=True)
class Content:
    """A report as `data` that JSON can hold, and its `pictures` by the name used in it."""

    data: Data
    pictures: Mapping[str, Path]


def content(document: Document) -> Content:
    """The report as data; headings skip no level, for PDF/UA does not allow that."""
    maker = _Maker(_registered(document.blocks), document.form == "blad")
    chapters = [maker.chapter(blocks) for blocks in _chapters(document.blocks)]
    data: Data = {
        **_opening(document),
        "chapters": chapters,
        "contents": any(isinstance(block, Heading) for block in document.blocks),
        "marks": {group: _mark(group) for group in sorted(_groups(document))},
    }
    return Content(data, maker.pictures)


def _opening(document: Document) -> Data:
    return {
        "title": printable(document.title).strip() or TITLE,
        "subtitle": printable(document.subtitle),
        "organisation": printable(document.organisation),
        "author": [printable(document.organisation)] if document.organisation else [],
        "date": printable(document.date),
        "banner": printable(document.banner),
        "perspectives": list(document.perspectives),
        "single": document.form == "blad",
        "fonts": list(FONTS),
    }


@dataclass
class _Maker:
    """Makes data of blocks; keeps the pictures, the level of the last heading, what has a row."""

    registered: frozenset[str]
    single: bool
    pictures: dict[str, Path] = field(default_factory=dict)
    level: int = 0
    anchored: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.level = 1 if self.single else 0

    def chapter(self, blocks: Sequence[Block]) -> Data:
        """A chapter; one with a long, wide table has turned pages of its own."""
        turned = any(is_wide(block) for block in blocks if isinstance(block, Table))
        made = [block for block in map(self.block, blocks) if block]
        if turned:
            made[0] |= {"new_page": False}
        return {"turned": turned, "blocks": made}

    def block(self, block: Block) -> Data:
        """One block; nothing for a heading without a text."""
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                parts = {"style": block.style, "perspective": block.perspective}
                return {"kind": "paragraph", **parts, "parts": self.parts(block.inlines)}
            case Bullets():
                return {"kind": "bullets", "items": [self.parts(item) for item in block.items]}
            case Quote():
                said = f"“{printable(block.text)}”"
                return {"kind": "quote", "text": said, "perspective": block.perspective}
            case Table():
                return self.table(block)
            case Picture():
                return self.picture(block)
            case Placeholder():
                told = {"label": ZELF_INVULLEN, "text": printable(block.prompt)}
                return {"kind": "placeholder", **told}
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> Data:
        """A heading, at most one level below the one before."""
        text = printable(heading.text).strip()
        if not text:
            return {}
        first, self.level = not self.level, min(heading.level, self.level + 1, DEEPEST)
        bare = heading.level == 1 and (first or not heading.numbered)
        return {
            "kind": "heading", "level": self.level, "text": text,
            "numbered": heading.numbered and heading.level < 3 and not self.single,
            "new_page": bare and not self.single,
        }  # fmt: skip

    def table(self, table: Table) -> Data:
        """A table with the widths that its columns have in Word."""
        right = numeric_columns(table)
        return {
            "kind": "table",
            "caption": printable(table.caption),
            "header": [printable(name) for name in table.header],
            "widths": column_widths(table, TEXT_WIDTH),
            "right": [column in right for column in range(len(table.header))],
            "small": len(table.header) >= WIDE_COLUMNS,
            "rows": [self.row(row) for row in table.rows],
        }

    def row(self, row: Sequence[Inlines]) -> Data:
        """A row; with an anchor when it is the first that names a number."""
        id = plain(row[0])
        known = id in self.registered and id not in self.anchored
        self.anchored |= {id} if known else set()
        return {"anchor": _anchor(id) if known else "", "cells": [self.parts(c) for c in row]}

    def picture(self, picture: Picture) -> Data:
        """A figure, which always has a text that replaces it."""
        name = f"figuur-{len(self.pictures) + 1}.svg"
        self.pictures[name] = existing(picture.svg)
        caption = printable(picture.caption)
        alt = printable(plain(picture.alt)).strip() or caption
        return {"kind": "picture", "file": name, "alt": alt, "caption": caption}

    def parts(self, inlines: Inlines) -> list[Data]:
        """Running text as parts."""
        return [self.part(inline) for inline in inlines]

    def part(self, inline: Inline) -> Data:
        """A text, or a number with where it leads to."""
        bound = isinstance(inline, Number) and inline.base in self.registered
        to = _anchor(inline.base) if bound and isinstance(inline, Number) else ""
        return {"text": printable(inline.text), "style": inline.style, "to": to}


def _registered(blocks: Iterable[Block]) -> frozenset[str]:
    """The first cells of all tables: where one is the id of a number, that has a row."""
    tables = (block for block in blocks if isinstance(block, Table))
    return frozenset(plain(row[0]) for table in tables for row in table.rows if plain(row[0]))


def _anchor(id: str) -> str:
    return f"register-{printable(id)}"


def _chapters(blocks: Iterable[Block]) -> list[list[Block]]:
    chapters: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and chapters[-1]:
            chapters.append([])
        chapters[-1].append(block)
    return chapters


def _groups(document: Document) -> set[str]:
    marked = (block for block in document.blocks if isinstance(block, (Paragraph, Quote)))
    return {*document.perspectives, *(block.perspective for block in marked)} - {""}


def _mark(group: str) -> dict[str, str]:
    shown = mark(group)
    return {
        "glyph": printable(shown.glyph), "label": printable(shown.label),
        "colour": shown.colour, "tint": shown.tint,
    }  # fmt: skip
