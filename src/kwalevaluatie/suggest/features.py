"""What a passage says, and what stands around it, as numbers that a linear model can weigh.

A passage becomes a row of *features*: words (as lemmas), pieces of words, pairs of words, word
groups, patterns of the codebook, and with a weaker weight the passages around it and the
question that it answers. A feature is known by a 32-bit hash of its name, so that no list of
names is needed (the hashing trick; Weinberger et al., 2009).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kwalevaluatie.suggest.compounds import compound_parts
from kwalevaluatie.suggest.corpus import Corpus
from kwalevaluatie.suggest.syntax import Word
from kwalevaluatie.suggest.vocabulary import Numbers, Vocabulary

Hashes = NDArray[Any]

PIECES = (4, 5, 6)
SHORTEST_CUT = 5
SHORTEST_COMPOUND = 8
LONGEST = 40
SHORT_ANSWER = 7
PAIR, SKIP, AROUND, QUESTION, ANSWER, BEFORE = (
    np.uint32(crc32(name)) for name in (b"pair", b"skip", b"around", b"asked", b"answer", b"before")
)
PIECE_WEIGHT, SKIP_WEIGHT, AROUND_WEIGHT = 0.4, 0.6, 0.4
PATTERN_SCALE = 2.0
WORDS_SCALE, AROUND_SCALE, QUESTION_SCALE, BEFORE_SCALE = 5.0, 1.5, 2.0, 1.0


def hashed(name: str) -> int:
    """The number of a feature."""
    return crc32(name.encode())


class Entries(NamedTuple):
    """Features of passages: the row of the passage, the hash of the feature and its weight."""

    row: Numbers
    feature: Hashes
    weight: NDArray[Any]


@dataclass(frozen=True, eq=False)
class Passages:
    """The passages that are weighed: runs of words of a corpus, one after the other.

    `first` and `last` (one past) are places in the corpus, `text` is the row of the text.
    """

    corpus: Corpus
    first: Numbers
    last: Numbers

    def __len__(self) -> int:
        return len(self.first)

    @cached_property
    def text(self) -> Numbers:
        """The row of the text of each passage."""
        return self.corpus.text[self.first] if len(self) else self.first

    @cached_property
    def of_word(self) -> Numbers:
        """The passage in which each word of the corpus stands."""
        return np.repeat(np.arange(len(self), dtype=np.int32), self.last - self.first)


def passages_of(corpus: Corpus) -> Passages:
    """The sentences of a corpus; a very long one is cut at a comma, or else by length."""
    bounds = corpus.first_of_sentence.tolist()
    last = [cut for start, stop in pairwise(bounds) for cut in _cuts(corpus, start, stop)]
    ends = np.asarray(last, np.int32)
    return Passages(corpus, np.concatenate([[0], ends[:-1]]).astype(np.int32)[: len(ends)], ends)


def whole_texts(corpus: Corpus) -> Passages:
    """The texts of a corpus that have any words, each as one passage."""
    first = np.flatnonzero(np.diff(corpus.text, prepend=-1) > 0).astype(np.int32)
    return Passages(corpus, first, np.append(first[1:], len(corpus)).astype(np.int32)[: len(first)])


def _cuts(corpus: Corpus, start: int, stop: int) -> list[int]:
    cuts = []
    while stop - start > LONGEST:
        within = range(start + LONGEST, start + LONGEST // 2, -1)
        forms = corpus.vocabulary.forms
        start = next((i for i in within if forms[corpus.words[i - 1]] in ",;:"), within[0])
        cuts.append(start)
    return [*cuts, stop]


class WordFeatures:
    """The features of every word form of a vocabulary, worked out once for each."""

    def __init__(self, vocabulary: Vocabulary, groups: Mapping[str, Word]) -> None:
        self.vocabulary = vocabulary
        self.groups = groups
        self._known = 0
        self.word: Hashes = np.empty(0, np.uint32)
        self.pieces = Ragged()
        self.group_of = Ragged()

    def update(self) -> None:
        """Learn the words that came into the vocabulary since the last time."""
        if self._known == len(self.vocabulary):
            return
        new = range(self._known, len(self.vocabulary))
        forms, lemmas = self.vocabulary.forms, self.vocabulary.lemmas
        words = [hashed("w:" + lemmas[n]) if forms[n][0].isalnum() else 0 for n in new]
        self.word = np.concatenate([self.word, np.asarray(words, np.uint32)])
        self.pieces.extend([_pieces(forms[n]) for n in new])
        found: dict[int, list[int]] = {}
        for name, word in self.groups.items():
            for number in self.vocabulary.members(word).tolist():
                found.setdefault(number, []).append(hashed("g:" + name))
        self.group_of.extend([found.get(n) or self._groups_of_parts(forms[n]) for n in new])
        self._known = len(self.vocabulary)

    def _groups_of_parts(self, form: str) -> list[int]:
        """The groups of the parts of a compound that is in no group itself."""
        if len(form) < SHORTEST_COMPOUND or not form.isalpha():
            return []
        return sorted(
            {group for part in compound_parts(form) for group in self._groups_by_word.get(part, ())}
        )

    @cached_property
    def _groups_by_word(self) -> dict[str, list[int]]:
        known: dict[str, list[int]] = {}
        for name, word in self.groups.items():
            for one in word.lemmas | word.forms:
                known.setdefault(one, []).append(hashed("g:" + name))
        return known


class Ragged:
    """Rows of different lengths in one array."""

    def __init__(self) -> None:
        self.values = np.empty(0, np.uint32)
        self.begin = np.zeros(1, np.int64)

    def extend(self, rows: Iterable[list[int]]) -> None:
        """Add rows at the end."""
        rows = list(rows)
        flat = np.asarray([value for row in rows for value in row], np.uint32)
        self.values = np.concatenate([self.values, flat])
        lengths = np.cumsum([len(row) for row in rows], dtype=np.int64)
        self.begin = np.concatenate([self.begin, self.begin[-1] + lengths])

    def take(self, rows: Numbers) -> tuple[np.ndarray, Hashes]:
        """The values of some rows one after the other, and for each which row it came from."""
        places, index = spread(self.begin[rows], self.begin[rows + 1] - self.begin[rows])
        return index, self.values[places]

    def row(self, number: int) -> list[int]:
        """The values of one row."""
        return [int(value) for value in self.values[self.begin[number] : self.begin[number + 1]]]


def spread(begin: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The places begin, begin+1 … of each stretch, and for each place the stretch it is in."""
    index = np.repeat(np.arange(len(begin)), count)
    offset = np.arange(len(index)) - np.repeat(np.cumsum(count) - count, count)
    return begin[index] + offset, index


