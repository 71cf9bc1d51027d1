"""Does again a difference between two numbers that another sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.model.reported import Remark

RULE = "rekenen"
FEWEST = 5
_N = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|{COUNT})"
_FROM_TO = re.compile(
    rf"\b(?P<noun>[a-zà-ÿ]{{5,}})\s+(?:is |zijn )?(?P<move>steeg|stegen|daalde|daalden|"
    rf"groeide|groeiden|liep|liepen|ging|gingen|nam|namen|gestegen|gedaald)\b[^.;0-9%€]{{0,30}}?"
    rf"\bvan (?P<a>{_N})(?!\s?%)[^.;%€]{{0,25}}?\b(?:naar|tot) (?P<b>{_N})(?!\s?%)"
)
_DIFFERENCE = re.compile(
    rf"\b(?:de|die|deze|dat zijn|dat is|met|er zijn)?\s*(?P<d>{_N})\s+(?P<noun>[a-zà-ÿ]{{5,}})\s+"
    r"(?:minder|meer|extra)\b(?!\s+dan)"
)


@dataclass(frozen=True)
class Change:
    """A number that went from one value to another."""

    sentence: Sentence
    noun: str
    first: int
    last: int


def remarks(reading: Reading) -> Iterator[Remark]:
    """So many fewer or more, where the two numbers differ by another number."""
    changes = [one for sentence in reading.sentences for one in _changes(sentence)]
    if not changes:
        return
    for sentence in reading.sentences:
        for match in _DIFFERENCE.finditer(sentence.lower):
            said = count_value(match["d"])
            same = [one for one in changes if one.noun == match["noun"] and _later(one, sentence)]
            if same and said >= FEWEST and all(_is_other(one, said) for one in same):
                yield _remark(sentence, match, same[0])


def _changes(sentence: Sentence) -> Iterator[Change]:
    for match in _FROM_TO.finditer(sentence.lower):
        yield Change(sentence, match["noun"], count_value(match["a"]), count_value(match["b"]))


def _later(change: Change, sentence: Sentence) -> bool:
    return change.sentence.index < sentence.index


def _is_other(change: Change, said: int) -> bool:
    right = abs(change.first - change.last)
    return said != right and right / 2 < said < 2 * right


def _remark(sentence: Sentence, match: re.Match[str], change: Change) -> Remark:
    message = (
        f"Van {change.first} naar {change.last} (regel {change.sentence.line}) is een verschil "
        f"van {abs(change.first - change.last)}, niet {match['d']}. Reken het na."
    )
    return remark(sentence, RULE, "fout", message, match.span(), [change.sentence.line])
