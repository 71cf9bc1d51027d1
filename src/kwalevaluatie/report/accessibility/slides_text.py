"""Checks on the words of slides: what the file says of itself, titles, lists, links, letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from pptx.oxml.ns import qn

from kwalevaluatie.report.accessibility.alternatives import check_link
from kwalevaluatie.report.accessibility.colours import is_legible
from kwalevaluatie.report.accessibility.languages import check_language
from kwalevaluatie.report.accessibility.letters import Letters
from kwalevaluatie.report.accessibility.rules import Remark, remark, remark_once
from kwalevaluatie.report.accessibility.slides_reading import SlidesReading, text_of
from kwalevaluatie.report.accessibility.wordings import looks_like_an_item, points_by_colour

SMALLEST = 12.0


def about_the_file(read: SlidesReading) -> Iterator[Remark]:
    """A title in the properties of the file, and a language that fits the text."""
    if not (read.file.core_properties.title or "").strip():
        yield remark("pptx", "titel-ontbreekt", "document")
    pieces = [
        (claimed, place, "".join(run.text for _, run in group))
        for (place, claimed), group in groupby(
            _letters(read), lambda found: (found[0], found[1].language)
        )
    ]
    yield from check_language("pptx", pieces, read.looks.language)


def _letters(read: SlidesReading) -> Iterator[tuple[str, Letters]]:
    for slide, shape in read.everything:
        for run in read.looks.letters(slide.slide, shape):
            yield slide.words, run


def titles(read: SlidesReading) -> Iterator[Remark]:
    """A title on every slide, each its own, and read before the rest."""
    found = [(slide, slide.title) for slide in read.slides]
    times = Counter(_folded(title) for _, title in found if title is not None)
    for slide, title in found:
        if title is None:
            yield remark("pptx", "dia-zonder-titel", slide.words)
            continue
        if times[_folded(title)] > 1:
            yield remark("pptx", "dia-titel-dubbel", slide.words, text_of(title))
        first = next(shape for shape in slide.shapes if shape is title or text_of(shape).strip())
        if first is not title:
            yield remark("pptx", "leesvolgorde", slide.words, text_of(first))


def _folded(title: Any) -> str:
    return " ".join(text_of(title).casefold().split())


def layout(read: SlidesReading) -> Iterator[Remark]:
    """Empty paragraphs for spacing, and typed lists."""
    for slide, shape in read.everything:
        for body in shape.iter(qn("p:txBody"), qn("a:txBody")):
            texts = [text_of(paragraph) for paragraph in body.iter(qn("a:p"))]
            yield from _series(slide.words, texts, lambda text: not text.strip(), "lege-alineas")
            yield from _series(slide.words, texts, looks_like_an_item, "neplijst")


def _series(
    place: str, texts: list[str], test: Callable[[str], bool], rule: str
) -> Iterator[Remark]:
    """A remark where two or more paragraphs in a row pass a test."""
    for passed, group in groupby(texts, test):
        row = list(group)
        if passed and len(row) > 1:
            yield remark("pptx", rule, place, row[0])


def links(read: SlidesReading) -> Iterator[Remark]:
    """Links that do not say where they lead."""
    for slide, shape in read.everything:
        for paragraph in shape.iter(qn("a:p")):
            for target, group in groupby(paragraph.iter(qn("a:r")), _target):
                if target:
                    yield from check_link("pptx", slide.words, "".join(map(text_of, group)))


def _target(run: Any) -> str:
    """What a run leads to outside the slides; empty where it leads nowhere."""
    found = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
    return "" if found is None or found.get("action") else str(found.get(qn("r:id"), ""))


def letters(read: SlidesReading) -> Iterator[Remark]:
    """Letters that are too faint or too small, and words that point by colour alone."""
    found = defaultdict[tuple[str, ...], list[tuple[str, str]]](list)
    for place, run in _letters(read):
        for cause in _illegible(run):
            found[cause].append((place, run.text))
    for (rule, *_), places in found.items():
        yield from remark_once("pptx", rule, places)
    for slide, shape in read.everything:
        for paragraph in shape.iter(qn("a:p")):
            if words := points_by_colour(text_of(paragraph)):
                yield remark("pptx", "alleen-kleur", slide.words, words)


def _illegible(run: Letters) -> Iterator[tuple[str, ...]]:
    """Why a run is hard to read: the rule, and the colours or the size."""
    known = run.colour and run.behind
    if known and not is_legible(run.colour, run.behind, run.points, run.bold):
        yield "contrast", run.colour, run.behind
    if run.points < SMALLEST:
        yield "kleine-letters-dia", str(run.points)
