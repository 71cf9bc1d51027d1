"""What Word and the page share: perspective marks, heading numbers, columns of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.document import Block, Heading, Table, plain

ZELF_INVULLEN = "[ZELF INVULLEN]"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NUMERIC = re.compile(r"[\d.,]+ ?%?( van (de )?[\d.,]+)?")
_EMPTY = frozenset({"", "-", "–", "n.v.t."})


@dataclass(frozen=True)
class Mark:
    """The mark of a perspective: it differs in form and word, and in colour besides.

    `colour` on `tint` has a contrast of at least 4.5 to 1.
    """

    glyph: str
    label: str
    colour: str
    tint: str

    @property
    def text(self) -> str:
        """The mark as it is read: form and word."""
        return f"{self.glyph} {self.label}"


_MARKS = {
    "inwoner": Mark("●", "Inwoner", "0B4F6C", "E3EFF4"),
    "professional": Mark("■", "Professional", "7A4300", "FBEEDD"),
    "netwerkpartner": Mark("◆", "Netwerkpartner", "5A3284", "EFE8F6"),
    "management": Mark("▲", "Management", "245C2B", "E5F2E6"),
}


def mark(group: str) -> Mark:
    """The mark of a group; a group that has none of its own gets an open circle with its name."""
    label = group[:1].upper() + group[1:]
    return _MARKS.get(group.casefold(), Mark("○", label, "444444", "EDEDED"))


@dataclass(frozen=True)
class Entry:
    """A heading with the number that it gets in the report; empty when it has none."""

    number: str
    heading: Heading


def outline(blocks: Iterable[Block]) -> tuple[Entry, ...]:
    """Every heading with its number, counted as Word and the page count them."""
    chapter = section = 0
    entries = []
    for heading in (block for block in blocks if isinstance(block, Heading)):
        number = ""
        if heading.numbered and heading.level == 1:
            chapter, section = chapter + 1, 0
            number = f"{chapter}"
        elif heading.numbered and heading.level == 2:
            section += 1
            number = f"{chapter}.{section}"
        entries.append(Entry(number, heading))
    return tuple(entries)


def numeric_columns(table: Table) -> frozenset[int]:
    """The columns, from the second on, that hold nothing but numbers (set to the right)."""
    columns = range(1, len(table.header))
    cells = {column: [plain(row[column]).strip() for row in table.rows] for column in columns}
    return frozenset(column for column in columns if all(map(_is_numeric, cells[column])))


def clean(text: str) -> str:
    """The text without the control characters that no file format can hold."""
    return _CONTROL.sub("", text)


def existing(path: Path) -> Path:
    """The path of a picture, or an error that says which picture is missing."""
    if not path.is_file():
        raise KwalError("deze figuur ontbreekt", where=path, todo="maak de figuren opnieuw.")
    return path


def _is_numeric(cell: str) -> bool:
    return cell in _EMPTY or bool(_NUMERIC.fullmatch(cell))
