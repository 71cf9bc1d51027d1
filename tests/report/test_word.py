from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree
from tests.support.sample_document import sample_document

from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import Span
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
    plain,
)
from kwalevaluatie.report.marks import outline
from kwalevaluatie.report.word import write_word

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return sample_document(tmp_path_factory.mktemp("figuren"))


@pytest.fixture(scope="module")
def path(sample: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_word(sample, tmp_path_factory.mktemp("rapport") / "rapport.docx")


@pytest.fixture(scope="module")
def file(path: Path) -> Any:
    return docx.Document(str(path))


def report(*blocks: Block) -> Document:
    return Document("Titel", "", "Dienst", "2026", "", blocks)


def written(tmp_path: Path, *blocks: Block) -> Any:
    return docx.Document(str(write_word(report(*blocks), tmp_path / "r.docx")))


def find(file: Any, query: str) -> list[Any]:
    return file.element.body.xpath(query)


def blocks_of(document: Document, kind: type) -> list[Any]:
    return [block for block in document.blocks if isinstance(block, kind)]


def styled(file: Any, style: str) -> list[str]:
    return [p.text for p in file.paragraphs if p.style.name == style]


def shown_text(element: Any) -> str:
    return "".join(element.itertext(qn("w:t")))


def test_headings_are_real_and_hold_no_typed_number(sample: Document, file: Any) -> None:
    for level in (1, 2, 3):
        expected = [h.text for h in blocks_of(sample, Heading) if h.level == level]
        assert styled(file, f"Heading {level}") == expected


def test_heading_numbers_come_from_a_list_that_is_tied_to_the_styles(path: Path) -> None:
    parts = {name: part(path, f"word/{name}.xml") for name in ("styles", "numbering")}
    tied = parts["numbering"].xpath("//w:lvl/w:pStyle/@w:val", namespaces=W)
    assert tied == ["Heading1", "Heading2"]
    for style in tied:
        rule = f"//w:style[@w:styleId='{style}']//w:numId/@w:val"
        assert parts["styles"].xpath(rule, namespaces=W) == ["1"]


def part(path: Path, name: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(path).read(name))


def test_an_unnumbered_heading_takes_itself_out_of_the_list(sample: Document, file: Any) -> None:
    bare = find(file, "./w:p[w:pPr/w:numPr/w:numId/@w:val='0']")
    assert [shown_text(p) for p in bare] == [
        h.text for h in blocks_of(sample, Heading) if not h.numbered
    ]


def test_the_contents_are_a_field_with_every_heading_in_it(sample: Document, file: Any) -> None:
    (contents,) = find(file, "./w:sdt[.//w:docPartGallery/@w:val='Table of Contents']")
    assert 'TOC \\o "1-2"' in "".join(contents.itertext(qn("w:instrText")))
    lines = [shown_text(p) for p in contents.iter(qn("w:p"))]
    listed = [e for e in outline(sample.blocks) if e.heading.level <= 2]
    assert lines == ["Inhoud", *(e.number + e.heading.text for e in listed), ""]


def test_every_link_in_the_contents_leads_to_a_heading(file: Any) -> None:
    targets = set(find(file, "./w:p/w:bookmarkStart/@w:name"))
    links = find(file, ".//w:hyperlink/@w:anchor")
    assert links and set(links) <= targets


def test_fields_open_and_close(file: Any) -> None:
    kinds = Counter(find(file, ".//w:fldChar/@w:fldCharType"))
    assert len(set(kinds.values())) == 1
    assert "updateFields" not in etree.tostring(file.settings.element).decode()
    assert not find(file, ".//w:fldChar/@w:dirty")


def test_every_number_stands_in_a_control_with_its_id(sample: Document, file: Any) -> None:
    controls = find(file, ".//w:sdt[w:sdtPr/w:alias/@w:val='cijfer']")
    found = [(tag_of(c), shown_text(c)) for c in controls]
    assert Counter(found) == Counter((n.id, n.text) for n in numbers(sample))


def tag_of(control: Any) -> str:
    return control.xpath("string(w:sdtPr/w:tag/@w:val)", namespaces=W)


def numbers(document: Document) -> list[Number]:
    rows = [cell for table in blocks_of(document, Table) for row in table.rows for cell in row]
    items = [item for bullets in blocks_of(document, Bullets) for item in bullets.items]
    prose = [paragraph.inlines for paragraph in blocks_of(document, Paragraph)]
    return [i for inlines in (*rows, *items, *prose) for i in inlines if isinstance(i, Number)]


def test_control_ids_differ(file: Any) -> None:
    ids = find(file, ".//w:sdtPr/w:id/@w:val")
    assert len(ids) == len(set(ids))


def test_a_quotation_names_its_group_and_never_the_respondent(tmp_path: Path) -> None:
    quote = Quote("Zo ging dat.", "inwoner", "R03", "gesprek-7", Span(4, 10, 22))
    file = written(tmp_path, quote)
    (control,) = find(file, ".//w:sdt[w:sdtPr/w:alias/@w:val='citaat']")
    assert tag_of(control) == "citaat:gesprek-7/4:10-22"
    assert shown_text(control) == "“Zo ging dat.”"
    (paragraph,) = find(file, "./w:p[w:pPr/w:pStyle/@w:val='Citaat']")
    assert "● Inwoner" in shown_text(paragraph)
    assert "R03" not in etree.tostring(file.element).decode()


@pytest.mark.parametrize(
    "block",
    [
        Quote("Ja.", "inwoner", "R1", "g" * 60, Span(1, 0, 3)),
        Paragraph((Number("n" * 65, "3"),)),
    ],
)
def test_a_reference_that_word_cannot_hold_is_an_error(block: Block, tmp_path: Path) -> None:
    with pytest.raises(KwalError, match="te lang voor Word"):
        write_word(report(block), tmp_path / "r.docx")
    assert not list(tmp_path.iterdir())


def test_a_tag_of_sixty_four_fits(tmp_path: Path) -> None:
    file = written(tmp_path, Paragraph((Number("n" * 64, "3"),)))
    assert find(file, ".//w:tag/@w:val") == ["n" * 64]


def test_a_paragraph_carries_the_mark_of_its_perspective(tmp_path: Path) -> None:
    prose = Paragraph((Text("Kort gezegd."),), perspective="netwerkpartner")
    assert styled(written(tmp_path, prose), "Normal") == [" ◆ Netwerkpartner   Kort gezegd."]


def test_a_placeholder_stands_out(tmp_path: Path) -> None:
    file = written(tmp_path, Placeholder("Conclusie"))
    assert styled(file, "Invulplek") == ["[ZELF INVULLEN] Conclusie"]
    look = file.styles["Invulplek"].element
    assert look.xpath(".//w:shd/@w:fill") and look.xpath(".//w:pBdr/w:top")


def test_tables_have_a_caption_and_a_repeated_header(sample: Document, file: Any) -> None:
    captions = [text for text in styled(file, "Caption") if text.startswith("Tabel")]
    tables = blocks_of(sample, Table)
    expected = [f"Tabel {n}  {table.caption}" for n, table in enumerate(tables, 1)]
    assert captions == expected
    for table in file.tables:
        assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows[:2]] == [
            True,
            False,
        ]


