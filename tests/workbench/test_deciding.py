"""What is decided on the screen: once, on disk, and in the right name."""

from __future__ import annotations

from typing import Any

import pytest

from kwalevaluatie.errors import DecisionError, KwalError
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

ROW = {"id": "1", "transcript": "r1", "turn": 1, "start": 0, "stop": 4, "code": "hulp"}


@pytest.fixture
def bench(small_project: Project) -> Workbench:
    return Workbench(small_project, "AB")


def decide(bench: Workbench, coder: str = "", **given: Any) -> dict[str, Any]:
    row = {**ROW, **given}
    return bench.answer("decide", {"rows": [row], "transcript": row["transcript"]}, coder)


def test_a_decision_is_on_disk_when_it_is_answered(bench: Workbench) -> None:
    told = decide(bench, valence="positief")
    (event,) = Project(bench.project.path).store.events()
    assert (event.id, event.coder, event.valence) == ("1", "AB", "positief")
    assert [one["event"] for one in told["codings"]] == ["1"]


def test_sending_it_again_adds_nothing(bench: Workbench) -> None:
    decide(bench)
    decide(bench)
    decide(Workbench(Project(bench.project.path), "AB"))
    assert len(bench.project.store.events()) == 1


def test_a_row_cannot_choose_in_whose_name_it_is(bench: Workbench) -> None:
    decide(bench, coder="CD", blind=False)
    bench.answer("decide", {"rows": [{**ROW, "id": "2", "coder": "EVIL", "blind": True}]})
    assert {(one.coder, one.blind) for one in bench.project.store.events()} == {
        ("CD", False),
        ("AB", False),
    }


def test_note_and_amount_are_told_again(bench: Workbench) -> None:
    told = decide(bench, reason="zei ze lachend", amount=3)
    (coding,) = told["codings"]
    assert (coding["reason"], coding["amount"]) == ("zei ze lachend", 3)
    again = Workbench(Project(bench.project.path), "AB").answer("conversation", {"id": "r1"})
    assert again["codings"][0]["reason"] == "zei ze lachend"


def test_undo_and_redo_are_events_of_their_own(bench: Workbench) -> None:
    decide(bench)
    undone = bench.answer("undo", {"event": "1", "id": "2", "transcript": "r1"})
    assert undone["codings"] == []
    redone = bench.answer("undo", {"event": "2", "id": "3", "transcript": "r1"})
    assert [one["event"] for one in redone["codings"]] == ["1"]
    again = bench.answer("undo", {"event": "2", "id": "3", "transcript": "r1"})
    assert [one["event"] for one in again["codings"]] == ["1"]
    assert len(bench.project.store.events()) == 3


def test_what_others_decided_is_told_once(bench: Workbench) -> None:
    seen = bench.answer("conversation", {"id": "r1"})["version"]
    decide(Workbench(Project(bench.project.path), "CD"), id="x")
    told = bench.answer("news", {"seen": seen, "transcript": "r1"})
    assert [(one["id"], one["coder"]) for one in told["others"]] == [("x", "CD")]
    assert len(told["codings"]) == 1
    quiet = bench.answer("news", {"seen": told["version"], "transcript": "r1"})
    assert quiet["others"] == [] and "codings" not in quiet


@pytest.mark.parametrize("rows", [None, [], "x", [1], [{}], [{"id": " "}], [{**ROW, "code": "x"}]])
def test_what_cannot_be_decided_is_refused_and_nothing_is_kept(bench: Workbench, rows: Any) -> None:
    with pytest.raises(DecisionError):
        bench.answer("decide", {"rows": rows})
    assert bench.project.store.events() == []


def test_of_several_rows_all_are_kept_or_none(bench: Workbench) -> None:
    with pytest.raises(DecisionError):
        bench.answer("decide", {"rows": [ROW, {**ROW, "id": "2", "code": "bestaat-niet"}]})
    assert bench.project.store.events() == []


@pytest.mark.parametrize("seen", [-1, 2**60, "1", 1.5, []])
def test_a_number_that_cannot_be_is_refused(bench: Workbench, seen: Any) -> None:
    with pytest.raises(KwalError):
        bench.answer("news", {"seen": seen})


def test_most_doubt_comes_first_in_another_conversation(bench: Workbench) -> None:
    bench.project.suggest()
    found = bench.answer("doubtful", {"id": "r1"})["suggestion"]
    assert found["transcript"] != "r1" and found["status"] == "nieuw"
    for name in ("r1", "r2", "r3"):
        row = {"id": f"f-{name}", "kind": "afgerond", "transcript": name}
        bench.answer("decide", {"rows": [row]})
    assert bench.answer("doubtful", {})["suggestion"] is None


def test_blind_no_suggestion_and_nothing_of_the_first_is_told(bench: Workbench) -> None:
    bench.project.suggest()
    decide(bench)
    blind = Workbench(Project(bench.project.path), "CD", blind=True)
    told = blind.answer("conversation", {"id": "r1"})
    assert told["suggestions"] == [] and told["codings"] == []
    assert blind.answer("doubtful", {})["suggestion"] is None
