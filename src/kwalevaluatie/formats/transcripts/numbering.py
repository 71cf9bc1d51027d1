"""Takes away line numbers and numbers of turns that stand before the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.openings import is_plausible, opening
from kwalevaluatie.model.transcript import ReadNote

_NUMBER = re.compile(r"\s*(?P<number>\d{1,5})(?:[.)](?!\d)\s*|\s+|$)(?P<rest>.*)")
FEW, MOST = 4, 0.8
SPACED = (5, 10)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that opens with a number: its place, the number and what follows."""

    index: int
    number: int
    rest: str


def without_numbers(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[ReadNote, ...]]:
    """The lines without their numbers, and a note when there were any."""
    found = [one for index, line in enumerate(lines) if (one := _numbered(index, line))]
    ways = (_every_line, _every_turn, _every_few)
    if not found or not any(way(found, lines) for way in ways):
        return tuple(lines), ()
    bare = list(lines)
    for one in found:
        bare[one.index] = _without(lines[one.index], one.rest)
    message = f"Regelnummers weggelaten: {len(found)}."
    note = ReadNote("weggelaten", message, lines[found[0].index].number)
    return _spread_starts(bare), (note,)


def _numbered(index: int, line: Line) -> _Numbered | None:
    match = None if line.header or line.speaker else _NUMBER.fullmatch(line.text)
    return _Numbered(index, int(match["number"]), match["rest"]) if match else None


def _every_line(found: Sequence[_Numbered], lines: Sequence[Line]) -> bool:
    """Whether nearly every line from the first numbered one on has the next number."""
    share = len(found) / (len(lines) - found[0].index)
    return len(found) >= FEW and share >= MOST and _steps(found, 1)


def _every_turn(found: Sequence[_Numbered], lines: Sequence[Line]) -> bool:
    """Whether the numbers count turns: each stands before a label."""
    opened = [opening(replace(lines[one.index], text=one.rest)) for one in found]
    labelled = sum(
        bool(label and label.mark != "alone" and is_plausible(label.label)) for label in opened
    )
    return len(found) > 1 and labelled >= MOST * len(found) and _steps(found, 1)


def _every_few(found: Sequence[_Numbered], lines: Sequence[Line]) -> bool:
    """Whether every fifth or tenth line has its number."""
    step = found[0].number
    return len(found) > 1 and step in SPACED and _steps(found, step) and _evenly(found, lines)


def _steps(found: Sequence[_Numbered], step: int) -> bool:
    """Whether the numbers go up by one step, or begin again on a new page."""
    good = sum(after.number in (before.number + step, step) for before, after in pairwise(found))
    return good >= MOST * (len(found) - 1)


def _evenly(found: Sequence[_Numbered], lines: Sequence[Line]) -> bool:
    places = [lines[one.index].number or one.index for one in found]
    gaps = [after - before for before, after in pairwise(places)]
    return all(abs(gap - gaps[0]) <= 1 for gap in gaps)


def _without(line: Line, rest: str) -> Line:
    bold = line.bold if rest.startswith(line.bold) else _bare(line.bold)
    return replace(line, text=rest, bold=bold)


def _bare(text: str) -> str:
    match = _NUMBER.fullmatch(text)
    return match["rest"] if match else text


def _spread_starts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines with text; what stands below a line that held its number alone may begin anew."""
    kept: list[Line] = []
    blank = False
    for line in lines:
        if line.text.strip():
            kept.append(replace(line, start=line.start or blank))
        blank = not line.text.strip()
    return tuple(kept)
