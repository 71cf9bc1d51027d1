from __future__ import annotations

from time import perf_counter

from tests.suggest.test_cases import words

from kwalevaluatie.suggest.lemmas import lemma
from kwalevaluatie.suggest.moment import NOW, THEN, moment_of
from kwalevaluatie.suggest.valence import hits, valence_of
from kwalevaluatie.suggest.valence_words import (
    BURDENS,
    NEGATIVE,
    NEGATIVE_IDIOMS,
    POSITIVE,
    POSITIVE_IDIOMS,
    RELIEFS,
)


def idioms(text: str) -> list[str]:
    return [idiom.strip() for idiom in text.replace("|", "\n").splitlines() if idiom.strip()]


def test_no_word_is_on_two_lists() -> None:
    assert not POSITIVE & NEGATIVE
    assert not THEN & NOW
    assert not BURDENS & RELIEFS
    assert not set(idioms(POSITIVE_IDIOMS)) & set(idioms(NEGATIVE_IDIOMS))


def test_every_word_of_praise_counts_by_itself() -> None:
    assert {word for word in POSITIVE if valence_of([word], [lemma(word)]) != "positief"} == set()


def test_every_word_of_criticism_counts_by_itself() -> None:
    assert {word for word in NEGATIVE if valence_of([word], [lemma(word)]) != "negatief"} == set()


def test_every_burden_and_relief_counts_where_the_matter_is_a_burden() -> None:
    for listed, value in ((BURDENS, "negatief"), (RELIEFS, "positief")):
        assert {w for w in listed if valence_of([w], [lemma(w)], True) != value} == set()


def test_every_idiom_is_found_as_a_whole() -> None:
    for idiom in idioms(POSITIVE_IDIOMS + "\n" + NEGATIVE_IDIOMS):
        forms = idiom.replace("_", "dan").split()
        found = next(hits(forms, [lemma(form) for form in forms]), None)
        assert found and found.start == 0, idiom


def test_every_word_of_time_counts_by_itself() -> None:
    assert {moment_of([word]) for word in THEN} == {"toen"}
    assert {moment_of([word]) for word in NOW} == {"nu"}


def test_a_burden_that_is_denied_is_good_news() -> None:
    for text, value in {
        "Ik had geen verplichting.": "positief",
        "Ik hoefde niets.": "positief",
        "Gelukkig niet elke keer een ander.": "positief",
        "Ik heb nooit een boete gehad.": "positief",
        "Het was verplicht.": "negatief",
        "Ik moest elke week komen.": "negatief",
        "Steeds weer een nieuwe.": "negatief",
        "Ik heb geen vrijstelling gekregen.": "negatief",
        "Ik heb al jaren dezelfde.": "positief",
        "Er zijn gevolgen.": "neutraal",
    }.items():
        assert valence_of(*words(text), reversed_polarity=True) == value, text


def test_nothing_said_has_no_value() -> None:
    assert valence_of([], []) == "neutraal"
    assert moment_of([]) == "onbekend"


def test_a_long_passage_takes_no_long_time() -> None:
    forms = ["geen", "tijd", "voor", "mij", ",", "niet", "prettig"] * 200
    began = perf_counter()
    valence_of(forms, forms)
    moment_of(forms)
    assert perf_counter() - began < 5
