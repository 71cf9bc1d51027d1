"""Adds up who was spoken to in one sentence, and lays it beside the summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP, groups_in
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.statements import SPOKEN
from kwalevaluatie.model.reported import Remark

RULE = "aantal gesprekken"
_GROUPED = re.compile(
    rf"(?P<k>{COUNT})\s+(?:(?!van |keer |jaar )[a-zà-ÿ-]+\s+){{0,2}}?"
    rf"(?P<noun>(?:[\w-]+-)?(?:{PLAIN_GROUP}))(?![\w])"
)
_TOTAL = re.compile(
    rf"\b(?:samen|in totaal|totaal|opgeteld|bij elkaar|tezamen|totaal van)\s+(?:zijn (?:dat|er) |"
    rf"gaat het om |spraken (?:wij|we) )?(?:met )?(?P<k>{COUNT})\s+(?:\w+\s+)?(?P<what>personen|"
    r"mensen|respondenten|gesprekken|interviews|geïnterviewden|deelnemers|gesprekspartners|"
    r"betrokkenen)\b"
)
_COLLECTIVE = re.compile(
    rf"\b(?P<k>{COUNT})\s+(?:\w+\s+)?(?P<what>gesprekken|interviews|personen|mensen|respondenten|"
    r"gesprekspartners|betrokkenen|geïnterviewden)\b"
)
MOST, FEWEST, NEAR = 400, 2, 6
_NOT_ALL = re.compile(
    r"\b(?:onder meer|onder andere|waaronder|bijvoorbeeld|zoals|daarnaast nog|ongeveer|circa|ruim|"
    r"bijna|van de|vragenlijst|"
    r"enquête|per |waarvan|van wie|onder de|respons|dossiers)\b"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Groups that are together another number than is said, here or in the summary."""
    for sentence in reading.sentences:
        if sentence.role == "resultaten" and not SPOKEN.search(sentence.lower):
            continue
        parts = _parts(sentence)
        if len(parts) >= FEWEST and SPOKEN.search(sentence.lower):
            own = _TOTAL.search(sentence.lower)
            yield from (
                _own_total(sentence, parts, own) if own else _elsewhere(reading, sentence, parts)
            )


def _parts(sentence: Sentence) -> list[int]:
    """The counts of groups in a list, without what is called the total."""
    if _NOT_ALL.search(sentence.lower):
        return []
    total = _TOTAL.search(sentence.lower)
    found = [
        match
        for match in _GROUPED.finditer(sentence.lower)
        if not (total and total.start() <= match.start() < total.end())
    ]
    nouns = [match["noun"] for match in found]
    general = any(re.search(r"gesprek|interview|persone|mensen|respondent", noun) for noun in nouns)
    distinct = len(set(nouns)) == len(nouns)
    return [] if general or not distinct else [count_value(match["k"]) for match in found]


def _own_total(sentence: Sentence, parts: list[int], own: re.Match[str]) -> Iterator[Remark]:
    said = count_value(own["k"])
    if sum(parts) != said and said > max(parts) and abs(sum(parts) - said) <= max(NEAR, said // 4):
        message = (
            f"{' + '.join(map(str, parts))} is {sum(parts)}, niet {said}. Tel opnieuw, of zeg "
            "wie er niet bij staat."
        )
        yield remark(sentence, RULE, "fout", message, own.span())


def _elsewhere(reading: Reading, sentence: Sentence, parts: list[int]) -> Iterator[Remark]:
    """The sum against the number of conversations that the summary gives."""
    added = sum(parts)
    if sentence.role != "methode" or len(parts) < FEWEST + 1:
        return
    for other in reading.sentences:
        told = _COLLECTIVE.search(other.lower)
        if not told or other.role != "samenvatting" or not SPOKEN.search(other.lower):
            continue
        said = count_value(told["k"])
        if groups_in(other.lower) and 0 < abs(said - added) <= min(NEAR, added // 4):
            message = (
                f"De samenvatting noemt {said} {told['what']}; op regel {sentence.line} zijn het "
                f"samen {added} ({' + '.join(map(str, parts))}). Maak beide gelijk, of leg het uit."
            )
            yield remark(other, RULE, "fout", message, told.span(), [sentence.line])
            return
