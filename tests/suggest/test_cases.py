"""Text → expected, from tests/cases."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.cases import cases

from kwalevaluatie.model import Code, Codebook, Pattern
from kwalevaluatie.suggest.dictionary import Dictionary
from kwalevaluatie.suggest.language import read_text
from kwalevaluatie.suggest.valence import moment_of, valence_of


@pytest.mark.parametrize("case", cases("patterns"))
def test_pattern(case: dict[str, Any]) -> None:
    pattern = Pattern(case["pattern"], "inwonertaal")
    book = Codebook("b", "B", "1", (Code("c", "C", "Iets.", patterns=(pattern,)),))
    assert bool(Dictionary(book).hits(case["text"])) is case["hit"]


@pytest.mark.parametrize("case", cases("valences"))
def test_valence(case: dict[str, Any]) -> None:
    assert valence_of(read_text(case["text"])[:]) == case["valence"]


@pytest.mark.parametrize("case", cases("moments"))
def test_moment(case: dict[str, Any]) -> None:
    assert moment_of(read_text(case["text"])[:]) == case["moment"]
