"""Where the work stands, and what to do next."""

from __future__ import annotations

from kwalevaluatie.demo import Demo
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench


def test_what_waits_is_counted(small_project: Project) -> None:
    told = Workbench(small_project, "b").answer("todo", {})
    assert (told["names"], told["unread"], told["conversations"]) == (0, 3, 3)
    assert (told["judgements"], told["unjudged"], told["unsigned"]) == (0, 3, 0)
    assert told["asked"] == {"r1": 1, "r2": 1, "r3": 1}
    assert told["agreement"] is None


def test_it_goes_down_with_the_work(small_project: Project) -> None:
    bench = Workbench(small_project, "b")
    read = {"id": "f1", "kind": "afgerond", "transcript": "r1"}
    judged = {"id": "j1", "kind": "oordeel", "respondent": "r1", "goal": "geholpen"}
    bench.answer("decide", {"rows": [read, {**judged, "state": "positief"}]})
    told = bench.answer("todo", {})
    assert (told["unread"], told["judgements"], told["unjudged"]) == (2, 1, 2)
    assert told["ungrounded"] == 1


def test_the_demonstration_tells_how_far_two_agreed(demo: Demo) -> None:
    told = Workbench(demo.project, "b").answer("todo", {})
    found = demo.project.agreement()
    assert told["agreement"] == {"same": found.same, "both": found.both, "kappa": found.kappa}
    assert told["unsigned"] == told["comparisons"] == len(demo.project.comparisons())


def test_what_to_review_first_has_its_place_and_why(small_project: Project) -> None:
    small_project.suggest()
    bench = Workbench(small_project, "b")
    found = bench.answer("next_up", {})["suggestions"]
    assert found
    for one in found:
        turn = small_project.transcripts[one["transcript"]].turns[one["turn"]]
        assert turn.text[one["start"] : one["stop"]] == one["quote"]
        assert one["why"] in ("steekproef", "twijfel", "dekking")


def test_blind_there_is_nothing_of_machine_or_first_coder(small_project: Project) -> None:
    small_project.suggest()
    bench = Workbench(small_project, "b", blind=True)
    assert bench.answer("next_up", {})["suggestions"] == []
    told = bench.answer("todo", {})
    assert (told["waiting"], told["agreement"]) == (0, None)


def test_conversations_to_read_without_proposals_are_counted(small_project: Project) -> None:
    bench = Workbench(small_project, "b")
    assert bench.answer("todo", {})["unproposed"] == 3
    bench.answer("decide", {"rows": [{"id": "f1", "kind": "afgerond", "transcript": "r1"}]})
    assert bench.answer("todo", {})["unproposed"] == 2
    assert Workbench(small_project, "b", blind=True).answer("todo", {})["unproposed"] == 0
    bench.answer("renew_suggestions", {})
    proposed = {one.transcript for one in small_project.store.suggestions()}
    assert bench.answer("todo", {})["unproposed"] == len({"r2", "r3"} - proposed) < 2
