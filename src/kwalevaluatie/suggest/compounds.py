"""The parts of a Dutch compound: kennismakingsgesprek → kennismaking, gesprek.

A word is cut where both sides are words themselves, as in Koehn and Knight, "Empirical Methods
for Compound Splitting" (EACL 2003). They rank the ways by how frequent the parts are; there is
no list of frequencies here, so known words come before compounds of known words, and parts of
even length before a long and a short one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kwalevaluatie.suggest.irregular import NOT_INFLECTED
from kwalevaluatie.suggest.lemmas import (
    PARTICLES,
    PREFIXES,
    entry,
    inflects,
    is_noun,
    is_verb,
    lemma,
)

LONGEST = 45
SHORTEST, USUAL = 3, 4
LONG = 6

LOAN_WORDS = frozenset(
    """
    buddy carver carving case caseload coaching doorstroom empowerment hunter hunting instroom
    intake job jobcoach jobhunter load outreach participatie quickscan scan tool uitstroom
    """.split()
)
SHORT_FIRST = frozenset(
    """
    app bad bak bed bel bol bus dag dak doe duo eis gas gym hef huid ijs jas job kas kat kip kop
    las leg les lip man map mat moe nek oog oor pas pin rij rug ski sms spa tas tip tuk vak vee
    vis was web weg wet wil win zak zee zin zon
    """.split()
)
SHORT_LAST = frozenset(
    """
    app bus dag eis jas les lid man map nood pas pot rit rol uur wet zin
    """.split()
)
FIRST = frozenset(("thuis",))
NOT_FIRST = (frozenset((*PARTICLES, *PREFIXES)) - FIRST) | frozenset(
    "acht aller anti daar dezelfde een hier ieder maar mini multi naar niet onze para prak waar "
    "wel zelf".split()
)
NOT_LAST = frozenset(
    """
    achtig baar chap ding elijk heid king lijk ling loos loosheid maal matig naar rally ratuur
    rijk ring schap sing staal ster tehuis thuis ting vaardig vol waardig wijze zaam
    """.split()
)
WITH_S = ("ing", "heid", "teit", "leid", "schap", "er", "or")
DERIVED = ("heid", "iteit", "atie", "ering", "schap")
WHOLE = frozenset(
    """
    aardbeving antwoord automaat begeleiding burgemeester deelnemer dinsdag donderdag huishouden
    loopbaan maandag maatregel maatschappij vakmanschap vandaag vanzelf voorbeeld vrijdag
    vrijwilliger weekend werkgever werknemer wethouder woensdag zaterdag zelfvertrouwen zondag
    """.split()
)


@lru_cache(maxsize=200_000)
def compound_parts(word: str) -> tuple[str, ...]:
    """The parts of a lower-case compound without linking letters; a simple word as it is."""
    base = lemma(word)
    cut = None if base in WHOLE or is_verb(base) else _cut(base)
    return cut or (word,)


@lru_cache(maxsize=50_000)
def _cut(word: str) -> tuple[str, str] | None:
    """A word in two, or None for a simple word."""
    if len(word) > LONGEST or word in WHOLE or _derived(word):
        return None
    places = range(SHORTEST, len(word) - SHORTEST + 1)
    ways = [way for place in places if (way := _way(word[:place], word[place:]))]
    return max(ways, key=lambda way: way[0])[1] if ways else None


def _derived(word: str) -> bool:
    """Whether this is one word with something before it: ondersteuning, samenwerking."""
    starts = (start for start in (*PARTICLES, *PREFIXES) if word.startswith(start))
    rests = [word[len(start) :] for start in starts if start not in FIRST]
    return any(len(rest) > SHORTEST and is_noun(rest) for rest in rests)


def _way(first: str, last: str) -> tuple[tuple[int, int, int], tuple[str, str]] | None:
    """How good it is to cut here, and the parts; None when these are no two words."""
    known_last = _last_known(last)
    start = _first_part(first, last) if known_last else None
    if not start:
        return None
    known_first, form = start
    evenness = min(len(first), len(last))
    return (known_first + known_last, evenness, len(first)), (form, last)


@lru_cache(maxsize=50_000)
def _last_known(last: str) -> int:
    """2 for a word that can end a compound, 1 for a compound of such words, otherwise 0."""
    if last in NOT_LAST or (len(last) < USUAL and last not in SHORT_LAST):
        return 0
    listed = last in LOAN_WORDS or last in NOT_INFLECTED or (is_noun(last) and not is_verb(last))
    compound = len(last) > LONG and _cut(last) is not None
    return 1 if compound else 2 * listed


def _first_part(first: str, last: str) -> tuple[int, str] | None:
    """How well known the first part is (2, 1), and its form without the linking letters."""
    if first in NOT_FIRST or (len(first) < USUAL and first not in SHORT_FIRST):
        return None
    forms = [form for form in _unlinked(first) if not _takes_s(form, first, last)]
    if known := next((form for form in forms if _can_lead(form)), None):
        return 2, known
    compound = next((form for form in forms if len(form) > LONG and _cut(form)), None)
    return (1, compound) if compound else None


def _takes_s(form: str, first: str, last: str) -> bool:
    """Whether the s in between belongs to the last part: doel-stelling, no doels-telling."""
    linked = first == form + "s" and not form.endswith(WITH_S)
    return linked and is_noun("s" + last)


@lru_cache(maxsize=50_000)
def _unlinked(first: str) -> tuple[str, ...]:
    """The first part as it may be listed: itself, its lemma, without -s, -en, -e, -n."""
    return tuple(_forms(first.removesuffix("-")))


def _forms(first: str) -> Iterator[str]:
    if lemma(first) + "s" == first:
        yield lemma(first)
    if inflects(first) or first in NOT_INFLECTED or not first.endswith("s"):
        yield from _as_is(first)
    for link in ("s", "en", "e", "n"):
        form = first.removesuffix(link)
        if form != first and (len(form) >= USUAL or form in SHORT_FIRST):
            yield form
    yield first


def _as_is(first: str) -> Iterator[str]:
    if is_noun(first):
        yield first
    base = lemma(first)
    yield first if is_verb(base) else base


def _can_lead(form: str) -> bool:
    if form in NOT_FIRST:
        return False
    derived = len(form) > 2 * USUAL and form.endswith(DERIVED)
    return derived or entry(form) is not None or form in LOAN_WORDS or form in FIRST
