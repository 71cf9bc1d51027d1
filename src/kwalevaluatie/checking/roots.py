"""Short roots of words with their nearest synonyms, to hold statements in other words together."""

from __future__ import annotations

import re
from functools import lru_cache

from kwalevaluatie.checking.subjects import stem

LETTERS = 5
_WORD = re.compile(r"[a-zà-ÿ]{4,}")
_ALIKE = (
    "tevreden positief blij content waardering waarderen",
    "ontevreden negatief ontevredenheid klagen klachten",
    "wachten wachttijd wachtlijst wachttijden doorlooptijd",
    "contactpersoon begeleider klantmanager consulent regisseur hulpverlener aanspreekpunt",
    "vast vaste eigen dezelfde",
    "geslaagd slagen succes succesvol gelukt",
    "snel vlot tijdig spoedig",
    "brief brieven post schriftelijk",
    "luisteren luistert gehoord serieus",
    "vinden vindbaar vindbaarheid bekend bekendheid kennen kennis",
    "druk werkdruk overbelast overbelasting belast belasting",
    "schaamte schamen schaamden schroom",
    "formulier formulieren papierwerk administratie",
    "kosten uitgaven lasten",
    "vertrouwen vertrouwt vertrouwd",
)


def _bare(word: str) -> str:
    """A word without doubled letters and the prefix of a participle."""
    plain = re.sub(r"(.)\1", r"\1", word)
    return plain.removeprefix("ge") if len(plain) > LETTERS + 1 else plain


_SAME = {_bare(word)[:LETTERS]: group.split()[0] for group in _ALIKE for word in group.split()}


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The root of a word, or the word that stands for its synonyms; nothing without content.

    >>> root("schamen") == root("schaamden"), root("slagen") == root("succes"), root("alle")
    (True, True, '')
    """
    if not stem(word) and _bare(word)[:LETTERS] not in _SAME:
        return ""
    begin = _bare(word)[:LETTERS]
    return _SAME.get(begin, begin)


@lru_cache(maxsize=5_000)
def roots(lower: str) -> frozenset[str]:
    """The roots of the content words of a text in lower case."""
    return frozenset(filter(None, map(root, _WORD.findall(lower))))


def likeness(one: frozenset[str], other: frozenset[str]) -> tuple[int, float]:
    """How many roots two texts share, and which part of the shorter that is."""
    shared, least = len(one & other), min(len(one), len(other))
    return shared, shared / least if least else 0.0
