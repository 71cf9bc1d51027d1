"""Deciding in a table: out of the machine, through Excel, back into the log."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from kwalevaluatie.frames import worklist
from kwalevaluatie.project import Project


class Worklist:
    """The first suggestion as a table that someone fills in again and again."""

    def __init__(self, project: Project, path: Path) -> None:
        self.project, self.path = project, path
        self.row = worklist(project.suggest()).iloc[[0]]

    def decide(self, action: str, **changes: str) -> int:
        """Fill in the action, read the table, and tell how much was recorded."""
        table = self.row.assign(actie=action, **changes)
        if self.path.suffix == ".xlsx":
            table.to_excel(self.path, index=False)
        else:
            table.to_csv(self.path, index=False, sep=";")
        return int(self.project.decide(self.path, coder="anna").attrs["new"])

    @property
    def codes(self) -> list[str]:
        return list(self.project.codings()["code"])


@pytest.fixture(params=[".csv", ".xlsx"])
def listed(request: pytest.FixtureRequest, small_project: Project, tmp_path: Path) -> Worklist:
    for event in small_project.log()["event"]:
        small_project.withdraw(event, coder="anna")
    return Worklist(small_project, tmp_path / f"lijst{request.param}")


def test_an_empty_action_is_no_decision(listed: Worklist) -> None:
    assert listed.decide("") == 0
    assert listed.codes == []


def test_a_table_read_twice_adds_nothing(listed: Worklist) -> None:
    assert [listed.decide("accepteer"), listed.decide("accepteer")] == [1, 0]
    assert len(listed.codes) == 1


def test_a_changed_mind_is_recorded_each_time(listed: Worklist) -> None:
    for action, left in (("accepteer", 1), ("wijs-af", 0), ("accepteer", 1), ("wijs-af", 0)):
        assert listed.decide(action) == 1
        assert len(listed.codes) == left


def test_what_took_the_place_of_a_coding_goes_with_it(listed: Worklist) -> None:
    other = next(c.id for c in listed.project.codebook.codes if c.id != listed.row["code"].iloc[0])
    listed.decide("accepteer")
    listed.decide("wijzig", nieuwe_code=other)
    assert listed.codes == [other]
    listed.decide("wijs-af")
    assert listed.codes == []


def test_a_withdrawn_decision_can_be_made_again(listed: Worklist) -> None:
    listed.decide("accepteer")
    event = listed.project.log()["event"].iloc[-1]
    listed.project.withdraw(event, coder="anna", reason="te snel")
    assert listed.codes == []
    assert listed.decide("accepteer") == 1
    assert len(listed.codes) == 1


def test_a_rejected_suggestion_leaves_the_list(listed: Worklist) -> None:
    listed.decide("wijs-af")
    status = listed.project.suggestions().set_index("id")["status"]
    assert list(status).count("afgewezen") >= 1


def test_a_judgement_in_a_table_carries_its_passage(small_project: Project, tmp_path: Path) -> None:
    turn = small_project.transcripts["r1"].turns[1]
    row = {
        "respondent": "r1", "doel": "geholpen", "oordeel": "positief", "beurt": 1,
        "citaat": turn.text, "reden": "zegt dat zij geholpen is",
    }  # fmt: skip
    table = tmp_path / "oordelen.csv"
    pd.DataFrame([row]).to_csv(table, index=False)
    small_project.decide(table, coder="anna")
    quotes = small_project.quotes("geholpen")
    assert turn.text in set(quotes["quote"])
