from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from pypdf import PdfReader
from tests.support.sample_document import sample_document

from kwalevaluatie.errors import KwalError, ProjectError
from kwalevaluatie.model import Span
from kwalevaluatie.report.accessibility.checks import check_pdf
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Number,
    Paragraph,
    Picture,
    Placeholder,
    Quote,
    Table,
    Text,
)
from kwalevaluatie.report.pdf import write_pdf

NASTY = '#panic("x") $a$ *b* _c_ \\ [d] `e` <f> @g = // /* "h" #sys.version {{ 7*7 }}'


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return sample_document(tmp_path_factory.mktemp("figuren"))


@pytest.fixture(scope="module")
def path(sample: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pdf(sample, tmp_path_factory.mktemp("rapport") / "r.pdf")


@pytest.fixture(scope="module")
def pdf(path: Path) -> Iterator[Any]:
    with pikepdf.open(path) as opened:
        yield opened


def of(*blocks: Block, **changed: Any) -> Document:
    return replace(Document("Titel", "", "Dienst", "2026", "", blocks), **changed)


def tags(pdf: Any) -> list[Any]:
    """Every element of the structure, in reading order."""
    found, stack = [], [pdf.Root.StructTreeRoot]
    while stack:
        element = stack.pop()
        kids = element.get("/K", [])
        stack += reversed([kid for kid in _list(kids) if isinstance(kid, pikepdf.Dictionary)])
        found += [element] if "/S" in element else []
    return found


def _list(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def kinds(path: Path) -> list[str]:
    with pikepdf.open(path) as opened:
        return [str(tag.S) for tag in tags(opened)]


def words(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_file_is_tagged_dutch_and_says_that_it_is_pdf_ua(pdf: Any, sample: Document) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang).lower().startswith("nl")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as known:
        assert known["pdfuaid:part"] == "1"
        assert known["dc:title"] == sample.title
    assert {page.Tabs for page in pdf.pages if "/Annots" in page} == {"/S"}


def test_our_own_check_has_no_remarks(path: Path) -> None:
    assert check_pdf(path) == []


def test_every_block_has_its_tag(pdf: Any, sample: Document) -> None:
    made = Counter(str(tag.S) for tag in tags(pdf))
    blocks = Counter(type(block) for block in sample.blocks)
    levels = Counter(block.level for block in sample.blocks if isinstance(block, Heading))
    assert [made["/H1"], made["/H2"], made["/H3"]] == [levels[1] + 1, levels[2], levels[3]]
    assert made["/Table"] == blocks[Table]
    assert made["/BlockQuote"] == blocks[Quote]
    assert made["/Caption"] == blocks[Table] + blocks[Picture]
    assert made["/L"] >= blocks[Bullets]
    assert made["/TH"] == sum(len(b.header) for b in sample.blocks if isinstance(b, Table))


def test_figures_have_a_text(pdf: Any, sample: Document) -> None:
    alts = [str(tag.Alt) for tag in tags(pdf) if str(tag.S) == "/Figure" and "/Alt" in tag]
    assert len(alts) == sum(isinstance(block, Picture) for block in sample.blocks)
    assert all(alt.startswith("Liggende staven") for alt in alts)


def test_all_content_is_tagged_or_left_out_on_purpose(pdf: Any) -> None:
    for page in pdf.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            assert depth or str(operator) not in ("Tj", "TJ", "Do", "f", "S", "B"), operands


def test_all_letters_are_in_the_file(pdf: Any) -> None:
    fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
             and o.get("/Type") == "/FontDescriptor"]  # fmt: skip
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_contents_bookmarks_and_numbered_pages(path: Path, sample: Document) -> None:
    text = words(path)
    reader = PdfReader(path)
    assert f"Pagina 2 van {len(reader.pages)}" in text
    titles = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    chapters = [b for b in sample.blocks if isinstance(b, Heading) and b.level == 1]
    assert titles[0] == chapters[0].text
    assert len(titles) == len(chapters)
    assert "Tabel 1 Gesprekken naar perspectief" in text
    assert "Figuur 1 Positief over" in text


def test_a_number_leads_to_its_row(tmp_path: Path) -> None:
    number = (Number("doel/a é", "vijf"), Text(" en "), Number("doel/a é~2", "5"))
    rows = (((Text("doel/a é"),), (Text("5"),)), ((Text("doel/a é"),), (Text("6"),)))
    path = write_pdf(
        of(Paragraph((*number, Number("elders", "7"))), Table("R", ("Id", "k"), rows)),
        tmp_path / "r.pdf",
    )
    with pikepdf.open(path) as opened:
        links = [a for page in opened.pages for a in page.get("/Annots", [])]
        assert len(links) == 2
        assert all("/URI" not in link.get("/A", {}) for link in links)


def test_perspectives_are_marked_by_form_and_word(path: Path) -> None:
    text = words(path)
    for shown in ("● Inwoner", "■ Professional", "◆ Netwerkpartner", "▲ Management"):
        assert shown in text
    assert "○ Ervaringsdeskundige" in text


def test_no_text_is_taken_for_typst_code(tmp_path: Path) -> None:
    inlines = (Text(NASTY), Number(NASTY, NASTY), Text(NASTY, "strong"))
    blocks = (
        Heading(1, NASTY),
        Paragraph(inlines, perspective=NASTY),
        Bullets((inlines,)),
        Quote(NASTY, NASTY, "", "", Span(0, 0, 1)),
        Table(NASTY, (NASTY, NASTY), (((Text(NASTY),), inlines),)),
        Placeholder(NASTY),
    )
    document = Document(NASTY, NASTY, NASTY, NASTY, NASTY, blocks, (NASTY,))
    text = words(write_pdf(document, tmp_path / "r.pdf"))
    assert text.count("#panic(") > 10
    assert "{{ 7*7 }}" in text


@pytest.mark.parametrize(
    "odd", ["中", "\x00\x07", "a\ufeffb", "x\u202ey", "\ue000", "\ud800", "e\u0301", "👍🏽"]
)
def test_letters_that_no_font_has_do_no_harm(odd: str, tmp_path: Path) -> None:
    text = words(write_pdf(of(Heading(1, f"voor{odd}na"), title=odd), tmp_path / "r.pdf"))
    assert "voor" in text and "na" in text
    assert ("�" in text) == (odd in ("中", "👍🏽"))


def test_no_letter_that_is_drawn_stops_the_report(tmp_path: Path) -> None:
    every = "".join(map(chr, range(0x3000)))
    path = write_pdf(of(Paragraph((Text(every), Text(every, "emphasis")))), tmp_path / "r.pdf")
    assert "abc" in words(path)


def test_fonts_of_the_system_are_not_needed(
    sample: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = typst.Fonts
    monkeypatch.setattr(
        typst, "Fonts", lambda **given: fonts(**{**given, "include_system_fonts": False})
    )
    path = write_pdf(sample, tmp_path / "r.pdf")
    assert check_pdf(path) == []
    assert "● Inwoner" in words(path)


@pytest.mark.parametrize("levels", [(3,), (1, 3), (2, 1, 4, 4), (1, 2, 6, 1, 3)])
def test_a_heading_never_skips_a_level(levels: tuple[int, ...], tmp_path: Path) -> None:
    document = of(*(Heading(level, f"Kop {level}") for level in levels), Heading(1, " "))
    path = write_pdf(document, tmp_path / "r.pdf")
    made = [int(kind[2]) for kind in kinds(path) if kind[:2] == "/H" and kind[2:].isdigit()]
    assert all(after <= before + 1 for before, after in pairwise(made))
    assert check_pdf(path) == []


def test_a_single_page_has_no_title_page_and_no_contents(tmp_path: Path) -> None:
    blocks = (Heading(2, "Wat is er gevraagd?", numbered=False), Paragraph((Text("Veel."),)))
    path = write_pdf(of(*blocks, form="blad", banner="CONCEPT"), tmp_path / "r.pdf")
    assert len(PdfReader(path).pages) == 1
    assert "Inhoud" not in words(path)
    assert "CONCEPT" in words(path)


def test_a_wide_long_table_is_on_turned_pages(path: Path) -> None:
    sizes = [(float(p.mediabox.width), float(p.mediabox.height)) for p in PdfReader(path).pages]
    turned = [width > height for width, height in sizes]
    assert turned == sorted(turned) and turned[-1] and not turned[0]
    assert all(page.extract_text().count("\n") > 3 for page in PdfReader(path).pages)


def test_the_same_report_is_the_same_file(sample: Document, tmp_path: Path) -> None:
    first, second = (write_pdf(sample, tmp_path / name).read_bytes() for name in ("a", "b"))
    assert first == second


def test_a_missing_or_broken_figure_is_told(tmp_path: Path) -> None:
    svg = tmp_path / "f.svg"
    document = of(Picture(tmp_path / "f.png", svg, "Figuur", (Text("Iets"),)))
    with pytest.raises(KwalError, match="figuur ontbreekt"):
        write_pdf(document, tmp_path / "r.pdf")
    svg.write_text("geen svg", encoding="utf-8")
    with pytest.raises(KwalError, match="niet te maken"):
        write_pdf(document, tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return usual(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ProjectError, match=r"kwalevaluatie\[pdf\]"):
        write_pdf(of(), tmp_path / "r.pdf")
