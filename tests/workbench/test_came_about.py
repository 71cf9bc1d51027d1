"""After a fault the screen can find out by itself whether something was done."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from kwalevaluatie.demo import Demo
from kwalevaluatie.errors import KwalError
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

REASON = "besproken in het team"


@pytest.fixture
def bench(demo: Demo, tmp_path: Path) -> Workbench:
    shutil.copytree(demo.project.path, tmp_path / "evaluatie")
    return Workbench(Project(tmp_path / "evaluatie"), "AB")


def asked(bench: Workbench, **more: Any) -> dict[str, Any]:
    row = bench.answer("comparisons", {})["comparisons"][0]
    return {"subject": row["id"], "verdict": row["verdict"], "reason": REASON, **more}


def found_out(bench: Workbench, verb: str, given: Any, seconds: float = 0) -> dict[str, Any]:
    wanted = {"verb": verb, "given": given, "seconds": seconds}
    return bench.answer("came_about", wanted)


def test_a_signature_that_stands_is_told_as_signing_would_tell_it(bench: Workbench) -> None:
    given = asked(bench)
    assert found_out(bench, "sign", given) == {"done": False, "answer": None}
    told = bench.answer("sign", given)
    assert found_out(bench, "sign", given) == {"done": True, "answer": told}


@pytest.mark.parametrize("other", [{"reason": "iets anders"}, {"subject": "is/er/niet"}])
def test_another_signature_is_not_this_one(bench: Workbench, other: dict[str, Any]) -> None:
    given = asked(bench)
    bench.answer("sign", given)
    assert not found_out(bench, "sign", given | other)["done"]


def test_an_earlier_signature_in_the_same_words_is_not_this_one(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = asked(bench)
    monkeypatch.setattr("kwalevaluatie.project.reviewing.now", lambda: "2024-01-01T00:00:00+00:00")
    bench.answer("sign", given)
    assert not found_out(bench, "sign", given)["done"]


def test_a_signature_of_somebody_else_is_not_mine(bench: Workbench) -> None:
    given = asked(bench)
    bench.answer("sign", given)
    assert not Workbench(bench.project, "CD").answer(
        "came_about", {"verb": "sign", "given": given, "seconds": 0}
    )["done"]


def test_a_report_that_was_written_to_the_end(bench: Workbench) -> None:
    given = {"version": "intern", "kinds": ["html"]}
    folder = bench.project.path / "rapport"
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    assert not found_out(bench, "write_report", given)["done"]
    (folder / "rapport.html").write_text("half")
    assert not found_out(bench, "write_report", given)["done"]
    files = bench.answer("write_report", given)["files"]
    told = found_out(bench, "write_report", given)["answer"]
    assert set(files) <= set(told["files"])
    assert all(not name.endswith(".json") for name in told["files"])


def test_a_report_of_an_hour_ago_is_another(bench: Workbench) -> None:
    for path in (bench.project.path / "rapport").iterdir():
        os.utime(path, (path.stat().st_mtime - 3600,) * 2)
    given = {"version": "intern", "kinds": ["html"]}
    assert not found_out(bench, "write_report", given, 60)["done"]
    assert found_out(bench, "write_report", given, 7200)["done"]


@pytest.mark.parametrize(
    "given",
    [
        {"verb": "names_freeze", "given": {}},
        {"verb": "sign", "given": []},
        {"verb": "sign", "given": {}, "seconds": "gisteren"},
        {"verb": "sign", "given": {}, "seconds": 1e300},
    ],
)
def test_what_cannot_be_found_out_is_said(bench: Workbench, given: dict[str, Any]) -> None:
    with pytest.raises(KwalError):
        bench.answer("came_about", given)
