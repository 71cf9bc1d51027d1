"""Replacing identifiers by roles, so that people can still be told apart but not known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from kwalevaluatie.model import Transcript, Turn
from kwalevaluatie.privacy.found import Identifier
from kwalevaluatie.privacy.identity import SOMEBODY, Bearer, Names
from kwalevaluatie.privacy.searching import Choices, Found, bearers_of, chosen, identify

PSEUDONYM = re.compile(r"\[([\w-]+-\d+(?:/[\w-]+-\d+)*)\]")
_NOT_IN_A_LABEL = re.compile(r"[^\w]+")

HEADER_KEPT = frozenset("datum wijze perspectief nummer duur tijd taal".split())
"""What is kept of a header; the rest may hold anything and stays in the raw conversation."""


@dataclass(frozen=True)
class Replacement:
    """One identifier in one turn, with the pseudonym proposed for it.

    `replaced` is whether the words are to go, `doubtful` whether it is uncertain who is meant.
    Without a pseudonym the words stay.
    """

    turn: int
    identifier: Identifier
    pseudonym: str
    doubtful: bool = False

    @property
    def replaced(self) -> bool:
        """Whether the words are to go."""
        return bool(self.pseudonym)


@dataclass
class Numbering:
    """Numbers people by role in order of appearance, over all conversations.

    `given` are the pseudonyms that people have; `highest` the last number that a role had.
    """

    given: dict[Bearer, str] = field(default_factory=dict)
    highest: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for label in self.given.values():
            self._passes(label)

    def go_on_after(self, transcripts: Iterable[Transcript]) -> None:
        """Give no number that stands in these conversations already."""
        texts = (turn.text for transcript in transcripts for turn in transcript.turns)
        for text in texts:
            for found in PSEUDONYM.findall(text):
                for label in found.split("/"):
                    self._passes(label)

    def pseudonym(self, bearers: Sequence[Bearer]) -> str:
        """The pseudonym of somebody, or of two people who may both be meant: `[kind-1/kind-2]`."""
        return f"[{'/'.join(self._one(bearer) for bearer in bearers)}]"

    def _one(self, bearer: Bearer) -> str:
        if bearer not in self.given:
            role = as_label(bearer[0])
            self.highest[role] = self.highest.get(role, 0) + 1
            self.given[bearer] = f"{role}-{self.highest[role]}"
        return self.given[bearer]

    def _passes(self, label: str) -> None:
        role, _, number = label.rpartition("-")
        self.highest[role] = max(self.highest.get(role, 0), int(number))


def as_label(role: str) -> str:
    """A role as it stands in a pseudonym: one word in lower case."""
    return _NOT_IN_A_LABEL.sub("-", role.strip().casefold()).strip("-") or SOMEBODY


def propose(
    transcript: Transcript, found: Iterable[Found], choices: Choices, numbering: Numbering
) -> list[Replacement]:
    """A pseudonym for everything that was found and is to go: `[regisseur-1]`, `[kind-2]`.

    What a person chose goes before what was found. What stays has no pseudonym.
    """
    made = []
    for one in found:
        choice = chosen(choices, transcript.id, one.identifier.text)
        identifier = replace(one.identifier, bearers=bearers_of(one, choice, transcript.id))
        goes = choice.replaced if choice else identifier.direct
        label = numbering.pseudonym(identifier.bearers) if goes else ""
        doubtful = len(identifier.bearers) > 1 or (one.loose and choice is None)
        made.append(Replacement(one.turn, identifier, label, doubtful))
    return made


def apply(
    transcript: Transcript, replacements: Iterable[Replacement], names: Names, choices: Choices
) -> Transcript:
    """The conversation with the replacements made, in turns, speaker labels and metadata.

    What the reader noted is masked too.
    """
    by_turn: dict[int, list[Replacement]] = {}
    for replacement in replacements:
        by_turn.setdefault(replacement.turn, []).append(replacement)
    labels = _labels(transcript)
    turns = [
        replace(turn, speaker=labels[turn.speaker], text=_replace(turn, by_turn.get(index, [])))
        for index, turn in enumerate(transcript.turns)
    ]
    masked = _masker(names, choices, transcript.id)
    kept = {key: value for key, value in transcript.metadata.items() if key in HEADER_KEPT}
    metadata = {key: masked(value) for key, value in kept.items()}
    notes = (replace(note, message=masked(note.message)) for note in transcript.notes)
    return replace(transcript, turns=tuple(turns), metadata=metadata, notes=tuple(notes))


def _masker(names: Names, choices: Choices, transcript: str) -> Callable[[str], str]:
    def stays(words: str) -> bool:
        choice = chosen(choices, transcript, words)
        return choice is not None and not choice.replaced

    return lambda text: mask(text, names, stays)


def _replace(turn: Turn, replacements: Iterable[Replacement]) -> str:
    text = turn.text
    for one in sorted(replacements, key=lambda r: r.identifier.start, reverse=True):
        if one.replaced:
            text = text[: one.identifier.start] + one.pseudonym + text[one.identifier.stop :]
    return text


def _labels(transcript: Transcript) -> dict[str, str]:
    """Speaker labels as roles: a label is often somebody's name."""
    labels: dict[str, str] = {}
    for speaker in transcript.speakers:
        number = 1 + sum(label.startswith(f"{speaker.role}-") for label in labels.values())
        labels.setdefault(speaker.label, f"{speaker.role}-{number}")
    return labels


def mask(text: str, names: Names, stays: Callable[[str], bool] = lambda _: False) -> str:
    """A line of text with every direct identifier replaced by its role alone."""
    for one in reversed(identify(text, names)):
        if one.direct and not stays(one.text):
            roles = dict.fromkeys(as_label(role) for role, _ in one.bearers) or {one.kind: None}
            text = text[: one.start] + f"[{'/'.join(roles)}]" + text[one.stop :]
    return text
