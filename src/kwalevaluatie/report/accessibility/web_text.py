"""Checks on the words of a web page: title, language, headings, links, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kwalevaluatie.report.accessibility.alternatives import check_link
from kwalevaluatie.report.accessibility.colours import is_legible, six_digits
from kwalevaluatie.report.accessibility.rules import Remark, remark
from kwalevaluatie.report.accessibility.wordings import (
    language_of,
    looks_like_a_heading,
    looks_like_an_item,
    points_by_colour,
)

HEADINGS = tuple(f"h{level}" for level in range(1, 7))
MANY_WORDS = 300
LEGIBLE_SIZE = 16.0
POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12}
SMALLEST = 8.0
_SIZE = re.compile(r"([\d.]+)\s*(px|pt|rem|em|%)")
_UNSEEN = (
    "ancestor::script or ancestor::style or ancestor::template or ancestor::*[@aria-hidden='true']"
)


def place_of(element: Any) -> str:
    """The line of the file that an element begins on."""
    return f"regel {element.sourceline or 1}"


def words_of(element: Any) -> str:
    """What is read out of an element: without what is hidden from a screen reader."""
    return " ".join("".join(element.xpath(f".//text()[not({_UNSEEN})]")).split())


def title_and_language(page: Any) -> Iterator[Remark]:
    """A title, a language, and parts that claim another."""
    if not (page.findtext(".//title") or "").strip():
        yield remark("html", "titel-ontbreekt", "document")
    language = page.get("lang", "")
    if not language.strip():
        yield remark("html", "taal-ontbreekt", place_of(page))
    elif not language.lower().startswith("nl") and language_of(words_of(page)) == "nl":
        yield remark("html", "taal-anders", place_of(page), language)
    for part in page.xpath("//body//*[@lang]"):
        claimed, found = part.get("lang").lower()[:2], language_of(words_of(part))
        if claimed != "nl" and found != claimed:
            yield remark("html", "taal-van-deel", place_of(part), words_of(part))


def headings(page: Any) -> Iterator[Remark]:
    """Real headings, in order, with text; and paragraphs that only look like one."""
    found = [(int(h.tag[1]), h) for h in page.iter(*HEADINGS)]
    if not found and len(words_of(page).split()) > MANY_WORDS:
        yield remark("html", "koppen-ontbreken", "document")
    if found and found[0][0] > 1:
        yield remark("html", "eerste-kop", place_of(found[0][1]), words_of(found[0][1]))
    before = 0
    for level, heading in found:
        if before and level > before + 1:
            yield remark("html", "kop-overgeslagen", place_of(heading), words_of(heading))
        if not words_of(heading):
            yield remark("html", "kop-leeg", place_of(heading))
        before = level
    for line in page.xpath("//p[count(*)=1][b or strong]"):
        whole = words_of(line) == words_of(line[0])
        if whole and looks_like_a_heading(words_of(line)):
            yield remark("html", "nepkop", place_of(line), words_of(line))


def links(page: Any) -> Iterator[Remark]:
    """Links without text, or that do not say where they lead."""
    for link in page.xpath("//a[@href]"):
        text = named(link)
        if not text:
            yield remark("html", "link-leeg", place_of(link), link.get("href"))
        else:
            yield from check_link("html", place_of(link), text)


def named(element: Any) -> str:
    """What a link or field is called: its words, its label, or the text of its picture."""
    own = element.get("aria-label") or words_of(element) or element.get("title")
    return (own or " ".join(element.xpath(".//img/@alt | .//@aria-label"))).strip()


def layout(page: Any) -> Iterator[Remark]:
    """Empty paragraphs for spacing, typed lists, justified text, words that point by colour."""
    for parent in page.xpath("//*[p]"):
        paragraphs = [child for child in parent if child.tag == "p"]
        for rule, test in (("lege-alineas", _is_empty), ("neplijst", _is_item)):
            for passed, group in groupby(paragraphs, test):
                row = list(group)
                if passed and len(row) > 1:
                    yield remark("html", rule, place_of(row[0]), words_of(row[0]))
    for part in page.xpath("//body//*[contains(@style, 'justify') or @align='justify']"):
        yield remark("html", "uitgevuld", place_of(part), words_of(part))
    for part in page.xpath("//body//*[self::p or self::li or self::td]"):
        if colour := points_by_colour(words_of(part)):
            yield remark("html", "alleen-kleur", place_of(part), colour)


def _is_empty(paragraph: Any) -> bool:
    return not words_of(paragraph) and not paragraph.xpath(".//img | .//*[local-name()='svg']")


def _is_item(paragraph: Any) -> bool:
    return looks_like_an_item(words_of(paragraph))


def letters(page: Any) -> Iterator[Remark]:
    """Letters whose own style attributes make them too faint or too small."""
    for part in page.xpath("//body//*[text()[normalize-space()]]"):
        colour, behind = (
            _inherited(part, "color", "000000"),
            _inherited(part, "background", "FFFFFF"),
        )
        points = _points(part)
        if not is_legible(colour, behind, points, part.tag in ("b", "strong", "th", *HEADINGS)):
            yield remark("html", "contrast", place_of(part), words_of(part))
        if points < SMALLEST:
            yield remark("html", "kleine-letters", place_of(part), words_of(part))


def _inherited(part: Any, name: str, default: str) -> str:
    """A colour from the nearest style attribute (or old attribute) that has one."""
    for element in [part, *part.iterancestors()]:
        styles = _styles(element)
        given = styles.get(f"{name}-color") or styles.get(name)
        old = element.get("bgcolor" if name == "background" else "color", "")
        if found := six_digits(given or old):
            return found
    return default


def _points(part: Any) -> float:
    for element in [part, *part.iterancestors()]:
        if found := _SIZE.fullmatch(_styles(element).get("font-size", "")):
            return float(found[1]) * POINTS[found[2]]
    return LEGIBLE_SIZE * POINTS["px"]


def _styles(element: Any) -> dict[str, str]:
    pairs = (pair.partition(":") for pair in element.get("style", "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
