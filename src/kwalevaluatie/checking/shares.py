"""Counts of people with their whole: "vijf van de elf", "van de acht hebben er drie"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kwalevaluatie.checking.groups import PLAIN_GROUP, GroupClass, group_class
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Sentence

ADJECTIVES = (
    "(?:(?:gesproken|geïnterviewde|geinterviewde|ondervraagde|bevraagde|deelnemende|"
    "verschillende|betrokken|"
    r"benaderde|bezochte|onderzochte|overige|andere|\w+(?:ende|erde|elde|igde))\s+){0,2}"
)
NOUN = rf"(?P<noun>(?:[\w-]+-)?(?:{PLAIN_GROUP}))(?![\w])"
_OF = re.compile(
    rf"(?P<k>{COUNT}|geen|niemand)\s+(?:\w+\s+)?van\s+(?:de|alle|onze|deze|die|in\s+totaal|"
    r"het\s+totaal\s+van)\s*"
    rf"(?P<n>{COUNT})(?P<adjectives>(?:\s+{ADJECTIVES})?)(?:(?<=\s){NOUN})?"
)
_FIRST = re.compile(
    rf"(?:van|onder|bij)\s+(?:de|alle|onze|deze|in\s+totaal|het\s+totaal\s+van)\s+(?P<n>{COUNT})\s+"
    rf"(?P<adjectives>{ADJECTIVES}){NOUN}"
)
_FIRST_K = re.compile(
    r"(?:\ber\b|\bwaren\b|\bhebben\b|\bheeft\b|\bzijn\b|\bis\b|\b\w+(?:en|t|de|"
    rf"den)\b)\s+(?:er\s+)?(?P<k>{COUNT})(?!\s+(?:keer|maal|jaar|maanden|weken|uur|dagen))"
)
_OF_THEM = re.compile(
    rf"(?P<k>{COUNT})\s+(?:inwoners?\s+)?van\s+(?:hen|deze\s+groep|deze\s+mensen|deze\s+\w+)\b"
)


@dataclass(frozen=True)
class Share:
    """So many of so many, in a sentence; `whole` tells where the denominator stands."""

    sentence: Sentence
    start: int
    stop: int
    k: int
    n: int
    noun: str
    group: GroupClass | None
    implied: bool = False


def shares_of(sentences: Sequence[Sentence]) -> Iterator[Share]:
    """All shares of a report; "twee van hen" takes the whole of the share before it."""
    before: Share | None = None
    for sentence in sentences:
        if before and not _near(before.sentence, sentence):
            before = None
        for share in _in_sentence(sentence, before):
            yield share
            before = share


def _near(one: Sentence, other: Sentence) -> bool:
    return one.section is other.section and other.index - one.index <= 2


def _in_sentence(sentence: Sentence, before: Share | None) -> list[Share]:
    found = [*_of(sentence), *_first(sentence)]
    whole = found[-1] if found else before
    if whole:
        found += _of_them(sentence, whole)
    return sorted(found, key=lambda one: one.start)


def _of(sentence: Sentence) -> Iterator[Share]:
    for match in _OF.finditer(sentence.lower):
        k = 0 if match["k"] in ("geen", "niemand") else count_value(match["k"])
        yield _share(sentence, match, k, match.start())


def _first(sentence: Sentence) -> Iterator[Share]:
    for match in _FIRST.finditer(sentence.lower):
        if _OF.search(sentence.lower, max(match.start() - 30, 0), match.end()):
            continue
        k = _FIRST_K.search(sentence.lower, match.end(), match.end() + 60)
        if k:
            share = _share(sentence, match, count_value(k["k"]), match.start())
            yield replace(share, stop=k.end())


def _of_them(sentence: Sentence, before: Share) -> Iterator[Share]:
    for match in _OF_THEM.finditer(sentence.lower):
        yield replace(
            before,
            sentence=sentence,
            start=match.start(),
            stop=match.end(),
            k=count_value(match["k"]),
            implied=True,
        )


_WITH = re.compile(rf"\s+met\s+(?:de\s+)?{NOUN}")


def _share(sentence: Sentence, match: re.Match[str], k: int, start: int) -> Share:
    noun = match["noun"] or ""
    n = count_value(match["n"])
    group, stop = group_class(noun), match.end()
    with_ = _WITH.match(sentence.lower, stop) if group == "gesprekken" else None
    if with_:
        group, stop = group_class(with_["noun"]), with_.end()
    return Share(sentence, start, stop, k, n, noun, group)
