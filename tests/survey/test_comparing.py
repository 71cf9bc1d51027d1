from __future__ import annotations

from typing import Any

import pytest

from kwalevaluatie.model import Figure, Link
from kwalevaluatie.survey.comparing import propose

GOAL = Link("inwoner", "goed-geholpen", goal="op-maat")
THEME = Link("inwoner", "wisselingen", theme="wisseling")


def figure(value: float | None, unit: Any = "aandeel") -> Figure:
    return Figure("goed-geholpen", "Geholpen", "Bent u geholpen?", 2024, unit, value, "KBO 2024")


def verdict(k: int, n: int, value: float | None, unit: str = "aandeel", link: Link = GOAL) -> str:
    return propose(link, figure(value, unit), k, n, n)[0]


def test_what_the_survey_did_not_ask() -> None:
    link = Link("inwoner", goal="op-maat")
    assert propose(link, figure(0.9), 9, 10, 10) == (
        "stilte (niet gevraagd)",
        "het KBO vroeg hier niet naar",
    )


def test_a_figure_that_is_not_there_yet() -> None:
    assert propose(GOAL, None, 9, 10, 10)[0] == "niet te bepalen"


def test_what_nobody_spoke_of() -> None:
    assert propose(GOAL, figure(0.9), 0, 10, 0)[0] == "stilte (niet genoemd)"
    assert propose(GOAL, figure(0.9), 0, 0, 0)[0] == "stilte (niet genoemd)"


@pytest.mark.parametrize(("spoken", "settled"), [(1, False), (4, False), (5, True)])
def test_fewer_than_five_settle_nothing(spoken: int, settled: bool) -> None:
    found = propose(GOAL, figure(0.9), 4, 5, spoken)[0]
    assert found == ("overeenstemming" if settled else "niet te bepalen")


@pytest.mark.parametrize(
    ("k", "n", "value", "expected"),
    [
        (6, 10, 0.75, "overeenstemming"),
        (3, 5, 0.75, "overeenstemming"),
        (59, 100, 0.75, "gedeeltelijk"),
        (6, 10, 0.7499, "gedeeltelijk"),
        (5, 10, 0.75, "gedeeltelijk"),
        (49, 100, 0.75, "tegenspraak"),
        (5, 10, 0.60, "overeenstemming"),
        (59, 100, 0.74, "overeenstemming"),
        (49, 100, 0.60, "gedeeltelijk"),
        (49, 100, 0.5999, "overeenstemming"),
        (5, 10, 0.5999, "gedeeltelijk"),
        (6, 10, 0.5999, "tegenspraak"),
        (0, 10, 0.0, "overeenstemming"),
        (10, 10, 1.0, "overeenstemming"),
    ],
)
def test_a_share_beside_a_goal(k: int, n: int, value: float, expected: str) -> None:
    assert verdict(k, n, value) == expected


@pytest.mark.parametrize(
    ("k", "value", "expected"),
    [
        (6, 7.5, "overeenstemming"),
        (6, 7.4, "gedeeltelijk"),
        (4, 7.5, "tegenspraak"),
        (5, 6.0, "overeenstemming"),
        (4, 5.9, "overeenstemming"),
        (6, 5.9, "tegenspraak"),
    ],
)
def test_a_mark_beside_a_goal(k: int, value: float, expected: str) -> None:
    assert verdict(k, 10, value, "rapportcijfer") == expected


@pytest.mark.parametrize(
    ("k", "expected"), [(4, "overeenstemming"), (3, "gedeeltelijk"), (10, "overeenstemming")]
)
def test_a_point_of_attention_beside_criticism(k: int, expected: str) -> None:
    assert verdict(k, 10, None, "aandachtspunt", THEME) == expected


@pytest.mark.parametrize(
    ("k", "value", "expected"),
    [
        (6, 0.75, "tegenspraak"),
        (6, 0.59, "overeenstemming"),
        (6, 0.60, "gedeeltelijk"),
        (5, 0.75, "gedeeltelijk"),
        (5, 0.59, "gedeeltelijk"),
        (0, 0.75, "gedeeltelijk"),
    ],
)
def test_a_share_beside_criticism_of_a_theme(k: int, value: float, expected: str) -> None:
    assert verdict(k, 10, value, link=THEME) == expected


def test_the_grounds_say_who_is_high() -> None:
    assert propose(GOAL, figure(0.9), 2, 10, 10)[1].startswith("hoog in het KBO")
    assert propose(GOAL, figure(0.3), 9, 10, 10)[1].startswith("laag in het KBO")
    assert propose(THEME, figure(0.9), 9, 10, 10)[1].endswith("vooral negatief")


def test_another_question_is_not_laid_beside_it() -> None:
    other = Link(group="inwoner", item="goed", goal="doel", same_question="nee")
    assert propose(other, figure(0.9), 2, 10, 10)[0] == "niet te bepalen"
