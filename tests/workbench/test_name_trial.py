"""What adding words would do is told before it is done, and is then what happens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support.small import write_all

from kwalevaluatie.errors import KwalError
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

TALKS = {
    "g1.txt": "I: Wie hielp u?\nR: Joris Bakkerma. Joris hielp mij. Ook de Kolk hielp.\n",
    "g2.txt": "I: En u?\nR: De Kolk. Bij de Kolk kreeg ik koffie van mevrouw Sietsema.\n",
}
LIST = "gesprek,naam,rol,persoon\ng1,Joris Bakkerma,regisseur,joris\n"


@pytest.fixture
def project(empty_project: Project, tmp_path: Path) -> Project:
    empty_project.add_transcripts(write_all(tmp_path / "ruw", TALKS))
    write_all(empty_project.path, {"prive/namenlijst.csv": LIST})
    return empty_project


@pytest.fixture
def bench(project: Project) -> Workbench:
    return Workbench(project, "AB")


def would(bench: Workbench, name: str, *, talk: str = "g1", **more: Any) -> dict[str, Any]:
    return bench.answer("names_would", {"id": talk, "name": name, "role": "persoon", **more})


def replaced(bench: Workbench, talk: str) -> set[tuple[int, str]]:
    told = bench.answer("names_conversation", {"id": talk})
    return {(one["turn"], one["text"]) for one in told["found"] if one["replaced"]}


def test_every_place_that_would_go_is_told(bench: Workbench) -> None:
    told = would(bench, "Kolk", everywhere=True)
    assert (told["count"], told["conversations"]) == (3, 2)
    assert {one["words"] for one in told["places"]} == {"Kolk"}
    assert all(one["becomes"] and one["was"] == [] for one in told["places"])


def test_in_one_conversation_only_its_places_are_told(bench: Workbench) -> None:
    told = would(bench, "Kolk", talk="g2")
    assert {one["transcript"] for one in told["places"]} == {"g2"}
    assert told["count"] == 2


def test_what_is_told_is_what_happens(bench: Workbench) -> None:
    before = {talk: replaced(bench, talk) for talk in ("g1", "g2")}
    told = would(bench, "Kolk", everywhere=True)
    assert {talk: replaced(bench, talk) for talk in ("g1", "g2")} == before
    bench.answer("names_add", {"id": "g1", "name": "Kolk", "role": "persoon"})
    new = {(talk, *one) for talk in before for one in replaced(bench, talk) - before[talk]}
    assert new == {(one["transcript"], one["turn"], one["words"]) for one in told["places"]}


@pytest.mark.parametrize(
    ("name", "relation"),
    [("Joris Bakkerma", "gelijk"), ("Bakkerma", "langer"), ("Joris Bakkerma van de Kolk", "deel")],
)
def test_names_that_share_the_words_are_told(bench: Workbench, name: str, relation: str) -> None:
    told = would(bench, name, everywhere=True)
    listed = [one for one in told["overlaps"] if one["text"] == "Joris Bakkerma" and one["listed"]]
    assert [(one["role"], one["relation"]) for one in listed] == [("regisseur", relation)]


def test_a_part_of_a_word_is_no_overlap(bench: Workbench) -> None:
    assert would(bench, "Jor", everywhere=True)["overlaps"] == []


def test_who_was_somebody_else_is_told(bench: Workbench) -> None:
    told = would(bench, "Joris hielp")
    (place,) = told["places"]
    assert place["words"] == "Joris hielp"
    assert [one["text"] for one in place["was"]] == ["Joris"]
    assert "regisseur" in place["was"][0]["pseudonym"]


def test_words_that_were_to_stay_would_go(bench: Workbench) -> None:
    bench.answer("names_choose", {"rows": [{"transcript": "", "text": "Kolk", "replaced": False}]})
    assert would(bench, "Kolk", everywhere=True)["count"] == 3


def test_nothing_is_kept(bench: Workbench, project: Project) -> None:
    would(bench, "Kolk", everywhere=True)
    would(bench, "Kolk")
    assert (project.path / "prive/namenlijst.csv").read_text(encoding="utf-8") == LIST
    assert not (project.path / "prive/keuzes.csv").exists()


@pytest.mark.parametrize("given", [{"name": " "}, {"name": "Kolk", "role": "12"}, {"id": "g9"}])
def test_what_cannot_be_added_is_said_at_once(bench: Workbench, given: dict[str, Any]) -> None:
    with pytest.raises(KwalError):
        bench.answer("names_would", {"id": "g1", "name": "Kolk", "role": "persoon", **given})
