"""Follows a statement from results to conclusions: does it stay as strong as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.checking.groups import GroupClass, groups_in
from kwalevaluatie.checking.quantifiers import Quantifier, quantifiers_in
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.shares import shares_of
from kwalevaluatie.checking.subjects import overlap
from kwalevaluatie.checking.whose import place_of
from kwalevaluatie.model.reported import Remark

RULE = "verschuivend woord"
SHARED, RARE, LEAST_OVERLAP = 2, 10, 0.15
_NOT_ALL = re.compile(r"\bniet (?:alle|iedereen|elke|iedere)\b")
_DENIED = re.compile(r"\b(?:niet|geen|nooit|nauwelijks|zonder|mist|missen|ontbr\w+)\b")
_FAR, NEAR = 2, 70


@dataclass(frozen=True)
class Said:
    """How many, of whom, of what: a statement by word, or by a share in percent."""

    sentence: Sentence
    start: int
    stop: int
    word: Quantifier | None
    percent: float | None
    strength: int
    group: GroupClass | None
    denied: bool


def remarks(reading: Reading) -> Iterator[Remark]:
    """Statements in summary or conclusions that are much stronger or weaker than in the results."""
    said = [*_by_word(reading), *_by_share(reading)]
    common = _common(reading)
    results = [one for one in said if one.sentence.role == "resultaten"]
    bare = [one for one in said if one.sentence.role in ("conclusie", "samenvatting")]
    ends = [one for one in bare if one.word is None or not _has_number(one)]
    for end in ends:
        other = _drifted(end, results, common)
        if other:
            yield _drift(end, other)


def _has_number(one: Said) -> bool:
    """Whether a count or percentage stands beside the word, so that it is checked against that."""
    return any(
        number.kind == "percentage" or (number.kind == "aantal" and number.value > 1)
        for number in one.sentence.numbers
        if abs(number.start - one.stop) < NEAR or abs(one.start - number.stop) < NEAR
    )


def _common(reading: Reading) -> frozenset[str]:
    """The stems that stand in so many sentences that they tell little."""
    counts: dict[str, int] = {}
    for sentence in reading.sentences:
        for stem in sentence.stems:
            counts[stem] = counts.get(stem, 0) + 1
    most = max(RARE, len(reading.sentences) // 15)
    return frozenset(stem for stem, count in counts.items() if count > most)


def _by_word(reading: Reading) -> Iterator[Said]:
    for sentence in reading.sentences:
        if sentence.role == "bijlage":
            continue
        for word in quantifiers_in(sentence.lower):
            yield _said(sentence, word.start, word.stop, word, None, word.strength)
        for match in _NOT_ALL.finditer(sentence.lower):
            yield _said(sentence, match.start(), match.end(), None, None, 1)


def _by_share(reading: Reading) -> Iterator[Said]:
    for share in shares_of(reading.sentences):
        if share.n >= 5 and share.sentence.role == "resultaten":
            percent = 100 * share.k / share.n
            yield _said(share.sentence, share.start, share.stop, None, percent, 0)


def _said(
    sentence: Sentence,
    start: int,
    stop: int,
    word: Quantifier | None,
    percent: float | None,
    strength: int,
) -> Said:
    groups = groups_in(sentence.lower[stop : stop + 60])
    denied = bool(_DENIED.search(sentence.lower[stop:])) or sentence.lower.startswith("niet", start)
    group = groups[0][0] if groups else None
    return Said(sentence, start, stop, word, percent, strength, group, denied)


def _drifted(end: Said, results: Sequence[Said], common: frozenset[str]) -> Said | None:
    for one in results:
        shared = (one.sentence.stems & end.sentence.stems) - common
        if overlap(one.sentence.stems, end.sentence.stems) < LEAST_OVERLAP:
            continue
        place = place_of(end.sentence.lower)
        if place and place_of(one.sentence.lower) != place:
            continue
        long = [stem for stem in shared if len(stem) >= 6]
        same_group = one.group is None or end.group is None or one.group == end.group
        if len(long) >= SHARED and same_group and one.denied == end.denied and _differs(one, end):
            return one
    return None


def _differs(one: Said, end: Said) -> bool:
    if one.percent is not None:
        return bool(end.word) and end.word is not None and not _roughly(end.word, one.percent)
    return one.strength > 0 and end.strength > 0 and abs(one.strength - end.strength) > _FAR


def _roughly(word: Quantifier, percent: float) -> bool:
    return word.low - 5 <= percent <= word.high + 5


def _drift(end: Said, other: Said) -> Remark:
    words = [one.sentence.text[one.start : one.stop].strip() for one in (end, other)]
    message = (
        f"Hier staat “{words[0]}”, op regel {other.sentence.line} “{words[1]}”, zo te zien over "
        "hetzelfde. "
        "Laat de conclusie even sterk zijn als de uitkomst, en noem het aantal."
    )
    return remark(
        end.sentence, RULE, "let op", message, (end.start, end.stop), [other.sentence.line]
    )
