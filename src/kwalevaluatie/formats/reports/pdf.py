"""Reads the text of a report in PDF, line by line and page after page."""

from __future__ import annotations

from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.reports.text import from_text
from kwalevaluatie.formats.transcripts.files import read_bytes
from kwalevaluatie.formats.transcripts.pdf import opened, quiet
from kwalevaluatie.model.reported import ReportText


def read(path: Path) -> ReportText:
    """The lines of all pages; page numbers and running titles are still among them."""
    data = read_bytes(path)
    with quiet():
        try:
            pages = [page.extract_text() for page in opened(data, path).pages]
        except TranscriptError:
            raise
        except Exception:
            raise _damaged(path) from None
    return from_text("\n\n".join(pages))


def _damaged(path: Path) -> TranscriptError:
    return TranscriptError(
        "Dit is geen leesbaar .pdf-bestand; het is beschadigd.",
        where=path,
        todo="Maak de pdf opnieuw, of gebruik het Word-bestand van het rapport.",
    )
