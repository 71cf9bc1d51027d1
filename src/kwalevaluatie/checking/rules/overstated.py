"""Finds "alle" and "vrijwel iedereen" at the end of what a chapter counted as fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP, groups_in
from kwalevaluatie.checking.quantifiers import quantifiers_in
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.roots import likeness, roots
from kwalevaluatie.checking.shares import Share, shares_of
from kwalevaluatie.model.reported import Remark

RULE = "verschuivend woord"
FEWEST, ALIKE, FAR_OFF, ALMOST, FEWEST_PEOPLE, WHO = 2, 0.5, 8, 97, 5, 40
_ENDS = ("samenvatting", "conclusie")
_ALL = re.compile(
    r"(?<!niet )(?<!bijna )(?<!vrijwel )(?<!nagenoeg )(?<!van )(?<!voor )(?<!aan )(?<!met )"
    rf"\b(?:alle|elke|iedere)\s+(?:\w+e\s+)?(?:{PLAIN_GROUP})(?![\w])|(?<!niet )(?<!bijna )"
    r"(?<!vrijwel )(?<!nagenoeg )(?<!voor )\b(?:iedereen|niemand uitgezonderd)\b"
)
_NONE = re.compile(rf"\b(?:geen van de|geen enkele|niemand van de)\s+(?:{PLAIN_GROUP})|\bniemand\b")
_DENIED = re.compile(r"\b(?:niet|geen|nooit|nauwelijks|zonder|on(?=tevreden|duidelijk))\b")
_PEOPLE = re.compile(rf"(?<![\w])(?:\w+-)?(?:{PLAIN_GROUP})(?![\w])")

Claim = tuple[int, int, float, float]


def remarks(reading: Reading) -> Iterator[Remark]:
    """What summary or conclusions say of all or most, where a count in the chapters is lower."""
    shares = [one for one in shares_of(reading.sentences) if _is_result(one)]
    for sentence in reading.sentences:
        if sentence.role not in _ENDS:
            continue
        for claim in _claims(sentence):
            other = next((one for one in shares if _belies(sentence, claim, one)), None)
            if other:
                yield _remark(sentence, claim, other)
                break


def _is_result(share: Share) -> bool:
    return share.n >= FEWEST_PEOPLE and share.sentence.role not in (*_ENDS, "methode", "bijlage")


def _claims(sentence: Sentence) -> Iterator[Claim]:
    """The words for all, none or most without a number beside them, with the shares that fit."""
    if any(one.kind in ("aantal", "percentage") for one in sentence.numbers):
        return
    for match in _ALL.finditer(sentence.lower):
        yield *match.span(), ALMOST, 100
    for match in _NONE.finditer(sentence.lower):
        yield *match.span(), 0, 100 - ALMOST
    for word in quantifiers_in(sentence.lower):
        if word.strength >= 4 or word.high < 50:
            yield word.start, word.stop, word.low, word.high


def _belies(sentence: Sentence, claim: Claim, share: Share) -> bool:
    start, stop, low, high = claim
    percent = 100 * share.k / share.n
    if low - FAR_OFF < percent < high + FAR_OFF and not (low >= ALMOST and percent < ALMOST):
        return False
    denied = [bool(_DENIED.search(text)) for text in (_after(sentence.lower, stop), _said(share))]
    groups = {group for group, _, _ in groups_in(sentence.lower[start : stop + WHO // 2])}
    same = not groups or share.group is None or share.group in groups
    shared, part = likeness(_about(_after(sentence.lower, start)), _about(_said(share)))
    return same and denied[0] == denied[1] and shared >= FEWEST and part >= ALIKE


def _after(lower: str, start: int) -> str:
    """The clause of a claim: from its word to the next clause."""
    return re.split(r"[;:]|\bmaar\b|\bterwijl\b|\ben komen\b", lower[start:])[0]


def _said(share: Share) -> str:
    """What is said of a share: the clause after it."""
    return re.split(r"[;]|\bmaar\b|\bterwijl\b", share.sentence.lower[share.start :])[0]


def _about(text: str) -> frozenset[str]:
    """What a clause is about, without who says it."""
    who = _PEOPLE.search(text, 0, WHO)
    return roots(text[: who.start()] + " " + text[who.end() :] if who else text)


def _remark(sentence: Sentence, claim: Claim, other: Share) -> Remark:
    start, stop, _, _ = claim
    message = (
        f"Hier staat “{sentence.text[start:stop].strip()}”, op regel {other.sentence.line} "
        f"{other.k} van de {other.n}, zo te zien over hetzelfde. Laat de conclusie even sterk zijn "
        "als de uitkomst, en noem het aantal."
    )
    return remark(sentence, RULE, "let op", message, (start, stop), [other.sentence.line])
