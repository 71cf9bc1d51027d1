"""Reads a report in plain text or Markdown: every line keeps the number it has in the file."""

from __future__ import annotations

from pathlib import Path

from kwalevaluatie.formats.reports.looks import Looks
from kwalevaluatie.formats.transcripts.files import read_text
from kwalevaluatie.model.reported import ReportText


def read(path: Path) -> ReportText:
    """The lines of the file that hold anything, each with what kind of line it is."""
    text, _ = read_text(path)
    return from_text(text)


def from_text(text: str) -> ReportText:
    """A text as a report; lines end where the file's lines end, and nowhere else."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    return ReportText(tuple(Looks(plain.split("\n")).lines()))
