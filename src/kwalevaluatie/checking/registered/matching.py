"""Lays the numbers of a report beside those that were printed, in the order of print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from kwalevaluatie.checking.bound import Row
from kwalevaluatie.checking.registered.mentions import PEOPLE, Mention
from kwalevaluatie.checking.registered.readings import Reading

Key = str | Reading
Said = tuple[frozenset[str], str]
KNOWN = frozenset(PEOPLE.values())
GONE, ADDED, CHANGED, STRANGE = 5, 7, 10, 11
UNLIKE = GONE + ADDED + 1
RUN, LONG_RUN, NEAR = 2, 3, 4


@dataclass
class Laid:
    """What became of each mention and row.

    `rows` has the row of a mention that stands where it was printed, or moved as it was;
    `slots` the row in whose place another number stands; `firm` are the mentions of which the
    numbers before and after stand where they were printed. What is in none of them was added.
    """

    rows: dict[int, Row] = field(default_factory=dict)
    slots: dict[int, Row] = field(default_factory=dict)
    firm: set[int] = field(default_factory=set)
    gone: list[Row] = field(default_factory=list)


def lay_beside(found: Sequence[Mention], rows: Sequence[Row], said: Sequence[Said]) -> Laid:
    """Give mentions their rows: by id, else by order of print, else moved together.

    A report is what was printed with something changed in it: of all ways to lay the two beside
    each other, the one with the fewest changes (an edit distance; Wagner and Fischer, 1974).
    `said` are the perspectives and the judgement named beside each mention: of numbers that are
    the same, the one where these fit is the one that was printed.
    """
    ids = {mention.id for mention in found}
    wanted: list[Key] = [row.id if row.id in ids else row.reading for row in rows]
    keys: list[Key] = [mention.id or mention.reading for mention in found]
    strange = _strangeness(rows, said)
    pairs = _aligned(wanted, keys, strange)
    laid = Laid()
    for i, j in pairs:
        (laid.rows if wanted[i] == keys[j] else laid.slots)[j] = rows[i]
    _anchor(found, rows, laid)
    _let_go(found, dict(pairs), laid, strange)
    laid.firm = _firm(found, {j: i for i, j in pairs}, laid)
    _pair_nearby(found, rows, laid, strange, same=True)
    unfit = [j for j in range(len(found)) if j not in laid.rows and j not in laid.firm]
    _follow_moved(found, rows, laid, strange, unfit)
    _pair_nearby(found, rows, laid, strange, same=False)
    laid.gone = _left(rows, laid)
    return laid


def _left(rows: Sequence[Row], laid: Laid) -> list[Row]:
    taken = {row.id for row in (*laid.rows.values(), *laid.slots.values())}
    return [row for row in rows if row.id not in taken]


def _strangeness(rows: Sequence[Row], said: Sequence[Said]) -> list[list[int]]:
    """Of each row, for each mention, what speaks against them: other people, other judgement."""
    of = [(row.group if row.group in KNOWN else "", row.state) for row in rows]
    known = {each: [_strange(*each, *one) for one in said] for each in set(of)}
    return [known[each] for each in of]


def _strange(group: str, state: str, groups: frozenset[str], said: str) -> int:
    other_people = group and groups and group not in groups
    other_state = state and said and state != said
    return STRANGE * (bool(other_people) + bool(other_state))


def _aligned(
    wanted: Sequence[Key], keys: Sequence[Key], strange: Sequence[Sequence[int]]
) -> list[tuple[int, int]]:
    """The pairs of places of the cheapest alignment, the same or changed."""
    steps, below = [], [ADDED * j for j in range(len(keys) + 1)]
    for i, want in enumerate(wanted):
        costs = {key: _cost(want, key) for key in set(keys)}
        row, step = [GONE * (i + 1)], bytearray(b"g")
        for j, key in enumerate(keys):
            same = below[j] + costs[key] + strange[i][j]
            gone, added = below[j + 1] + GONE, row[j] + ADDED
            best = min(same, gone, added)
            row.append(best)
            step.append(ord("s" if best == same else "g" if best == gone else "a"))
        steps.append(step)
        below = row
    return _traced(steps, len(keys))


def _traced(steps: Sequence[bytearray], width: int) -> list[tuple[int, int]]:
    pairs, i, j = [], len(steps), width
    while i and j:
        step = chr(steps[i - 1][j])
        i, j = i - (step in "sg"), j - (step in "sa")
        if step == "s":
            pairs.append((i, j))
    return pairs[::-1]


def _cost(want: Key, key: Key) -> int:
    """What it costs that one stands where the other was printed; ids stand for themselves."""
    if want == key:
        return 0
    if isinstance(want, str) or isinstance(key, str):
        return UNLIKE
    return CHANGED if want.kind == key.kind else UNLIKE


def _anchor(found: Sequence[Mention], rows: Sequence[Row], laid: Laid) -> None:
    """A control that still has its id is of its row, wherever it stands."""
    by_id = {row.id: row for row in rows}
    for index, mention in enumerate(found):
        if mention.id:
            laid.slots.pop(index, None)
            laid.rows[index] = by_id[mention.id]


def _firm(found: Sequence[Mention], places: dict[int, int], laid: Laid) -> set[int]:
    """Changed numbers of which both neighbours in print are beside them, as they were."""

    def stands(j: int, step: int) -> bool:
        outside = not 0 <= j + step < len(found)
        return outside or (j + step in laid.rows and places.get(j + step) == places[j] + step)

    return {j for j in laid.slots if stands(j, -1) and stands(j, 1)}


def _let_go(
    found: Sequence[Mention],
    pairs: dict[int, int],
    laid: Laid,
    strange: Sequence[Sequence[int]],
) -> None:
    """Free a number that is said of others than its row, with none beside it that was printed so.

    Then it is another number that happens to be the same.
    """
    for i, j in pairs.items():
        beside = any(pairs.get(i + step) == j + step for step in (-1, 1))
        if strange[i][j] and not beside and not found[j].id:
            laid.rows.pop(j, None)


def _pair_nearby(
    found: Sequence[Mention],
    rows: Sequence[Row],
    laid: Laid,
    strange: Sequence[Sequence[int]],
    *,
    same: bool,
) -> None:
    """Give what is left in a paragraph the rows left around it: not all print is in order.

    Either rows that are the same, or rows of the same kind; every row once.
    """
    order = {row.id: place for place, row in enumerate(rows)}
    gone = {order[row.id] for row in _left(rows, laid)}
    for places in _by_paragraph(found):
        known = [order[laid.rows[j].id] for j in places if j in laid.rows]
        free = (j for j in places if j not in laid.rows and j not in laid.slots)
        for j in free if known else ():
            near = range(min(known) - NEAR, max(known) + NEAR + 1)
            fitting = (
                i for i in sorted(gone.intersection(near))
                if not strange[i][j] and _agree(rows[i].reading, found[j].reading, same=same)
            )  # fmt: skip
            i = next(fitting, None)
            if i is not None:
                (laid.rows if same else laid.slots)[j] = rows[i]
                gone.discard(i)


def _agree(one: Reading, other: Reading, *, same: bool) -> bool:
    return one == other if same else one.kind == other.kind


def _by_paragraph(found: Sequence[Mention]) -> list[list[int]]:
    places: dict[int, list[int]] = {}
    for j, mention in enumerate(found):
        places.setdefault(id(mention.paragraph), []).append(j)
    return list(places.values())


def _follow_moved(
    found: Sequence[Mention],
    rows: Sequence[Row],
    laid: Laid,
    strange: Sequence[Sequence[int]],
    free: list[int],
) -> None:
    """Give mentions the rows that went elsewhere, where a run of them is the same."""
    taken = {row.id for row in (*laid.rows.values(), *laid.slots.values())}
    taken -= {laid.slots[j].id for j in free if j in laid.slots}
    left = [i for i, row in enumerate(rows) if row.id not in taken]
    while left and free:
        keys = [found[j].reading for j in free]
        wanted = [rows[i].reading for i in left]
        match = SequenceMatcher(None, wanted, keys, False).find_longest_match()
        moved, went = slice(match.b, match.b + match.size), slice(match.a, match.a + match.size)
        pairs = list(zip(free[moved], left[went], strict=True))
        slots = any(j in laid.slots for j in free[moved])
        if match.size < (LONG_RUN if slots else RUN) or any(strange[i][j] for j, i in pairs):
            return
        laid.rows |= {j: rows[i] for j, i in pairs}
        for j in free[moved]:
            laid.slots.pop(j, None)
        del free[moved], left[went]
