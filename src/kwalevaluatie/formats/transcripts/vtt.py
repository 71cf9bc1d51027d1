"""Reads the cues of a WebVTT file (.vtt), as Teams and Zoom write them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.cues import Cue, cue_lines
from kwalevaluatie.formats.transcripts.files import read_text
from kwalevaluatie.formats.transcripts.lines import Content, Line
from kwalevaluatie.formats.transcripts.timecodes import seconds_in


def read(path: Path) -> Content:
    """The header comments and cues of a WebVTT file, as lines."""
    import webvtt

    text, notes = read_text(path)
    try:
        file = webvtt.from_string(text.lstrip())
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError):
        raise _not_vtt(path) from None
    cues = (Cue(seconds_in(cue.start), tuple(cue.lines)) for cue in file.captions)
    return Content((*_header(file.header_comments), *cue_lines(cues)), notes)


def _header(comments: Iterable[str]) -> Iterable[Line]:
    rows = (row for comment in comments for row in comment.split("\n") if row.strip())
    return (Line(row, header=True) for row in rows)


def _not_vtt(path: Path) -> TranscriptError:
    return TranscriptError(
        "Dit is geen leesbaar .vtt-bestand.",
        where=path,
        line=1,
        todo='De eerste regel moet "WEBVTT" zijn. Download het bestand opnieuw uit Teams of Zoom.',
    )
