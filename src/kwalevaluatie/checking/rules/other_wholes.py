"""Finds one count or percentage that is given of two different wholes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.topics import Topic, cut
from kwalevaluatie.checking.voiced import clause
from kwalevaluatie.checking.whose import who
from kwalevaluatie.model.reported import Remark

RULE = "noemer"
ALIKE, SHARED, LEAST, LARGE = 0.5, 2, 4, 20
_NOUN = r"(?:\w+e )?(?P<noun>[a-zà-ÿ-]{5,}(?:en|s))(?![\w])"
_SHARE = re.compile(
    rf"(?P<k>{COUNT}) van (?:de|alle|onze) (?P<n>{COUNT}) {_NOUN}"
    rf"|\bvan (?:de|alle|onze) (?P<n2>{COUNT}) {_NOUN.replace('<noun>', '<noun2>')}"
    rf"(?:(?!{COUNT})[^.;:]){{1,60}}?\b(?:er )?(?P<k2>{COUNT})(?!\s+(?:jaar|maand|weken|keer|uur))"
)
_PERCENT_OF = re.compile(
    rf"(?P<p>\d{{1,3}})(?:,\d)?\s?% van de (?:(?P<n>{COUNT}) )?(?P<noun>{PLAIN_GROUP})(?![\w])"
)
_ENDS = ("samenvatting", "conclusie")


@dataclass(frozen=True, eq=False)
class Part:
    """So many of so many of a noun, and what about."""

    sentence: Sentence
    start: int
    stop: int
    k: int
    n: int
    noun: str
    topic: Topic


def remarks(reading: Reading) -> Iterator[Remark]:
    """The same count or percentage on the same subject, of another whole."""
    parts = [*_parts(reading)]
    yield from _same_count(reading, parts)
    yield from _same_percentage(reading, parts)


def _parts(reading: Reading) -> Iterator[Part]:
    for sentence in reading.sentences:
        if sentence.role in ("methode", "bijlage"):
            continue
        for match in _SHARE.finditer(sentence.lower):
            noun = match["noun"] or match["noun2"]
            k = count_value(match["k"] or match["k2"])
            n = count_value(match["n"] or match["n2"])
            topic = reading.topics.topic(clause(sentence.lower, match.span(), who(noun), True))
            if 1 < k <= n and n >= LEAST:
                yield Part(sentence, *match.span(), k, n, noun, topic)


def _without(lower: str, noun: str) -> str:
    return " ".join(word for word in re.findall(r"[a-zà-ÿ]+", lower) if cut(word) != cut(noun))


def _same_count(reading: Reading, parts: Sequence[Part]) -> Iterator[Remark]:
    """Eight of the eleven here and eight of the thirteen there, of the same people on the same."""
    for end in parts:
        if end.sentence.role not in _ENDS:
            continue
        same = [one for one in parts if one.k == end.k and cut(one.noun) == cut(end.noun)]
        alike = [one for one in same if _is_on_same(reading, end, one)]
        if alike and all(one.n != end.n for one in alike):
            other = alike[0]
            message = (
                f"Hier staat {end.k} van de {end.n} {end.noun}, op regel {other.sentence.line} "
                f"{other.k} van de {other.n}, zo te zien over hetzelfde. Kijk na welk geheel "
                "goed is."
            )
            span, lines = (end.start, end.stop), [other.sentence.line]
            yield remark(end.sentence, RULE, "let op", message, span, lines)


def _same_percentage(reading: Reading, parts: Sequence[Part]) -> Iterator[Remark]:
    """A percentage of all, where the chapter has it of those who work or answered."""
    for sentence in reading.sentences:
        match = _PERCENT_OF.search(sentence.lower) if sentence.role in _ENDS else None
        if not match:
            continue
        topic = reading.topics.topic(_without(sentence.lower, match["noun"]))
        percent, n = int(match["p"]), count_value(match["n"] or "0")
        for one in parts:
            chapter = one.sentence.role not in _ENDS and _other(one, match["noun"], n)
            fits = abs(100 * one.k / one.n - percent) <= 1 / 2 + 0.1
            if chapter and fits and _alike(reading, topic, one.topic):
                message = (
                    f"{percent} procent is op regel {one.sentence.line} {one.k} van de {one.n} "
                    f"{one.noun}, en dat zijn niet “{match['noun']}”. Schrijf van wie dit geldt."
                )
                lines = [one.sentence.line]
                yield remark(sentence, RULE, "let op", message, match.span(), lines)
                break


def _other(one: Part, noun: str, n: int) -> bool:
    """Whether a percentage is said of other people than a count: another number, or noun."""
    if n:
        return n != one.n
    return cut(one.noun) != cut(noun) and not who(one.noun).general


def _alike(reading: Reading, one: Topic, other: Topic) -> bool:
    shared = one.bases & other.bases
    weights = [reading.topics.weight(topic.bases) for topic in (one, other)]
    part = reading.topics.weight(shared) / max(min(weights), 0.1)
    return bool(shared) and (part >= ALIKE or len(shared) > SHARED)


def _is_on_same(reading: Reading, end: Part, one: Part) -> bool:
    """Whether two parts in other sections are on the same; a large count needs less for that."""
    apart = one.sentence.section is not end.sentence.section
    denied = one.topic.denied == end.topic.denied and _alike(reading, end.topic, one.topic)
    rare = end.k >= LARGE and bool(end.topic.bases & one.topic.bases)
    return apart and (denied or rare)
