"""Reads the cues of a SubRip file (.srt)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.cues import Cue, cue_lines
from kwalevaluatie.formats.transcripts.files import read_text
from kwalevaluatie.formats.transcripts.header import SYNTHETIC
from kwalevaluatie.formats.transcripts.lines import Content, Line
from kwalevaluatie.formats.transcripts.timecodes import seconds_in


def read(path: Path) -> Content:
    """The cues of a SubRip file, as lines; a first cue that starts SYNTHETISCH is a header."""
    import webvtt

    text, notes = read_text(path)
    try:
        file = webvtt.from_buffer(StringIO(text.lstrip()), format="srt")
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError):
        raise _not_srt(path) from None
    cues = [Cue(seconds_in(cue.start), tuple(cue.lines)) for cue in file.captions]
    return Content(tuple(_lines(cues)), notes)


def _lines(cues: Sequence[Cue]) -> Iterator[Line]:
    header = 1 if cues and cues[0].rows[0].lstrip().startswith(SYNTHETIC) else 0
    yield from (replace(line, header=True) for line in cue_lines(cues[:header]))
    yield from cue_lines(cues[header:])


def _not_srt(path: Path) -> TranscriptError:
    return TranscriptError(
        "Dit is geen leesbaar .srt-bestand.",
        where=path,
        line=1,
        todo='Een .srt begint met "1" en daaronder "00:00:01,000 --> 00:00:04,000".',
    )
