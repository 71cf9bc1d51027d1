"""How decisions help: our coder beside a classifier alone and an unanchored mix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple

import numpy as np
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from tests.coding.scoring import Measured, Rates, rates

from kwalevaluatie.suggest.conversations import by_turn
from kwalevaluatie.suggest.learning import Decided, learn, unmarked_beside
from kwalevaluatie.suggest.weights import no_weights

OURS = "kwalevaluatie"
THRESHOLDS = np.arange(0.05, 0.96, 0.05)
STEPS = (0, 25, 50, 100, 200)
ORDERS = 5
Fractions = dict[str, dict[int, Rates]]


def curve(measured: Measured, threshold: float) -> Fractions:
    """Rates per turn on the fragments that were not decided on, by number of decisions.

    A researcher reads fragments in a random order to the end and codes them; a decision is
    one coding. Every method sees the same, and is measured on the same; means over orders.
    Ours keeps its threshold; the others get, each time, the one that suits them best on the
    very turns they are measured on, which is more than they would have in life.
    """
    ways: dict[str, Callable[[np.ndarray], np.ndarray]] = {
        "patronen alleen": lambda rows: _patterns(measured),
        OURS: lambda rows: _ours(measured, rows),
        "classifier alleen": lambda rows: _alone(measured, rows),
        "mengsel zonder anker": lambda rows: (_patterns(measured) + _alone(measured, rows)) / 2,
    }
    found: dict[str, dict[int, list[Rates]]] = {name: {} for name in ways}
    for seed in range(ORDERS):
        order = np.random.default_rng(seed).permutation(len(measured.marked))
        for step in STEPS:
            rows, rest = _split(measured, order, step)
            for name, way in ways.items():
                found[name].setdefault(step, []).append(
                    _rates(measured, way(rows), rest, threshold if name == OURS else None)
                )
    return {name: {n: _mean(many) for n, many in steps.items()} for name, steps in found.items()}


def _split(measured: Measured, order: np.ndarray, decisions: int) -> tuple[np.ndarray, np.ndarray]:
    """The passages of the fragments read until that many decisions, and those of the others."""
    marks = np.asarray([len(measured.marked[one].marks) for one in order])
    many = int(np.searchsorted(np.cumsum(marks), decisions)) + 1 if decisions else 0
    read = np.isin(measured.examples.talks.owner, order[:many])
    said = measured.examples.talks.said
    return np.flatnonzero(read & said), np.flatnonzero(~read & said)


def _patterns(measured: Measured) -> np.ndarray:
    """The rule of thumb for patterns, without anything learned."""
    plain = no_weights().for_classes(measured.coder.codes)
    talks = measured.examples.talks
    return np.asarray(expit(plain.logits(talks.reading.everything, len(talks.turn))))


def _ours(measured: Measured, rows: np.ndarray) -> np.ndarray:
    labels = np.full(measured.examples.labels.shape, np.nan)
    labels[rows] = measured.examples.labels[rows]
    labels = unmarked_beside(labels, measured.examples.talks.turn)
    weights = learn(measured.coder.weights, Decided(measured.examples.talks, labels))
    return np.asarray(
        expit(measured.coder.with_weights(weights).logits(measured.examples.talks.reading))
    )


def _alone(measured: Measured, rows: np.ndarray) -> np.ndarray:
    """What a user would otherwise pick: tf-idf and logistic regression on the decisions alone."""
    labels, reading = measured.examples.labels, measured.examples.talks.reading
    places = [(reading.text_of(n), reading.place(n)) for n in range(len(labels))]
    texts = [text[start:stop] for text, (start, stop) in places]
    scores = np.zeros(labels.shape)
    if not len(rows):
        return scores
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    X, everything = words.fit_transform([texts[n] for n in rows]), words.transform(texts)
    for column in range(labels.shape[1]):
        if labels[rows, column].any():
            model = LogisticRegression(C=10, class_weight="balanced").fit(X, labels[rows, column])
            scores[:, column] = model.predict_proba(everything)[:, 1]
    return scores


def _rates(
    measured: Measured, scores: np.ndarray, rest: np.ndarray, threshold: float | None
) -> Rates:
    turn = measured.examples.talks.turn[rest]
    highest = by_turn(scores[rest], turn)
    truth = by_turn(measured.examples.labels[rest].astype(float), turn) > 0
    if threshold is not None:
        return rates(highest >= threshold, truth)
    return max((rates(highest >= t, truth) for t in THRESHOLDS), key=lambda found: found.f1)


def _mean(many: Sequence[Rates]) -> Rates:
    return Rates(*(float(np.mean(column)) for column in zip(*map(astuple, many), strict=True)))
