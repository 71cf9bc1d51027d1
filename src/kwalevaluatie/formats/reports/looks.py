"""Tells from its looks what a line of plain text is: a heading, a list, a table, a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kwalevaluatie.model.reported import Line, LineKind

LONGEST_HEADING = 90
_MARKED = re.compile(r"\s*(#{1,6})\s+\S")
_NUMBERED = re.compile(r"\s*(?:\*\*)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?(?:\*\*)?\s+(?:\*\*)?[A-ZÀ-Ý]")
_NAMED = re.compile(
    r"\s*(?:\*\*)?(?:hoofdstuk|bijlage|deel|paragraaf)\s+(?:\d{1,2}|[A-Z]|"
    r"[IVX]{1,4})\b(?![^.:–-]*\bis\b)",
    re.IGNORECASE,
)
_WHOLE_BOLD = re.compile(r"\s*\*\*[^*]+\*\*:?\s*$")
_LIST = re.compile(r"\s*(?:[-*•▪◦–o]|\d{1,2}[.)]|[a-z][.)])\s+\S")
_CAPTION = re.compile(
    r"\s*[*_]{0,2}(?:tabel|figuur|grafiek|schema|diagram|afbeelding|kader)\s+"
    r"(?:\d{1,2}(?:\.\d{1,2})?|[A-Z]\d?)(?!\s+(?:laat|laten|geeft|geven|toont|tonen|bevat|vat|zet|"
    r"staat|staan|beschrijft|is|zijn|en|of|tot|was|telt|maakt|volgt|hieronder|hierboven|somt|"
    r"noemt|ziet|kunt|blijkt|brengt|presenteert|vermeldt|biedt|illustreert|bij|in|uit)\b)"
    r"\s*(?:[.:–—|-]|\s[A-ZÀ-Ý]|\*|$)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\s*(?:>|[*_]{0,2}(?:[\w-]+(?: \w+)?:\s*)?[“\"‘„'])")
_RULE_ROW = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$")
_GAP = re.compile(r"\s{2,}|\t+")
_CELL_NUMBER = re.compile(r"^[€<>±+-]?\s*\d[\d.,]*\s*%?$|^[-–]$|^(?:n\.?v\.?t\.?)$", re.IGNORECASE)


class Looks:
    """The raw lines of a text, and what kind of line each of them seems to be."""

    def __init__(self, raw: Sequence[str]) -> None:
        self.raw = raw
        self._table = 0
        self._in_table = False

    def lines(self) -> Iterator[Line]:
        """The lines that hold anything, in order."""
        for index, text in enumerate(self.raw):
            if not text.strip():
                self._in_table = False
                continue
            yield self._line(index, text)

    def _line(self, index: int, text: str) -> Line:
        cells = self._cells(index, text)
        if cells or _RULE_ROW.match(text):
            self._table += not self._in_table
            self._in_table = True
            return Line(index + 1, text, "tabel", cells=cells, table=self._table)
        self._in_table = False
        kind, level = self._kind(index, text)
        return Line(index + 1, text, kind, level)

    def _kind(self, index: int, text: str) -> tuple[LineKind, int]:
        if _CAPTION.match(text) and len(text) < 2 * LONGEST_HEADING:
            return "bijschrift", 0
        level = self._heading(index, text)
        if level:
            return "kop", level
        if _LIST.match(text):
            return "opsomming", 0
        return ("citaat", 0) if _QUOTE.match(text) else ("alinea", 0)

    def _heading(self, index: int, text: str) -> int:
        """The level of a heading, 0 for another line."""
        marked = _MARKED.match(text)
        if marked:
            return len(marked[1])
        short = len(text.strip()) <= LONGEST_HEADING and text.strip()[-1] not in ".,;:?!"
        if not short or not self._apart(index) or self._goes_on(index):
            return 0
        numbered = _NUMBERED.match(text)
        if numbered:
            return numbered[1].count(".") + 1
        return 1 if _NAMED.match(text) else 2 if self._plain_heading(index, text) else 0

    def _plain_heading(self, index: int, text: str) -> bool:
        if _WHOLE_BOLD.match(text):
            return True
        alone = self._blank(index - 1) and self._blank(index + 1)
        words = text.split()
        return alone and len(words) <= 9 and words[0][:1].isupper() and not _LIST.match(text)

    def _apart(self, index: int) -> bool:
        """Whether what stands before it is ended, so that it does not go on there."""
        if self._blank(index - 1):
            return True
        before = self.raw[index - 1].strip()
        return before[-1] in '.?!:”"*_' or len(before) <= LONGEST_HEADING // 2

    def _goes_on(self, index: int) -> bool:
        """Whether the next line is the rest of this one."""
        return not self._blank(index + 1) and self.raw[index + 1].lstrip()[:1].islower()

    def _blank(self, index: int) -> bool:
        return not 0 <= index < len(self.raw) or not self.raw[index].strip()

    def _cells(self, index: int, text: str) -> tuple[str, ...]:
        if _RULE_ROW.match(text):
            return ()
        if text.count("|") >= 2 or (text.lstrip().startswith("|") and "|" in text.strip()[1:]):
            return tuple(cell.strip().strip("*") for cell in text.strip().strip("|").split("|"))
        return self._spaced(text) or self._head(index, text)

    def _head(self, index: int, text: str) -> tuple[str, ...]:
        """The cells of a head: parted by wide gaps, above a row with as many."""
        cells = tuple(part.strip() for part in _GAP.split(text.strip()))
        below = self.raw[index + 1] if index + 1 < len(self.raw) else ""
        fits = len(cells) >= 2 and len(self._spaced(below)) == len(cells)
        return cells if fits and all(len(cell) < LONGEST_HEADING // 2 for cell in cells) else ()

    @staticmethod
    def _spaced(text: str) -> tuple[str, ...]:
        """Cells parted by tabs or wide gaps, where numbers follow words."""
        cells = tuple(part.strip() for part in _GAP.split(text.strip()) if part.strip())
        numbers = sum(1 for cell in cells[1:] if _CELL_NUMBER.match(cell))
        tabbed = "\t" in text.strip() and len(cells) >= 2
        return cells if len(cells) >= 2 and (numbers >= 1 or tabbed) and len(text) < 300 else ()
