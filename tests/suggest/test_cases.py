"""Text → expected, from tests/cases."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.cases import cases

from kwalevaluatie.model import Code, Codebook, Pattern
from kwalevaluatie.suggest.corpus import read_corpus
from kwalevaluatie.suggest.dictionary import Dictionary
from kwalevaluatie.suggest.moment import moment_of
from kwalevaluatie.suggest.valence import valence_of
from kwalevaluatie.suggest.vocabulary import Vocabulary


def words(text: str) -> tuple[list[str], list[str]]:
    known = Vocabulary()
    numbers = read_corpus([text], known).words
    return [known.forms[n] for n in numbers], [known.lemmas[n] for n in numbers]


@pytest.mark.parametrize("case", cases("patterns"))
def test_pattern(case: dict[str, Any]) -> None:
    pattern = Pattern(case["pattern"], "inwonertaal")
    book = Codebook("b", "B", "1", (Code("c", "C", "Iets.", patterns=(pattern,)),))
    found = Dictionary(book).matches(read_corpus([case["text"]], Vocabulary()))
    assert bool(len(found.start)) is case["hit"]


@pytest.mark.parametrize("case", cases("valences"))
def test_valence(case: dict[str, Any]) -> None:
    forms, lemmas = words(case["text"])
    assert valence_of(forms, lemmas) == case["valence"]


@pytest.mark.parametrize("case", cases("moments"))
def test_moment(case: dict[str, Any]) -> None:
    assert moment_of(words(case["text"])[0]) == case["moment"]
