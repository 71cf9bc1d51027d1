"""Where the report goes in a Word file, and how its pages turn there."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section

from kwalevaluatie.report.word.markup import element, paragraph, spacing

_ONCE = ("w:headerReference", "w:footerReference", "w:titlePg")
_SMALL = '<w:rPr><w:sz w:val="2"/></w:rPr>'


@dataclass
class Place:
    """Puts elements before an anchor in the body, and ends a section where a page turns.

    `width` is what a line may take, in the units of python-docx (EMU).
    """

    file: WordFile
    anchor: Any

    @property
    def section(self) -> Section:
        """The section that the anchor stands in."""
        after = [self.anchor, *self.anchor.itersiblings()]
        found = (end for end in map(_section_end, after) if end is not None)
        return Section(next(found), self.file.part)

    @property
    def width(self) -> int:
        """The room between the margins."""
        section = self.section
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        return int((section.page_width or 0) - margins)

    @property
    def is_wide(self) -> bool:
        """Whether the pages lie on their side here."""
        return bool(self.section.orientation == WD_ORIENT.LANDSCAPE)

    @property
    def before(self) -> Any:
        """The element that was put last, or None."""
        return self.anchor.getprevious()

    def put(self, made: Any) -> None:
        """Put an element before the anchor."""
        self.anchor.addprevious(made)

    def turn(self, wide: bool) -> None:
        """Begin a new section when the direction of the page changes."""
        if wide != self.is_wide:
            self._end_section()
            _turn(self.section)

    def close(self, wide: bool) -> None:
        """Give what stands after the anchor its own direction back, and take the anchor away."""
        if self.anchor.tag == qn("w:sectPr"):
            return
        own = _section_end(self.anchor)
        if own is not None:
            self._carry(own)
        elif _has_text_after(self.anchor):
            self.turn(wide)
        self.anchor.getparent().remove(self.anchor)

    def _end_section(self) -> None:
        section = self.section._sectPr
        self._carry(deepcopy(section))
        for name in _ONCE:
            for one in section.findall(qn(name)):
                section.remove(one)
        self.section.start_type = None

    def _carry(self, end: Any) -> None:
        """Let the last paragraph carry a section break, so that no empty one can fill a page."""
        if self.before is None or self.before.tag != qn("w:p") or _section_end(self.before):
            self.put(element(paragraph("Normal", "", spacing(0, 0, 0.1) + _SMALL)))
        self.before.get_or_add_pPr().append(end)


def _section_end(found: Any) -> Any:
    if found.tag == qn("w:sectPr"):
        return found
    return found.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if found.tag == qn("w:p") else None


def _turn(section: Section) -> None:
    was_wide = section.orientation == WD_ORIENT.LANDSCAPE
    section.orientation = WD_ORIENT.PORTRAIT if was_wide else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _has_text_after(anchor: Any) -> bool:
    return any(after.tag in (qn("w:p"), qn("w:tbl")) for after in anchor.itersiblings())
