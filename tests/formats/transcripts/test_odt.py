"""OpenDocument texts: changes, comments, spaces, tables."""

from __future__ import annotations

from pathlib import Path

from tests.support.write_formats import write_odt_body

from kwalevaluatie.formats.transcripts import read_transcript


def test_inline_elements_and_what_is_left_out(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>R: weg</text:p>"
        "</text:deletion></text:changed-region><text:changed-region><text:insertion/>"
        "</text:changed-region></text:tracked-changes>"
        "<text:h>Interview 7</text:h><text:section>"
        "<text:p>I: Hoe<text:s text:c='3'/>gaat<text:tab/>het?<office:annotation><text:p>let op"
        "</text:p></office:annotation></text:p></text:section>"
        "<text:list><text:list-item><text:p>R: Goed<text:line-break/>hoor"
        "<text:note><text:p>noot</text:p></text:note>.</text:p></text:list-item></text:list>"
    )
    transcript = read_transcript(write_odt_body(tmp_path / "g.odt", body))
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("I", "Hoe gaat het?"), ("R", "Goed hoor."),
    ]  # fmt: skip
    assert transcript.metadata["kop"] == "Interview 7"
    kinds = [note.kind for note in transcript.notes]
    assert kinds == ["weggelaten", "weggelaten", "weggelaten", "aangepast"]


def test_bold_labels_and_table(tmp_path: Path) -> None:
    bold = "".join(
        f'<text:p><text:span text:style-name="T1">{name}</text:span> {text}</text:p>'
        for name, text in (("Sanne", "Ik vroeg: hoe?"), ("Ria", "Goed."), ("Sanne", "En?"))
    )
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    table = "".join(
        row.format(cell.format(key) + cell.format(value))
        for key, value in (("Datum", "14-3-2025"), ("Respondent", "Ria Versluis"))
    )
    body = f"<table:table>{table}</table:table>{bold}"
    transcript = read_transcript(write_odt_body(tmp_path / "g.odt", body))
    assert dict(transcript.metadata) == {"datum": "14-3-2025", "respondent": "Ria Versluis"}
    assert [turn.speaker for turn in transcript.turns] == ["Sanne", "Ria", "Sanne"]
