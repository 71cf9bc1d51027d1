"""Reads a report from a file, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.model.reported import ReportText

_FORMATS: Mapping[str, str] = {
    ".docm": "word",
    ".docx": "word",
    ".md": "text",
    ".odt": "odt",
    ".pdf": "pdf",
    ".txt": "text",
}
SUFFIXES: tuple[str, ...] = tuple(sorted(_FORMATS))
"""The file formats of reports that can be read, as they end a file name."""


class Format(Protocol):
    """What every module for a file format offers."""

    def read(self, path: Path) -> ReportText:
        """The report in the file."""


def read_report(path: str | Path) -> ReportText:
    """Read a report as lines: headings, paragraphs, lists, captions, quotations and tables.

    A line of a .txt or .md file has the number that it has in that file; elsewhere paragraphs
    and rows of tables are counted, and lines of a .pdf as they are read. Raises
    `TranscriptError` for a file that is missing, empty, damaged, closed by a password or of
    another format.
    """
    file = Path(path)
    report = _format(file).read(file)
    if not report.lines:
        raise TranscriptError(
            "Er staat geen tekst in dit rapport.",
            where=file,
            todo="Kies het bestand met de tekst; van een scan moet eerst tekst gemaakt worden.",
        )
    return report


def _format(file: Path) -> Format:
    name = _FORMATS.get(file.suffix.lower())
    if name is None:
        raise TranscriptError(
            f"Een rapport met de extensie “{file.suffix}” is niet te lezen.",
            where=file,
            todo=f"Gebruik een van deze: {', '.join(SUFFIXES)}.",
        )
    return cast("Format", import_module(f"kwalevaluatie.formats.reports.{name}"))
