"""Reads the lines of a saved chat, with a date or with "From Sanne to Everyone" before the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.timecodes import TIME

_CHAT = re.compile(
    rf"\s*(?P<time>{TIME})\s+(?:From|Van)\s+(?P<label>[^\W\d_][^:\t]{{0,59}}?)"
    r"(?:\s+(?:to|aan|naar)\s+[^:]{1,60}?)?\s*:\s*(?P<rest>.*)"
)
_DATED = re.compile(
    r"\s*\[?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},?\s+(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)\]?"
    r"(?:\s+[-–]\s+|\s+|:\s+)(?P<rest>[^\W\d_].*)"
)


def without_chat_words(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a chat as time, name, colon and text; other lines as they are."""
    return tuple(_plain(line) for line in lines)


def _plain(line: Line) -> Line:
    if line.header or line.speaker:
        return line
    if dated := _DATED.fullmatch(line.text):
        return replace(line, text=f"[{_clock(dated['clock'])}] {dated['rest']}", start=True)
    found = _CHAT.fullmatch(line.text)
    if not found:
        return line
    label = " ".join(found["label"].split())
    return replace(line, text=f"{found['time']} {label}: {found['rest']}", start=True)


def _clock(text: str) -> str:
    """A time of the day with seconds, so that it is not taken for minutes and seconds."""
    return text if text.count(":") > 1 else f"{text}:00"
