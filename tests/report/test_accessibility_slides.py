from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest
from lxml import etree
from matplotlib.figure import Figure as Plot
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt
from tests.support.small_facts import small_teller

from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.accessibility import RULES, Remark, remarks_on
from kwalevaluatie.report.accessibility.slides_reading import read_slides
from kwalevaluatie.report.slides import tell_slides, write_slides

DUTCH = "Wij spraken met de mensen van het dorp en dat is in de zomer niet voor niets gedaan."
ENGLISH = "The people of the village told that it was not for them, and they are right."
BOX = (Inches(1), Inches(3), Inches(4), Inches(1))
Make = Callable[[Any], object]


def sound() -> Any:
    """Two slides that have everything a reader needs."""
    file = pptx.Presentation()
    file.core_properties.title = "Een titel"
    for title in ("Eerste dia", "Tweede dia"):
        slide = file.slides.add_slide(file.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = DUTCH
    claim_language(file, "nl-NL")
    return file


def claim_language(file: Any, language: str) -> None:
    for holder in (file, file.slide_master):
        for props in holder._element.iter(qn("a:defRPr")):
            props.set("lang", language)


def remarks(tmp_path: Path, make: Make) -> list[Remark]:
    file = sound()
    make(file)
    file.save(str(tmp_path / "f.pptx"))
    return remarks_on(tmp_path / "f.pptx")


def rules(tmp_path: Path, make: Make) -> list[str]:
    return [remark.rule for remark in remarks(tmp_path, make)]


def say(slide: Any, text: str, lang: str = "") -> Any:
    """A text box with words; returns the run."""
    run = slide.shapes.add_textbox(*BOX).text_frame.paragraphs[0].add_run()
    run.text = text
    if lang:
        run._r.get_or_add_rPr().set("lang", lang)
    return run


def picture(tmp_path: Path) -> str:
    Plot(figsize=(1, 1)).savefig(tmp_path / "p.png")
    return str(tmp_path / "p.png")


def test_sound_slides_have_no_remarks(tmp_path: Path) -> None:
    assert remarks(tmp_path, lambda file: None) == []


@pytest.mark.parametrize("version", ["intern", "publiek"])
def test_our_own_slides_have_no_remarks(version: Any, tmp_path: Path) -> None:
    path = write_slides(tell_slides(small_teller(version)), tmp_path / "rapport.pptx")
    assert remarks_on(path) == []


def test_the_letters_of_our_own_slides_are_all_seen(tmp_path: Path) -> None:
    path = write_slides(tell_slides(small_teller()), tmp_path / "rapport.pptx")
    read = read_slides(path)
    runs = [run for slide, shape in read.everything
            for run in read.looks.letters(slide.slide, shape)]  # fmt: skip
    known = [run for run in runs if run.colour and run.behind]
    assert min(run.points for run in runs) >= 18
    assert {run.language for run in runs} == {"nl-NL"}
    assert len(runs) > 40 and len(runs) - len(known) == len(read.slides), "but for their numbers"


def test_a_file_without_a_title_that_claims_to_be_english(tmp_path: Path) -> None:
    def claim(file: Any) -> None:
        file.core_properties.title = ""
        claim_language(file, "en-US")

    assert rules(tmp_path, claim) == ["titel-ontbreekt", "taal-anders"]


@pytest.mark.parametrize(("text", "found"), [(DUTCH, ["taal-van-deel"]), (ENGLISH, [])])
def test_a_part_that_claims_another_language(text: str, found: list[str], tmp_path: Path) -> None:
    assert rules(tmp_path, lambda file: say(file.slides[0], text, "en-GB")) == found


def test_a_slide_without_a_title_or_with_an_empty_one(tmp_path: Path) -> None:
    def empty(file: Any) -> None:
        file.slides[0].shapes.title.text = " "
        title = file.slides[1].shapes.title._element
        title.getparent().remove(title)

    found = remarks(tmp_path, empty)
    assert [(one.rule, one.place) for one in found] == [
        ("dia-zonder-titel", "dia 1"), ("dia-zonder-titel", "dia 2"),
    ]  # fmt: skip


def test_two_slides_with_one_title(tmp_path: Path) -> None:
    def rename(file: Any) -> None:
        file.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].text = "Eerste  DIA"

    assert rules(tmp_path, rename) == ["dia-titel-dubbel"] * 2


