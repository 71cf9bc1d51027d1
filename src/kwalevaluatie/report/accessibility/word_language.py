"""Checks on what a Word file says of itself: its title, and the language of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kwalevaluatie.report.accessibility.languages import Piece, check_language
from kwalevaluatie.report.accessibility.rules import Remark, remark
from kwalevaluatie.report.accessibility.word_reading import WordReading


def title(read: WordReading) -> Iterator[Remark]:
    """A title in the properties of the file."""
    if not (read.file.core_properties.title or "").strip():
        yield remark("docx", "titel-ontbreekt", "document")


def language(read: WordReading) -> Iterator[Remark]:
    """A language that fits the text as a whole, and parts that claim another."""
    yield from check_language("docx", list(_pieces(read)), read.looks.language)


def _pieces(read: WordReading) -> Iterator[Piece]:
    for place in read.paragraphs:
        runs = read.looks.letters(place.element)
        for claimed, group in groupby(runs, lambda run: run.language):
            yield claimed, place.words, "".join(run.text for run in group)
