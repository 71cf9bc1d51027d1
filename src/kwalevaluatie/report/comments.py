"""Puts remarks as comments into a Word report, at the words that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kwalevaluatie.errors import ProjectError
from kwalevaluatie.files import replacing
from kwalevaluatie.model.reported import Line, Remark

AUTHOR, INITIALS = "kwalevaluatie", "kwal"
_AROUND = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml")}
_ROWS_AROUND = _AROUND - {qn("w:moveTo")}
_ONE = {qn(f"w:{name}") for name in ("tab", "br", "cr", "noBreakHyphen")}
_SILENT = {
    qn(f"w:{name}")
    for name in (
        "del moveFrom pPr rPr sectPr sdtPr sdtEndPr instrText delText delInstrText drawing pict "
        "object txbxContent footnoteReference commentReference"
    ).split()
}
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BETWEEN_CELLS = " | "


def write_comments(
    source: Path, target: Path, lines: Iterable[Line], remarks: Iterable[Remark]
) -> Path:
    """Write a copy of a Word report with a comment at every remark; its text stays as it is.

    `lines` are those of the report, with their place in it. Raises ProjectError when `target`
    exists already, or when the report is not a Word file that can be written to.
    """
    file = _opened(source)
    if target.exists():
        raise ProjectError("dit bestand bestaat al", where=target, todo="Kies een andere naam.")
    by_number, places = {line.number: line for line in lines}, dict(_places(file))
    for remark in remarks:
        _comment(file, remark, by_number[remark.line], places)
    with replacing(target) as temporary:
        file.save(str(temporary))
    return target


def _opened(source: Path) -> WordFile:
    problem = ProjectError(
        "opmerkingen kunnen alleen in een Word-bestand (.docx)", where=source,
        todo="Sla het rapport in Word op als .docx, of laat de opmerkingen weg.",
    )  # fmt: skip
    if source.suffix.lower() != ".docx":
        raise problem
    try:
        return docx.Document(str(source))
    except Exception:
        raise problem from None


def _comment(
    file: WordFile, remark: Remark, line: Line, places: Mapping[str, list[list[Any]]]
) -> None:
    """One comment, around the words of the remark, or around the line where these are not known."""
    spot = _spot(places.get(line.place, []), remark.start, max(remark.stop, remark.start + 1))
    if spot is None:
        return
    first, last = spot
    text = f"{remark.severity.upper()}: {remark.rule}\n{remark.message}"
    number = str(file.comments.add_comment(text, AUTHOR, INITIALS).comment_id)
    first.addprevious(_mark("w:commentRangeStart", number))
    ending = _mark("w:commentRangeEnd", number)
    last.addnext(ending)
    reference = OxmlElement("w:r")
    reference.append(_mark("w:commentReference", number))
    ending.addnext(reference)


def _mark(name: str, number: str) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:id"), number)
    return element


def _places(file: WordFile) -> Iterator[tuple[str, list[list[Any]]]]:
    """Of each place that a line may name: its paragraphs, per cell."""
    paragraphs = tables = 0
    for block in _blocks(file.element.body):
        if block.tag == qn("w:p"):
            paragraphs += 1
            yield f"alinea {paragraphs}", [[block]]
        else:
            tables += 1
            for number, row in enumerate(_deep(block, "w:tr"), 1):
                cells = [
                    [one for one in _blocks(cell) if one.tag == qn("w:p")]
                    for cell in _deep(row, "w:tc")
                ]
                yield f"tabel {tables}, rij {number}", cells


def _blocks(container: Any) -> Iterator[Any]:
    for one in container:
        if one.tag in (qn("w:p"), qn("w:tbl")):
            yield one
        elif one.tag in _AROUND:
            yield from _blocks(one)


def _deep(container: Any, name: str) -> Iterator[Any]:
    for one in container:
        if one.tag == qn(name):
            yield one
        elif one.tag in _ROWS_AROUND:
            yield from _deep(one, name)


def _spot(cells: list[list[Any]], start: int, stop: int) -> tuple[Any, Any] | None:
    """The first and last element of a paragraph that hold the characters from start to stop."""
    place = 0
    for cell in cells:
        inside = 0
        for paragraph in cell:
            inside += 1 if inside else 0
            begin, length = place + inside, _length(paragraph)
            if start < begin + length:
                return _cut(paragraph, max(0, start - begin), stop - begin)
            inside += length
        place += inside + len(_BETWEEN_CELLS)
    return None


def _cut(paragraph: Any, start: int, stop: int) -> tuple[Any, Any] | None:
    """The elements of a paragraph between two places; a run that goes on beyond is cut in two."""
    place, found = 0, []
    for element in list(paragraph):
        length = _length(element)
        if length and place < stop and place + length > start:
            found.append(_trimmed(element, max(0, start - place), min(length, stop - place)))
        place += length
    return (found[0], found[-1]) if found else None


def _trimmed(run: Any, start: int, stop: int) -> Any:
    """The part of a run between two places, the rest set beside it; other elements whole."""
    texts = run.findall(qn("w:t"))
    plain = run.tag == qn("w:r") and len(texts) == 1 and {e.tag for e in run} <= {
        qn("w:rPr"), qn("w:t")
    }  # fmt: skip
    if not plain or not start < stop:
        return run
    text = texts[0].text or ""
    if text[:start]:
        run.addprevious(_with_text(run, text[:start]))
    if text[stop:]:
        run.addnext(_with_text(run, text[stop:]))
    _set_text(run, text[start:stop])
    return run


def _with_text(run: Any, text: str) -> Any:
    made = deepcopy(run)
    _set_text(made, text)
    return made


def _set_text(run: Any, text: str) -> None:
    element = run.find(qn("w:t"))
    element.text = text
    element.set(qn("xml:space"), "preserve")


def _length(element: Any) -> int:
    """How many characters of the line an element holds."""
    if element.tag == qn("w:t"):
        return len(element.text or "")
    if element.tag in _ONE:
        return 1
    if element.tag in _SILENT or element.tag == _ALTERNATIVE or not isinstance(element.tag, str):
        return 0
    return sum(map(_length, element))
