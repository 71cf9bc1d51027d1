"""Finds words for how many that have outgrown the count in the chapters, or fallen behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.topics import Topic, Topics, cut
from kwalevaluatie.checking.voiced import Voiced, Voices
from kwalevaluatie.checking.whose import Who, is_limited, place_of
from kwalevaluatie.model.reported import Remark

RULE, BESIDE = "verschuivend woord", "woord en getal"
NEAR = 70
ENDS = ("samenvatting", "conclusie")
MARGIN, ALL, HALF, GAP = 3, 80, 50, 5
SHARED, PART, ALONE, AS_GOOD, BACK = 2, 0.5, 0.5, 0.8, 0.85


def remarks(reading: Reading) -> Iterator[Remark]:
    """Words for how many that do not fit what was counted on the same."""
    voices = Voices(reading)
    told = [one for one in voices.all if one.sentence.role == "resultaten"]
    counted = [one for one in told if one.counted]
    worded = [one for one in told if not one.counted and not one.bare]
    for said in voices.all:
        if said.counted or _has_number(said):
            continue
        if said.sentence.role in ENDS:
            known = any(_likeness(reading.topics, said, one) for one in counted)
            find, others = (_belied, counted) if known else (_worded, worded)
            other = find(reading.topics, said, others)
            if other:
                yield _drifted(said, other)
        elif said.sentence.role == "resultaten" and HALF < said.low < ALL and said.high == 100:
            near = [one for one in counted if _is_near(said.sentence, one.sentence)]
            other = _belied(reading.topics, said, near)
            if other:
                yield _no_majority(said, other)


def _is_near(sentence: Sentence, other: Sentence) -> bool:
    return other.section is sentence.section and other is not sentence


def _worded(topics: Topics, end: Voiced, worded: Sequence[Voiced]) -> Voiced | None:
    """A word in the chapters on the same that leaves no room for this one."""
    named = [one for one in worded if one.who.name == end.who.name or not end.who.noun]
    scored = [(_likeness(topics, end, one), one) for one in named]
    alike = [(score, one) for score, one in scored if score]
    if any(one.low <= end.high + GAP and end.low <= one.high + GAP for _, one in alike):
        return None
    return max(alike, key=lambda both: both[0])[1] if alike else None


def _has_number(end: Voiced) -> bool:
    """Whether a number beside the word lets a reader see what it stands for."""
    return any(
        one.kind == "percentage" or (one.kind == "aantal" and one.value > 1)
        for one in end.sentence.numbers
        if not end.start <= one.start < end.stop
        and (abs(one.start - end.stop) < NEAR or abs(end.start - one.stop) < NEAR)
    )


def _belied(topics: Topics, end: Voiced, counted: Sequence[Voiced]) -> Voiced | None:
    """The count on the same subject that a word does not fit, if no other fits it."""
    scored = [(_likeness(topics, end, one), one) for one in counted]
    alike = [(score, one) for score, one in scored if score]
    best = max((score for score, _ in alike), default=0.0)
    if any(_fits(end, one) for score, one in alike if score >= AS_GOOD * best):
        return None
    return next((one for score, one in alike if score == best), None)


def _likeness(topics: Topics, end: Voiced, one: Voiced) -> float:
    """How surely two statements are of the same people on the same; nought for others."""
    if not _same_people(end.who, one.who) or not _same_kind(end.topic, one.topic):
        return 0.0
    if not _same_part(end, one):
        return 0.0
    own, back = one.topic.bases, one.topic.bases | one.before
    shared = end.topic.bases & back
    if not shared or (own and not own & shared):
        return 0.0
    weight = topics.weight(shared)
    ours = weight / max(topics.weight(end.topic.bases), 0.1)
    theirs = topics.weight(shared & own) / max(topics.weight(own), 0.1) if own else PART
    named = end.who.noun != "" and end.who.name == one.who.name
    if len(shared) >= SHARED and max(ours, theirs) >= PART and min(ours, theirs) >= PART / 2:
        return weight * (1 + named) * (1 if own else BACK)
    alone = named and max(ours, theirs) >= ALONE and min(ours, theirs) >= PART / 2
    return weight * (1 + named) if alone else 0.0


def _same_kind(one: Topic, other: Topic) -> bool:
    """Whether both are denied or neither, and both have a measure of time or neither."""
    return one.denied == other.denied and one.measured == other.measured


def _same_part(end: Voiced, one: Voiced) -> bool:
    """Whether a statement on one place or part of the people is on that of the other."""
    parts = {is_limited(said.sentence.lower, said.who) for said in (end, one)}
    place = place_of(end.sentence.lower)
    there = not place or any(cut(word) == place for word in one.sentence.lower.split())
    return len(parts) == 1 and there


def _same_people(one: Who, other: Who) -> bool:
    if not one.noun or not other.noun:
        return True
    alike = one.kind == other.kind and (one.general or other.general)
    return one.name == other.name or alike


def _fits(end: Voiced, one: Voiced) -> bool:
    """Whether a word can be used for a share; a majority must be more than half."""
    strict = end.low >= ALL or HALF < end.low < HALF + 1
    low = end.low if strict else end.low - MARGIN
    return low <= one.low <= end.high + MARGIN


def _drifted(end: Voiced, other: Voiced) -> Remark:
    message = (
        f"Hier staat “{end.said}”, op regel {other.sentence.line} {other.said}, zo te zien over "
        "hetzelfde. Laat de conclusie even sterk zijn als de uitkomst, en noem het aantal."
    )
    span = (end.start, end.stop)
    return remark(end.sentence, RULE, "let op", message, span, [other.sentence.line])


def _no_majority(said: Voiced, other: Voiced) -> Remark:
    message = (
        f"“{said.said}” is meer dan de helft; op regel {other.sentence.line} staat {other.said}, "
        "zo te zien over hetzelfde. De grootste groep is nog geen meerderheid: noem het aantal."
    )
    span = (said.start, said.stop)
    return remark(said.sentence, BESIDE, "let op", message, span, [other.sentence.line])
