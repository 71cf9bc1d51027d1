from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from kwalevaluatie.disclosure.suppression import exposed, interval, protect, zeros_and_full
from kwalevaluatie.errors import PublicationError

Table = list[list[int]]


def solved(counts: Table, hidden: list[list[bool]], cell: tuple[int, int]) -> tuple[int, int]:
    """The interval of a hidden cell by linear programming, from totals and shown cells alone."""
    cells = [(i, j) for i, row in enumerate(hidden) for j, hides in enumerate(row) if hides]
    lines = [[(i, j) for j in range(len(counts[0]))] for i in range(len(counts))]
    lines += [[(i, j) for i in range(len(counts))] for j in range(len(counts[0]))]
    sums = np.array([[float(c in line) for c in cells] for line in lines])
    rest = [sum(counts[i][j] for i, j in line if hidden[i][j]) for line in lines]
    goal = np.array([float(c == cell) for c in cells])
    ends = [linprog(sign * goal, A_eq=sums, b_eq=rest).fun * sign for sign in (1, -1)]
    return round(ends[0]), round(ends[1])


def hidden_cells(mask: list[list[bool]]) -> list[tuple[int, int]]:
    return [(i, j) for i, row in enumerate(mask) for j, hides in enumerate(row) if hides]


tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 30), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


def test_a_small_cell_takes_a_rectangle_with_it() -> None:
    assert protect([[20, 3, 30], [25, 12, 40], [30, 20, 50]]) == [
        [True, True, False],
        [True, True, False],
        [False, False, False],
    ]


def test_nothing_small_hides_nothing() -> None:
    assert protect([[20, 5], [0, 40]]) == [[False, False], [False, False]]
    assert protect([]) == []


def test_two_small_cells_in_a_row_are_not_enough_when_their_sum_is_small() -> None:
    hidden = protect([[1, 1, 60, 70], [30, 40, 50, 60], [30, 40, 50, 60]])
    assert sum(hidden[0]) > 2


def test_a_table_of_one_cell_is_its_own_total() -> None:
    hidden = protect([[3]])
    assert (hidden, exposed([[3]], hidden)) == ([[True]], [(0, 0)])


def test_an_interval_is_what_the_rest_leaves_open() -> None:
    counts, hidden = [[2, 8], [7, 9]], [[True, True], [True, True]]
    assert interval(counts, hidden, (0, 0)) == (0, 9)
    assert interval(counts, [[True, False], [True, True]], (0, 0)) == (2, 2)
    assert interval(counts, [[False, False], [True, True]], (0, 0)) == (2, 2)


def test_zeros_and_full_rows_are_told() -> None:
    assert zeros_and_full([[0, 12], [4, 5]]) == ([(0, 0)], [(0, 1)])
    assert zeros_and_full([[0]]) == ([(0, 0)], [])


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(PublicationError, match="elke rij"):
        protect([[1, 2], [3]])
    with pytest.raises(PublicationError, match="onder nul"):
        protect([[-1]])


@given(tables)
@settings(deadline=None, max_examples=60)
def test_intervals_are_those_of_linear_programming(counts: Table) -> None:
    hidden = protect(counts)
    for cell in hidden_cells(hidden):
        assert interval(counts, hidden, cell) == solved(counts, hidden, cell)


@given(tables, st.integers(2, 8))
@settings(deadline=None, max_examples=150)
def test_no_small_cell_can_be_worked_out(counts: Table, minimum: int) -> None:
    hidden = protect(counts, minimum)
    everything = [[True] * len(row) for row in counts]
    for i, row in enumerate(counts):
        for j, count in enumerate(row):
            if 0 < count < minimum:
                low, high = interval(counts, hidden, (i, j))
                least, most = interval(counts, everything, (i, j))
                assert hidden[i][j]
                assert high - low >= min(minimum - 1, most - least)


@given(tables)
@settings(deadline=None, max_examples=60)
def test_nothing_is_hidden_in_vain(counts: Table) -> None:
    hidden = protect(counts)
    gone = hidden_cells(hidden)
    assert not gone or any(0 < counts[i][j] < 5 for i, j in gone)
    by_total_alone = set(exposed(counts, [[True] * len(row) for row in counts]))
    assert set(exposed(counts, hidden)) <= by_total_alone
