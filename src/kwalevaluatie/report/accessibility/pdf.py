"""Checks on a PDF: tags, language, title, PDF/UA, texts of figures, tables, letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.accessibility.rules import Remark, remark
from kwalevaluatie.report.accessibility.wordings import language_of, says_nothing

LONG = 9
MOST_TAGS = 200_000
HEADINGS = {f"/H{level}": level for level in range(1, 7)}
EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
UA_MARK = "pdfuaid:part"


@dataclass(frozen=True)
class Tag:
    """An element of the structure: its standard kind, itself, and the page it is on."""

    kind: str
    element: Any
    place: str


@dataclass(frozen=True)
class PdfReading:
    """A PDF that was opened for the check."""

    reader: PdfReader

    @cached_property
    def root(self) -> Any:
        """The catalogue of the file."""
        return self.reader.trailer["/Root"].get_object()

    @cached_property
    def tags(self) -> list[Tag]:
        """The elements of the structure, in reading order."""
        tree = _got(self.root, "/StructTreeRoot")
        return list(self._walk(tree)) if tree is not None else []

    def _walk(self, tree: Any) -> Iterator[Tag]:
        roles = _got(tree, "/RoleMap") or {}
        pages = {page.indirect_reference.idnum: n for n, page in enumerate(self.reader.pages, 1)
                 if page.indirect_reference is not None}  # fmt: skip
        stack, seen = [(tree, "document")], 0
        while stack and seen < MOST_TAGS:
            (element, place), seen = stack.pop(), seen + 1
            place = _page(element, pages) or place
            if "/S" in element:
                yield Tag(_standard(str(element["/S"]), roles), element, place)
            stack += [(kid, place) for kid in reversed(_kids(element))]


def read_pdf(path: Path) -> PdfReading:
    """Open a PDF; a KwalError says so when it is none, or when it is locked."""
    try:
        read = PdfReading(PdfReader(path))
        if read.reader.is_encrypted and not read.reader.decrypt(""):
            raise KwalError("deze PDF is met een wachtwoord beveiligd", where=path,
                            todo="Haal het wachtwoord eraf en controleer opnieuw.")  # fmt: skip
        len(read.reader.pages)
        return read
    except (PyPdfError, OSError, KeyError, ValueError, AttributeError, TypeError):
        todo = "Maak de PDF opnieuw."
        raise KwalError("dit is geen leesbare PDF", where=path, todo=todo) from None


def about_the_file(read: PdfReading) -> Iterator[Remark]:
    """Tags, a language, a title that is shown, and the mark of PDF/UA."""
    marked = _got(_got(read.root, "/MarkInfo") or {}, "/Marked")
    if not read.tags or not getattr(marked, "value", marked):
        yield remark("pdf", "niet-getagd", "document")
    language = str(_got(read.root, "/Lang") or "")
    if not language:
        yield remark("pdf", "taal-ontbreekt", "document")
    elif not language.lower().startswith("nl") and language_of(_some_text(read)) == "nl":
        yield remark("pdf", "taal-anders", "document", language)
    if not _title(read).strip():
        yield remark("pdf", "titel-ontbreekt", "document")
    shown = _got(_got(read.root, "/ViewerPreferences") or {}, "/DisplayDocTitle")
    if not getattr(shown, "value", shown):
        yield remark("pdf", "titel-niet-getoond", "document")
    if UA_MARK not in _metadata(read):
        yield remark("pdf", "geen-pdf-ua", "document")


def structure(read: PdfReading) -> Iterator[Remark]:
    """Headings in order, texts for figures, headers in tables, bookmarks in a long file."""
    found = [(HEADINGS[tag.kind], tag) for tag in read.tags if tag.kind in HEADINGS]
    if read.tags and not found and not any(tag.kind == "/H" for tag in read.tags):
        yield remark("pdf", "koppen-ontbreken", "document")
    before = 0
    for level, tag in found:
        if level > before + 1:
            yield remark("pdf", "kop-overgeslagen" if before else "eerste-kop", tag.place, tag.kind)
        before = level
    for tag in read.tags:
        if tag.kind in _CHECKS:
            yield from _CHECKS[tag.kind](tag)
    if len(read.reader.pages) > LONG and not read.reader.outline:
        yield remark("pdf", "bladwijzers", "document")


def pages(read: PdfReading) -> Iterator[Remark]:
    """Pages that are only a picture, and letters that are not in the file."""
    outside: dict[str, str] = {}
    for number, page in enumerate(read.reader.pages, 1):
        place = f"pagina {number}"
        if not page.extract_text().strip() and _has_picture(page):
            yield remark("pdf", "alleen-beeld", place)
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield remark("pdf", "volgorde-van-links", place)
        for name in _fonts_outside(page):
            outside.setdefault(name, place)
    for name, place in outside.items():
        yield remark("pdf", "letters-niet-ingesloten", place, name)


def _figure(tag: Tag) -> Iterator[Remark]:
    alt = str(_got(tag.element, "/Alt") or _got(tag.element, "/ActualText") or "")
    if not alt.strip():
        yield remark("pdf", "alt-ontbreekt", tag.place)
    elif says_nothing(alt):
        yield remark("pdf", "alt-nietszeggend", tag.place, alt)


def _table(tag: Tag) -> Iterator[Remark]:
    below, kinds = [tag.element], set()
    while below:
        element = below.pop()
        kinds.add(str(element.get("/S")))
        below += _kids(element)
    if "/TD" in kinds and "/TH" not in kinds:
        yield remark("pdf", "tabel-zonder-kop", tag.place)


_CHECKS: dict[str, Callable[[Tag], Iterator[Remark]]] = {"/Figure": _figure, "/Table": _table}


def _got(holder: Any, name: str) -> Any:
    found = holder.get(name) if hasattr(holder, "get") else None
    return _real(found)


def _real(found: Any) -> Any:
    """The object that a reference stands for; anything else as it is."""
    return found.get_object() if hasattr(found, "get_object") else found


def _kids(element: Any) -> list[Any]:
    """The structure elements under one, without the pieces of a page that it marks."""
    return [kid for kid in _list(_got(element, "/K")) if hasattr(kid, "get") and "/S" in kid]


def _list(found: Any) -> list[Any]:
    return list(map(_real, found if isinstance(found, list) else [found]))


def _page(element: Any, pages: dict[int, int]) -> str:
    """The page that an element, or the first piece that it marks, stands on."""
    holders = [element, *_list(_got(element, "/K"))]
    found = [one.raw_get("/Pg") for one in holders if hasattr(one, "raw_get") and "/Pg" in one]
    number = pages.get(getattr(found[0], "idnum", -1)) if found else None
    return f"pagina {number}" if number else ""


def _standard(kind: str, roles: Any) -> str:
    """The standard kind behind a kind that a program made up."""
    for _ in range(len(roles)):
        if kind not in roles:
            break
        kind = str(roles[kind])
    return kind


def _title(read: PdfReading) -> str:
    known = read.reader.metadata
    return str((known.title if known else "") or "")


def _metadata(read: PdfReading) -> str:
    stream = _got(read.root, "/Metadata")
    return stream.get_data().decode("utf-8", "replace") if stream is not None else ""


def _some_text(read: PdfReading) -> str:
    return " ".join(page.extract_text() for page in list(read.reader.pages)[:LONG])


def _has_picture(page: Any) -> bool:
    objects = _got(_got(page, "/Resources") or {}, "/XObject") or {}
    return any(str(_got(_got(objects, name), "/Subtype")) == "/Image" for name in objects)


def _fonts_outside(page: Any) -> Iterator[str]:
    fonts = _got(_got(page, "/Resources") or {}, "/Font") or {}
    for name in fonts:
        font = _got(fonts, name)
        under = _got(font, "/DescendantFonts")
        real = under[0].get_object() if under else font
        described = _got(real, "/FontDescriptor") or {}
        if str(_got(font, "/Subtype")) != "/Type3" and not any(
            key in described for key in EMBEDDED
        ):
            yield str(_got(font, "/BaseFont") or name).lstrip("/")
