"""Cleaning up: what goes after its date, what stays, and what still works."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.support.small import TALKS, write_all

from kwalevaluatie.cli import main
from kwalevaluatie.errors import KwalError, KwalWarning, ProjectError
from kwalevaluatie.project import Project

WORDS = "vier paarden een nietje"


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", KwalWarning)
        yield


@pytest.fixture
def project(empty_project: Project, talks: Path) -> Project:
    write_all(
        empty_project.path, {"prive/namenlijst.csv": "gesprek,naam,rol\nr1,Sanne,regisseur\n"}
    )
    empty_project.add_transcripts(talks)
    empty_project.pseudonymise(confirmed_by="toets", passphrase=WORDS)
    write_all(empty_project.path, {"prive/keuzes.csv": "gesprek,tekst,vervang\n"})
    return empty_project


def until(project: Project, day: str) -> Project:
    with (project.path / "evaluatie.yaml").open("a", encoding="utf-8") as file:
        file.write(f"bewaren_tot: {day}\n")
    return Project(project.path)


def files(project: Project) -> set[str]:
    private = project.path / "prive"
    return {p.relative_to(private).as_posix() for p in private.rglob("*") if p.is_file()}


def kwal(project: Project, *words: str, typed: str = "") -> Result:
    given = ["opruimen", *words, "--map", str(project.path)]
    return CliRunner().invoke(main, given, input=typed)


def test_after_the_date_names_and_raw_conversations_go(project: Project) -> None:
    told = until(project, "2020-01-31").clean_up(confirm=False)
    assert list(told["status"]) == ["gaat weg"] * 5 + ["blijft"]
    assert len(files(project)) == 6
    gone = Project(project.path).clean_up()
    assert list(gone["file"]) == [
        "ruw/r1.json", "ruw/r2.json", "ruw/r3.json", "namenlijst.csv", "keuzes.csv",
        "sleutel.kwal",
    ]  # fmt: skip
    assert list(gone["status"]) == ["verwijderd"] * 5 + ["blijft"]
    assert files(project) == {"sleutel.kwal"}
    assert len(Project(project.path).key(WORDS)) == 1


def test_before_the_date_nothing_goes_unless_now(project: Project) -> None:
    waiting = until(project, "2999-12-31")
    with pytest.raises(ProjectError, match="bewaard tot 31-12-2999"):
        waiting.clean_up()
    assert len(files(project)) == 6
    waiting.clean_up(now=True)
    assert files(project) == {"sleutel.kwal"}


def test_without_a_date_it_says_how_to_set_one(project: Project) -> None:
    with pytest.raises(ProjectError, match="bewaren_tot: 2027-03-01"):
        project.clean_up()


@pytest.mark.parametrize("day", ["morgen", "2027", "1 maart 2027", "[1]"])
def test_a_date_that_is_none_is_told(project: Project, day: str) -> None:
    with pytest.raises(KwalError, match=r"“bewaren_tot” moet een dag zijn, zoals 2027-03-01"):
        until(project, day)


def test_what_is_not_frozen_stays_with_the_names_it_needs(project: Project, tmp_path: Path) -> None:
    project.add_transcripts(write_all(tmp_path / "g", {"r9.txt": TALKS["r2.txt"]}))
    told = project.clean_up(now=True).set_index("file")
    assert told.loc["ruw/r9.json", "message"] == "nog niet gepseudonimiseerd"
    assert files(project) == {"ruw/r9.json", "namenlijst.csv", "keuzes.csv", "sleutel.kwal"}
    project.clean_up(now=True, unfrozen=True, key=True)
    assert files(project) == set()


def test_what_a_person_put_there_is_named_and_stays(project: Project) -> None:
    write_all(project.path, {"prive/werklijst.csv": "x\n"})
    told = project.clean_up(now=True).set_index("file")
    assert told.loc["werklijst.csv", "status"] == "blijft"
    assert "ruim het zelf op" in told.loc["werklijst.csv", "message"]
    assert "werklijst.csv" in files(project)


@pytest.mark.filterwarnings("ignore::kwalevaluatie.errors.KwalWarning")
def test_who_had_the_page_open_goes_too(project: Project) -> None:
    write_all(project.path, {"prive/werkplek-abc.json": "{}"})
    told = until(project, "2020-01-31").clean_up()
    assert told.set_index("file").loc["werkplek-abc.json", "kind"] == "werkplek"
    assert "werkplek-abc.json" not in files(project)


def test_everything_else_still_works(project: Project, talks: Path) -> None:
    before = project.count()
    project.clean_up(now=True)
    opened = Project(project.path)
    assert opened.count().equals(before)
    assert opened.report().paths["docx"].exists()
    assert opened.suggest() is not None
    assert opened.pseudonymise().empty
    assert "bevroren" in opened.add_transcripts(talks)["message"][0]


def test_the_command_tells_and_asks_first(project: Project) -> None:
    refused = kwal(project, "--nu", typed="n\n")
    assert "ruw/r1.json" in refused.output
    assert "5 bestanden verwijderen?" in refused.output
    assert "Er is niets verwijderd." in refused.output
    assert len(files(project)) == 6
    assert "5 bestanden verwijderd" in kwal(project, "--nu", typed="j\n").output
    assert files(project) == {"sleutel.kwal"}
    assert "Er is niets verwijderd." in kwal(project, "--nu", "--ja").output
    assert "1 bestand verwijderd" in kwal(project, "--nu", "--ja", "--sleutel").output
    assert "Er is niets om op te ruimen." in kwal(project, "--nu").output


def test_the_command_tells_how_to_set_a_date(project: Project) -> None:
    result = kwal(project)
    assert result.exit_code == 1
    assert "bewaren_tot: 2027-03-01" in result.output
