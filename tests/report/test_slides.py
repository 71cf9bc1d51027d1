from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pptx
import pytest
from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Pt
from tests.support.small_facts import small_teller

from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.accessibility.colours import contrast
from kwalevaluatie.report.document import Inlines, Number, Table, Text, plain
from kwalevaluatie.report.marks import mark
from kwalevaluatie.report.plots import STATES
from kwalevaluatie.report.slides import tell_slides, write_slides
from kwalevaluatie.report.slides.charting import LOOKS, OTHER
from kwalevaluatie.report.slides.deck import Chart, Deck, Points, Slide, Voices
from kwalevaluatie.report.slides.voices import LONGEST
from kwalevaluatie.wording import WORDS

NASTY = '<a:t>&"\x00 =1+1 {{ 7*7 }}\nregel'
QUANTITY = re.compile(r"\d|\b(" + "|".join(WORDS[2:]) + r")\b", re.IGNORECASE)
LONGEST_SENTENCE = 20


@pytest.fixture(scope="module")
def deck() -> Deck:
    return tell_slides(small_teller())


@pytest.fixture(scope="module")
def path(deck: Deck, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_slides(deck, tmp_path_factory.mktemp("dia's") / "r.pptx")


@pytest.fixture(scope="module")
def file(path: Path) -> Any:
    return pptx.Presentation(str(path))


def inlines_of(slide: Slide) -> Iterator[Inlines]:
    yield slide.note
    match slide.body:
        case Points():
            yield from slide.body.items
        case Chart():
            yield from (*slide.body.labels, slide.body.alt)
        case Table():
            yield from chain.from_iterable(slide.body.rows)


def texts(slide: Any) -> list[str]:
    frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return frames + [cell.text for table in tables for row in table.rows for cell in row.cells]


def test_there_are_five_slides_with_a_real_title_each(file: Any, deck: Deck) -> None:
    titles = [slide.shapes.title.text for slide in file.slides]
    assert titles == [slide.title for slide in deck.slides]
    assert len(set(titles)) == 5
    assert [slide.shapes[0] == slide.shapes.title for slide in file.slides] == [True] * 5


def test_the_size_of_a_slide_has_no_name_of_another_size(file: Any) -> None:
    assert "type" not in file.element.find(qn("p:sldSz")).attrib


def test_no_quantity_is_typed(deck: Deck) -> None:
    said = [part for slide in deck.slides for inlines in inlines_of(slide) for part in inlines]
    typed = [part.text for part in said if isinstance(part, Text) and QUANTITY.search(part.text)]
    assert typed == []
    assert sum(isinstance(part, Number) for part in said) > 15


def test_every_number_is_in_the_notes_under_its_id(file: Any, deck: Deck) -> None:
    for made, slide in zip(file.slides, deck.slides, strict=True):
        notes = made.notes_slide.notes_text_frame.text
        numbers = [part for inlines in inlines_of(slide) for part in inlines
                   if isinstance(part, Number)]  # fmt: skip
        assert {number.base for number in numbers} <= {
            p.id.partition("~")[0] for p in slide.numbers
        }
        assert all(f"{number.base}: " in notes for number in numbers)
    assert "doel/hulp/inwoner/positief: 8 (8 van 11), bron: gesprekken" in notes_of(file, 1)


def notes_of(file: Any, number: int) -> str:
    return str(file.slides[number].notes_slide.notes_text_frame.text)


def test_the_slides_say_what_the_report_says(file: Any) -> None:
    asked, _, beside, said, read = ("\n".join(texts(slide)) for slide in file.slides)
    assert "Gevraagd is naar twee doelen: hulp op tijd en goed samenwerken." in asked
    assert "Er zijn vijftien gesprekken gevoerd" in asked
    assert "acht van de elf positief" in beside and "92%" in beside
    assert "“Het ging vlot en ze belden terug.”" in said
    assert "Wachttijd. Hierover zeggen drie van de elf inwoners" in read


def test_sentences_are_short(deck: Deck) -> None:
    said = [plain(i) for s in deck.slides if not isinstance(s.body, Chart) for i in inlines_of(s)]
    sentences = chain.from_iterable(re.split(r"[.:?] ", text) for text in said)
    assert [one for one in sentences if len(one.split()) > LONGEST_SENTENCE] == []


def test_judgements_are_a_chart_that_can_be_read_without_seeing_it(file: Any) -> None:
    [frame] = [shape for shape in file.slides[1].shapes if shape.has_chart]
    alt = frame._element.xpath(".//p:cNvPr")[0].get("descr")
    assert "Hulp op tijd, inwoners: acht van de elf positief en drie van de elf negatief." in alt
    plot = frame.chart.plots[0]
    assert list(plot.categories) == [
        "Hulp op tijd (inwoners, 11)", "Goed samenwerken (netwerkpartners, 4)",
    ]  # fmt: skip
    assert {series.name: tuple(series.values) for series in plot.series} == {
        "● positief": (8, 2), "◆ wisselend": (None, 1), "✖ negatief": (3, None),
        "□ niet te bepalen": (None, 1),
    }  # fmt: skip


@pytest.mark.parametrize("signed", [True, False])
def test_a_reading_is_a_proposal_until_somebody_signed(signed: bool, tmp_path: Path) -> None:
    made = write_slides(tell_slides(small_teller(signed=signed)), tmp_path / "r.pptx")
    beside = "\n".join(texts(pptx.Presentation(str(made)).slides[2]))
    assert ("VOORSTEL: overeenstemming" in beside) != signed
    assert "overeenstemming" in beside
    assert ("Bij VOORSTEL heeft nog niemand getekend." in beside) != signed


def test_quotations_are_spread_and_one_differs(deck: Deck) -> None:
    voices = deck.slides[3].body
    assert isinstance(voices, Voices)
    told = [(voice.perspective, voice.about, voice.dissent) for voice in voices.said]
    assert told == [
        ("inwoner", "Hulp op tijd, positief", False),
        ("netwerkpartner", "Goed samenwerken, positief", False),
        ("inwoner", "Hulp op tijd, negatief", True),
    ]
    assert len({voice.place for voice in voices.said}) == len(voices.said)


def test_who_differs_from_most_stands_apart(file: Any) -> None:
    heads = [text for text in texts(file.slides[3]) if text.startswith("Een ander geluid. ●")]
    assert len(heads) == 1 and "Ik heb een half jaar gewacht." in heads[0]


def test_words_that_are_too_long_for_a_slide_are_left_out() -> None:
    voices = tell_slides(small_teller(words={"quote": "Lang " * LONGEST})).slides[3].body
    assert isinstance(voices, Voices)
    assert not any("Lang" in voice.words for voice in voices.said)


def test_slides_for_everybody_name_no_respondent(tmp_path: Path) -> None:
    made = write_slides(tell_slides(small_teller("publiek", signed=True)), tmp_path / "r.pptx")
    with zipfile.ZipFile(made) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist()).decode("latin-1")
    assert not re.search(r"\b[rn]\d\d\b", everything)
    assert "CONCEPT" not in everything


