"""The commands of `kwal enquete`, in Dutch, with their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from kwalevaluatie.cli import main
from kwalevaluatie.project import Project

Write = Callable[[str, str | bytes], Path]
QUESTIONS = """\
bron: Proef (verzonnen)
jaar: 2024
groep: inwoner
populatie: 40
uitgenodigd: 40
vragen:
  - {id: vlot, vraag: Het liep vlot., soort: eens}
  - {id: cijfer, vraag: Welk cijfer?, soort: rapportcijfer}
  - {id: kern, vraag: Welke kern?, soort: achtergrond}
  - {id: tips, vraag: Heeft u tips?, soort: open}
"""
ROW = "{vlot};{cijfer};{kern};{tips};extra\n"


@pytest.fixture
def files(write: Write) -> list[str]:
    answers = [
        ("Eens", 8, "Oost", "Bel eerder."),
        ("Oneens", 6, "West", ""),
        ("nvt", 7, "Oost", ""),
    ]
    rows = "".join(
        ROW.format(vlot=vlot, cijfer=mark, kern=place, tips=tip)
        for vlot, mark, place, tip in answers * 8
    )
    table = write("enquete.csv", "vlot;cijfer;kern;tips;code\n" + rows)
    return [str(table), str(write("vragenlijst.yaml", QUESTIONS))]


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["enquete", *words])


def test_figures_on_the_screen(files: list[str]) -> None:
    told = run("cijfers", *files)
    assert told.exit_code == 0
    assert "50% (n = 16, 8 n.v.t.; 95% tussen 32% en 68%)" in told.output
    assert "Respons: 24 van 40 uitgenodigden (60%); marge hoogstens 12,8%." in told.output
    assert "Niet in de vragenlijst, dus niet gelezen: code." in told.output


def test_figures_to_a_file(files: list[str], tmp_path: Path) -> None:
    assert run("cijfers", *files, "--csv", str(tmp_path / "c.csv")).exit_code == 0
    written = pd.read_csv(tmp_path / "c.csv")
    assert {"id", "vraag", "n", "nvt", "niet_ingevuld", "waarde"} <= set(written.columns)


def test_how_often_each_answer_was_given(files: list[str]) -> None:
    assert "Helemaal oneens" in run("cijfers", *files, "--verdeling").output


def test_a_breakdown_names_the_trait(files: list[str]) -> None:
    told = run("uitsplitsing", *files, "kern")
    assert told.exit_code == 0
    assert "kern" in told.output
    assert "gemiddelde" in told.output
    wrong = run("uitsplitsing", *files, "dorp")
    assert wrong.exit_code == 1
    assert "naar “dorp” is niet uit te splitsen" in wrong.output


def test_the_sample_that_is_needed() -> None:
    assert "Nodig: 315 antwoorden van 1724 mensen" in run("steekproef", "1724").output
    told = run("steekproef", "60", "--antwoorden", "41", "--marge", "3")
    assert "de marge 8,7%" in told.output
    assert run("steekproef", "60", "--antwoorden", "61").exit_code == 1
    assert run("steekproef", "0").exit_code == 2


@pytest.mark.parametrize("kind", ["likert", "cijfers"])
def test_a_chart(kind: str, files: list[str], tmp_path: Path) -> None:
    told = run("grafiek", *files, "--soort", kind, "--uit", str(tmp_path / "figuur.png"))
    assert told.exit_code == 0
    assert (tmp_path / "figuur.png").exists()
    assert (tmp_path / "figuur.svg").exists()


def test_into_the_evaluation(files: list[str], empty_project: Project) -> None:
    folder = ["--map", str(empty_project.path)]
    told = run("neem-over", *files, *folder)
    assert "Overgenomen: 2 cijfers" in told.output
    assert len(empty_project.figures) == 2
    opened = run("open", *files, *folder)
    assert opened.exit_code == 0
    assert len(empty_project.raw.ids) == 8


def test_the_difference_between_two_years(
    empty_project: Project, write: Write, tmp_path: Path
) -> None:
    lines = "".join(
        f"  - {{id: a, item: A, formulering: A, eenheid: aandeel, waarde: {value}, jaar: {year}}}\n"
        for value, year in ((80, 2021), (90, 2024))
    )
    empty_project.add_figures(write("kbo.yaml", "bron: KBO (verzonnen)\ncijfers:\n" + lines))
    drawing = str(tmp_path / "jaren.png")
    told = run("verschil", "2021", "2024", "--grafiek", drawing, "--map", str(empty_project.path))
    assert told.exit_code == 0
    assert "verschil niet te toetsen" in told.output
    assert Path(drawing).exists()


def test_what_is_wrong_in_the_file_is_told_with_its_place(files: list[str], write: Write) -> None:
    table = write("fout.csv", "vlot;cijfer;kern;tips\nEens;8;Oost;\nmwah;acht;Oost;\n")
    told = run("cijfers", str(table), files[1])
    assert told.exit_code == 1
    assert "regel 3: kolom “vlot”: “mwah” is geen antwoord" in told.output
    assert "kolom “cijfer”: “acht”" in told.output
