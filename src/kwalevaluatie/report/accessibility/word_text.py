"""Checks on the words of a Word file: headings, lists, links, letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from docx.oxml.ns import qn

from kwalevaluatie.report.accessibility.alternatives import check_link
from kwalevaluatie.report.accessibility.colours import is_legible
from kwalevaluatie.report.accessibility.letters import WHITE, Letters
from kwalevaluatie.report.accessibility.rules import Remark, remark, remark_once
from kwalevaluatie.report.accessibility.word_reading import Place, WordReading
from kwalevaluatie.report.accessibility.wordings import (
    looks_like_a_heading,
    looks_like_an_item,
    points_by_colour,
)

SMALLEST = 8.0
BODY = frozenset(
    "normal|standaard|body text|text body|plattetekst|platte tekst|list paragraph|lijstalinea|"
    "no spacing|geen afstand|default paragraph style|".split("|")
)
MANY_WORDS = 300
LARGER = 1.15


def headings(read: WordReading) -> Iterator[Remark]:
    """Real headings, in order, with text; and paragraphs that only look like one."""
    found = [(read.looks.level(place.element), place) for place in read.paragraphs]
    real = [(level, place) for level, place in found if level]
    words = sum(len(place.text.split()) for place in read.paragraphs)
    if not real and words > MANY_WORDS:
        yield remark("docx", "koppen-ontbreken", "document")
    if real and real[0][0] > 1:
        yield remark("docx", "eerste-kop", real[0][1].words, real[0][1].text)
    before = 0
    for level, place in real:
        if before and level > before + 1:
            yield remark("docx", "kop-overgeslagen", place.words, place.text)
        if not place.text.strip():
            yield remark("docx", "kop-leeg", place.words)
        before = level
    yield from (remark("docx", "nepkop", p.words, p.text) for p in _like_headings(read))


def _like_headings(read: WordReading) -> Iterator[Place]:
    for place in read.paragraphs:
        if _is_plain(read, place) and looks_like_a_heading(place.text):
            runs = list(read.looks.letters(place.element))
            if runs and (all(run.bold for run in runs) or _is_larger(read, runs)):
                yield place


def _is_plain(read: WordReading, place: Place) -> bool:
    """Whether a paragraph is one of the running text."""
    style = read.looks.style_name(place.element)
    return (
        not (place.in_table or place.in_contents)
        and (style in BODY or read.looks.style(place.element) == read.looks.normal)
        and not read.looks.is_item(place.element)
        and not read.looks.level(place.element)
    )


def _is_larger(read: WordReading, runs: list[Letters]) -> bool:
    sizes = [run.points for run in runs]
    return min(sizes) >= LARGER * _usual_size(read)


def _usual_size(read: WordReading) -> float:
    found: Any = read.looks.of_style(read.looks.normal, "w:sz")
    return float(found.get(qn("w:val"))) / 2 if found is not None else 11.0


def layout(read: WordReading) -> Iterator[Remark]:
    """Empty paragraphs for spacing, typed lists, tables made with tabs, justified text."""
    body = [p for p in read.paragraphs if not (p.in_table or p.in_contents)]
    yield from _series(body, _is_empty, "lege-alineas")
    yield from _series(body, lambda p: _is_typed_item(read, p), "neplijst")
    yield from _series(body, lambda p: p.text.strip().count("\t") >= 2, "tabs-als-tabel")
    full = [(p.words, p.text) for p in body if p.text.strip() and _is_justified(read, p)]
    yield from remark_once("docx", "uitgevuld", full)


def _series(places: list[Place], test: Callable[[Place], bool], rule: str) -> Iterator[Remark]:
    """A remark where two or more paragraphs in a row pass a test."""
    for passed, group in groupby(places, test):
        row = list(group)
        if passed and len(row) > 1:
            yield remark("docx", rule, row[0].words, row[0].text)


def _is_empty(place: Place) -> bool:
    kept = ("w:drawing", "w:pict", "w:object", "w:br", "w:sectPr", "w:fldChar")
    held = next(place.element.iter(*map(qn, kept), "{*}oMath"), None)
    return not place.text.strip() and held is None


def _is_typed_item(read: WordReading, place: Place) -> bool:
    """Whether a bullet or number was typed; a label with a colour of its own behind it is none."""
    real = read.looks.is_item(place.element) or read.looks.level(place.element)
    if real or not looks_like_an_item(place.text):
        return False
    return next((run.behind for run in read.looks.letters(place.element)), WHITE) == WHITE


def _is_justified(read: WordReading, place: Place) -> bool:
    found = read.looks.of_paragraph(place.element, "w:jc")
    return found is not None and found.get(qn("w:val")) in ("both", "distribute")


def links(read: WordReading) -> Iterator[Remark]:
    """Links that do not say where they lead."""
    for link in read.file.element.body.iter(qn("w:hyperlink")):
        text = "".join(link.itertext(qn("w:t")))
        if link.get(qn("w:anchor")) is None:
            yield from check_link("docx", read.place_of(link), text)


def letters(read: WordReading) -> Iterator[Remark]:
    """Letters that are too faint or too small, by style, and words that point by colour alone."""
    found = defaultdict[tuple[str, ...], list[tuple[str, str]]](list)
    for name, story in read.stories:
        for paragraph in story.iter(qn("w:p")):
            for cause, words in _illegible(read, paragraph):
                found[cause].append((name or read.place_of(paragraph), words))
    for (rule, *_), places in found.items():
        yield from remark_once("docx", rule, places)
    for place in read.paragraphs:
        if colour := points_by_colour(place.text):
            yield remark("docx", "alleen-kleur", place.words, colour)


def _illegible(read: WordReading, paragraph: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Words that are hard to read, with their cause: the rule, and the style and colours."""
    style = read.looks.style(paragraph)
    for run in read.looks.letters(paragraph):
        if not is_legible(run.colour, run.behind, run.points, run.bold):
            yield ("contrast", style, run.colour, run.behind), run.text
        if run.points < SMALLEST:
            yield ("kleine-letters", style, str(run.points)), run.text
