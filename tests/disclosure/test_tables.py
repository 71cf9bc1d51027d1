from __future__ import annotations

from dataclasses import replace

from tests.support.publication import rules_of

from kwalevaluatie.disclosure.suppression import protect
from kwalevaluatie.disclosure.tables import (
    DEDUCED,
    SMALL_CELL,
    YEARS,
    ZERO_FULL,
    SurveyTable,
    figure_points,
    over_years,
    table_points,
)
from kwalevaluatie.model import Figure

COUNTS = ((20, 3, 30), (25, 12, 40), (30, 20, 50))


def table(counts: tuple[tuple[int, ...], ...] = COUNTS, *, safe: bool = True) -> SurveyTable:
    hidden = protect(counts) if safe else [[False] * len(row) for row in counts]
    labels = tuple(f"rij {i}" for i in range(len(counts)))
    columns = tuple(f"kolom {i}" for i in range(len(counts[0])))
    return SurveyTable("t", labels, columns, counts, tuple(map(tuple, hidden)))


def test_a_table_that_is_protected_raises_nothing() -> None:
    assert table_points(table(), 5) == []


def test_a_small_cell_in_the_open() -> None:
    (point,) = table_points(table(safe=False), 5)
    assert (point.rule, point.excerpt) == (SMALL_CELL, "rij 0 × kolom 1")


def test_a_cell_hidden_alone_follows_from_the_totals() -> None:
    alone = tuple(tuple(count == 3 for count in row) for row in COUNTS)
    assert rules_of(table_points(replace(table(), hidden=alone), 5)) == [(DEDUCED, "blokkade")]


def test_everyone_or_nobody_in_a_cell() -> None:
    full = table_points(table(((0, 12), (6, 7))), 5)
    assert rules_of(full) == [(ZERO_FULL, "waarschuwing")]
    zero = table_points(table(((0, 12, 6), (6, 7, 8))), 5)
    assert rules_of(zero) == [(ZERO_FULL, "waarschuwing")]


def test_last_year_and_the_change_give_a_hidden_cell_back() -> None:
    assert over_years(table(), []) == []
    assert over_years(table(), [(2, 2)]) == []
    points = over_years(table(), [(0, 1)])
    assert set(rules_of(points)) == {(YEARS, "blokkade")}
    assert {point.excerpt for point in points} == {
        "rij 0 × kolom 0", "rij 0 × kolom 1", "rij 1 × kolom 0", "rij 1 × kolom 1",
    }  # fmt: skip


def test_a_figure_on_few_answers() -> None:
    figure = Figure("f", "vraag", "De vraag", 2024, "aandeel", 0.5, "bron", n=4)
    assert rules_of(figure_points([figure], 5)) == [(SMALL_CELL, "blokkade")]
    every = replace(figure, n=40, value=1.0)
    assert rules_of(figure_points([every], 5)) == [(ZERO_FULL, "waarschuwing")]
    assert figure_points([replace(figure, n=40), replace(figure, n=None)], 5) == []
