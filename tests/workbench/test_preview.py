"""The report on the screen: every number opens what is under it."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

from kwalevaluatie.demo import Demo
from kwalevaluatie.errors import KwalError, PublicationError
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench
from kwalevaluatie.workbench.preview import _told, page_of

NUMBER = re.compile(r'<data class="cijfer" value="([^"]+)"')


@pytest.fixture(scope="module")
def shown(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    """A workbench on a copy of the demonstration, with its preview made."""
    bench = Workbench(
        Project(copytree(demo.project.path, tmp_path_factory.mktemp("t") / "e")), "AB"
    )
    bench.answer("preview", {})
    return bench


def test_every_number_on_the_page_can_be_opened(shown: Workbench) -> None:
    ids = set(NUMBER.findall(page_of(shown.project)))
    assert len(ids) > 100
    for id in ids:
        told = shown.answer("number", {"id": id})
        assert told["number"]["id"] == id
        assert not told["stale"]


def test_a_number_opens_its_people_and_their_words(shown: Workbench) -> None:
    told = shown.answer("number", {"id": "doel/betaald-werk/inwoner/positief"})
    k, n = told["number"]["k"], told["number"]["n"]
    assert len(told["counted"]) == k
    assert len(told["counted"]) + len(told["others"]) == n
    for one in told["passages"]:
        turn = shown.project.transcripts[one["transcript"]].turns[one["turn"]]
        assert turn.text[one["start"] : one["stop"]] == one["words"]


def test_nothing_is_written_by_looking(demo: Demo, tmp_path: Path) -> None:
    project = Project(copytree(demo.project.path, tmp_path / "eigen"))
    before = {path: path.stat().st_mtime_ns for path in project.path.rglob("*") if path.is_file()}
    bench = Workbench(project, "AB")
    bench.answer("preview", {})
    bench.answer("hindrances", {})
    after = {path: path.stat().st_mtime_ns for path in project.path.rglob("*") if path.is_file()}
    assert before == after


def test_what_stands_in_the_way_is_told_in_parts(shown: Workbench) -> None:
    told = {one["what"]: one for one in shown.answer("hindrances", {})["todo"]}
    unsigned = told["niet ondertekend"]
    assert unsigned["count"] == len(unsigned["items"]) == len(shown.project.comparisons())
    assert told["nog te schrijven"]["count"] > 0


def test_a_line_that_counts_nothing_is_told_whole() -> None:
    assert _told("zo is het") == {"what": "zo is het", "count": 1, "items": []}


def test_the_report_is_written_where_it_belongs(shown: Workbench) -> None:
    told = shown.answer("write_report", {"version": "intern", "kinds": ["html"]})
    assert "rapport/rapport.html" in told["files"]
    assert all((shown.project.path / name).exists() for name in told["files"])
    with pytest.raises(PublicationError, match="niet ondertekend"):
        shown.answer("write_report", {"version": "publiek", "kinds": ["html"]})
    with pytest.raises(KwalError, match="soort bestand"):
        shown.answer("write_report", {"version": "intern", "kinds": []})


def test_a_number_that_is_not_there_is_refused(shown: Workbench, demo: Demo) -> None:
    with pytest.raises(KwalError, match="doel/niets"):
        shown.answer("number", {"id": "doel/niets"})
    with pytest.raises(KwalError, match="nog geen voorbeeld"):
        Workbench(Project(demo.project.path), "AB").answer("number", {"id": "doel/niets"})
