"""Reads the text of a report in PDF, line by line and page after page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.reports.text import from_text
from kwalevaluatie.formats.transcripts.files import locked, read_bytes
from kwalevaluatie.model.reported import ReportText

if TYPE_CHECKING:
    from pypdf import PdfReader


def read(path: Path) -> ReportText:
    """The lines of all pages; page numbers and running titles are still among them."""
    data = read_bytes(path)
    with _quiet():
        try:
            pages = [page.extract_text() for page in _opened(data, path).pages]
        except TranscriptError:
            raise
        except Exception:
            raise _damaged(path) from None
    return from_text("\n\n".join(pages))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from logging what it makes of a damaged file."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _opened(data: bytes, path: Path) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked(path)
    except (DependencyError, FileNotDecryptedError):
        raise locked(path) from None
    return reader


def _damaged(path: Path) -> TranscriptError:
    return TranscriptError(
        "Dit is geen leesbaar .pdf-bestand; het is beschadigd.",
        where=path,
        todo="Maak de pdf opnieuw, of gebruik het Word-bestand van het rapport.",
    )
