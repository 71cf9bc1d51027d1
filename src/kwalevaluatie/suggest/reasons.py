"""Why a passage is proposed for a code, in the words of the passage."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kwalevaluatie.suggest.features import PIECE_WEIGHT
from kwalevaluatie.suggest.reading import Reader, Reading
from kwalevaluatie.suggest.weights import Weights

MOST_WORDS = 3
WEIGHS = 0.35
AROUND = {
    "question": "de vraag",
    "around": "wat er vlak voor of na gezegd wordt",
    "before": "het antwoord ervoor",
}


class Reasons:
    """Knows what each word weighs for each code; kept from text to text."""

    def __init__(self, reader: Reader, weights: Weights) -> None:
        self.reader, self.weights = reader, weights
        self._words: dict[int, np.ndarray] = {}

    def read(self, reading: Reading) -> ReasonsFor:
        """The reasons for the passages of some texts."""
        return ReasonsFor(self, reading)

    def weight_of_word(self, word: int) -> np.ndarray:
        """What a word weighs for each code: itself, its word groups and its pieces."""
        if word not in self._words:
            features = self.reader.words
            whole = [int(features.word[word]), *features.group_of.row(word)]
            pieces = features.pieces.row(word)
            self._words[word] = self.weights.sum_of(whole) + PIECE_WEIGHT * self.weights.sum_of(
                pieces
            )
        return self._words[word]


class ReasonsFor:
    """Says which patterns, which words and what around it make a passage likely for a code."""

    def __init__(self, reasons: Reasons, reading: Reading) -> None:
        self.reasons, self.reading = reasons, reading
        many = len(reading.passages)
        self.around = {
            words: reasons.weights.sums(getattr(reading.features, kind), many)
            for kind, words in AROUND.items()
        }

    def __call__(self, row: int, column: int) -> str:
        """The reason for one passage and code, for a person to judge."""
        parts = list(dict.fromkeys(self._patterns(row, column)))
        if words := self._words(row, column):
            parts.append("weegt mee: " + ", ".join(f"“{word}”" for word in words))
        parts += [words for words, sums in self.around.items() if sums[row, column] > WEIGHS]
        return "; ".join(parts) or "alles bij elkaar"

    def _patterns(self, row: int, column: int) -> Iterator[str]:
        code = self.reasons.weights.classes[column]
        for match in self.reading.matches_in(row):
            entry = self.reasons.reader.dictionary.entries[self.reading.matches.entry[match]]
            if entry.code == code:
                yield f"“{self.reading.words_at(match)}” ({entry.pattern.register})"

    def _words(self, row: int, column: int) -> list[str]:
        """The words that speak most for the code."""
        passages, corpus = self.reading.passages, self.reading.corpus
        text = self.reading.text_of(row)
        weighed: dict[str, float] = {}
        for place in range(passages.first[row], passages.last[row]):
            weight = self.reasons.weight_of_word(int(corpus.words[place]))[column]
            if weight > WEIGHS:
                words = text[corpus.start[place] : corpus.stop[place]]
                weighed[words] = max(float(weight), weighed.get(words, 0.0))
        return sorted(weighed, key=weighed.__getitem__, reverse=True)[:MOST_WORDS]
