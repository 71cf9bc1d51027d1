"""Finds time codes such as 0:03, [00:01:23] and #00:01:23-4# and turns them into seconds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kwalevaluatie.formats.transcripts.lines import Line

_LONG = r"\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d{1,7})?(?!\d)"
_CLOCK = rf"(?:{_LONG}|\d{{1,3}}:\d{{2}}(?:[.,]\d{{1,3}})?(?!\d|:\d))"
_TO = r"\s*(?:-->|→|[-–—/])\s*"
_SPAN = rf"{_CLOCK}(?:{_TO}{_CLOCK})?"
_SQUARE = rf"\[\s*{_SPAN}\s*\]|\{{\s*{_SPAN}\s*\}}|<\s*{_SPAN}\s*>|#\s*{_CLOCK}(?:-\d)?\s*#"
_MARKED = rf"(?:{_SQUARE}|\(\s*{_SPAN}\s*\))"
TIME = rf"(?:{_MARKED}|{_SPAN})"
"""A time code of any style, for use inside a larger pattern."""

_COLON = re.compile(r"\d:\d")
_FIRST = re.compile(_CLOCK)
_ALONE = re.compile(rf"\s*{TIME}\s*[-–:]?\s*")
_BARE = re.compile(r"\s*\d{1,3}:\d{2}\s*")
_LEADING = re.compile(rf"\s*({_MARKED}|(?:{_LONG})(?:{_TO}{_LONG})?)\s*(?:[-–]\s+)?")
_WITHIN = re.compile(rf"{_SQUARE}|\(\s*{_LONG}\s*\)")


def has_time(text: str) -> bool:
    """Whether there may be a time code in the text: a colon between digits."""
    return ":" in text and bool(_COLON.search(text))


def seconds_in(text: str) -> float | None:
    """The moment of the first time code in the text, in seconds."""
    found = _FIRST.search(text)
    if not found:
        return None
    seconds = 0.0
    for part in found.group().replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return round(seconds, 3)


def move_times(lines: Sequence[Line]) -> Iterator[Line]:
    """Move time codes that lead a line, or stand alone above it, into its seconds."""
    pending: float | None = None
    codes = _bare_are_codes(lines)
    for line in lines:
        if _stands_alone(line) and (codes or not _BARE.fullmatch(line.text)):
            pending = seconds_in(line.text)
            continue
        yield _with_time(line, pending)
        pending = None


def _stands_alone(line: Line) -> bool:
    return bool(_ALONE.fullmatch(line.text)) and not line.header and not line.speaker


def _bare_are_codes(lines: Iterable[Line]) -> bool:
    """Whether lines with just "10:30" are time codes, that go up, and no end of a sentence."""
    times = [seconds_in(line.text) or 0 for line in lines if _BARE.fullmatch(line.text)]
    return len(times) > 1 and all(before < after for before, after in pairwise(times))


def split_leading_time(text: str) -> tuple[float | None, str]:
    """The moment told at the start of a line, and the line without it."""
    found = _LEADING.match(text) if has_time(text) else None
    if not found:
        return None, text
    return seconds_in(found.group(1)), text[found.end() :]


def drop_times_within(text: str) -> tuple[str, int]:
    """The text without bracketed time codes, and how many there were."""
    return _WITHIN.subn(" ", text)


def _with_time(line: Line, pending: float | None) -> Line:
    if line.header or (pending is None and not has_time(line.text)):
        return line
    own, text = split_leading_time(line.text)
    known = (moment for moment in (line.seconds, own, pending) if moment is not None)
    return replace(
        line,
        text=text,
        bold=split_leading_time(line.bold)[1],
        seconds=next(known, None),
        timed=pending is not None or own is not None,
    )
