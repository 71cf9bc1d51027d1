"""Every check on a kind of file, one after another."""

from __future__ import annotations

from pathlib import Path

from lxml import etree, html

from kwalevaluatie.errors import KwalError
from kwalevaluatie.files import read_bytes
from kwalevaluatie.report.accessibility import (
    pdf,
    slides_objects,
    slides_text,
    web_objects,
    web_text,
    word_language,
    word_objects,
    word_text,
)
from kwalevaluatie.report.accessibility.rules import Remark
from kwalevaluatie.report.accessibility.slides_reading import read_slides
from kwalevaluatie.report.accessibility.word_reading import read_word

WORD = (
    word_language.title, word_language.language, word_text.headings,
    word_objects.pictures, word_objects.tables,
    word_text.layout, word_text.links, word_text.letters, word_objects.text_boxes,
)  # fmt: skip
WEB = (
    web_text.title_and_language, web_text.headings, web_objects.pictures, web_objects.tables,
    web_text.layout, web_text.links, web_text.letters, web_objects.structure,
    web_objects.behaviour,
)  # fmt: skip
SLIDES = (
    slides_text.about_the_file, slides_text.titles, slides_objects.pictures,
    slides_objects.tables, slides_text.layout, slides_text.links, slides_text.letters,
    slides_objects.letters_in_charts,
)  # fmt: skip
PDF = (pdf.about_the_file, pdf.structure, pdf.pages)


def check_word(path: Path) -> list[Remark]:
    """The remarks on a Word file."""
    read = read_word(path)
    return [found for check in WORD for found in check(read)]


def check_slides(path: Path) -> list[Remark]:
    """The remarks on a PowerPoint file."""
    read = read_slides(path)
    return [found for check in SLIDES for found in check(read)]


def check_page(path: Path) -> list[Remark]:
    """The remarks on a web page."""
    data = read_bytes(path, KwalError)
    try:
        page = html.document_fromstring(data, parser=html.HTMLParser(encoding=_encoding(data)))
    except (etree.ParserError, etree.XMLSyntaxError):
        todo = "Sla de pagina opnieuw op."
        raise KwalError("dit is geen leesbare webpagina", where=path, todo=todo) from None
    return [found for check in WEB for found in check(page)]


def _encoding(data: bytes) -> str | None:
    """UTF-8 where it fits; else what the page says of itself."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def check_pdf(path: Path) -> list[Remark]:
    """The remarks on a PDF."""
    read = pdf.read_pdf(path)
    return [found for check in PDF for found in check(read)]