def test_tables_hold_the_cells_and_fit_the_page(sample: Document, file: Any) -> None:
    for table, expected in zip(file.tables, blocks_of(sample, Table), strict=True):
        cells = [[shown_text(tc) for tc in tr.findall(qn("w:tc"))] for tr in table._tbl.tr_lst]
        assert cells[0] == list(expected.header)
        assert cells[1:] == [[plain(cell) for cell in row] for row in expected.rows]
        assert sum(map(int, table._tbl.xpath("w:tblGrid/w:gridCol/@w:w"))) <= 14_004
    assert not find(file, ".//w:gridSpan | .//w:vMerge")
    assert len(find(file, ".//w:cantSplit")) == len(find(file, ".//w:tr"))


def test_widths_are_weights_but_leave_room_for_the_longest_word(tmp_path: Path) -> None:
    row = tuple((Text(text),) for text in ("a", "onuitsprekelijkheden", "c"))
    table = Table("T", ("x", "y", "z"), (row,), widths=(3, 1, 6))
    grid = find(written(tmp_path, table), ".//w:gridCol/@w:w")
    first, second, third = map(int, grid)
    assert second > 20 * 100 and first < third
    assert sum((first, second, third)) <= 9072


def test_captions_count_by_field(file: Any) -> None:
    codes = [t.text.strip() for t in find(file, ".//w:instrText") if "SEQ" in t.text]
    assert Counter(code.split()[1] for code in codes) == {"Tabel": 7, "Figuur": 4}