def test_a_title_that_is_read_last(tmp_path: Path) -> None:
    def move(file: Any) -> None:
        tree = file.slides[1].shapes._spTree
        tree.append(file.slides[1].shapes.title._element)

    [found] = remarks(tmp_path, move)
    assert (found.rule, found.place, found.excerpt[:3]) == ("leesvolgorde", "dia 2", "Wij")


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        ("", ["alt-ontbreekt"]),
        ("grafiek 2", ["alt-nietszeggend"]),
        ("Schermafbeelding van de folder", ["tekst-in-beeld"]),
        ("Zeven van de tien noemen wachten.", []),
    ],
)
def test_pictures(alt: str, found: list[str], tmp_path: Path) -> None:
    def add(file: Any) -> None:
        shape = file.slides[0].shapes.add_picture(picture(tmp_path), *BOX[:2])
        shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)

    assert rules(tmp_path, add) == found


def test_a_decorative_picture_and_a_group_with_a_text(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        shapes = file.slides[0].shapes
        first = shapes.add_picture(picture(tmp_path), *BOX[:2])
        first._element.xpath(".//p:cNvPr")[0].set("descr", "")
        space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
        etree.SubElement(first._element.xpath(".//p:cNvPr")[0], f"{{{space}}}decorative", val="1")
        second = shapes.add_picture(picture(tmp_path), *BOX[:2])
        second._element.xpath(".//p:cNvPr")[0].set("descr", "")
        group = shapes.add_group_shape([second])
        group._element.xpath("./p:nvGrpSpPr/p:cNvPr")[0].set("descr", "Drie mensen aan tafel")

    assert rules(tmp_path, add) == []


def test_a_chart_without_a_text_and_with_small_letters(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = ["ja", "nee"]
        data.add_series("aantal", (3, 4))  # type: ignore[no-untyped-call]
        frame = file.slides[0].shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *BOX, data)
        frame.chart.font.size = Pt(10)

    found = remarks(tmp_path, add)
    assert [one.rule for one in found] == ["alt-ontbreekt", "kleine-letters-dia"]
    assert {one.place for one in found} == {"dia 1"}


def table(file: Any, rows: int = 3, columns: int = 2) -> Any:
    return file.slides[0].shapes.add_table(rows, columns, *BOX).table


def test_tables(tmp_path: Path) -> None:
    def headless(file: Any) -> None:
        table(file).first_row = False

    def merged(file: Any) -> None:
        made = table(file)
        made.cell(1, 0).merge(made.cell(1, 1))

    assert rules(tmp_path, table) == []
    assert rules(tmp_path, headless) == ["tabel-zonder-kop"]
    assert rules(tmp_path, merged) == ["tabel-samengevoegd"]
    assert rules(tmp_path, lambda file: table(file, 3, 1)) == ["opmaaktabel"]


def test_letters_in_a_cell_that_has_a_colour(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        cell = table(file).cell(1, 1)
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor(0xFF, 0xFF, 0xEE)
        run = cell.text_frame.paragraphs[0].add_run()
        run.text, run.font.color.rgb = "bleek", RGBColor(0xEE, 0xEE, 0xEE)

    assert rules(tmp_path, add) == ["contrast"]


def test_typed_lists_and_empty_paragraphs(tmp_path: Path) -> None:
    def write(file: Any) -> None:
        file.slides[0].placeholders[1].text = "- een\n- twee\n\n\nslot"

    assert rules(tmp_path, write) == ["lege-alineas", "neplijst"]


def test_links(tmp_path: Path) -> None:
    def link(file: Any) -> None:
        for words in ("klik hier", "www.voorbeeld.nl", "Het hele rapport"):
            say(file.slides[0], words).hyperlink.address = "https://voorbeeld.nl"

    assert [rule for rule in rules(tmp_path, link) if rule != "contrast"] == [
        "linktekst", "kaal-adres",
    ]  # fmt: skip


def test_small_letters_are_told_once_for_a_size(tmp_path: Path) -> None:
    def shrink(file: Any) -> None:
        for slide in file.slides:
            say(slide, "klein").font.size = Pt(11)

    [found] = remarks(tmp_path, shrink)
    assert (found.rule, found.place) == ("kleine-letters-dia", "dia 1 (en nog 1)")


def test_letters_that_are_shrunk_to_fit_are_as_small_as_they_are_shown(tmp_path: Path) -> None:
    def shrink(file: Any) -> None:
        body = file.slides[0].placeholders[1].text_frame._txBody.find(qn("a:bodyPr"))
        etree.SubElement(body, qn("a:normAutofit"), fontScale="32000")

    assert rules(tmp_path, shrink) == ["kleine-letters-dia"]


def test_faint_letters_on_the_slide_and_on_a_shape(tmp_path: Path) -> None:
    def fade(file: Any) -> None:
        say(file.slides[0], "bleek").font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)
        shape = file.slides[1].shapes.add_shape(1, *BOX)
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor(0xEE, 0xEE, 0xEE)
        shape.text = "wit door de stijl"

    found = [one for one in remarks(tmp_path, fade) if one.rule == "contrast"]
    assert [(one.place, one.excerpt) for one in found] == [
        ("dia 1", "bleek"), ("dia 2", "wit door de stijl"),
    ]  # fmt: skip


def test_a_colour_of_the_theme_made_lighter(tmp_path: Path) -> None:
    def fade(file: Any) -> None:
        colour = say(file.slides[0], "bleek").font.color
        colour.theme_color, colour.brightness = MSO_THEME_COLOR.TEXT_1, 0.8

    assert rules(tmp_path, fade) == ["contrast"]


def test_what_stands_on_a_picture_or_a_dark_shape_is_not_called_faint(tmp_path: Path) -> None:
    def cover(file: Any) -> None:
        shapes = file.slides[0].shapes
        photo = shapes.add_picture(picture(tmp_path), *BOX)
        photo._element.xpath(".//p:cNvPr")[0].set("descr", "Een donkere foto van het plein")
        say(file.slides[0], "wit").font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
        dark = file.slides[1].shapes.add_shape(1, *BOX)
        dark.fill.solid()
        dark.fill.fore_color.rgb = RGBColor(0, 0, 0)
        say(file.slides[1], "wit").font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)

    assert rules(tmp_path, cover) == []


def test_a_dark_background_is_seen(tmp_path: Path) -> None:
    def darken(file: Any) -> None:
        fill = file.slides[0].background.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor(0, 0, 0)

    assert rules(tmp_path, darken) == ["contrast"]


def test_words_that_point_by_colour(tmp_path: Path) -> None:
    assert rules(tmp_path, lambda file: say(file.slides[0], "zie de rode balken")) == [
        "alleen-kleur"
    ]


def test_no_slides_at_all_is_told(tmp_path: Path) -> None:
    (tmp_path / "f.pptx").write_bytes(b"geen dia's")
    with pytest.raises(KwalError, match="geen leesbaar PowerPoint-bestand"):
        remarks_on(tmp_path / "f.pptx")


def test_a_remark_on_a_slide_names_its_standard(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        file.slides[0].shapes.title.text = ""

    [found] = remarks(tmp_path, add)
    assert found.standard == "WCAG 1.3.1; EN 301 549 10.1.3.1"
    assert found.message == RULES["dia-zonder-titel"].message
