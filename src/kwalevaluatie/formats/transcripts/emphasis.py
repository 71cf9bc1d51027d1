"""Tells question and answer apart by their looks, in a text that names no speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kwalevaluatie.formats.transcripts.lines import ANSWERS, ASKS, Line
from kwalevaluatie.formats.transcripts.sounds import is_sound


def by_emphasis(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with speakers, when questions stand out in bold or italics; else nothing."""
    start = _first_question(lines)
    talk = [line for line in lines[start:] if not line.header]
    asked = [line for line in talk if line.emphasis]
    if len(asked) < 2 or len(talk) - len(asked) < 2 or not _are_questions(asked):
        return ()
    return (*lines[:start], *_named(lines[start:]))


def _first_question(lines: Sequence[Line]) -> int:
    """Where the first question begins; it may run over several lines."""
    asked = (i for i, line in enumerate(lines) if line.emphasis and line.text.rstrip()[-1:] == "?")
    first = next(asked, len(lines))
    while 0 < first < len(lines) and _goes_on(lines[first - 1], lines[first]):
        first -= 1
    return first


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a question that stands on the line began on the line before it."""
    same = before.emphasis and not before.header
    return same and (not line.start or line.text.lstrip()[:1].islower())


def _are_questions(asked: Sequence[Line]) -> bool:
    return 2 * sum("?" in line.text for line in asked) >= len(asked)


def _named(lines: Sequence[Line]) -> Iterator[Line]:
    speaker = ASKS
    for line in lines:
        if not is_sound(line.text):
            speaker = ASKS if line.emphasis else ANSWERS
        yield line if line.header else replace(line, speaker=speaker)
