"""What a number in a Dutch report says: k of n, a whole number, a share, a quantifier word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kwalevaluatie.wording import FEWEST, WORDS, quantifier

Kind = Literal["deel", "geheel", "procent", "breuk", "jaar", "woord", "anders"]

_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_UNITS = "een twee drie vier vijf zes zeven acht negen".split()


def _number_words() -> dict[str, int]:
    found = {word: number for number, word in enumerate(WORDS)} | {"eén": 1}
    for ten, word in enumerate(_TENS, start=2):
        found[word] = 10 * ten
        for unit, small in enumerate(_UNITS, start=1):
            joint = "ën" if small.endswith("e") else "en"
            found[f"{small}{joint}{word}"] = 10 * ten + unit
    return found | {"honderd": 100, "tweehonderd": 200, "duizend": 1000}


NUMBERS = _number_words()
EVERYBODY = ("alle", "allen", "iedereen")
_ONE_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d+|(?:{_ONE_WORD})(?!\w))"
PART = rf"(?:{NUMBER}|een|niemand)\s+\(?(?:van|op|uit)\s+(?:de\s+|alle\s+|het\s+)?{NUMBER}"
WHOLE_GROUP = rf"all(?:e|en)\s+{NUMBER}|beide(?=\s)|beide$"

BANDS: dict[str, tuple[float, float]] = {
    "geen enkele": (0, 0), "niemand van": (0, 0), "een enkele": (0.01, 0.2),
    "enkele": (0.01, 0.3), "een paar": (0.01, 0.35), "een klein deel": (0.01, 0.35),
    "een kleine minderheid": (0.01, 0.35), "een minderheid": (0.01, 0.499),
    "weinig": (0.01, 0.35), "een kwart": (0.18, 0.32), "een derde": (0.28, 0.39),
    "een deel": (0.1, 0.6), "sommige": (0.01, 0.5), "bijna de helft": (0.38, 0.499),
    "ongeveer de helft": (0.42, 0.58), "de helft": (0.5, 0.5), "ruim de helft": (0.501, 0.62),
    "meer dan de helft": (0.501, 1), "een meerderheid": (0.501, 0.95),
    "de meerderheid": (0.501, 0.95), "het merendeel": (0.55, 0.95),
    "het grootste deel": (0.55, 0.95), "de meeste": (0.55, 0.9), "de meesten": (0.55, 0.9),
    "een ruime meerderheid": (0.6, 0.95), "een grote meerderheid": (0.7, 0.95),
    "een groot deel": (0.5, 0.95), "veel": (0.4, 1), "het overgrote deel": (0.7, 0.98),
    "twee derde": (0.6, 0.72), "tweederde": (0.6, 0.72), "driekwart": (0.7, 0.8),
    "bijna alle": (0.8, 0.999), "vrijwel alle": (0.8, 0.999), "nagenoeg alle": (0.8, 0.999),
    "bijna iedereen": (0.8, 0.999), "vrijwel iedereen": (0.8, 0.999), "bijna geen": (0.001, 0.2),
    "vrijwel geen": (0.001, 0.2), "alle": (1, 1), "allen": (1, 1), "iedereen": (1, 1),
}  # fmt: skip
PRINTED = frozenset(quantifier(k, 100) for k in range(1, 100)) - {"één"}
_QUANTIFIERS = "|".join(word.replace(" ", r"\s+") for word in sorted(BANDS, key=len, reverse=True))
QUANTIFIER = rf"(?<!\bte )(?:{_QUANTIFIERS})"


@dataclass(frozen=True)
class Reading:
    """What a stretch of text says; two readings that are equal say the same number.

    A `deel` is k of n, a `geheel` a whole number, a `procent` a percentage, a `breuk` a number
    with decimals (of both n is the number of decimals), a `woord` a quantifier.
    """

    kind: Kind
    k: float = 0
    n: int = 0
    word: str = ""


def read_print(text: str) -> Reading:
    """What a printed number says; `anders` when it is no number that can be read.

    >>> read_print("vijf van de elf"), read_print("92%").k, read_print("De meeste").word
    (Reading(kind='deel', k=5, n=11, word=''), 92.0, 'de meeste')
    """
    said = " ".join(re.sub(r"[()]", "", text.casefold()).split())
    if match := re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:%|procent)", said):
        return _decimal("procent", match[1])
    if re.fullmatch(r"(?:19|20)\d\d", said):
        return Reading("jaar", int(said))
    if re.fullmatch(r"\d+,\d+", said):
        return _decimal("breuk", said)
    return _counted(said)


def _counted(said: str) -> Reading:
    if match := re.fullmatch(r"(\d+)\s?/\s?(\d+)", said):
        return Reading("deel", int(match[1]), int(match[2]))
    if said == "beide":
        return Reading("deel", 2, 2)
    if match := re.fullmatch(rf"all(?:e|en)\s+({NUMBER})", said):
        return Reading("deel", whole(match[1]), whole(match[1]))
    if re.fullmatch(PART, said):
        first, last = said.split()[0], said.split()[-1]
        return Reading("deel", whole(first), whole(last))
    if re.fullmatch(NUMBER, said):
        return Reading("geheel", whole(said))
    if said in BANDS:
        return Reading("woord", word=said)
    return Reading("anders", word=said)


def whole(word: str) -> int:
    """A whole number from digits or a word; "niemand" is nought."""
    if word in ("niemand", "een"):
        return {"niemand": 0, "een": 1}[word]
    return NUMBERS[word] if word in NUMBERS else int(word.replace(".", ""))


def fits(word: str, k: int, n: int, *, strictly: bool = False) -> bool:
    """Whether a quantifier word may stand for a count; our own words only where we print them.

    Of those "een deel" is free to use in prose, unless it is taken `strictly`.

    >>> fits("de meeste", 8, 11), fits("de meeste", 5, 11), fits("het overgrote deel", 5, 12)
    (True, False, False)
    """
    if not n or quantifier(k, n) == word:
        return True
    own = word in PRINTED and (strictly or word != "een deel")
    low, high = BANDS[word]
    return not (own and n >= FEWEST) and low <= k / n <= high


def _decimal(kind: Literal["procent", "breuk"], text: str) -> Reading:
    decimals = len(text.replace(",", ".").partition(".")[2])
    return Reading(kind, float(text.replace(",", ".")), decimals)
