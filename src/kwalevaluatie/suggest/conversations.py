"""Several conversations read as one, each passage knowing where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np

from kwalevaluatie.model import Span, Transcript
from kwalevaluatie.suggest.features import Context
from kwalevaluatie.suggest.reading import Reader, Reading
from kwalevaluatie.suggest.vocabulary import Numbers

SHARE, LETTERS = 0.5, 8


@dataclass(frozen=True, eq=False)
class Conversations:
    """Conversations and the reading of all their turns, one turn a text."""

    transcripts: Sequence[Transcript]
    first_turn: Sequence[int]
    reading: Reading

    @property
    def turn(self) -> Numbers:
        """The number of the turn of each passage, counted over all conversations."""
        return self.reading.passages.text

    @cached_property
    def owner(self) -> Numbers:
        """The row of the conversation of each passage."""
        return np.asarray(np.searchsorted(self.first_turn, self.turn, side="right") - 1)

    @cached_property
    def said(self) -> Numbers:
        """Whether each passage was said by somebody else than an interviewer."""
        turns = [turn.role != "interviewer" for one in self.transcripts for turn in one.turns]
        return np.asarray(turns, bool)[self.turn]

    @cached_property
    def _first_passage(self) -> Numbers:
        return np.searchsorted(self.turn, np.arange(self.first_turn[-1] + 1))

    def span(self, passage: int) -> Span:
        """Where a passage stands in its conversation."""
        turn = int(self.turn[passage]) - self.first_turn[int(self.owner[passage])]
        return Span(turn, *self.reading.place(passage))

    def passages_in(self, conversation: int, turn: int) -> range:
        """The passages of a turn of a conversation."""
        number = self.first_turn[conversation] + turn
        return range(self._first_passage[number], self._first_passage[number + 1])

    def passages_under(self, conversation: int, span: Span) -> list[int]:
        """The passages of which a span covers enough to be about them."""
        return [
            passage
            for passage in self.passages_in(conversation, span.turn)
            if _covers(span, *self.reading.place(passage))
        ]


def by_turn(values: np.ndarray, turn: np.ndarray) -> np.ndarray:
    """The highest value in each column of the passages of each turn that has any."""
    _, row = np.unique(turn, return_inverse=True)
    highest = np.full((int(row.max(initial=-1)) + 1, values.shape[1]), -np.inf)
    np.maximum.at(highest, row, values)
    return highest


def best_of_turn(values: np.ndarray, turn: np.ndarray) -> np.ndarray:
    """The highest value in each column over all passages of the same turn, for each passage."""
    return by_turn(values, turn)[np.unique(turn, return_inverse=True)[1]]


def _covers(span: Span, start: int, stop: int) -> bool:
    shared = min(stop, span.stop) - max(start, span.start)
    return shared >= min(LETTERS, SHARE * (span.stop - span.start))


def read_conversations(
    transcripts: Sequence[Transcript], reader: Reader, *, alone: bool = False
) -> Conversations:
    """Read conversations together; `alone` reads each turn without what is around it."""
    first = [0, *accumulate(len(one.turns) for one in transcripts)]
    texts = [turn.text for one in transcripts for turn in one.turns]
    context = Context.none(len(texts)) if alone else _contexts(transcripts, first)
    return Conversations(transcripts, first, reader.read(texts, context))


def _contexts(transcripts: Sequence[Transcript], first: Sequence[int]) -> Context:
    contexts = [context_of(one).shifted(by) for one, by in zip(transcripts, first, strict=False)]
    return Context(
        np.concatenate([_NONE, *(one.question for one in contexts)]),
        np.concatenate([_NONE, *(one.before for one in contexts)]),
    )


_NONE = np.empty(0, np.int32)


def context_of(transcript: Transcript) -> Context:
    """For each turn of a respondent the question before it, and what a respondent said before."""
    question, before, asked, said = [], [], -1, -1
    for number, turn in enumerate(transcript.turns):
        asks = turn.role == "interviewer"
        question.append(-1 if asks else asked)
        before.append(-1 if asks else said)
        asked, said = (number, said) if asks else (asked, number)
    return Context(np.asarray(question, np.int32), np.asarray(before, np.int32))
