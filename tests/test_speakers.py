"""Speakers as a table to correct, and what an import tells."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from kwalevaluatie.cli import main
from kwalevaluatie.errors import ProblemList, TranscriptError
from kwalevaluatie.project import Project, new_project

TALKS = {
    "r1.txt": "Sanne: Hoe gaat het?\nRia: Goed. (lacht)\nSanne: En thuis?\nRia: Ook wel.\n",
    "r2.txt": "I: Hoe gaat het?\nR: Goed.\nPartner: Met mij ook.\nVrouw: Fijn zo.\n",
}
ANSWERS = (
    "Nr;Leeftijd;Wat ging er goed?\n3;33;Ze belden mij altijd terug.\n4;41;-\n"
    "5;50;De uitleg was fijn.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "gesprekken"
    folder.mkdir()
    for name, text in TALKS.items():
        (folder / name).write_text(text, encoding="utf-8")
    made = new_project(tmp_path / "evaluatie")
    made.add_transcripts(folder)
    return made


def _kwal(project: Project, *words: object) -> str:
    result = CliRunner().invoke(main, [*map(str, words), "--map", str(project.path)])
    return f"{result.output}{result.exit_code}"


def test_speakers_are_listed_with_their_first_words(project: Project) -> None:
    rows = project.speakers().set_index(["transcript", "speaker"])
    assert list(rows.index) == [
        ("r1", "Sanne"), ("r1", "Ria"),
        ("r2", "I"), ("r2", "R"), ("r2", "Partner"), ("r2", "Vrouw"),
    ]  # fmt: skip
    assert rows.loc[("r1", "Ria"), ["role", "turns", "begins"]].tolist() == [
        "respondent", 2, "Goed. (lacht)",
    ]  # fmt: skip


def test_a_frame_corrects_roles_and_joins_speakers(project: Project) -> None:
    rows = project.speakers()
    rows.loc[rows["speaker"] == "Vrouw", "becomes"] = "Partner"
    rows.loc[rows["speaker"] == "Sanne", "role"] = "onbekend"
    project.correct_speakers(rows)
    assert [turn.speaker for turn in project.raw["r2"].turns] == ["I", "R", "Partner"]
    assert project.raw["r1"].turns[0].role == "onbekend"


def test_a_corrected_conversation_is_known_when_it_is_read_again(
    project: Project, tmp_path: Path
) -> None:
    project.correct_speakers(pd.DataFrame([{"gesprek": "r1", "spreker": "Ria", "rol": "onbekend"}]))
    read = project.add_transcripts(tmp_path / "gesprekken")
    assert list(read["status"]) == ["bekend", "bekend"]
    assert project.raw["r1"].turns[1].role == "onbekend"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"gesprek": "r9", "spreker": "Ria", "rol": "respondent"}, "r9” is niet ingelezen"),
        ({"gesprek": "r1", "spreker": "Mo", "rol": "respondent"}, "komt in gesprek “r1” niet voor"),
        ({"gesprek": "r1", "spreker": "Ria", "rol": "gast"}, "“gast” bestaat niet"),
        ({"gesprek": "r1", "spreker": "Ria", "rol": "respondent", "wordt": "Sanne"}, "twee rollen"),
    ],
)
def test_what_cannot_be_changes_nothing(
    row: dict[str, str], message: str, project: Project
) -> None:
    good = {"gesprek": "r2", "spreker": "Partner", "rol": "onbekend", "wordt": ""}
    before = list(project.raw)
    with pytest.raises(ProblemList, match=message):
        project.correct_speakers(pd.DataFrame([good, row]).fillna(""))
    assert list(project.raw) == before


@pytest.mark.filterwarnings("ignore")
def test_a_frozen_conversation_keeps_its_speakers(project: Project) -> None:
    project.pseudonymise(confirmed_by="AB")
    assert project.speakers().empty
    with pytest.raises(ProblemList, match="al bevroren"):
        project.correct_speakers(
            pd.DataFrame([{"gesprek": "r1", "spreker": "Ria", "rol": "onbekend"}])
        )


@pytest.mark.parametrize("name", ["sprekers.csv", "sprekers.xlsx"])
def test_the_command_writes_and_reads_the_table(name: str, project: Project) -> None:
    target = project.path / "prive" / name
    assert _kwal(project, "importeer", "--sprekers", target).endswith("namen.\n0")
    read = pd.read_csv if name.endswith("csv") else pd.read_excel
    options = {"sep": ";"} if name.endswith("csv") else {"sheet_name": "Sprekers"}
    table = read(target, dtype=str, **options)
    assert list(table) == ["gesprek", "spreker", "rol", "wordt", "beurten", "woorden", "begin"]
    table.loc[table["spreker"] == "Partner", "rol"] = "onbekend"
    if name.endswith("csv"):
        table.to_csv(target, index=False, sep=";")
    else:
        table.to_excel(target, index=False)
    assert "Sprekers overgenomen" in _kwal(project, "importeer", "--sprekers", target)
    assert [turn.role for turn in project.raw["r2"].turns][2] == "onbekend"


def test_an_import_tells_what_was_left_out_and_doubted(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    output = _kwal(project, "importeer", tmp_path / "a.csv")
    assert "a-3" in output and "a-5" in output
    assert "weggelaten: Rijen zonder antwoord op een open vraag: 1." in output
    assert "Ingelezen: 2 van 2." in output
    assert project.raw["a-5"].metadata["leeftijd"] == "50"


def test_all_notes_can_be_seen(project: Project) -> None:
    notes = project.notes()
    assert list(notes) == ["transcript", "kind", "line", "message"]
    assert {"behouden", "twijfel"} <= set(notes["kind"])


LISTS = {
    "respondenten.csv": "# verzonnen\nrespondent,perspectief,gesprek\nR1,inwoner,r1\n",
    "namenlijst.csv": "gesprek;naam;rol\nr1;Ria Versluis;inwoner\n",
    "wie_is_wie.csv": "pseudoniem;naam\nR1;Ria Versluis\n",
    "koppeltabel.yaml": "vragen: []\n",
}


def test_lists_and_folders_in_the_folder_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    (folder / "oud").mkdir(parents=True)
    for name, text in (LISTS | {"r1.txt": TALKS["r1.txt"], "a.csv": ANSWERS}).items():
        (folder / name).write_text(text, encoding="utf-8")
    project = new_project(tmp_path / "evaluatie")
    read = project.add_transcripts(folder)
    skipped = read[read["status"] == "overgeslagen"].set_index("file")["message"]
    assert set(skipped.index) == {*LISTS, "oud"}
    assert "--namen" in skipped["namenlijst.csv"] and "zelf op" in skipped["oud"]
    assert project.raw.ids == {"r1", "a-3", "a-5"}
    output = _kwal(project, "importeer", folder)
    assert "Overgeslagen: wie_is_wie.csv (een koppeltabel: wie is wie)." in output
    assert output.endswith("Ingelezen: 3 van 3.\n0")


def test_a_folder_with_only_folders_says_so(tmp_path: Path) -> None:
    (tmp_path / "map" / "oud").mkdir(parents=True)
    with pytest.raises(TranscriptError, match="Geef de mappen erin zelf op"):
        new_project(tmp_path / "evaluatie").add_transcripts(tmp_path / "map")
