"""What a sentence is about: the beginnings of its content words.

Seven letters are a rough stem that needs no word list: "benadering" and "benaderd" begin the
same. Words that any evaluation is full of, and words without content, are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

LETTERS = 7
_WORD = re.compile(r"[a-zà-ÿ]{4,}")
_EMPTY = frozenset(
    """
    aan aangezien achter al alle allemaal alleen allen als altijd ander andere anderen beide
    beiden bepaalde beter bijna bijvoorbeeld binnen blijft blijkt blijken boven buiten daar
    daarbij daardoor daarin daarna daarnaast daarom daarvan deel deels deze dezelfde diverse
    door doordat duidelijk echter eerste elke enige enkele ervaart ervaren ervaring ervaringen
    even gaan gaat geeft geen geven gegeven geweest gewoon goed goede groot grote grootste haar
    hadden hebben heeft helft hele hier hierbij hierdoor hierin hiervan hoewel iedere iedereen
    immers inwoner inwoners cliënt cliënten klant klanten respondent respondenten jaar jaren
    kader komen komt konden kunnen laat laten maakt maar maken mate meer meerdere meest meeste
    mensen minder moeten moet mogelijk naar namelijk niet niets noemen noemt nog onder ongeveer
    onze ook over overgrote percentage precies procent professional professionals medewerker
    medewerkers partners rapport ruim samen sommige soms sterk steeds staat staan tegen tijdens
    toch toen totaal tussen uit vaak vaker vanaf vanuit veel veelal verder verschillende vinden
    vindt volgens vooral voor vond voelt voelen waar waarbij waardoor waarin waarom waren
    wanneer weinig werd werden wordt worden wanneer welke zeer zelf zich zien ziet zijn zoals
    zowel zouden zullen daarmee hiermee waarmee wellicht zeggen zegt vier vijf zeven acht negen
    twee drie miljoen euro veertien vijftien zestien zeventien achttien negentien dertig
    veertig vijftig tien twaalf dertien twintig aantal derde kwart
    januari februari maart april juni juli augustus september oktober november december
    """.split()
)
_BEGINNINGS = frozenset(word[:LETTERS] for word in _EMPTY)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The beginning of a word by which its forms are known; nothing for a word without content."""
    if word in _EMPTY or word[:LETTERS] in _BEGINNINGS:
        return ""
    plain = word.removeprefix("ge") if len(word) >= LETTERS else word
    if len(plain) <= LETTERS:
        plain = _short(plain)
    return plain[:LETTERS]


def _short(word: str) -> str:
    """A short word without its ending."""
    for ending in ("en", "te", "de", "e", "s", "t", "n"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def stems(lower: str) -> frozenset[str]:
    """The stems of the content words of a text in lower case.

    >>> sorted(stems("de wachttijden zijn volgens ouders te lang"))
    ['lang', 'ouder', 'wachtti']
    """
    return frozenset(filter(None, map(stem, _WORD.findall(lower))))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter subject that is in the longer one too."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
