from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from tests.support.sample_document import sample_document

from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import Span
from kwalevaluatie.report.document import (
    Block,
    Document,
    Heading,
    Number,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Table,
    Text,
    plain,
)
from kwalevaluatie.report.marks import mark
from kwalevaluatie.report.web import write_web

NASTY = '<script>alert(1)</script> & "x" \x00{{ 7*7 }}'


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return sample_document(tmp_path_factory.mktemp("figuren"))


@pytest.fixture(scope="module")
def source(sample: Document, tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_web(sample, tmp_path_factory.mktemp("rapport") / "r.html").read_text("utf-8")


@pytest.fixture(scope="module")
def page(source: str) -> Any:
    return html.document_fromstring(source)


def written(tmp_path: Path, *blocks: Block) -> Any:
    document = Document("Titel", "", "Dienst", "2026", "", blocks)
    return html.document_fromstring(write_web(document, tmp_path / "r.html").read_text("utf-8"))


def test_the_page_is_dutch_and_has_a_title(sample: Document, source: str, page: Any) -> None:
    assert source.startswith("<!DOCTYPE html>")
    assert page.get("lang") == "nl"
    assert page.findtext(".//title").startswith(sample.title)


def test_the_page_asks_nothing_of_the_outside(source: str, page: Any) -> None:
    assert not page.xpath("//script | //link | //img | //iframe | //object | //base")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    targets = page.xpath("//@href | //@src | //@*[name()='xlink:href']")
    assert all(target.startswith("#") for target in targets)
    assert "@import" not in source
    assert all(target.startswith("#") for target in re.findall(r"url\(([^)]+)\)", source))


def test_ids_differ_and_links_lead_somewhere(page: Any) -> None:
    ids = page.xpath("//@id")
    assert [id for id, times in Counter(ids).items() if times > 1] == []
    assert {unquote(h[1:]) for h in page.xpath("//a/@href")} <= set(ids)


def test_drawings_refer_to_their_own_parts(source: str, page: Any) -> None:
    ids = set(page.xpath("//@id"))
    assert set(re.findall(r"url\(#([^)]+)\)", source)) <= ids
    assert {h[1:] for h in page.xpath("//@*[name()='xlink:href']")} <= ids


def test_the_landmarks_and_the_way_past_them(page: Any) -> None:
    for landmark in ("body/header", "body//nav", "body//main", "body/footer"):
        assert len(page.xpath(f"/html/{landmark}")) == 1
    first = page.xpath("/html/body//a")[0]
    assert page.get_element_by_id(first.get("href")[1:]).tag == "main"


def test_headings_go_down_one_step_at_a_time(page: Any) -> None:
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_headings_hold_no_typed_number(sample: Document, page: Any) -> None:
    shown = [h.text_content() for h in page.xpath("//main//*[self::h2 or self::h3 or self::h4]")]
    headings = [block for block in sample.blocks if isinstance(block, Heading)]
    assert shown == [h.text for h in headings]
    bare = page.xpath("//main//*[self::h2 or self::h3][not(@class)]")
    assert [h.text for h in bare] == [h.text for h in headings if not h.numbered]


def test_the_contents_list_the_chapters_with_their_numbers(page: Any) -> None:
    lines = [" ".join(a.text_content().split()) for a in page.xpath("//nav//a")]
    assert lines[:3] == ["Samenvatting", "1 Inleiding", "1.1 Aanleiding en vraag"]
    assert lines[-1] == "Bijlage B: Register van cijfers"


def test_tables_have_captions_and_scopes(sample: Document, page: Any) -> None:
    tables = page.xpath("//table")
    assert len(tables) == len([b for b in sample.blocks if isinstance(b, Table)])
    for table in tables:
        assert table.findtext("caption/b").startswith("Tabel ")
        assert set(table.xpath("thead/tr/th/@scope")) == {"col"}
        assert all(row[0].get("scope") == "row" for row in table.xpath("tbody/tr"))
    for region in page.xpath("//div[@class='tabel']"):
        assert region.get("tabindex") == "0"
        assert page.get_element_by_id(region.get("aria-labelledby")).tag == "caption"


def test_figures_are_drawings_with_a_text(sample: Document, page: Any) -> None:
    pictures = [b for b in sample.blocks if isinstance(b, Picture)]
    drawings = page.xpath("//figure[@class='figuur']/*[local-name()='svg']")
    assert [d.get("aria-label") for d in drawings] == [plain(p.alt) for p in pictures]
    assert {d.get("role") for d in drawings} == {"img"}


def test_a_number_links_to_its_row_and_the_row_back(tmp_path: Path) -> None:
    bound, loose = Number("doel-1 k/n", "14", "strong"), Number("doel-2.k", "3")
    register = Table("Register", ("Cijfer", "n"), (((Text("doel-1 k/n"),), (Text("20"),)),))
    page = written(tmp_path, Paragraph((bound, loose, bound)), register)
    first, second, third = page.xpath("//data")
    assert [n.get("value") for n in (first, second, third)] == [bound.id, loose.id, bound.id]
    assert first.get("id") == "cijfer-doel-1_k/n" and third.get("id") == "cijfer-doel-1_k/n--2"
    assert second.find("a") is None and second.text == "3"
    row = page.get_element_by_id(unquote(first.find("a").get("href")[1:]))
    assert row.tag == "tr"
    assert unquote(row.find("th/a").get("href")[1:]) == first.get("id")
    assert first.findtext("a/strong") == "14"


def test_every_registered_number_of_the_sample_links(page: Any) -> None:
    rows = set(page.xpath("//tr/@id"))
    assert len(rows) == 9
    for number in page.xpath("//data[@class='cijfer']"):
        links = number.xpath("a/@href")
        assert bool(links) == (f"register-{number.get('value')}" in rows)


def test_a_quotation_names_its_group_and_never_the_respondent(tmp_path: Path) -> None:
    page = written(tmp_path, Quote("Zo ging dat.", "inwoner", "R03", "gesprek-7", Span(4, 1, 9)))
    (figure,) = page.xpath("//figure[@class='citaat']")
    assert figure.findtext("blockquote/p") == "“Zo ging dat.”"
    assert figure.find("figcaption").text_content() == "● Inwoner"
    assert "R03" not in html.tostring(page, encoding="unicode")


@pytest.mark.parametrize(
    "block",
    [
        Quote(NASTY, NASTY, "R1", "g", Span(0, 0, 1)),
        Paragraph((Text(NASTY, "strong"), Number(NASTY, NASTY)), perspective=NASTY),
        Heading(1, NASTY),
        Placeholder(NASTY),
        Table(NASTY, (NASTY, NASTY), (((Text(NASTY),), (Number(NASTY, NASTY),)),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_text_never_becomes_markup(block: Block, tmp_path: Path) -> None:
    page = written(tmp_path, block)
    assert not page.xpath("//script")
    shown = page.text_content()
    assert "<script>alert(1)</script>" in shown and "{{ 7*7 }}" in shown
    assert "\x00" not in shown


def test_a_drawing_is_stripped_of_what_acts(sample: Document, tmp_path: Path) -> None:
    svg = tmp_path / "kwaad.svg"
    svg.write_text(
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' onload='x()'>"
        "<script>x()</script><style>@import url(http://x)</style>"
        "<image href='https://elders.nl/x.png'/><g id='a' clip-path=\"url('#a')\">&x;</g></svg>"
    )
    page = written(tmp_path, Picture(svg, svg, "Figuur", (Text("Wat er staat"),)))
    drawing = page.xpath("//*[local-name()='svg']")[0]
    text = html.tostring(drawing, encoding="unicode")
    for trace in ("script", "onload", "elders", "@import", "root:"):
        assert trace not in text
    assert 'clip-path="url(#figuur-1-a)"' in text


@pytest.mark.parametrize(("content", "message"), [(None, "ontbreekt"), ("<svg", "leesbare SVG")])
def test_a_broken_picture_is_told(content: str | None, message: str, tmp_path: Path) -> None:
    svg = tmp_path / "f.svg"
    if content is not None:
        svg.write_text(content)
    with pytest.raises(KwalError, match=message):
        written(tmp_path, Picture(svg, svg, "Figuur", (Text("alt"),)))


@pytest.mark.parametrize(
    "group", ["inwoner", "professional", "netwerkpartner", "management", "cliëntenraad"]
)
def test_marks_can_be_read(group: str) -> None:
    shown = mark(group)
    assert contrast(shown.colour, shown.tint) >= 4.5
    assert contrast(shown.colour, "FFFFFF") >= 4.5


def test_marks_differ_in_form() -> None:
    groups = ("inwoner", "professional", "netwerkpartner", "management", "onbekend")
    assert len({mark(group).glyph for group in groups}) == len(groups)


def contrast(one: str, two: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(two)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_same_report_gives_the_same_page(sample: Document, source: str, tmp_path: Path) -> None:
    assert write_web(sample, tmp_path / "weer.html").read_text("utf-8") == source
    assert [p.name for p in tmp_path.iterdir()] == ["weer.html"]


def test_one_page_has_no_contents_and_no_gap_in_its_headings(tmp_path: Path) -> None:
    blocks = (Heading(2, "Wat is er gevraagd?", False), Paragraph((Text("Veel."),)))
    single = Document("Titel", "Onder", "Dienst", "2026", "", blocks, ("inwoner",), "blad")
    page = html.document_fromstring(write_web(single, tmp_path / "r.html").read_text("utf-8"))
    assert not page.xpath("//nav")
    assert [h.tag for h in page.iter("h1", "h2", "h3")] == ["h1", "h2"]


def test_nothing_on_the_page_moves(source: str) -> None:
    assert not re.search(r"\b(animation|transition)\b|scroll-behavior: smooth", source)


def test_the_focus_can_be_seen_and_colours_can_be_read(source: str) -> None:
    assert ":focus-visible { outline: 3px" in source
    known = dict(re.findall(r"--(accent|tint|tekst|grijs): #(\w{6});", source))
    for letters in ("accent", "tekst", "grijs"):
        assert contrast(known[letters], "FFFFFF") >= 4.5
        assert contrast(known[letters], known["tint"]) >= 4.5
        assert contrast(known[letters], "FFF6D6") >= 4.5