def _pieces(form: str) -> list[int]:
    if len(form) < SHORTEST_CUT or not form[0].isalpha():
        return []
    marked = f"^{form}$"
    return [
        hashed("c:" + marked[at : at + size])
        for size in PIECES
        for at in range(len(marked) - size + 1)
    ]


def own_words(passages: Passages, features: WordFeatures) -> Entries:
    """The words of each passage and the word groups they belong to."""
    features.update()
    words, rows = passages.corpus.words, passages.of_word
    hashes = features.word[words]
    kept = hashes > 0
    index, groups = features.group_of.take(words)
    return joined(
        entries_of(rows[kept], hashes[kept]),
        entries_of(rows[index], groups),
    )


def fine_words(passages: Passages, features: WordFeatures) -> Entries:
    """Pieces of words, and pairs of words that follow each other or skip one."""
    words, rows = passages.corpus.words, passages.of_word
    index, pieces = features.pieces.take(words)
    hashes = features.word[words]
    kept = hashes > 0
    rows_, hashes = rows[kept], hashes[kept]
    return joined(
        entries_of(rows[index], pieces, PIECE_WEIGHT),
        _pairs(rows_, hashes, 1, PAIR, 1.0),
        _pairs(rows_, hashes, 2, SKIP, SKIP_WEIGHT),
    )


