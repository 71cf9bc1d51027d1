"""Figures on labelled sets: how good proposals are, and how far they help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from kwalevaluatie.model import MarkedTranscript
from kwalevaluatie.suggest.coder import Coder, Proposal
from kwalevaluatie.suggest.conversations import by_turn
from kwalevaluatie.suggest.training import Examples, read_examples


@dataclass(frozen=True)
class Rates:
    """Precision, recall and F1 over all themes together, and the mean F1 of the themes."""

    precision: float
    recall: float
    f1: float
    macro: float

    def __str__(self) -> str:
        return " | ".join(shown(x) for x in (self.precision, self.recall, self.f1, self.macro))


def shown(number: float) -> str:
    """A figure as the page prints it."""
    return f"{number:.2f}".replace(".", ",")


def rates(proposed: np.ndarray, truth: np.ndarray) -> Rates:
    """Rates of proposals against the truth: both units × themes."""
    hit = proposed & truth
    per_theme = [f1(hit[:, n].sum(), proposed[:, n].sum(), truth[:, n].sum())
                 for n in range(truth.shape[1]) if truth[:, n].any()]  # fmt: skip
    return Rates(
        precision=float(hit.sum() / max(proposed.sum(), 1)),
        recall=float(hit.sum() / max(truth.sum(), 1)),
        f1=f1(hit.sum(), proposed.sum(), truth.sum()),
        macro=float(np.mean(per_theme)),
    )


def f1(hit: float, proposed: float, truth: float) -> float:
    """The harmonic mean of precision and recall."""
    return float(2 * hit / (proposed + truth)) if proposed + truth else 1.0


class Measured:
    """A labelled set with the probability of every theme in every passage of a respondent."""

    def __init__(self, coder: Coder, marked: Sequence[MarkedTranscript]) -> None:
        self.coder, self.marked = coder, marked
        self.examples: Examples = read_examples(marked, coder.reader, coder.codes)
        self.score(coder)

    def score(self, coder: Coder) -> None:
        """Take the probabilities of a coder."""
        talks = self.examples.talks
        said = talks.said
        scores = expit(coder.logits(talks.reading))[said]
        self.passage_scores, self.passage_truth = scores, self.examples.labels[said]
        self.turn_scores = by_turn(scores, talks.turn[said])
        self.turn_truth = by_turn(self.passage_truth.astype(float), talks.turn[said]) > 0
        self.owner = by_turn(talks.owner[said][:, None].astype(float), talks.turn[said])[:, 0]

    def per_turn(self, threshold: float) -> Rates:
        """Rates where a turn counts once for each theme."""
        return rates(self.turn_scores >= threshold, self.turn_truth)

    def per_passage(self, threshold: float) -> Rates:
        """Rates where a sentence counts once for each theme."""
        return rates(self.passage_scores >= threshold, self.passage_truth)


def top_three(scores: np.ndarray, truth: np.ndarray) -> float:
    """The share of true codings that are among the three likeliest themes of their unit."""
    best = np.argsort(-scores, axis=1)[:, :3]
    return float(np.take_along_axis(truth, best, axis=1).sum() / truth.sum())


def share_at_precision(scores: np.ndarray, truth: np.ndarray, wanted: float) -> float:
    """The share of true codings above the score from which precision is at least `wanted`."""
    order = np.argsort(-scores, axis=None)
    right = np.cumsum(truth.ravel()[order])
    good = np.flatnonzero(right / np.arange(1, len(right) + 1) >= wanted)
    return float(right[good[-1]] / truth.sum()) if len(good) else 0.0


def reading_to_find(scores: np.ndarray, truth: np.ndarray, wanted: float) -> float:
    """The share of units to read, likeliest first, until a share of the codings was seen."""
    order = np.argsort(-scores.max(axis=1))
    seen = np.cumsum(truth.sum(axis=1)[order]) / truth.sum()
    return float((np.argmax(seen >= wanted) + 1) / len(order))


def values_right(coder: Coder, marked: Iterable[MarkedTranscript]) -> tuple[float, float, int]:
    """Of the right proposals: the share with the right value, and moment; and how many."""
    value = moment = many = 0
    for one in marked:
        found = {(p.text, p.code): p for p in best_first(coder.transcript(one.transcript))}
        for mark in one.marks:
            proposal = found.get((mark.span.turn, mark.code))
            if proposal:
                many += 1
                value += proposal.valence == mark.valence
                moment += mark.moment in proposal.moment
    return value / many, moment / many, many


def best_first(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals with the surest last, so that it stays when a turn has several."""
    return sorted(proposals, key=lambda one: one.score)
