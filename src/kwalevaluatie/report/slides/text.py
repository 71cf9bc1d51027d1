"""Text on a slide: Dutch, large enough, numbers and words as they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from kwalevaluatie.report.document import Inlines, Number
from kwalevaluatie.report.marks import clean

FONT, LANGUAGE = "Arial", "nl-NL"
ACCENT, INK, GREY = "0B5C6B", "1F2933", "4A4A4A"
SMALLEST, BODY, TITLE = 18, 20, 32


def fill(frame: Any, paragraphs: Iterable[Inlines], *, size: int = BODY, colour: str = INK) -> None:
    """Put paragraphs in a text frame, with some room between them."""
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for index, inlines in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if not index else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.6)
        say(paragraph, inlines, size=size, colour=colour)


def say(
    paragraph: Any, inlines: Inlines, *, size: int = BODY, colour: str = INK, bold: bool = False
) -> None:
    """Put running text in a paragraph."""
    for inline in inlines:
        strong = bold or inline.style == "strong" or isinstance(inline, Number)
        run = word(paragraph, inline.text, size=size, colour=colour, bold=strong)
        run.font.italic = inline.style == "emphasis" or None
    end = etree.SubElement(paragraph._p, qn("a:endParaRPr"))
    end.set("lang", LANGUAGE)
    end.set("sz", str(size * 100))


def word(paragraph: Any, text: str, *, size: int, colour: str, bold: bool = False) -> Any:
    """One run of text in Dutch."""
    run = paragraph.add_run()
    run.text = clean(text).replace("\n", " ").replace("\v", " ")
    run.font.name, run.font.size, run.font.bold = FONT, Pt(size), bold
    run.font.color.rgb = rgb(colour)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)
    return run


def rgb(colour: str) -> Any:
    """A colour of six hexadecimal digits."""
    untyped: Any = RGBColor
    return untyped.from_string(colour)


def describe(shape: Any, name: str, alt: str = "") -> None:
    """Name a shape, and give it a text that replaces it."""
    known = shape._element.xpath(".//p:cNvPr")[0]
    known.set("name", name)
    if alt:
        known.set("descr", clean(alt))