def _pairs(rows: Numbers, hashes: Hashes, step: int, salt: np.uint32, weight: float) -> Entries:
    same = rows[step:] == rows[:-step]
    mixed = hashes[:-step] * np.uint32(2654435761) ^ hashes[step:] * np.uint32(40503) ^ salt
    return entries_of(rows[:-step][same], mixed[same], weight)


@dataclass(frozen=True)
class Context:
    """Which text answers which question, and what the same side said before it.

    For each text the row of the other one, or -1 where there is none.
    """

    question: Numbers
    before: Numbers

    def shifted(self, by: int) -> Context:
        """The same where the first text is row `by`."""
        return Context(
            *(np.where(rows < 0, -1, rows + by) for rows in (self.question, self.before))
        )

    @classmethod
    def none(cls, texts: int) -> Context:
        """Texts that stand alone."""
        return cls(np.full(texts, -1, np.int32), np.full(texts, -1, np.int32))


class Described(NamedTuple):
    """The features of passages by where they come from."""

    patterns: Entries
    words: Entries
    around: Entries
    question: Entries
    before: Entries


def described(
    passages: Passages, features: WordFeatures, patterns: Entries, idioms: Entries, context: Context
) -> Described:
    """All features of passages; `patterns` and `idioms` are those that were found in them.

    Each kind but the patterns has a fixed length (L2), so that a long passage weighs as much
    as a short one.
    """
    own = joined(own_words(passages, features), idioms)
    said, many = joined(own, patterns), len(passages)
    return Described(
        patterns._replace(weight=patterns.weight * np.float32(PATTERN_SCALE)),
        _of_length(joined(own, fine_words(passages, features)), WORDS_SCALE, many),
        _of_length(around(said, passages), AROUND_SCALE, many),
        _of_length(_asked(said, passages, context.question), QUESTION_SCALE, many),
        _of_length(_elsewhere(said, passages, context.before, BEFORE), BEFORE_SCALE, many),
    )


def _of_length(entries: Entries, length: float, many: int) -> Entries:
    squares = np.bincount(entries.row, entries.weight**2, many)
    scale = length / np.sqrt(np.maximum(squares, 1e-9))
    return entries._replace(weight=(entries.weight * scale[entries.row]).astype(np.float32))


def around(entries: Entries, passages: Passages) -> Entries:
    """What the passage before and the passage after say, in the same text."""
    text, last = passages.text, len(passages) - 1
    both = []
    for step in (1, -1):
        to = entries.row + step
        fits = (to >= 0) & (to <= last)
        fits &= text[np.clip(to, 0, max(last, 0))] == text[entries.row]
        both.append(Entries(to[fits], entries.feature[fits] ^ AROUND, entries.weight[fits]))
    return joined(*both)


def _asked(entries: Entries, passages: Passages, question: Numbers) -> Entries:
    """What the question says that a passage answers; a short answer leans on it the more."""
    asked = _elsewhere(entries, passages, question, QUESTION)
    short = (passages.last - passages.first)[asked.row] <= SHORT_ANSWER
    leaning = Entries(*(values[short] for values in asked))
    return joined(asked, leaning._replace(feature=leaning.feature ^ ANSWER))


def _elsewhere(entries: Entries, passages: Passages, other: Numbers, salt: np.uint32) -> Entries:
    """What another text says, as features of each passage of the texts that refer to it."""
    order = np.argsort(entries.row, kind="stable")
    row, feature, weight = (values[order] for values in entries)
    texts, wanted = passages.text[row], other[passages.text]
    referring = np.flatnonzero(wanted >= 0)
    begin = np.searchsorted(texts, wanted[referring])
    count = np.searchsorted(texts, wanted[referring], side="right") - begin
    places, index = spread(begin, count)
    return Entries(referring[index].astype(np.int32), feature[places] ^ salt, weight[places])


def joined(*parts: Entries) -> Entries:
    """All entries together."""
    return Entries(*map(np.concatenate, zip(*parts, strict=True)))


def entries_of(rows: Numbers, hashes: Hashes, weight: float = 1.0) -> Entries:
    """One feature for each row, all of one weight."""
    return Entries(
        rows.astype(np.int32), hashes.astype(np.uint32), np.full(len(rows), weight, np.float32)
    )
