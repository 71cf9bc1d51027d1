"""The report as a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, assert_never
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.image.exceptions import UnrecognizedImageError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shape import InlineShape
from docx.shared import Cm, Length

from kwalevaluatie.errors import KwalError
from kwalevaluatie.files import replacing
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Inlines,
    Number,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Table,
    plain,
)
from kwalevaluatie.report.marks import (
    ZELF_INVULLEN,
    Entry,
    clean,
    existing,
    mark,
    numeric_columns,
    outline,
)

FONT, GLYPH_FONT = "Arial", "Segoe UI Symbol"
LANGUAGE = "nl-NL"
ACCENT, TINT, GREY, RULE = "0B5C6B", "E8F1F2", "4A4A4A", "B8C9D0"
PAGE = (Cm(21.0), Cm(29.7))
MARGIN = Cm(2.5)
TALLEST_PICTURE = Cm(19)
TAG_LIMIT = 64
WIDE_COLUMNS, LONG_ROWS, SHORT_ROWS, CELL_PADDING = 6, 30, 12, 230

_HEADING_LIST, _BULLET_LIST = 1, 2
_FLUSH = frozenset({"Normal", "Inleiding", "Toelichting", "ListBullet", "Citaat"})


@dataclass(frozen=True)
class _Style:
    id: str
    name: str
    based: str
    paragraph: str
    run: str = ""
    next: str = ""


def write_word(document: Document, path: Path) -> Path:
    """Write the report as a Word file in house style and return its path.

    Numbers and quotations stand in content controls whose tag says where they come from.
    Raises `KwalError` for a missing picture, a reference that is too long for Word, or a
    file that cannot be written.
    """
    file = docx.Document()
    _set_house_style(file)
    _set_properties(file, document)
    _set_page(file, document)
    _Writer(file).write(document)
    with replacing(path) as temporary:
        file.save(str(temporary))
    return path


@dataclass
class _Writer:
    """Puts blocks into a Word file, one after another, and keeps the counts."""

    file: WordFile
    controls: Iterator[int] = field(default_factory=lambda: count(1))
    bookmarks: Iterator[int] = field(default_factory=lambda: count(1))
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    figures: Iterator[int] = field(default_factory=lambda: count(1))
    width: int = PAGE[0] - 2 * MARGIN

    def write(self, document: Document) -> None:
        self.title_page(document)
        self.contents(outline(document.blocks), document.perspectives)
        for chapter in _chapters(document.blocks):
            self.turn_page(_is_wide(chapter))
            for block in chapter:
                self.block(block)

    def title_page(self, document: Document) -> None:
        self.paragraph("Titelregel", _run(document.organisation, "<w:b/>"))
        self.paragraph("Title", _run(document.title))
        self.paragraph("Subtitle", _run(document.subtitle))
        self.paragraph("Titelregel", _run(document.date))
        if document.banner:
            self.paragraph("Banner", _run(document.banner))

    def contents(self, entries: Sequence[Entry], perspectives: Sequence[str]) -> None:
        anchored = ((f"_Toc{n}", entry) for n, entry in enumerate(entries, 1))
        listed = [item for item in anchored if item[1].heading.level <= 2]
        if listed:
            self.append(_contents([_contents_line(n, *item) for n, item in enumerate(listed)]))
        if perspectives:
            label = _run("Perspectieven in dit rapport: ")
            self.paragraph("Toelichting", label, _run("  ").join(map(_mark, perspectives)))

    def turn_page(self, wide: bool) -> None:
        """Begin a section when the direction of the page changes."""
        section = self.file.sections[-1]
        if wide != (section.orientation == WD_ORIENT.LANDSCAPE):
            section = self.file.add_section(WD_SECTION.NEW_PAGE)
            _fold_section_break(self.file.element.body)
            section.different_first_page_header_footer = False
            _turn(section, wide)
            self.width = (section.page_width or PAGE[0]) - 2 * MARGIN

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self.heading(block)
            case Paragraph():
                self.prose(block)
            case Bullets():
                for item in block.items:
                    self.paragraph("ListBullet", self.inlines(item))
            case Quote():
                self.quote(block)
            case Table():
                self.table(block)
            case Picture():
                self.picture(block)
            case Placeholder():
                label = _run(ZELF_INVULLEN, "<w:b/>")
                self.paragraph("Invulplek", label, _run(f" {block.prompt}"))
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> None:
        n = next(self.bookmarks)
        start = f'<w:bookmarkStart w:id="{n}" w:name="_Toc{n}"/>'
        end = f'<w:bookmarkEnd w:id="{n}"/>'
        bare = heading.level <= 2 and not heading.numbered
        props = f"{_numbered(0)}{_indent(0)}" if bare else ""
        style = f"Heading{min(heading.level, 3)}"
        self.paragraph(style, start, _run(heading.text), end, props=props)

    def prose(self, paragraph: Paragraph) -> None:
        style = {"body": "Normal", "lead": "Inleiding", "note": "Toelichting"}[paragraph.style]
        before = _mark(paragraph.perspective) + _run("  ") if paragraph.perspective else ""
        self.paragraph(style, before, self.inlines(paragraph.inlines))

    def quote(self, quote: Quote) -> None:
        place = f"{quote.transcript}/{quote.span.turn}:{quote.span.start}-{quote.span.stop}"
        said = self.control(f"citaat:{place}", "citaat", _run(f"“{quote.text}”", "<w:i/>"))
        before = _mark(quote.perspective) if quote.perspective else ""
        self.paragraph("Citaat", before, _run(" \t"), said)

    def picture(self, picture: Picture) -> None:
        number = next(self.figures)
        shape = self.add_image(existing(picture.png))
        scale = min(1.0, self.width / shape.width, TALLEST_PICTURE / shape.height)
        shape.width, shape.height = Length(shape.width * scale), Length(shape.height * scale)
        described = shape._inline.docPr
        described.set("name", f"Figuur {number}")
        described.set("descr", clean(plain(picture.alt)))
        self.paragraph("Caption", _caption("Figuur", number, picture.caption))

    def add_image(self, path: Path) -> InlineShape:
        try:
            return self.file.add_paragraph(style="Figuur").add_run().add_picture(str(path))
        except UnrecognizedImageError as error:
            todo = "maak de figuren opnieuw."
            raise KwalError("deze figuur is geen leesbare PNG", where=path, todo=todo) from error

    def table(self, table: Table) -> None:
        caption = _caption("Tabel", next(self.tables), table.caption)
        self.paragraph("Caption", caption, props="<w:keepNext/>" + _spacing(14, 4))
        widths = _widths(table, Length(self.width).twips)
        names = list(map(_run, table.header))
        rows = [_row(names, _cell_styles(table, "Tabelkop"), widths, "<w:tblHeader/>")]
        styles = _cell_styles(table, "Tabeltekst")
        rows += [_row(list(map(self.inlines, row)), styles, widths) for row in table.rows]
        if len(table.rows) <= SHORT_ROWS:
            rows[:-1] = map(_kept_with_next, rows[:-1])
        self.append(_table(clean(table.caption), widths, rows))

    def inlines(self, inlines: Inlines) -> str:
        return "".join(map(self.inline, inlines))

    def inline(self, inline: Inline) -> str:
        run = _run(inline.text, {"strong": "<w:b/>", "emphasis": "<w:i/>"}.get(inline.style, ""))
        return self.control(inline.id, "cijfer", run) if isinstance(inline, Number) else run

    def control(self, tag: str, alias: str, content: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val={quoteattr(_tag(tag))}/>'
            f'<w:id w:val="{next(self.controls)}"/></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def paragraph(self, style: str, *content: str, props: str = "") -> None:
        if style in _FLUSH and self.follows_table():
            props += _spacing(14, 8)
        self.append(_paragraph(style, "".join(content), props))

    def append(self, xml: str) -> None:
        self.file.element.body.insert_element_before(_element(xml), "w:sectPr")

    def follows_table(self) -> bool:
        before = self.file.element.body[-2:-1]
        return bool(before) and before[0].tag == qn("w:tbl")


def _chapters(blocks: Iterable[Block]) -> list[list[Block]]:
    chapters: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and chapters[-1]:
            chapters.append([])
        chapters[-1].append(block)
    return chapters


def _is_wide(chapter: Iterable[Block]) -> bool:
    tables = (block for block in chapter if isinstance(block, Table))
    return any(len(t.header) >= WIDE_COLUMNS and len(t.rows) >= LONG_ROWS for t in tables)


def _turn(section: Section, wide: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (PAGE[1], PAGE[0]) if wide else PAGE


def _fold_section_break(body: Any) -> None:
    """Let the last paragraph carry the section break, so that no empty one can fill a page."""
    before, carrier = body[-3:-1]
    if before.tag == qn("w:p"):
        before.get_or_add_pPr().append(carrier.pPr.find(qn("w:sectPr")))
        body.remove(carrier)


def _element(xml: str) -> Any:
    """One element of WordprocessingML; the name of the first tag gets the namespaces."""
    return parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))


def _run(text: str, props: str = "") -> str:
    lines = (_text(line) for line in clean(text).split("\n"))
    return f"<w:r><w:rPr>{props}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def _text(line: str) -> str:
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
    return "<w:tab/>".join(parts)


def _color(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _fonts(name: str) -> str:
    return f"<w:rFonts {_attributes(dict.fromkeys(('ascii', 'hAnsi', 'eastAsia', 'cs'), name))}/>"


def _attributes(values: Mapping[str, object]) -> str:
    return " ".join(f'w:{name}="{value}"' for name, value in values.items())


def _mark(group: str) -> str:
    shown = mark(group)
    look = f"{_color(shown.colour)}{_size(9)}{_shade(shown.tint)}"
    glyph = _run(f" {shown.glyph} ", _fonts(GLYPH_FONT) + look)
    return glyph + _run(f"{shown.label} ", f"<w:b/>{look}")


def _paragraph(style: str, content: str, props: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{props}</w:pPr>{content}</w:p>'


def _field_start(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _field(code: str, shown: str) -> str:
    return _field_start(code) + _run(shown) + _FIELD_END


def _caption(kind: str, number: int, caption: str) -> str:
    counted = _field(rf"SEQ {kind} \* ARABIC", str(number))
    return _run(f"{kind} ") + counted + _run(f"  {caption}", f'<w:b w:val="0"/>{_color(GREY)}')


def _tag(tag: str) -> str:
    if len(tag) <= TAG_LIMIT:
        return clean(tag)
    raise KwalError(
        f"de verwijzing {tag!r} is te lang voor Word: {len(tag)} tekens, {TAG_LIMIT} mag",
        todo="geef het gesprek, het doel of het thema een kortere naam (id).",
    )


def _contents(lines: Sequence[str]) -> str:
    """Word's own table of contents, filled in; its page numbers come when Word updates it."""
    return (
        "<w:sdt><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{_paragraph('TOCHeading', _run('Inhoud'))}{''.join(lines)}"
        f"{_paragraph('Normal', _FIELD_END)}</w:sdtContent></w:sdt>"
    )


