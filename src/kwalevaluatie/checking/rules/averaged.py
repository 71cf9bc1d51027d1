"""Finds percentages of several questions or groups that were averaged into one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from kwalevaluatie.checking.numbers import Number
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.shares import shares_of
from kwalevaluatie.model.reported import Remark

RULE = "rekenen"
MARGIN, LEAST_APART, FAR = 0.76, 2, 20
_CUE = re.compile(
    r"\b(?:gemiddelde? (?:over|van|genomen|voor) (?:de |alle )?(?:beide|twee|drie|vier|alle)|"
    r"middelen|samengenomen|bij elkaar genomen|samengevoegd|opgeteld|over de hele linie|"
    r"(?:neemt|nemen|namen) (?:men|we|wij|u)?\b[^.;]{0,50}\bsamen|"
    r"(?:beide|alle|de twee|de drie) (?:vragen|groepen|onderzoeken|stellingen|metingen|bronnen|"
    r"percentages|uitkomsten)|(?:tellen|telt|nemen|voegen) [^.;]{0,40}samen)\b"
)
_COUNTED = re.compile(r"\b\d[\d.]* van (?:de |alle )?\d|\bn\s?=|\bgewogen\b|samen zijn \d")


def remarks(reading: Reading) -> Iterator[Remark]:
    """A percentage that is the plain middle of two others, of other people or other questions."""
    counted = {one.sentence.index for one in shares_of(reading.sentences)}
    for sentence in reading.sentences:
        cue = _CUE.search(sentence.lower)
        if not cue or _COUNTED.search(sentence.lower) or sentence.index in counted:
            continue
        for number in _percentages(sentence):
            pair = _middle_of(reading, sentence, number)
            if pair and number.start > cue.start():
                yield _remark(sentence, number, *pair)
                break


def _percentages(sentence: Sentence) -> list[Number]:
    return [one for one in sentence.numbers if one.kind == "percentage"]


def _middle_of(reading: Reading, sentence: Sentence, number: Number) -> tuple[float, float] | None:
    """Two percentages just before of which it is the middle."""
    before = _before(reading, sentence)
    near = [
        one.value
        for other in before
        for one in _percentages(other)
        if not (other is sentence and one is number)
    ]
    near += [100 * one.k / one.n for one in shares_of(before) if one.n and not one.implied]
    for one, other in combinations(near, 2):
        if abs((one + other) / 2 - number.value) <= MARGIN and abs(one - other) >= LEAST_APART:
            return one, other
    return None


def _before(reading: Reading, sentence: Sentence) -> list[Sentence]:
    """A sentence and those before it in the same chapter."""
    found = reading.sentences[max(sentence.index - FAR, 0) : sentence.index + 1]
    return [one for one in found if one.section.chapter == sentence.section.chapter]


def _remark(sentence: Sentence, number: Number, one: float, other: float) -> Remark:
    message = (
        f"{number.value:g} procent is het midden van {one:.0f} en {other:.0f} procent. Dat mag "
        "alleen als het om dezelfde vraag en even grote groepen gaat. Noem beide apart, of reken "
        "met de aantallen."
    )
    return remark(sentence, RULE, "let op", message, (number.start, number.stop))
