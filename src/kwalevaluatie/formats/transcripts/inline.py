"""Splits a line in which a second speaker begins: "I: Hoe gaat het? R: Goed."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.openings import is_sure, opening
from kwalevaluatie.model.transcript import ReadNote

_WITHIN = re.compile(
    r"(?<=[.?!…)\]\"”’])\s+(?=(?P<label>[A-ZÀ-Þ][^\W\d_]{0,14}\.?\s?\d{0,2})\s?:\s*[^\s\d])"
)


def split_speakers(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[ReadNote, ...]]:
    """The lines with one speaker each, and a note when some were split."""
    parts = [tuple(_split(line)) for line in lines]
    split = [line for line, part in zip(lines, parts, strict=True) if len(part) > 1]
    if not split:
        return tuple(lines), ()
    message = f"Meer sprekers in één regel; als losse beurten gelezen: {len(split)} regel(s)."
    return tuple(_joined(parts)), (ReadNote("twijfel", message, split[0].number),)


def _joined(parts: Iterable[Sequence[Line]]) -> Iterator[Line]:
    for part in parts:
        yield from part


def _split(line: Line) -> Iterator[Line]:
    places = [found.end() for found in _WITHIN.finditer(line.text) if is_sure(found["label"])]
    if not places or line.header or line.speaker or not _begins_a_turn(line):
        yield line
        return
    for start, stop in pairwise([0, *places, len(line.text)]):
        part = replace(line, text=line.text[start:stop])
        yield part if start == 0 else replace(part, start=True, bold="", seconds=None, timed=False)


def _begins_a_turn(line: Line) -> bool:
    found = opening(line)
    return bool(found and found.mark != "alone" and is_sure(found.label))
