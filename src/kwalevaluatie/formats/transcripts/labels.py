"""Decides which short words at the start of a line name a speaker.

A file is read twice: first every line says what label it might open with, then the whole file
decides which of those are speakers, because "Sanne:" that comes back is one and "Kortom:" is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.openings import (
    Opening,
    is_name,
    is_plausible,
    is_sure,
    opening,
)
from kwalevaluatie.formats.transcripts.people import Person, is_person
from kwalevaluatie.formats.transcripts.words import PAIRS, PLAIN_KEYS, SHORT, base, in_full

ALIKE = 0.85
NEARLY, DENSE, HALF = 0.9, 0.8, 0.5
BY_FILE = ("told", "block", "time")
"""The marks that a program puts: a voice tag, a table cell, a name with its time."""


@dataclass(frozen=True)
class Labels:
    """The labels that are speakers in this file, found by looking at all its lines."""

    lines: Sequence[Line]
    people: Sequence[Person] = ()

    @cached_property
    def openings(self) -> tuple[Opening | None, ...]:
        """For every line the label that it might open with.

        Where a program has marked the speakers, a word with a colon is just something said.
        """
        found = tuple(opening(line) for line in self.lines)
        fitting = [one for one in found if one and _could_speak(one)]
        told = sum(one.mark in BY_FILE for one in fitting)
        if told <= len(fitting) - told:
            return found
        return tuple(one if one and one.mark in BY_FILE else None for one in found)

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The labels, in comparable form, that are speakers."""
        return self._sure | self._rare or self._alone

    @cached_property
    def misspelt(self) -> dict[str, str]:
        """Labels that come once and are a slip away from one that comes more often."""
        rare = {key for key, count in self._counts.items() if count == 1 and key not in self._sure}
        shown = {found.key: found.label for found in self._marked if found.key in self._sure}
        close = {
            found.key: next((key for key in shown if _is_slip(found.key, key)), None)
            for found in self._marked
            if found.key in rare and found.mark != "told"
        }
        return {key: shown[meant] for key, meant in close.items() if meant}

    @cached_property
    def shortened(self) -> tuple[str, ...]:
        """Short labels of speakers who have the label in full too: "I" beside "Interviewer"."""
        spoken = {found.key: found.label for found in self._marked if found.key in self.accepted}
        full = Counter(map(in_full, spoken))
        return tuple(
            label for key, label in spoken.items() if base(key) in SHORT and full[in_full(key)] > 1
        )

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
        if found and found.key in self.misspelt:
            return replace(found, label=self.misspelt[found.key])
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
        kinds = {(one.label, one.mark, one.timed): one for one in self._marked}
        return frozenset(found.key for found in kinds.values() if self._is_sure(found))

    def _is_sure(self, found: Opening) -> bool:
        tests: tuple[Callable[[Opening], bool], ...] = (
            lambda one: one.mark == "told",
            lambda one: one.mark == "block" and (is_name(one.label) or self._counts[one.key] > 1),
            lambda one: is_sure(one.label),
            lambda one: any(is_person(one.label, person) for person in self.people),
            lambda one: self._counts[one.key] > 1 and is_plausible(one.label),
            lambda one: self._has_partner(one.key),
            lambda one: one.timed and self._all_timed and is_plausible(one.label),
            lambda one: one.mark == "time" and self._timed_names and is_name(one.label),
        )
        return any(test(found) for test in tests)

    @cached_property
    def _all_timed(self) -> bool:
        """Whether nearly every label with a colon has a time code before or behind it."""
        colons = [found for found in self._marked if found.mark == "colon"]
        timed = sum(found.timed for found in colons)
        return timed > 1 and timed >= NEARLY * len(colons)

    @cached_property
    def _timed_names(self) -> bool:
        """Whether several speakers are put in a line of their own with a time."""
        timed = [found.key for found in self._marked if found.mark == "time"]
        return len(timed) > 2 and len(set(timed)) > 1

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
            and found.key not in self.misspelt
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


def _is_slip(key: str, meant: str) -> bool:
    """Whether a label differs from another by a slip of the keyboard in one long word."""
    pairs = list(zip(key.split(), meant.split(), strict=False))
    same_length = len(key.split()) == len(meant.split())
    other = [(one, two) for one, two in pairs if one != two]
    return same_length and len(other) == 1 and _are_alike(*other[0])


def _are_alike(one: str, two: str) -> bool:
    long = min(len(one), len(two)) > 5 and one.isalpha() and two.isalpha()
    return long and SequenceMatcher(None, one, two).ratio() >= ALIKE


def _could_speak(found: Opening) -> bool:
    by_file = found.mark in ("told", "block")
    return by_file or (found.mark != "alone" and is_plausible(found.label))


def _needed_density(label: str) -> float:
    words = label.replace(",", " ").split()
    full_name = sum(word[0].isupper() and not word.isupper() for word in words) > 1
    return HALF if full_name else DENSE


def _is_speech(text: str) -> bool:
    return text.rstrip().endswith((".", "?", "!", "…")) and len(text.split()) > 2
