"""Counts in Dutch words, as an evaluation prints them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

WORDS = (
    "geen één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig"
).split()
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
FEWEST = 5


def number_word(number: int) -> str:
    """A count up to twenty in words, above that in digits; nought is "geen".

    >>> number_word(5), number_word(21), number_word(0)
    ('vijf', '21', 'geen')
    """
    return WORDS[number] if 0 <= number < len(WORDS) else str(number)


def counted_noun(number: int, one: str, many: str) -> str:
    """A count in digits with its noun, as a screen shows it.

    >>> counted_noun(1, "gesprek", "gesprekken"), counted_noun(3, "gesprek", "gesprekken")
    ('1 gesprek', '3 gesprekken')
    """
    return f"{number} {one if number == 1 else many}"


def ended(text: str) -> str:
    """Words that somebody wrote as the end of a sentence: with a full stop, where there is none.

    >>> ended("te kort"), ended("Bent u geholpen?"), ended("Niet gevraagd. ")
    ('te kort.', 'Bent u geholpen?', 'Niet gevraagd.')
    """
    said = text.rstrip()
    return said if not said or said.rstrip("”’\"')").endswith((".", "?", "!", "…")) else f"{said}."


def k_of_n(k: int, n: int) -> str:
    """A count with its denominator; of nobody it is "geen".

    >>> k_of_n(5, 11), k_of_n(11, 11), k_of_n(0, 8), k_of_n(30, 41)
    ('vijf van de elf', 'alle elf', 'geen van de acht', '30 van de 41')
    """
    if n < 2:
        return number_word(k)
    if k == n:
        return f"alle {number_word(n)}" if n != 2 else "beide"
    return f"{number_word(k)} van de {number_word(n)}"


def quantifier(k: int, n: int) -> str:
    """The quantifier word that belongs to a count; none below five respondents.

    >>> quantifier(5, 11), quantifier(8, 11), quantifier(4, 8), quantifier(1, 9), quantifier(2, 3)
    ('bijna de helft', 'de meeste', 'de helft', 'één', '')
    """
    if n < FEWEST:
        return ""
    if k in (0, 1, n):
        return {0: "geen", 1: "één", n: "alle"}[k]
    if 2 * k == n:
        return "de helft"
    steps = (
        (25, "enkele"), (40, "een deel"), (50, "bijna de helft"), (60, "ruim de helft"),
        (75, "de meeste"), (90, "een grote meerderheid"),
    )  # fmt: skip
    return next((word for below, word in steps if 100 * k < below * n), "bijna alle")


def percentage(share: float, decimals: int = 0) -> str:
    """A share as a Dutch percentage.

    >>> percentage(0.92), percentage(0.8945, 1), percentage(0.125)
    ('92%', '89,5%', '13%')
    """
    return f"{_rounded(100 * _exact(share), decimals)}%"


def decimal(value: float, decimals: int = 1) -> str:
    """A number with a decimal comma.

    >>> decimal(8.2), decimal(1, 0), decimal(8.25)
    ('8,2', '1', '8,3')
    """
    return _rounded(_exact(value), decimals)


def dutch_date(day: str) -> str:
    """A day as people write it.

    >>> dutch_date("2025-03-02")
    '2 maart 2025'
    """
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def first_of(names: Sequence[str], most: int) -> str:
    """The first of some names, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" en nog {more}" if more > 0 else "")


def _exact(value: float) -> Decimal:
    return Decimal(str(float(value)))


def _rounded(value: Decimal, decimals: int) -> str:
    """Half is rounded away from zero, as is done in print."""
    return str(value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)).replace(".", ",")
