"""Measuring in an evaluation: which decisions, which suggestions, and that nothing leaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from click.testing import CliRunner

from kwalevaluatie import frames, measuring
from kwalevaluatie.cli import main
from kwalevaluatie.errors import DecisionError
from kwalevaluatie.measuring import AFTER, BEFORE, BLIND, IN_SIGHT, parts_of, proposals, turns_of
from kwalevaluatie.model import Event, Transcript
from kwalevaluatie.project import Project

HELP = {"transcript": "r1", "turn": 1, "quote": "goed geholpen", "code": "hulp"}
WAITING = {"transcript": "r2", "turn": 1, "quote": "lang wachten", "code": "wachten"}
NAMES = ("r1", "r2", "r3")


def finished(*names: str, blind: bool = False) -> list[dict[str, Any]]:
    return [{"kind": "afgerond", "transcript": name, "blind": blind} for name in names]


def whole(measured: Any, suggestions: str = BEFORE) -> Any:
    """The rows of all turns together, by theme."""
    rows = measured[(measured["split"] == "alles") & (measured["suggestions"] == suggestions)]
    return rows.set_index("code")


@pytest.fixture
def read_project(small_project: Project) -> Project:
    """An evaluation of which all three conversations were read to the end."""
    small_project.decide([HELP, WAITING, *finished(*NAMES)], coder="a")
    return small_project


def test_without_a_conversation_read_to_the_end_there_is_nothing_to_measure(
    small_project: Project,
) -> None:
    small_project.decide([HELP], coder="a")
    for measure in (small_project.measure, small_project.corrected_counts):
        with pytest.raises(DecisionError, match="nog geen gesprek helemaal gelezen"):
            measure()


def test_turns_of_respondents_are_laid_beside_the_decisions(read_project: Project) -> None:
    measured = read_project.measure()
    hulp = whole(measured).loc["hulp"]
    assert tuple(measured.columns) == frames.MEASURED
    assert (hulp["turns"], hulp["tp"] + hulp["fn"]) == (6, 1)
    assert set(measured["basis"]) == {IN_SIGHT}
    assert all(measured["warning"].str.startswith("minder dan 30 beurten"))
    assert set(measured["part"]) == {"", "beleidstaal", "inwonertaal", "geleerd", "inwoner"}


def test_what_is_not_read_to_the_end_does_not_count(small_project: Project) -> None:
    small_project.decide([HELP, WAITING, *finished("r1")], coder="a")
    rows = whole(small_project.measure())
    assert (rows.loc["hulp", "turns"], rows.loc["wachten", "fn"]) == (2, 0)


def test_decisions_made_blind_take_the_place_of_the_others(read_project: Project) -> None:
    blind = [{**WAITING, "transcript": "r2", "blind": True}, *finished("r2", blind=True)]
    read_project.decide(blind, coder="b")
    measured = read_project.measure()
    rows = whole(measured)
    assert set(measured["basis"]) == {BLIND}
    assert rows.loc["wachten", "turns"] == 2
    assert rows.loc["hulp", ["tp", "fn"]].sum() == 0, "that one was not made blind"


def test_suggestions_that_were_stored_play_no_part(read_project: Project) -> None:
    before = read_project.measure()
    assert not read_project.store.suggestions(), "measuring stores nothing"
    for name in NAMES:
        read_project.store.replace_suggestions(name, [])
    assert read_project.measure().equals(before)


def test_what_is_proposed_is_what_the_coder_proposes(read_project: Project) -> None:
    coder, talks = read_project._coder(), read_project.transcripts
    expected = {
        (name, one.text, one.code) for name in NAMES for one in coder.transcript(talks[name])
    }
    found = proposals(coder, [talks[name] for name in NAMES])
    assert set(found) == expected != set()
    assert found["r1", 1, "hulp"] == {"inwonertaal"}


def test_nothing_is_measured_on_a_conversation_that_was_learned_from(
    read_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: list[set[str]] = []
    proposed: list[set[str]] = []
    learn, propose = measuring.assistance, measuring.proposals

    def learning(coder: Any, talks: Mapping[str, Transcript], events: Sequence[Event]) -> Any:
        learned.append(set(talks) | {getattr(event, "transcript", "") for event in events})
        return learn(coder, talks, events)

    def proposing(coder: Any, talks: Sequence[Transcript]) -> Any:
        proposed.append({one.id for one in talks})
        return propose(coder, talks)

    monkeypatch.setattr(measuring, "assistance", learning)
    monkeypatch.setattr(measuring, "proposals", proposing)
    measured = read_project.measure(learning=True)
    assert set(measured["suggestions"]) == {BEFORE, AFTER}
    assert proposed[0] == set(NAMES)
    assert sorted(map(sorted, proposed[1:])) == [["r1"], ["r2"], ["r3"]]
    assert all(not known & held for known, held in zip(learned, proposed[1:], strict=True))


def test_parts_hold_every_conversation_once() -> None:
    names = [f"r{number}" for number in range(12)]
    parts = parts_of(names)
    assert len(parts) == 5
    assert sorted(name for part in parts for name in part) == sorted(names)
    assert parts_of(["r1"]) == [["r1"]]


def test_turns_of_an_interviewer_do_not_count(read_project: Project) -> None:
    assert turns_of(read_project.study(), ["r1"]) == {("r1", 1): "inwoner", ("r1", 3): "inwoner"}


def test_corrected_counts_are_never_reviewed(read_project: Project) -> None:
    counts = read_project.corrected_counts()
    assert tuple(counts.columns) == frames.CORRECTED
    assert set(counts["status"]) == {"ongereviewd"}
    assert counts["corrected"].isna().all() and (counts["reason"] != "").all()
    hulp = counts.set_index("code").loc["hulp"]
    assert (hulp["group"], hulp["n"], hulp["read"]) == ("inwoner", 3, 3)
    assert hulp["raw"] >= 1


def test_counting_is_not_touched_by_it(read_project: Project) -> None:
    before = read_project.count(["code"])
    read_project.corrected_counts()
    assert read_project.count(["code"]).equals(before)


def test_on_the_command_line(read_project: Project) -> None:
    folder = str(read_project.path)
    measured = CliRunner().invoke(main, ["meet", "--map", folder])
    counts = CliRunner().invoke(main, ["meet", "--tellingen", "--map", folder])
    target = read_project.path / "meting.csv"
    written = CliRunner().invoke(main, ["meet", "--csv", str(target), "--map", folder])
    assert [one.exit_code for one in (measured, counts, written)] == [0, 0, 0]
    assert IN_SIGHT in measured.output and "alle (micro)" in measured.output
    assert "minder dan 30 beurten" in measured.output
    assert "ONGEREVIEWD" in counts.output and "niet in het rapport" in counts.output
    assert target.read_text(encoding="utf-8").startswith("voorstellen,rust_op,")
