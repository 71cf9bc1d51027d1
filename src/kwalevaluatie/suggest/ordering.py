"""In which order to review, so that every decision teaches and measures as much as it can."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

SAMPLE_EVERY = 10
SAMPLE = 1 / SAMPLE_EVERY
Why = Literal["steekproef", "twijfel", "dekking"]


@dataclass(frozen=True)
class Open:
    """A suggestion that nobody decided on yet: its row, theme, perspective and score.

    Its `lot` (0-1) is drawn from its id: the same suggestion has the same lot, always.
    """

    row: int
    code: str
    group: str
    score: float
    lot: float

    @property
    def doubt(self) -> float:
        """1 where it may as well be wrong as right, 0 where it is certain."""
        return 1 - abs(2 * self.score - 1)


def lot(suggestion: str) -> float:
    """The lot of a suggestion, as good as random, from its id in hexadecimal digits."""
    return int(suggestion[:8], 16) / 16**8


def review_order(
    waiting: Sequence[Open], decided: Counter[tuple[str, str]]
) -> Iterator[tuple[Open, Why]]:
    """What to review first, and why.

    Every tenth comes from the sample, the tenth of all with the lowest lots, whatever the
    machine thinks of it: on those its precision can be measured honestly. The others come by
    doubt (uncertainty sampling; Lewis & Gale, 1994), weighed down by how many of the same theme
    and perspective were decided already; `decided` counts those by (code, group).
    """
    drawn = sorted((one for one in waiting if one.lot < SAMPLE), key=lambda one: -one.lot)
    seen, taken = Counter(decided), set[int]()
    buckets: dict[tuple[str, str], list[Open]] = defaultdict(list)
    for one in sorted(waiting, key=lambda one: one.doubt):
        buckets[one.code, one.group].append(one)
    for place in range(len(waiting)):
        while drawn and drawn[-1].row in taken:
            drawn.pop()
        why: Why = "steekproef"
        if drawn and place % SAMPLE_EVERY == 0:
            one = drawn.pop()
        else:
            one, why = _most_wanted(buckets, seen, taken)
        taken.add(one.row)
        seen[one.code, one.group] += 1
        yield one, why


def _most_wanted(
    buckets: dict[tuple[str, str], list[Open]], seen: Counter[tuple[str, str]], taken: set[int]
) -> tuple[Open, Why]:
    for key in [key for key, bucket in buckets.items() if not _open(bucket, taken)]:
        del buckets[key]
    best = max(buckets, key=lambda key: buckets[key][-1].doubt / (1 + seen[key]))
    fewest = min(seen[key] for key in buckets)
    return buckets[best].pop(), "dekking" if seen[best] == fewest < 3 else "twijfel"


def _open(bucket: list[Open], taken: set[int]) -> bool:
    while bucket and bucket[-1].row in taken:
        bucket.pop()
    return bool(bucket)
