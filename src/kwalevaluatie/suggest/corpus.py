"""Texts as arrays of numbered words, so that patterns are laid over all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kwalevaluatie.suggest.language import plain, tokenizer, without_pseudonyms
from kwalevaluatie.suggest.syntax import Word
from kwalevaluatie.suggest.vocabulary import Numbers, Vocabulary

Flags = NDArray[np.bool_]

_NONE = np.empty(0, np.int32)
_NO_TABLE = np.empty((0, 5), np.uint64)
ENDS = frozenset(".!?…") | {"...", "....", "?!", "!!", "??", "!?"}


@dataclass(frozen=True, eq=False)
class Corpus:
    """Some texts, word by word: blanks are left out, punctuation counts as a word.

    All arrays have one entry a word: its number in the vocabulary, the number of its
    sentence (over all texts), the row of its text, and where it stands in that text.
    """

    vocabulary: Vocabulary
    words: Numbers
    sentence: Numbers
    text: Numbers
    start: Numbers
    stop: Numbers
    _places: dict[Word, Numbers] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _order(self) -> tuple[Numbers, Numbers]:
        """The places of the words, word number by word number, and where each number begins."""
        order = np.argsort(self.words, kind="stable").astype(np.int32)
        numbers = np.arange(len(self.vocabulary) + 1)
        return order, np.searchsorted(self.words[order], numbers).astype(np.int32)

    @cached_property
    def first_of_sentence(self) -> Numbers:
        """The place of the first word of each sentence, and one past the last word."""
        last = self.sentence[-1] + 1 if len(self) else 0
        return np.searchsorted(self.sentence, np.arange(last + 1)).astype(np.int32)

    def places(self, word: Word) -> Numbers:
        """Where a word of a pattern may stand, in order."""
        if word not in self._places:
            order, begins = self._order
            members = self.vocabulary.members(word)
            members = members[members < len(begins) - 1]
            found = [order[begins[number] : begins[number + 1]] for number in members]
            self._places[word] = np.sort(np.concatenate(found)) if found else _NONE
        return self._places[word]


def read_corpus(texts: Iterable[str], vocabulary: Vocabulary) -> Corpus:
    """Texts as a corpus, cut into sentences; their offsets are those of the texts."""
    from spacy.attrs import IDX, IS_PUNCT, IS_SPACE, LENGTH, LOWER

    tables: list[Numbers] = [_NO_TABLE]
    rows, strings = [_NONE], None
    for row, doc in enumerate(tokenizer().pipe(map(readable, texts))):
        strings = doc.vocab.strings
        tables.append(doc.to_array([LOWER, IDX, LENGTH, IS_SPACE, IS_PUNCT]))
        rows.append(np.full(len(doc), row, np.int32))
    table, row_of = np.concatenate(tables), np.concatenate(rows)
    kept = table[:, 3] == 0
    table, row_of = table[kept], row_of[kept]
    words = vocabulary.numbers(table[:, 0], strings) if strings is not None else _NONE
    starts = _after_an_end(words, table[:, 4] > 0, vocabulary)
    starts |= np.diff(row_of, prepend=-1) > 0
    start = table[:, 1].astype(np.int32)
    return Corpus(
        vocabulary=vocabulary,
        words=words,
        sentence=(np.cumsum(starts) - 1).astype(np.int32),
        text=row_of,
        start=start,
        stop=start + table[:, 2].astype(np.int32),
    )


def readable(text: str) -> str:
    """The text as it is matched: one form of blanks, and pseudonyms that mean nothing."""
    return without_pseudonyms(plain(text))


def _after_an_end(words: Numbers, is_punctuation: Flags, vocabulary: Vocabulary) -> Flags:
    """Whether a word is the first after the end of a sentence; closing marks stay with it."""
    ends = np.isin(words, [number for number, form in enumerate(vocabulary.forms) if form in ENDS])
    plain_words = np.flatnonzero(~(is_punctuation | ends))
    ended = np.cumsum(ends)[plain_words]
    starts = np.zeros(len(words), bool)
    starts[plain_words[np.diff(ended, prepend=0) > 0]] = True
    return starts
