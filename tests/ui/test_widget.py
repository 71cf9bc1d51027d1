"""What stands under a cell, with widgets and without; and what the kernel answers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from kwalevaluatie.errors import ProjectError
from kwalevaluatie.project import Project
from kwalevaluatie.ui import cell
from kwalevaluatie.ui.widget import Widget, answer
from kwalevaluatie.workbench import Workbench

VIEW = "application/vnd.jupyter.widget-view+json"
Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def told(small_project: Project, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Send the widget a message, and give what it sends back."""
    widget = Widget(Workbench(small_project, "AB"), "")
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(widget, "send", sent.append)

    def ask(asked: object) -> dict[str, Any]:
        widget._handle_custom_msg(asked, [])
        return sent.pop() if sent else {}

    return ask


def _row(project: Project) -> dict[str, Any]:
    name, talk = next(iter(project.transcripts.items()))
    at = next(at for at, turn in enumerate(talk.turns) if turn.role == "respondent")
    code = project.codebook.active[0].id
    return {
        "id": "a1", "transcript": name, "turn": at, "start": 0, "stop": 3, "code": code,
        "action": "voeg-toe",
    }  # fmt: skip


def test_a_decision_is_in_the_log_before_the_answer(told: Ask, small_project: Project) -> None:
    asked = {"number": "7", "name": "decide", "given": {"rows": [_row(small_project)]}}
    assert told(asked)["answer"]["events"] == ["a1"]
    told(asked)
    assert list(small_project.log()["coder"]) == ["AB"]


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "zomaar"},
        {"name": "conversation", "given": {"id": "is er niet"}},
        {"name": "conversation", "given": []},
        {"name": "start", "given": {"id": float("nan")}},
        {"name": "start", "given": {"id": "\x00"}},
        {"name": "start", "given": {"id": "\ud800"}},
        {},
    ],
)
def test_what_cannot_be_is_a_problem_to_show(told: Ask, asked: dict[str, Any]) -> None:
    answered = told({"number": "7", **asked})
    assert answered["number"] == "7"
    assert answered["problem"]
    assert "Traceback" not in answered["problem"]


@pytest.mark.parametrize("asked", [None, "start", {"name": "start"}, {"number": 3}])
def test_what_is_no_question_is_not_answered(told: Ask, asked: object) -> None:
    assert told(asked) == {}


def test_a_fault_of_the_program_is_told_without_its_words(
    small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Workbench(small_project, "AB")

    def broken(*_: object) -> dict[str, Any]:
        raise RuntimeError("Fatima")

    monkeypatch.setattr(bench, "answer", broken)
    assert "Fatima" not in answer(bench, {"name": "start"})["problem"]


def test_behind_a_hub_no_raw_names_are_told(
    small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Workbench(small_project, "AB")
    assert "answer" in answer(bench, {"name": "names"})
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/ab/")
    assert "netwerk" in answer(bench, {"name": "names"})["problem"]
    assert "answer" in answer(bench, {"name": "conversations"})


def test_the_page_opens_where_it_was_asked_for(small_project: Project) -> None:
    name = small_project.store.names()[0]
    assert small_project.review(name, coder="AB").widget.place == f"gesprek/{name}"
    assert small_project.review(coder="AB").widget.place == ""
    assert small_project.judge_matrix(coder="AB").widget.place == "oordelen"
    assert small_project.review_names().widget.place == "namen"


def test_with_widgets_the_view_stands_before_a_table(small_project: Project) -> None:
    shown = small_project.judge_matrix(coder="AB")
    kinds, _ = shown._repr_mimebundle_()
    assert set(kinds) == {VIEW}
    assert "<table>" in shown._repr_html_()


def test_without_anywidget_a_table_stands_there(
    small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cell, "NEEDED", "is_er_niet")
    shown = small_project.review(coder="AB")
    assert shown._repr_mimebundle_() == {}
    assert small_project.store.names()[0] in repr(shown)
    assert "kwalevaluatie[notebook]" in shown._repr_html_()
    with pytest.raises(ProjectError, match="anywidget is niet geïnstalleerd"):
        _ = shown.widget


def test_what_a_notebook_keeps_has_no_words_and_no_names(small_project: Project) -> None:
    small_project.decide(_row(small_project), coder="AB")
    name = _row(small_project)["transcript"]
    talk = small_project.transcripts[name]
    for shown in (small_project.review(name, coder="AB"), small_project.review_names()):
        kept = shown._repr_html_() + repr(shown)
        assert not any(turn.text in kept for turn in talk.turns)
    assert _row(small_project)["code"] in repr(small_project.review(name, coder="AB"))
    assert "<table>" not in small_project.review_names()._repr_html_()


@pytest.mark.parametrize("coder", ["", "  ", "A\nB"])
def test_someone_decides(small_project: Project, coder: str) -> None:
    with pytest.raises(ProjectError, match="wie er werkt"):
        small_project.review(coder=coder)


def test_an_unknown_conversation_is_said_at_once(small_project: Project) -> None:
    with pytest.raises(ProjectError, match="is er niet"):
        small_project.review("r99", coder="AB")


def test_an_evaluation_opens_without_the_screen() -> None:
    code = (
        "import sys, kwalevaluatie.project\n"
        "late = ('anywidget', 'starlette', 'kwalevaluatie.ui')\n"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
