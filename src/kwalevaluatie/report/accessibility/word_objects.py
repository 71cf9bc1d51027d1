"""Checks on what stands between the words of a Word file: pictures, text boxes, tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from kwalevaluatie.report.accessibility.alternatives import check_picture
from kwalevaluatie.report.accessibility.rules import Remark, remark
from kwalevaluatie.report.accessibility.word_reading import WordReading


def pictures(read: WordReading) -> Iterator[Remark]:
    """Pictures without a text, with one that says nothing, or with text inside."""
    for name, story in read.stories:
        for drawing in story.iter(qn("w:drawing"), qn("w:pict")):
            place = name or read.place_of(drawing)
            if not (_is_box(drawing) or _is_decorative(drawing) or _is_double(drawing)):
                yield from check_picture("docx", place, *_described(drawing))


def _described(drawing: Any) -> tuple[str, str]:
    """The name of a picture and the text that replaces it."""
    for found in drawing.iter("{*}docPr", "{*}shape", "{*}rect"):
        name = found.get("name") or found.get("id") or ""
        return name, found.get("descr") or found.get("alt") or found.get("title") or ""
    return "", ""


def _is_decorative(drawing: Any) -> bool:
    return any(found.get("val") in ("1", "true") for found in drawing.iter("{*}decorative"))


def _is_double(drawing: Any) -> bool:
    """Whether this is the same picture once more, for older programs."""
    return next(drawing.iterancestors("{*}Fallback"), None) is not None


def _is_box(drawing: Any) -> bool:
    return next(drawing.iter(qn("w:txbxContent"), "{*}textbox"), None) is not None


def text_boxes(read: WordReading) -> Iterator[Remark]:
    """Text that floats outside the running text."""
    for box in read.file.element.body.iter(qn("w:txbxContent")):
        if not _is_double(box):
            text = "".join(box.itertext(qn("w:t")))
            yield remark("docx", "tekstvak", read.place_of(box), text)
    for frame in read.file.element.body.iter(qn("w:framePr")):
        paragraph = frame.getparent().getparent()
        yield remark(
            "docx", "tekstvak", read.place_of(frame), "".join(paragraph.itertext(qn("w:t")))
        )


def tables(read: WordReading) -> Iterator[Remark]:
    """Tables without a header row, for layout, inside another, or with merged cells."""
    for table in read.file.element.body.iter(qn("w:tbl")):
        place, text = read.place_of(table), " ".join(table.itertext(qn("w:t")))
        if next(table.iterancestors(qn("w:tbl")), None) is not None:
            yield remark("docx", "tabel-genest", place, text)
        yield from (remark("docx", rule, place, text) for rule in _broken(table))


def _broken(table: Any) -> Iterator[str]:
    rows = table.findall(qn("w:tr"))
    cells = [row.findall(f".//{qn('w:tc')}") for row in rows]
    if len(rows) < 2 or max(map(len, cells)) < 2:
        yield "opmaaktabel"
    elif rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
        yield "tabel-zonder-kop"
    if table.xpath("./w:tr/w:tc/w:tcPr/*[self::w:gridSpan or self::w:vMerge]"):
        yield "tabel-samengevoegd"