def test_pictures_have_a_text_and_fit_the_page(sample: Document, file: Any) -> None:
    pictures = blocks_of(sample, Picture)
    assert find(file, ".//wp:docPr/@descr") == [plain(picture.alt) for picture in pictures]
    assert all(shape.width <= docx.shared.Cm(16.01) for shape in file.inline_shapes)
    captions = [text for text in styled(file, "Caption") if text.startswith("Figuur")]
    assert captions == [f"Figuur {n}  {p.caption}" for n, p in enumerate(pictures, 1)]


def test_the_language_is_dutch_everywhere(path: Path, file: Any) -> None:
    styles = part(path, "word/styles.xml")
    languages = {lang.get(qn("w:val")) for lang in styles.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    theme = file.settings.element.find(qn("w:themeFontLang"))
    assert theme.get(qn("w:val")) == "nl-NL"
    assert file.core_properties.language == "nl-NL"


def test_the_properties_name_title_and_organisation(sample: Document, file: Any) -> None:
    known = file.core_properties
    assert (known.title, known.author) == (sample.title, sample.organisation)
    assert known.comments == ""


def test_a_page_is_a4_with_title_and_page_number(sample: Document, file: Any) -> None:
    section = file.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert {round(m.cm, 1) for m in (section.left_margin, section.top_margin)} == {2.5}
    assert section.header.paragraphs[0].text == sample.title
    footer = section.footer.paragraphs[0]
    assert footer.text == "Pagina 1 van 1"
    codes = [t.text.strip() for t in footer._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert section.different_first_page_header_footer


def test_a_long_wide_table_turns_its_chapter(tmp_path: Path) -> None:
    cells = tuple((Text(str(n)),) for n in range(7))
    chapters = (
        Heading(1, "Register", numbered=False),
        Table("Register", tuple("abcdefg"), (cells,) * 40),
        Heading(1, "Slot"),
        Paragraph((Text("Einde."),)),
    )
    file = written(tmp_path, Heading(1, "Begin"), Paragraph((Text("Tekst."),)), *chapters)
    wide = [section.orientation == WD_ORIENT.LANDSCAPE for section in file.sections]
    assert wide == [False, True, False]
    assert [s.different_first_page_header_footer for s in file.sections] == [True, False, False]


def test_only_styles_that_exist_are_used(path: Path) -> None:
    known = set(part(path, "word/styles.xml").xpath("//w:style/@w:styleId", namespaces=W))
    used = part(path, "word/document.xml").xpath("//w:pStyle/@w:val", namespaces=W)
    assert set(used) <= known


def test_strange_text_is_kept_or_cleaned(tmp_path: Path) -> None:
    file = written(tmp_path, Paragraph((Text("<b> & \"x\"\x00\x0b 'y' 😀\nnieuw"),)))
    assert styled(file, "Normal") == ["<b> & \"x\" 'y' 😀\nnieuw"]


def test_a_report_without_blocks_is_still_a_report(tmp_path: Path) -> None:
    file = written(tmp_path)
    assert styled(file, "Title") == ["Titel"]
    assert not find(file, ".//w:fldChar")


def test_the_same_report_gives_the_same_parts(sample: Document, path: Path, tmp_path: Path) -> None:
    again = write_word(sample, tmp_path / "weer.docx")
    one, two = zipfile.ZipFile(path), zipfile.ZipFile(again)
    assert one.namelist() == two.namelist()
    assert all(one.read(name) == two.read(name) for name in one.namelist())


def test_nothing_is_left_beside_and_the_old_file_survives(sample: Document, tmp_path: Path) -> None:
    path = write_word(report(), tmp_path / "r.docx")
    before = path.read_bytes()
    picture = replace(blocks_of(sample, Picture)[0], png=tmp_path / "weg.png")
    with pytest.raises(KwalError, match="figuur ontbreekt"):
        write_word(report(picture), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["r.docx"]


def test_a_picture_that_is_none_is_an_error(sample: Document, tmp_path: Path) -> None:
    (tmp_path / "geen.png").write_text("geen plaatje")
    picture = replace(blocks_of(sample, Picture)[0], png=tmp_path / "geen.png")
    with pytest.raises(KwalError, match="geen leesbare PNG"):
        write_word(report(picture), tmp_path / "r.docx")


def test_a_short_table_stays_on_one_page_and_a_long_one_need_not(tmp_path: Path) -> None:
    row = ((Text("a"),), (Text("1"),))
    short, long = (Table("T", ("x", "y"), (row,) * times) for times in (3, 40))
    file = written(tmp_path, short, long)
    kept = [len(table._tbl.xpath("w:tr[.//w:keepNext]")) for table in file.tables]
    assert kept == [3, 0]


def test_one_page_has_no_title_page_no_contents_and_no_breaks(tmp_path: Path) -> None:
    blocks = (Heading(2, "Wat is er gevraagd?", False), Paragraph((Text("Veel."),)))
    page = Document("Titel", "Onder", "Dienst", "2026", "CONCEPT", blocks, ("inwoner",), "blad")
    file = docx.Document(str(write_word(page, tmp_path / "r.docx")))
    assert [p.text for p in file.paragraphs] == [
        "Dienst · 2026", "Titel", "Onder", "CONCEPT", "Wat is er gevraagd?", "Veel.",
    ]  # fmt: skip
    assert styled(file, "Heading 1") == ["Titel"]
    assert styled(file, "Heading 2") == ["Wat is er gevraagd?"]
    assert not find(file, ".//w:pageBreakBefore") and len(file.sections) == 1


def test_a_chapter_flows_on_but_what_is_unnumbered_starts_a_page(tmp_path: Path) -> None:
    names = (("Vooraf", False), ("Begin", True), ("Vervolg", True), ("Bijlage", False))
    file = written(tmp_path, *(Heading(1, name, numbered) for name, numbered in names))
    breaks = find(file, "./w:p[w:pPr/w:pageBreakBefore]")
    assert [shown_text(p) for p in breaks] == ["Vooraf", "Bijlage"]


def test_a_quotation_without_a_place_has_no_control(tmp_path: Path) -> None:
    file = written(tmp_path, Quote("Zo ging dat.", "inwoner", "", "", Span(0, 0, 12)))
    assert not find(file, ".//w:sdt")
    assert "“Zo ging dat.”" in file.paragraphs[-1].text


def test_no_paragraph_is_empty(sample: Document, file: Any) -> None:
    held = ("w:drawing", "w:sectPr", "w:fldChar[@w:fldCharType='end']")
    query = " or ".join(f".//{name}" for name in held)
    assert [p for p in find(file, f".//w:p[not({query})]") if not shown_text(p).strip()] == []
