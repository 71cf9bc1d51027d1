"""The styles of a report that has no template: house style, as WordprocessingML."""

from __future__ import annotations

from dataclasses import dataclass

from kwalevaluatie.report.word.markup import (
    border,
    color,
    fonts,
    indent,
    look,
    numbered,
    shade,
    size,
    spacing,
    tab,
)

FONT = "Arial"
LANGUAGE = "nl-NL"
ACCENT, TINT, GREY, RULE = "0B5C6B", "E8F1F2", "4A4A4A", "B8C9D0"
HEADING_LIST, BULLET_LIST = 1, 2
FLUSH = frozenset({"Normal", "Inleiding", "Toelichting", "ListBullet", "Citaat"})


@dataclass(frozen=True)
class Style:
    """A style of paragraphs: its `id`, its name in Word, and its properties."""

    id: str
    name: str
    based: str
    paragraph: str
    run: str = ""
    next: str = ""


def style_markup(style: Style) -> str:
    """A style as WordprocessingML."""
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if style.id == "Normal" else ""
    based = f'<w:basedOn w:val="{style.based}"/>' if style.based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"{custom}{default}>'
        f'<w:name w:val="{style.name}"/>{based}<w:next w:val="{style.next or style.id}"/>'
        f"<w:qFormat/><w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.run}</w:rPr></w:style>"
    )


def level(kind: str, text: str, left: float, props: str = "", run: str = "") -> str:
    """A level of a list: how it counts and what stands before its text."""
    return (
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/>{props}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(left, left)}</w:pPr><w:rPr>{run}</w:rPr>"
    )


_BOX = "top left bottom right"
_KEEP = "<w:keepNext/><w:keepLines/>"
_LEADER = 'w:val="right" w:leader="dot"'
_RIGHT = '<w:jc w:val="right"/>'
_NORMAL = "Normal"

