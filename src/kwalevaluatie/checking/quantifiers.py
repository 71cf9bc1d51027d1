"""Words for how many, how strong they are, and which shares fit them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORDS: tuple[tuple[str, float, float, int], ...] = (
    (
        "(?:bijna|vrijwel|nagenoeg|zo goed als) (?:alle(?:n|maal)?|iedereen|elke|allemaal)",
        80,
        100,
        5,
    ),
    (
        "(?:overgrote|overweldigende|zeer grote|ruime|grote) (?:meerderheid|merendeel)|(?:veruit|"
        "verreweg) de meeste[n]?"
        r"|overgrote (?:ge)?deel(?:te)?|leeuwendeel|verreweg het grootste deel",
        60,
        100,
        5,
    ),
    (r"(?:kleine|nipte|krappe) meerderheid", 50, 62, 3),
    (
        "meerderheid|merendeel|(?<!niet )de meeste[n]?|"
        "(?<!het op een na )grootste (?:ge)?deel(?:te)?",
        50.01,
        100,
        4,
    ),
    (r"(?:een )?aanzienlijk deel|(?:een )?groot (?:ge)?deel|(?:een )?grote groep", 30, 100, 4),
    (r"(?:ruim|iets meer dan|meer dan|dik) de helft", 50.01, 80, 4),
    (r"(?:bijna|iets minder dan|krap|minder dan|nog geen) de helft", 33, 50, 2),
    (r"(?:ongeveer|circa|ruwweg|zo'n|grofweg) de helft", 43, 57, 3),
    (r"(?<!andere )de helft", 46, 54, 3),
    (r"(?:ruim |bijna |ongeveer |circa )?(?:twee ?derde|2/3)(?: deel)?", 59, 74, 4),
    (r"(?:ruim |bijna |ongeveer |circa |meer dan )?(?:drie ?kwart)", 67, 83, 4),
    (
        "(?:ruim |bijna |ongeveer |circa |meer dan |een )(?:een )?derde (?:deel )?(?=van"
        r"|\()",
        27,
        40,
        2,
    ),
    (r"(?:ruim |bijna |ongeveer |circa |meer dan |een )(?:een )?kwart", 19, 31, 2),
    ("(?:een )?(?:kleine |krappe )?minderheid|een klein (?:ge)?deel|een kleine groep", 0, 49.99, 1),
    (r"enkele(?:n)?|sommige(?:n)?|een enkele?|een paar|(?:slechts )?een handvol", 0, 40, 1),
    (r"(?:vier ?vijfde|viervijfde)(?: deel)?", 75, 86, 5),
    (
        r"(?:ruim |bijna |ongeveer |circa |meer dan |een )(?:een )?vijfde (?:deel )?(?=van|\()",
        15,
        26,
        1,
    ),
    (
        r"(?:ruim |bijna |ongeveer |circa |meer dan |een )(?:een )?tiende (?:deel )?(?=van|\()",
        7,
        14,
        1,
    ),
    (r"vrijwel niemand|bijna niemand|nauwelijks iemand", 0, 20, 0),
)
_ALL = re.compile("|".join(f"(?P<q{index}>{word[0]})" for index, word in enumerate(_WORDS)))


@dataclass(frozen=True)
class Quantifier:
    """A word for how many; shares from `low` to `high` percent fit it. `strength` goes to 5."""

    start: int
    stop: int
    text: str
    low: float
    high: float
    strength: int

    def fits(self, percent: float) -> bool:
        """Whether a share, in percent, can be called so."""
        return self.low <= percent <= self.high


def quantifiers_in(lower: str) -> Iterator[Quantifier]:
    """The words for how many in a sentence, in its order."""
    return iter(_found(lower))


@lru_cache(maxsize=5_000)
def _found(lower: str) -> tuple[Quantifier, ...]:
    return tuple(_find(lower))


def _find(lower: str) -> Iterator[Quantifier]:
    for match in _ALL.finditer(lower):
        before = lower[match.start() - 1 : match.start()]
        if before.isalpha() or lower[match.end() : match.end() + 1].isalpha():
            continue
        index = int((match.lastgroup or "q0")[1:])
        _, low, high, strength = _WORDS[index]
        yield Quantifier(match.start(), match.end(), match[0].strip(), low, high, strength)
