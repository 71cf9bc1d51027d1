"""The people that a header names, and whether a speaker's label is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kwalevaluatie.formats.transcripts.words import (
    DESCRIPTORS,
    NOT_A_NAME,
    PARTICLES,
    SURNAME_STARTS,
    base,
    fold,
    without_honorific,
    word_set,
)
from kwalevaluatie.model.transcript import Role

_LIST = re.compile(r"\s*(?:[,;/&+|]|\ben\b)(?![^()]*\))\s*")
_WORD = re.compile(r"[^\W\d_]+")
_FACT = re.compile(
    r"(?:geb(?:oren|\.)?|leeftijd|woonachtig|wonend|woont|tel(?:efoon)?|op|te|in|uit|sinds)\b.*"
    r"|\(?\d[\d\s./-]*(?:jr\.?)?\)?|[^@\s]+@\S+",
    re.IGNORECASE,
)
_ADDITION = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in the header, with the role that the header gives them."""

    name: str
    role: Role


def people_in(metadata: Mapping[str, str]) -> tuple[Person, ...]:
    """Everyone whom the header names as interviewer, respondent or participant."""
    return tuple(
        person
        for key, role in _ROLE_OF.items()
        if key in metadata
        for person in _people(metadata[key], role)
    )


def looks_like_people(text: str) -> bool:
    """Whether this is a name or short description of people, and not something that is said."""
    parts = [part for part in _LIST.split(_ADDITION.sub("", text)) if part]
    if not parts or text.rstrip()[-1] in "?!…" or _ends_sentence(text):
        return False
    told = [part for part in parts if not _is_fact(part)]
    return bool(told) and all(map(_is_description, told))


def is_person(label: str, person: Person) -> bool:
    """Whether the label is the person's name, first name, surname or initials."""
    words, name = fold(without_honorific(label)).split(), fold(person.name).split()
    if not words or not name or not person.name[0].isupper():
        return False
    part = words == name or words in (name[:1], name[1:], _bare(name)[-1:])
    return part or ("".join(words) in _initials(name) and _is_abbreviation(label))


_ROLE_OF: Mapping[str, Role] = {
    "interviewer": "interviewer",
    "respondent": "respondent",
    "deelnemers": "respondent",
    "partner": "respondent",
    "tolk": "onbekend",
    "notulist": "onbekend",
}


def _people(text: str, role: Role) -> Iterable[Person]:
    for part in _LIST.split(text):
        addition = _ADDITION.search(part)
        name = without_honorific(_ADDITION.sub("", part).strip())
        leads = addition and _LEADING & {base(word) for word in _WORD.findall(addition.group(1))}
        if name and name[0].isupper() and fold(name) not in DESCRIPTORS:
            yield Person(name, "interviewer" if leads else role)


_LEADING = word_set("interviewer gespreksleider moderator onderzoeker int")


def _is_description(part: str) -> bool:
    words = without_honorific(part).split()
    if not words or len(words) > 6:
        return False
    return _starts_name(words) or bool({fold(word) for word in words} & DESCRIPTORS)


def _is_fact(part: str) -> bool:
    """Whether this tells something about a person: born when, living where, an age."""
    certain = "@" in part or any(char.isdigit() for char in part) or len(part.split()) < 5
    return certain and bool(_FACT.fullmatch(part.strip()))


def _starts_name(words: list[str]) -> bool:
    first = words[0]
    known = fold(first) not in NOT_A_NAME or (len(words) > 1 and fold(first) in SURNAME_STARTS)
    capital = first[0].isupper() or any(char.isdigit() for char in first)
    return known and capital and all(_fits_name(word) for word in words[1:])


def _fits_name(word: str) -> bool:
    return not word[0].islower() or word.casefold().strip(".") in PARTICLES


def _ends_sentence(text: str) -> bool:
    words = text.split()
    return text.rstrip().endswith(".") and len(words[-1].replace(".", "")) > 1


def _bare(name: list[str]) -> list[str]:
    return [word for word in name if word not in PARTICLES]


def _initials(name: list[str]) -> frozenset[str]:
    bare = _bare(name)
    return frozenset("".join(word[0] for word in words) for words in (name, bare, bare[:1]))


def _is_abbreviation(label: str) -> bool:
    letters = label.replace(".", "").replace(" ", "")
    return len(letters) <= 5 and letters.isalpha() and letters[0].isupper()
