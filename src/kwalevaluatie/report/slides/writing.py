"""Slides as a PowerPoint file: titles as titles, texts for what is drawn, numbers in the notes."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any, assert_never

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from kwalevaluatie.files import replacing
from kwalevaluatie.report.document import Inlines, Table, Text
from kwalevaluatie.report.marks import clean, mark
from kwalevaluatie.report.register import Printed
from kwalevaluatie.report.slides.charting import draw_chart
from kwalevaluatie.report.slides.deck import Chart, Deck, Points, Slide, Voices
from kwalevaluatie.report.slides.text import (
    ACCENT,
    BODY,
    GREY,
    INK,
    LANGUAGE,
    SMALLEST,
    TITLE,
    describe,
    fill,
    rgb,
    say,
    word,
)

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, WIDE = Inches(0.6), Inches(12.13)
TOP, TALL, LOW = Inches(1.35), Inches(4.75), Inches(6.15)
TITLE_BOX = (LEFT, Inches(0.35), WIDE, Inches(0.9))
BODY_BOX, NOTE_BOX = (LEFT, TOP, WIDE, TALL), (LEFT, LOW, WIDE, Inches(0.7))
FOOT_BOX = (LEFT, Inches(6.85), Inches(10.9), Inches(0.5))
NUMBER_BOX = (Inches(11.7), Inches(6.85), Inches(1.03), Inches(0.5))
BOXES = {
    PP_PLACEHOLDER.TITLE: TITLE_BOX,
    PP_PLACEHOLDER.OBJECT: BODY_BOX,
    PP_PLACEHOLDER.BODY: BODY_BOX,
    PP_PLACEHOLDER.SLIDE_NUMBER: NUMBER_BOX,
}
LONGEST = 255
TITLE_AND_BODY, TITLE_ONLY = "Titel en tekst", "Alleen een titel"
KEPT = {"Title and Content": TITLE_AND_BODY, "Title Only": TITLE_ONLY}
UNUSED_PARTS = ("extended-properties", "printerSettings", "thumbnail")
DISSENT = "Een ander geluid"


def write_slides(deck: Deck, path: Path) -> Path:
    """Write the slides as a PowerPoint file and return its path.

    Every slide has a real title, a reading order, Dutch text of at least 18 points and notes with
    the ids of its numbers. Raises `KwalError` when the file cannot be written.
    """
    file = pptx.Presentation()
    _set_size(file)
    _set_layouts(file)
    for slide in deck.slides:
        _write(file, deck, slide)
    _set_language(file)
    _set_properties(file, deck)
    _drop_unused_parts(file)
    with replacing(path) as temporary:
        file.save(str(temporary))
    return path


def _set_size(file: Any) -> None:
    """The size of a slide, without the name of the size that the template had."""
    file.slide_width, file.slide_height = WIDTH, HEIGHT
    file.element.find(qn("p:sldSz")).attrib.pop("type", None)


def _write(file: Any, deck: Deck, slide: Slide) -> None:
    """One slide; what is put on it first is read first."""
    texts = isinstance(slide.body, Points)
    layout = file.slide_layouts.get_by_name(TITLE_AND_BODY if texts else TITLE_ONLY)
    made = file.slides.add_slide(layout)
    say(made.shapes.title.text_frame.paragraphs[0], (Text(slide.title),),
        size=TITLE, colour=ACCENT, bold=True)  # fmt: skip
    match slide.body:
        case Points():
            fill(made.placeholders[1].text_frame, slide.body.items, size=BODY)
        case Chart():
            draw_chart(made, slide.body, BODY_BOX)
        case Table():
            _table(made, slide.body)
        case Voices():
            _voices(made, slide.body)
        case _:
            assert_never(slide.body)
    if slide.note:
        fill(_box(made, "Toelichting", NOTE_BOX), (slide.note,), size=SMALLEST, colour=GREY)
    _foot(file, made, deck)
    _note(made.notes_slide.notes_text_frame, _notes(deck, slide))


def _table(slide: Any, table: Table) -> None:
    rows, columns = len(table.rows) + 1, len(table.header)
    frame = slide.shapes.add_table(rows, columns, *BODY_BOX[:3], Inches(0.6) * rows)
    describe(frame, table.caption, table.caption)
    made = frame.table
    for column, width in enumerate(table.widths):
        made.columns[column].width = Emu(int(WIDE * width / sum(table.widths)))
    for column, name in enumerate(table.header):
        _cell(made.cell(0, column), (Text(name, "strong"),), "FFFFFF", ACCENT)
    for row, cells in enumerate(table.rows, 1):
        for column, cell in enumerate(cells):
            _cell(made.cell(row, column), cell, INK, "FFFFFF" if row % 2 else "E8F1F2")


def _cell(cell: Any, inlines: Inlines, colour: str, behind: str) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(behind)
    say(cell.text_frame.paragraphs[0], inlines, size=SMALLEST, colour=colour)


def _voices(slide: Any, voices: Voices) -> None:
    """Each quotation in a box of its own, under the mark of its perspective."""
    tall = Emu(int(TALL / max(len(voices.said), 1)))
    for number, voice in enumerate(voices.said):
        box = (LEFT, Emu(TOP + number * tall), WIDE, tall)
        frame = _box(slide, f"Citaat: {voice.perspective}", box)
        shown = mark(voice.perspective)
        head = f"{DISSENT}. {shown.text}" if voice.dissent else shown.text
        first, second = frame.paragraphs[0], frame.add_paragraph()
        word(first, head, size=SMALLEST, colour=shown.colour, bold=True)
        word(first, f"  {voice.about}", size=SMALLEST, colour=GREY)
        say(second, (Text(f"“{voice.words}”", "emphasis"),), size=BODY)


def _foot(file: Any, slide: Any, deck: Deck) -> None:
    """Whose slides these are and what they are not yet, and the number of the slide."""
    said = " · ".join(filter(None, (deck.organisation, deck.date, _warning(deck))))
    if said:
        fill(_box(slide, "Voettekst", FOOT_BOX), ((Text(said),),), size=SMALLEST, colour=GREY)
    for holder in slide.slide_layout.placeholders:
        if holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            _number_of_slide(slide, deepcopy(holder._element))


def _number_of_slide(slide: Any, holder: Any) -> None:
    holder.nvSpPr.cNvPr.set("id", str(slide.shapes._next_shape_id))
    for props in holder.iter(qn("a:rPr"), qn("a:endParaRPr")):
        props.set("lang", LANGUAGE)
        props.set("sz", str(100 * SMALLEST))
    slide.shapes._spTree.append(holder)


def _warning(deck: Deck) -> str:
    words = [text for text in deck.banner.replace(",", ":").split(". ") if text]
    return ", ".join(text.partition(":")[0].strip() for text in words)


def _box(slide: Any, name: str, box: Iterable[Any]) -> Any:
    made = slide.shapes.add_textbox(*box)
    describe(made, name)
    made.text_frame.word_wrap = True
    return made.text_frame


def _note(frame: Any, lines: Iterable[str]) -> None:
    frame.text = "\n".join(lines)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _notes(deck: Deck, slide: Slide) -> list[str]:
    """What a speaker can look up: the ids of the numbers, and where the words were said."""
    told = [clean(deck.banner)] if deck.banner else []
    if isinstance(slide.body, Voices):
        told += [clean(f"{v.perspective}: {v.place}") for v in slide.body.said if v.place]
    if slide.numbers:
        told.append("Cijfers op deze dia, met hun id in het register van het rapport:")
    first = {printed.id.partition("~")[0]: printed for printed in reversed(slide.numbers)}
    return [*told, *(_number(id, first[id]) for id in reversed(first))]


def _number(id: str, printed: Printed) -> str:
    number = printed.number
    of = f" ({number.k} van {number.n})" if number.k is not None and number.n else ""
    return clean(f"{id}: {printed.text}{of}, bron: {number.source}, {number.status}")


def _set_layouts(file: Any) -> None:
    """Keep two layouts, Dutch and fitted to a wide page."""
    for layout in [*file.slide_layouts]:
        if layout.name in KEPT:
            layout.name = KEPT[layout.name]
            _fit(layout)
        else:
            file.slide_layouts.remove(layout)
    _fit(file.slide_master)


def _fit(holder: Any) -> None:
    for shape in holder.placeholders:
        if shape.placeholder_format.type in BOXES:
            box = BOXES[shape.placeholder_format.type]
            shape.left, shape.top, shape.width, shape.height = box


def _set_language(file: Any) -> None:
    """Make what somebody adds to the slides Dutch as well."""
    holders = (file, file.slide_master, file.notes_master, *file.slide_layouts)
    for holder in holders:
        for props in holder._element.iter(*map(qn, ("a:rPr", "a:endParaRPr", "a:defRPr"))):
            props.set("lang", LANGUAGE)


def _set_properties(file: Any, deck: Deck) -> None:
    known = file.core_properties
    known.title, known.subject = clean(deck.title)[:LONGEST], clean(deck.subtitle)[:LONGEST]
    known.author = known.last_modified_by = clean(deck.organisation)[:LONGEST]
    known.language, known.comments, known.keywords = LANGUAGE, "", ""
    for name in ("dcterms:created", "dcterms:modified"):
        for moment in known._element.findall(qn(name)):
            known._element.remove(moment)


def _drop_unused_parts(file: Any) -> None:
    """Leave out what the empty presentation brought along and what would say nothing true."""
    for holder in (file.part.package, file.part):
        for id, rel in list(holder._rels.items()):
            if rel.reltype.rsplit("/", 1)[-1] in UNUSED_PARTS:
                holder._rels.pop(id)
