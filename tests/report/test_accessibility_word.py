from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from matplotlib.figure import Figure as Plot
from tests.support.sample_document import sample_document

from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.accessibility import RULES, Remark, remarks_on
from kwalevaluatie.report.word import write_word

DUTCH = "Wij spraken met de mensen van het dorp en dat is in de zomer niet voor niets gedaan."
ENGLISH = "The people of the village told that it was not for them, and they are right."
Make = Callable[[Any], object]


def sound() -> Any:
    """A Word file that has everything a reader needs."""
    file = docx.Document()
    file.core_properties.title = "Een titel"
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    for level in (1, 2, 3):
        file.styles[f"Heading {level}"].font.color.rgb = RGBColor(0, 0, 0)
    file.add_heading("Een kop", 1)
    file.add_paragraph(DUTCH)
    return file


def remarks(tmp_path: Path, make: Make, file: Any = None) -> list[Remark]:
    file = file or sound()
    make(file)
    file.save(str(tmp_path / "f.docx"))
    return remarks_on(tmp_path / "f.docx")


def rules(tmp_path: Path, make: Make, file: Any = None) -> list[str]:
    return [remark.rule for remark in remarks(tmp_path, make, file)]


def nothing(_: Any) -> None: ...


def test_a_sound_file_has_no_remarks(tmp_path: Path) -> None:
    assert remarks(tmp_path, nothing) == []


def test_our_own_report_has_no_remarks(tmp_path: Path) -> None:
    path = write_word(sample_document(tmp_path), tmp_path / "rapport.docx")
    assert remarks_on(path) == []


def test_what_python_docx_makes_by_itself_has_no_title_and_is_not_dutch(tmp_path: Path) -> None:
    file = docx.Document()
    file.core_properties.title = ""
    file.add_paragraph(DUTCH)
    assert rules(tmp_path, nothing, file) == ["titel-ontbreekt", "taal-anders"]


def test_a_file_without_a_language(tmp_path: Path) -> None:
    def drop(file: Any) -> None:
        for language in list(file.styles.element.iter(qn("w:lang"))):
            language.getparent().remove(language)

    assert rules(tmp_path, drop) == ["taal-ontbreekt"]


def test_runs_that_are_dutch_make_the_file_dutch(tmp_path: Path) -> None:
    file = docx.Document()
    file.core_properties.title = "Een titel"
    run = file.add_paragraph().add_run(DUTCH)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="nl-NL"/>'))
    assert rules(tmp_path, nothing, file) == []


@pytest.mark.parametrize(("text", "found"), [(DUTCH, ["taal-van-deel"]), (ENGLISH, [])])
def test_a_part_that_claims_another_language(text: str, found: list[str], tmp_path: Path) -> None:
    def claim(file: Any) -> None:
        run = file.add_paragraph().add_run(text)
        run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB"/>'))

    assert rules(tmp_path, claim) == found


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ((2, 3), []),
        ((3,), ["kop-overgeslagen"]),
        ((2, 2, 1, 2), []),
        ((1, 3), ["kop-overgeslagen"]),
    ],
)
def test_heading_levels(levels: tuple[int, ...], found: list[str], tmp_path: Path) -> None:
    def add(file: Any) -> None:
        for level in levels:
            file.add_heading("Kop", level)

    assert rules(tmp_path, add) == found


def test_a_first_heading_that_is_not_the_highest(tmp_path: Path) -> None:
    file = sound()
    file.paragraphs[0].style = file.styles["Heading 2"]
    assert rules(tmp_path, nothing, file) == ["eerste-kop"]


def test_an_empty_heading(tmp_path: Path) -> None:
    assert rules(tmp_path, lambda f: f.add_heading("", 1)) == ["kop-leeg"]


def test_a_long_text_without_headings(tmp_path: Path) -> None:
    file = sound()
    file.paragraphs[0].style = file.styles["Normal"]
    file.paragraphs[0].add_run(" en meer woorden." * 120)
    assert rules(tmp_path, nothing, file) == ["koppen-ontbreken"]


def bold(text: str) -> Make:
    def add(file: Any) -> None:
        file.add_paragraph().add_run(text).bold = True

    return add


