"""Checks on what a Word file says of itself: its title, and the language of its parts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby

from kwalevaluatie.report.accessibility.rules import Remark, remark, remark_once
from kwalevaluatie.report.accessibility.word_reading import WordReading
from kwalevaluatie.report.accessibility.wordings import language_of


def title(read: WordReading) -> Iterator[Remark]:
    """A title in the properties of the file."""
    if not (read.file.core_properties.title or "").strip():
        yield remark("docx", "titel-ontbreekt", "document")


def language(read: WordReading) -> Iterator[Remark]:
    """A language that fits the text as a whole, and parts that claim another."""
    pieces = list(_pieces(read))
    most = _most(pieces) or read.looks.language
    text = " ".join(words for _, _, words in pieces)
    if not most:
        yield remark("docx", "taal-ontbreekt", "document")
    elif _is_other(most) and language_of(text) == "nl":
        yield remark("docx", "taal-anders", "document", most)
    else:
        yield from _parts(most, pieces)


def _parts(most: str, pieces: list[tuple[str, str, str]]) -> Iterator[Remark]:
    claims = defaultdict[str, list[tuple[str, str]]](list)
    for claimed, place, words in pieces:
        known = claimed == most or language_of(words) == claimed[:2].lower()
        if claimed and _is_other(claimed) and not known:
            claims[claimed].append((place, f"{claimed}: {words}"))
    for found in claims.values():
        yield from remark_once("docx", "taal-van-deel", found)


def _pieces(read: WordReading) -> Iterator[tuple[str, str, str]]:
    """The text in pieces of one language: what they claim, where they stand, their words."""
    for place in read.paragraphs:
        runs = read.looks.letters(place.element)
        for claimed, group in groupby(runs, lambda run: run.language):
            yield claimed, place.words, "".join(run.text for run in group)


def _most(pieces: list[tuple[str, str, str]]) -> str:
    """The language that most of the letters claim."""
    letters: Counter[str] = Counter()
    for claimed, _, words in pieces:
        letters[claimed] += len(words)
    return letters.most_common(1)[0][0] if letters else ""


def _is_other(language: str) -> bool:
    return not language.lower().startswith("nl")
