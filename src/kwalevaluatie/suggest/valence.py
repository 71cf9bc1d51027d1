"""How a sentence values what it speaks of: a first, cautious guess.

Words and idioms of praise and blame, turned where they are denied; a guess for the reviewer,
never a count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kwalevaluatie.model import Valence
from kwalevaluatie.suggest.negation import negated
from kwalevaluatie.suggest.negation_words import CUES
from kwalevaluatie.suggest.valence_words import (
    BURDENS,
    CONTRASTS,
    GOING,
    NEGATIVE,
    NEGATIVE_IDIOMS,
    POSITIVE,
    POSITIVE_IDIOMS,
    RELIEFS,
    SAYING,
    WISHES,
)

GAP = 3
ANY = "_"


class Hit(NamedTuple):
    """A word or idiom that values something: where it stands, and 1 for praise, -1 for blame.

    An idiom that denies by itself ("geen probleem") is not turned once more.
    """

    start: int
    stop: int
    sign: int
    denies: bool = False


class Idiom(NamedTuple):
    """Words in a row that mean something together, with two of them to look for first."""

    words: tuple[str, ...]
    second: str
    last: str
    sign: int
    denies: bool


class Lexicon(NamedTuple):
    """The sign of each word, and the idioms by their first word, the longest first."""

    words: Mapping[str, int]
    idioms: Mapping[str, Sequence[Idiom]]


def valence_of(
    forms: Sequence[str], lemmas: Sequence[str], reversed_polarity: bool = False
) -> Valence:
    """How the speaker values what the words of a passage speak of.

    With `reversed_polarity` the passage speaks of something that is a burden, so that its denial
    alone is good news: no obligation, nobody new.
    """
    found = [hit for hit in hits(forms, lemmas) if _is_own(forms, hit)]
    valued = [(hit.start, _turned(forms, hit)) for hit in found]
    if not valued and reversed_polarity:
        valued = list(_burdens(forms, lemmas))
    return _balance(valued, _contrast(forms))


def _balance(valued: Sequence[tuple[int, int]], contrast: int) -> Valence:
    """One value out of praise and blame; what comes after a contrast weighs double."""
    before = {sign for place, sign in valued if place < contrast}
    after = {sign for place, sign in valued if place > contrast}
    weighed = sum(sign * (2 if place > contrast else 1) for place, sign in valued)
    if not valued:
        return "neutraal"
    if weighed == 0 or (len(before) == len(after) == 1 and before != after):
        return "gemengd"
    return "positief" if weighed > 0 else "negatief"


def _contrast(forms: Sequence[str]) -> int:
    """The place of the last word that sets what follows against what came before; -1: none."""
    places = (place for place, form in enumerate(forms) if form in CONTRASTS)
    return max(places, default=-1)


def _is_own(forms: Sequence[str], hit: Hit) -> bool:
    """Whether the speaker says this and means it: no quotation, no wish."""
    before = forms[: hit.start]
    if before.count('"') % 2:
        return False
    if hit.sign > 0:
        return WISHES.isdisjoint(forms)
    return ":" not in before or SAYING.isdisjoint(before)


def _burdens(forms: Sequence[str], lemmas: Sequence[str]) -> Iterator[tuple[int, int]]:
    """What weighs on somebody, or is lifted when it is denied."""
    for place, either in enumerate(zip(forms, lemmas, strict=True)):
        sign = -1 if not BURDENS.isdisjoint(either) else 1 if not RELIEFS.isdisjoint(either) else 0
        if sign:
            yield place, _turned(forms, Hit(place, place + 1, sign))


def hits(forms: Sequence[str], lemmas: Sequence[str]) -> Iterator[Hit]:
    """The idioms and words of praise and blame, from left to right, without overlap."""
    known = _lexicon()
    present = {ANY, *forms, *lemmas}
    free = 0
    for place, (form, base) in enumerate(zip(forms, lemmas, strict=True)):
        if place < free:
            continue
        likely = [
            idiom
            for key in ((form,) if form == base else (form, base))
            for idiom in known.idioms.get(key, ())
            if idiom.second in present and idiom.last in present
        ]
        hit = _idiom(likely, forms, lemmas, place) or _word(known, form, base, place)
        if hit:
            yield hit
            free = hit.stop


def _word(known: Lexicon, form: str, base: str, place: int) -> Hit | None:
    sign = known.words.get(form) or known.words.get(base)
    return Hit(place, place + 1, sign, form in CUES) if sign else None


def _idiom(
    likely: Iterable[Idiom], forms: Sequence[str], lemmas: Sequence[str], place: int
) -> Hit | None:
    for idiom in likely:
        if stop := _matched(forms, lemmas, place, idiom.words):
            return Hit(place, stop, idiom.sign, idiom.denies)
    return None


def _matched(
    forms: Sequence[str], lemmas: Sequence[str], place: int, idiom: tuple[str, ...]
) -> int:
    """Where an idiom that begins here ends, or 0 when it does not."""
    place, gap = place + 1, 0
    for part in idiom[1:]:
        if part == ANY:
            gap = GAP
            continue
        places = range(place, min(place + gap + 1, len(forms)))
        found = next((at for at in places if part in (forms[at], lemmas[at])), -1)
        if found < 0 or any(forms[at] in ".,:;?!" for at in range(place, found)):
            return 0
        place, gap = found + 1, 0
    return place


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    """The words and idioms, made ready to be looked up."""
    words = dict.fromkeys(POSITIVE, 1) | dict.fromkeys(NEGATIVE, -1)
    idioms: dict[str, list[Idiom]] = defaultdict(list)
    for text, sign in ((POSITIVE_IDIOMS, 1), (NEGATIVE_IDIOMS, -1)):
        for said in (tuple(line.split()) for line in text.replace("|", "\n").splitlines()):
            if len(said) == 1:
                words[said[0]] = sign
            elif said:
                denies = not CUES.isdisjoint(said)
                idioms[said[0]].append(Idiom(said, said[1], said[-1], sign, denies))
    for found in idioms.values():
        found.sort(key=lambda idiom: -len(idiom.words))
    return Lexicon(words, dict(idioms))


def _turned(forms: Sequence[str], hit: Hit) -> int:
    """The sign of a hit in its sentence: turned where it is denied, or grows less."""
    before = forms[hit.start - 1] if hit.start else ""
    if hit.denies:
        return hit.sign
    if before == "te" and hit.stop == hit.start + 1:
        return -1
    turns = before == "minder" or (hit.sign < 0 and _goes(forms, hit))
    return -hit.sign if turns != _is_denied(forms, hit) else hit.sign


def _is_denied(forms: Sequence[str], hit: Hit) -> bool:
    inside = not CUES.isdisjoint(forms[hit.start : hit.stop])
    return inside or negated(forms, hit.start, hit.stop)


def _goes(forms: Sequence[str], hit: Hit) -> bool:
    """Whether something bad is said to go away: dat nam de onzekerheid weg."""
    return not GOING.isdisjoint(forms[hit.stop : hit.stop + 3])
