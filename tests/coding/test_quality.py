"""The figures of docs/kwaliteit.md are those of this code, and stay above a floor."""

from __future__ import annotations

import pytest
from tests.coding import measure
from tests.coding.lists import compounds_right, lemmas_right, negation_f1
from tests.coding.scoring import Measured
from tests.coding.sets import first_coder, second_coder, speech

from kwalevaluatie.coders import coder_for
from kwalevaluatie.suggest.coder import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return coder_for("dienstverlening")


def test_the_page_holds_the_figures_that_follow_from_the_code(coder: Coder) -> None:
    page = measure.PAGE.read_text("utf-8")
    found = Measured(coder, speech())
    threshold = coder.trained.threshold
    lines = [
        f"| beurt | {found.per_turn(threshold)} |",
        f"| passage (zin) | {found.per_passage(threshold)} |",
        *measure._per_code(coder, found.turn_scores >= threshold, found.turn_truth),
        *measure._afterwards(coder),
        *measure._words(),
    ]
    assert [line for line in lines if line and line not in page] == []


def test_speech_is_understood_about_as_well_as_the_page_says(coder: Coder) -> None:
    assert Measured(coder, speech()).per_turn(coder.trained.threshold).f1 > 0.6


def test_words() -> None:
    assert lemmas_right() > 0.95
    assert compounds_right() > 0.92
    assert negation_f1() > 0.85


def test_two_coders_agree() -> None:
    assert len(first_coder().keys() & second_coder().keys()) > 400
