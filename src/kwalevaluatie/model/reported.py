"""A report as it is read back, line by line, and what a check remarks on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

LineKind = Literal["kop", "alinea", "opsomming", "tabel", "bijschrift", "citaat"]
Severity = Literal["fout", "let op", "stijl"]


@dataclass(frozen=True)
class BoundText:
    """A stretch of a line that stands in a content control: what was printed for which number."""

    start: int
    stop: int
    id: str


@dataclass(frozen=True)
class Line:
    """One line of a report: of a text file its own line, else a paragraph or a row of a table.

    `number` counts from 1. `level` is that of a heading. A row of a table has its `cells`, and
    `table` counts the tables. `place` says where it stands in the file it came from (paragraph
    or row), for whoever writes something beside it.
    """

    number: int
    text: str
    kind: LineKind = "alinea"
    level: int = 0
    cells: tuple[str, ...] = ()
    table: int = 0
    place: str = ""
    bound: tuple[BoundText, ...] = ()


@dataclass(frozen=True)
class ReportText:
    """A whole report as lines, without the empty ones.

    `properties` is what the file says of itself (title, language); `ids` says whether numbers in
    it still carry the ids that they were written with.
    """

    lines: tuple[Line, ...]
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def ids(self) -> bool:
        """Whether any number in it still carries the id it was written with."""
        return any(line.bound for line in self.lines)


@dataclass(frozen=True)
class Remark:
    """Something that a check found: where, by which rule, how serious, and why.

    `start` and `stop` are offsets in the line. `also` are other lines that it rests on.
    """

    line: int
    rule: str
    severity: Severity
    excerpt: str
    message: str
    start: int = 0
    stop: int = 0
    also: tuple[int, ...] = ()
