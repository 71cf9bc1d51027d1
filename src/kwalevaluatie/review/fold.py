"""The present state of the coding, as the fold over an append-only log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kwalevaluatie.model import (
    Coding,
    Decision,
    Event,
    Finished,
    Judgement,
    Signature,
    Span,
    Suggestion,
    Withdrawal,
)

Key = tuple[str, Span, str]
Theme = tuple[str, str]


def standing(events: Sequence[Event], *, blind: bool = False) -> list[Event]:
    """The events that have not been withdrawn, in order.

    Blind second codings are left out, or with `blind` are the only ones kept.
    """
    withdrawn: set[str] = set()
    for event in reversed(events):
        if isinstance(event, Withdrawal) and event.id not in withdrawn:
            withdrawn.add(event.target)
    return [
        event
        for event in events
        if event.id not in withdrawn and event.blind == blind and not isinstance(event, Withdrawal)
    ]


def codings(events: Iterable[Event]) -> list[Coding]:
    """The passages that stand coded, in order of conversation and place."""
    placed: dict[Key, Coding] = {}
    became: dict[Key, Key] = {}
    for event in events:
        if isinstance(event, Decision):
            _apply(event, placed, became)
    return sorted(placed.values(), key=lambda coding: (coding.transcript, coding.span, coding.code))


def rejected(events: Iterable[Event]) -> frozenset[Key]:
    """The passages and themes that were last refused."""
    last = {(e.transcript, e.span, e.code): e.action for e in events if isinstance(e, Decision)}
    return frozenset(key for key, action in last.items() if action == "wijs-af")


def _apply(event: Decision, placed: dict[Key, Coding], became: dict[Key, Key]) -> None:
    """Let one decision work; `became` knows which coding has taken the place of another."""
    key = (event.transcript, event.span, event.code)
    placed.pop(became.pop(key, key), None)
    if event.action == "wijs-af":
        return
    code = event.new_code or event.code
    if code != event.code:
        became[key] = (event.transcript, event.span, code)
    placed[event.transcript, event.span, code] = Coding(
        transcript=event.transcript,
        span=event.span,
        code=code,
        valence=event.valence,
        moment=event.moment,
        amount=event.amount,
        coder=event.coder,
        event=event.id,
    )


def judgements(events: Iterable[Event]) -> dict[tuple[str, str], Judgement]:
    """The last judgement of each respondent on each goal."""
    return {
        (event.respondent, event.goal): event for event in events if isinstance(event, Judgement)
    }


def changes(made: Iterable[Event], events: Iterable[Event]) -> list[Event]:
    """What is new in a table that is read again: the last row on a thing, where it differs.

    `events` are those that stand; rows of the table that say what already holds add nothing.
    """
    last = {_about(event): event for event in events}
    wanted = {_about(event): event for event in made}
    return [event for about, event in wanted.items() if not _same(event, last.get(about))]


def _same(event: Event, last: Event | None) -> bool:
    """Whether nothing is new; a judgement without passages may rest on those given before."""
    if isinstance(event, Judgement) and isinstance(last, Judgement) and not event.evidence:
        event = replace(event, evidence=last.evidence)
    return last is not None and replace(event, id=last.id, at=last.at) == last


def _about(event: Event) -> tuple[object, ...]:
    """The thing that an event decides on."""
    if isinstance(event, Decision):
        return (event.transcript, event.span, event.code, event.blind)
    if isinstance(event, Judgement):
        return (event.respondent, event.goal, event.blind)
    if isinstance(event, Signature):
        return (event.subject,)
    return (event.transcript, event.blind) if isinstance(event, Finished) else (event.id,)


def signatures(events: Iterable[Event]) -> dict[str, Signature]:
    """The last signature under each subject."""
    return {event.subject: event for event in events if isinstance(event, Signature)}


def finished(events: Iterable[Event]) -> frozenset[str]:
    """The conversations that someone has read and coded to the end."""
    return frozenset(event.transcript for event in events if isinstance(event, Finished))


@dataclass(frozen=True)
class Fates:
    """What has become of suggestions: where each theme of a conversation was decided or refused.

    A decision on the same theme in words that overlap counts.
    """

    decided: Mapping[Theme, Sequence[Span]]
    refused: Mapping[Theme, Sequence[Span]]
    finished: frozenset[str]

    def of(self, one: Suggestion) -> str:
        """What has become of a suggestion: besloten, afgewezen, gelezen or nieuw."""
        for status, known in (("besloten", self.decided), ("afgewezen", self.refused)):
            if any(span.overlaps(one.span) for span in known.get((one.transcript, one.code), ())):
                return status
        return "gelezen" if one.transcript in self.finished else "nieuw"


def fates(events: Sequence[Event]) -> Fates:
    """What has become of suggestions; one that was given another theme is decided on."""
    last = {(e.transcript, e.span, e.code): e for e in events if isinstance(e, Decision)}
    renamed = (e for e in last.values() if e.new_code not in ("", None, e.code))
    refused = (e for e in last.values() if e.action == "wijs-af")
    return Fates(_by_theme([*codings(events), *renamed]), _by_theme(refused), finished(events))


def _by_theme(placed: Iterable[Coding | Decision]) -> dict[Theme, list[Span]]:
    found: dict[Theme, list[Span]] = {}
    for one in placed:
        found.setdefault((one.transcript, one.code), []).append(one.span)
    return found


def judged_twice(events: Sequence[Event]) -> list[tuple[str, str]]:
    """The judgements that a first and a second, blind coder gave: pairs of states.

    The first coder's original judgement is taken, before differences were talked over.
    """
    first: dict[tuple[str, str], str] = {}
    for event in standing(events):
        if isinstance(event, Judgement):
            first.setdefault((event.respondent, event.goal), event.state)
    second = {key: event.state for key, event in judgements(standing(events, blind=True)).items()}
    return [(first[key], second[key]) for key in first if key in second]
