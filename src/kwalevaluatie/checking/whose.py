"""Whom a statement is of: the noun after a count or word for how many, or one named before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kwalevaluatie.checking.groups import PLAIN_GROUP, GroupClass, group_class
from kwalevaluatie.checking.numbers import COUNT
from kwalevaluatie.checking.reading import Reading, Sentence
from kwalevaluatie.checking.topics import cut, tells

BACK = 3
_NOUN = re.compile(rf"(?<![\w])(?:[\w]+-)?(?P<noun>{PLAIN_GROUP})(?![\w])")
_GENERAL = frozenset(
    "inwoner client cliënt klant respondent deelnemer mens person personen burger geïnterviewde "
    "ondervraagde bewoner gebruiker invuller gesprekspartner melder medewerker professional "
    "uitvoerder collega partner organisatie instelling".split()
)
_WITH_ARTICLE = re.compile(
    rf"\b(?:de|alle|onze)\s+(?:{COUNT}\s+)?(?P<noun>[a-zà-ÿ]{{4,}}(?:en|s))(?![\w])"
)
_NEXT = re.compile(
    r"\s*(?:van\s+(?:de|het|alle|onze|deze)\s+|de\s+)?(?P<first>[a-zà-ÿ]{3,}e\s+)?"
    r"(?P<noun>[a-zà-ÿ]{4,})(?![\w])"
)
_SUBJECT = re.compile(
    rf"(?:^|\b(?:van|onder|bij) )(?:de |alle )?(?:[\d.]+ |{COUNT} )?(?P<noun>{PLAIN_GROUP})(?![\w])"
)


@dataclass(frozen=True)
class Who:
    """The noun as it is written, its base and its class; `general` is any resident or worker."""

    noun: str = ""
    name: str = ""
    kind: GroupClass | None = None
    general: bool = True


NOBODY = Who()


def who(noun: str) -> Who:
    """The group that a noun names.

    >>> who("ouders").name == who("ouder").name, who("cliënten").general
    (True, True)
    """
    plain = noun.rpartition(" ")[2]
    singular = re.sub(r"(?:en|s)$", "", plain)
    general = singular in _GENERAL or plain in _GENERAL
    return Who(plain, cut(plain), group_class(plain), general)


def named(reading: Reading) -> frozenset[str]:
    """The bases of the nouns in the plural that a report has with an article."""
    return frozenset(
        cut(match["noun"])
        for sentence in reading.sentences
        for match in _WITH_ARTICLE.finditer(sentence.lower)
    )


def who_after(lower: str, place: int, nouns: frozenset[str]) -> Who:
    """The group that a word for how many is of: the noun that follows it."""
    match = _NEXT.match(lower, place)
    if not match:
        return NOBODY
    noun = match["noun"]
    known = _NOUN.fullmatch(noun) or (tells(noun) and cut(noun) in nouns)
    return who(noun) if known else NOBODY


def who_before(reading: Reading, sentence: Sentence, place: int) -> Who:
    """The group that was named last before a place in the text."""
    here = [*_NOUN.finditer(sentence.lower[:place])]
    if here:
        return who(here[-1]["noun"])
    for other in reversed(reading.around(sentence, BACK, 0)[:-1]):
        subject = _SUBJECT.search(other.lower) or _NOUN.search(other.lower)
        if subject:
            return who(subject["noun"])
    return NOBODY


def group_in(lower: str) -> Who:
    """The first group that a text names."""
    match = _NOUN.search(lower)
    return who(match["noun"]) if match else NOBODY


def subject_of(lower: str) -> Who:
    """The group that a sentence begins with or says that a share is of."""
    match = _SUBJECT.search(lower)
    return who(match["noun"]) if match else NOBODY


_FIRST_WORDS = re.compile(
    r"(?:in|onder|bij|binnen|voor)\s+(?:de\s+|het\s+|deze\s+)?(?P<where>[a-zà-ÿ-]{4,})"
)
_NO_PLACE = (
    "gesprek",
    "interview",
    "praktijk",
    "totaal",
    "alle",
    "enquête",
    "vragenlijst",
    "meeste",
)


def place_of(lower: str) -> str:
    """The place or part of the people that a sentence begins with: "In het centrum zijn".

    >>> place_of("in het centrum zijn de meeste"), place_of("in de gesprekken zeggen")
    ('centru', '')
    """
    match = _FIRST_WORDS.match(lower)
    return cut(match["where"]) if match and not match["where"].startswith(_NO_PLACE) else ""


_TO_PART = re.compile(
    r"\s*,?\s*(?:die|met|zonder|uit|bij wie|aan wie|van wie|onder de)\b"
    r"(?! (?:wij|we|zijn gesproken|meededen|deelnamen|de vragenlijst))"
)


def is_limited(lower: str, whom: Who) -> bool:
    """Whether a sentence is of part of a group: "de ouders met een indicatie".

    >>> is_limited("de ouders met een indicatie", who("ouders"))
    True
    """
    places = re.finditer(rf"\b{re.escape(whom.noun)}\b", lower) if whom.noun else ()
    return any(_TO_PART.match(lower, place.end()) for place in places)
