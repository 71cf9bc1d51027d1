"""Names on the screen: found once, chosen one by one, kept at once, and then frozen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.small import NAMES, write_all

from kwalevaluatie.errors import KwalError, PrivacyError
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

TALKS = {
    "g1.txt": "I: Wie hielp u?\nR: Mijn regisseur Joris. Joris belde mevrouw Bakkerma.\n",
    "g2.txt": "I: En u?\nR: Fatima hielp mij. Ik kom uit Eritrea en woon bij de Kolk.\n",
}


@pytest.fixture
def project(empty_project: Project, tmp_path: Path) -> Project:
    empty_project.add_transcripts(write_all(tmp_path / "ruw", TALKS))
    write_all(empty_project.path, {"prive/namenlijst.csv": "gesprek,naam,rol\n,Sietske,tolk\n"})
    return empty_project


@pytest.fixture
def bench(project: Project) -> Workbench:
    return Workbench(project, "AB")


def found(bench: Workbench, talk: str) -> dict[str, dict[str, Any]]:
    told = bench.answer("names_conversation", {"id": talk})
    return {one["text"]: one for one in told["found"]}


def choose(bench: Workbench, *rows: dict[str, Any], talk: str = "g1") -> dict[str, Any]:
    return bench.answer("names_choose", {"id": talk, "rows": list(rows)})


def test_every_conversation_that_waits_is_searched_once(bench: Workbench) -> None:
    told = bench.answer("names", {})
    assert told["waiting"] == told["to_search"] == ["g1", "g2"]
    assert bench.answer("names_search", {"id": "g1"})["found"] > 0
    assert bench.answer("names", {})["to_search"] == ["g2"]


def test_only_the_conversation_in_which_the_words_stand_is_searched_again(bench: Workbench) -> None:
    bench.answer("names_table", {})
    bench.answer("names_choose", {"rows": [{"transcript": "", "text": "Kolk", "replaced": True}]})
    assert bench.answer("names", {})["to_search"] == ["g2"]


def test_what_is_shown_is_what_is_frozen(bench: Workbench, project: Project) -> None:
    choose(bench, {"transcript": "g1", "text": "Bakkerma", "replaced": True, "roles": ["buur"]})
    shown = bench.answer("names_conversation", {"id": "g1"})
    text = shown["turns"][1]["text"]
    for one in reversed([one for one in shown["found"] if one["turn"] == 1 and one["replaced"]]):
        text = text[: one["start"]] + one["pseudonym"] + text[one["stop"] :]
    bench.answer("names_freeze", {"confirmed_by": "AB", "without_key": True})
    assert project.transcripts["g1"].turns[1].text == text
    assert "Joris" not in text and "Bakkerma" not in text


def test_the_numbers_are_those_of_the_whole_evaluation(bench: Workbench, project: Project) -> None:
    frame = project.pseudonymise()
    shown = [one for talk in ("g1", "g2") for one in found(bench, talk).values()]
    assert {one["pseudonym"] for one in shown} == set(frame["pseudonym"])


def test_a_choice_is_in_the_file_before_the_answer(bench: Workbench, project: Project) -> None:
    choose(bench, {"transcript": "g1", "text": "Joris", "replaced": False})
    assert "g1,Joris,,,nee" in (project.path / "prive/keuzes.csv").read_text(encoding="utf-8")
    assert found(Workbench(Project(project.path), "CD"), "g1")["Joris"]["replaced"] is False


def test_all_of_the_same_words_go_together(bench: Workbench) -> None:
    told = choose(bench, {"transcript": "g1", "text": "Joris", "replaced": False})
    assert [one["replaced"] for one in told["found"] if one["text"] == "Joris"] == [False, False]


def test_a_choice_is_undone_by_what_it_hands_back(bench: Workbench) -> None:
    first = found(bench, "g1")["Joris"]
    told = choose(bench, {"transcript": "g1", "text": "Joris", "replaced": False})
    choose(bench, *told["before"])
    assert found(bench, "g1")["Joris"] == first


def test_everywhere_goes_before_one_conversation_and_can_be_undone(bench: Workbench) -> None:
    choose(bench, {"transcript": "g1", "text": "Joris", "replaced": True})
    told = choose(bench, {"transcript": "", "text": "Joris", "replaced": False})
    assert found(bench, "g1")["Joris"]["replaced"] is False
    choose(bench, *told["before"])
    assert found(bench, "g1")["Joris"]["replaced"] is True


def test_two_names_become_one_person(bench: Workbench) -> None:
    joris = found(bench, "g1")["Joris"]
    (role, person), *_ = joris["bearers"]
    words = next(text for text in found(bench, "g1") if "Bakkerma" in text)
    row = {"transcript": "g1", "text": words, "replaced": True, "roles": [role]}
    choose(bench, {**row, "people": [person]})
    assert found(bench, "g1")[words]["pseudonym"] == found(bench, "g1")["Joris"]["pseudonym"]


def test_a_name_with_the_sign_between_two_people_keeps_the_file_readable(bench: Workbench) -> None:
    row = {"transcript": "g1", "text": "belde", "replaced": True, "roles": ["adres"]}
    choose(bench, {**row, "people": ["straat 1/2"]})
    assert found(bench, "g1")["belde"]["replaced"]


@pytest.mark.parametrize(
    "row",
    [
        {"transcript": "g1", "text": "", "replaced": True},
        {"transcript": "g9", "text": "Joris", "replaced": True},
        {"transcript": "g1", "text": "Joris", "replaced": "misschien"},
        {"transcript": "g1", "text": "Joris", "replaced": True, "roles": ["a/b"]},
        {"transcript": "g1", "text": "Joris", "replaced": True, "roles": ["12"]},
    ],
)
def test_of_rows_with_a_wrong_one_nothing_is_kept(
    bench: Workbench, project: Project, row: dict[str, Any]
) -> None:
    with pytest.raises(KwalError):
        choose(bench, {"transcript": "g1", "text": "Joris", "replaced": False}, row)
    assert not (project.path / "prive/keuzes.csv").exists()


def test_a_name_that_is_added_is_looked_for_everywhere(bench: Workbench, project: Project) -> None:
    told = bench.answer("names_add", {"id": "g2", "name": "Kolk", "role": "plaats"})
    assert any(one["text"] == "Kolk" and one["replaced"] for one in told["found"])
    assert "Kolk" in (project.path / "prive/namenlijst.csv").read_text(encoding="utf-8")


def test_names_of_the_list_that_nobody_says_are_told(bench: Workbench) -> None:
    assert bench.answer("names_table", {})["unfound"] == ["Sietske"]


def test_risks_come_with_the_traits_and_where_they_stand(bench: Workbench) -> None:
    rows = {row["id"]: row for row in bench.answer("names_risks", {})["risks"]}
    assert {"kind": "herkomst", "text": "Eritrea", "turn": 1} in rows["g2"]["traits"]


@pytest.mark.parametrize(
    "given",
    [
        {"confirmed_by": "AB"},
        {"confirmed_by": "", "without_key": True},
        {"confirmed_by": "AB", "passphrase": "een lange zin", "again": "een andere zin"},
        {"confirmed_by": "AB", "passphrase": "kort", "again": "kort"},
    ],
)
def test_nothing_is_frozen_without_a_name_and_a_choice_about_the_key(
    bench: Workbench, project: Project, given: dict[str, Any]
) -> None:
    with pytest.raises(PrivacyError):
        bench.answer("names_freeze", given)
    assert not project.transcripts


def test_freezing_keeps_the_key_and_says_who_confirmed(bench: Workbench, project: Project) -> None:
    phrase = {"passphrase": "een lange zin", "again": "een lange zin"}
    told = bench.answer("names_freeze", {"confirmed_by": "AB", **phrase})
    assert told["now_frozen"] == ["g1", "g2"] and told["waiting"] == []
    assert "Joris" in str(project.key("een lange zin")["names"].tolist())


def test_who_is_in_the_key_is_recognised_once_it_is_open(
    bench: Workbench, project: Project, tmp_path: Path
) -> None:
    phrase = {"passphrase": "een lange zin", "again": "een lange zin"}
    choose(bench, {"transcript": "g2", "text": "Fatima", "replaced": True,
                   "roles": ["regisseur"], "people": ["fatima el idrissi"]}, talk="g2")  # fmt: skip
    bench.answer("names_freeze", {"confirmed_by": "AB", **phrase})
    project.add_transcripts(write_all(tmp_path / "later", {"g3.txt": "I: Wie?\nR: Fatima weer.\n"}))
    before = found(bench, "g3")["Fatima"]["pseudonym"]
    assert bench.answer("names_key", {"passphrase": "een lange zin"})["key_open"]
    after = found(bench, "g3")["Fatima"]
    assert after["doubtful"] and after["pseudonym"] != before


def test_a_wrong_passphrase_opens_no_key(bench: Workbench) -> None:
    phrase = {"passphrase": "een lange zin", "again": "een lange zin"}
    bench.answer("names_freeze", {"confirmed_by": "AB", **phrase})
    with pytest.raises(PrivacyError):
        bench.answer("names_key", {"passphrase": "een andere zin"})


def test_a_frozen_conversation_shows_no_raw_names(small_project: Project) -> None:
    bench = Workbench(small_project, "AB")
    assert "Sanne" in NAMES
    with pytest.raises(KwalError, match="wacht niet"):
        bench.answer("names_conversation", {"id": "r1"})


def test_raw_names_are_refused_to_who_comes_over_a_network(bench: Workbench) -> None:
    with pytest.raises(PrivacyError, match="netwerk"):
        bench.answer("names_conversation", {"id": "g1"}, "collega")


def test_answers_are_plain_values(bench: Workbench) -> None:
    for verb in ("names", "names_table", "names_risks", "progress"):
        json.dumps(bench.answer(verb, {}))
    json.dumps(bench.answer("names_conversation", {"id": "g1"}))
