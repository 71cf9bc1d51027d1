from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree
from tests.support.sample_document import sample_document
from tests.support.word_template import PURPLE, Change, nothing, word_template

from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import Span
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Number,
    Paragraph,
    Quote,
    Table,
    Text,
)
from kwalevaluatie.report.word import write_word

WORDS = Paragraph((Text("Wij spraken mensen."),))
BLOCKS = (
    Heading(1, "Begin"),
    WORDS,
    Heading(2, "Deel"),
    Bullets(((Text("een"),), (Text("twee"),))),
    Quote("Zo ging dat.", "inwoner", "R03", "gesprek-7", Span(4, 10, 22)),
    Paragraph((Number("doel/x", "vijf"),)),
    Heading(1, "Bijlage", numbered=False),
)


def report(*blocks: Block, banner: str = "") -> Document:
    return Document(
        "Samen <verder>", "Onder & boven", "RSD Veldermeer", "juni 2025", banner, blocks
    )


def fill(
    folder: Path,
    *body: str,
    change: Change = nothing,
    document: Document | None = None,
    name: str = "huis.docx",
) -> Any:
    template = word_template(folder / name, *body, change=change)
    made = write_word(
        document or report(*BLOCKS), folder / "r.docx", template, period="2024", version="intern"
    )
    return docx.Document(str(made))


def texts(file: Any) -> list[str]:
    return [p.text for p in file.paragraphs]


def styled(file: Any, style: str) -> list[Any]:
    return [p for p in file.paragraphs if p.style.name == style]


@pytest.mark.parametrize("name", ["huis.docx", "huis.dotx"])
def test_fields_are_filled_in_body_header_and_footer(name: str, tmp_path: Path) -> None:
    file = fill(tmp_path, "{{ titel }}", "{{ ondertitel }}", "{{ rapport }}", name=name)
    assert texts(file)[:2] == ["Samen <verder>", "Onder & boven"]
    section = file.sections[0]
    assert section.header.paragraphs[0].text == "RSD Veldermeer"
    assert section.footer.paragraphs[0].text == "2024, intern, juni 2025"
    assert file.core_properties.title == "Samen <verder>"


def test_a_field_that_word_cut_in_pieces_is_filled(tmp_path: Path) -> None:
    def cut(file: Any) -> None:
        paragraph = file.add_paragraph()
        for piece in ("{{ ti", "tel", " }}"):
            paragraph.add_run(piece)

    assert "Samen <verder>" in texts(fill(tmp_path, "{{ rapport }}", change=cut))


@pytest.mark.parametrize("tag", ["{{ rapport }}", "{{p rapport }}", " {{rapport}} "])
def test_the_report_comes_where_its_field_stands(tag: str, tmp_path: Path) -> None:
    shown = texts(fill(tmp_path, "{{ titel }}", "Voorwoord", tag, "Colofon"))
    assert shown.index("Voorwoord") < shown.index("Begin") < shown.index("Colofon")
    assert not any("rapport" in text for text in shown)


def test_the_report_comes_at_the_end_where_there_is_no_field(tmp_path: Path) -> None:
    shown = texts(fill(tmp_path, "{{ titel }}", "Voorwoord"))
    assert shown.index("Voorwoord") < shown.index("Begin")
    assert shown[-1] == "Bijlage"


def test_without_a_field_for_it_the_title_is_shown_all_the_same(tmp_path: Path) -> None:
    own = fill(tmp_path, "{{ titel }}", "{{ rapport }}")
    assert texts(own).count("Samen <verder>") == 1
    assert texts(fill(tmp_path, "{{ rapport }}")).count("Samen <verder>") == 1


def test_the_warning_of_a_concept_is_never_lost(tmp_path: Path) -> None:
    document = report(*BLOCKS, banner="CONCEPT")
    for body in (("{{ titel }}", "{{ rapport }}"), ("{{ rapport }}",)):
        assert texts(fill(tmp_path, *body, document=document)).count("CONCEPT") == 1


def test_the_styles_of_the_template_win(tmp_path: Path) -> None:
    file = fill(tmp_path, "{{ rapport }}")
    assert str(file.styles["Heading 1"].font.color.rgb) == PURPLE
    assert file.styles["Normal"].font.name == "Georgia"
    assert [p.text for p in styled(file, "Heading 1")] == ["Begin", "Bijlage"]
    assert [p.text for p in styled(file, "List Bullet")] == ["een", "twee"]
    assert len(styled(file, "Quote")) == 1


