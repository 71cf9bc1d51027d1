"""Reads the lines of a Markdown file (.md): marks dropped, bold labels and tables understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from kwalevaluatie.formats.transcripts.files import read_text
from kwalevaluatie.formats.transcripts.lines import Content, Line
from kwalevaluatie.formats.transcripts.tables import table_lines
from kwalevaluatie.formats.transcripts.text import split_lines, text_lines

_BLOCK = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)+")
_ITEM = ("-", "*", "+")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_BOLD = re.compile(r"^\s*(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.{1,200}?)(?<=[^\s\\])\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>:~-])")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-{2,}[\s:|-]*")
_LINE_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_CELL = re.compile(r"(?<!\\)\|")


def read(path: Path) -> Content:
    """The lines of a Markdown file, numbered from 1."""
    text, notes = read_text(path)
    lines = split_lines(text)
    end = _front_matter(lines)
    front = (replace(line, header=True) for line in text_lines(lines[:end]))
    body = ["" for _ in lines[:end]] + lines[end:]
    marked = [line for line in (*front, *_body(body)) if not _RULE.match(line.text)]
    return Content(tuple(marked), notes)


def _front_matter(lines: list[str]) -> int:
    """How many lines at the top stand between two rules of dashes."""
    if not lines or lines[0].strip() != "---" or "---" not in lines[1:]:
        return 0
    return lines.index("---", 1) + 1


def _body(lines: Iterable[str]) -> Iterator[Line]:
    for table, group in groupby(enumerate(text_lines(lines)), key=_table):
        block = [line for _, line in group]
        if table is None:
            yield from map(_unmarked, block)
        else:
            yield from table_lines(_cells(line.text) for line in block if not _is_rule(line.text))


def _table(place_and_line: tuple[int, Line]) -> int | None:
    """Something that rows of one table share: a blank line begins another."""
    place, line = place_and_line
    return (line.number or 0) - place if line.text.startswith("|") else None


def _is_rule(text: str) -> bool:
    return bool(_TABLE_RULE.fullmatch(text))


def _cells(text: str) -> list[str]:
    return [_bare(cell).strip() for cell in _CELL.split(text.strip().strip("|"))]


def _unmarked(line: Line) -> Line:
    marker = _BLOCK.match(line.text)
    text = line.text[marker.end() :] if marker else line.text
    bold = _BOLD.match(text)
    heading = marker is not None and "#" in marker[0]
    return replace(
        line,
        emphasis=heading or bool(_EMPHASIS.fullmatch(text.strip())),
        text=_bare(text),
        bold=_bare(bold[2]).strip() if bold else "",
        start=line.start or bool(marker),
        item=marker is not None and marker[0].strip() in _ITEM,
    )


def _bare(text: str) -> str:
    words = _LINE_BREAK.sub(" ", text)
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", words)))
