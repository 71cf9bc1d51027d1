"""The parts of Dutch compounds."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kwalevaluatie.suggest.compounds import compound_parts

CASES = Path(__file__).parents[1] / "cases" / "compounds.yaml"
GOLD = Path("/work/shared/dev-gold/compounds.txt")


def cases() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load(CASES.read_text(encoding="utf-8"))
    return loaded


def as_expected(word: str, expected: str) -> bool:
    """Whether the parts are those of a line as `schuld hulpverlening|schuldhulp verlening`."""
    found = compound_parts(word)
    by_part = zip(found, expected.split(), strict=False)
    same_length = len(found) == len(expected.split())
    whole = " ".join(found) in expected.split("|")
    return whole or (same_length and all(part in good.split("|") for part, good in by_part))


@pytest.mark.parametrize(("word", "expected"), list(cases()["compounds"].items()))
def test_a_compound_has_its_parts(word: str, expected: str) -> None:
    assert as_expected(word, expected), compound_parts(word)


@pytest.mark.parametrize("word", cases()["simple"].split())
def test_a_simple_word_stays_whole(word: str) -> None:
    assert compound_parts(word) == (word,)


@pytest.mark.skipif(not GOLD.exists(), reason="needs the shared word lists")
def test_nearly_all_of_the_shared_list() -> None:
    rows = [line.split(" ", 1) for line in GOLD.read_text(encoding="utf-8").splitlines() if line]
    good = [as_expected(*row) for row in rows]
    assert sum(good) / len(good) >= 0.92


@pytest.mark.parametrize("word", ["", "a", "-", "'s", "z" * 500, "werk" * 11, "en" * 40])
def test_odd_words_do_no_harm(word: str) -> None:
    start = perf_counter()
    assert all(compound_parts(word)) or not word
    assert perf_counter() - start < 1


@given(st.lists(st.sampled_from("werk taal huis s en hulp gesprek be ing -".split()), max_size=9))
def test_parts_come_in_order_and_are_not_empty(pieces: list[str]) -> None:
    word = "".join(pieces)
    assert all(compound_parts(word)) or not word
