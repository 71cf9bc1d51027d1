"""Recognises what the meeting software writes itself, such as "Transcriptie gestart"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.timecodes import TIME
from kwalevaluatie.model.transcript import ReadNote

_WHO = r"(?:(?:van|de|den|der|ten|ter) ){0,2}(?-i:[A-ZÀ-Þ\d])[^:?!]{0,60}?"
_WHAT = r"(?:de |het )?(?:live)?(?:transcriptie|transcript|opname|opnemen|transcriberen)"
_MEETING = r"(?:de |het |deze )?(?:vergadering|gesprek|meeting|oproep|bijeenkomst)"
_BEGUN = r"(?:gestart|gestopt|begonnen|beëindigd|geëindigd|onderbroken|gepauzeerd|hervat)"
_PATTERNS = (
    rf"{_WHO} (?:is|zijn) toegevoegd aan {_MEETING}",
    rf"{_WHO} (?:heeft|hebben) {_MEETING} verlaten",
    rf"{_WHO} (?:neemt|nemen) (?:nu )?deel aan {_MEETING}",
    rf"{_WHO} (?:is|zijn) (?:uit {_MEETING} verwijderd|verwijderd uit {_MEETING})",
    rf"{_WHO} (?:heeft|hebben) {_WHAT} {_BEGUN}",
    rf"{_WHAT} (?:is |werd )?{_BEGUN}",
    rf"(?:begin|einde|start|stop) (?:van )?{_WHAT}",
    rf"{_WHO} (?:started|stopped) (?:transcription|recording)",
    rf"{_WHO} (?:joined|left) the meeting",
    r"(?:transcription|recording) (?:started|stopped)",
)
_SYSTEM = re.compile(
    rf"[\[(*\s]*(?:{TIME}\s+)?(?:{'|'.join(_PATTERNS)})[.\])*\s]*(?:{TIME}\s*)?", re.IGNORECASE
)
_PRONOUN = re.compile(r"\W*(?:ik|jij|je|u|hij|zij|ze|we|wij|jullie|die|er|ja|nee)\b", re.IGNORECASE)


def is_system_line(line: Line) -> bool:
    """Whether the software wrote this line, not a speaker."""
    if line.speaker or line.header or len(line.text) > 160:
        return False
    return bool(_SYSTEM.fullmatch(line.text)) and not _PRONOUN.match(line.text)


def without_system_lines(lines: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[ReadNote, ...]]:
    """The lines that people spoke or wrote, and a note on each one left out."""
    kept, notes = [], []
    for line in lines:
        if is_system_line(line):
            message = f"Melding van het programma weggelaten: {line.text.strip()}"
            notes.append(ReadNote("weggelaten", message, line.number))
        else:
            kept.append(line)
    return tuple(kept), tuple(notes)
