"""Turns the cues of subtitles, from .vtt and .srt alike, into lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.text import begins_after

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]*)>|</v>")
_TAG = re.compile(r"</?(?:c|i|b|u|s|font|ruby|rt|lang)(?:[.\s][^<>]*)?>|<[\d:.]+>|\{\\[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle: the moment at which it appears and its lines."""

    seconds: float | None
    rows: tuple[str, ...]


def cue_lines(cues: Iterable[Cue]) -> Iterator[Line]:
    """The lines of all cues; a voice tag tells the speaker."""
    before = ""
    for cue in cues:
        for speaker, text in _voices("\n".join(cue.rows)):
            for row in text.split("\n"):
                words = html.unescape(_TAG.sub("", row))
                if words.strip():
                    yield Line(words, start=begins_after(before), speaker=speaker,
                               seconds=cue.seconds)  # fmt: skip
                    before = words


def _voices(text: str) -> Iterator[tuple[str | None, str]]:
    parts = _VOICE.split(text)
    yield None, parts[0]
    for name, words in zip(parts[1::2], parts[2::2], strict=True):
        yield (html.unescape(name).strip() or None) if name else None, words
