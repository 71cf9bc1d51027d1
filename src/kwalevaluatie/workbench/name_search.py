"""What identifies people in the conversations that wait: searched once, then only what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.gate import Proposal, as_choices, kept_choices, known_people, listed_names
from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.found import KnownName
from kwalevaluatie.privacy.identity import Names, in_project, said_in, words_of
from kwalevaluatie.privacy.key import KeyEntry
from kwalevaluatie.privacy.pseudonyms import Numbering, propose
from kwalevaluatie.privacy.searching import Choices, Found, chosen, search
from kwalevaluatie.privacy.speakers import names_in_sight
from kwalevaluatie.project.room import CHOICES, NAMES

if TYPE_CHECKING:
    from kwalevaluatie.project import Project


Listed = Mapping[str, Sequence[KnownName]]


@dataclass(frozen=True)
class Heard:
    """A raw conversation, the names in its labels and header, and the words said in it."""

    transcript: Transcript
    seen: Sequence[KnownName]
    said: frozenset[str]


@dataclass(frozen=True)
class Searched:
    """What was found in a conversation, and what was looked for to find it."""

    names: Names
    asked: Choices
    found: Sequence[Found]
    looked_for: Names

    def holds(self, names: Names, asked: Choices) -> bool:
        """Whether it is what these names and choices would find."""
        return (self.names, self.asked) == (names, asked)


class NameSearch:
    """The conversations of one evaluation that wait at the gate, with what was found in them.

    `earlier` is the key of conversations that passed the gate before, once somebody opened it.
    """

    def __init__(self, project: Project) -> None:
        self.lock = RLock()
        self.earlier: tuple[KeyEntry, ...] = ()
        self._project = project
        self._heard: dict[str, tuple[int, Heard]] = {}
        self._searched: dict[str, Searched] = {}
        self._tried: dict[str, Searched] = {}
        self._highest: tuple[frozenset[str], dict[str, int]] | None = None

    @property
    def waiting(self) -> list[str]:
        """The conversations that are not frozen, in order."""
        return sorted(self._project.raw.ids - set(self._project.store.names()))

    @property
    def listed(self) -> dict[str, list[KnownName]]:
        """The name list by conversation."""
        return listed_names(self._project.path / NAMES)

    @property
    def choices(self) -> Choices:
        """What people chose until now."""
        return as_choices(kept_choices(self._project.path / CHOICES))

    def heard(self, name: str) -> Heard:
        """A raw conversation; read again when its file changed."""
        stamp = (self._project.raw.folder / f"{name}.json").stat().st_mtime_ns
        if name not in self._heard or self._heard[name][0] != stamp:
            transcript = self._project.raw[name]
            heard = Heard(transcript, names_in_sight(transcript), said_in(transcript))
            self._heard[name] = stamp, heard
            self._searched.pop(name, None)
            self._tried.pop(name, None)
        return self._heard[name][1]

    def open_steps(self) -> list[str]:
        """The conversations that still have to be searched, as things are now."""
        with self.lock:
            names, choices = self._names(), self.choices
            return [name for name in self.waiting if not self._is_fresh(name, names, choices)]

    def search(self, name: str) -> Searched:
        """Look through one conversation, unless nothing changed since the last time."""
        with self.lock:
            return self._search(name, self._names(), self.choices)

    def proposals(self) -> list[Proposal]:
        """What is to be replaced in every conversation that waits, numbered in their order."""
        with self.lock:
            names, choices, numbering = self._names(), self.choices, self._numbering()
            return [self._proposal(name, names, choices, numbering) for name in self.waiting]

    def trial(self, listed: Listed, choices: Choices) -> list[Proposal]:
        """What would be replaced with another name list and other choices; nothing is kept.

        What was found is remembered, so that it costs nothing to do it after all.
        """
        with self.lock:
            names, numbering = self._names(listed), self._numbering()
            kept = dict(self._searched)
            try:
                return [self._proposal(one, names, choices, numbering) for one in self.waiting]
            finally:
                self._tried, self._searched = self._searched, kept

    def _names(self, listed: Listed | None = None) -> dict[str, Names]:
        heard = {name: self.heard(name) for name in self.waiting}
        return in_project(
            self.listed if listed is None else listed,
            {name: one.seen for name, one in heard.items()},
            {name: one.said for name, one in heard.items()},
            known_people(self.earlier),
        )

    def _is_fresh(self, name: str, names: Mapping[str, Names], choices: Choices) -> bool:
        there = self._searched.get(name)
        return there is not None and there.holds(names[name], self._asked(name, choices))

    def _search(self, name: str, names: Mapping[str, Names], choices: Choices) -> Searched:
        if not self._is_fresh(name, names, choices):
            asked, tried = self._asked(name, choices), self._tried.get(name)
            if tried is None or not tried.holds(names[name], asked):
                found, looked_for = search(self.heard(name).transcript, names[name], asked)
                tried = Searched(names[name], asked, found, looked_for)
            self._searched[name] = tried
        return self._searched[name]

    def _asked(self, name: str, choices: Choices) -> Choices:
        """The choices that make a difference to what is found: words to replace, said here."""
        said = self.heard(name).said
        return {
            (where, words): choice
            for (where, words), choice in choices.items()
            if where in ("", name) and choice.replaced and words_of(choice.words) <= said
            and chosen(choices, name, words) is choice
        }  # fmt: skip

    def _proposal(
        self, name: str, names: Mapping[str, Names], choices: Choices, numbering: Numbering
    ) -> Proposal:
        searched, transcript = self._search(name, names, choices), self.heard(name).transcript
        replacements = propose(transcript, searched.found, choices, numbering)
        return Proposal(transcript, searched.looked_for, tuple(replacements))

    def _numbering(self) -> Numbering:
        """A numbering that goes on after the frozen conversations and the key."""
        frozen = frozenset(self._project.store.names())
        if self._highest is None or self._highest[0] != frozen:
            numbering = Numbering()
            numbering.go_on_after(self._project.transcripts.values())
            self._highest = frozen, numbering.highest
        given = {(one.role, one.who): one.pseudonym for one in self.earlier}
        return Numbering(given, dict(self._highest[1]))


_searches: WeakKeyDictionary[Project, NameSearch] = WeakKeyDictionary()


def name_search(project: Project) -> NameSearch:
    """The search of an evaluation, kept as long as the evaluation is open."""
    return _searches.setdefault(project, NameSearch(project))


def waiting_one(search: NameSearch, given: Mapping[str, Any]) -> str:
    """The conversation that is asked for by its `id`; KwalError when it waits for no names."""
    name, waiting = str(given.get("id", "")), search.waiting
    if name not in waiting:
        raise KwalError(
            f"gesprek “{name}” wacht niet op namen",
            todo=hint(name, waiting) or "Ververs de pagina.",
        )
    return name
