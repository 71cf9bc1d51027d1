"""Finds towns, villages and neighbourhoods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kwalevaluatie.privacy.finding import lexicon
from kwalevaluatie.privacy.finding.phrases import Phrases
from kwalevaluatie.privacy.finding.words import (
    CAPITAL,
    COUNTRY,
    DIGITS,
    FREQUENT,
    GIVEN,
    NAME,
    ORDINARY,
    PLACE,
    PREFIX,
    SURNAME,
    UNKNOWN,
    Words,
)
from kwalevaluatie.privacy.found import Identifier

_WHERE = frozenset(
    "in te uit naar richting vanuit rond bij omgeving gemeente van tussen nabij".split()
)
_LIVES = frozenset(
    "woon woont wonen woonde woonden gewoond verhuisd verhuisde verhuis geboren kom".split()
)
_GOES_ON = frozenset("en of daar toen zijn is hier met dat maar want hebben heb ik we en".split())
_TOWARDS = frozenset("in te uit naar gemeente richting omgeving vanuit rond retour".split())
_NAMED = frozenset(
    """wijk buurt buurtschap dorp dorpje gehucht stad stadje plaatsje woonplaats wijken buurten
    dorpen gemeenten kernen""".split()
)


@cache
def _places() -> Phrases:
    return Phrases.of(lexicon.places() | lexicon.municipalities())


def find_places(words: Words) -> Iterator[Identifier]:
    """Places on the list, and places that the words around them show."""
    done = 0
    phrases = _places()
    for index in words.telling(PLACE | PREFIX | NAME | UNKNOWN):
        word = words[index]
        if index < done or not (word.marks & (PLACE | CAPITAL) or word.lower in phrases.heads):
            continue
        stop = phrases.match(words, index)
        if stop and (certainty := _place_certainty(words, index, stop)):
            done = stop
            yield _place(words, index, stop, certainty)
        elif stop := _unlisted(words, index):
            done = stop
            yield _place(words, index, stop, 0.7)


def _place(words: Words, first: int, stop: int, certainty: float) -> Identifier:
    start, end = words.start(first), words.stop(stop - 1)
    text = words.text[start:end]
    name = re.sub(r"['’]s?$", "", text.lower())
    direct = name not in lexicon.municipalities()
    return Identifier(start, end, "plaats", text, certainty, (("plaats", name),), direct)


def _place_certainty(words: Words, index: int, stop: int) -> float:
    """How sure it is that this name on the list is meant as a place here; nought is not."""
    word, several = words[index], stop - index > 1
    before = words.before(index)
    capital = bool(words[stop - 1].marks & CAPITAL) and bool(word.marks & CAPITAL | several)
    where = before in _WHERE or (before in ("de", "het") and words.before(index, 2) in _NAMED)
    other = word.marks & (ORDINARY | GIVEN | SURNAME | COUNTRY)
    if word.marks & COUNTRY and not several:
        return 0.0
    if several and words[index + 1].lower in _NAMED and not words.cased:
        return 0.0
    if several:
        return 0.95 if capital or not words.cased else 0.0
    if words.before(index) in _NAMED:
        return 0.95
    if capital and word.marks & CAPITAL:
        return _capital_place(words, index, where, other)
    municipality = word.bare in lexicon.municipalities() and not word.marks & ORDINARY
    if words.cased and other and not (municipality and before in ("in", "uit", "naar", "te")):
        return 0.0
    if not other or _after_postcode(words, index):
        return 0.8
    lives = any(words.before(index, away) in _LIVES for away in (2, 3, 4)) or (
        words.after(index) in _LIVES
    )
    if before not in ("in", "te", "uit", "naar"):
        return 0.0
    ends = (
        index + 1 >= len(words)
        or words.gap(index + 1).strip() != ""
        or words.after(index) in _GOES_ON
    )
    verb = before == "te" and word.marks & ORDINARY
    return 0.8 if lives or not word.marks & ORDINARY or (ends and not verb) else 0.0


def _after_postcode(words: Words, index: int) -> bool:
    before = words[index - 1]
    return (
        len(before.text) == 2
        and before.text.isalpha()
        and words[index - 2].text.isdecimal()
        and len(words[index - 2].text) == 4
    ) or bool(re.fullmatch(r"[1-9]\d{3}[a-zA-Z]{2}", before.text))


def _capital_place(words: Words, index: int, where: bool, other: int) -> float:
    word = words[index]
    followed = words[index + 1].marks & (CAPITAL | PREFIX) and words.touches(index + 1)
    if not other:
        return 0.95
    before = words.before(index)
    if _after_postcode(words, index):
        return 0.95
    if words.opens(index):
        return (
            0.7 if word.bare in lexicon.municipalities() and not other & (ORDINARY | GIVEN) else 0.0
        )
    if before in _TOWARDS:
        return 0.9 if not (word.marks & GIVEN and followed) else 0.0
    if where and not word.marks & (GIVEN | SURNAME):
        return 0.7
    if not word.marks & (GIVEN | SURNAME | COUNTRY) and not word.marks & FREQUENT:
        return 0.6
    listed = words.before(index) in ("en", "of", "tot") and words[index - 2].marks & PLACE
    return 0.7 if listed else 0.0


def _ends_place(words: Words, index: int) -> bool:
    word = words[index]
    return bool(word.marks & PLACE) and not word.marks & (ORDINARY | GIVEN)


def _unlisted(words: Words, index: int) -> int:
    """The place after a name that no list knows but that "de wijk" or "woon in" shows."""
    word = words[index]
    if words.opens(index) or not word.marks & CAPITAL or word.marks & (COUNTRY | DIGITS):
        return 0
    before, second = words.before(index), words.before(index, 2)
    named = before in _NAMED or (before in ("de", "het") and second in _NAMED)
    lives = before in ("in", "te") and any(
        words.before(index, away) in _LIVES for away in range(2, 6)
    )
    listed = words.before(index) in ("en", "of") or words.gap(index).strip() == ","
    after_place = listed and _ends_place(words, index - 1 - (words.before(index) in ("en", "of")))
    unknown = word.marks & UNKNOWN and after_place
    if not named and not unknown and not (lives and not word.marks & ORDINARY):
        return 0
    return words.capitals_from(index)
