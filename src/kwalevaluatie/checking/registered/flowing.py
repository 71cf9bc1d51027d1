"""A report as paragraphs: lines that run on are one text, and every place leads to its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kwalevaluatie.model.reported import BoundText, Line, ReportText

FULL_LINE = 45
_ENDS = (".", "!", "?", ";", ":", "”", ")")
_RUNS_ON = re.compile(r"[a-zà-ÿ(\d“]")
_OPENER = re.compile(r"\b(?:de|het|een|en|of|van|met|voor|door|aan|bij|in|op|tot|is|zijn)$|[,:]$")


@dataclass(frozen=True)
class Paragraph:
    """One or more lines that are read as one; `section` is the heading above it, counted."""

    lines: tuple[Line, ...]
    section: int = 0
    heading: str = ""

    @cached_property
    def text(self) -> str:
        """The lines with a space between them."""
        return " ".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> list[int]:
        """Where in the text each line begins."""
        starts = [0]
        for line in self.lines[:-1]:
            starts.append(starts[-1] + len(line.text) + 1)
        return starts

    @property
    def first(self) -> Line:
        """The line that it begins with."""
        return self.lines[0]

    @cached_property
    def bound(self) -> tuple[BoundText, ...]:
        """What stands in content controls, with places in this text."""
        return tuple(
            BoundText(one.start + shift, one.stop + shift, one.id)
            for line, shift in zip(self.lines, self.starts, strict=True)
            for one in line.bound
        )

    def at(self, place: int) -> tuple[Line, int]:
        """The line at a place in the text, and where in that line it is."""
        index = bisect_right(self.starts, place) - 1
        return self.lines[index], place - self.starts[index]


def paragraphs(report: ReportText) -> list[Paragraph]:
    """The paragraphs of a report in order, each with the heading that it stands under."""
    found: list[Paragraph] = []
    section, heading = 0, ""
    for lines in _grouped(report.lines):
        if lines[0].kind == "kop":
            section, heading = section + 1, lines[0].text
        found.append(Paragraph(tuple(lines), section, heading))
    return found


def _grouped(lines: Iterable[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not _runs_on(group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _runs_on(group: list[Line], line: Line) -> bool:
    """Whether a line goes on where the one before it was full."""
    before = group[-1]
    text, next_text = before.text.strip(), line.text.strip()
    if before.place or line.number - before.number != 1 or line.kind != "alinea":
        return False
    if before.kind in ("kop", "bijschrift", "tabel") or len(text) < FULL_LINE:
        return False
    said = " ".join(one.text for one in group)
    if said.count("“") > said.count("”") or _OPENER.search(text):
        return True
    return not text.endswith(_ENDS) and bool(_RUNS_ON.match(next_text))
