"""A whole study read at one moment, with what its decisions taught: help for the researcher."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse
from scipy.special import expit

from kwalevaluatie.model import Span, Suggestion, Transcript
from kwalevaluatie.suggest.coder import Coder, as_suggestion
from kwalevaluatie.suggest.conversations import by_turn
from kwalevaluatie.suggest.learning import Decided, Verdict, decided, learn

Z = 1.96


@dataclass(frozen=True)
class Remaining:
    """How many codings of a theme are probably still to be found, with a 95% interval.

    `found` turns have the theme now; `expected` more may have it among the turns that nobody
    read to the end.
    """

    code: str
    found: int
    expected: float
    low: float
    high: float


@dataclass(frozen=True)
class Alike:
    """A passage that resembles another; `shared` are the words that count most in that."""

    transcript: str
    span: Span
    similarity: float
    shared: tuple[str, ...]


class Assistance:
    """Reads all conversations of a study and learns from what was decided in them."""

    def __init__(
        self,
        coder: Coder,
        transcripts: Sequence[Transcript],
        verdicts: Collection[Verdict],
        finished: Collection[str],
    ) -> None:
        self.finished = finished
        self.known: Decided = decided(transcripts, coder.reader, coder.codes, verdicts, finished)
        self.talks = self.known.talks
        self.coder = coder.with_weights(learn(coder.weights, self.known))

    @cached_property
    def scores(self) -> np.ndarray:
        """The probability of each code for each passage."""
        return np.asarray(expit(self.coder.logits(self.talks.reading)))

    def suggestions(self) -> Iterator[Suggestion]:
        """Suggestions for what respondents say, in order of conversation and place."""
        first = self.talks.first_turn
        for one in self.coder.conversations(self.talks):
            row = bisect_right(first, one.text) - 1
            yield as_suggestion(one, self.talks.transcripts[row].id, one.text - first[row])

    def remaining(self) -> list[Remaining]:
        """What is probably still to be found, theme by theme, counted in turns."""
        read = np.asarray([one.id in self.finished for one in self.talks.transcripts], bool)
        said = self.talks.said
        turn, open_ = self.talks.turn[said], ~read[self.talks.owner[said]]
        has = by_turn(np.nan_to_num(self.known.labels[said]), turn) > 0
        unknown = by_turn(np.isnan(self.known.labels[said]) & open_[:, None], turn) > 0
        chance = np.where(has | ~unknown, 0.0, by_turn(self.scores[said], turn))
        expected = chance.sum(axis=0)
        margin = Z * np.sqrt((chance * (1 - chance)).sum(axis=0))
        return [
            Remaining(code, int(has[:, n].sum()), float(expected[n]),
                      max(float(expected[n] - margin[n]), 0.0), float(expected[n] + margin[n]))
            for n, code in enumerate(self.coder.codes)
        ]  # fmt: skip

    def like(self, transcript: str, span: Span, many: int) -> list[Alike]:
        """The passages of respondents that most resemble a quotation, elsewhere in the study."""
        row = [one.id for one in self.talks.transcripts].index(transcript)
        asked = self.talks.passages_under(row, span)
        if not asked:
            return []
        table, example = self._rows, self._rows[asked].sum(axis=0)
        similarity = np.asarray(table @ example.T).ravel() / max(
            float(np.linalg.norm(example)), 1e-9
        )
        similarity[asked] = 0
        similarity[~self.talks.said] = 0
        best = np.argsort(-similarity, kind="stable")[:many]
        return [self._alike(int(one), asked, similarity) for one in best if similarity[one] > 0]

    def _alike(self, passage: int, asked: list[int], similarity: np.ndarray) -> Alike:
        words = self.talks.reading.words_of
        weights = self._weight_of_lemma
        shared = {lemma for one in asked for lemma in words(one)[1]} & set(words(passage)[1])
        ranked = sorted(shared, key=lambda lemma: -weights.get(lemma, 0.0))
        return Alike(
            transcript=self.talks.transcripts[int(self.talks.owner[passage])].id,
            span=self.talks.span(passage),
            similarity=round(float(similarity[passage]), 3),
            shared=tuple(word for word in ranked if word[0].isalpha())[:4],
        )

    @cached_property
    def _rows(self) -> sparse.csr_matrix:
        """The words of each passage, rare ones heavier (tf-idf; Spärck Jones, 1972), length 1."""
        entries = self.talks.reading.features.words
        many = len(self.talks.turn)
        features, column = np.unique(entries.feature, return_inverse=True)
        table = sparse.csr_matrix((entries.weight, (entries.row, column)), (many, len(features)))
        rarity = np.log(many / np.maximum(table.getnnz(axis=0), 1))
        table = (table @ sparse.diags(rarity)).tocsr()
        length = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
        return (sparse.diags(1 / np.maximum(length, 1e-9)) @ table).tocsr()

    @cached_property
    def _weight_of_lemma(self) -> dict[str, float]:
        count: dict[str, int] = {}
        for passage in range(len(self.talks.turn)):
            for lemma in set(self.talks.reading.words_of(passage)[1]):
                count[lemma] = count.get(lemma, 0) + 1
        return {lemma: float(np.log(len(self.talks.turn) / n)) for lemma, n in count.items()}
