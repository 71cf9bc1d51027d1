"""Remarks as comments in a Word report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from kwalevaluatie.errors import ProjectError
from kwalevaluatie.formats.reports import read_report
from kwalevaluatie.model.reported import Remark
from kwalevaluatie.report.comments import AUTHOR, INITIALS, write_comments

Make = Callable[[Document], None]
CONTROL = (
    f'<w:sdt xmlns:w="{docx.oxml.ns.nsmap["w"]}"><w:sdtPr><w:tag w:val="a/b"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>zes van de elf</w:t></w:r></w:sdtContent></w:sdt>"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A report from elsewhere: a header, runs, a control, a list and a table."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Kop"
    mixed = file.add_paragraph("Er zijn ")
    mixed.add_run("twaalf").bold = True
    mixed.add_run(" inwoners, van wie veertien tevreden.")
    bound = file.add_paragraph("Bij ")
    bound._p.append(docx.oxml.parse_xml(CONTROL))
    bound.add_run(" inwoners.")
    file.add_paragraph("Een punt met 42%.", style="List Bullet")
    table = file.add_table(2, 2)
    for cell, text in zip(table._cells, ("Groep", "Deel", "Inwoners", "90%"), strict=True):
        cell.text = text
    table.cell(1, 1).add_paragraph("van 30")
    path = tmp_path / "bron.docx"
    file.save(str(path))
    return path


def remark_on(source: Path, words: str) -> Remark:
    """A remark on the first line that has these words."""
    line = next(line for line in read_report(source).lines if words in line.text)
    start = line.text.index(words)
    return Remark(line.number, "regel", "fout", words, "Waarom.", start, start + len(words))


def marked(path: Path) -> list[str]:
    """The words between the beginning and the end of each comment."""
    found, now = [], None
    for element in docx.Document(str(path)).element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            now = ""
        elif element.tag == qn("w:commentRangeEnd"):
            found.append(now)
            now = None
        elif element.tag == qn("w:t") and now is not None:
            now += element.text
    return found


@pytest.mark.parametrize("words", ["twaalf", "veertien", "zes van de elf", "42%", "90%", "van 30"])
def test_a_comment_stands_at_its_words(source: Path, words: str, tmp_path: Path) -> None:
    target = tmp_path / "uit.docx"
    write_comments(source, target, read_report(source).lines, [remark_on(source, words)])
    assert marked(target) == [words]
    [comment] = docx.Document(str(target)).comments
    assert (comment.author, comment.initials) == (AUTHOR, INITIALS)
    assert "FOUT: regel" in comment.text
    assert "Waarom." in comment.text


def test_more_comments_leave_the_text_as_it_was(source: Path, tmp_path: Path) -> None:
    target, words = tmp_path / "uit.docx", ["veertien", "tevreden", "twaalf inwoners", "Inwoners"]
    remarks = [remark_on(source, each) for each in words]
    write_comments(source, target, read_report(source).lines, remarks)
    assert read_report(target).lines == read_report(source).lines
    assert sorted(marked(target)) == sorted(words)


def test_nothing_is_overwritten_and_only_word_can_hold_comments(
    source: Path, tmp_path: Path
) -> None:
    with pytest.raises(ProjectError, match="bestaat al"):
        write_comments(source, source, [], [])
    text = tmp_path / "rapport.txt"
    text.write_text("Tekst.", encoding="utf-8")
    with pytest.raises(ProjectError, match="Word-bestand"):
        write_comments(text, tmp_path / "uit.docx", [], [])
    assert not (tmp_path / "uit.docx").exists()
