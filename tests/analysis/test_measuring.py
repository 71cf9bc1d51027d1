"""How good suggestions are, checked on tables from papers and on tables made by hand."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, precision_recall_fscore_support

from kwalevaluatie.analysis import measuring
from kwalevaluatie.analysis.measuring import MACRO, MICRO, Measured, Place, Table, Unit, measure

CODES = ("hulp", "wachten")
GROUPS: dict[Place, str] = {("r1", 1): "inwoner", ("r1", 3): "inwoner", ("p1", 1): "partner"}
DECIDED: set[Unit] = {("r1", 1, "hulp"), ("r1", 3, "wachten"), ("p1", 1, "hulp")}
PROPOSED = {
    ("r1", 1, "hulp"): {"inwonertaal"},
    ("r1", 3, "hulp"): {"geleerd"},
    ("p1", 1, "hulp"): {"beleidstaal", "inwonertaal"},
}
SHARES = ("prevalence", "precision", "recall", "specificity", "f1")

tables = st.builds(Table, *[st.integers(0, 60)] * 4)


def row(code: str, split: str = "alles", part: str = "") -> Measured:
    found = measure(GROUPS, DECIDED, PROPOSED, CODES)
    return next(one for one in found if (one.split, one.part, one.code) == (split, part, code))


@pytest.mark.parametrize(
    ("table", "kappa"), [(Table(40, 9, 6, 45), 0.70), (Table(80, 10, 5, 5), 0.32)]
)
def test_the_two_tables_with_which_kappa_was_called_a_paradox(table: Table, kappa: float) -> None:
    """Feinstein & Cicchetti (1990): the same agreement, 0.85, and two kappas."""
    assert (table.tp + table.tn) / table.n == 0.85
    assert table.kappa == pytest.approx(kappa, abs=0.005)


def test_the_example_with_which_ac1_was_proposed() -> None:
    """Gwet (2008): 118 and 0 the same, 5 and 2 not."""
    table = Table(tp=118, fp=2, fn=5, tn=0)
    assert table.kappa == pytest.approx(-0.0234, abs=5e-5)
    assert table.ac1 == pytest.approx(0.9408, abs=5e-5)


def test_agreement_no_better_than_chance_is_nought() -> None:
    table = Table(5, 5, 5, 5)
    assert (table.kappa, table.ac1) == (0, 0)


@given(tables)
def test_kappa_precision_and_recall_are_those_of_scikit_learn(table: Table) -> None:
    decided = [1] * table.tp + [0] * table.fp + [1] * table.fn + [0] * table.tn
    said = [1] * table.tp + [1] * table.fp + [0] * table.fn + [0] * table.tn
    if table.tp:
        expected = precision_recall_fscore_support(decided, said, average="binary")
        assert (table.precision, table.recall, table.f1) == pytest.approx(expected[:3])
    if table.kappa is not None:
        assert table.kappa == pytest.approx(cohen_kappa_score(decided, said))


@given(tables)
def test_measures_stay_within_their_bounds(table: Table) -> None:
    shares = [getattr(table, name) for name in SHARES]
    assert all(0 <= share <= 1 for share in shares if share is not None)
    assert all(-1 <= one <= 1 for one in (table.kappa, table.ac1) if one is not None)
    assert (table.ac1 is None) == (table.n == 0)


def test_what_has_no_meaning_is_left_open() -> None:
    nothing = Table(0, 0, 0, 9)
    assert [nothing.precision, nothing.recall, nothing.f1, nothing.kappa] == [None] * 4
    assert (nothing.prevalence, nothing.specificity, nothing.ac1) == (0, 1, 1)
    assert [getattr(Table(0, 0, 0, 0), name) for name in (*SHARES, "kappa", "ac1")] == [None] * 7


def test_each_turn_and_theme_counts_once() -> None:
    hulp, wachten = row("hulp"), row("wachten")
    assert (hulp.n, hulp.tp, hulp.fp, hulp.fn) == (3, 2, 1, 0)
    assert (wachten.n, wachten.tp, wachten.fp, wachten.fn) == (3, 0, 0, 1)
    assert (wachten.precision, wachten.recall, wachten.f1) == (None, 0, 0)


def test_micro_adds_up_and_macro_takes_the_mean() -> None:
    micro, macro = row(MICRO), row(MACRO)
    assert (micro.turns, micro.n, micro.tp, micro.fp, micro.fn) == (3, 6, 2, 1, 1)
    assert (macro.turns, macro.n, macro.tp, macro.fp, macro.fn) == (3, 6, None, None, None)
    assert micro.f1 == pytest.approx(2 / 3)
    assert macro.f1 == pytest.approx((0.8 + 0) / 2)
    assert macro.precision == pytest.approx(2 / 3), "only of themes where something was suggested"


@pytest.mark.parametrize(
    ("register", "found"),
    [("beleidstaal", (1, 0, 2)), ("inwonertaal", (2, 0, 1)), ("geleerd", (0, 1, 3))],
)
def test_by_register_as_if_there_were_no_other_suggestions(
    register: str, found: tuple[int, int, int]
) -> None:
    micro = row(MICRO, "register", register)
    assert (micro.tp, micro.fp, micro.fn) == found
    assert micro.prevalence == row(MICRO).prevalence


def test_by_perspective_only_the_turns_of_those_people() -> None:
    assert row("hulp", "perspectief", "partner").turns == 1
    assert row("hulp", "perspectief", "inwoner").fp == 1


def test_what_stands_in_other_turns_is_left_out() -> None:
    elsewhere: dict[Unit, set[str]] = {("r9", 1, "hulp"): {"geleerd"}, ("r1", 0, "hulp"): set()}
    found = list(measure(GROUPS, DECIDED | set(elsewhere), PROPOSED | elsewhere, CODES))
    assert found == list(measure(GROUPS, DECIDED, PROPOSED, CODES))


def test_few_turns_are_marked() -> None:
    many = {("r1", number): "inwoner" for number in range(30)}
    assert row("hulp").few
    assert not any(one.few for one in measure(many, set(), {}, CODES) if one.turns)


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(measuring).failed == 0