def large(file: Any) -> None:
    file.add_paragraph().add_run("Onze uitkomsten").font.size = Pt(16)


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (bold("Onze uitkomsten"), ["nepkop"]),
        (large, ["nepkop"]),
        (bold("Dit is een zin die nadruk krijgt."), []),
        (bold("Let op:"), []),
    ],
)
def test_paragraphs_that_only_look_like_a_heading(
    make: Make, found: list[str], tmp_path: Path
) -> None:
    assert rules(tmp_path, make) == found


@pytest.fixture(scope="module")
def png(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("beeld") / "p.png"
    Plot(figsize=(1, 1)).savefig(path)
    return path


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        (None, ["alt-ontbreekt"]),
        ("", ["alt-ontbreekt"]),
        ("IMG_0234.jpg", ["alt-nietszeggend"]),
        ("Afbeelding 3", ["alt-nietszeggend"]),
        ("grafiek", ["alt-nietszeggend"]),
        ("Schermafbeelding van het formulier", ["tekst-in-beeld"]),
        ("Vijf van de elf inwoners zijn positief.", []),
    ],
)
def test_texts_of_pictures(alt: str | None, found: list[str], png: Path, tmp_path: Path) -> None:
    assert rules(tmp_path, lambda f: picture(f, png, alt)) == found


def picture(file: Any, png: Path, alt: str | None) -> Any:
    described = file.add_picture(str(png))._inline.docPr
    described.attrib.pop("descr", None)
    if alt is not None:
        described.set("descr", alt)
    return described


def test_a_decorative_picture_needs_no_text(png: Path, tmp_path: Path) -> None:
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"

    def add(file: Any) -> None:
        picture(file, png, None).append(
            parse_xml(f'<adec:decorative xmlns:adec="{space}" val="1"/>')
        )

    assert rules(tmp_path, add) == []


def test_a_picture_in_a_header_counts(png: Path, tmp_path: Path) -> None:
    def add(file: Any) -> None:
        file.sections[0].header.paragraphs[0].add_run().add_picture(str(png))

    (found,) = remarks(tmp_path, add)
    assert (found.rule, found.place) == ("alt-ontbreekt", "koptekst")


def table(rows: int, columns: int, *, header: bool = True) -> Make:
    def add(file: Any) -> Any:
        made = file.add_table(rows, columns)
        for cell in made._cells:
            cell.text = "cel"
        if header:
            properties = made.rows[0]._tr.get_or_add_trPr()
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        return made

    return add


def merged(file: Any) -> None:
    made: Any = table(3, 3)(file)
    made.cell(1, 0).merge(made.cell(1, 1))


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (table(3, 2), []),
        (table(3, 2, header=False), ["tabel-zonder-kop"]),
        (table(1, 1, header=False), ["opmaaktabel"]),
        (table(1, 3, header=False), ["opmaaktabel"]),
        (merged, ["tabel-samengevoegd"]),
    ],
)
def test_tables(make: Make, found: list[str], tmp_path: Path) -> None:
    assert rules(tmp_path, make) == found


def test_a_table_in_a_table(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        made: Any = table(2, 2)(file)
        made.cell(1, 1).add_table(2, 2)

    assert rules(tmp_path, add) == ["tabel-genest", "tabel-zonder-kop"]


def paragraphs(*texts: str) -> Make:
    def add(file: Any) -> None:
        for text in texts:
            file.add_paragraph(text)

    return add


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (paragraphs("", ""), ["lege-alineas"]),
        (paragraphs("", "tekst.", ""), []),
        (paragraphs("- een", "- twee", "- drie"), ["neplijst"]),
        (paragraphs("1. een", "2. twee"), ["neplijst"]),
        (paragraphs("- een streep vooraan."), []),
        (paragraphs("1984 was een jaar.", "1985 ook."), []),
        (paragraphs("naam\tk\tn", "Anja\t3\t4"), ["tabs-als-tabel"]),
        (paragraphs("Zie de rode cellen."), ["alleen-kleur"]),
        (paragraphs("Negatief is rood gemarkeerd."), ["alleen-kleur"]),
        (paragraphs("Dat is de rode draad van het verhaal."), []),
    ],
)
def test_layout_that_is_not_what_it_looks_like(
    make: Make, found: list[str], tmp_path: Path
) -> None:
    assert rules(tmp_path, make) == found


