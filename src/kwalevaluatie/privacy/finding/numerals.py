"""Dutch number words up to a thousand, as people and as speech recognition write them."""

from __future__ import annotations

from collections.abc import Mapping

ONES = "nul een twee drie vier vijf zes zeven acht negen".split()
TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def _compounds() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for tens, ten in enumerate(TENS, start=2):
        numbers[ten] = 10 * tens
        for one in range(1, 10):
            for link in ("en", "ën"):
                numbers[f"{ONES[one]}{link}{ten}"] = 10 * tens + one
    return numbers


def _hundreds(below: dict[str, int]) -> dict[str, int]:
    """From a hundred up: "honderdvier", "tweehonderdtwaalf"."""
    numbers: dict[str, int] = {}
    for count in range(1, 10):
        hundred = f"{ONES[count] if count > 1 else ''}honderd"
        numbers[hundred] = 100 * count
        for word, number in below.items():
            if number:
                numbers[f"{hundred}{word}"] = 100 * count + number
    return numbers


_SMALL = {
    **{word: number for number, word in enumerate(ONES)},
    **{word: number for number, word in enumerate(TEENS, start=10)},
    **_compounds(),
}
NUMERALS: Mapping[str, int] = {
    **_SMALL,
    **_hundreds(_SMALL),
    **dict.fromkeys(("één", "eén", "éen"), 1),
}
"""The number that a word says: "vijfendertig" is 35."""

CENTURIES = {"negentien": 1900, "negentienhonderd": 1900, "tweeduizend": 2000, "twintig": 2000}
_YEARS = {
    f"{century}{word}": base + number
    for century, base in (("negentien", 1900), ("negentienhonderd", 1900), ("tweeduizend", 2000))
    for word, number in NUMERALS.items()
    if 0 < number < 100
}
YEARS: Mapping[str, int] = {**_YEARS, "tweeduizend": 2000}
"""Years in one word: "negentientachtig", "tweeduizenddrie"."""

_FIRST_ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde".split()
)
ORDINALS: Mapping[str, int] = {
    **{word: number for number, word in enumerate(_FIRST_ORDINALS, start=1)},
    **{f"{word}de": number for word, number in _SMALL.items() if 12 < number < 20},
    **{f"{word}ste": number for word, number in _SMALL.items() if number > 19},
}
"""The number that an ordinal says: "achttiende" is 18."""
