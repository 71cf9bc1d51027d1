from __future__ import annotations

from typing import Any

import pytest

from kwalevaluatie.model import Figure, Link, Thresholds
from kwalevaluatie.survey.comparing import Heard, Reading
from kwalevaluatie.survey.comparing import propose as propose_reading

GOAL = Link("inwoner", "goed-geholpen", goal="op-maat")
THEME = Link("inwoner", "wisselingen", theme="wisseling")


def propose(link: Link, found: Figure | None, k: int, n: int, spoke: int) -> Reading:
    return propose_reading(link, found, Heard(k, spoke, n), Thresholds())


def figure(value: float | None, unit: Any = "aandeel") -> Figure:
    return Figure("goed-geholpen", "Geholpen", "Bent u geholpen?", 2024, unit, value, "KBO 2024")


def verdict(k: int, n: int, value: float | None, unit: str = "aandeel", link: Link = GOAL) -> str:
    return propose(link, figure(value, unit), k, n, n).verdict


def test_what_the_survey_did_not_ask() -> None:
    link = Link("inwoner", goal="op-maat")
    assert propose(link, figure(0.9), 9, 10, 10) == Reading(
        "stilte (niet gevraagd)", "het KBO vroeg hier niet naar"
    )


def test_a_figure_that_is_not_there_yet() -> None:
    assert propose(GOAL, None, 9, 10, 10).verdict == "niet te bepalen"


def test_what_nobody_spoke_of() -> None:
    assert propose(GOAL, figure(0.9), 0, 10, 0).verdict == "stilte (niet genoemd)"
    assert propose(GOAL, figure(0.9), 0, 0, 0).verdict == "stilte (niet genoemd)"


@pytest.mark.parametrize(("spoken", "settled"), [(1, False), (4, False), (5, True)])
def test_fewer_than_five_settle_nothing(spoken: int, settled: bool) -> None:
    found = propose(GOAL, figure(0.9), 4, 5, spoken).verdict
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
    ("k", "expected"), [(6, "overeenstemming"), (5, "gedeeltelijk"), (10, "overeenstemming")]
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
    assert propose(GOAL, figure(0.9), 2, 10, 10).grounds.startswith("hoog in het KBO")
    assert propose(GOAL, figure(0.3), 9, 10, 10).grounds.startswith("laag in het KBO")
    assert propose(THEME, figure(0.9), 9, 10, 10).grounds.endswith("vooral negatief")


def test_another_question_is_not_laid_beside_it() -> None:
    other = Link(group="inwoner", item="goed", goal="doel", same_question="nee")
    assert propose(other, figure(0.9), 2, 10, 10).verdict == "niet te bepalen"


@pytest.mark.parametrize(
    ("spoke", "expected"), [(8, "overeenstemming"), (7, "gedeeltelijk"), (5, "gedeeltelijk")]
)
def test_what_hardly_anyone_speaks_of_agrees_in_part(spoke: int, expected: str) -> None:
    assert propose(THEME, figure(None, "aandachtspunt"), spoke, 20, spoke).verdict == expected


def test_a_contradiction_that_hardly_anyone_speaks_of_is_partial() -> None:
    assert propose(THEME, figure(0.9), 7, 20, 7).verdict == "gedeeltelijk"
    assert propose(THEME, figure(0.9), 8, 20, 8).verdict == "tegenspraak"


def test_a_count_is_no_opinion() -> None:
    assert propose(GOAL, figure(1724, "aantal"), 5, 10, 10).verdict == "niet te bepalen"


def test_rival_explanations_follow_from_what_differs() -> None:
    same = Link("inwoner", "x", goal="d", same_question="ja", same_group="ja", same_period="nee")
    assert propose(same, figure(0.9), 2, 10, 10).rivals == (
        "ander moment",
        "andere manier van vragen",
    )
    assert propose(GOAL, figure(0.9), 2, 10, 10).rivals[:2] == ("andere vraag", "andere groep")


def test_other_limits_give_another_reading() -> None:
    strict = Thresholds(heard_low=0.3)
    heard = Heard(4, 10, 10)
    assert propose_reading(GOAL, figure(0.9), heard, Thresholds()).verdict == "tegenspraak"
    assert propose_reading(GOAL, figure(0.9), heard, strict).verdict == "gedeeltelijk"


def test_who_began_about_it_by_themselves_is_told() -> None:
    heard = Heard(0, 0, 11, unasked=2)
    found = propose_reading(GOAL, figure(0.9), heard, Thresholds())
    assert found.verdict == "stilte (niet genoemd)"
    assert found.grounds.endswith("anderen begonnen er zelf over")