def test_real_lists_are_no_typed_ones(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        for text in ("- een", "- twee"):
            file.add_paragraph(text, style="List Bullet")

    assert rules(tmp_path, add) == []


def test_justified_text_is_told_once(tmp_path: Path) -> None:
    def add(file: Any) -> None:
        for _ in range(3):
            file.add_paragraph(DUTCH).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    (found,) = remarks(tmp_path, add)
    assert (found.rule, found.place) == ("uitgevuld", "alinea 3 (en nog 2)")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("klik hier", ["linktekst"]),
        ("Lees meer", ["linktekst"]),
        ("https://example.org/x", ["kaal-adres"]),
        ("het jaarverslag van de dienst", []),
    ],
)
def test_links(text: str, found: list[str], tmp_path: Path) -> None:
    def add(file: Any) -> None:
        id = file.part.relate_to("https://example.org", RELATIONSHIP_TYPE.HYPERLINK, True)
        start = f'<w:hyperlink {nsdecls("w", "r")} r:id="{id}">'
        xml = f"{start}<w:r><w:t>{text}</w:t></w:r></w:hyperlink>"
        file.add_paragraph()._p.append(parse_xml(xml))

    assert rules(tmp_path, add) == found


def coloured(colour: str, points: float = 11, *, mark: Any = None) -> Make:
    def add(file: Any) -> None:
        run = file.add_paragraph().add_run(DUTCH)
        run.font.color.rgb, run.font.size = RGBColor.from_string(colour), Pt(points)
        run.font.highlight_color = mark

    return add


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (coloured("767676"), []),
        (coloured("777777"), ["contrast"]),
        (coloured("949494", 18), []),
        (coloured("000000", mark=WD_COLOR_INDEX.DARK_BLUE), ["contrast"]),
        (coloured("000000", mark=WD_COLOR_INDEX.YELLOW), []),
        (coloured("000000", 7), ["kleine-letters"]),
    ],
)
def test_letters(make: Make, found: list[str], tmp_path: Path) -> None:
    assert rules(tmp_path, make) == found


def test_a_colour_of_a_style_counts(tmp_path: Path) -> None:
    file = sound()
    file.styles["Normal"].font.color.rgb = RGBColor.from_string("CCCCCC")
    assert "contrast" in rules(tmp_path, nothing, file)


def test_a_text_box(tmp_path: Path) -> None:
    box = (
        f"<w:r {nsdecls('w')}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
        "<w:txbxContent><w:p><w:r><w:t>Los kader</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>"
    )
    (found,) = remarks(tmp_path, lambda f: f.add_paragraph()._p.append(parse_xml(box)))
    assert (found.rule, found.excerpt) == ("tekstvak", "Los kader")


def test_a_remark_says_where_and_what_it_rests_on(tmp_path: Path) -> None:
    (found,) = remarks(tmp_path, bold("Onze uitkomsten"))
    assert found.place == "alinea 3" and found.excerpt == "Onze uitkomsten"
    assert found.standard == "WCAG 1.3.1; EN 301 549 10.1.3.1"
    assert found.severity == RULES["nepkop"].severity == "let op"


@pytest.mark.parametrize("name", ["weg.docx", "stuk.docx", "brief.odt"])
def test_a_file_that_cannot_be_checked_is_told(name: str, tmp_path: Path) -> None:
    if name != "weg.docx":
        (tmp_path / name).write_text("geen document")
    with pytest.raises(KwalError, match=name) as problem:
        remarks_on(tmp_path / name)
    assert problem.value.todo


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_word_file_of_libreoffice_is_read(tmp_path: Path) -> None:
    remarks(tmp_path, lambda f: (bold("Onze uitkomsten")(f), table(3, 2, header=False)(f)))
    own = f"-env:UserInstallation=file://{tmp_path}/lo"
    command = ["soffice", own, "--headless", "--convert-to", "docx", "--outdir"]
    made = tmp_path / "uit" / "f.docx"
    subprocess.run([*command, str(made.parent), str(tmp_path / "f.docx")], check=True)
    assert [remark.rule for remark in remarks_on(made)] == ["nepkop", "tabel-zonder-kop"]
