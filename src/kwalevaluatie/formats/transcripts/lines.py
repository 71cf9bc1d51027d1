"""What every container hands over: plain lines, and notes on what it left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kwalevaluatie.model.transcript import ReadNote

ASKS, ANSWERS = "Interviewer", "Respondent"
"""What speakers are called in a text that names none."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document or cue, before anything is understood of it.

    `number` counts from 1 where the file has lines; `start` says whether a paragraph or
    sentence may begin here; `speaker` and `seconds` are filled when the file itself tells
    them, `timed` when a time code stood above or before it; `bold` is the leading text set in bold;
    `emphasis` says that the whole line is in bold or italics; `header` marks a line above the
    conversation; `item` that it had the mark of a list before it.
    """

    text: str
    number: int | None = None
    start: bool = True
    speaker: str | None = None
    seconds: float | None = None
    timed: bool = False
    bold: str = ""
    emphasis: bool = False
    header: bool = False
    item: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """All lines of one file, in order, with what its container left out."""

    lines: tuple[Line, ...]
    notes: tuple[ReadNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text within a paragraph; a line break is a newline.

    `bold` says that this very stretch is in bold; `striking` that it is in italics, or that
    the style of the paragraph sets it apart.
    """

    text: str
    bold: bool = False
    striking: bool = False


def paragraph_lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    """The lines of one paragraph: one, or more when it holds line breaks."""
    for index, row in enumerate(_rows(pieces)):
        text = "".join(piece.text for piece in row)
        if text.strip():
            yield Line(text, start=index == 0, bold=_leading_bold(row), emphasis=_emphasised(row))


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        rows[-1].append(replace(piece, text=first))
        rows.extend([replace(piece, text=other)] for other in others)
    return rows


def _emphasised(row: Iterable[Piece]) -> bool:
    return all(piece.bold or piece.striking for piece in row if piece.text.strip())


def _leading_bold(row: Iterable[Piece]) -> str:
    leading = ""
    for piece in row:
        if piece.text.strip() and not piece.bold:
            break
        leading += piece.text
    return leading.strip()
