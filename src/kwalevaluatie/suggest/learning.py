"""Learning from a researcher's own decisions, on top of what was known before.

The weights of each code move from where they stand as far as the decisions give reason to
(`anchored.py`). How far is chosen by leaving decided conversations out in turn; not moving at
all is one of the choices, so that a few odd decisions do no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from kwalevaluatie.model import Span, Transcript
from kwalevaluatie.suggest.anchored import pulls
from kwalevaluatie.suggest.conversations import Conversations, best_of_turn, read_conversations
from kwalevaluatie.suggest.reading import Reader
from kwalevaluatie.suggest.weights import Weights, logit

LOOSENESS = (0.003, 0.01, 0.03)
FOLDS = 3
SEEMING = 0.02
DRAWN, MOST = 150, 3000
UNKNOWN = np.nan


@dataclass(frozen=True)
class Verdict:
    """What a person decided of a stretch of a conversation: this code, or not this code."""

    transcript: str
    span: Span
    code: str
    yes: bool


@dataclass(frozen=True, eq=False)
class Decided:
    """Passages with what is known of them: 1, 0 or not known (nan) for each code."""

    talks: Conversations
    labels: np.ndarray


def decided(
    transcripts: Sequence[Transcript],
    reader: Reader,
    codes: Sequence[str],
    verdicts: Iterable[Verdict],
    finished: Iterable[str] = (),
) -> Decided:
    """What verdicts say of the passages of conversations.

    In a conversation that somebody finished reading, what was not coded is a no.
    """
    talks = read_conversations(transcripts, reader)
    row = {one.id: number for number, one in enumerate(transcripts)}
    column = {code: number for number, code in enumerate(codes)}
    labels = np.full((len(talks.turn), len(codes)), UNKNOWN)
    read = np.isin(talks.owner, [row[name] for name in finished if name in row]) & talks.said
    labels[read] = 0.0
    for verdict in sorted(verdicts, key=lambda verdict: verdict.yes):
        if verdict.transcript in row and verdict.code in column:
            under = talks.passages_under(row[verdict.transcript], verdict.span)
            labels[under, column[verdict.code]] = float(verdict.yes)
    return Decided(talks, unmarked_beside(labels, talks.turn))


def unmarked_beside(labels: np.ndarray, turn: np.ndarray) -> np.ndarray:
    """Labels in which a no becomes unknown where the same turn has a yes for the code.

    Coders mark where a theme is said best; the sentence beside it often speaks of it too.
    """
    yes = best_of_turn(np.nan_to_num(labels), turn) > 0
    return np.where(yes & (labels == 0), UNKNOWN, labels)


def learn(weights: Weights, known: Decided) -> Weights:
    """The weights after seeing what was decided."""
    rows = np.flatnonzero(~np.isnan(known.labels).all(axis=1))
    if not len(rows):
        return weights
    features = known.talks.reading.everything
    mine = np.isin(features.row, rows)
    wide = weights.with_features(np.unique(features.feature[mine]))
    evidence = _evidence(wide, wide.matrix(features, len(known.labels))[rows], known, rows)
    looseness = _best_looseness(evidence)
    return _moved(wide, evidence, looseness) if looseness else weights


@dataclass(frozen=True, eq=False)
class _Evidence:
    """Decided passages: their features, gram matrix, log odds so far, labels and parts.

    `weight` is how many passages each stands for, for each code: of those without the code
    that did not seem to have it either, only some are kept, and stand for all.
    """

    X: sparse.csr_matrix
    gram: np.ndarray
    logits: np.ndarray
    labels: np.ndarray
    weight: np.ndarray
    fold: np.ndarray


def _evidence(
    weights: Weights, X: sparse.csr_matrix, known: Decided, rows: np.ndarray
) -> _Evidence:
    labels, fold = known.labels[rows], known.talks.owner[rows] % FOLDS
    logits = X @ weights.values + weights.intercept
    tells = (labels == 1) | ((labels == 0) & (logits > logit(SEEMING)))
    easy = (labels == 0) & ~tells
    drawn = np.zeros(len(rows), bool)
    drawn[np.random.default_rng(0).permutation(len(rows))[:DRAWN]] = True
    share = (easy & drawn[:, None]).sum(axis=0) / np.maximum(easy.sum(axis=0), 1)
    weight = tells + (easy & drawn[:, None]) / np.maximum(share, 1e-9)
    kept = np.flatnonzero(weight.any(axis=1))
    if len(kept) > MOST:
        kept = np.sort(kept[np.argsort(-logits[kept].max(axis=1), kind="stable")[:MOST]])
    X, gram = X[kept], np.asarray((X[kept] @ X[kept].T).todense()) + 1.0
    return _Evidence(X, gram, logits[kept], labels[kept], weight[kept], fold[kept])


def _best_looseness(evidence: _Evidence) -> float:
    """How easily weights may move, by the loss on parts left out; 0 where any move is a loss."""
    losses = dict.fromkeys((0.0, *LOOSENESS), 0.0)
    for column in range(evidence.labels.shape[1]):
        rows = np.flatnonzero(evidence.weight[:, column])
        yes, weight = evidence.labels[rows, column] > 0, evidence.weight[rows, column]
        offset, fold = evidence.logits[rows, column], evidence.fold[rows]
        gram = evidence.gram[np.ix_(rows, rows)]
        losses[0.0] += _loss(offset, yes, weight)
        for looseness in LOOSENESS:
            for part in np.unique(fold):
                rest, mine = np.flatnonzero(fold != part), np.flatnonzero(fold == part)
                inner = gram[np.ix_(rest, rest)]
                pull = pulls(inner, offset[rest], yes[rest], weight[rest], C=looseness)
                after = offset[mine] + gram[np.ix_(mine, rest)] @ pull
                losses[looseness] += _loss(after, yes[mine], weight[mine])
    return min(losses, key=losses.__getitem__)


def _loss(logits: np.ndarray, yes: np.ndarray, weight: np.ndarray) -> float:
    return float(weight @ np.logaddexp(0, np.where(yes, -logits, logits)))


def _moved(weights: Weights, evidence: _Evidence, looseness: float) -> Weights:
    values, intercept = weights.values.copy(), weights.intercept.astype(float)
    for column in range(evidence.labels.shape[1]):
        rows = np.flatnonzero(evidence.weight[:, column])
        pull = pulls(
            evidence.gram[np.ix_(rows, rows)],
            evidence.logits[rows, column],
            evidence.labels[rows, column] > 0,
            evidence.weight[rows, column],
            C=looseness,
        )
        values[:, column] += evidence.X[rows].T @ pull
        intercept[column] += pull.sum()
    return replace(weights, values=values, intercept=intercept)
