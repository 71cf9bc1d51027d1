from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from tests.support.cases import cases

from kwalevaluatie.suggest.negation import is_negated, negated

SHARED = Path(__file__).parents[3] / "shared/dev-gold/negation.tsv"


@pytest.mark.parametrize("case", cases("negations"))
def test_denied(case: dict[str, Any]) -> None:
    assert is_negated(case["text"], case["words"]) is case["denied"]


def test_words_that_the_text_does_not_hold_are_not_denied() -> None:
    assert not is_negated("Er was geen tijd.", "maatwerk")
    assert not is_negated("", "maatwerk")


def test_words_are_written_as_a_pattern_of_the_codebook() -> None:
    assert is_negated("Ze dachten niet met me mee.", "mee+denken")
    assert is_negated("Ik had geen vaste contactpersonen.", "vast contactpersoon")
    assert is_negated("Er was geen maatwerkbudget.", "maatwerk")


def test_only_the_first_sentence_that_holds_the_words_counts() -> None:
    assert is_negated("Nooit maatwerk gehad. Nu is er maatwerk.", "maatwerk")
    assert not is_negated("Er is maatwerk. Geen maatwerk is erger.", "maatwerk")


def test_a_passage_may_hold_several_sentences() -> None:
    forms = "er was geen tijd . wel aandacht .".split()
    assert negated(forms, 3, 4)
    assert not negated(forms, 6, 7)


def test_a_place_at_either_end() -> None:
    assert not negated(["niet"], 0, 1)
    assert negated(["geen", "maatwerk"], 1, 2)
    assert not negated(["maatwerk", "niet"], 1, 2)


def test_a_long_sentence_takes_no_long_time() -> None:
    forms = ["geen", "tijd", "en", "niet", ","] * 400
    began = perf_counter()
    negated(forms, len(forms) - 4, len(forms) - 3)
    assert perf_counter() - began < 5


def test_the_shared_development_list() -> None:
    if not SHARED.exists():
        pytest.skip("de gedeelde ontwikkellijst is hier niet")
    rows = [line.split("\t") for line in SHARED.read_text("utf-8").splitlines() if line]
    wrong = [text for said, denied, text in rows if is_negated(text, said) != (denied == "1")]
    assert len(wrong) <= len(rows) * 0.05
