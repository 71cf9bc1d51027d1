"""The matrix of respondents and goals, as the screen asks for it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.small import DECISION

from kwalevaluatie.demo import Demo
from kwalevaluatie.errors import KwalError
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench, judging

CELL = {"respondent": "r1", "goal": "geholpen"}
HELPED = {"turn": 1, "start": 16, "stop": 29}


@pytest.fixture
def bench(small_project: Project) -> Workbench:
    """Somebody at work on three conversations, of which one is coded."""
    path = small_project.path.parent / "besluiten.jsonl"
    path.write_text(DECISION + "\n", encoding="utf-8")
    small_project.decide(path)
    return Workbench(small_project, "b")


def judge(bench: Workbench, id: str, state: str, **more: Any) -> dict[str, Any]:
    """A judgement as the screen sends it."""
    row = {"id": id, "kind": "oordeel", "state": state, **CELL, **more}
    return bench.answer("decide", {"rows": [row]})


def row_of(bench: Workbench, respondent: str) -> dict[str, Any]:
    """A respondent in the matrix."""
    rows = bench.answer("matrix", {})["rows"]
    return next(row for row in rows if row["respondent"] == respondent)


def test_what_was_asked_is_a_cell(bench: Workbench) -> None:
    row = row_of(bench, "r1")
    assert row["cells"] == {"geholpen": {"state": None}}
    assert not row["finished"]


def test_a_judgement_has_who_why_and_on_what(bench: Workbench) -> None:
    passage = bench.answer("cell", CELL)["passages"][0]
    judge(bench, "j1", "positief", reason="Snel", evidence=[{k: passage[k] for k in HELPED}])
    told = bench.answer("cell", CELL)
    assert (told["state"], told["coder"], told["reason"]) == ("positief", "b", "Snel")
    assert [one["ground"] for one in told["passages"]] == [True]
    assert told["passages"][0]["words"] == "goed geholpen"


def test_earlier_judgements_stay_in_sight(bench: Workbench) -> None:
    judge(bench, "j1", "positief")
    judge(bench, "j2", "wisselend")
    assert [one["state"] for one in bench.answer("cell", CELL)["earlier"]] == ["positief"]
    bench.answer("undo", {"event": "j2", "id": "u1"})
    told = bench.answer("cell", CELL)
    assert told["state"] == "positief"
    assert [(one["state"], one["withdrawn"]) for one in told["earlier"]] == [("wisselend", True)]


def test_a_judgement_without_words_under_it_says_so(bench: Workbench) -> None:
    other = {"respondent": "r3", "goal": "geholpen"}
    judge(bench, "j1", "negatief", **other)
    judge(bench, "j2", "positief")
    assert row_of(bench, "r3")["cells"]["geholpen"]["ungrounded"]
    assert not row_of(bench, "r1")["cells"]["geholpen"]["ungrounded"]
    judge(bench, "j3", "niet besproken", **other)
    assert not row_of(bench, "r3")["cells"]["geholpen"]["ungrounded"]


def test_what_was_chosen_as_ground_stays_when_its_coding_goes(bench: Workbench) -> None:
    passage = bench.answer("cell", CELL)["passages"][0]
    spot = {name: passage[name] for name in HELPED}
    judge(bench, "j1", "positief", evidence=[spot])
    gone = {"id": "x1", "transcript": "r1", "code": "hulp", "action": "wijs-af", **spot}
    bench.answer("decide", {"rows": [gone]})
    assert [(one["code"], one["ground"]) for one in bench.answer("cell", CELL)["passages"]] == [
        (None, True)
    ]


def test_proposals_are_made_anew_only_when_something_was_coded(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    propose = bench.project.propose_judgements
    monkeypatch.setattr(bench.project, "propose_judgements", lambda: (made.append(1), propose())[1])
    assert {one["respondent"] for one in bench.answer("proposals", {})["proposals"]} >= {"r1"}
    judge(bench, "j1", "positief")
    bench.answer("proposals", {})
    assert len(made) == 1
    row = {"id": "x1", "transcript": "r1", "code": "hulp", "action": "wijs-af", **HELPED}
    bench.answer("decide", {"rows": [row]})
    bench.answer("proposals", {})
    assert len(made) == 2


def test_blind_shows_nothing_of_the_first_coder(bench: Workbench, small_project: Project) -> None:
    judge(bench, "j1", "positief")
    blind = Workbench(small_project, "c", blind=True)
    assert blind.answer("proposals", {})["proposals"] == []
    told = blind.answer("cell", CELL)
    assert (told["state"], told["passages"], told["earlier"]) == (None, [], [])
    assert row_of(blind, "r1")["cells"]["geholpen"] == {"state": None}
    judge(blind, "j2", "negatief")
    assert blind.answer("cell", CELL)["state"] == "negatief"
    assert bench.answer("cell", CELL)["state"] == "positief"


def test_a_cell_that_is_not_there_is_refused(bench: Workbench) -> None:
    with pytest.raises(KwalError, match="r9"):
        bench.answer("cell", {"respondent": "r9", "goal": "geholpen"})


def test_the_study_of_the_screen_counts_as_the_project_does(demo: Demo) -> None:
    bench = Workbench(demo.project, "b")
    bench.state.refresh()
    shown, counted = judging.study_of(bench._bench("")), demo.project.study()
    assert shown.codings == counted.codings
    assert shown.judgements == counted.judgements
