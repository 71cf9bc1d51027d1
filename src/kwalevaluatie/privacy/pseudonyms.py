"""Replacing identifiers by roles, so that people can still be told apart but not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kwalevaluatie.model import Transcript, Turn
from kwalevaluatie.privacy.identifiers import Identifier, KnownName, find


@dataclass(frozen=True)
class Replacement:
    """One identifier in one turn, with the pseudonym proposed for it."""

    turn: int
    identifier: Identifier
    pseudonym: str

    @property
    def doubtful(self) -> bool:
        """Whether the words may mean more than one person."""
        return len(self.identifier.bearers) > 1


@dataclass
class _Numbering:
    """Numbers people within a conversation, by role, in order of appearance."""

    given: dict[tuple[str, str], str] = field(default_factory=dict)

    def pseudonym(self, bearers: tuple[tuple[str, str], ...]) -> str:
        return f"[{'/'.join(self._one(bearer) for bearer in bearers)}]"

    def _one(self, bearer: tuple[str, str]) -> str:
        role = bearer[0]
        if bearer not in self.given:
            number = 1 + sum(known[0] == role for known in self.given)
            self.given[bearer] = f"{role}-{number}"
        return self.given[bearer]


def propose(transcript: Transcript, names: Iterable[KnownName]) -> list[Replacement]:
    """Every identifier in what is said, with a pseudonym: `[regisseur-1]`, `[kind-2]`.

    The numbering holds within the conversation.
    """
    numbering = _Numbering()
    known = tuple(names)
    return [
        Replacement(index, identifier, numbering.pseudonym(identifier.bearers))
        for index, turn in enumerate(transcript.turns)
        for identifier in find(turn.text, known)
    ]


def apply(
    transcript: Transcript, replacements: Iterable[Replacement], names: Iterable[KnownName]
) -> Transcript:
    """The conversation with the replacements made, in turns, speaker labels and metadata.

    What the reader noted is masked too.
    """
    known = tuple(names)
    by_turn: dict[int, list[Replacement]] = {}
    for replacement in replacements:
        by_turn.setdefault(replacement.turn, []).append(replacement)
    labels = _labels(transcript)
    turns = [
        replace(turn, speaker=labels[turn.speaker], text=_replace(turn, by_turn.get(index, [])))
        for index, turn in enumerate(transcript.turns)
    ]
    metadata = {key: mask(value, known) for key, value in transcript.metadata.items()}
    notes = (replace(note, message=mask(note.message, known)) for note in transcript.notes)
    return replace(transcript, turns=tuple(turns), metadata=metadata, notes=tuple(notes))


def _replace(turn: Turn, replacements: Iterable[Replacement]) -> str:
    text = turn.text
    for replacement in sorted(replacements, key=lambda r: r.identifier.start, reverse=True):
        identifier = replacement.identifier
        text = text[: identifier.start] + replacement.pseudonym + text[identifier.stop :]
    return text


def _labels(transcript: Transcript) -> dict[str, str]:
    """Speaker labels as roles: a label is often somebody's name."""
    labels: dict[str, str] = {}
    for speaker in transcript.speakers:
        number = 1 + sum(label.startswith(f"{speaker.role}-") for label in labels.values())
        labels.setdefault(speaker.label, f"{speaker.role}-{number}")
    return labels


def mask(text: str, names: Iterable[KnownName]) -> str:
    """A line of text with every identifier replaced by its role alone."""
    for identifier in reversed(find(text, names)):
        text = text[: identifier.start] + f"[{identifier.kind}]" + text[identifier.stop :]
    return text
