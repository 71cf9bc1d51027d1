"""Makes characters plain: one form of é, ordinary spaces, nothing invisible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kwalevaluatie.formats.transcripts.lines import Content, Line
from kwalevaluatie.model.transcript import ReadNote

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ODD_SPACE = re.compile("[\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_WIDE = re.compile(r"[^\S\n]{4,}")
WIDE = " " * 4
_UNREADABLE = "\ufffd"


def clean_content(content: Content) -> Content:
    """Make the characters of all lines plain and say once when invisible ones were dropped."""
    lines = tuple(_clean_line(line) for line in content.lines)
    kept = tuple(line for line in lines if line.text.strip() or line.speaker)
    return Content(kept, content.notes + tuple(_notes(content.lines)))


def plain(text: str) -> str:
    """The text in NFC with ordinary spaces, at most three in a row, and nothing invisible."""
    if text.isascii() and text.isprintable() and WIDE not in text:
        return text
    visible = _ODD_SPACE.sub(" ", _CONTROL.sub("", _INVISIBLE.sub("", text)))
    return unicodedata.normalize("NFC", _WIDE.sub(_narrow, visible))


def squeeze(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def _narrow(blanks: re.Match[str]) -> str:
    return "\t" if "\t" in blanks.group() else "   "


def _clean_line(line: Line) -> Line:
    text, bold = plain(line.text), plain(line.bold)
    speaker = squeeze(plain(line.speaker)) if line.speaker else None
    if (text, bold, speaker) == (line.text, line.bold, line.speaker):
        return line
    return replace(line, text=text, bold=bold, speaker=speaker)


def _notes(lines: Sequence[Line]) -> Iterable[ReadNote]:
    said = ((line, f"{line.text}{line.speaker or ''}") for line in lines)
    text = [(line, words) for line, words in said if not words.isprintable()]
    hidden = [line for line, words in text if _INVISIBLE.search(words) or _CONTROL.search(words)]
    if hidden:
        message = "Onzichtbare tekens (zoals afbreekstreepjes en richtingstekens) zijn weggelaten."
        yield ReadNote("aangepast", message, hidden[0].number)
    broken = [line for line in lines if _UNREADABLE in f"{line.text}{line.speaker or ''}"]
    if broken:
        message = f"Onleesbare tekens in {len(broken)} regel(s); zij staan er als {_UNREADABLE}."
        yield ReadNote("twijfel", message, broken[0].number)
