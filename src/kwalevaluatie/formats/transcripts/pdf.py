"""Reads the text of a PDF file: lines of every page, words made whole, bold questions known."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.files import LIMIT, locked, read_bytes, too_large
from kwalevaluatie.formats.transcripts.hyphens import join_broken
from kwalevaluatie.formats.transcripts.lines import Content, Line, Piece, paragraph_lines
from kwalevaluatie.formats.transcripts.pages import without_edges
from kwalevaluatie.formats.transcripts.text import begins_after
from kwalevaluatie.model.transcript import ReadNote

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_SLANTED = ("italic", "oblique")


def read(path: Path) -> Content:
    """The lines of all pages, without running titles and page numbers."""
    data = read_bytes(path)
    with quiet():
        try:
            pages = _pages(data, path)
        except TranscriptError:
            raise
        except Exception:
            raise _damaged(path) from None
    if not any(pages):
        raise _no_text(path)
    kept, count = without_edges(pages)
    message = f"Kop- en voetregels en paginanummers weggelaten: {count}."
    notes = (ReadNote("weggelaten", message),) if count else ()
    return Content(tuple(_whole(kept)), notes)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the library from logging what it makes of a damaged file."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _pages(data: bytes, path: Path) -> list[list[Line]]:
    pages, size = [], 0
    for page in opened(data, path).pages:
        pages.append(list(paragraph_lines(_pieces(page))))
        size += sum(len(line.text) for line in pages[-1])
        if size > LIMIT:
            raise too_large(path)
    return pages


def opened(data: bytes, path: Path) -> PdfReader:
    """A PDF ready to be read; raises TranscriptError for one with a password."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked(path)
    except (DependencyError, FileNotDecryptedError):
        raise locked(path) from None
    return reader


def _pieces(page: PageObject) -> list[Piece]:
    pieces: list[Piece] = []

    def keep(text: str, _user: Any, _text: Any, font: Any, _size: Any) -> None:
        name = str((font or {}).get("/BaseFont", "")).casefold()
        heavy, slanted = (any(word in name for word in words) for words in (_HEAVY, _SLANTED))
        pieces.append(Piece(text, heavy, slanted))

    page.extract_text(visitor_text=keep)
    return pieces


def _whole(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """The lines of all pages with broken words made whole.

    A turn may begin after a short or a finished line.
    """
    before = ""
    for line in join_broken([line for page in pages for line in page]):
        yield replace(line, start=begins_after(before))
        before = line.text


def _damaged(path: Path) -> TranscriptError:
    return TranscriptError(
        "Dit is geen leesbaar .pdf-bestand; het is beschadigd.",
        where=path,
        todo="Maak de pdf opnieuw, of vraag het gesprek als Word-bestand.",
    )


def _no_text(path: Path) -> TranscriptError:
    return TranscriptError(
        "Er staat geen tekst in deze pdf; waarschijnlijk is het een scan.",
        where=path,
        todo="Vraag het oorspronkelijke bestand, of maak van de scan tekst (OCR).",
    )
