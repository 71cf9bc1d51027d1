"""Reads the lines of a plain text file (.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kwalevaluatie.formats.transcripts.files import read_text
from kwalevaluatie.formats.transcripts.lines import Content, Line

_BREAK = re.compile(r"\r\n|\r|\n")
_SENTENCE_END = re.compile(r"[.?!…][)\]\"'”’»]*\s*$|[\])]\s*$")
_SHORT = 50


def read(path: Path) -> Content:
    """The lines of a text file, numbered from 1."""
    text, notes = read_text(path)
    return Content(tuple(text_lines(split_lines(text))), notes)


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


def begins_after(before: str) -> bool:
    """Whether something new may begin after this line, instead of going on."""
    return len(before.strip()) < _SHORT or bool(_SENTENCE_END.search(before))