STYLES = (
    Style(_NORMAL, "Normal", "", spacing(0, 8)),
    Style("Title", "Title", _NORMAL, spacing(150, 8, 1.05), look(30, ACCENT, True)),
    Style(
        "Subtitle",
        "Subtitle",
        _NORMAL,
        border("bottom", ACCENT, 12, space=14) + spacing(0, 20),
        look(15, GREY),
    ),
    Style("Titelregel", "Titelregel", _NORMAL, spacing(0, 4), look(12, GREY)),
    Style(
        "Banner",
        "Banner",
        _NORMAL,
        border(_BOX, ACCENT, 8, space=10) + shade(TINT) + spacing(60, 8) + indent(0.4, right=0.4),
        look(11, ACCENT),
    ),
    Style(
        "Heading1",
        "heading 1",
        _NORMAL,
        _KEEP + numbered(HEADING_LIST) + spacing(32, 14, 1.05) + '<w:outlineLvl w:val="0"/>',
        look(20, ACCENT, True),
        _NORMAL,
    ),
    Style(
        "Heading2",
        "heading 2",
        _NORMAL,
        _KEEP + numbered(HEADING_LIST, 1) + spacing(20, 6, 1.05) + '<w:outlineLvl w:val="1"/>',
        look(14, ACCENT, True),
        _NORMAL,
    ),
    Style(
        "Heading3",
        "heading 3",
        _NORMAL,
        _KEEP + spacing(14, 4, 1.05) + '<w:outlineLvl w:val="2"/>',
        look(11.5, GREY, True),
        _NORMAL,
    ),
    Style(
        "TOCHeading",
        "TOC Heading",
        _NORMAL,
        _KEEP + spacing(0, 14, 1.05),
        look(20, ACCENT, True),
        _NORMAL,
    ),
    Style(
        "TOC1",
        "toc 1",
        _NORMAL,
        tab(16, _LEADER) + spacing(8, 2) + indent(1, 1),
        "<w:b/>",
        _NORMAL,
    ),
    Style(
        "TOC2",
        "toc 2",
        _NORMAL,
        tab(16, _LEADER) + spacing(0, 2) + indent(2.2, 1.2),
        "",
        _NORMAL,
    ),
    Style("Inleiding", "Inleiding", _NORMAL, spacing(0, 12), look(12.5, ACCENT), _NORMAL),
    Style("Toelichting", "Toelichting", _NORMAL, spacing(4, 8), look(9.5, GREY), _NORMAL),
    Style(
        "ListBullet",
        "List Bullet",
        _NORMAL,
        numbered(BULLET_LIST) + spacing(0, 8) + "<w:contextualSpacing/>",
    ),
    Style(
        "Citaat",
        "Citaat",
        _NORMAL,
        "<w:keepLines/>" + tab(3.4) + spacing(2, 8) + indent(3.4, 3.4, 0.5),
    ),
    Style(
        "Invulplek",
        "Invulplek",
        _NORMAL,
        "<w:keepLines/>"
        + border(f"{_BOX} between", "8A6D00", 6, "dashed", 6)
        + shade("FFF6D6")
        + spacing(8, 12)
        + indent(0.3, right=0.3),
    ),
    Style("Figuur", "Figuur", _NORMAL, "<w:keepNext/>" + spacing(10, 2), "", "Caption"),
    Style(
        "Caption",
        "caption",
        _NORMAL,
        "<w:keepLines/>" + spacing(4, 12),
        look(9.5, ACCENT, True),
        _NORMAL,
    ),
    Style("Tabeltekst", "Tabeltekst", _NORMAL, spacing(2, 2, 1.1), look(9.5)),
    Style("Tabeltekstrechts", "Tabeltekst rechts", "Tabeltekst", _RIGHT),
    Style("Tabeltekstklein", "Tabeltekst klein", "Tabeltekst", "", look(8)),
    Style("Tabeltekstkleinrechts", "Tabeltekst klein rechts", "Tabeltekstklein", _RIGHT),
    Style(
        "Tabelkop",
        "Tabelkop",
        "Tabeltekst",
        "<w:keepNext/>" + spacing(3, 3, 1.1),
        look(9.5, ACCENT, True),
    ),
    Style("Tabelkoprechts", "Tabelkop rechts", "Tabelkop", _RIGHT),
    Style("Tabelkopklein", "Tabelkop klein", "Tabelkop", "", look(8, ACCENT, True)),
    Style("Tabelkopkleinrechts", "Tabelkop klein rechts", "Tabelkopklein", _RIGHT),
    Style(
        "Header",
        "header",
        _NORMAL,
        border("bottom", RULE, space=6) + spacing(0, 0, 1),
        look(9, GREY),
    ),
    Style("Footer", "footer", _NORMAL, spacing(0, 0, 1) + _RIGHT, look(9, GREY)),
)

_BUILT_IN = frozenset(style.name for style in STYLES if style.name[0].islower()) | {
    "Normal",
    "Title",
    "Subtitle",
    "TOC Heading",
    "List Bullet",
}

DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FONT)}{size(11)}"
    f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
)

_RULES = "".join(
    f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'
    for side, width, colour in (("top", 8, ACCENT), ("bottom", 8, ACCENT), ("insideH", 4, RULE))
)
OTHER_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    "</w:style>",
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    '<w:style w:type="table" w:customStyle="1" w:styleId="Rapporttabel">'
    '<w:name w:val="Rapporttabel"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_RULES}</w:tblBorders>"
    '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="130" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    f"<w:tcPr>{shade(TINT)}</w:tcPr></w:tblStylePr>"
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
)

HEADING_LEVELS = (
    level("decimal", "%1", 1.3, '<w:pStyle w:val="Heading1"/>'),
    level("decimal", "%1.%2", 1.3, '<w:pStyle w:val="Heading2"/>'),
)
BULLET_LEVELS = (level("bullet", "•", 0.6, run=fonts(FONT) + color(ACCENT)),)
