"""A linear model as numbers in a file: what each feature weighs for each code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from kwalevaluatie.suggest.features import PATTERN_SCALE, Entries, Hashes, hashed

SINGLE_WORD, PHRASE, SEVERAL = 0.6, 0.75, 0.9
NOTHING_FOUND = 0.004

Table = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Weights:
    """What features weigh for classes: `values` has a row a feature, a column a class.

    `hashes` are the features in order of their hash; a feature that is not there weighs
    nothing. A score is the logistic of `intercept` plus the weights of what is found.
    """

    classes: tuple[str, ...]
    hashes: Hashes
    values: Table
    intercept: np.ndarray

    def matrix(self, entries: Entries, many: int) -> csr_matrix:
        """Entries as a sparse table: a row a passage, a column for each feature known here."""
        column = np.searchsorted(self.hashes, entries.feature)
        column = np.minimum(column, max(len(self.hashes) - 1, 0))
        known = np.zeros(len(column), bool)
        if len(self.hashes):
            known = self.hashes[column] == entries.feature
        return csr_matrix(
            (entries.weight[known], (entries.row[known], column[known])),
            shape=(many, len(self.hashes)),
        )

    def logits(self, entries: Entries, many: int) -> np.ndarray:
        """The log odds of each class for each passage: shape (many, classes)."""
        return np.asarray(self.sums(entries, many) + self.intercept)

    def sums(self, entries: Entries, many: int) -> np.ndarray:
        """What the entries of each passage weigh together for each class."""
        return np.asarray(self.matrix(entries, many) @ self.values)

    def sum_of(self, features: Sequence[int]) -> np.ndarray:
        """What some features weigh together for each class."""
        nothing = np.zeros(len(self.classes), np.float32)
        return np.asarray(sum((self.of(one) for one in features), start=nothing))

    def of(self, feature: int) -> np.ndarray:
        """What one feature weighs for each class."""
        at = int(np.searchsorted(self.hashes, np.uint32(feature)))
        if at == len(self.hashes) or self.hashes[at] != feature:
            return np.zeros(len(self.classes), np.float32)
        return np.asarray(self.values[at])

    def for_classes(self, classes: Sequence[str]) -> Weights:
        """The same for these codes; one that is not known yet rests on its patterns alone."""
        made = self.with_features(np.asarray(_dictionary_features(classes), np.uint32))
        column = {name: number for number, name in enumerate(self.classes)}
        values = np.zeros((len(made.hashes), len(classes)), np.float32)
        intercept = np.full(len(classes), logit(NOTHING_FOUND), np.float32)
        for number, name in enumerate(classes):
            if name in column:
                values[:, number] = made.values[:, column[name]]
                intercept[number] = self.intercept[column[name]]
            else:
                places = np.searchsorted(made.hashes, _dictionary_features([name]))
                values[places, number] = _DICTIONARY_WEIGHTS
        return replace(made, classes=tuple(classes), values=values, intercept=intercept)

    def with_features(self, hashes: Hashes) -> Weights:
        """The same with room for more features, which weigh nothing yet."""
        every = np.union1d(self.hashes, hashes).astype(np.uint32)
        values = np.zeros((len(every), len(self.classes)), np.float32)
        values[np.searchsorted(every, self.hashes)] = self.values
        return replace(self, hashes=every, values=values)


def no_weights() -> Weights:
    """The weights of nobody who learned anything."""
    return Weights((), np.empty(0, np.uint32), np.empty((0, 0), np.float32), np.empty(0))


def logit(probability: float) -> float:
    """The log odds of a probability."""
    return float(np.log(probability / (1 - probability)))


def pattern_features(code: str) -> tuple[str, str, str]:
    """What is known of patterns in a passage: one was found, a phrase was, several were."""
    return f"found:{code}", f"phrase:{code}", f"several:{code}"


def _dictionary_features(codes: Sequence[str]) -> list[int]:
    return [hashed(name) for code in codes for name in pattern_features(code)]


_STEPS = np.diff([logit(p) for p in (NOTHING_FOUND, SINGLE_WORD, PHRASE, SEVERAL)])
_DICTIONARY_WEIGHTS = _STEPS / PATTERN_SCALE
