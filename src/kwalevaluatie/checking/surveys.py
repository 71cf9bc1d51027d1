"""The surveys that a report speaks of, by the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kwalevaluatie.checking.reading import Reading, Sentence

NAME = (
    r"(?:[\w-]*(?:onderzoek|enquête|enquete|peiling|monitor|meting|panel)(?:en|s)?\b|"
    r"[\w-]*vragenlijst(?:en)?\b|\bkbo\b|\bkto\b|\bceo\b)"
)
_NAME = re.compile(NAME)
_GENERAL = re.compile(
    "^(?:beleids|dossier|literatuur|praktijk|vervolg|rekenkamer|evaluatie|bestands|onder|"
    r"weten\w*|documenten|document|"
    "bronnen|desk|kwalitatief|kwantitatief|vooronderzoek|markt|politie|nul|her|voor|na|raads|"
    "quick|effect|uit|af|ver|op|toe)?"
    r"(?:onderzoek(?:en)?|meting(?:en)?|monitor(?:en)?)$"
)
FEWEST = 5
_UNDER = re.compile(r"\b(?:onder|bij)\s+(?:\w+\s)?\d[\d.]*\s+[a-zà-ÿ]{4,}")
_RESPONSE = re.compile(
    r"respons|respondenten|ingevuld|invulden|vulden\b.{0,80}\bin\b|deelgenomen|namen deel|"
    r"deelnamen|meegedaan|\bn\s?=|"
    r"hebben gereageerd|reageerden|stuurden\b.{0,60}\bterug|terugstuurden|deden\b.{0,40}\bmee|"
    "retour|steekproef|ondervraagd|beantwoord"
)


@dataclass(frozen=True)
class Mention:
    """A sentence that names a survey, and the word by which it does."""

    sentence: Sentence
    name: str
    start: int
    stop: int


def mentions(reading: Reading) -> Iterator[Mention]:
    """The places where a survey is named, also by its abbreviation."""
    for sentence in reading.sentences:
        for match in _NAME.finditer(sentence.lower):
            if not _GENERAL.match(match[0]):
                yield Mention(sentence, match[0], match.start(), match.end())


def is_survey(sentence: Sentence) -> bool:
    """Whether a sentence tells what came out of a survey."""
    return any(not _GENERAL.match(match[0]) for match in _NAME.finditer(sentence.lower))


def tells_response(sentence: Sentence) -> bool:
    """Whether a sentence tells how many people answered."""
    counted = any(one.kind == "aantal" and one.value >= FEWEST for one in sentence.numbers)
    told = _RESPONSE.search(sentence.lower) or (
        is_survey(sentence) and _UNDER.search(sentence.lower)
    )
    return counted and bool(told)
