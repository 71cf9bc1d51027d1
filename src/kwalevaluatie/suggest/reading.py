"""Texts as they are weighed: their passages, the patterns found in them, and their features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kwalevaluatie.suggest.corpus import Corpus, read_corpus
from kwalevaluatie.suggest.dictionary import Dictionary, Matches
from kwalevaluatie.suggest.features import (
    Context,
    Described,
    Entries,
    Passages,
    WordFeatures,
    described,
    entries_of,
    hashed,
    joined,
    passages_of,
    whole_texts,
)  # fmt: skip
from kwalevaluatie.suggest.groups import Groups
from kwalevaluatie.suggest.vocabulary import Numbers, Vocabulary
from kwalevaluatie.suggest.weights import pattern_features


@dataclass(frozen=True, eq=False)
class Reading:
    """Some texts with what was found in them; `matches` has its rows in order of passage.

    `features` are those of the passages, `whole` those of each text as if it were one.
    """

    texts: Sequence[str]
    passages: Passages
    matches: Matches
    match_passage: Numbers
    features: Described
    whole: Entries

    @cached_property
    def everything(self) -> Entries:
        """All features, wherever they come from."""
        return joined(*self.features)

    @property
    def corpus(self) -> Corpus:
        """The words of the texts."""
        return self.passages.corpus

    @cached_property
    def first_match(self) -> Numbers:
        """The row of the first match of each passage, and one past the last."""
        return np.searchsorted(self.match_passage, np.arange(len(self.passages) + 1))

    def text_of(self, passage: int) -> str:
        """The whole text in which a passage stands."""
        return self.texts[int(self.passages.text[passage])]

    def place(self, passage: int) -> tuple[int, int]:
        """Where a passage begins and ends in its text."""
        first, last = self.passages.first[passage], self.passages.last[passage] - 1
        return int(self.corpus.start[first]), int(self.corpus.stop[last])

    def words_at(self, match: int) -> str:
        """The words that a pattern found, as they stand in the text."""
        first, last = self.matches.start[match], self.matches.stop[match] - 1
        text = self.text_of(int(self.match_passage[match]))
        return text[int(self.corpus.start[first]) : int(self.corpus.stop[last])]

    def words_of(self, passage: int) -> tuple[list[str], list[str]]:
        """The words of a passage, in lower case, and their lemmas."""
        numbers = self.corpus.words[self.passages.first[passage] : self.passages.last[passage]]
        vocabulary = self.corpus.vocabulary
        return [vocabulary.forms[n] for n in numbers], [vocabulary.lemmas[n] for n in numbers]

    def matches_in(self, passage: int) -> range:
        """The rows of the matches that begin in a passage."""
        return range(self.first_match[passage], self.first_match[passage + 1])


class Reader:
    """Reads texts for one codebook; what it learns of words is kept from text to text."""

    def __init__(self, dictionary: Dictionary, groups: Groups) -> None:
        self.dictionary = dictionary
        self.vocabulary = Vocabulary()
        self.words = WordFeatures(self.vocabulary, groups.words)
        self.groups = groups
        entries = dictionary.entries
        self._code = np.asarray([hashed(pattern_features(e.code)[0]) for e in entries], np.uint32)
        self._phrase = np.asarray([hashed(pattern_features(e.code)[1]) for e in entries], np.uint32)
        self.pattern_features = np.asarray(
            [hashed(pattern_name(e.pattern.text)) for e in entries], np.uint32
        )

    def read(self, texts: Sequence[str], context: Context | None = None) -> Reading:
        """Texts with what was found in them."""
        corpus = read_corpus(texts, self.vocabulary)
        passages = passages_of(corpus)
        matches = _in_order(self.dictionary.matches(corpus))
        idioms = list(self.groups.found(corpus))
        around = context or Context.none(len(texts))
        whole = whole_texts(corpus)
        of_text = joined(*self._described(whole, matches, idioms, around))
        return Reading(
            texts,
            passages,
            matches,
            passages.of_word[matches.start],
            self._described(passages, matches, idioms, around),
            of_text._replace(row=whole.text[of_text.row]),
        )

    def _described(
        self,
        passages: Passages,
        matches: Matches,
        idioms: Sequence[tuple[str, Numbers]],
        context: Context,
    ) -> Described:
        patterns = self._pattern_entries(matches, passages.of_word[matches.start])
        return described(passages, self.words, patterns, _idiom_entries(idioms, passages), context)

    def _pattern_entries(self, matches: Matches, where: Numbers) -> Entries:
        long = matches.stop - matches.start > 1
        codes = _once(where, self._code[matches.entry])
        patterns = _once(where, self.pattern_features[matches.entry])
        return joined(
            codes,
            patterns,
            _once(where[long], self._phrase[matches.entry][long]),
            self._several(matches, where),
        )

    def _several(self, matches: Matches, where: Numbers) -> Entries:
        """Codes of which more than one pattern was found in a passage."""
        entries = self.dictionary.entries
        seen = dict.fromkeys(zip(where.tolist(), matches.entry.tolist(), strict=True))
        many: dict[tuple[int, str], int] = {}
        for row, entry in seen:
            many[row, entries[entry].code] = many.get((row, entries[entry].code), 0) + 1
        found = [
            (row, hashed(pattern_features(code)[2])) for (row, code), n in many.items() if n > 1
        ]
        rows, hashes = zip(*found, strict=True) if found else ((), ())
        return entries_of(np.asarray(rows, np.int32), np.asarray(hashes, np.uint32))


def _idiom_entries(idioms: Sequence[tuple[str, Numbers]], passages: Passages) -> Entries:
    parts = [entries_of(np.empty(0, np.int32), np.empty(0, np.uint32))]
    for name, start in idioms:
        feature = np.full(len(start), hashed("g:" + name), np.uint32)
        parts.append(entries_of(passages.of_word[start], feature))
    return joined(*parts)


def pattern_name(text: str) -> str:
    """The name of the feature that a pattern of the codebook is."""
    return "p:" + text


def _in_order(matches: Matches) -> Matches:
    order = np.lexsort((matches.stop, matches.start))
    return Matches(*(column[order] for column in matches))


def _once(rows: Numbers, hashes: np.ndarray) -> Entries:
    pairs = np.unique(np.stack([rows.astype(np.int64), hashes.astype(np.int64)]), axis=1)
    return entries_of(pairs[0], pairs[1])
