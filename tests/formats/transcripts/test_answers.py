"""Open survey answers: columns, ids, encodings, what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts import read_answers, read_transcript
from kwalevaluatie.formats.transcripts.columns import is_nothing, kind_of

ROWS = [
    ["Nr", "E-mail", "Leeftijd", "Tevreden?", "Wat ging er goed?", "Wat kan beter?", "Toelichting"],
    ["7", "a@b.nl", "25-34", "ja", "Ze belden mij altijd terug.", "n.v.t.", ""],
    ["9", "c@d.nl", "65+", "nee", "Niks, ik werd niet geholpen.", "De één zegt dit; de ander dat.",
     "Ik wil best meedenken hoor."],
    ["12", "e@f.nl", "25-34", "ja", "-", "", " "],
]  # fmt: skip


def _csv(path: Path, rows: Sequence[Sequence[str]], separator: str, encoding: str) -> Path:
    lines = (separator.join(f'"{cell}"' for cell in row) for row in rows)
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def _excel(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_row_is_a_conversation(separator: str, encoding: str, tmp_path: Path) -> None:
    first, second = read_answers(_csv(tmp_path / "kbo.csv", ROWS, separator, encoding))
    assert (first.id, second.id) == ("kbo-7", "kbo-9")
    assert [(turn.role, turn.text) for turn in second.turns] == [
        ("interviewer", "Wat ging er goed?"), ("respondent", "Niks, ik werd niet geholpen."),
        ("interviewer", "Wat kan beter?"), ("respondent", "De één zegt dit; de ander dat."),
        ("interviewer", "Toelichting"), ("respondent", "Ik wil best meedenken hoor."),
    ]  # fmt: skip
    assert dict(first.metadata) == {"leeftijd": "25-34", "tevreden?": "ja"}


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    first, second = read_answers(_excel(tmp_path / "kbo.xlsx", ROWS))
    told = [note.message for note in first.notes]
    assert told == [
        "Kolommen gelezen als open vraag: 3, als kenmerk: 2.",
        "Kolommen met persoonsgegevens weggelaten: e-mail.",
        "Rijen zonder antwoord op een open vraag: 1.",
        "Vragen zonder antwoord: 2.",
    ]
    assert second.notes == ()


def test_numbers_of_excel(tmp_path: Path) -> None:
    rows = [
        ["Cijfer", "Waarom gaf u dit cijfer?"],
        [7.0, "Het ging best goed."],
        [3, "Lang gewacht, hoor."],
    ]
    first, second = read_answers(_excel(tmp_path / "k.xlsx", rows))
    assert (first.id, second.id) == ("k-1", "k-2")
    assert (first.metadata["cijfer"], second.metadata["cijfer"]) == ("7", "3")


def test_double_or_unfit_numbers_become_rows(tmp_path: Path) -> None:
    rows = [
        ["Respondent", "Wat vond u ervan?"],
        ["a/b", "Het ging best goed."],
        ["a b", "Ook wel goed."],
    ]
    read = read_answers(_csv(tmp_path / "k.csv", rows, ";", "utf-8"))
    assert [one.id for one in read] == ["k-a-b-1", "k-a-b-2"]


def test_one_respondent_reads_as_a_conversation(tmp_path: Path) -> None:
    path = _csv(tmp_path / "k.csv", ROWS[:2], ";", "utf-8")
    assert read_transcript(path, id="r1").id == "r1"


def test_several_respondents_need_another_way(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="2 respondenten") as caught:
        read_transcript(_csv(tmp_path / "k.csv", ROWS, ";", "utf-8"))
    assert "kwal importeer" in caught.value.todo


def test_a_table_of_who_says_what_is_one_conversation(tmp_path: Path) -> None:
    rows = [["Tijd", "Spreker", "Tekst"], ["0:03", "I", "Hoe gaat het?"], ["0:05", "R", "Goed."]]
    (read,) = read_answers(_csv(tmp_path / "g.csv", rows, ";", "utf-8"))
    assert [(turn.speaker, turn.text, turn.seconds) for turn in read.turns] == [
        ("I", "Hoe gaat het?", 3), ("R", "Goed.", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows", [[["Wat vond u?"]], [["nr", "leeftijd"], ["1", "33"]], [["nr"], ["1"], ["2"]]]
)
def test_no_open_questions(rows: list[list[str]], tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="Geen open vragen"):
        read_answers(_csv(tmp_path / "k.csv", rows, ";", "utf-8"))


def test_a_broken_workbook(tmp_path: Path) -> None:
    path = _excel(tmp_path / "k.xlsx", ROWS)
    path.write_bytes(path.read_bytes()[:-900])
    with pytest.raises(TranscriptError, match="leesbaar"):
        read_answers(path)


def test_a_workbook_that_unpacks_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kwalevaluatie.formats.transcripts.package.LIMIT", 3000)
    with pytest.raises(TranscriptError, match="te groot"):
        read_answers(_excel(tmp_path / "k.xlsx", ROWS))


@pytest.mark.parametrize(
    "text", ["", " ", "n.v.t.", "NVT", "N.v.t", "-", "--", "x", "geen antwoord"]
)
def test_no_answer(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["Niks.", "Geen idee", "Ja", "Nee hoor", "x-ray"])
def test_an_answer(text: str) -> None:
    assert not is_nothing(text)


LIKERT = ["Zeer tevreden", "Tevreden", "Neutraal", "Helemaal mee eens", "Niet tevreden"]


@pytest.mark.parametrize(
    ("heading", "answers", "kind"),
    [
        ("Hoe tevreden bent u over de dienst?", LIKERT, "kenmerk"),
        ("Hoe oud bent u?", ["33", "41"], "kenmerk"),
        ("Hebt u een vaste contactpersoon?", ["ja", "nee"], "kenmerk"),
        ("Gemeente", ["Duiven", "Zevenaar"], "kenmerk"),
        ("Wat vindt u ervan?", ["", "n.v.t."], "leeg"),
        ("Verhaal", ["Ik kwam er via mijn buurvrouw terecht, en dat beviel."], "open"),
        ("Opmerkingen", ["Graag wat sneller."], "open"),
        ("ID", ["1", "2"], "respondent"),
        ("ID", ["1", "1"], "kenmerk"),
        ("Telefoon", ["06"], "persoonlijk"),
    ],
)
def test_kinds_of_columns(heading: str, answers: list[str], kind: str) -> None:
    assert kind_of(heading, answers) == kind