def test_a_template_in_dutch_word_has_ids_of_its_own(tmp_path: Path) -> None:
    def rename(file: Any) -> None:
        for style in file.styles.element.findall(qn("w:style")):
            if style.get(qn("w:styleId")) == "Heading1":
                style.set(qn("w:styleId"), "Kop1")
        file.styles["Heading 2"].element.find(qn("w:name")).set(qn("w:val"), "Kop 2")

    file = fill(tmp_path, "{{ rapport }}", change=rename)
    used = file.element.body.xpath("./w:p/w:pPr/w:pStyle/@w:val")
    assert used.count("Kop1") == 2 and "Heading1" not in used
    assert [p.text for p in styled(file, "Kop 2")] == ["Deel"]


def test_only_what_is_missing_is_added(tmp_path: Path) -> None:
    file = fill(tmp_path, "{{ rapport }}", document=report(*BLOCKS, banner="CONCEPT"))
    names = [
        style.find(qn("w:name")).get(qn("w:val"))
        for style in file.styles.element.iter(qn("w:style"))
    ]
    assert len(names) == len(set(names))
    assert {"Banner", "Rapporttabel", "Tabelkop"} <= set(names)
    known = {style.get(qn("w:styleId")) for style in file.styles.element.iter(qn("w:style"))}
    assert set(file.element.body.xpath(".//w:pStyle/@w:val | .//w:tblStyle/@w:val")) <= known
    based = file.styles.element.xpath("//w:basedOn/@w:val")
    assert set(based) <= known


def test_a_style_with_our_id_but_another_name_keeps_both(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        style = file.styles.add_style("Iets anders", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), "Banner")

    file = fill(tmp_path, "{{ rapport }}", change=add, document=report(WORDS, banner="CONCEPT"))
    (banner,) = [p for p in file.paragraphs if p.text == "CONCEPT"]
    assert banner.style.name == "Banner" and banner.style.style_id == "RapportBanner"


def list_of(file: Any, style: str) -> list[str]:
    return file.styles[style].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")


def test_headings_get_numbers_where_the_template_has_none(tmp_path: Path) -> None:
    file = fill(tmp_path, "{{ rapport }}")
    (number,) = list_of(file, "Heading 1")
    numbering = file.part.numbering_part.element
    (list_id,) = numbering.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    tied = numbering.xpath(f"./w:abstractNum[@w:abstractNumId='{list_id}']//w:pStyle/@w:val")
    assert tied == ["Heading1", "Heading2"]
    kinds = [etree.QName(child).localname for child in numbering]
    assert kinds == sorted(kinds, key=("abstractNum", "num").index)


def test_the_numbers_of_the_template_stay(tmp_path: Path) -> None:
    def number(file: Any) -> None:
        properties = file.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = 3

    file = fill(tmp_path, "{{ rapport }}", change=number)
    assert list_of(file, "Heading 1") == ["3"]
    assert list_of(file, "Heading 2") == []


def test_a_template_without_lists_gets_them(tmp_path: Path) -> None:
    def drop(file: Any) -> None:
        for id, rel in list(file.part.rels.items()):
            if rel.reltype.endswith("/numbering"):
                del file.part.rels[id]
        for properties in list(file.styles.element.iter(qn("w:numPr"))):
            properties.getparent().remove(properties)

    file = fill(tmp_path, "{{ rapport }}", change=drop)
    assert list_of(file, "Heading 1") and list_of(file, "List Bullet")


def test_every_number_stands_in_a_control(tmp_path: Path) -> None:
    file = fill(tmp_path, "{{ rapport }}")
    tags = file.element.body.xpath(".//w:sdt/w:sdtPr/w:tag/@w:val")
    assert tags == ["citaat:gesprek-7/4:10-22", "doel/x"]


def test_the_language_becomes_dutch(tmp_path: Path) -> None:
    file = fill(tmp_path, "{{ rapport }}")
    assert set(file.styles.element.xpath("//w:lang/@w:val")) == {"nl-NL"}


def test_a_language_that_is_missing_is_set(tmp_path: Path) -> None:
    def drop(file: Any) -> None:
        styles = file.styles.element
        styles.remove(styles.find(qn("w:docDefaults")))

    file = fill(tmp_path, "{{ rapport }}", change=drop)
    assert file.styles.element.xpath("./w:docDefaults//w:lang/@w:val") == ["nl-NL"]


