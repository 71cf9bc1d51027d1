"""Figures of a survey: who counts in n, shares, means and their uncertainty."""

from __future__ import annotations

from statistics import stdev
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie.formats.questionnaires import AGREE, MUCH
from kwalevaluatie.model.questionnaire import SurveyQuestion
from kwalevaluatie.survey.interval import mean_interval, wilson
from kwalevaluatie.survey.replies import MISSING, NOT_APPLICABLE, Replies, Reply
from kwalevaluatie.survey.tallying import SurveyFigure, distribution, figures

GIVEN = st.sampled_from([*AGREE, "n.v.t.", ""])


def reply(said: str) -> Reply:
    return {"": MISSING, "n.v.t.": NOT_APPLICABLE}.get(said) or Reply("antwoord", (said,))


def scale(said: list[str], weights: list[float] | None = None, answers: Any = AGREE) -> Replies:
    half = len(answers) // 2
    question = SurveyQuestion(
        "a", "Vraag", "eens", answers=answers, top=answers[-half:], bottom=answers[:half]
    )
    return Replies(question, [reply(one) for one in said], weights or [1.0] * len(said))


def marks(given: list[float]) -> Replies:
    question = SurveyQuestion("c", "Cijfer", "rapportcijfer")
    found = [Reply("antwoord", mark=mark) for mark in given]
    return Replies(question, found, [1.0] * len(found))


def figure(found: Replies, population: int | None = None, weighted: bool = False) -> SurveyFigure:
    (one,) = figures(found, population, weighted=weighted)
    return one


def test_only_who_answered_is_in_n() -> None:
    one = figure(scale(["Eens", "Oneens", "n.v.t.", "", "Helemaal eens", "Neutraal"]))
    assert (one.n, one.na, one.missing) == (4, 1, 1)
    assert (one.value, one.bottom, one.k) == (0.5, 0.25, 2)
    assert (one.mean, one.least, one.most) == (3.5, 2.0, 5.0)


def test_a_scale_without_a_middle_has_two_halves() -> None:
    one = figure(scale(["Veel", "Weinig", "Heel veel", "Heel weinig"], answers=MUCH))
    assert (one.value, one.bottom) == (0.5, 0.5)


def test_the_interval_is_wilson_with_the_population() -> None:
    one = figure(scale(["Eens"] * 30 + ["Oneens"] * 11), population=60)
    assert (one.low, one.high) == wilson(30 / 41, 41, 60)


def test_a_mark_has_a_mean_its_spread_and_range() -> None:
    given = [6.0, 7.0, 7.5, 8.0, 9.0]
    one = figure(marks(given), population=20)
    assert one.value == one.mean == pytest.approx(7.5)
    assert one.sd == pytest.approx(stdev(given))
    assert (one.least, one.most) == (6, 9)
    assert (one.low, one.high) == pytest.approx(mean_interval(7.5, stdev(given), 5, 20))
    assert one.text.startswith("7,5 (n = 5; 95% tussen ")


def test_one_mark_has_no_interval() -> None:
    one = figure(marks([8.0]))
    assert (one.value, one.sd, one.low) == (8.0, None, None)


def test_the_interval_of_a_mark_stays_between_one_and_ten() -> None:
    one = figure(marks([10.0, 10.0, 7.0]))
    assert one.high == 10.0


def test_below_five_people_there_is_no_percentage() -> None:
    assert figure(scale(["Eens", "Eens", "Oneens", "n.v.t."])).text == "twee van de drie, 1 n.v.t."
    assert "%" in figure(scale(["Eens"] * 5)).text


def test_nobody_answered() -> None:
    one = figure(scale(["", "n.v.t."]))
    assert (one.n, one.value, one.low) == (0, None, None)
    assert one.text == "niemand antwoordde (n = 0, 1 n.v.t.)"
    assert figure(marks([])).value is None


def test_weights_move_the_share_and_widen_the_interval_but_n_stays() -> None:
    said = ["Eens"] * 10 + ["Oneens"] * 10
    one = figure(scale(said, [2.0] * 10 + [1.0] * 10), weighted=True)
    assert one.value == pytest.approx(2 / 3)
    assert (one.n, one.effective) == (20, pytest.approx(18))
    assert (one.low, one.high) == pytest.approx(wilson(2 / 3, 20, effective=18))


def test_a_list_has_a_figure_for_each_answer() -> None:
    question = SurveyQuestion("h", "Hulp", "meerkeuze", answers=("Werk", "Taal", "Zorg"))
    found = [Reply("antwoord", ("Werk", "Taal")), Reply("antwoord", ("Werk",)), NOT_APPLICABLE]
    one = list(figures(Replies(question, found, [1.0] * 3), None, weighted=False))
    assert [(f.id, f.value, f.n, f.na) for f in one] == [
        ("h/werk", 1.0, 2, 1), ("h/taal", 0.5, 2, 1), ("h/zorg", 0.0, 2, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["open", "achtergrond"])
def test_words_and_traits_are_no_figures(kind: Any) -> None:
    found = Replies(SurveyQuestion("o", "Tips", kind), [Reply("antwoord", ("x",))], [1.0])
    assert not list(figures(found, None, weighted=False))


@given(st.lists(GIVEN, min_size=1, max_size=60), st.booleans(), st.data())
def test_what_holds_for_every_scale(said: list[str], weighted: bool, data: st.DataObject) -> None:
    weight = st.floats(0.1, 9) if weighted else st.just(1.0)
    weights = data.draw(st.lists(weight, min_size=len(said), max_size=len(said)))
    found = scale(said, weights)
    one, spread = figure(found, weighted=weighted), list(distribution(found))
    assert one.n + one.na + one.missing == len(said)
    assert sum(count for _, count, _ in spread) == one.n
    if one.n:
        assert one.value is not None and one.low is not None and one.high is not None
        assert 0 <= one.low <= one.value + 1e-9 and one.value - 1e-9 <= one.high <= 1
        assert sum(share or 0 for _, _, share in spread) == pytest.approx(1)
        assert one.effective is None or one.effective <= one.n + 1e-6


@given(st.lists(st.sampled_from(AGREE), min_size=1), st.floats(0.2, 5))
def test_weights_that_are_all_the_same_change_nothing(said: list[str], weight: float) -> None:
    plain, same = figure(scale(said)), figure(scale(said, [weight] * len(said)), weighted=True)
    for name in ("value", "bottom", "mean", "low", "high", "sd"):
        assert getattr(plain, name) == pytest.approx(getattr(same, name), abs=1e-9)
