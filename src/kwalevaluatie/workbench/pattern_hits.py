"""Where the patterns of a theme are found in all conversations, while somebody types them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np

from kwalevaluatie.model import Code, Codebook, Pattern
from kwalevaluatie.suggest.corpus import Corpus, read_corpus
from kwalevaluatie.suggest.dictionary import Dictionary, Matches
from kwalevaluatie.suggest.syntax import parse
from kwalevaluatie.suggest.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kwalevaluatie.project import Project

AROUND = 60
_QUOTED = re.compile("“(.*?)”")
_NOT_IN_A_WORD = re.compile(r"[^\w*'.\-/=+]")
_EMPTY_CHOICE = re.compile(r"\(\s*[|)]|\|\s*[|)]")


@dataclass(frozen=True, eq=False)
class Spoken:
    """What respondents say in all frozen conversations, as one corpus; a row is a turn."""

    corpus: Corpus
    texts: Sequence[str]
    places: Sequence[tuple[str, int]]


_read: WeakKeyDictionary[Project, tuple[frozenset[str], Spoken]] = WeakKeyDictionary()


def spoken(project: Project) -> Spoken:
    """What was said, read once and again when a conversation was added."""
    names = frozenset(project.store.names())
    kept = _read.get(project)
    if kept is None or kept[0] != names:
        kept = _read[project] = names, _spoken(project)
    return kept[1]


def _spoken(project: Project) -> Spoken:
    turns = [
        (name, number, turn.text)
        for name, transcript in sorted(project.transcripts.items())
        for number, turn in enumerate(transcript.turns)
        if turn.role != "interviewer"
    ]
    texts = [text for _, _, text in turns]
    return Spoken(
        read_corpus(texts, Vocabulary()), texts, [(name, turn) for name, turn, _ in turns]
    )


def problem_of(pattern: str) -> dict[str, Any] | None:
    """What is wrong with a pattern and at which character (from 0); None when nothing is."""
    if not pattern.strip():
        return {"what": "het patroon is leeg", "at": 0}
    try:
        parse(pattern)
    except ValueError as problem:
        return {"what": str(problem), "at": _place(pattern, str(problem))}
    return None


def _place(pattern: str, said: str) -> int:
    """The first character that the message is about."""
    if "beginnen en eindigen" in said:
        return 0 if pattern.lstrip().startswith(("...", "…")) else len(pattern.rstrip())
    quoted = _QUOTED.search(said)
    start = max(pattern.casefold().find(quoted[1].casefold()), 0) if quoted else 0
    if "te veel keuzes" in said:
        return start
    sign = (_EMPTY_CHOICE if "lege keuze" in said else _NOT_IN_A_WORD).search(pattern, start)
    return sign.start() if sign else start


@dataclass(frozen=True, eq=False)
class Hits:
    """The places where some patterns are found."""

    spoken: Spoken
    matches: Matches

    def of(self, entry: int) -> Hits:
        """Those of one pattern."""
        return self._where(self.matches.entry == entry)

    def apart_from(self, others: Hits) -> Hits:
        """Those that overlap none of the others; the same words count once."""
        taken = np.zeros(len(self.spoken.corpus) + 1, np.int64)
        np.add.at(taken, others.matches.start, 1)
        np.add.at(taken, others.matches.stop, -1)
        before = np.concatenate([[0], np.cumsum(np.cumsum(taken) > 0)])
        start, stop = self.matches.start, self.matches.stop
        return self._where(before[stop] == before[start])._once()

    def _once(self) -> Hits:
        pairs = np.stack([self.matches.start, self.matches.stop])
        kept = np.zeros(len(self.matches.start), bool)
        kept[np.unique(pairs, axis=1, return_index=True)[1]] = True
        return self._where(kept)

    def _where(self, kept: np.ndarray) -> Hits:
        return Hits(self.spoken, Matches(*(column[kept] for column in self.matches)))

    def counted(self) -> dict[str, int]:
        """How many places, in how many conversations."""
        rows = self.spoken.corpus.text[self.matches.start]
        talks = {self.spoken.places[row][0] for row in rows.tolist()}
        return {"places": len(self.matches.start), "conversations": len(talks)}

    def shown(self, many: int) -> list[dict[str, Any]]:
        """The first places with the words around them, in order."""
        order = np.argsort(self.matches.start, kind="stable")[:many]
        return [self._shown(int(at)) for at in order]

    def _shown(self, at: int) -> dict[str, Any]:
        corpus = self.spoken.corpus
        first, last = self.matches.start[at], self.matches.stop[at] - 1
        row, start, stop = int(corpus.text[first]), int(corpus.start[first]), int(corpus.stop[last])
        transcript, turn = self.spoken.places[row]
        text = self.spoken.texts[row]
        return {
            "transcript": transcript, "turn": turn, "start": start, "stop": stop,
            "before": text[max(0, start - AROUND) : start], "words": text[start:stop],
            "after": text[stop : stop + AROUND],
        }  # fmt: skip


def hits(said: Spoken, patterns: Iterable[Pattern], protected: Sequence[str] = ()) -> Hits:
    """Where patterns that can be read are found, numbered in their order."""
    code = Code("patroon", "", "", patterns=tuple(patterns))
    book = Codebook("patroon", "", "", codes=(code,), protected_words=tuple(protected))
    return Hits(said, Dictionary(book).matches(said.corpus))
