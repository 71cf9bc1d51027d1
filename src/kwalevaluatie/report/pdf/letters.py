"""The letters of a PDF: fonts that are at hand everywhere, and what none of them has."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font

from kwalevaluatie.report.marks import clean

FONTS = ("Arial", "Liberation Sans", "DejaVu Sans")
"""In order of preference; the last comes with matplotlib, so it is always there."""

FOLDER = Path(get_data_path()) / "fonts" / "ttf"
UNKNOWN = "\ufffd"
_LEFT_OUT = ("Cf", "Co", "Cn", "Mn", "Me")
_KEPT = frozenset("\n\u00a0\u00ad\u200b")


def printable(text: str) -> str:
    """The text with “�” for each letter that no font has, without marks that are no letter.

    An accent is part of its letter (é); one that makes no known letter is left out.
    """
    composed = unicodedata.normalize("NFC", clean(text))
    return "".join(map(_printable, composed))


def _printable(letter: str) -> str:
    if letter in _KEPT:
        return letter
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in _LEFT_OUT:
        return ""
    return letter if ord(letter) in _drawn() else UNKNOWN


@cache
def _drawn() -> frozenset[int]:
    return frozenset(FT2Font(str(FOLDER / "DejaVuSans.ttf")).get_charmap())
