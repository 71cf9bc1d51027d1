"""Decides which short words at the start of a line name a speaker.

A file is read twice: first every line says what label it might open with, then the whole file
decides which of those are speakers, because "Sanne:" that comes back is one and "Kortom:" is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kwalevaluatie.formats.transcripts.cleaning import squeeze
from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.people import Person, is_person
from kwalevaluatie.formats.transcripts.timecodes import TIME, seconds_in
from kwalevaluatie.formats.transcripts.words import (
    INTERVIEWER,
    NOT_A_NAME,
    OTHER_ROLES,
    PAIRS,
    PARTICLES,
    PLAIN_KEYS,
    RESPONDENT,
    SURE_LABELS,
    SURNAME_STARTS,
    base,
    fold,
)

Mark = Literal["told", "bold", "colon", "block", "time", "tab", "alone"]
MAX_WORDS, MAX_CHARS = 4, 40
DENSE, HALF = 0.8, 0.5

_NAME = r"[^\W_][\w .,'’()&/-]{0,59}?"
_COLON = re.compile(
    rf"\s*(?:(?P<before>{TIME})\s*[-–]?\s*)?(?P<label>{_NAME})\s*(?P<middle>{TIME})?\s*"
    r"(?!(?<=\d):\d):(?!//)\s*(?P<rest>.*)"
)
_TIME_AFTER = re.compile(rf"\s*(?P<label>{_NAME})(?P<gap>\s+)(?P<time>{TIME})\s*")
_TIME_BEFORE = re.compile(rf"\s*(?P<time>{TIME})(?P<gap>\s+)(?P<label>{_NAME})\s*")
_TAB = re.compile(rf"\s*(?P<label>{_NAME})\s*\t\s*(?:(?P<time>{TIME})\s*\t\s*)?(?P<rest>.+)")
_ALONE = re.compile(rf"\s*(?P<label>{_NAME})\s*")
_GUEST = re.compile(
    r"\s*\((?:gast|guest|extern|external|niet geverifieerd|unverified)\)\s*$", re.IGNORECASE
)
_NUMBER = re.compile(r"[#-]?\d{1,3}[a-z]?")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line may open with: a label, how it is marked, and the text after it."""

    label: str
    mark: Mark
    rest: str
    seconds: float | None = None

    @property
    def key(self) -> str:
        """The label in the form by which labels are compared."""
        return fold(self.label)


def opening(line: Line) -> Opening | None:
    """The label that a line might open with, judged by its shape alone."""
    if line.header:
        return None
    if line.speaker:
        return Opening(tidy(line.speaker), "told", line.text, line.seconds)
    ways = (_by_time, _by_bold, _by_colon, _by_tab, _by_itself)
    return next((found for way in ways if (found := way(line))), None)


def tidy(label: str) -> str:
    """A label as it is shown: no colon, no "(Gast)", single spaces."""
    return squeeze(_GUEST.sub("", label.strip().rstrip(":").strip())).rstrip(":.").strip()


def _by_bold(line: Line) -> Opening | None:
    label, text = tidy(line.bold), line.text.lstrip()
    if not _short(label) or not text.startswith(line.bold):
        return None
    if ":" in label or label[-1] in "?!," or not line.start:
        return None
    return Opening(label, "bold", text[len(line.bold) :].lstrip(" \t:"), line.seconds)


def _by_colon(line: Line) -> Opening | None:
    found = _COLON.fullmatch(line.text)
    if not found or not _short(label := tidy(found["label"])):
        return None
    told = found["before"] or found["middle"]
    return Opening(label, "colon", found["rest"], seconds_in(told) if told else line.seconds)


def _by_time(line: Line) -> Opening | None:
    found = _TIME_AFTER.fullmatch(line.text) or _TIME_BEFORE.fullmatch(line.text)
    if not found or not _short(label := tidy(found["label"]), words=8, chars=60):
        return None
    if not is_plausible(label):
        return None
    wide = len(found["gap"]) > 1 or "\t" in found["gap"]
    return Opening(label, "block" if wide else "time", "", seconds_in(found["time"]))


def _by_tab(line: Line) -> Opening | None:
    found = _TAB.fullmatch(line.text)
    if not found or not _short(label := tidy(found["label"])):
        return None
    moment = seconds_in(found["time"]) if found["time"] else line.seconds
    return Opening(label, "tab", found["rest"], moment)


def _by_itself(line: Line) -> Opening | None:
    found = _ALONE.fullmatch(line.text)
    if not found or not line.start or not _short(label := tidy(found["label"])):
        return None
    return Opening(label, "time" if line.timed else "alone", "", line.seconds)


def _short(label: str, *, words: int = MAX_WORDS, chars: int = MAX_CHARS) -> bool:
    return bool(label) and len(label) <= chars and len(label.split()) <= words


def is_known(label: str) -> bool:
    """Whether the label says itself what it is: Interviewer, R2, Deelnemer 3, Spreker 1."""
    word = base(label)
    first = word.split()[0] if word else ""
    return bool({word, first} & (INTERVIEWER | RESPONDENT | OTHER_ROLES)) and (
        len(first) > 1 or word == first
    )


