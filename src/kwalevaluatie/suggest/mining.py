"""New patterns for a theme, found in what people coded: for a person to take over or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from kwalevaluatie.suggest.conversations import Conversations

LONGEST = 3
FEWEST = 3
LEAST_PRECISION = 0.5
SURE = 1.64
PRIOR = 0.5
EMPTY = frozenset(
    "de het een en of dat die dit in op aan van voor met bij te om er is zijn worden hebben ik je "
    "u jij we wij ze zij hij hem haar mij me mijn niet ook maar dan als wel nog toen nu zo al gaan "
    "kunnen moeten doen komen heel eh ja nee nou want naar uit over door wat wie waar hoe zelf "
    "gewoon even daar hier dus zou zullen mogen willen zeggen weer".split()
)


@dataclass(frozen=True)
class NewPattern:
    """A wording that speaks for a theme and that no pattern finds yet.

    Of the decided passages in which it is found, `right` are coded with the theme and `wrong`
    are not; `missed` of the right ones have no pattern now. `example` is one of those.
    """

    code: str
    pattern: str
    right: int
    wrong: int
    missed: int
    example: str


def new_patterns(
    talks: Conversations, labels: np.ndarray, found: np.ndarray, codes: Sequence[str]
) -> Iterator[NewPattern]:
    """Wordings for each theme, the surest first.

    `labels` (passages × codes) is 1, 0 or nan where nobody decided; `found` says where a
    pattern of the codebook is found. Wordings are ranked by the log odds of being in coded
    passages, in standard errors (Monroe, Colaresi & Quinn, 2008).
    """
    wordings = [set(_wordings(talks.reading.words_of(row)[1])) for row in range(len(labels))]
    for column, code in enumerate(codes):
        yes = np.flatnonzero(labels[:, column] == 1).tolist()
        no = np.flatnonzero(labels[:, column] == 0).tolist()
        right = Counter(one for row in yes for one in wordings[row])
        wrong = Counter(one for row in no for one in wordings[row])
        missed = [row for row in yes if not found[row, column]]
        hidden = Counter(one for row in missed for one in wordings[row])
        sure = {one: _sureness(right[one], wrong[one], len(yes), len(no)) for one in hidden}
        for one in sorted(sure, key=lambda one: (-sure[one], -len(one), one)):
            precise = right[one] / (right[one] + wrong[one])
            if right[one] >= FEWEST and precise >= LEAST_PRECISION and sure[one] >= SURE:
                row = next(row for row in missed if one in wordings[row])
                yield NewPattern(
                    code, " ".join(one), right[one], wrong[one], hidden[one], _quote(talks, row)
                )


def _wordings(lemmas: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Runs of up to three words that do not begin or end with an empty one."""
    for start in range(len(lemmas)):
        for stop in range(start + 1, min(start + LONGEST, len(lemmas)) + 1):
            run = tuple(lemmas[start:stop])
            if all(word[0].isalpha() for word in run) and not EMPTY & {run[0], run[-1]}:
                yield run


def _sureness(right: int, wrong: int, yes: int, no: int) -> float:
    odds = log((right + PRIOR) / (yes - right + PRIOR)) - log(
        (wrong + PRIOR) / (no - wrong + PRIOR)
    )
    return odds / sqrt(1 / (right + PRIOR) + 1 / (wrong + PRIOR))


def _quote(talks: Conversations, row: int) -> str:
    start, stop = talks.reading.place(row)
    return talks.reading.text_of(row)[start:stop]