def test_all_text_is_dutch_and_large_enough(file: Any) -> None:
    for slide in file.slides:
        for run in slide._element.iter("{*}r", "{*}fld"):
            props = run.find("{*}rPr")
            assert props.get("lang") == "nl-NL"
            assert int(props.get("sz")) >= 1800
    chart = next(shape.chart for shape in file.slides[1].shapes if shape.has_chart)
    assert chart.font.size >= Pt(18)
    assert chart._chartSpace.find("{*}lang").get("val") == "nl-NL"
    assert file.core_properties.language == "nl-NL"
    assert file.core_properties.title == "Evaluatie Veldermeer"


def test_nothing_of_the_empty_presentation_is_left(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        names = parts.namelist()
        everything = b"".join(parts.read(name) for name in names if name.endswith(".xml"))
    assert not [name for name in names if "thumbnail" in name or "printer" in name]
    assert b"2013-" not in everything and b'lang="en-US"' not in everything


def test_every_slide_warns_and_has_a_number(file: Any) -> None:
    for slide in file.slides:
        assert any("SYNTHETISCH, CONCEPT" in text for text in texts(slide))
        assert slide._element.xpath('.//a:fld[@type="slidenum"]')
        ids = slide._element.xpath(".//p:cNvPr/@id")
        assert len(set(ids)) == len(ids)


def test_letters_stand_out_from_what_is_behind_them() -> None:
    for _, colour, letters in (*LOOKS.values(), OTHER):
        assert contrast(letters, colour) >= 4.5
    for group in ("inwoner", "professional", "netwerkpartner", "management", "anders"):
        assert contrast(mark(group).colour, "FFFFFF") >= 4.5


def test_texts_of_others_stay_text(tmp_path: Path) -> None:
    words = dict.fromkeys(("title", "goal", "item", "theme", "quote"), NASTY)
    made = write_slides(tell_slides(small_teller(words=words)), tmp_path / "r.pptx")
    said = "\n".join(text for slide in pptx.Presentation(str(made)).slides for text in texts(slide))
    assert said.count("=1+1 {{ 7*7 }} regel") >= 4
    with zipfile.ZipFile(made) as parts:
        for name in parts.namelist():
            if name.endswith(".xml"):
                etree.fromstring(parts.read(name))


def test_what_cannot_be_written_is_told(deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "map").write_text("geen map")
    with pytest.raises(KwalError):
        write_slides(deck, tmp_path / "map" / "r.pptx")


def test_a_judgement_has_the_same_colour_as_in_the_figures() -> None:
    for state in ("positief", "wisselend", "negatief"):
        assert STATES[state][1].lower() == f"#{LOOKS[state][1].lower()}"
    assert all(contrast(colour[1:].upper(), "FFFFFF") >= 3 for _, colour in STATES.values())


def test_a_table_shows_no_more_rows_than_fit() -> None:
    teller = small_teller(words={"item": "Hoe vindt u dat wij u helpen? " * 20})
    chapter, goals = teller.facts.chapters[0]
    [row] = goals[0].comparisons
    rows = tuple(replace(row, link=replace(row.link, item=f"i{n}")) for n in range(3))
    goal = replace(goals[0], comparisons=rows)
    facts = replace(teller.facts, chapters=((chapter, (goal, goals[1])),))
    slide = tell_slides(replace(teller, facts=facts)).slides[2]
    assert isinstance(slide.body, Table) and len(slide.body.rows) == 1
    assert "Het rapport heeft ook de andere vragen." in plain(slide.note)
