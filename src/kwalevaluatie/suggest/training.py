"""Learning the themes of a codebook from conversations in which a coder marked what is said.

Every passage is one example for every code: yes where a marked stretch lies in it, else no.
One logistic regression a code, on the features of `features.py`; the scores are then brought
on the scale of probabilities (Platt, 1999) on conversations left out of the learning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from kwalevaluatie.model import Codebook, Mark, MarkedTranscript
from kwalevaluatie.suggest.coder import log_odds
from kwalevaluatie.suggest.conversations import Conversations, by_turn, read_conversations
from kwalevaluatie.suggest.dictionary import Dictionary
from kwalevaluatie.suggest.features import Entries, entries_of, hashed, joined
from kwalevaluatie.suggest.groups import word_groups
from kwalevaluatie.suggest.moment import moment_of
from kwalevaluatie.suggest.reading import Reader
from kwalevaluatie.suggest.trained import Trained
from kwalevaluatie.suggest.valence import valence_of
from kwalevaluatie.suggest.valuing import moment_feature, value_features
from kwalevaluatie.suggest.weights import Weights, logit, no_weights

FOLDS = 3
FEWEST = 2
SHORTEST_TALK = 4
LIGHTEST = 0.02
THRESHOLDS = np.arange(0.1, 0.61, 0.02)


@dataclass(frozen=True, eq=False)
class Examples:
    """Passages to learn from.

    `labels` has a row a passage and a column a code; `marks` are (passage, mark) pairs.
    """

    talks: Conversations
    labels: np.ndarray
    marks: tuple[tuple[int, Mark], ...]

    @property
    def features(self) -> Entries:
        """All features of the passages."""
        return self.talks.reading.everything

    @property
    def natural(self) -> np.ndarray:
        """Whether each passage is of a respondent in a whole conversation.

        Loose utterances were written for their theme: they do not say how often it comes up.
        """
        long = [len(one.turns) >= SHORTEST_TALK for one in self.talks.transcripts]
        return np.asarray(np.asarray(long)[self.talks.owner] & self.talks.said)

    @property
    def fold(self) -> np.ndarray:
        """The part of the conversations that each passage is in, for leaving parts out."""
        return np.asarray(self.talks.owner % FOLDS)


def read_examples(
    marked: Sequence[MarkedTranscript], reader: Reader, codes: Sequence[str], *, alone: bool = False
) -> Examples:
    """Marked conversations as examples; `alone` reads every turn without what is around it."""
    talks = read_conversations([one.transcript for one in marked], reader, alone=alone)
    marks = tuple(
        (passage, mark)
        for row, one in enumerate(marked)
        for mark in one.marks
        for passage in talks.passages_under(row, mark.span)
    )
    labels = np.zeros((len(talks.turn), len(codes)), bool)
    column = {code: number for number, code in enumerate(codes)}
    for passage, mark in marks:
        if mark.code in column:
            labels[passage, column[mark.code]] = True
    return Examples(talks, labels, marks)


def train(marked: Sequence[MarkedTranscript], codebook: Codebook) -> Trained:
    """Learn codes, values and moments of a codebook from marked conversations."""
    reader = Reader(Dictionary(codebook), word_groups())
    spoken = {mark.code for one in marked for mark in one.marks}
    codes = tuple(code.id for code in codebook.active if code.id in spoken)
    examples = read_examples(marked, reader, codes)
    alone = read_examples(marked, reader, codes, alone=True)
    weights, threshold, left_out = train_codes(examples, codes)
    return Trained(
        codes=_light(weights),
        values=_light(train_values(examples, codebook)),
        moments=_light(train_moments(examples)),
        patterns=np.unique(reader.pattern_features),
        threshold=threshold,
        alone=alone_shift(alone, left_out, threshold),
    )


def train_codes(examples: Examples, codes: Sequence[str]) -> tuple[Weights, float, list[Weights]]:
    """Weights for codes with calibrated probabilities, the best threshold, and a check.

    The check is the weights that were learned without each part of the conversations.
    """
    empty = replace(_unlearned(examples.features), classes=tuple(codes))
    said = examples.talks.said
    X, labels = empty.matrix(examples.features, len(said))[said], examples.labels[said]
    fold, logits, without = examples.fold[said], np.zeros(labels.shape), []
    for part in range(FOLDS):
        rest, mine = np.flatnonzero(fold != part), np.flatnonzero(fold == part)
        without.append(_weights(empty, *fit(X[rest], labels[rest])))
        logits[mine] = log_odds(without[-1], examples.talks.reading)[said][mine]
    natural = examples.natural[said]
    slope, shift = calibration(logits[natural], labels[natural])
    values, intercept = fit(X, labels)
    threshold = best_threshold(
        logits[natural] * slope + shift, labels[natural], examples.talks.turn[said][natural]
    )
    calibrated = [_weights(empty, w.values * slope, w.intercept * slope + shift) for w in without]
    return _weights(empty, values * slope, intercept * slope + shift), threshold, calibrated


def _weights(empty: Weights, values: np.ndarray, intercept: np.ndarray) -> Weights:
    return replace(empty, values=values.astype(np.float32), intercept=intercept)


def alone_shift(alone: Examples, without: Sequence[Weights], threshold: float) -> float:
    """What to add to the log odds where a text stands alone, for the best F1 at the threshold."""
    natural = alone.natural
    reading = alone.talks.reading
    logits = np.choose(alone.fold[:, None], [log_odds(one, reading) for one in without])[natural]
    best = best_threshold(logits, alone.labels[natural], alone.talks.turn[natural])
    return logit(threshold) - logit(best)


def _unlearned(entries: Entries) -> Weights:
    """No weights yet, for the features that occur often enough to learn from."""
    hashes, count = np.unique(entries.feature, return_counts=True)
    return replace(no_weights(), hashes=hashes[count >= FEWEST])


def fit(X: sparse.csr_matrix, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One logistic regression a column of labels: weights (features, codes) and intercepts."""
    values = np.zeros((X.shape[1], labels.shape[1]))
    intercept = np.full(labels.shape[1], -5.0)
    for column in range(labels.shape[1]):
        if labels[:, column].any():
            model = LogisticRegression(C=0.5, solver="liblinear", tol=0.01)
            model.fit(X, labels[:, column])
            values[:, column], intercept[column] = model.coef_[0], model.intercept_[0]
    return values, intercept