def test_contents_of_the_template_are_used(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        code = file.add_paragraph().add_run()._r.makeelement(qn("w:instrText"), {})
        code.text = ' TOC \\o "1-2" '
        file.paragraphs[-1].runs[0]._r.append(code)

    file = fill(tmp_path, "{{ rapport }}", change=add)
    assert len([c for c in file.element.body.itertext(qn("w:instrText")) if "TOC" in c]) == 1
    (renewed,) = file.settings.element.iter(qn("w:updateFields"))
    assert next(renewed.itersiblings()).tag in (qn("w:hdrShapeDefaults"), qn("w:compat"))


def test_a_turned_chapter_leaves_the_rest_of_the_template_upright(tmp_path: Path) -> None:
    cells = tuple((Text(str(n)),) for n in range(7))
    wide = (Heading(1, "Register"), Table("Register", tuple("abcdefg"), (cells,) * 40))
    file = fill(tmp_path, "Vooraf", "{{ rapport }}", "Colofon", document=report(*BLOCKS, *wide))
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in file.sections]
    assert turned == [False, True, False]
    last = fill(tmp_path, "Vooraf", "{{ rapport }}", document=report(*BLOCKS, *wide))
    assert [s.orientation == WD_ORIENT.LANDSCAPE for s in last.sections] == [False, True]
    assert last.sections[0].header.paragraphs[0].text == "RSD Veldermeer"
    assert last.sections[1].header.is_linked_to_previous


def test_a_section_of_its_own_for_the_report_stays(tmp_path: Path) -> None:
    def split(file: Any) -> None:
        file.add_paragraph("{{ rapport }}")
        file.add_section()
        body = file.element.body
        body[-3].get_or_add_pPr().append(body[-2].pPr.find(qn("w:sectPr")))
        body.remove(body[-2])
        file.add_paragraph("Colofon")

    file = fill(tmp_path, "Vooraf", change=split)
    ends = file.element.body.xpath("./w:p[w:pPr/w:sectPr]")
    assert len(file.sections) == 2
    assert ["".join(p.itertext(qn("w:t"))) for p in ends] == ["Bijlage"]
    assert texts(file)[-1] == "Colofon"


def test_no_empty_paragraph_is_left_where_the_field_stood(tmp_path: Path) -> None:
    file = fill(tmp_path, "{{ titel }}", "{{ rapport }}", "Colofon")
    shown = ["".join(p._p.itertext(qn("w:t"))) for p in file.paragraphs]
    assert "" not in shown and shown[-2:] == ["Bijlage", "Colofon"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{ tittel }}", r"onbekend veld \{\{ tittel \}\}[\s\S]*Bedoelde u “titel”"),
        ("{{ titel", "klopt niet"),
        ("{% if %}", "klopt niet"),
        ("{{ titel.__class__.__mro__ }}", "sjabloon"),
        ("{{ ''.__class__.__base__.__subclasses__() }}", "sjabloon"),
        ("Hier: {{ rapport }} enzovoort", "waar geen rapport past|plek"),
    ],
)
def test_a_field_that_cannot_be_filled_is_told(body: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(KwalError, match=message) as problem:
        fill(tmp_path, body)
    assert "huis.docx" in str(problem.value) and problem.value.todo
    assert not (tmp_path / "r.docx").exists()


def test_an_unknown_field_in_a_header_is_told(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        file.sections[0].header.paragraphs[0].text = "{{ logo }}"

    with pytest.raises(KwalError, match="logo"):
        fill(tmp_path, "{{ rapport }}", change=add)


def test_a_report_in_a_table_or_twice_is_told(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        file.add_table(1, 1).cell(0, 0).text = "{{ rapport }}"

    for body, change in (((), add), (("{{ rapport }}", "{{ rapport }}"), nothing)):
        with pytest.raises(KwalError, match="past"):
            fill(tmp_path, *body, change=change)


@pytest.mark.parametrize(
    ("name", "content"), [("a.docx", b"geen zip"), ("a.odt", b""), ("b.docx", None)]
)
def test_what_is_no_template_is_told(name: str, content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(KwalError, match=name):
        write_word(report(WORDS), tmp_path / "r.docx", tmp_path / name)


def test_a_zip_that_is_no_word_file_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        packed.writestr("x.txt", "x")
    with pytest.raises(KwalError, match="geen leesbaar Word-bestand"):
        write_word(report(WORDS), tmp_path / "r.docx", tmp_path / "a.docx")


def test_the_whole_sample_fits_in_a_template(tmp_path: Path) -> None:
    sample = sample_document(tmp_path)
    file = fill(tmp_path, "{{ titel }}", "{{ rapport }}", "Colofon", document=sample)
    ids = file.element.body.xpath(".//wp:docPr/@id")
    assert len(ids) == len(set(ids)) == 4
    controls = file.element.body.xpath(".//w:sdtPr/w:id/@w:val")
    assert len(controls) == len(set(controls))