def is_sure(label: str) -> bool:
    """Whether the label can be nothing but a speaker, even when it comes up once."""
    return base(label) in SURE_LABELS


def is_name(label: str) -> bool:
    """Whether the label is written as a name: capitals, initials, "de", a number."""
    words = label.replace(",", " ").strip("()").split()
    if not words or fold(label) in PLAIN_KEYS or not words[0][0].isupper():
        return False
    surname = fold(words[0]) in SURNAME_STARTS and any(word[0].isupper() for word in words[1:])
    usual = fold(words[0]) not in NOT_A_NAME
    return (usual or surname) and all(_name_word(word) for word in words[1:])


def is_plausible(label: str) -> bool:
    """Whether the label could be a speaker: a name, or a word such as Interviewer."""
    return fold(label) not in PLAIN_KEYS and (is_name(label) or is_known(label))


def _name_word(word: str) -> bool:
    bare = word.strip("().")
    capital = not bare or bare[0].isupper()
    return capital or bare.casefold() in PARTICLES or bool(_NUMBER.fullmatch(bare))


@dataclass(frozen=True)
class Labels:
    """The labels that are speakers in this file, found by looking at all its lines."""

    lines: Sequence[Line]
    people: Sequence[Person] = ()

    @cached_property
    def openings(self) -> tuple[Opening | None, ...]:
        """For every line the label that it might open with."""
        return tuple(opening(line) for line in self.lines)

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The labels, in comparable form, that are speakers."""
        return self._sure | self._rare or self._alone

    @cached_property
    def doubtful(self) -> tuple[tuple[Line, Opening], ...]:
        """Lines that open with what looks like a name and comes up once."""
        return tuple(
            (line, found)
            for line, found in zip(self.lines, self.openings, strict=True)
            if found and line.start and self._is_rare(found)
        )

    def speaks(self, index: int) -> Opening | None:
        """The opening of a line when it is a speaker's, else nothing."""
        found = self.openings[index]
        if not found or found.key not in self.accepted:
            return None
        bare = found.mark == "alone" and bool(self._sure | self._rare)
        return None if bare and not is_sure(found.label) else found

    @cached_property
    def _marked(self) -> tuple[Opening, ...]:
        return tuple(
            found
            for found in self.openings
            if found and found.mark != "alone" and found.key not in PLAIN_KEYS
        )

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(found.key for found in self._marked)

    @cached_property
    def _sure(self) -> frozenset[str]:
        return frozenset(found.key for found in self._marked if self._is_sure(found))

    def _is_sure(self, found: Opening) -> bool:
        tests: tuple[Callable[[Opening], bool], ...] = (
            lambda one: one.mark in ("told", "block"),
            lambda one: is_sure(one.label),
            lambda one: any(is_person(one.label, person) for person in self.people),
            lambda one: self._counts[one.key] > 1 and is_plausible(one.label),
            lambda one: self._has_partner(one.key),
        )
        return any(test(found) for test in tests)

    def _has_partner(self, key: str) -> bool:
        partners = dict(PAIRS) | {answer: question for question, answer in PAIRS}
        return partners.get(key, "") in self._counts

    @cached_property
    def _rare(self) -> frozenset[str]:
        rare = [found for found in self._marked if self._is_rare(found)]
        if self._sure:
            kept = (one for one in rare if self._density >= _needed_density(one.label))
            return frozenset(found.key for found in kept)
        dense = self._density >= HALF and len(rare) > 1
        return frozenset(found.key for found in rare) if dense else frozenset()

    def _is_rare(self, found: Opening) -> bool:
        once = found.mark == "colon" and self._counts[found.key] == 1
        return (
            once
            and found.key not in self._sure
            and is_plausible(found.label)
            and (_is_speech(found.rest) or self._first[found.key] >= self._first_sure)
        )

    @cached_property
    def _first(self) -> dict[str, int]:
        places: dict[str, int] = {}
        for index, found in enumerate(self.openings):
            if found and found.mark != "alone":
                places.setdefault(found.key, index)
        return places

    @cached_property
    def _first_sure(self) -> int:
        return min((self._first[key] for key in self._sure), default=0)

    @cached_property
    def _density(self) -> float:
        starts = [
            bool(found and found.mark != "alone" and is_plausible(found.label))
            for line, found in zip(self.lines, self.openings, strict=True)
            if line.start and not line.header
        ]
        body = starts[starts.index(True) :] if True in starts else []
        return sum(body) / len(body) if body else 0.0

    @cached_property
    def _alone(self) -> frozenset[str]:
        alone = [found for found in self.openings if found and found.mark == "alone"]
        counts = Counter(found.key for found in alone)
        return frozenset(
            found.key
            for found in alone
            if is_sure(found.label)
            or (counts[found.key] > 1 and is_plausible(found.label))
            or any(is_person(found.label, person) for person in self.people)
        )


def _needed_density(label: str) -> float:
    words = label.replace(",", " ").split()
    full_name = sum(word[0].isupper() and not word.isupper() for word in words) > 1
    return HALF if full_name else DENSE


def _is_speech(text: str) -> bool:
    return text.rstrip().endswith((".", "?", "!", "…")) and len(text.split()) > 2
