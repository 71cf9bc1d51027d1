"""Word documents: changes, comments, tables, labels in bold."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.support.write_formats import write

from kwalevaluatie.formats.transcripts import read_transcript
from kwalevaluatie.model import Transcript

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _read(folder: Path, body: str, part: str = "word/document.xml") -> Transcript:
    path = folder / "gesprek.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(part, f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        package.writestr(
            "_rels/.rels", f'<R><r Type="http://x/officeDocument" Target="/{part}"/></R>'
        )
    return read_transcript(path)


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def _said(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


QUESTION = _paragraph(_run("I: Hoe gaat het?"))


def test_changes_are_read_as_accepted(tmp_path: Path) -> None:
    deleted = '<w:del><w:r><w:delText xml:space="preserve"> slecht</w:delText></w:r></w:del>'
    inserted = f"<w:ins>{_run(' goed')}</w:ins>"
    transcript = _read(tmp_path, QUESTION + _paragraph(_run("R: Het gaat"), deleted, inserted))
    assert _said(transcript)[1] == ("R", "Het gaat goed")
    assert {note.kind for note in transcript.notes} == {"weggelaten", "aangepast"}


def test_moved_text_is_read_where_it_went(tmp_path: Path) -> None:
    gone = _paragraph(f"<w:moveFrom>{_run('R: Goed.')}</w:moveFrom>")
    came = _paragraph(f"<w:moveTo>{_run('R: Goed.')}</w:moveTo>")
    assert len(_read(tmp_path, gone + QUESTION + came).turns) == 2


def test_deleted_paragraph_mark_joins(tmp_path: Path) -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_run('R: Het ')}</w:p>"
    transcript = _read(tmp_path, QUESTION + first + _paragraph(_run("Kwam: goed.")))
    assert _said(transcript)[1] == ("R", "Het Kwam: goed.")


def test_comments_footnotes_and_boxes_are_left_out_and_noted(tmp_path: Path) -> None:
    extras = (
        '<w:commentRangeStart w:id="1"/>',
        _run("R: Goed."),
        '<w:r><w:commentReference w:id="1"/></w:r>',
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        "<w:r><w:drawing><w:txbxContent><w:p/></w:txbxContent></w:drawing></w:r>",
        _run(" geheim", "<w:vanish/>"),
    )
    transcript = _read(tmp_path, QUESTION + _paragraph(*extras))
    assert _said(transcript)[1] == ("R", "Goed.")
    assert [note.kind for note in transcript.notes] == ["weggelaten"] * 4


def test_bold_label_without_colon(tmp_path: Path) -> None:
    rows = (
        ("Sanne", " Ik zei: hoe gaat het?"),
        ("Ria", " Goed."),
        ("Sanne", " En nu?"),
        ("Ria", " Ook."),
    )
    body = "".join(_paragraph(_run(label, "<w:b/>"), _run(text)) for label, text in rows)
    assert _said(_read(tmp_path, body)) == [(label, text.strip()) for label, text in rows]


def test_bold_headings_are_no_speakers(tmp_path: Path) -> None:
    heading = _paragraph(_run("Begeleiding", "<w:b/>"))
    transcript = _read(tmp_path, QUESTION + _paragraph(_run("R: Goed.")) + heading + QUESTION)
    assert {turn.speaker for turn in transcript.turns} == {"I", "R"}


def test_bold_switched_off_is_not_bold(tmp_path: Path) -> None:
    off = _paragraph(_run("Sanne", '<w:b w:val="0"/>'), _run(" kwam."))
    assert len(_read(tmp_path, QUESTION + off + off).turns) == 1


def test_tabs_breaks_links_and_controls(tmp_path: Path) -> None:
    link = f"<w:hyperlink>{_run('ging')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{_run('wel')}</w:sdtContent></w:sdt>"
    breaks = "<w:r><w:br/><w:t>hoor</w:t><w:tab/><w:t>ja</w:t><w:noBreakHyphen/><w:t>ja</w:t></w:r>"
    answer = _paragraph(_run("R: Dat "), link, _run(" "), control, breaks)
    assert _said(_read(tmp_path, QUESTION + answer))[1] == ("R", "Dat ging wel hoor ja-ja")


def test_document_under_another_name(tmp_path: Path) -> None:
    body = QUESTION + _paragraph(_run("R: Goed."))
    assert len(_read(tmp_path, body, part="word/document2.xml").turns) == 2


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{_paragraph(_run(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_table_with_time_and_header_table(tmp_path: Path) -> None:
    about = _table(("Datum", "14-3-2025"), ("Interviewer", "Sanne de Wit"))
    talk = _table(
        ("Tijd", "Spreker", "Tekst"),
        ("0:03", "Sanne", "Hoe gaat het?"),
        ("0:08", "Ria", "Goed."),
        ("0:10", "", "Echt waar."),
    )
    transcript = _read(tmp_path, about + talk)
    assert dict(transcript.metadata) == {"datum": "14-3-2025", "interviewer": "Sanne de Wit"}
    assert _said(transcript) == [("Sanne", "Hoe gaat het?"), ("Ria", "Goed. Echt waar.")]
    assert [turn.seconds for turn in transcript.turns] == [3, 8]
    assert transcript.turns[0].role == "interviewer"


def test_table_for_layout(tmp_path: Path) -> None:
    assert len(_read(tmp_path, _table(("I: Hoe gaat het?",), ("R: Goed.",))).turns) == 2


@pytest.mark.parametrize("layout", ["docx-teams-1", "docx-teams-2"])
def test_teams_with_words_before_a_colon(layout: str, tmp_path: Path) -> None:
    turns = [
        ("Sanne de Wit", "Hoe ging dat?"),
        ("iPhone van Ria", "Laatste: dat weet ik niet."),
    ] * 2
    transcript = read_transcript(write(layout, tmp_path, ["Interviewer: Sanne de Wit"], turns))
    assert _said(transcript) == turns
    assert not [note for note in transcript.notes if note.kind == "twijfel"]


def test_guests_lose_their_addition(tmp_path: Path) -> None:
    turns = [("Sanne de Wit", "Hoe?"), ("Ria (Gast)", "Goed."), ("Sanne de Wit", "En?")]
    transcript = read_transcript(write("docx-teams-2", tmp_path, [], turns))
    assert transcript.turns[1].speaker == "Ria"


LOOKS = {
    "bold": lambda text: _paragraph(_run(text, "<w:b/>")),
    "italics": lambda text: _paragraph(_run(text, "<w:i/>")),
    "style": lambda text: f'<w:p><w:pPr><w:pStyle w:val="Vraag"/></w:pPr>{_run(text)}</w:p>',
}
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:styleId="Nadruk"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="Vraag"><w:basedOn w:val="Nadruk"/></w:style></w:styles>'
)


@pytest.mark.parametrize("look", LOOKS)
def test_questions_that_stand_out_need_no_labels(look: str, tmp_path: Path) -> None:
    asked = LOOKS[look]
    body = "".join(
        (
            asked("Gesprek met een inwoner"), _paragraph(_run("Datum: 3-4-2025")),
            asked("Hoe kwam u hier?"), _paragraph(_run("Via mijn buurvrouw.")),
            _paragraph(_run("Zij zei: ga eens kijken.")), asked("(lacht)"),
            asked("En hoe ging dat?"), _paragraph(_run("Goed hoor.")),
        )
    )  # fmt: skip
    path = tmp_path / "gesprek.docx"
    with zipfile.ZipFile(path, "w") as package:
        document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document)
        package.writestr("word/styles.xml", STYLES)
    transcript = read_transcript(path)
    assert [(turn.role, turn.text) for turn in transcript.turns] == [
        ("interviewer", "Hoe kwam u hier?"),
        ("respondent", "Via mijn buurvrouw. Zij zei: ga eens kijken. (lacht)"),
        ("interviewer", "En hoe ging dat?"),
        ("respondent", "Goed hoor."),
    ]
    assert transcript.metadata["datum"] == "3-4-2025"
    assert "twijfel" in {note.kind for note in transcript.notes}


def test_one_table_with_the_header_above_the_talk(tmp_path: Path) -> None:
    rows = [
        ("Datum", "3 juni 2025"), ("Interviewer", "S. de Wit"), ("Wie", "Wat"),
        ("I", "Hoe gaat het?"), ("R", "Goed."), ("I", "En nu?"),
    ]  # fmt: skip
    cells = ["".join(f"<w:tc><w:p>{_run(cell)}</w:p></w:tc>" for cell in row) for row in rows]
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    transcript = _read(tmp_path, f"<w:tbl>{table}</w:tbl>")
    assert dict(transcript.metadata) == {"datum": "3 juni 2025", "interviewer": "S. de Wit"}
    assert [turn.text for turn in transcript.turns] == ["Hoe gaat het?", "Goed.", "En nu?"]
