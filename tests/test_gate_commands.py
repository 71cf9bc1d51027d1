"""Pseudonymising on the command line: look, choose, confirm, and ask for the key."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import click
import pandas as pd
import pytest
from click.testing import CliRunner, Result
from tests.support.small import write_all

from kwalevaluatie import screen
from kwalevaluatie.cli import main
from kwalevaluatie.project import Project

WORDS = "vier paarden een nietje"
TALK = {
    "r1.txt": "I: Hoe was het?\nR: Mijn regisseur Petra was top, op 3 mei 2024.\nI: En?\nR: Ja.\n",
    "r2.txt": "I: Hoe was het?\nR: Noor en Petra kwamen.\nI: En toen?\nR: Klaar.\n",
}


@pytest.fixture
def project(empty_project: Project, tmp_path: Path) -> Project:
    empty_project.add_transcripts(write_all(tmp_path / "gesprekken", TALK))
    return empty_project


def kwal(project: Project, *words: object, passphrase: str = "") -> Result:
    given = [str(word) for word in words]
    environment = {"KWAL_WACHTZIN": passphrase or None}
    return CliRunner().invoke(main, [*given, "--map", str(project.path)], env=environment)


def shown(project: Project, *words: object, passphrase: str = "") -> str:
    result = kwal(project, "pseudonimiseer", *words, passphrase=passphrase)
    assert result.exit_code == 0, result.output
    return result.output


def test_it_shows_what_goes_and_in_short_what_stays(project: Project) -> None:
    told = shown(project)
    goes, stays = told.split("Dit blijft staan, tenzij u anders kiest:")
    assert "[regisseur-1]" in goes
    assert "aantal" in goes
    assert "3 mei 2024" in stays
    assert "Er is nog niets veranderd." in told


def test_names_are_added_and_words_left_from_the_command(project: Project) -> None:
    told = shown(project, "--voeg-toe", "Noor=kind", "--laat-staan", "Petra")
    assert "[kind-1]" in told
    assert "[regisseur-1]" not in told
    assert ",Noor,kind," in (project.path / "prive/namenlijst.csv").read_text(encoding="utf-8")
    assert "[kind-1]" in shown(project)
    assert "[regisseur-1]" in shown(project, "--voeg-toe", "Petra=regisseur")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--voeg-toe", "Petra"), "“Petra” is geen naam=rol"),
        (("--voeg-toe", "=kind"), "“=kind” is geen naam=rol"),
        (("--voeg-toe", "Petra="), "“” is geen rol"),
        (("--keuzes", "weg.xlsx"), "bestand niet gevonden"),
        (("--uit", "lijst.docx"), "geen werklijst"),
    ],
)
def test_what_cannot_be_is_told(words: tuple[str, ...], said: str, project: Project) -> None:
    result = kwal(project, "pseudonimiseer", *words)
    assert (result.exit_code, said in result.output) == (1, True)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_work_list_goes_out_and_comes_back(suffix: str, project: Project, tmp_path: Path) -> None:
    path = tmp_path / f"namen{suffix}"
    assert f"Geschreven: {path}" in shown(project, "--uit", path)
    assert "bestaat al" in kwal(project, "pseudonimiseer", "--uit", path).output
    table = _read(path)
    petra = (table["gesprek"] == "r1") & (table["tekst"] == "Petra")
    assert table.loc[petra, ["rol", "vervang", "aantal"]].values.tolist() == [
        ["regisseur", "ja", "1"]
    ]
    assert table.loc[petra, "zin"].item().startswith("Mijn regisseur Petra was top")
    table.loc[petra, "vervang"] = "nee"
    table.loc[table["tekst"] == "3 mei 2024", "vervang"] = "ja"
    path.unlink()
    table.to_csv(path, index=False) if suffix == ".csv" else table.to_excel(path, index=False)
    told = shown(project, "--keuzes", path, "--bevestig", "anna", passphrase=WORDS)
    assert "2 gesprekken bevroren" in told
    text = project.transcripts["r1"].turns[1].text
    assert text == "Mijn regisseur Petra was top, op [datum-1]."


def _read(path: Path) -> pd.DataFrame:
    if path.suffix == ".csv":
        return pd.read_csv(path, sep=";", dtype=str, keep_default_na=False)
    return pd.read_excel(path, sheet_name="Namen", dtype=str, keep_default_na=False)


def test_the_key_is_shown_with_the_passphrase_only(project: Project) -> None:
    assert "er is geen sleutel" in kwal(project, "sleutel", passphrase=WORDS).output
    shown(project, "--bevestig", "anna", passphrase=WORDS)
    assert "Petra" in kwal(project, "sleutel", passphrase=WORDS).output
    for wrong in ("", "verkeerd"):
        result = kwal(project, "sleutel", passphrase=wrong)
        assert result.exit_code == 1
        assert "wachtzin" in result.output
        assert "Petra" not in result.output


def test_without_a_terminal_and_a_passphrase_there_is_no_key(project: Project) -> None:
    told = shown(project, "--bevestig", "anna")
    assert "Let op: zonder wachtzin wordt er geen sleutel bewaard" in told
    assert not project.has_key


def test_when_nothing_waits_it_says_so(project: Project) -> None:
    shown(project, "--bevestig", "anna", passphrase=WORDS)
    assert "Er wacht geen gesprek" in shown(project)
    assert "Er wacht geen gesprek" in shown(project, "--bevestig", "anna")


# asking for the passphrase


class Terminal(io.StringIO):
    """A keyboard with somebody at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = []

    def prompt(text: str, **how: Any) -> str:
        questions.append({"text": text, **how})
        return WORDS

    monkeypatch.delenv(screen.PASSPHRASE, raising=False)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(click, "prompt", prompt)
    return questions


def test_a_new_passphrase_is_asked_twice_and_not_shown(asked: list[dict[str, Any]]) -> None:
    assert screen.passphrase(new=True) == WORDS
    assert asked[0]["hide_input"]
    assert asked[0]["confirmation_prompt"]


def test_a_known_passphrase_is_asked_once_and_not_shown(asked: list[dict[str, Any]]) -> None:
    assert screen.passphrase(new=False) == WORDS
    assert asked[0]["hide_input"]
    assert not asked[0].get("confirmation_prompt")


def test_nothing_is_asked_when_the_environment_tells(
    asked: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(screen.PASSPHRASE, "uit de omgeving")
    assert screen.passphrase(new=True) == "uit de omgeving"
    assert asked == []


def test_nothing_is_asked_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(screen.PASSPHRASE, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert screen.passphrase(new=True) == ""