def _contents_line(place: int, anchor: str, entry: Entry) -> str:
    start = _field_start(r'TOC \o "1-2" \h \z \u') if place == 0 else ""
    number = f"{_run(entry.number)}<w:r><w:tab/></w:r>" if entry.number else ""
    link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">'
    text = f"{start}{link}{number}{_run(entry.heading.text)}</w:hyperlink>"
    return _paragraph(f"TOC{entry.heading.level}", text)


def _table(caption: str, widths: Sequence[int], rows: Iterable[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Rapporttabel"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="autofit"/>'
        '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(caption)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Sequence[str], styles: Sequence[str], widths: Sequence[int], props: str = ""
) -> str:
    made = (_cell(*each) for each in zip(cells, styles, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{props}</w:trPr>{''.join(made)}</w:tr>"


def _kept_with_next(row: str) -> str:
    return re.sub(r'(<w:pStyle w:val="Tabel\w+"/>)', r"\1<w:keepNext/>", row)


def _cell(content: str, style: str, width: int) -> str:
    props = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{props}{_paragraph(style, content)}</w:tc>"


def _cell_styles(table: Table, style: str) -> list[str]:
    small = "klein" if len(table.header) >= WIDE_COLUMNS else ""
    right = numeric_columns(table)
    columns = range(len(table.header))
    return [f"{style}{small}{'rechts' if column in right else ''}" for column in columns]


def _widths(table: Table, total: int) -> list[int]:
    """The column widths in twentieths of a point: room for each longest word, then by weight.

    The weights are the table's own `widths`, or else follow from what the cells hold.
    """
    columns = list(zip(table.header, *[map(plain, row) for row in table.rows], strict=True))
    weights = list(table.widths) or [_weight(cells) for cells in columns]
    letter = 90 if len(columns) >= WIDE_COLUMNS else 110
    floors = [letter * _longest_word(cells) + CELL_PADDING for cells in columns]
    shares = [total * weight / sum(weights) for weight in weights]
    extra = [max(0.0, share - floor) for share, floor in zip(shares, floors, strict=True)]
    if sum(floors) >= total or not sum(extra):
        return [int(total * floor / sum(floors)) for floor in floors]
    rest = (total - sum(floors)) / sum(extra)
    return [int(floor + rest * more) for floor, more in zip(floors, extra, strict=True)]


def _longest_word(cells: Iterable[str]) -> int:
    return min(30, max(len(word) for cell in cells for word in cell.split() or [""]))


def _weight(cells: Sequence[str]) -> float:
    return max(_longest_word(cells) + 2, min(sum(map(len, cells)) / len(cells), 40))


def _set_page(file: WordFile, document: Document) -> None:
    section = file.sections[0]
    _turn(section, wide=False)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Cm(1.25)
    section.different_first_page_header_footer = True
    pages = f"{_run('Pagina ')}{_field('PAGE', '1')}{_run(' van ')}{_field('NUMPAGES', '1')}"
    _fill(section.header, _paragraph("Header", _run(document.title)))
    _fill(section.footer, _paragraph("Footer", pages))


def _fill(story: BlockItemContainer, xml: str) -> None:
    story._element.append(_element(xml))
    story._element.remove(story.paragraphs[0]._p)


def _set_properties(file: WordFile, document: Document) -> None:
    known = file.core_properties
    known.title, known.subject = clean(document.title)[:255], clean(document.subtitle)[:255]
    known.author = known.last_modified_by = clean(document.organisation)[:255]
    known.language, known.comments, known.keywords = LANGUAGE, "", ""
    for name in ("dcterms:created", "dcterms:modified"):
        for element in known._element.findall(qn(name)):
            known._element.remove(element)


def _set_house_style(file: WordFile) -> None:
    _set_styles(file.styles.element)
    _set_numbering(file.part.numbering_part.element)
    _set_settings(file.settings.element)
    _drop_unused_parts(file)


def _set_styles(styles: Any) -> None:
    for element in [*styles.findall(qn("w:style")), *styles.findall(qn("w:docDefaults"))]:
        styles.remove(element)
    styles.insert(0, _element(_DEFAULTS))
    for xml in (*map(_style, _STYLES), *_OTHER_STYLES):
        styles.append(_element(xml))


def _style(style: _Style) -> str:
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if style.id == "Normal" else ""
    based = f'<w:basedOn w:val="{style.based}"/>' if style.based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"{custom}{default}>'
        f'<w:name w:val="{style.name}"/>{based}<w:next w:val="{style.next or style.id}"/>'
        f"<w:qFormat/><w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.run}</w:rPr></w:style>"
    )


def _set_numbering(numbering: Any) -> None:
    for element in list(numbering):
        numbering.remove(element)
    lists = {_HEADING_LIST: _HEADING_LEVELS, _BULLET_LIST: _BULLET_LEVELS}
    for number, levels in lists.items():
        numbering.append(_element(_abstract_list(number, levels)))
    for number in lists:
        link = f'<w:abstractNumId w:val="{number}"/>'
        numbering.append(_element(f'<w:num w:numId="{number}">{link}</w:num>'))


def _abstract_list(number: int, levels: Iterable[str]) -> str:
    made = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n, level in enumerate(levels))
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{made}</w:abstractNum>'


def _set_settings(settings: Any) -> None:
    for name, value in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        settings.find(qn(name)).set(qn("w:val"), value)
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    for compat in settings.iter(qn("w:compatSetting")):
        if compat.get(qn("w:name")) == "compatibilityMode":
            compat.set(qn("w:val"), "15")


def _drop_unused_parts(file: WordFile) -> None:
    for holder in (file.part.package, file.part):
        for rel_id, rel in list(holder.rels.items()):
            if rel.reltype.rsplit("/", 1)[-1] in _UNUSED_PARTS:
                del holder.rels[rel_id]


def _spacing(before: float, after: float, line: float = 1.2) -> str:
    twips = {"before": before * 20, "after": after * 20, "line": line * 240}
    measures = _attributes({name: round(value) for name, value in twips.items()})
    return f'<w:spacing {measures} w:lineRule="auto"/>'


def _indent(left: float, hanging: float = 0, right: float = 0) -> str:
    centimetres = {"left": left, "right": right, "hanging": hanging}
    return f"<w:ind {_attributes({side: Cm(cm).twips for side, cm in centimetres.items()})}/>"


def _border(sides: str, colour: str, width: int = 4, kind: str = "single", space: int = 4) -> str:
    look = f'w:val="{kind}" w:sz="{width}" w:space="{space}" w:color="{colour}"'
    return f"<w:pBdr>{''.join(f'<w:{side} {look}/>' for side in sides.split())}</w:pBdr>"


def _tab(centimetres: float, look: str = 'w:val="left"') -> str:
    return f'<w:tabs><w:tab {look} w:pos="{Cm(centimetres).twips}"/></w:tabs>'


def _numbered(list_number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>'


def _look(points: float, colour: str = "", bold: bool = False) -> str:
    return ("<w:b/>" if bold else "") + (_color(colour) if colour else "") + _size(points)


def _level(kind: str, text: str, indent: float, props: str = "", run: str = "") -> str:
    return (
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/>{props}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_indent(indent, indent)}</w:pPr><w:rPr>{run}</w:rPr>"
    )


_BOX = "top left bottom right"
_KEEP = "<w:keepNext/><w:keepLines/>"
_BREAK = "<w:pageBreakBefore/>"
_LEADER = 'w:val="right" w:leader="dot"'
_RIGHT = '<w:jc w:val="right"/>'
_NORMAL = "Normal"

_STYLES = (
    _Style(_NORMAL, "Normal", "", _spacing(0, 8)),
    _Style("Title", "Title", _NORMAL, _spacing(150, 8, 1.05), _look(30, ACCENT, True)),
    _Style(
        "Subtitle",
        "Subtitle",
        _NORMAL,
        _border("bottom", ACCENT, 12, space=14) + _spacing(0, 20),
        _look(15, GREY),
    ),
    _Style("Titelregel", "Titelregel", _NORMAL, _spacing(0, 4), _look(12, GREY)),
    _Style(
        "Banner",
        "Banner",
        _NORMAL,
        _border(_BOX, ACCENT, 8, space=10)
        + _shade(TINT)
        + _spacing(60, 8)
        + _indent(0.4, right=0.4),
        _look(11, ACCENT),
    ),
    _Style(
        "Heading1",
        "heading 1",
        _NORMAL,
        _KEEP
        + _BREAK
        + _numbered(_HEADING_LIST)
        + _spacing(0, 14, 1.05)
        + '<w:outlineLvl w:val="0"/>',
        _look(20, ACCENT, True),
        _NORMAL,
    ),
    _Style(
        "Heading2",
        "heading 2",
        _NORMAL,
        _KEEP + _numbered(_HEADING_LIST, 1) + _spacing(20, 6, 1.05) + '<w:outlineLvl w:val="1"/>',
        _look(14, ACCENT, True),
        _NORMAL,
    ),
    _Style(
        "Heading3",
        "heading 3",
        _NORMAL,
        _KEEP + _spacing(14, 4, 1.05) + '<w:outlineLvl w:val="2"/>',
        _look(11.5, GREY, True),
        _NORMAL,
    ),
    _Style(
        "TOCHeading",
        "TOC Heading",
        _NORMAL,
        _KEEP + _BREAK + _spacing(0, 14, 1.05),
        _look(20, ACCENT, True),
        _NORMAL,
    ),
    _Style(
        "TOC1",
        "toc 1",
        _NORMAL,
        _tab(16, _LEADER) + _spacing(8, 2) + _indent(1, 1),
        "<w:b/>",
        _NORMAL,
    ),
    _Style(
        "TOC2",
        "toc 2",
        _NORMAL,
        _tab(16, _LEADER) + _spacing(0, 2) + _indent(2.2, 1.2),
        "",
        _NORMAL,
    ),
    _Style("Inleiding", "Inleiding", _NORMAL, _spacing(0, 12), _look(12.5, ACCENT), _NORMAL),
    _Style("Toelichting", "Toelichting", _NORMAL, _spacing(4, 8), _look(9.5, GREY), _NORMAL),
    _Style(
        "ListBullet",
        "List Bullet",
        _NORMAL,
        _numbered(_BULLET_LIST) + _spacing(0, 8) + "<w:contextualSpacing/>",
    ),
    _Style(
        "Citaat",
        "Citaat",
        _NORMAL,
        "<w:keepLines/>" + _tab(3.4) + _spacing(2, 8) + _indent(3.4, 3.4, 0.5),
    ),
    _Style(
        "Invulplek",
        "Invulplek",
        _NORMAL,
        "<w:keepLines/>"
        + _border(f"{_BOX} between", "8A6D00", 6, "dashed", 6)
        + _shade("FFF6D6")
        + _spacing(8, 12)
        + _indent(0.3, right=0.3),
    ),
    _Style("Figuur", "Figuur", _NORMAL, "<w:keepNext/>" + _spacing(10, 2), "", "Caption"),
    _Style(
        "Caption",
        "caption",
        _NORMAL,
        "<w:keepLines/>" + _spacing(4, 12),
        _look(9.5, ACCENT, True),
        _NORMAL,
    ),
    _Style("Tabeltekst", "Tabeltekst", _NORMAL, _spacing(2, 2, 1.1), _look(9.5)),
    _Style("Tabeltekstrechts", "Tabeltekst rechts", "Tabeltekst", _RIGHT),
    _Style("Tabeltekstklein", "Tabeltekst klein", "Tabeltekst", "", _look(8)),
    _Style("Tabeltekstkleinrechts", "Tabeltekst klein rechts", "Tabeltekstklein", _RIGHT),
    _Style(
        "Tabelkop",
        "Tabelkop",
        "Tabeltekst",
        "<w:keepNext/>" + _spacing(3, 3, 1.1),
        _look(9.5, ACCENT, True),
    ),
    _Style("Tabelkoprechts", "Tabelkop rechts", "Tabelkop", _RIGHT),
    _Style("Tabelkopklein", "Tabelkop klein", "Tabelkop", "", _look(8, ACCENT, True)),
    _Style("Tabelkopkleinrechts", "Tabelkop klein rechts", "Tabelkopklein", _RIGHT),
    _Style(
        "Header",
        "header",
        _NORMAL,
        _border("bottom", RULE, space=6) + _spacing(0, 0, 1),
        _look(9, GREY),
    ),
    _Style("Footer", "footer", _NORMAL, _spacing(0, 0, 1) + _RIGHT, _look(9, GREY)),
)

_BUILT_IN = frozenset(style.name for style in _STYLES if style.name[0].islower()) | {
    "Normal",
    "Title",
    "Subtitle",
    "TOC Heading",
    "List Bullet",
}

_DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FONT)}{_size(11)}"
    f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
)

_RULES = "".join(
    f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'
    for side, width, colour in (("top", 8, ACCENT), ("bottom", 8, ACCENT), ("insideH", 4, RULE))
)
_OTHER_STYLES = (
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
    f"<w:tcPr>{_shade(TINT)}</w:tcPr></w:tblStylePr>"
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
)

_HEADING_LEVELS = (
    _level("decimal", "%1", 1.3, '<w:pStyle w:val="Heading1"/>'),
    _level("decimal", "%1.%2", 1.3, '<w:pStyle w:val="Heading2"/>'),
)
_BULLET_LEVELS = (_level("bullet", "•", 0.6, run=_fonts(FONT) + _color(ACCENT)),)

_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_UNUSED_PARTS = frozenset({"thumbnail", "stylesWithEffects", "customXml"})
