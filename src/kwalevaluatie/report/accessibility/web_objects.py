"""Checks on the parts of a web page: pictures, tables, landmarks, fields, behaviour."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kwalevaluatie.report.accessibility.rules import Remark, remark
from kwalevaluatie.report.accessibility.web_text import named, place_of, words_of
from kwalevaluatie.report.accessibility.wordings import says_nothing, speaks_of_text

FIELDS = "//input[not(@type='hidden' or @type='submit' or @type='button')] | //select | //textarea"
_FIXED = re.compile(r"user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*1(\.\d+)?\s*(,|$)")
_AT_ONCE = re.compile(r"\s*0\s*(;|,|$)")
_MOVES = re.compile(r"\b(animation|transition)(-\w+)?\s*:|scroll-behavior\s*:\s*smooth")


def pictures(page: Any) -> Iterator[Remark]:
    """Pictures without a text, with one that says nothing, or with text inside."""
    for picture in page.xpath("//img | //*[local-name()='svg']"):
        if picture.tag != "img" and picture.get("aria-hidden") == "true":
            continue
        alt = picture.get("alt") if picture.tag == "img" else _label(picture)
        source = picture.get("src", "")[:80]
        if alt is None or (picture.tag != "img" and not alt):
            yield remark("html", "alt-ontbreekt", place_of(picture), source)
        elif says_nothing(alt):
            yield remark("html", "alt-nietszeggend", place_of(picture), alt)
        if speaks_of_text(alt or ""):
            yield remark("html", "tekst-in-beeld", place_of(picture), alt or "")


def _label(drawing: Any) -> str:
    titles = drawing.xpath("./*[local-name()='title']//text()")
    named_by = drawing.get("aria-label") or drawing.get("aria-labelledby")
    return named_by or " ".join(titles).strip()


def tables(page: Any) -> Iterator[Remark]:
    """Tables without headers, without the direction of them, or with merged cells."""
    for table in page.iter("table"):
        if table.get("role") in ("presentation", "none"):
            continue
        for rule in _broken(table):
            yield remark("html", rule, place_of(table), words_of(table))


def _broken(table: Any) -> Iterator[str]:
    rows = [row.xpath("./th | ./td") for row in table.iter("tr")]
    heads = table.xpath(".//th")
    if len(rows) < 2 or max(map(len, rows)) < 2:
        yield "opmaaktabel"
    elif not heads:
        yield "tabel-zonder-kop"
    elif any(not head.get("scope") and not head.get("id") for head in heads):
        yield "tabel-kop-zonder-richting"
    if table.xpath(".//*[@colspan > 1 or @rowspan > 1]"):
        yield "tabel-samengevoegd"
    if table.xpath("ancestor::table"):
        yield "tabel-genest"


def structure(page: Any) -> Iterator[Remark]:
    """A main part, a way past the menu, ids that differ, fields with a name."""
    if not page.xpath("//main | //*[@role='main']"):
        yield remark("html", "hoofddeel", "document")
    first = page.xpath("//body//a[@href]")
    if page.xpath("//nav") and not (first and first[0].get("href").startswith("#")):
        yield remark("html", "overslaan", "document")
    for id, times in Counter(page.xpath("//@id")).items():
        if times > 1:
            yield remark("html", "dubbele-id", place_of(page.xpath("//*[@id=$id]", id=id)[1]), id)
    for field in page.xpath(FIELDS):
        if not _has_label(page, field):
            yield remark("html", "veld-zonder-naam", place_of(field), field.get("name", ""))
    for frame in page.xpath("//iframe[not(@title)]"):
        yield remark("html", "veld-zonder-naam", place_of(frame), frame.get("src", ""))


def _has_label(page: Any, field: Any) -> bool:
    labels = page.xpath("//label[@for=$id]", id=field.get("id", ""))
    around = field.xpath("ancestor::label")
    return bool(labels or around or field.get("aria-labelledby") or named(field))


def behaviour(page: Any) -> Iterator[Remark]:
    """Zooming that is stopped, pages that refresh, a set order, movement."""
    for view in page.xpath("//meta[@name='viewport']"):
        if _FIXED.search(view.get("content", "")):
            yield remark("html", "zoomen", place_of(view), view.get("content"))
    for part in page.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"):
        if not _AT_ONCE.match(part.get("content", "")):
            yield remark("html", "ververst", place_of(part), part.get("content", ""))
    for part in page.xpath("//*[@tabindex > 0]"):
        yield remark("html", "volgorde", place_of(part), words_of(part))
    for sheet in page.iter("style"):
        if _MOVES.search(sheet.text or "") and "prefers-reduced-motion" not in sheet.text:
            yield remark("html", "beweegt", place_of(sheet))
