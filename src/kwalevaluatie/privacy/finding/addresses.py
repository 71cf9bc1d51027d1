"""Finds streets with their house numbers, written, said aloud, or shown by "ik woon aan de …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.privacy.finding.numerals import NUMERALS
from kwalevaluatie.privacy.finding.words import (
    CAPITAL,
    CAPITALS,
    COUNTRY,
    DIGITS,
    FREQUENT,
    GIVEN,
    HEAD,
    MOST_WORDS,
    NAME,
    NUMERAL,
    ORDINARY,
    PLACE,
    PREFIX,
    STREET,
    Words,
)
from kwalevaluatie.privacy.found import Identifier, identifier

_SURE = re.compile(
    r"\w{3,}-?(?:straat|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen|straatje|laantje|"
    r"pleintje|boulevard|strjitte|leane)$"
)
_LIKELY = re.compile(r"\w{3,}(?:weg|dijk|hof|pad|park|wal|burg|buurt|hoeve|brink|akkers?|weide)$")
_ALONE = frozenset(
    "straat laan plein weg kade gracht singel dreef boulevard pad dijk hof park steeg allee".split()
)
_NO_STREET = frozenset(
    """omweg snelweg uitweg voorweg fietspad voetpad zijstraat loopbaan zijspoor werkveld
    speelveld voetbalveld speelplein schoolplein marktplein werkplein parkeerplein vliegveld
    binnenweg zandpad sportpark woonwijk rijbaan renbaan arbeidsmarkt woningmarkt huizenmarkt
    supermarkt rommelmarkt kerstmarkt banenmarkt vacaturemarkt beroepenmarkt winkelstraat
    hoofdweg eindbaan levenspad leerpad zorgpad ontwikkelpad groeipad startbaan droombaan
    bijbaan vakantiepark dierentuin speeltuin moestuin achtertuin voortuin volkstuin schooltuin
    binnentuin buurttuin stadstuin gerechtshof weekend bestuur herberg halverwege onderweg
    vanwege terugweg heenweg middenweg uitvalsweg rondweg toegangsweg dwarsstraat
    eenrichtingsstraat woonstraat""".split()
)
_LEADS = frozenset(
    """pr prins prinses koningin koning burgemeester burg dr dokter prof professor st sint mr
    graaf pater pastoor kapelaan mgr ds dominee kardinaal meester juffrouw zuster oude nieuwe
    lange korte kleine grote eerste tweede derde""".split()
)
_HEADS = frozenset(
    "hoeve huize villa boulevard laan plein postbus kavel woonboot residentie".split()
)
_BEFORE_NAME = frozenset("achter onder langs buiten tussen boven over".split())
_ON = frozenset("aan op in naar langs van bij tegenover achter om hoek".split())
_ARTICLES = frozenset("de het t den".split())
_LIVES = frozenset(
    """woon woont wonen woonde woonden gewoond verhuisd verhuisde verhuis adres zit zitten staan
    ingeschreven flat huis appartement woning kamer huisje flatje huurwoning woningruil""".split()
)
_NUMBERED = frozenset("nummer nr huisnummer nummertje no".split())
_HOUSE = re.compile(
    r"\d{1,4}(?:[-/ ]?[a-zA-Z]{1,2}|[-/]\d{1,3})?(?:-(?:[IVX]{1,4}|[a-z]{1,2})){0,2}"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_EXTRA = frozenset("bis hs rood zwart boven beneden hoog ii iii achter voor".split())
_NO_HOUSE = re.compile(r"[.,:]\d|%| ?(?:euro|keer|jaar|uur|dagen|weken|maanden|kinderen|mensen)\b")
_UNITS = frozenset("keer jaar dagen weken huizen maanden uur kinderen mensen kamers euro".split())
_COUNTED = frozenset(
    """pagina artikel kamer week stap vraag groep lijn bus hoofdstuk categorie trede fase team
    klas lid mei juni juli april maart januari februari augustus september oktober november
    december""".split()
)
_POSTCODE = re.compile(r"[,\s|(]*[1-9]\d{3}[ -]?[A-Za-z]{2}\b")
_REACH = 7
_LONGEST = 3


def find_addresses(words: Words) -> Iterator[Identifier]:
    """Streets by their ending, and names that a house number or "woon aan de" shows as a street."""
    done = 0
    for index in words.telling(STREET | DIGITS | NUMERAL | HEAD):
        if index < done:
            continue
        span = (
            _by_ending(words, index)
            or _by_head(words, index)
            or _lived_at(words, index)
            or _by_number(words, index, done)
        )
        if span:
            first, last = max(span[0], done), _with_house(words, span[1])
            done = last + 1
            yield _address(words, first, last)


def _address(words: Words, first: int, last: int) -> Identifier:
    start, stop = words.start(first), words.stop(last)
    return identifier(words.text, start, stop, "adres", 0.9)


def _by_ending(words: Words, index: int) -> tuple[int, int] | None:
    """A word such as "Slotlaan", with what belongs before it."""
    word = words[index]
    if not word.marks & STREET or word.bare in _NO_STREET or word.marks & DIGITS:
        return None
    if word.bare in _ALONE:
        return _street_alone(words, index)
    first = _left(words, index)
    return (first, index) if _is_street(words, first, index) else None


def _street_alone(words: Words, index: int) -> tuple[int, int] | None:
    """As in "Oude Singel", "Laan van Meerdervoort"."""
    if not words[index].marks & CAPITAL or words.opens(index):
        return None
    first = _left(words, index)
    if first < index:
        return first, index
    if words.after(index) in ("van", "der") and words[index + 2].marks & CAPITAL:
        return index, words.capitals_from(index + 2) - 1
    return None


def _is_surname(words: Words, index: int, *, sure: bool) -> bool:
    """Whether a first name stands before it: "Karin van Dijk", "Henk Tijhof"."""
    before = index - 1
    while index - before < MOST_WORDS and words[before].marks & PREFIX:
        before -= 1
    given = words[before].marks & GIVEN and not words[before].marks & ORDINARY
    return bool(given) and words.touches(before + 1) and not sure and not words.opens(before + 1)


def _is_street(words: Words, first: int, index: int) -> bool:
    word, sure = words[index], bool(_SURE.match(words[index].bare))
    if _is_surname(words, index, sure=sure) and _house(words, index) == index:
        return False
    capital = bool(word.marks & CAPITAL) and not words.opens(index)
    numbered = _has_number(words, index, sure=sure, on=_on(words, first))
    if sure and not word.marks & ORDINARY:
        return True
    if capital and not words.shouted:
        likely = sure or bool(_LIKELY.match(word.bare))
        named = word.marks & NAME and not likely
        return (
            numbered
            or (likely and not word.marks & PLACE)
            or (_on(words, first) and _lives(words, first) and not named)
        )
    likely = bool(_LIKELY.match(word.bare))
    if not sure and not likely:
        return numbered and _lives(words, first)
    if words.cased:
        return numbered
    shown = _lives(words, first) or (_on(words, first) and (sure or not word.marks & ORDINARY))
    return numbered or shown


def _has_number(words: Words, index: int, *, sure: bool, on: bool) -> bool:
    house = _house(words, index)
    if house == index:
        return False
    spoken = not words[house].marks & DIGITS
    named = words.after(index) in _NUMBERED
    return not spoken or sure or named or (on and not words.gap(index + 1).strip())


def _on(words: Words, index: int) -> bool:
    """Whether "aan de", "op het" or "naar de" stands before."""
    before = words.before(index)
    return (before in _ARTICLES and words.before(index, 2) in _ON) or before in ("hoek", "aan")


def _lives(words: Words, index: int) -> bool:
    """Whether living somewhere is spoken of just before."""
    return any(words.before(index, away) in _LIVES for away in range(1, _REACH))


def _left(words: Words, index: int) -> int:
    """The first word of a street of several words: "Burgemeester Jansenlaan"."""
    first = index
    while (
        first
        and "\n" not in words.gap(first)
        and (words.touches(first) or _is_abbreviated(words, first))
    ):
        before, place = words[first - 1], first - 1
        capital = before.marks & CAPITAL and not words.opens(place) and not before.marks & DIGITS
        lead = before.lower in _LEADS and not (words.cased and before.marks & ORDINARY)
        lead = lead or (not words.cased and bool(before.marks & GIVEN))
        named = words[place - 1].marks & CAPITAL and not words.opens(place - 1)
        after_article = not words.cased and words[place - 1].lower in _ARTICLES
        prefix = before.marks & PREFIX and (named or after_article)
        if not (capital or lead or (prefix and words.touches(place))):
            break
        first = place
    return first


def _is_abbreviated(words: Words, index: int) -> bool:
    """Whether the word before is cut short: "Pr. Beatrixstraat"."""
    return words.gap(index) == ". " and len(words[index - 1].text) < 5


def _by_head(words: Words, index: int) -> tuple[int, int] | None:
    """As in "Huize Avondrood", "Postbus 803", "Achter 't Vosje 22"."""
    word, following = words[index], words[index + 1]
    if not words.cased and word.lower in ("hoeve", "huize", "postbus") and words.touches(index + 1):
        return (index, index + 1) if not following.marks & FREQUENT else None
    if not word.marks & CAPITAL:
        return None
    if word.lower in _HEADS and words.touches(index + 1):
        if following.marks & CAPITAL and not words.opens(index):
            return index, words.capitals_from(index + 1) - 1
        if word.lower == "postbus" and following.marks & (DIGITS | NUMERAL):
            return index, index + 1
    if word.lower in _BEFORE_NAME and not words.opens(index):
        article = index + 1 + (following.lower in _ARTICLES)
        if words[article].marks & CAPITAL and article < index + 3:
            return index, words.capitals_from(article) - 1
    return None


def _lived_at(words: Words, index: int) -> tuple[int, int] | None:
    """The name after "woon aan de …" or "flat aan de …", when it has a capital."""
    word = words[index]
    if not word.marks & CAPITAL or word.marks & (COUNTRY | DIGITS | CAPITALS) or words.opens(index):
        return None
    article = words.before(index) in _ARTICLES
    on = words.before(index, 2 if article else 1)
    if on not in ("aan", "op") or not article:
        return None
    if _lives(words, index):
        return index, words.capitals_from(index) - 1
    return None


def _by_number(words: Words, index: int, done: int) -> tuple[int, int] | None:
    """The name before a house number: "naar de Wielewaal 112 in Helmond"."""
    if not words[index].marks & DIGITS or not _is_house(words, index):
        return None
    first = index
    while index - first < _LONGEST and first > done and _may_be_street(words, first - 1, first):
        first -= 1
    if first == index:
        return None
    on = words.before(first) in _ON or (
        words.before(first) in _ARTICLES and words.before(first, 2) in _ON
    )
    lives = _lives(words, first)
    shown = _POSTCODE.match(words.text, words.stop(_house(words, index - 1)))
    stays = words.after(index) == "in" and words[index + 2].marks & PLACE
    if shown or (on and (lives or stays)):
        return first, index - 1
    return None


def _may_be_street(words: Words, index: int, following: int) -> bool:
    word = words[index]
    if not words.touches(following) or word.marks & (DIGITS | NUMERAL) or word.lower in _COUNTED:
        return False
    if (
        word.lower in _ON | _ARTICLES
        or len(word.text) < 2
        or (words.opens(index) and following < index)
    ):
        return False
    return bool(word.marks & CAPITAL) or not word.marks & FREQUENT or word.lower in _LEADS


def _with_house(words: Words, last: int) -> int:
    """The last word of an address, with the house number after the street."""
    house = _house(words, last)
    if house > last:
        return house
    for place in range(last + 1, min(last + _REACH, len(words) - 1)):
        if words[place].lower in _NUMBERED and _is_house(words, place + 1):
            return _extras(words, place + 1)
        if words.opens(place + 1):
            break
    return last


def _house(words: Words, last: int) -> int:
    """The last word of the house number after a street, in figures or words; `last` when none."""
    place = last + 1
    if words.after(last) in ("op", "aan") and words.after(last, 2) in _NUMBERED:
        place = last + 3
    elif words.after(last) in _NUMBERED or (
        words.after(last) in ("op", "kavel", "deur") and words[last + 2].marks & (NUMERAL | DIGITS)
    ):
        place = last + 2
    if words.gap(place).strip(" ,|") or len(words.gap(place)) > 3 or not _is_house(words, place):
        return last
    return _extras(words, place)


def _is_house(words: Words, place: int) -> bool:
    if place >= len(words):
        return False
    word, after = words[place], words.text[words.stop(place) : words.stop(place) + 10]
    if word.marks & DIGITS:
        return (
            bool(_HOUSE.fullmatch(word.text))
            and not _YEAR.fullmatch(word.text)
            and not _NO_HOUSE.match(after)
        )
    return word.lower in NUMERALS and word.lower != "een" and words[place + 1].lower not in _UNITS


def _extras(words: Words, place: int) -> int:
    """Takes in what belongs to a house number: "12 bis A", "vijfenveertig drie hoog", "9 II"."""
    last = place
    while words.touches(last + 1) and _belongs(words, last + 1):
        last += 1
    return last


def _belongs(words: Words, index: int) -> bool:
    word = words[index]
    if word.lower in _EXTRA or (
        len(word.text) == 1 and word.text.isalpha() and word.lower not in "uk"
    ):
        return True
    return bool(word.marks & NUMERAL) and (
        words[index + 1].lower in _EXTRA or bool(words[index - 1].marks & NUMERAL)
    )
