"""Learning from decisions without forgetting what was known before the first one."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils import Tags
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

TOLERANCE, SMALLEST_STEP = 1e-3, 1e-3


class AnchoredClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression that starts from given weights and moves away only with evidence.

    It minimises log loss + ‖w − w₀‖² / 2C: ridge logistic regression with its penalty around
    prior weights w₀ instead of around zero, or the most probable weights under a normal prior
    (Chelba & Acero, 2006). Without examples it is the prior; with many it is ordinary logistic
    regression. For two classes; use one for each code.

    Parameters
    ----------
    prior : array of shape (n_features,), optional
        The weights to start from; zeros when not given.
    prior_intercept : float
        The intercept to start from; it is a weight like the others.
    C : float
        How easily the weights leave the prior; the variance of each.

    Attributes
    ----------
    coef_ : array of shape (1, n_features)
    intercept_ : array of shape (1,)
    classes_ : array of shape (2,)
    """

    def __init__(
        self, prior: Any = None, prior_intercept: float = 0.0, C: float = 1.0, max_iter: int = 200
    ) -> None:
        self.prior = prior
        self.prior_intercept = prior_intercept
        self.C = C
        self.max_iter = max_iter

    def fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:
        """Learn from rows of features with two kinds of labels; returns the classifier.

        Raises ValueError when `y` has one kind only, or the prior another length than a row.
        """
        X, y = validate_data(self, X, y, accept_sparse="csr", dtype=np.float64)
        check_classification_targets(y)
        self.classes_, classes = np.unique(y, return_inverse=True)
        if len(self.classes_) != 2:
            raise ValueError(_other_than_two(len(self.classes_)))
        weight = _check_sample_weight(sample_weight, X)
        prior = self._start(X.shape[1])
        at, self.n_iter_ = moved(prior, X, classes > 0, weight, C=self.C, max_iter=self.max_iter)
        self.coef_, self.intercept_ = at[None, :-1], at[-1:]
        return self

    def _start(self, features: int) -> np.ndarray:
        weights = np.zeros(features) if self.prior is None else np.asarray(self.prior, float)
        if weights.shape != (features,):
            raise ValueError(f"the prior has {weights.size} weights, X has {features} features")
        return np.append(weights, self.prior_intercept)

    def decision_function(self, X: Any) -> np.ndarray:
        """The log odds of the second class, for each row."""
        check_is_fitted(self)
        X = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=False)
        return np.asarray(X @ self.coef_[0] + self.intercept_[0])

    def predict_proba(self, X: Any) -> np.ndarray:
        """The probability of each class: shape (n_rows, 2)."""
        second = expit(self.decision_function(X))
        return np.column_stack([1 - second, second])

    def predict(self, X: Any) -> np.ndarray:
        """The more probable class of each row."""
        likely = self.decision_function(X) > 0
        return np.asarray(self.classes_[likely.astype(int)])

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        tags.input_tags.sparse = True
        return tags


def moved(
    prior: np.ndarray, X: Any, yes: np.ndarray, weight: np.ndarray, *, C: float, max_iter: int = 100
) -> tuple[np.ndarray, np.ndarray]:
    """The weights (the intercept last) after seeing examples, and the number of steps taken."""
    found = minimize(
        _loss, prior, args=(X, np.where(yes, 1.0, -1.0), weight, prior, C),
        method="L-BFGS-B", jac=True, options={"maxiter": max_iter},
    )  # fmt: skip
    return found.x, np.asarray([found.nit])


def _loss(
    at: np.ndarray, X: Any, sign: np.ndarray, weight: np.ndarray, prior: np.ndarray, C: float
) -> tuple[float, np.ndarray]:
    margin = sign * (X @ at[:-1] + at[-1])
    away = at - prior
    loss = weight @ np.logaddexp(0, -margin) + away @ away / (2 * C)
    pull = -weight * sign * expit(-margin)
    return float(loss), np.append(X.T @ pull, pull.sum()) + away / C


def pulls(
    gram: np.ndarray,
    offset: np.ndarray,
    yes: np.ndarray,
    weight: np.ndarray,
    *,
    C: float,
    steps: int = 25,
) -> np.ndarray:
    """How hard each example pulls at the weights: the same minimum as `moved`, from the gram.

    With far fewer examples than features it is quicker to look for the pulls α: the weights
    are w₀ + Xᵀα, the log odds `offset` + `gram` α, and at the minimum α = C · weight · (y − p).
    Newton's method, with halved steps where a whole one would be too far.
    """
    pull, wanted = np.zeros(len(offset)), yes.astype(float)
    loss = _dual_loss(pull, gram, offset, wanted, weight, C)
    for _ in range(steps):
        chance = expit(offset + gram @ pull)
        lacking = pull / C - weight * (wanted - chance)
        if np.abs(lacking).max(initial=0.0) < TOLERANCE:
            break
        slope = np.eye(len(offset)) / C + (weight * chance * (1 - chance))[:, None] * gram
        step, size = np.linalg.solve(slope, lacking), 1.0
        after = _dual_loss(pull - step, gram, offset, wanted, weight, C)
        while after > loss and size > SMALLEST_STEP:
            size /= 2
            after = _dual_loss(pull - size * step, gram, offset, wanted, weight, C)
        pull, loss = pull - size * step, after
    return pull


def _dual_loss(
    pull: np.ndarray,
    gram: np.ndarray,
    offset: np.ndarray,
    wanted: np.ndarray,
    weight: np.ndarray,
    C: float,
) -> float:
    away = gram @ pull
    margin = np.where(wanted > 0, 1.0, -1.0) * (offset + away)
    return float(weight @ np.logaddexp(0, -margin) + pull @ away / (2 * C))


def _other_than_two(classes: int) -> str:
    if classes == 1:
        return "Classifier can't train when only one class is present."
    return (
        "Only binary classification is supported. The type of the target is multiclass "
        f"({classes} classes)."
    )
