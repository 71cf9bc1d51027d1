"""The small pieces of WordprocessingML that a report is made of, as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from kwalevaluatie.report.marks import clean, mark

GLYPH_FONT = "Segoe UI Symbol"
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def element(xml: str) -> Any:
    """One element of WordprocessingML; the name of the first tag gets the namespaces."""
    return parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))


def run(text: str, props: str = "") -> str:
    """A run of text; a tab and a line break stay what they are."""
    lines = (_text(line) for line in clean(text).split("\n"))
    return f"<w:r><w:rPr>{props}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def _text(line: str) -> str:
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
    return "<w:tab/>".join(parts)


def color(colour: str) -> str:
    """The colour of letters."""
    return f'<w:color w:val="{colour}"/>'


def size(points: float) -> str:
    """The size of letters, in points."""
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def shade(fill: str) -> str:
    """A colour behind."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def fonts(name: str) -> str:
    """One font for every kind of letter."""
    return f"<w:rFonts {attributes(dict.fromkeys(('ascii', 'hAnsi', 'eastAsia', 'cs'), name))}/>"


def attributes(values: Mapping[str, object]) -> str:
    """Attributes of WordprocessingML with their values."""
    return " ".join(f'w:{name}="{value}"' for name, value in values.items())


def paragraph(style: str, content: str, props: str = "") -> str:
    """A paragraph in a style, with direct properties where it differs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{props}</w:pPr>{content}</w:p>'


def field_start(code: str) -> str:
    """The start of a field; what it shows follows, then FIELD_END."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field(code: str, shown: str) -> str:
    """A field that Word fills in, with what it shows until then."""
    return field_start(code) + run(shown) + FIELD_END


def spacing(before: float, after: float, line: float = 1.2) -> str:
    """Room before and after a paragraph, in points, and between its lines."""
    twips = {"before": before * 20, "after": after * 20, "line": line * 240}
    measures = attributes({name: round(value) for name, value in twips.items()})
    return f'<w:spacing {measures} w:lineRule="auto"/>'


def indent(left: float, hanging: float = 0, right: float = 0) -> str:
    """Room beside a paragraph, in centimetres."""
    centimetres = {"left": left, "right": right, "hanging": hanging}
    return f"<w:ind {attributes({side: Cm(cm).twips for side, cm in centimetres.items()})}/>"


def border(sides: str, colour: str, width: int = 4, kind: str = "single", space: int = 4) -> str:
    """Lines around a paragraph."""
    look = f'w:val="{kind}" w:sz="{width}" w:space="{space}" w:color="{colour}"'
    return f"<w:pBdr>{''.join(f'<w:{side} {look}/>' for side in sides.split())}</w:pBdr>"


def tab(centimetres: float, look: str = 'w:val="left"') -> str:
    """One tab stop, in centimetres."""
    return f'<w:tabs><w:tab {look} w:pos="{Cm(centimetres).twips}"/></w:tabs>'


def numbered(list_number: int, level: int = 0) -> str:
    """Membership of a list; list number 0 takes a paragraph out of it."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>'


def look(points: float, colour: str = "", bold: bool = False) -> str:
    """How letters look: bold, colour, size."""
    return ("<w:b/>" if bold else "") + (color(colour) if colour else "") + size(points)


def mark_of(group: str) -> str:
    """The mark of a perspective: its form and its word in its own colours."""
    shown = mark(group)
    look = f"{color(shown.colour)}{size(9)}{shade(shown.tint)}"
    glyph = run(f" {shown.glyph} ", fonts(GLYPH_FONT) + look)
    return glyph + run(f"{shown.label} ", f"<w:b/>{look}")
