"""The present state of an evaluation, kept up to date with what anybody decides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from threading import RLock
from typing import TYPE_CHECKING

from kwalevaluatie.model import (
    Coding,
    Decision,
    Event,
    Finished,
    Judgement,
    Signature,
    Suggestion,
    Transcript,
    Withdrawal,
)
from kwalevaluatie.review import fold

if TYPE_CHECKING:
    from kwalevaluatie.project import Project

KEPT = 20
AGAIN = 50


class Frozen(Mapping[str, Transcript]):
    """The frozen conversations; a text is read when it is asked for, the last ones are kept."""

    def __init__(self, project: Project) -> None:
        self._store = project.store
        self._read: dict[str, Transcript] = {}
        self._names: frozenset[str] = frozenset()
        self._lock = RLock()

    def __getitem__(self, name: str) -> Transcript:
        with self._lock:
            if name not in self._read:
                if len(self._read) >= KEPT:
                    self._read.pop(next(iter(self._read)))
                self._read[name] = self._store.transcript(name)
            return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._read or name in self._known(name)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._known(None)))

    def __len__(self) -> int:
        return len(self._known(None))

    def _known(self, name: object) -> frozenset[str]:
        """The names; read again for one that was not there yet."""
        if name not in self._names:
            self._names = frozenset(self._store.names())
        return self._names


class State:
    """The log as it stands, folded once for each change; reading what others added is cheap.

    `version` is the number of the last event that was read. With `blind` it is the second
    coder's own work that stands, without that of the first.
    """

    def __init__(self, project: Project, *, blind: bool = False) -> None:
        self.project, self.blind = project, blind
        self.version = 0
        self.events: list[Event] = []
        self._numbered: list[tuple[int, Event]] = []
        self.ids: set[str] = set()
        self._by_id: dict[str, Event] = {}
        self._reasons: dict[str, str] = {}
        self.transcripts = Frozen(project)
        self._lock = RLock()
        self._fold()

    def refresh(self) -> list[Event]:
        """Read what came into the log since the last time, and return that.

        Of two that decide at once, the first number may be there later than the second; so the
        last ones are read again.
        """
        with self._lock:
            told = self.project.store.events_after(max(0, self.version - AGAIN))
            new = [(number, event) for number, event in told if event.id not in self.ids]
            if new:
                self._take(new)
                self._fold()
            return [event for _, event in new]

    def _take(self, new: Sequence[tuple[int, Event]]) -> None:
        self._numbered = sorted([*self._numbered, *new], key=itemgetter(0))
        self.events = [event for _, event in self._numbered]
        self.version = self._numbered[-1][0]
        self.ids = self.ids | {event.id for _, event in new}
        self._by_id |= {event.id: event for _, event in new}
        self._reasons |= {e.id: e.reason for _, e in new if isinstance(e, Decision)}

    def _fold(self) -> None:
        standing = fold.standing(self.events, blind=self.blind)
        self.standing: Sequence[Event] = standing
        self.finished = fold.finished(standing)
        self.judgements: dict[tuple[str, str], Judgement] = fold.judgements(standing)
        self.signatures: dict[str, Signature] = fold.signatures(standing)
        codings: dict[str, list[Coding]] = {}
        for coding in fold.codings(standing):
            codings.setdefault(coding.transcript, []).append(coding)
        self._codings = codings
        self._fates = fold.fates(standing)

    def codings(self, transcript: str) -> list[Coding]:
        """What stands coded in a conversation."""
        return self._codings.get(transcript, [])

    def reason(self, coding: Coding) -> str:
        """What the coder noted with a coding."""
        return self._reasons.get(coding.event, "")

    def after(self, number: int) -> list[Event]:
        """What was read of the log that came after this number."""
        first = bisect_right(self._numbered, number, key=itemgetter(0))
        return [event for _, event in self._numbered[first:]]

    def status(self, one: Suggestion) -> str:
        """What has become of a suggestion: besloten, afgewezen, gelezen or nieuw."""
        return self._fates.of(one)

    def touched(self, transcript: str, since: int) -> set[int] | None:
        """The turns on which something was decided since; None where it may be all of them.

        The last ones before are taken along: a lower number may have come in later.
        """
        turns: set[int] = set()
        for number, event in reversed(self._numbered):
            if number <= since - AGAIN:
                break
            about = self._about(event)
            if isinstance(about, Finished) and about.transcript == transcript:
                return None
            if isinstance(about, Decision) and about.transcript == transcript:
                turns.add(about.span.turn)
        return turns

    def _about(self, event: Event) -> Event | None:
        """What an event decides on: of what takes back, that which it took back in the end."""
        about: Event | None = event
        while isinstance(about, Withdrawal):
            about = self._by_id.get(about.target)
        return about
