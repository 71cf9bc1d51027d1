"""Reports are read line by line, from every format, with what a line is and where it stands."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.reports import SUFFIXES, read_report

TEXT = """# 2. Uitkomsten

Vijf van de elf inwoners zijn tevreden.

- een punt
> "Het ging goed."

Tabel 1. Inwoners naar wijk
| Wijk | Aantal |
|---|---|
| Noord | 5 |
"""
CONTROL = (
    f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="doel/werk/inwoner/positief"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>vijf van de elf</w:t></w:r></w:sdtContent></w:sdt>"
)
ODT = (
    '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body>'
    '<office:text><text:h text:outline-level="2">Kop</text:h><text:p>Een <text:s/>zin.</text:p>'
    "<text:list><text:list-item><text:p>Punt</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Noord</text:p></table:table-cell>"
    "<table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table>"
    "</office:text></office:body></office:document-content>"
)


def test_lines_of_a_text_keep_their_number(tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    path.write_text(TEXT, encoding="utf-8")
    report = read_report(path)
    assert [(line.number, line.kind) for line in report.lines] == [
        (1, "kop"), (3, "alinea"), (5, "opsomming"), (6, "citaat"), (8, "bijschrift"),
        (9, "tabel"), (10, "tabel"), (11, "tabel"),
    ]  # fmt: skip
    assert report.lines[-1].cells == ("Noord", "5")
    assert not report.ids


def test_columns_that_are_parted_by_wide_gaps(tmp_path: Path) -> None:
    path = tmp_path / "rapport.txt"
    path.write_text("Wijk      Aantal   Deel\nNoord        12    40%\nZuid         18    60%\n")
    assert [line.cells for line in read_report(path).lines] == [
        ("Wijk", "Aantal", "Deel"),
        ("Noord", "12", "40%"),
        ("Zuid", "18", "60%"),
    ]


def test_word_with_a_number_in_a_content_control(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Uitkomsten", level=2)
    paragraph = document.add_paragraph("Er zijn ")
    paragraph._p.append(parse_xml(CONTROL))
    paragraph.add_run(" inwoners tevreden.")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Noord", "5"
    path = tmp_path / "rapport.docx"
    document.save(str(path))
    heading, line, row = read_report(path).lines
    assert (heading.kind, heading.level) == ("kop", 2)
    assert line.text == "Er zijn vijf van de elf inwoners tevreden."
    assert line.text[line.bound[0].start : line.bound[0].stop] == "vijf van de elf"
    assert line.bound[0].id == "doel/werk/inwoner/positief"
    assert (row.cells, row.place) == (("Noord", "5"), "tabel 1, rij 1")


def test_open_document_text(tmp_path: Path) -> None:
    path = tmp_path / "rapport.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("content.xml", ODT)
    lines = read_report(path).lines
    assert [(line.kind, line.text) for line in lines] == [
        ("kop", "Kop"),
        ("alinea", "Een  zin."),
        ("opsomming", "Punt"),
        ("tabel", "Noord | 5"),
    ]


def test_pdf(tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    source, path = tmp_path / "rapport.typ", tmp_path / "rapport.pdf"
    source.write_text("Vijf van de elf inwoners zijn tevreden.\n", encoding="utf-8")
    typst.compile(str(source), output=str(path))
    assert read_report(path).lines[0].text.strip() == "Vijf van de elf inwoners zijn tevreden."


@pytest.mark.parametrize("name", ["rapport.docx", "rapport.odt", "rapport.pdf"])
def test_a_damaged_file_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"geen rapport")
    with pytest.raises(TranscriptError, match="beschadigd"):
        read_report(path)


def test_another_format_is_refused_with_those_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "rapport.pages"
    path.write_text("Een rapport.", encoding="utf-8")
    with pytest.raises(TranscriptError, match=", ".join(SUFFIXES)):
        read_report(path)


def test_an_empty_page_is_no_report(tmp_path: Path) -> None:
    path = tmp_path / "rapport.docx"
    Document().save(str(path))
    with pytest.raises(TranscriptError, match="geen tekst"):
        read_report(path)
