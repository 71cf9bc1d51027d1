"""Dutch number words up to a thousand, and numbers as Dutch writes them in digits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_UNITS = "een twee drie vier vijf zes zeven acht negen".split()
_TEENS = ("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien").split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


@cache
def number_words() -> Mapping[str, int]:
    """Every way in which Dutch writes a whole number up to 999 in one or two words."""
    small = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
    for tens, word in enumerate(_TENS, 2):
        small[word] = 10 * tens
        for unit, name in enumerate(_UNITS, 1):
            joint = "ën" if name.endswith("e") else "en"
            small[f"{name}{joint}{word}"] = 10 * tens + unit
            small[f"{name}en{word}"] = 10 * tens + unit
    hundreds = {
        f"{'' if many == 1 else _UNITS[many - 1]}honderd": 100 * many for many in range(1, 10)
    }
    words = small | {"één": 1, "eén": 1, "nul": 0, "duizend": 1000} | hundreds
    for hundred, value in hundreds.items():
        for word, number in small.items():
            words |= {f"{hundred}{word}": value + number, f"{hundred} {word}": value + number}
    del words["een"]
    return words


def in_digits(text: str) -> float:
    """The value of a number in digits, with points for thousands and a decimal comma.

    >>> in_digits("1.724"), in_digits("7,2"), in_digits("2.632.500,-"), in_digits("6.5")
    (1724.0, 7.2, 2632500.0, 6.5)
    """
    whole, _, rest = text.replace(" ", "").partition(",")
    groups = whole.split(".")
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        whole = "".join(groups)
    decimals = rest.strip("-–")
    return (
        float(f"{whole}.{decimals}") if decimals.isdecimal() and "." not in whole else float(whole)
    )
