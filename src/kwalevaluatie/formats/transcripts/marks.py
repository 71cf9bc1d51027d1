"""Understands other marks than a colon behind a label: "I - tekst", "[I] tekst", "I. tekst".

A mark counts only where the whole file uses it: a dash or a full stop is mostly just that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.openings import (
    MAX_WORDS,
    is_plausible,
    is_sure,
    opening,
    tidy,
)
from kwalevaluatie.formats.transcripts.words import base, fold
from kwalevaluatie.model.transcript import ReadNote

_NAME = r"[^\W_][\w .'’-]{0,39}?"
_FORMS: Mapping[str, re.Pattern[str]] = {
    "bracket": re.compile(rf"\s*[\[(<](?P<label>{_NAME})[\])>]\s*[:–-]?\s*(?P<rest>.*)"),
    "dash": re.compile(rf"\s*(?P<label>{_NAME})\s*(?:\s[-–—]|[–—])\s+(?P<rest>\S.*)"),
    "bar": re.compile(rf"\s*(?P<label>{_NAME})\s*[|>»]+\s*(?P<rest>\S.*)"),
    "semicolon": re.compile(rf"\s*(?P<label>{_NAME})\s*;\s*(?P<rest>\S.*)"),
    "stop": re.compile(r"\s*(?P<label>[^\W\d_]{1,5}\d{0,2})[.)]\s+(?P<rest>\S.*)"),
    "space": re.compile(
        r"\s*(?P<label>[A-Z][^\W\d_]{0,15}\d{0,2}(?: \d{1,2})?)\s+(?P<rest>[^\w\s]*[A-ZÀ-Þ].*)"
    ),
}
SURE_ONLY = ("stop", "space")
"""Forms that ordinary sentences have too; only what can be nothing but a label counts in them."""
SPARSE = ("bracket", *SURE_ONLY)
"""Forms that count in subtitles too, where a label stands only on the first line of a turn."""
HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Marked:
    """A line that opens with a label and another mark than a colon."""

    index: int
    label: str
    rest: str


def with_colons(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[ReadNote, ...]]:
    """The lines with a colon behind every label, and a note on labels mended one by one."""
    keys = [_usual(line) for line in lines]
    usual = Counter(key for key in keys if key)
    free = [index for index, key in enumerate(keys) if not key and _is_free(lines[index])]
    marked = {form: list(_marked(form, lines, free)) for form in _FORMS}
    best = max((_whole_file(form, found, lines) for form, found in marked.items()), key=len)
    if len(best) > usual.total():
        return _mended(lines, best), ()
    slips = [
        one for found in marked.values() for one in _slips(found, usual) if lines[one.index].start
    ]
    notes = (_slip_note(lines, slips),) if slips else ()
    return _mended(lines, slips), notes


def _usual(line: Line) -> str | None:
    """The label that the line opens with in the usual way, if any."""
    found = opening(line)
    plain = found and found.mark != "alone" and is_plausible(found.label)
    return found.key if found and plain else None


def _is_free(line: Line) -> bool:
    return not line.header and not line.speaker


def _marked(form: str, lines: Sequence[Line], free: Iterable[int]) -> Iterator[_Marked]:
    for index in free:
        match = _FORMS[form].fullmatch(lines[index].text)
        if match and _may_speak(label := tidy(match["label"]), lines[index]):
            yield _Marked(index, label, match["rest"])


def _may_speak(label: str, line: Line) -> bool:
    """Whether a turn may begin with this label; on a line that goes on, only a certain one."""
    fitting = bool(label) and len(label.split()) <= MAX_WORDS and is_plausible(label)
    return fitting and (line.start or is_sure(label))


def _whole_file(form: str, found: Sequence[_Marked], lines: Sequence[Line]) -> list[_Marked]:
    """What opens with this mark, when at least two speakers do so most of the time."""
    counts = Counter(fold(one.label) for one in found)
    kept = [one for one in found if is_sure(one.label) or counts[fold(one.label)] > 1]
    if form in SURE_ONLY:
        kept = [one for one in kept if is_sure(one.label)]
    if len({fold(one.label) for one in kept}) < 2:
        return []
    starts = sum(line.start and not line.header for line in lines[kept[0].index :])
    dense = len(kept) >= HALF * starts or (form in SPARSE and len(kept) > 3)
    return kept if dense else []


def _slips(found: Sequence[_Marked], usual: Mapping[str, int]) -> list[_Marked]:
    """A slip of the keyboard: a label that mostly has a colon, once with another mark."""
    return [
        one
        for one in found
        if usual.get(fold(one.label), 0) > 1 and is_sure(base(one.label)) and one.rest
    ]


def _mended(lines: Sequence[Line], marked: Sequence[_Marked]) -> tuple[Line, ...]:
    mended = list(lines)
    for one in marked:
        text = f"{one.label}: {one.rest}"
        mended[one.index] = replace(lines[one.index], text=text, bold="")
    return tuple(mended)


def _slip_note(lines: Sequence[Line], slips: Sequence[_Marked]) -> ReadNote:
    message = f"Achter een spreker stond geen dubbele punt; toch als beurt gelezen: {len(slips)}."
    return ReadNote("twijfel", message, lines[min(one.index for one in slips)].number)
