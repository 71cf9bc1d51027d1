"""Writes the blocks of a report into a Word file, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, assert_never
from xml.sax.saxutils import quoteattr

from docx.image.exceptions import UnrecognizedImageError
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph as WordParagraph

from kwalevaluatie.errors import KwalError
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
from kwalevaluatie.report.marks import ZELF_INVULLEN, clean, existing, outline
from kwalevaluatie.report.word.contents import contents
from kwalevaluatie.report.word.markup import (
    color,
    element,
    indent,
    mark_of,
    numbered,
    paragraph,
    run,
    spacing,
)
from kwalevaluatie.report.word.markup import field as word_field
from kwalevaluatie.report.word.place import Place
from kwalevaluatie.report.word.styles import FLUSH, GREY
from kwalevaluatie.report.word.tables import column_widths, is_wide, table_rows, whole_table

TALLEST_PICTURE = Cm(19)
TAG_LIMIT = 64
PAGE_BREAK = "<w:pageBreakBefore/>"
_STYLED = ("w:pStyle", "w:rStyle", "w:tblStyle")


@dataclass
class Writer:
    """Puts blocks in their place, in the file's own styles, and keeps the counts.

    `styles` says which style of the file stands for each of ours; one that is not in it keeps
    its own id. `compact` is for a report of one page: little room between, no new pages.
    """

    place: Place
    styles: Mapping[str, str]
    controls: Iterator[int]
    bookmarks: Iterator[int]
    headings: Iterator[int] = field(default_factory=lambda: count(1))
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    figures: Iterator[int] = field(default_factory=lambda: count(1))
    compact: bool = False

    def title_page(self, document: Document) -> None:
        """Write the lines of the title page, without the banner."""
        self.paragraph("Titelregel", run(document.organisation, "<w:b/>"))
        self.paragraph("Title", run(document.title))
        self.paragraph("Subtitle", run(document.subtitle))
        self.paragraph("Titelregel", run(document.date))

    def top(self, document: Document) -> None:
        """Write the title and what belongs to it on top of a single page."""
        self.paragraph("Titelregel", run(" · ".join(filter(None, _whose(document)))))
        props = f"{numbered(0)}{spacing(0, 4, 1.05)}{indent(0)}"
        self.paragraph("Heading1", run(document.title), props=props)
        self.paragraph("Titelregel", run(document.subtitle))

    def banner(self, document: Document) -> None:
        """Write the warning that a concept carries, if there is one."""
        if document.banner:
            props = spacing(8, 6) if self.compact else ""
            self.paragraph("Banner", run(document.banner), props=props)

    def contents(self, document: Document) -> None:
        """Write the table of contents, where there are headings."""
        made = contents(outline(document.blocks))
        if made:
            self.put(made)

    def perspectives(self, document: Document) -> None:
        """Write which marks the perspectives have."""
        if document.perspectives:
            marks = run("  ").join(map(mark_of, document.perspectives))
            self.paragraph("Toelichting", run("Perspectieven in dit rapport: "), marks)

    def chapters(self, blocks: Iterable[Block]) -> None:
        """Write all chapters; one with a long, wide table turns its pages."""
        for chapter in _chapters(blocks):
            self.place.turn(any(is_wide(block) for block in chapter if isinstance(block, Table)))
            for block in chapter:
                self.block(block)

    def block(self, block: Block) -> None:
        """Write one block."""
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
                label = run(ZELF_INVULLEN, "<w:b/>")
                self.paragraph("Invulplek", label, run(f" {block.prompt}"))
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> None:
        """Write a heading; the first one and what is unnumbered start on a new page."""
        n, bookmark = next(self.headings), next(self.bookmarks)
        start = f'<w:bookmarkStart w:id="{bookmark}" w:name="_Toc{n}"/>'
        end = f'<w:bookmarkEnd w:id="{bookmark}"/>'
        bare = heading.level <= 2 and not heading.numbered
        new_page = heading.level == 1 and (bare or n == 1) and not self.compact
        out_of_list = (numbered(0), indent(0)) if bare else ("", "")
        room = self.room_around_heading(new_page)
        props = (PAGE_BREAK if new_page else "") + room.join(out_of_list)
        style = f"Heading{min(heading.level, 3)}"
        self.paragraph(style, start, run(heading.text), end, props=props)

    def room_around_heading(self, new_page: bool) -> str:
        """Less room than the style has: on a single page, and at the top of a page of ours."""
        if self.compact:
            return spacing(8, 2, 1.05)
        return spacing(0, 14, 1.05) if new_page and not self.styles else ""

    def prose(self, prose: Paragraph) -> None:
        """Write a paragraph, with the mark of its perspective before it."""
        style = {"body": "Normal", "lead": "Inleiding", "note": "Toelichting"}[prose.style]
        before = mark_of(prose.perspective) + run("  ") if prose.perspective else ""
        self.paragraph(style, before, self.inlines(prose.inlines))

    def quote(self, quote: Quote) -> None:
        """Write someone's words, in a control that says where they were said, if that is given."""
        place = f"{quote.transcript}/{quote.span.turn}:{quote.span.start}-{quote.span.stop}"
        said = run(f"“{quote.text}”", "<w:i/>")
        if quote.transcript:
            said = self.control(f"citaat:{place}", "citaat", said)
        before = mark_of(quote.perspective) if quote.perspective else ""
        own = self.styles.get("Citaat", "Citaat") == "Citaat"
        self.paragraph("Citaat", before, run(" \t" if own else "  "), said)

    def picture(self, picture: Picture) -> None:
        """Write a figure with the text that replaces it, and its caption."""
        number = next(self.figures)
        shape = self.image(existing(picture.png))
        scale = min(1.0, self.place.width / shape.width, TALLEST_PICTURE / shape.height)
        shape.width, shape.height = Length(shape.width * scale), Length(shape.height * scale)
        described = shape._inline.docPr
        described.set("name", f"Figuur {number}")
        described.set("descr", clean(plain(picture.alt)))
        self.paragraph("Caption", _caption("Figuur", number, picture.caption))

    def image(self, path: Path) -> InlineShape:
        """Write a PNG in a paragraph of its own."""
        self.paragraph("Figuur", "")
        holder = WordParagraph(self.place.before, self.place.file._body)
        try:
            return holder.add_run().add_picture(str(path))
        except UnrecognizedImageError as error:
            todo = "maak de figuren opnieuw."
            raise KwalError("deze figuur is geen leesbare PNG", where=path, todo=todo) from error

    def table(self, table: Table) -> None:
        """Write a table under its caption."""
        caption = _caption("Tabel", next(self.tables), table.caption)
        self.paragraph("Caption", caption, props="<w:keepNext/>" + spacing(14, 4))
        widths = column_widths(table, Length(self.place.width).twips)
        cells = [[self.inlines(cell) for cell in row] for row in table.rows]
        self.put(whole_table(table, widths, table_rows(table, cells, widths)))

    def inlines(self, inlines: Inlines) -> str:
        """Running text with its numbers in controls."""
        return "".join(map(self.inline, inlines))

    def inline(self, inline: Inline) -> str:
        """A text, or a number in a control with its id."""
        shown = run(inline.text, {"strong": "<w:b/>", "emphasis": "<w:i/>"}.get(inline.style, ""))
        return self.control(inline.id, "cijfer", shown) if isinstance(inline, Number) else shown

    def control(self, tag: str, alias: str, content: str) -> str:
        """A content control around a number or a quotation."""
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val={quoteattr(_tag(tag))}/>'
            f'<w:id w:val="{next(self.controls)}"/></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def paragraph(self, style: str, *content: str, props: str = "") -> None:
        """Write a paragraph; one that follows a table keeps some room from it."""
        if style in FLUSH and self.follows_table():
            props += spacing(14, 8)
        elif style in FLUSH and self.compact:
            props += spacing(0, 4, 1.1)
        self.put(paragraph(style, "".join(content), props))

    def put(self, xml: str) -> None:
        """Write an element, in the styles of the file."""
        made = element(xml)
        for named in made.iter(*map(qn, _STYLED)):
            id = named.get(qn("w:val"))
            named.set(qn("w:val"), self.styles.get(id, id))
        self.place.put(made)

    def follows_table(self) -> bool:
        """Whether a table was written last."""
        return self.place.before is not None and self.place.before.tag == qn("w:tbl")


def first_free(parents: Iterable[Any], name: str) -> Iterator[int]:
    """Ids from above the highest that elements with this name have in a file."""
    found = (one for parent in parents for one in parent.iter(qn(name)))
    ids = (one.get(qn("w:id")) or one.get(qn("w:val")) or "0" for one in found)
    return count(1 + max((int(id) for id in ids if id.isdigit()), default=0))


def _whose(document: Document) -> tuple[str, str]:
    return document.organisation, document.date


def _chapters(blocks: Iterable[Block]) -> Sequence[Sequence[Block]]:
    chapters: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and chapters[-1]:
            chapters.append([])
        chapters[-1].append(block)
    return chapters


def _caption(kind: str, number: int, caption: str) -> str:
    counted = word_field(rf"SEQ {kind} \* ARABIC", str(number))
    return run(f"{kind} ") + counted + run(f"  {caption}", f'<w:b w:val="0"/>{color(GREY)}')


def _tag(tag: str) -> str:
    if len(tag) <= TAG_LIMIT:
        return clean(tag)
    raise KwalError(
        f"de verwijzing {tag!r} is te lang voor Word: {len(tag)} tekens, {TAG_LIMIT} mag",
        todo="geef het gesprek, het doel of het thema een kortere naam (id).",
    )
