"""Lays the contents beside the headings, and looks for headings with nothing under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kwalevaluatie.checking.passages import Passage
from kwalevaluatie.checking.reading import Reading, on_passage
from kwalevaluatie.checking.subjects import stems
from kwalevaluatie.model.reported import Remark

RULE, EMPTY, LOST = "inhoudsopgave", "lege paragraaf", "aangekondigd"
_ENTRY = re.compile(
    r"\W*(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})\.?\s+(?P<title>[^\d.…|][^.…|]{2,90}?)"
    r"\s*(?:\.{2,}|…+|\||\s{2,})?\s*(?P<page>\d{1,3})?\s*\|?\s*$"
)
_HEADING = re.compile(r"\W*(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})\.?\s+(?P<title>\S.*)$")
FEWEST, MOST_OTHER = 4, 2
NEAR = 5


@dataclass(frozen=True)
class Title:
    """A numbered title, in the contents or as a heading."""

    passage: Passage
    line: int
    number: str
    title: str


def remarks(reading: Reading) -> Iterator[Remark]:
    """Titles in the contents that are no headings, empty sections and tables that are not there."""
    yield from _other_titles(reading)
    yield from _empty_sections(reading)
    yield from _lost_tables(reading)


def _other_titles(reading: Reading) -> Iterator[Remark]:
    listed = {one.number: one for one in _listed(reading)}
    headed = {one.number: one for one in _headings(reading)}
    same = [number for number in listed if number in headed]
    depth = max((number.count(".") for number in same), default=0)
    missing = [one for number, one in listed.items() if number not in headed]
    missing = [one for one in missing if one.number.count(".") <= depth]
    renamed = [listed[number] for number in same if _differ(listed[number], headed[number])]
    if len(same) < FEWEST or len(missing) + len(renamed) > max(MOST_OTHER, len(same) // 4):
        return
    for one in missing:
        yield _remark(one, "staat wel in de inhoudsopgave, maar niet als kop in het rapport")
    for one in renamed:
        other = headed[one.number].title.strip()[:60]
        yield _remark(one, f"heet in het rapport “{other}” (regel {headed[one.number].line})")


def _remark(one: Title, what: str) -> Remark:
    message = f"“{one.number} {one.title.strip()[:60]}” {what}. Maak beide gelijk."
    return on_passage(one.passage, RULE, "let op", message)


def _listed(reading: Reading) -> Iterator[Title]:
    for passage, section in zip(reading.passages, reading.sections, strict=True):
        if section.role == "inhoud":
            for line in passage.lines:
                match = _ENTRY.match(line.text)
                if match:
                    yield Title(passage, line.number, match["number"], match["title"])


def _headings(reading: Reading) -> Iterator[Title]:
    for passage, section in zip(reading.passages, reading.sections, strict=True):
        match = _HEADING.match(passage.text) if passage.kind == "kop" else None
        if match and section.role != "inhoud":
            yield Title(passage, passage.first, match["number"], match["title"])


def _differ(one: Title, other: Title) -> bool:
    """Whether two titles have no content word in common; one may be cut off."""
    words, others = stems(one.title.lower()), stems(other.title.lower())
    return bool(words) and bool(others) and not words & others


def _empty_sections(reading: Reading) -> Iterator[Remark]:
    """A numbered heading right before the next one of the same depth."""
    for passage, after, section in zip(
        reading.passages, reading.passages[1:], reading.sections, strict=False
    ):
        numbers = [_HEADING.match(one.text) for one in (passage, after)]
        if passage.kind != "kop" or after.kind != "kop" or section.role in ("inhoud", "bijlage"):
            continue
        if numbers[0] and numbers[1] and _follows(numbers[0]["number"], numbers[1]["number"]):
            message = (
                "Onder deze kop staat niets. Is tekst, een tabel of een plaatje weggevallen? "
                "Voeg de inhoud toe of schrap de kop."
            )
            yield on_passage(passage, EMPTY, "fout", message)


def _follows(one: str, other: str) -> bool:
    """Whether a number is the next of the same depth, or begins the next chapter."""
    first, second = one.split("."), other.split(".")
    same = first[:-1] == second[:-1] and int(second[-1]) == int(first[-1]) + 1
    chapter = len(second) < len(first) and int(second[0]) == int(first[0]) + 1
    return len(first) > 1 and (same or chapter)


_BELOW = re.compile(
    r"\b(?:onderstaande|de volgende|bijgaande) tabel\b|\bde tabel (?:hieronder|hierna)\b|"
    r"\bin de tabel op (?:deze|de volgende) (?:pagina|bladzijde)\b"
)


def _lost_tables(reading: Reading) -> Iterator[Remark]:
    """A table that is announced to follow, in a report with tables, and does not."""
    if not any(passage.kind == "tabel" for passage in reading.passages):
        return
    for index, passage in enumerate(reading.passages):
        match = _BELOW.search(passage.lower) if passage.kind in ("alinea", "opsomming") else None
        near = reading.passages[index : index + NEAR + 1]
        if match and not any(_is_table(one) for one in near):
            message = (
                "Hier wordt een tabel aangekondigd, maar er volgt er geen. Is hij weggevallen? "
                "Voeg hem toe of pas de zin aan."
            )
            yield on_passage(passage, LOST, "let op", message, match.span())


def _is_table(passage: Passage) -> bool:
    return passage.kind in ("tabel", "bijschrift") or "tabel" in passage.lower[:9]
