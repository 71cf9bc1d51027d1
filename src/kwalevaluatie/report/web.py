"""The report as one page for the browser, with everything it needs inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from urllib.parse import quote as percent_encode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree
from markupsafe import Markup

from kwalevaluatie.errors import KwalError
from kwalevaluatie.files import write_text
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Inline,
    Inlines,
    Number,
    Paragraph,
    Picture,
    Table,
    Text,
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

_TEMPLATES = Path(__file__).with_name("templates")
_LEFT_OUT = frozenset({"script", "style", "metadata", "foreignObject", "title", "desc"})
_STYLED = {
    "": Markup("{}"),
    "strong": Markup("<strong>{}</strong>"),
    "emphasis": Markup("<em>{}</em>"),
}
_INSIDE = ("#", "data:image/")
_SVG_STYLE = "stroke-linejoin:round;stroke-linecap:butt"
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")


def write_web(document: Document, path: Path) -> Path:
    """Write the report as one self-contained HTML file and return its path.

    Every number links to its row in the register, where there is one, and back.
    Raises `KwalError` for a missing or unreadable picture, or a file that cannot be written.
    """
    page = _environment().get_template("report.html.j2").render(_context(document))
    return write_text(path, page)


class _Ties:
    """Ties numbers to their register rows: gives each occurrence and each row an id of its own."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        numbers = {inline.base for inline in _inlines(blocks) if isinstance(inline, Number)}
        rows = (row for block in blocks if isinstance(block, Table) for row in block.rows)
        self.registered = numbers & {plain(row[0]) for row in rows}
        self.used: set[str] = set()

    def inlines(self, inlines: Inlines) -> Markup:
        """Running text with its numbers as elements."""
        return Markup("").join(map(self._inline, inlines))

    def row(self, cell: Inlines) -> str:
        """The id of a register row: the first row whose first cell names a number."""
        anchor = _anchor("register", plain(cell))
        known = plain(cell) in self.registered and anchor not in self.used
        self.used |= {anchor} if known else set()
        return anchor if known else ""

    def _inline(self, inline: Inline) -> Markup:
        text = _STYLED[inline.style].format(clean(inline.text))
        if isinstance(inline, Text):
            return text
        if inline.base in self.registered:
            link = Markup('<a href="#{}">{}</a>')
            text = link.format(_fragment(_anchor("register", inline.base)), text)
        element = Markup('<data class="cijfer" value="{}" id="{}">{}</data>')
        return element.format(clean(inline.id), self._occurrence(inline), text)

    def _occurrence(self, number: Number) -> str:
        first = _anchor("cijfer", number.id)
        tries = chain([first], (f"{first}--{tail}" for tail in count(2)))
        anchor = next(anchor for anchor in tries if anchor not in self.used)
        self.used.add(anchor)
        return anchor


@dataclass(frozen=True)
class _Chapter:
    entry: Entry
    anchor: str
    sections: tuple[tuple[Entry, str], ...]


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.globals |= {"mark": mark, "svg": _svg, "plain": plain, "anchor": _anchor}
    environment.globals |= {"numeric_columns": numeric_columns, "zelf_invullen": ZELF_INVULLEN}
    environment.filters["fragment"] = _fragment
    return environment


def _context(document: Document) -> dict[str, object]:
    single = document.form == "blad"
    return {
        "document": document,
        "blocks": [(type(block).__name__, block) for block in document.blocks],
        "chapters": () if single else _chapters(outline(document.blocks)),
        "single": single,
        "ties": _Ties(document.blocks),
    }


def _printable(value: object) -> object:
    """Text without control characters; markup that was made here passes as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _anchor(kind: str, id: str) -> str:
    return f"{kind}-{'_'.join(clean(id).split())}"


def _fragment(anchor: str) -> str:
    return percent_encode(anchor, safe="")


def _chapters(entries: Iterable[Entry]) -> list[_Chapter]:
    """The contents: headings of level 1 with the headings of level 2 under them."""
    chapters: list[_Chapter] = []
    for number, entry in enumerate(entries, 1):
        anchor = f"kop-{number}"
        if entry.heading.level == 1 or not chapters:
            chapters.append(_Chapter(entry, anchor, ()))
        elif entry.heading.level == 2:
            last = chapters[-1]
            chapters[-1] = _Chapter(last.entry, last.anchor, (*last.sections, (entry, anchor)))
    return chapters


def _inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from block.inlines
            case Bullets():
                yield from (inline for item in block.items for inline in item)
            case Table():
                yield from (inline for row in block.rows for cell in row for inline in cell)


def _svg(picture: Picture, prefix: str) -> Markup:
    """The drawing as an element of the page: one image with one text, its ids its own."""
    root = _read_svg(existing(picture.svg))
    for element in list(root.iter()):
        if not _is_kept(element):
            _leave_out(element)
        else:
            _make_own(element, prefix)
    root.set("role", "img")
    root.set("aria-label", clean(plain(picture.alt)))
    root.set("style", _SVG_STYLE)
    return Markup(etree.tostring(root, encoding="unicode", with_tail=False))


def _read_svg(path: Path) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.parse(str(path), parser).getroot()
    except etree.XMLSyntaxError as error:
        todo = "maak de figuren opnieuw."
        raise KwalError("deze figuur is geen leesbare SVG", where=path, todo=todo) from error


def _is_kept(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).localname not in _LEFT_OUT


def _leave_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _make_own(element: etree._Element, prefix: str) -> None:
    """Prefix the ids of a drawing; drop handlers and whatever points outside the page."""
    for name, value in [(str(name), str(value)) for name, value in element.attrib.items()]:
        local = etree.QName(name).localname
        if local.startswith("on") or (local == "href" and not value.startswith(_INSIDE)):
            del element.attrib[name]
        else:
            element.set(name, _own_value(local, value, prefix))


def _own_value(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return f"{prefix}-{value}"
    if name == "href" and value.startswith("#"):
        return f"#{prefix}-{value[1:]}"
    return _REFERENCE.sub(rf"url(#{prefix}-\1)", value)
