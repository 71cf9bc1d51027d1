"""Finds shares of part of a group that are told elsewhere as if they were of the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.quantifiers import quantifiers_in
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.roots import likeness, roots
from kwalevaluatie.model.reported import Remark

RULE = "noemer"
MARGIN, FEWEST, ALIKE, CLOSE_BY = 1.01, 2, 0.34, 3
_GENERAL = (
    rf"(?:(?:de|alle|onze|het aantal)\s+)?(?:(?!{COUNT})\w+(?:e|en)\s+)?"
    rf"(?P<whole>{PLAIN_GROUP})(?![\w])"
)
_FIRST = re.compile(
    rf"(?:^|, |\bdat )van (?:de|alle|onze) (?:{PLAIN_GROUP})\s+(?!die|met|zonder|uit|in\b)"
    r"\w+\s+(?:er )?$"
)
"""The whole before the verb: "Van de cliënten valt 42% uit"."""
_LIMIT = re.compile(
    r"^\s*(?:,?\s*(?:die|met|zonder|uit|bij wie|van wie|voor wie|wier|waar)\b|"
    r"in een\b|na een\b)"
)
_OF_PART = re.compile(
    rf"\b(?:van hen|hiervan|daarvan|van (?:deze|die) (?:groep|{COUNT}|\w+en)|van wie|"
    r"onder wie|van degenen|van de rest|van de (?:overige|anderen)|"
    rf"van (?:de|alle) (?:{PLAIN_GROUP}) (?:die|met|zonder|bij wie|van wie))\b"
)
_ONLY = re.compile(
    r"\b(?:kregen|gold|geldt|is|was|zijn|werd|werden|ging)\s+(?:\w+\s+){0,4}?"
    r"(?:alleen|uitsluitend|slechts|enkel|bedoeld)\b|\bwas (?:er )?voor wie\b|\bvoor wie\b|"
    r"\baan wie\b|\balleen (?:ouders|inwoners|cliënten|mensen|wie|degenen|voor|aan)\b|"
    rf"\bvan de {COUNT} [a-zà-ÿ]+ die\b"
)
_RATIO = re.compile(rf"(?P<k>{COUNT})\s+(?:op|van)\s+de\s+(?P<n>tien|vijf|vier|drie|10|5|4|3)\b")
_OWN_LIMIT = re.compile(r"\bn\s?=|\bvan hen\b|\bdaarvan\b|\bhiervan\b|\bvan wie\b|\bdie de vraag\b")


@dataclass(frozen=True)
class Told:
    """A share in percent, with the sentence and the words that it stands in."""

    sentence: Sentence
    start: int
    stop: int
    percent: float
    about: bool


def remarks(reading: Reading) -> Iterator[Remark]:
    """A share of a whole group that the chapters give for those of whom something holds."""
    partial = [one for one in _all(reading) if _is_partial(reading, one)]
    for end in _all(reading):
        if not _is_of_whole(end):
            continue
        others = [one.sentence for one in partial if _is_same(reading, end, one)]
        other = next(iter(others), None) or _limited_before(reading, end)
        if other:
            yield _remark(end, other)


def _all(reading: Reading) -> Iterator[Told]:
    for sentence in reading.sentences:
        if sentence.role == "bijlage":
            continue
        for number in sentence.numbers:
            if number.kind == "percentage":
                yield Told(sentence, number.start, number.stop, number.value, False)
        for match in _RATIO.finditer(sentence.lower):
            percent = 100 * count_value(match["k"]) / count_value(match["n"])
            yield Told(sentence, *match.span(), percent, True)
        for word in quantifiers_in(sentence.lower):
            middle = (word.low + word.high) / 2
            if re.search(r"derde|kwart|helft", word.text):
                yield Told(sentence, word.start, word.stop, middle, True)


def _is_of_whole(told: Told) -> bool:
    """Whether a share is of a group without more: "70% van de cliënten zegt"."""
    after = told.sentence.lower[told.stop :]
    match = re.match(rf"\s*(?:van\s+)?{_GENERAL}", after)
    limited = match and _LIMIT.match(after[match.end() :])
    first = _FIRST.search(told.sentence.lower[: told.start])
    plain = (match and not limited) or (not match and first)
    return bool(plain) and not _OWN_LIMIT.search(told.sentence.lower)


def _is_partial(reading: Reading, told: Told) -> bool:
    """Whether a share is said to be of those of whom something holds."""
    before = told.sentence.lower[: told.start]
    after = told.sentence.lower[told.stop : told.stop + 60]
    beside = reading.around(told.sentence, 1, 0)[0]
    return not told.about and bool(
        _OF_PART.search(before)
        or _ONLY.search(told.sentence.lower)
        or re.match(rf"\s*van de (?:{COUNT} )?\w+ die\b|\s*van (?:hen|degenen|wie)\b", after)
        or (beside is not told.sentence and _ONLY.search(beside.lower))
    )


def _is_same(reading: Reading, end: Told, one: Told) -> bool:
    apart = end.sentence.index - one.sentence.index
    later = apart > CLOSE_BY or (apart < 0 and end.sentence.role == "samenvatting")
    margin = 4 if end.about else MARGIN
    if not later or abs(end.percent - one.percent) > margin:
        return False
    shared, share = likeness(_around(reading, end), _around(reading, one))
    if _only_two(reading, end, one):
        return shared > 0
    return shared >= FEWEST and share >= ALIKE


def _only_two(reading: Reading, end: Told, one: Told) -> bool:
    """Whether a percentage stands in just these sentences on it, so that it must be the same."""
    if end.about or end.percent != one.percent:
        return False
    own = roots(end.sentence.lower)
    places = {
        sentence.index
        for sentence in reading.sentences
        for number in sentence.numbers
        if number.kind == "percentage" and number.value == end.percent
        if roots(sentence.lower) & own
    }
    return places == {end.sentence.index, one.sentence.index}


_THUS = re.compile(r"\b(?:dus|daarmee|kortom|al met al|derhalve|oftewel|zo)\b")


def _limited_before(reading: Reading, end: Told) -> Sentence | None:
    """The sentence just before that says of whom this was asked, where this one is of all."""
    if not _THUS.search(end.sentence.lower):
        return None
    before = reading.around(end.sentence, 2, 0)[:-1]
    limits = [one for one in before if _ONLY.search(one.lower)]
    same = [one for one in limits if roots(one.lower) & roots(end.sentence.lower)]
    return same[0] if same and same[0].passage is end.sentence.passage else None


def _around(reading: Reading, told: Told) -> frozenset[str]:
    near: Sequence[Sentence] = reading.around(told.sentence, 0 if told.about else 1, 0)
    return frozenset().union(*(roots(one.lower) for one in near))


def _remark(end: Told, other: Sentence) -> Remark:
    written = end.sentence.text[end.start : end.stop].strip()
    message = (
        f"“{written}” gaat op regel {other.line} over een deel van de groep, hier over de "
        "hele groep. Schrijf van wie dit geldt, en hoeveel dat er zijn."
    )
    span = (end.start, end.stop)
    return remark(end.sentence, RULE, "let op", message, span, [other.line])
