"""Dictionary forms of Dutch words."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kwalevaluatie.suggest.irregular import EXACT, strong_verbs
from kwalevaluatie.suggest.lemmas import lemma

CASES = Path(__file__).parents[1] / "cases" / "lemmas.yaml"
GOLD = Path("/work/shared/dev-gold/lemmas.txt")


def expected() -> list[tuple[str, str]]:
    kinds = YAML(typ="safe").load(CASES.read_text(encoding="utf-8"))
    rows = (row for kind in kinds.values() for row in kind.items())
    return [(form, lemmas) for lemmas, forms in rows for form in forms.split()]


@pytest.mark.parametrize(("form", "lemmas"), expected())
def test_a_form_has_its_lemma(form: str, lemmas: str) -> None:
    assert lemma(form) in lemmas.split("|")


@pytest.mark.skipif(not GOLD.exists(), reason="needs the shared word lists")
def test_nearly_all_of_the_shared_list() -> None:
    rows = [line.split() for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    good = [lemma(form) in lemmas.split("|") for form, lemmas in rows]
    assert sum(good) / len(good) >= 0.97


@pytest.mark.parametrize(("form", "verb", "_"), list(strong_verbs()))
def test_a_strong_verb_is_found_in_its_forms(form: str, verb: str, _: bool) -> None:
    assert lemma(form) == EXACT.get(form, verb)


@pytest.mark.parametrize("word", ["", "a", "'", "-", "x-", "'s", "2024", "[jobhunter-1]"])
def test_what_is_hardly_a_word_does_no_harm(word: str) -> None:
    assert bool(lemma(word)) is bool(word)


@given(st.text(alphabet="aeioudegjnstvwzë'-", max_size=30))
def test_anything_has_a_lemma(word: str) -> None:
    assert bool(lemma(word)) is bool(word)


def test_a_word_takes_microseconds() -> None:
    forms = [form + ending for form, _ in expected() for ending in ("", "x", "heden")]
    lemma("gesprek")
    start = perf_counter()
    for form in forms:
        lemma.__wrapped__(form)
    assert (perf_counter() - start) / len(forms) < 250e-6
