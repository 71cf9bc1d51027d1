"""Synthetic reports with planted faults: the labels are sound, what is found stays found."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.checking.measure import (
    COUNTED,
    REACH,
    Fault,
    Labelled,
    LookAlike,
    Result,
    labelled,
    measured,
)

import kwalevaluatie

SETS = ("dev", "fresh", "held")
ALL = tuple(report for which in SETS for report in labelled(which))
DEV = labelled("dev")
LATER = tuple(report for which in ("last", "newest") for report in labelled(which))
EVERY = (*ALL, *LATER)

AT_LEAST_FOUND = 182
AT_MOST_FURTHER = 2
AT_MOST_ON_CLEAN = 1
LATER_AT_LEAST_FOUND = 87
LATER_AT_MOST_FURTHER = 6


def _name(report: Labelled) -> str:
    return report.path.stem


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def results() -> list[Result]:
    if not hasattr(kwalevaluatie, "check_report"):
        pytest.skip("er is nog geen controle van rapporten")
    return [measured(report) for report in ALL]


def test_there_are_five_reports_of_each_writer() -> None:
    names = [_name(report) for report in ALL]
    assert names == [f"{which}_{n:02}" for which in SETS for n in range(1, 6)]


@pytest.mark.parametrize("report", EVERY, ids=_name)
def test_a_report_says_that_it_is_synthetic(report: Labelled) -> None:
    assert _lines(report.path)[0].startswith("SYNTHETISCH")


@pytest.mark.parametrize("report", EVERY, ids=_name)
def test_every_label_points_at_its_words(report: Labelled) -> None:
    lines = _lines(report.path)
    places: tuple[Fault | LookAlike, ...] = (*report.faults, *report.clean)
    assert [place for place in places if place.text not in lines[place.line - 1]] == []


@pytest.mark.parametrize("report", EVERY, ids=_name)
def test_labels_are_complete(report: Labelled) -> None:
    total = len(_lines(report.path))
    for fault in report.faults:
        assert fault.severity in COUNTED
        assert fault.kind and fault.why and fault.text
        assert all(1 <= line <= total for line in fault.also)
    assert all(place.text and place.why for place in report.clean)


@pytest.mark.parametrize("report", ALL, ids=_name)
def test_as_many_look_alikes_as_faults(report: Labelled) -> None:
    assert 8 <= len(report.faults) <= 14
    assert len(report.clean) >= len(report.faults)


def _remarks_at(monkeypatch: pytest.MonkeyPatch, *remarks: tuple[int, str]) -> None:
    table = pd.DataFrame(remarks, columns=["line", "severity"])
    monkeypatch.setattr(kwalevaluatie, "check_report", lambda path: table, raising=False)


def test_a_remark_on_every_fault_finds_all(monkeypatch: pytest.MonkeyPatch) -> None:
    _remarks_at(monkeypatch, *[(fault.line + 2, "let op") for fault in DEV[0].faults])
    result = measured(DEV[0])
    assert (result.found, result.further) == (DEV[0].faults, ())
    assert result.exact != DEV[0].faults


def test_a_remark_on_a_line_that_is_contradicted_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    two_sided = next(fault for fault in DEV[0].faults if fault.also)
    _remarks_at(monkeypatch, (two_sided.also[0], "fout"))
    assert two_sided in measured(DEV[0]).exact


def test_a_remark_on_a_right_place_is_a_further_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    near = {place for fault in DEV[0].faults for place in fault.within(REACH)}
    right = next(place.line for place in DEV[0].clean if place.line not in near)
    _remarks_at(monkeypatch, (right, "fout"), (1, "let op"), (1, "weetje"))
    result = measured(DEV[0])
    assert (result.found, result.further, result.on_clean) == ((), (right, 1), 1)


def test_faults_that_were_found_stay_found(results: list[Result]) -> None:
    assert sum(len(result.found) for result in results) >= AT_LEAST_FOUND


def test_further_remarks_do_not_grow(results: list[Result]) -> None:
    assert sum(len(result.further) for result in results) <= AT_MOST_FURTHER


def test_remarks_on_right_places_do_not_grow(results: list[Result]) -> None:
    assert sum(result.on_clean for result in results) <= AT_MOST_ON_CLEAN


@pytest.fixture(scope="module")
def later() -> list[Result]:
    return [measured(report) for report in LATER]


def test_faults_found_in_later_reports_stay_found(later: list[Result]) -> None:
    assert sum(len(result.found) for result in later) >= LATER_AT_LEAST_FOUND


def test_further_remarks_on_later_reports_do_not_grow(later: list[Result]) -> None:
    assert sum(len(result.further) for result in later) <= LATER_AT_MOST_FURTHER
