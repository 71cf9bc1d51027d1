from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from tests.support.small_facts import small_teller

from kwalevaluatie.model import Evidence, Span
from kwalevaluatie.report.facts import Facts
from kwalevaluatie.report.sheets import JOINT, SIGNED, framework, joint_display
from kwalevaluatie.report.workbook import write_workbook


def with_evidence(facts: Facts) -> Facts:
    """The same facts, where the first judgement rests on three passages of two people."""
    chapter, goals = facts.chapters[0]
    states = goals[0].states["inwoner"]
    passages = tuple(
        Evidence(who, who, Span(turn, 0, 5)) for who, turn in (("r00", 27), ("r00", 5), ("r01", 3))
    )
    changed = {"inwoner": (replace(states[0], evidence=passages), *states[1:])}
    return replace(facts, chapters=((chapter, (replace(goals[0], states=changed), goals[1])),))


@pytest.mark.parametrize("signed", [True, False])
def test_a_reading_is_a_proposal_until_it_is_signed(signed: bool) -> None:
    frame = joint_display(small_teller(signed=signed).facts)
    assert tuple(frame.columns) == (*JOINT, *SIGNED)
    [row] = frame.to_dict("records")
    assert (row["doel of thema"], row["k"], row["n"]) == ("Hulp op tijd", 8, 11)
    assert (row["gesprekken"], row["cijfer"]) == ("acht van de elf", 0.92)
    assert (row["ondergrens"], row["bovengrens"]) == (0.89, 0.94)
    assert row["andere verklaringen"] == "andere vraag, ander moment"
    assert row["status"] == ("ondertekend" if signed else "VOORSTEL")
    assert (row["ondertekend door"], row["op"]) == ("eva", "2026-03-02") or not signed


def test_of_a_lapsed_signature_stands_who_signed_and_why() -> None:
    facts = small_teller(signed=True).facts
    ((title, (first, *rest)), *others) = facts.chapters
    [row] = first.comparisons
    lapsed = replace(row, signature=None, lapsed=row.signature)
    goal = replace(first, comparisons=(lapsed,))
    [told] = joint_display(replace(facts, chapters=((title, (goal, *rest)), *others))).to_dict(
        "records"
    )
    assert (told["status"], told["ondertekend door"]) == ("verlopen", "eva")
    assert told["reden"] == "gelezen"


def test_who_signed_is_not_for_everybody() -> None:
    frame = joint_display(small_teller(signed=True).facts, public=True)
    assert tuple(frame.columns) == JOINT
    assert "eva" not in frame.to_csv()


def test_the_matrix_has_every_judgement_with_its_passages() -> None:
    frame = framework(with_evidence(small_teller().facts))
    assert list(frame.columns) == ["Hulp op tijd", "Goed samenwerken"]
    assert list(frame.index.names) == ["respondent", "perspectief"]
    residents = frame.xs("inwoner", level="perspectief")
    assert len(residents) == 11
    assert residents.loc["r00", "Hulp op tijd"] == "positief (r00: beurt 5, 27)"
    assert residents.loc["r01", "Hulp op tijd"] == "positief (r01: beurt 3)"
    assert residents.loc["r10", "Hulp op tijd"] == "negatief"
    assert residents["Goed samenwerken"].eq("niet gevraagd").all()


def test_both_become_sheets(tmp_path: Path) -> None:
    facts = small_teller(words={"goal": "=1+1", "item": "@SUM(A1)"}).facts
    sheets = {"Vergelijking": joint_display(facts), "Raamwerk": framework(facts)}
    book = openpyxl.load_workbook(write_workbook(tmp_path / "w.xlsx", sheets, {}))
    assert book["Raamwerk"].freeze_panes == "C2"
    assert book["Raamwerk"]["C1"].value == "=1+1" and book["Raamwerk"]["C1"].data_type == "s"
    first = [cell.value for cell in book["Vergelijking"][2]]
    assert first[:5] == ["=1+1", "inwoner", "positief", 8, 11]
    assert {cell.data_type for row in book["Vergelijking"] for cell in row} <= {"s", "n"}
