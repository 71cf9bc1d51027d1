"""Checks on what stands between the words of slides: pictures, charts, tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

from kwalevaluatie.report.accessibility.alternatives import check_picture
from kwalevaluatie.report.accessibility.rules import Remark, remark
from kwalevaluatie.report.accessibility.slides_reading import (
    SlidesReading,
    known_as,
    text_of,
)
from kwalevaluatie.report.accessibility.slides_text import SMALLEST

TABLE = f"{qn('a:graphic')}/{qn('a:graphicData')}/{qn('a:tbl')}"
PARTS_OF_CHARTS = ("a:defRPr", "a:rPr")
MERGED = "./a:tr/a:tc[@gridSpan or @rowSpan or @hMerge or @vMerge]"


def pictures(read: SlidesReading) -> Iterator[Remark]:
    """Pictures and charts without a text, with one that says nothing, or with text inside."""
    for slide, shape in read.everything:
        if _is_drawn(shape) and not any(map(_is_told, shape.iterancestors(qn("p:grpSp")))):
            known = known_as(shape)
            if not _is_decorative(known):
                alt = known.get("descr") or known.get("title") or ""
                yield from check_picture("pptx", slide.words, known.get("name", ""), alt)


def _is_drawn(shape: Any) -> bool:
    """Whether a shape is a picture, chart, diagram or embedded object."""
    if shape.tag == qn("p:graphicFrame"):
        return shape.find(TABLE) is None
    return bool(shape.tag == qn("p:pic"))


def _is_told(group: Any) -> bool:
    """Whether a group has a text for all that is in it, or is decorative."""
    known = group.find(f"{qn('p:nvGrpSpPr')}/{qn('p:cNvPr')}")
    return bool((known.get("descr") or "").strip()) or _is_decorative(known)


def _is_decorative(known: Any) -> bool:
    return any(found.get("val") in ("1", "true") for found in known.iter("{*}decorative"))


def tables(read: SlidesReading) -> Iterator[Remark]:
    """Tables without a header row, for layout, or with merged cells."""
    for slide, shape in read.everything:
        table = shape.find(TABLE)
        if table is not None:
            text = " ".join(map(text_of, table.iter(qn("a:tc"))))
            yield from (remark("pptx", rule, slide.words, text) for rule in _broken(table))


def _broken(table: Any) -> Iterator[str]:
    rows = table.findall(qn("a:tr"))
    if len(rows) < 2 or len(rows[0].findall(qn("a:tc"))) < 2:
        yield "opmaaktabel"
    elif table.find(qn("a:tblPr")) is None or table.find(qn("a:tblPr")).get("firstRow") != "1":
        yield "tabel-zonder-kop"
    if table.xpath(MERGED):
        yield "tabel-samengevoegd"


def letters_in_charts(read: SlidesReading) -> Iterator[Remark]:
    """Letters in a chart that are set too small."""
    for slide in read.slides:
        for shape in slide.slide.shapes:
            if shape.has_chart and _smallest(shape.chart) < SMALLEST:
                yield remark("pptx", "kleine-letters-dia", slide.words, shape.name)


def _smallest(chart: Any) -> float:
    """The smallest size in points that is set in a chart; without any the smallest that is fine."""
    props = chart._chartSpace.iter(*map(qn, PARTS_OF_CHARTS))
    sizes = [float(one.get("sz")) / 100 for one in props if one.get("sz")]
    return min(sizes, default=SMALLEST)
