"""Leaves out the headings between parts of a conversation: "Thema 2: werk"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kwalevaluatie.formats.transcripts.labels import Labels
from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.model.transcript import ReadNote

MAX_WORDS = 10
_PART = re.compile(
    r"\s*(?:thema|onderwerp|onderdeel|blok|deel|hoofdstuk|topic)\s*\d{1,2}\s*(?:[:.–-].*)?",
    re.IGNORECASE,
)


def without_headings(
    lines: Sequence[Line], labels: Labels
) -> tuple[tuple[Line, ...], tuple[ReadNote, ...]]:
    """The lines with headings below the first turn marked as no talk, and how many there were."""
    first = next((index for index in range(len(lines)) if labels.speaks(index)), len(lines))
    places = [at for at in range(first + 1, len(lines) - 1) if _is_heading(at, lines, labels)]
    if not places:
        return tuple(lines), ()
    marked = list(lines)
    for at in places:
        marked[at] = replace(lines[at], header=True)
    message = f"Tussenkopjes weggelaten: {len(places)}."
    return tuple(marked), (ReadNote("weggelaten", message, lines[places[0]].number),)


def _is_heading(at: int, lines: Sequence[Line], labels: Labels) -> bool:
    """Whether a short line that stands out has a turn right below it, and opens none itself."""
    line = lines[at]
    alone = not line.header and not line.speaker and line.start and not labels.speaks(at)
    return alone and _looks_like_one(line, lines[at - 1]) and bool(labels.speaks(at + 1))


def _looks_like_one(line: Line, before: Line) -> bool:
    text = line.text.strip()
    if len(text.split()) > MAX_WORDS or text.endswith((".", "?", "!", "…", ",")):
        return False
    set_apart = line.emphasis and not before.emphasis and text[0].isalnum()
    return set_apart or bool(_PART.fullmatch(text))
