"""Reads the lines of a plain text file (.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from kwalevaluatie.formats.transcripts.files import read_text
from kwalevaluatie.formats.transcripts.lines import Content, Line
from kwalevaluatie.formats.transcripts.tables import is_spoken, table_lines

_BREAK = re.compile(r"\r\n|\r|\n")
_SENTENCE_END = re.compile(r"[.?!…][)\]\"'”’»]*\s*$|[\])]\s*$")
_SHORT = 50


def read(path: Path) -> Content:
    """The lines of a text file, numbered from 1."""
    text, notes = read_text(path)
    return Content(tuple(_with_tables(text_lines(split_lines(text)))), notes)


def split_lines(text: str) -> list[str]:
    """The lines of a text, whatever the system that wrote it."""
    return _BREAK.split(text)


def text_lines(lines: Iterable[str]) -> Iterator[Line]:
    """The filled lines; a paragraph may start after a blank, a short or a finished line."""
    before = ""
    for number, text in enumerate(lines, start=1):
        if text.strip():
            yield Line(text, number, start=begins_after(before))
        before = text


def _with_tables(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with those that hold a table saved as text read as its rows."""
    for tabs, group in groupby(lines, key=lambda line: line.text.count("\t")):
        rows = list(group)
        cells = [[cell.strip() for cell in line.text.split("\t")] for line in rows] if tabs else []
        yield from table_lines(cells) if is_spoken(cells) else rows


def begins_after(before: str) -> bool:
    """Whether something new may begin after this line, instead of going on."""
    return len(before.strip()) < _SHORT or ends_sentence(before)


def ends_sentence(text: str) -> bool:
    """Whether the text ends where a sentence may end."""
    return bool(_SENTENCE_END.search(text))
