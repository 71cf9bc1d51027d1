"""The state that is kept up to date with what anybody decides."""

from __future__ import annotations

import pytest

from kwalevaluatie.model import Decision, Event, Finished, Span, Suggestion, Withdrawal
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench
from kwalevaluatie.workbench.state import State


def made(id: str, code: str = "hulp") -> Decision:
    return Decision(id, "2026-01-01", "AB", "voeg-toe", "r1", Span(1, 0, 4), code)


def test_what_comes_in_later_is_read_once(small_project: Project) -> None:
    state = State(small_project)
    small_project.store.append([made("1")])
    assert [one.id for one in state.refresh()] == ["1"]
    assert state.refresh() == []
    assert len(state.codings("r1")) == 1


def test_a_lower_number_that_comes_later_is_not_passed_over(
    small_project: Project, monkeypatch: object
) -> None:
    state = State(small_project)
    small_project.store.append([made("1"), made("2", "wachten")])
    whole = small_project.store.events_after(0)
    late = [whole[1]]
    small_project.store.events_after = lambda number: late  # type: ignore[method-assign]
    assert [one.id for one in state.refresh()] == ["2"]
    small_project.store.events_after = lambda number: whole  # type: ignore[method-assign]
    assert [one.id for one in state.refresh()] == ["1"]
    assert [one.id for one in state.events] == ["1", "2"]


def test_the_key_tells_evaluations_coders_and_blind_apart(small_project: Project) -> None:
    keys = {
        Workbench(small_project, "AB").key(),
        Workbench(small_project, "CD").key(),
        Workbench(small_project, "AB", blind=True).key(),
    }
    assert len(keys) == 3
    assert Workbench(small_project, "AB").key() == Workbench(small_project, "CD").key("AB")


WHEN = ("2026-01-01", "AB")
PROPOSED = Suggestion("r1", Span(1, 2, 8), "hulp", 0.7, "woordenboek", "hulp")


@pytest.mark.parametrize(
    ("made", "status"),
    [
        ([], "nieuw"),
        ([Decision("1", *WHEN, "accepteer", "r1", Span(1, 2, 8), "hulp")], "besloten"),
        ([Decision("1", *WHEN, "voeg-toe", "r1", Span(1, 0, 4), "hulp")], "besloten"),
        ([Decision("1", *WHEN, "voeg-toe", "r1", Span(1, 8, 12), "hulp")], "nieuw"),
        ([Decision("1", *WHEN, "wijs-af", "r1", Span(1, 2, 8), "hulp")], "afgewezen"),
        ([Finished("1", *WHEN, "r1")], "gelezen"),
    ],
)
def test_what_becomes_of_a_suggestion_is_what_the_table_says(
    small_project: Project, made: list[Event], status: str
) -> None:
    small_project.store.replace_suggestions("r1", [PROPOSED])
    small_project.store.append(made)
    state = State(small_project)
    state.refresh()
    assert state.status(PROPOSED) == status
    told = small_project.suggestions()
    assert list(told[told["transcript"] == "r1"]["status"]) == [status]


def test_a_suggestion_that_got_another_theme_is_decided_until_that_is_taken_back(
    small_project: Project,
) -> None:
    changed = Decision("1", *WHEN, "wijzig", "r1", PROPOSED.span, "hulp", new_code="wachten")
    small_project.store.append([changed])
    state = State(small_project)
    state.refresh()
    assert state.status(PROPOSED) == "besloten"
    small_project.store.append([Withdrawal("2", *WHEN, "1")])
    state.refresh()
    assert state.status(PROPOSED) == "nieuw"


def test_only_what_was_touched_is_told(small_project: Project) -> None:
    small_project.store.append([made(str(number)) for number in range(60)])
    state = State(small_project)
    state.refresh()
    other = Decision("a", *WHEN, "voeg-toe", "r1", Span(3, 0, 4), "hulp")
    small_project.store.append([other, Withdrawal("b", *WHEN, "a"), Withdrawal("c", *WHEN, "b")])
    state.refresh()
    assert state.touched("r1", state.version) == {1, 3}
    assert state.touched("r2", state.version) == set()
    small_project.store.append([Finished("d", *WHEN, "r1"), Withdrawal("e", *WHEN, "d")])
    state.refresh()
    assert state.touched("r1", state.version - 1) is None
