"""Makes paragraphs of the lines of a report again, so that sentences are read whole.

Text that comes from a PDF breaks lines anywhere: in words, around page numbers and running
titles, before footnotes. A passage is one paragraph; it knows of every sign in which line of
the report it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kwalevaluatie.model.reported import Line, LineKind

_MARKUP = re.compile(
    r"<sup>\s*\d*\s*</sup>|</?(?:su[bp]|[biu]|em|strong|br|p|span|div|input|font|h\d|t[rdh]|"
    r"table|center|img|a|ul|ol|li)\b[^<>]{0,60}>|\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)"
    r"|^\s*#{1,6}|^\s*>"
)
_FOOTNOTE_DIGIT = re.compile(
    r"(?<=[a-zà-ÿ)]{3})\d{1,2}(?=[\s.,;:)]|$)|(?<=[.,;:]['’”\"])\d{1,2}(?=\s|$)"
)
_FOOTNOTE = re.compile(
    r"\s*(?:<sup>\s*\d{1,3}\s*</sup>|\[\^?\d{1,3}\]:?)\s*\S|\s*\d{1,3}\s{1,2}(?=[A-Z])"
)
_PAGE = re.compile(
    r"\s*(?:[-–|]\s*)?(?:p(?:ag(?:ina)?)?\.?\s*|blad(?:zijde)?\s*)?\d{1,3}"
    r"(?:\s*(?:van|/|-)\s*\d{1,3})?(?:\s*[-–|])?\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*(?:[-_=*]\s*){3,}$")
_BROKEN = re.compile(r"\w-$")
_KEPT_HYPHEN = re.compile(r"(?:\b(?:re|ex|oud|niet|anti|co|pro|non)|[A-Z0-9])-$")
_CONJUNCTION = re.compile(r"(?:en|of|tot|als|t/m|respectievelijk)\b")
_LIST_START = re.compile(r"^\s*(?:[-•▪◦–]|\d{1,2}[.)]|[a-z][.)])\s+")
RUNNING_TITLE = 3
FULL_LINE = 0.7


@dataclass(frozen=True)
class Passage:
    """One paragraph of the report, without markup; `number` counts the passages.

    `starts` are the offsets in the text at which its lines begin, `shifts` how much further
    each begins in the line itself.
    """

    number: int
    text: str
    lower: str
    kind: LineKind
    level: int
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    lines: tuple[Line, ...] = field(repr=False)

    @property
    def first(self) -> int:
        """The line of the report where it begins."""
        return self.lines[0].number

    def at(self, offset: int) -> tuple[int, int]:
        """The line of the report, and the offset in that line, of a sign of the text."""
        place = max(bisect_right(self.starts, offset) - 1, 0)
        line = self.lines[place]
        inside = offset - self.starts[place] + self.shifts[place]
        return line.number, min(max(inside, 0), len(line.text))


def make_passages(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The paragraphs, headings and list items of a report; page numbers are left out."""
    noise = running_titles(lines)
    kept = [line for line in lines if not _is_noise(line, noise)]
    groups = _grouped(kept)
    return tuple(_passage(number, group) for number, group in enumerate(groups))


def running_titles(lines: Iterable[Line]) -> frozenset[str]:
    """Short lines that come back on page after page."""
    counts = Counter(line.text.strip() for line in lines if len(line.text) <= 80)
    return frozenset(
        text
        for text, count in counts.items()
        if count >= RUNNING_TITLE and (text.isupper() or count >= 2 * RUNNING_TITLE)
    )


def _is_noise(line: Line, running: frozenset[str]) -> bool:
    text = line.text.strip()
    if line.kind in ("kop", "tabel"):
        return False
    return text in running or bool(_PAGE.match(text) or _RULE.match(text))


def _grouped(lines: Sequence[Line]) -> Iterator[list[Line]]:
    width = _width(lines)
    group: list[Line] = []
    notes: list[list[Line]] = []
    for line in lines:
        if group and _FOOTNOTE.match(line.text) and line.kind != "kop":
            notes.append([line])
        elif group and _goes_on(group[-1], line, width, after_note=bool(notes)):
            group.append(line)
        elif notes and _goes_on(notes[-1][-1], line, width, after_note=False):
            notes[-1].append(line)
        else:
            yield from filter(None, [group, *notes])
            group, notes = [line], []
    yield from filter(None, [group, *notes])


def _width(lines: Sequence[Line]) -> int:
    """The width at which lines are broken; nought where a line is a paragraph."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if line.kind == "alinea")
    if len(lengths) < 20 or any(line.place for line in lines[:1]):
        return 0
    wide = lengths[int(0.9 * len(lengths))]
    return wide if wide <= 130 else 0


def _goes_on(before: Line, line: Line, width: int, *, after_note: bool) -> bool:
    """Whether a line is the rest of the paragraph of the line before it."""
    if before.place or line.kind not in ("alinea", "citaat") or before.kind in ("kop", "tabel"):
        return False
    text, last = line.text.strip(), before.text.strip()
    unfinished = last[-1:] not in '.?!:;”"'
    if unfinished and text[:1].islower():
        return line.number - before.number <= 8
    near = line.number == before.number + 1
    if near and width and _BROKEN.search(last):
        return True
    if after_note or not near or not width or line.kind == "citaat":
        return False
    return len(last) >= FULL_LINE * width


def _passage(number: int, lines: Sequence[Line]) -> Passage:
    text, starts, shifts = "", [], []
    for line in lines:
        clean = _clean(line)
        shift = len(clean) - len(clean.lstrip())
        text = _glued(text, clean.strip())
        starts.append(len(text))
        shifts.append(shift)
        text += clean.strip()
    first = lines[0]
    lower = text.lower() if len(text.lower()) == len(text) else text
    kind, level = first.kind, first.level
    return Passage(number, text, lower, kind, level, tuple(starts), tuple(shifts), tuple(lines))


def _glued(text: str, after: str) -> str:
    """The text so far, made ready for what stands on its next line."""
    if not text:
        return ""
    if not text.endswith(("-", "–")) or _CONJUNCTION.match(after):
        return f"{text} "
    if _KEPT_HYPHEN.search(text) or not after[:1].islower() or not text[-2:-1].isalpha():
        return text
    return text[:-1]


def _clean(line: Line) -> str:
    """The text of a line with markup, footnote digits and list marks blank, all in its place."""
    text = _MARKUP.sub(_blank, line.text.replace("\t", " ").replace("\xa0", " "))
    text = _FOOTNOTE_DIGIT.sub(_blank, text)
    return _LIST_START.sub(_blank, text) if line.kind == "opsomming" else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
