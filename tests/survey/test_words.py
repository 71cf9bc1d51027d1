"""The same answer whatever its spelling, and what is no answer."""

from __future__ import annotations

import doctest
import importlib

import pytest

from kwalevaluatie.formats.questionnaires import AGREE, MUCH, SATISFIED
from kwalevaluatie.survey.words import coded, fold, is_empty, is_no_answer, same_answer

MODULES = ("words", "sample", "means", "differences", "interval")


@pytest.mark.parametrize("name", MODULES)
def test_the_published_examples_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"kwalevaluatie.survey.{name}"))
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("helemaal mee oneens", "Helemaal oneens"),
        ("ZEER ONEENS", "Helemaal oneens"),
        ("Mee  oneens.", "Oneens"),
        ("niet mee eens, niet mee oneens", "Neutraal"),
        ("Niet eens/niet oneens", "Neutraal"),
        ("noch eens noch oneens", "Neutraal"),
        ("mee ééns", "Eens"),
        ("volledig mee eens", "Helemaal eens"),
    ],
)
def test_agreement_is_recognised(said: str, answer: str) -> None:
    assert same_answer(said, AGREE) == answer


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("heel tevreden", "Zeer tevreden"),
        ("niet tevreden, niet ontevreden", "Neutraal"),
        ("Erg ontevreden", "Zeer ontevreden"),
    ],
)
def test_satisfaction_is_recognised(said: str, answer: str) -> None:
    assert same_answer(said, SATISFIED) == answer


def test_very_much_is_very_much() -> None:
    assert same_answer("zeer weinig", MUCH) == "Heel weinig"


@pytest.mark.parametrize("said", ["eens ja", "een beetje eens", "beetje", "", "tevreden", "ens"])
def test_what_is_near_an_answer_is_none(said: str) -> None:
    assert same_answer(said, AGREE) is None


@pytest.mark.parametrize(
    "said",
    [
        "n.v.t.", "NVT", "N.v.t", "Niet van toepassing", "weet niet/geen mening", "Weet ik niet",
        "Niet van toepassing, omdat ik nog bezig ben", "Ik heb geen intake gehad",
        "N.v.t. (geen traject)", "Weet niet / n.v.t.",
    ],
)  # fmt: skip
def test_no_answer_is_recognised(said: str) -> None:
    assert is_no_answer(said)
    assert not is_empty(said)


def test_a_questionnaire_may_name_its_own() -> None:
    assert not is_no_answer("Komt niet voor")
    assert is_no_answer("komt niet voor", ["Komt niet voor."])


@pytest.mark.parametrize("cell", ["", "  ", "-", "–", "#NULL!", "NaN", "..."])
def test_what_was_not_filled_in(cell: str) -> None:
    assert is_empty(cell)


@pytest.mark.parametrize("cell", ["?", "✓", "0", "geen", "<1"])
def test_what_was_filled_in(cell: str) -> None:
    assert not is_empty(cell)


def test_signs_that_tell_ranges_apart_are_kept() -> None:
    assert fold("< 1 jaar") != fold("> 1 jaar")


@pytest.mark.parametrize("cell", ["1-2 jaar", "7 of 8 (2)x", "Eens", "12"])
def test_a_cell_without_a_code_before_words(cell: str) -> None:
    found = coded(cell)
    assert found is None or not same_answer(found[1], AGREE)
