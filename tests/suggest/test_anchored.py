from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.utils.estimator_checks import parametrize_with_checks

from kwalevaluatie.suggest.anchored import AnchoredClassifier, pulls

RANDOM = np.random.default_rng(1)
X = RANDOM.normal(size=(200, 4))
Y = (X @ [2.0, -1.0, 0.0, 0.5] + RANDOM.normal(size=200) > 0).astype(int)


@parametrize_with_checks([AnchoredClassifier()])
def test_it_keeps_the_rules_of_scikit_learn(estimator: Any, check: Any) -> None:
    check(estimator)


def test_without_a_prior_it_is_logistic_regression() -> None:
    theirs = LogisticRegression(C=0.3, tol=1e-8, fit_intercept=False)
    theirs.fit(np.hstack([X, np.ones((200, 1))]), Y)
    ours = AnchoredClassifier(C=0.3, max_iter=2000).fit(X, Y)
    assert np.allclose([*ours.coef_[0], *ours.intercept_], theirs.coef_[0], atol=1e-3)


def test_little_evidence_leaves_it_at_the_prior_and_much_moves_it() -> None:
    prior = [0.0, 3.0, 0.0, 0.0]
    stiff = AnchoredClassifier(prior, C=1e-6).fit(X, Y)
    free = AnchoredClassifier(prior, C=100.0).fit(X, Y)
    assert np.allclose(stiff.coef_[0], prior, atol=1e-2)
    assert free.coef_[0, 0] > 1 and free.coef_[0, 1] < 0


def test_what_is_not_in_the_examples_keeps_its_weight() -> None:
    wide = np.hstack([X, np.zeros((200, 1))])
    assert AnchoredClassifier([0, 0, 0, 0, 2.5]).fit(wide, Y).coef_[0, 4] == pytest.approx(2.5)


def test_sparse_is_dense() -> None:
    dense, thin = AnchoredClassifier().fit(X, Y), AnchoredClassifier().fit(sparse.csr_array(X), Y)
    assert np.allclose(dense.coef_, thin.coef_)


def test_a_prior_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="the prior has 2 weights, X has 4 features"):
        AnchoredClassifier([1.0, 2.0]).fit(X, Y)


def test_the_short_way_by_the_gram_comes_to_the_same_weights() -> None:
    prior, intercept = np.asarray([0.5, 0.0, -1.0, 0.0]), -0.3
    model = AnchoredClassifier(prior, intercept, C=0.2, max_iter=2000).fit(X, Y)
    pull = pulls(X @ X.T + 1, X @ prior + intercept, Y > 0, np.ones(200), C=0.2)
    assert np.allclose(model.coef_[0], prior + X.T @ pull, atol=1e-3)
    assert model.intercept_[0] == pytest.approx(intercept + pull.sum(), abs=1e-3)