def calibration(logits: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The slope and shift that bring the log odds of each code on the scale of probabilities."""
    slope, shift = np.ones(labels.shape[1]), np.zeros(labels.shape[1])
    for column in range(labels.shape[1]):
        if labels[:, column].any():
            model = LogisticRegression(C=1e6).fit(logits[:, [column]], labels[:, column])
            slope[column], shift[column] = model.coef_[0, 0], model.intercept_[0]
    return slope, shift


def best_threshold(logits: np.ndarray, labels: np.ndarray, turn: np.ndarray) -> float:
    """The probability from which proposing gives the best micro F1 per turn."""
    scores, truth = by_turn(logits, turn), by_turn(labels.astype(float), turn) > 0
    found = [_f1(scores >= logit(t), truth) for t in THRESHOLDS]
    return float(THRESHOLDS[int(np.argmax(found))])


def _f1(proposed: np.ndarray, truth: np.ndarray) -> float:
    return float(2 * (proposed & truth).sum() / max(proposed.sum() + truth.sum(), 1))


def train_values(examples: Examples, codebook: Codebook) -> Weights:
    """Weights for how the speaker values what is marked."""
    turned = {code.id for code in codebook if code.polarity == "omgekeerd"}
    words = examples.talks.reading.words_of
    extra = [
        value_features(mark.code, valence_of(*words(row), mark.code in turned))
        for row, mark in examples.marks
    ]
    return _train_marks(examples, extra, [mark.valence for _, mark in examples.marks])


def train_moments(examples: Examples) -> Weights:
    """Weights for then or now."""
    words = examples.talks.reading.words_of
    extra = [(moment_feature(moment_of(words(row)[0])),) for row, _ in examples.marks]
    return _train_marks(examples, extra, [mark.moment for _, mark in examples.marks])


def _train_marks(
    examples: Examples, extra: Sequence[Sequence[str]], labels: Sequence[str]
) -> Weights:
    """A multinomial model over marks: what is in their passage, and features of their own."""
    added = [(row, hashed(name)) for row, names in enumerate(extra) for name in names]
    rows, hashes = (np.asarray(column) for column in zip(*added, strict=True))
    own = entries_of(rows, hashes)
    passages = np.asarray([row for row, _ in examples.marks])
    everything = examples.features
    empty = _unlearned(joined(everything, own))
    X = empty.matrix(everything, len(examples.labels))[passages] + empty.matrix(own, len(passages))
    model = LogisticRegression(C=0.1, max_iter=200).fit(X, np.asarray(labels))
    coef, intercept = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        coef, intercept = np.vstack([-coef, coef]) / 2, np.append(-intercept, intercept) / 2
    return replace(
        empty, classes=tuple(map(str, model.classes_)), values=coef.T.astype(np.float32),
        intercept=intercept,
    )  # fmt: skip


def _light(weights: Weights) -> Weights:
    """Without the features that hardly weigh anything."""
    heavy = np.abs(weights.values).max(axis=1) >= LIGHTEST
    return replace(weights, hashes=weights.hashes[heavy], values=weights.values[heavy])
