"""Finds companies, foundations, schools and public bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kwalevaluatie.privacy.finding import lexicon
from kwalevaluatie.privacy.finding.phrases import Phrases
from kwalevaluatie.privacy.finding.words import (
    CAPITAL,
    CAPITALS,
    COUNTRY,
    DIGITS,
    FIRM,
    FIRM_WORDS,
    FREQUENT,
    GIVEN,
    MOST_WORDS,
    NAME,
    ORDINARY,
    PLACE,
    PREFIX,
    SURNAME,
    Words,
)
from kwalevaluatie.privacy.found import Identifier, identifier

_LAST = frozenset(
    """groep bv b.v nv vof bouw transport zorg college lyceum techniek installaties logistics
    logistiek uitzendbureau uitzendbureaus advies schoonmaak catering bakkers bakkerij holding
    group services solutions metaal tuinen wonen welzijn techniek beveiliging facilitair
    international thuiszorg kinderopvang verhuizingen verhuur makelaars mode optiek schilders
    schilderwerken hoveniers autoservice automotive koffie""".split()
)
_WORKED = frozenset(
    """werk werkte werkt werken gewerkt baan baantje stage stageplek dienst begonnen aangenomen
    begon gesolliciteerd solliciteren solliciteerde vrijwilligerswerk vrijwilliger werkgever
    ontslagen beginnen vakkenvuller schoonmaker schoonmaakster stagiair contract chauffeur magazijn
    inpakken uitzendkracht kok orderpicker collega bijbaan proefplaatsing werkervaringsplek
    gezeten jaarcontract baas""".split()
)
_SCHOOL = frozenset(
    "school zit les basisschool middelbare groep klas mbo vmbo havo vwo leerling".split()
)
_PRODUCTS = frozenset(
    """digid whatsapp facebook google instagram teams zoom excel word outlook youtube netflix bosch
    philips samsung apple""".split()
)
_KINDS = re.compile(
    r"\w{2,}(?:stichting|bank|punt|centrum|huis|school|bureau|kantoor|groep|zorg|hulp|bewind|"
    r"werk|dienst|bedrijf|winkel|college|kwekerij|deurwaarders?|vereniging|praktijk|kerk|club|bouw)$"
)
_AT = frozenset("bij via".split())
_REACH = 7
_TRADE = 7
_STOP = frozenset("ik hij zij ze we wij je jij u jullie het de een dat die er".split())


@cache
def _listed() -> Phrases:
    return Phrases.of(lexicon.organisations())


def find_organisations(words: Words) -> Iterator[Identifier]:
    """Organisations on the list, and names that their form or the words around them show."""
    done = 0
    phrases = _listed()
    for index in words.telling(FIRM):
        if index < done:
            continue
        stop = phrases.match(words, index)
        if listed := bool(stop and _is_meant(words, index, stop)):
            done = max(stop, _by_form(words, index))
        else:
            done = max(done, _by_form(words, index) or _by_place(words, index))
        if done > index:
            yield _organisation(words, index, done, listed)


def _organisation(words: Words, first: int, stop: int, listed: bool) -> Identifier:
    start, end = words.start(first), words.stop(stop - 1)
    employer = any(words.before(first, away) in _WORKED for away in range(1, _REACH)) or (
        words.after(stop - 1) in ("gewerkt", "werk", "werkte", "gezeten", "begonnen")
    )
    public = listed and bool(words[first].marks & CAPITALS)
    role = "werkgever" if employer and not public else "organisatie"
    direct = role == "werkgever" or not listed
    return identifier(words.text, start, end, "organisatie", 0.8, label=role, direct=direct)


def _is_meant(words: Words, index: int, stop: int) -> bool:
    """Whether a name on the list is meant: "Action" the shop, not "action" the word."""
    word, several = words[index], stop - index > 1
    other = word.marks & (ORDINARY | GIVEN | SURNAME | PLACE | COUNTRY)
    if word.bare in _PRODUCTS or (words.cased and several and not words[stop - 1].marks & CAPITAL):
        return False
    if word.marks & CAPITAL or words[stop - 1].marks & CAPITAL:
        return several or not other or not words.opens(index) or bool(word.marks & CAPITALS)
    if several or not other:
        return True
    return (
        not words.cased
        and words.before(index) in ("bij", "via", "het")
        and not word.marks & FREQUENT
        and not word.marks & GIVEN
    )


def _by_form(words: Words, index: int) -> int:
    """The place after "Stichting De Brug" or "Van den Brink Transport"; nought when not."""
    word = words[index]
    if word.lower in FIRM_WORDS or _is_kind(words, index):
        stop = _capitals(words, index + 1) if words.cased else _uncommon(words, index + 1)
        if stop > index + 1 and not words.opens(index + 1):
            return stop
    if not word.marks & CAPITAL or words.opens(index):
        return 0
    stop = _capitals(words, index)
    last = words[stop - 1]
    surname = word.marks & SURNAME and not word.marks & GIVEN
    trade = surname and last.marks & ORDINARY and not last.marks & (NAME | FREQUENT)
    trade = trade and len(last.text) > _TRADE
    known = last.lower in _LAST or last.lower in FIRM_WORDS or trade
    return stop if known and stop - index > 1 else 0


def _is_kind(words: Words, index: int) -> bool:
    """Whether this says what sort of organisation follows: "Woonstichting", "Taalpunt"."""
    word = words[index]
    named = words.touches(index + 1) and bool(words[index + 1].marks & CAPITAL or not words.cased)
    return bool(word.marks & CAPITAL) == words.cased and named and bool(_KINDS.match(word.lower))


def _uncommon(words: Words, index: int) -> int:
    """The place after a row of unusual words, where no capitals are written."""
    stop = index
    if words[stop].lower in ("de", "het"):
        stop += 1
    if not words.touches(stop) or (
        words[stop].marks & FREQUENT and not words[stop].marks & (GIVEN | SURNAME)
    ):
        return index
    return stop + 1


def _capitals(words: Words, index: int) -> int:
    """The place after a row of words with capitals, with "van de" and "&" within it."""
    stop = index
    while stop < min(index + MOST_WORDS, len(words)):
        word = words[stop]
        if stop > index and not (words.touches(stop) or words.gap(stop).strip() in ("&", "'", ".")):
            break
        if (word.marks & CAPITAL and not (stop > index and words.opens(stop))) or (
            stop > index and word.marks & PREFIX and _named_on(words, stop)
        ):
            stop += 1
        else:
            break
    while stop > index and words[stop - 1].marks & PREFIX and not words[stop - 1].marks & CAPITAL:
        stop -= 1
    return stop


def _named_on(words: Words, index: int) -> bool:
    following = range(index + 1, min(index + 3, len(words)))
    return any(words[place].marks & CAPITAL for place in following) and words[index].lower != "in"


def _by_place(words: Words, index: int) -> int:
    """The place after an unknown name with a capital where one works or goes to school."""
    word = words[index]
    if not word.marks & CAPITAL or words.opens(index) or word.marks & (COUNTRY | DIGITS):
        return 0
    before = words.before(index)
    article = before in ("de", "het")
    at = words.before(index, 2) if article else before
    around = {words.before(index, away) for away in range(2, _REACH + 1)} | {
        words.after(index, away) for away in range(1, 4)
    }
    if at in _AT or (at == "van" and not article and word.marks & CAPITALS):
        person = word.marks & (GIVEN | SURNAME) and not (around & _WORKED)
        if word.marks & ORDINARY and not (around & _WORKED):
            return 0
        if person or word.marks & PLACE:
            return 0
        return _capitals(words, index)
    if article and at == "op" and around & _SCHOOL and not word.marks & ORDINARY:
        return _capitals(words, index)
    return 0
