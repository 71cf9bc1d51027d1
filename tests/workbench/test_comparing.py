"""The joint display on the screen, and who signs it."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from kwalevaluatie.demo import Demo
from kwalevaluatie.errors import KwalError
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

SUBJECT = "vergelijking/betaald-werk/goed-geholpen/inwoner"


@pytest.fixture
def own(demo: Demo, tmp_path: Path) -> Workbench:
    """The demonstration, to change."""
    return Workbench(Project(copytree(demo.project.path, tmp_path / "eigen")), "AB")


def test_every_row_has_its_reading_and_what_it_may_be(demo: Demo) -> None:
    told = Workbench(demo.project, "AB").answer("comparisons", {})
    rows = told["comparisons"]
    assert len(rows) == len(demo.project.comparisons())
    assert {row["proposed"] for row in rows} <= set(told["readings"])
    assert told["file"] == "koppeltabel.yaml"
    assert len(told["links"]) == len(demo.project.links)


def test_the_people_under_a_count_are_k_of_n(demo: Demo) -> None:
    bench = Workbench(demo.project, "AB")
    row = next(r for r in bench.answer("comparisons", {})["comparisons"] if r["id"] == SUBJECT)
    told = bench.answer("counted", {"subject": SUBJECT})
    assert len(told["counted"]) == row["k"]
    assert len(told["counted"]) + len(told["others"]) == row["n"]
    assert {one["respondent"] for one in told["passages"]} <= set(told["counted"])
    assert all(one["words"] for one in told["passages"])


def test_a_signature_carries_name_reading_and_reason(own: Workbench) -> None:
    given = {"subject": SUBJECT, "verdict": "gedeeltelijk", "reason": "Andere vraag."}
    rows = own.answer("sign", given)["comparisons"]
    row = next(row for row in rows if row["id"] == SUBJECT)
    assert (row["status"], row["signed_by"]) == ("ondertekend", "AB")
    assert (row["verdict"], row["signed_reason"]) == ("gedeeltelijk", "Andere vraag.")
    assert row["proposed"] != row["verdict"]


def test_a_signature_lapses_with_its_numbers(own: Workbench) -> None:
    own.answer("sign", {"subject": SUBJECT, "verdict": "", "reason": "Zo is het."})
    first = own.answer("counted", {"subject": SUBJECT})["counted"][0]
    judged = {"kind": "oordeel", "respondent": first, "goal": "betaald-werk", "state": "negatief"}
    own.answer("decide", {"rows": [{"id": "anders", **judged}]})
    rows = own.answer("comparisons", {})["comparisons"]
    row = next(row for row in rows if row["id"] == SUBJECT)
    assert row["status"] == "verlopen"
    assert row["lapsed"]["by"] == "AB"


def test_a_signature_asks_for_a_reason(own: Workbench) -> None:
    before = own.answer("comparisons", {})["version"]
    with pytest.raises(KwalError, match="reden"):
        own.answer("sign", {"subject": SUBJECT, "verdict": "", "reason": "  "})
    assert own.state.version == before


@pytest.mark.parametrize("verb", ["comparisons", "counted", "sign", "preview", "hindrances"])
def test_a_blind_coder_does_not_see_what_was_found(demo: Demo, verb: str) -> None:
    with pytest.raises(KwalError, match="blind"):
        Workbench(demo.project, "AB", blind=True).answer(verb, {"subject": SUBJECT})
