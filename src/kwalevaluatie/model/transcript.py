"""A conversation as turns by speakers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from itertools import groupby
from typing import Literal, Self, get_args

from kwalevaluatie.in_cell import captioned

Role = Literal["interviewer", "respondent", "onbekend"]
ROLES: tuple[str, ...] = get_args(Role)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one turn: half-open Unicode code-point offsets in that turn's text."""

    turn: int
    start: int
    stop: int

    def __post_init__(self) -> None:
        if self.turn < 0 or not 0 <= self.start < self.stop:
            raise ValueError(f"no span: turn {self.turn}, {self.start}:{self.stop}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.turn == other.turn and self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until another begins.

    `speaker` is the label in the file, `role` is interviewer, respondent or onbekend,
    `seconds` the moment at which the turn begins, where the file tells.
    """

    speaker: str
    role: Role
    text: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who speaks in a conversation, with the number of turns and words."""

    label: str
    role: Role
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class ReadNote:
    """Something the reader left out, changed, kept or doubts; `line` counts from 1 if known."""

    kind: Literal["weggelaten", "aangepast", "behouden", "twijfel"]
    message: str
    line: int | None = None


@dataclass(frozen=True, repr=False)
class Transcript:
    """One conversation: an interview, a group talk or one person's open survey answers.

    `turns` in order; `metadata` what header lines say (lower-case keys, such as `datum`,
    `interviewer`, `wijze`); `notes` what the reader left out or doubts.
    """

    id: str
    turns: tuple[Turn, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[ReadNote, ...] = ()

    def __repr__(self) -> str:
        return f"Transcript({self.id!r}, {len(self.turns)} turns)"

    def _repr_html_(self) -> str:
        """Who speaks and how much; the words themselves are not kept in a notebook's file."""
        rows = ((one.label, one.role, one.turns, one.words) for one in self.speakers)
        head = ("spreker", "rol", "beurten", "woorden")
        return captioned(f"Gesprek {self.id}, {self.words} woorden", head, rows)

    @classmethod
    def from_turns(cls, turns: Iterable[tuple[str, str, str]], *, id: str = "gesprek") -> Self:
        """Make a conversation from `(speaker, role, text)` rows; an unknown role is an error."""
        made = []
        for number, (speaker, role, text) in enumerate(turns):
            if role not in ROLES:
                raise ValueError(f"turn {number}: role {role!r} is not one of {', '.join(ROLES)}")
            made.append(Turn(speaker, role, text))  # type: ignore[arg-type]
        return cls(id=id, turns=tuple(made))

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everyone who speaks, in order of first turn."""
        labels = dict.fromkeys((turn.speaker, turn.role) for turn in self.turns)
        return tuple(
            Speaker(
                label,
                role,
                turns=len(own := [t for t in self.turns if (t.speaker, t.role) == (label, role)]),
                words=sum(len(turn.text.split()) for turn in own),
            )
            for label, role in labels
        )

    @property
    def words(self) -> int:
        """The number of words spoken, by all speakers."""
        return sum(len(turn.text.split()) for turn in self.turns)

    @property
    def fingerprint(self) -> str:
        """A hash of who says what; it changes when a single character does."""
        said = [(turn.speaker, turn.role, turn.text) for turn in self.turns]
        return sha256(json.dumps(said).encode()).hexdigest()

    def quote(self, span: Span) -> str:
        """The words of a span, exactly as they stand."""
        return self.turns[span.turn].text[span.start : span.stop]

    def with_turns(self, turns: Iterable[Turn]) -> Self:
        """The same conversation with other turns."""
        return replace(self, turns=tuple(turns))

    def with_speakers(self, corrections: Mapping[str, str | tuple[str, str]]) -> Self:
        """The same conversation with other roles, or other labels, for some of its speakers.

        `corrections` gives for a label its role, or a new label and a role. Labels that become
        one are one speaker: neighbouring turns are joined. Raises ValueError for a label that
        does not speak here, an unknown role, or one label with two roles.
        """
        wanted = {label: _label_and_role(label, new) for label, new in corrections.items()}
        self._check_speakers(wanted)
        turns = [
            replace(turn, speaker=label, role=role)
            for turn in self.turns
            for label, role in [wanted.get(turn.speaker, (turn.speaker, turn.role))]
        ]
        return self.with_turns(_joined(turns))

    def _check_speakers(self, wanted: dict[str, tuple[str, Role]]) -> None:
        known = {speaker.label: (speaker.label, speaker.role) for speaker in self.speakers}
        unknown = next((label for label in wanted if label not in known), None)
        if unknown is not None:
            raise ValueError(f"speaker {unknown!r} is not one of {', '.join(known)}")
        roles: dict[str, Role] = {}
        for label, role in (known | wanted).values():
            if roles.setdefault(label, role) != role:
                raise ValueError(f"speaker {label!r} has two roles: {roles[label]} and {role}")


def _label_and_role(label: str, new: str | tuple[str, str]) -> tuple[str, Role]:
    name, role = (label, new) if isinstance(new, str) else new
    if role not in ROLES or not name:
        raise ValueError(f"speaker {label!r}: role {role!r} is not one of {', '.join(ROLES)}")
    return name, role  # type: ignore[return-value]


def _joined(turns: Iterable[Turn]) -> Iterable[Turn]:
    """Neighbouring turns of one speaker as one turn."""
    for _, group in groupby(turns, key=lambda turn: (turn.speaker, turn.role)):
        same = list(group)
        yield replace(same[0], text=" ".join(turn.text for turn in same))
