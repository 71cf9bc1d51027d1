"""Recognises what the meeting software writes itself, such as "Transcriptie gestart"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.timecodes import TIME
from kwalevaluatie.model.transcript import ReadNote

_WHO = r"(?:(?:van|de|den|der|ten|ter) ){0,2}(?-i:[A-ZÀ-Þ\d])[^:?!]{0,60}?"
_WHAT = r"(?:de |het )?(?:live)?(?:transcriptie|transcript|opname|opnemen|transcriberen)"
_MEETING = r"(?:de |het |deze )?(?:vergadering|gesprek|meeting|oproep|bijeenkomst)"
_BEGUN = r"(?:gestart|gestopt|begonnen|beëindigd|geëindigd|onderbroken|gepauzeerd|hervat)"
_SORTS: Mapping[str, tuple[str, ...]] = {
    "iemand erbij": (
        rf"{_WHO} (?:is|zijn) toegevoegd aan {_MEETING}",
        rf"{_WHO} (?:neemt|nemen) (?:nu )?deel aan {_MEETING}",
        rf"{_WHO} joined the meeting",
    ),
    "iemand weg": (
        rf"{_WHO} (?:heeft|hebben) {_MEETING} verlaten",
        rf"{_WHO} (?:is|zijn) (?:uit {_MEETING} verwijderd|verwijderd uit {_MEETING})",
        rf"{_WHO} left the meeting",
    ),
    "begin of einde": (
        rf"{_WHO} (?:heeft|hebben) {_WHAT} {_BEGUN}",
        rf"{_WHAT} (?:is |werd )?{_BEGUN}",
        rf"(?:begin|einde|start|stop) (?:van )?{_WHAT}",
        r"(?:einde|eind) (?:van )?(?:het |dit )?(?:interview|gesprek|verslag|groepsgesprek)",
        r"transcribed by \S+",
        rf"{_WHO} (?:started|stopped) (?:transcription|recording)",
        r"(?:transcription|recording) (?:started|stopped)",
    ),
}
_SYSTEM = {
    sort: re.compile(
        rf"[-–—=\[(*\s]*(?:{TIME}\s+)?(?:{'|'.join(patterns)})[-–—=.\])*\s]*(?:{TIME}\s*)?",
        re.IGNORECASE,
    )
    for sort, patterns in _SORTS.items()
}
_KEYWORD = re.compile(
    "transcri|opname|opnemen|record|vergader|meeting|gesprek|oproep|bijeenkomst|interview|verslag",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\W*(?:ik|jij|je|u|hij|zij|ze|we|wij|jullie|die|er|ja|nee)\b", re.IGNORECASE)


_RULE = re.compile(r"\s*[-–—=_*~]{3,}\s*")


def system_sort(line: Line) -> str | None:
    """What the software tells with this line; nothing when a person said or wrote it."""
    if line.speaker or line.header or len(line.text) > 160 or _PRONOUN.match(line.text):
        return None
    if not _KEYWORD.search(line.text):
        return None
    return next((sort for sort, shape in _SYSTEM.items() if shape.fullmatch(line.text)), None)


def without_system_lines(lines: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[ReadNote, ...]]:
    """The lines that people spoke or wrote, and how many of each sort were left out."""
    sorted_lines = [(line, system_sort(line)) for line in lines if not _RULE.fullmatch(line.text)]
    kept = tuple(line for line, sort in sorted_lines if sort is None)
    gone = [(line, sort) for line, sort in sorted_lines if sort is not None]
    if not gone:
        return kept, ()
    counts = Counter(sort for _, sort in gone)
    listed = ", ".join(f"{sort} {count}" for sort, count in counts.items())
    message = f"Meldingen van het programma weggelaten: {len(gone)} ({listed})."
    return kept, (ReadNote("weggelaten", message, gone[0][0].number),)
