"""Which cells of a table stay away, so that none of them can be worked out from the rest.

A small cell is hidden first (primary); since the totals of rows and columns are published, other
cells have to go with it (complementary). What somebody can still work out of a hidden cell is an
interval: how far its count can move while all that is published stays true (Cox 1980; Willenborg
and De Waal 2001). In a table of two ways that is a flow between rows and columns, so the ends of
the interval are whole numbers and found exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from kwalevaluatie.errors import PublicationError

Counts = Sequence[Sequence[int]]
Mask = Sequence[Sequence[bool]]
Cell = tuple[int, int]
_Table = list[list[int]]
_Node = tuple[str, int]

MINIMUM = 5
"""The smallest count that is published as it is, but for zero."""
_NEVER = float("inf")


def protect(counts: Counts, minimum: int = MINIMUM) -> list[list[bool]]:
    """Which cells of a table to hide (True), when its row and column totals are published.

    `counts` has a list for each row, all of one length, without the totals. Counts from 1 to
    `minimum` - 1 are hidden, and as few others as needed for `interval` to leave each of those
    open by at least `minimum` - 1, as far as the totals allow. Zeros are shown unless they are
    needed to hide another. Raises `PublicationError` for what is no table of counts.
    """
    table = _checked(counts)
    hidden = _small(table, minimum)
    primary = _cells(hidden)
    needs = {cell: _room(table, _all(table), cell, minimum - 1) for cell in primary}
    for cell, need in needs.items():
        hidden = _hide_beside(table, hidden, cell, need)
    return _shown_again(table, hidden, needs)


def interval(counts: Counts, hidden: Mask, cell: Cell) -> tuple[int, int]:
    """The least and most that a hidden cell (row, column) can be, by what is published."""
    table = _checked(counts)
    row, column = cell
    count = table[row][column]
    if not hidden[row][column]:
        return count, count
    most = sum(map(sum, table))
    return count - _fall(table, hidden, cell, most), count + _rise(table, hidden, cell, most)


def exposed(counts: Counts, hidden: Mask) -> list[Cell]:
    """Hidden cells that can be worked out all the same, since the totals leave no room."""
    table = _checked(counts)
    return [cell for cell in _cells(hidden) if not _room(table, hidden, cell, 1)]


def zeros_and_full(counts: Counts) -> tuple[list[Cell], list[Cell]]:
    """Cells with nobody, and cells that hold a whole row: they tell of everyone in the row."""
    table = _checked(counts)
    places = _cells(_all(table))
    zeros = [(row, column) for row, column in places if not table[row][column]]
    full = [(row, column) for row, column in places if 0 < table[row][column] == sum(table[row])]
    return zeros, full


def _checked(counts: Counts) -> _Table:
    table = [[int(count) for count in row] for row in counts]
    if len({len(row) for row in table}) > 1:
        raise PublicationError("Een tabel heeft niet in elke rij evenveel cellen.")
    if any(count < 0 for row in table for count in row):
        raise PublicationError("Een tabel met aantallen heeft een getal onder nul.")
    return table


def _small(table: _Table, minimum: int) -> list[list[bool]]:
    return [[0 < count < minimum for count in row] for row in table]


def _all(table: _Table) -> list[list[bool]]:
    return [[True] * len(row) for row in table]


def _cells(mask: Mask) -> list[Cell]:
    return [(i, j) for i, row in enumerate(mask) for j, hides in enumerate(row) if hides]


def _room(table: _Table, hidden: Mask, cell: Cell, need: int) -> int:
    """How far a hidden cell can move up and down together, up to `need`."""
    up = _rise(table, hidden, cell, need)
    return up if up == need else up + _fall(table, hidden, cell, need - up)


def _rise(table: _Table, hidden: Mask, cell: Cell, need: int) -> int:
    return _flow(table, hidden, cell, ("column", cell[1]), ("row", cell[0]), need)


def _fall(table: _Table, hidden: Mask, cell: Cell, need: int) -> int:
    most = min(need, table[cell[0]][cell[1]])
    return _flow(table, hidden, cell, ("row", cell[0]), ("column", cell[1]), most)


def _flow(table: _Table, hidden: Mask, cell: Cell, start: _Node, end: _Node, need: int) -> int:
    """How many units can go round from one to the other through hidden cells (max flow)."""
    moved = [list(row) for row in table]
    costs = [[0.0 if hides else _NEVER for hides in row] for row in hidden]
    for done in range(need):
        path = _cheapest(moved, costs, cell, start, end, 1)
        if path is None:
            return done
        for row, column, step in path:
            moved[row][column] += step
    return need


def _hide_beside(
    table: _Table, hidden: list[list[bool]], cell: Cell, need: int
) -> list[list[bool]]:
    """What is hidden, with enough beside one cell to leave it open by `need`."""
    while _room(table, hidden, cell, need) < need:
        more = _cheapest_cycle(table, hidden, cell, need) or _cells(_all(table))
        hidden = [
            [hides or (i, j) in more for j, hides in enumerate(row)] for i, row in enumerate(hidden)
        ]
    return hidden


def _cheapest_cycle(table: _Table, hidden: Mask, cell: Cell, need: int) -> list[Cell] | None:
    """The cells, not all hidden yet, that together let one cell move by the most possible."""
    costs = _costs(table, hidden)
    column, row = ("column", cell[1]), ("row", cell[0])
    for step in range(need, 0, -1):
        paths = [_cheapest(table, costs, cell, column, row, step)]
        if table[cell[0]][cell[1]] >= step:
            paths.append(_cheapest(table, costs, cell, row, column, step))
        found = [[(i, j) for i, j, _ in path] for path in paths if path]
        new = [path for path in found if any(not hidden[i][j] for i, j in path)]
        if new:
            return min(new, key=lambda path: sum(costs[i][j] for i, j in path))
    return None


def _costs(table: _Table, hidden: Mask) -> list[list[float]]:
    """What it costs to hide a cell: as few as possible, then the fewest people."""
    everyone = sum(map(sum, table)) or 1
    return [
        [0.0 if hides else 1 + count / everyone for count, hides in zip(*rows, strict=True)]
        for rows in zip(table, hidden, strict=True)
    ]


def _cheapest(
    table: _Table, costs: list[list[float]], cell: Cell, start: _Node, end: _Node, step: int
) -> list[tuple[int, int, int]] | None:
    """The cheapest chain of cells to raise and lower by `step` in turn (Dijkstra 1959)."""
    queue: list[tuple[float, int, _Node, tuple[tuple[int, int, int], ...]]] = [(0, 0, start, ())]
    done: set[_Node] = set()
    while queue:
        cost, _, node, path = heappop(queue)
        if node == end:
            return list(path)
        if node in done:
            continue
        done.add(node)
        for move in _moves(table, node, step):
            price = costs[move[0]][move[1]]
            if move[:2] != cell and price < _NEVER:
                beyond = ("column", move[1]) if node[0] == "row" else ("row", move[0])
                heappush(queue, (cost + price, len(path) + 1, beyond, (*path, move)))
    return None


def _moves(table: _Table, node: _Node, step: int) -> list[tuple[int, int, int]]:
    """From a row that is short, cells to raise; from a column with too much, cells to lower."""
    side, index = node
    if side == "row":
        return [(index, column, 1) for column in range(len(table[index]))]
    return [(row, index, -1) for row in range(len(table)) if table[row][index] >= step]


def _shown_again(
    table: _Table, hidden: list[list[bool]], needs: dict[Cell, int]
) -> list[list[bool]]:
    """What is hidden, without what turns out not to be needed; the largest counts first."""
    extra = [cell for cell in _cells(hidden) if cell not in needs]
    for row, column in sorted(extra, key=lambda cell: -table[cell[0]][cell[1]]):
        hidden[row][column] = False
        if any(_room(table, hidden, cell, need) < need for cell, need in needs.items()):
            hidden[row][column] = True
    return hidden
