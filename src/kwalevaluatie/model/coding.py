"""What the machine proposes and what people decide."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

from kwalevaluatie.model.codebook import Moment, Valence
from kwalevaluatie.model.respondent import Respondent
from kwalevaluatie.model.transcript import Span, Transcript

Action = Literal["accepteer", "voeg-toe", "wijzig", "wijs-af"]
State = Literal["positief", "wisselend", "negatief", "niet besproken", "niet te bepalen"]

ACTIONS: tuple[str, ...] = get_args(Action)
STATES: tuple[str, ...] = get_args(State)
VALENCES: tuple[str, ...] = get_args(Valence)
MOMENTS: tuple[str, ...] = get_args(Moment)


@dataclass(frozen=True)
class Suggestion:
    """A coding that the machine proposes: where, which theme, how sure, and why."""

    transcript: str
    span: Span
    code: str
    score: float
    source: str
    reason: str
    valence: Valence = "neutraal"
    moment: Moment = "onbekend"

    @property
    def id(self) -> str:
        """The same proposal on the same words has the same id, run after run."""
        span = self.span
        key = f"{self.transcript}/{span.turn}:{span.start}-{span.stop}/{self.code}"
        return sha256(key.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Decision:
    """One person's decision on one passage, never changed afterwards.

    `accepteer` and `voeg-toe` place a coding, `wijs-af` refuses one, `wijzig` replaces the
    code by `new_code` (when given) and the value, moment and amount by those of the event.
    `amount` is a number that the speaker names ("vijf regisseurs in twee jaar").
    `blind` marks a second coding made without sight of the first; it measures agreement
    and is not counted.
    """

    id: str
    at: str
    coder: str
    action: Action
    transcript: str
    span: Span
    code: str
    valence: Valence = "neutraal"
    moment: Moment = "onbekend"
    amount: float | None = None
    new_code: str | None = None
    reason: str = ""
    blind: bool = False


@dataclass(frozen=True)
class Judgement:
    """One person's judgement of one respondent on one goal, with the passages it rests on."""

    id: str
    at: str
    coder: str
    respondent: str
    goal: str
    state: State
    transcript: str
    evidence: tuple[Span, ...] = ()
    reason: str = ""
    blind: bool = False


@dataclass(frozen=True)
class Finished:
    """Someone has read a conversation to the end: what is not coded in it, is not there."""

    id: str
    at: str
    coder: str
    transcript: str
    blind: bool = False


@dataclass(frozen=True)
class Withdrawal:
    """An earlier event is taken back; withdrawing a withdrawal restores it."""

    id: str
    at: str
    coder: str
    target: str
    reason: str = ""
    blind: bool = False


@dataclass(frozen=True)
class Signature:
    """A person puts a name under a reading, or takes responsibility for a publication.

    `subject` says under what: the id of a comparison, or of a point that stands in the way of
    publication. `verdict` is the reading signed for, which may differ from the one proposed.
    `basis` is what it was signed upon: when that changes, the signature no longer stands.
    """

    id: str
    at: str
    coder: str
    subject: str
    verdict: str
    reason: str
    basis: str
    blind: bool = False


Event = Decision | Judgement | Finished | Signature | Withdrawal


@dataclass(frozen=True)
class Coding:
    """A passage that stands coded, as the fold over all decisions leaves it."""

    transcript: str
    span: Span
    code: str
    valence: Valence
    moment: Moment
    amount: float | None
    coder: str
    event: str


@dataclass(frozen=True)
class Quotation:
    """Someone's words, and why they may be quoted: a coded passage or the ground of a judgement.

    `about` is the theme or goal, `value` the valence of the coding or the state judged.
    """

    respondent: Respondent
    transcript: str
    span: Span
    words: str
    about: str
    value: str
    moment: Moment
    coder: str


@dataclass(frozen=True)
class Mark:
    """A stretch of a conversation that a coder marked with a theme."""

    span: Span
    code: str
    valence: Valence
    moment: Moment


@dataclass(frozen=True)
class MarkedTranscript:
    """A conversation with all that a coder marked in it; what is not marked, has no theme."""

    transcript: Transcript
    marks: tuple[Mark, ...]
    group: str = ""
