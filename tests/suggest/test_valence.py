from __future__ import annotations

from kwalevaluatie.suggest.language import read_text
from kwalevaluatie.suggest.valence import NEGATIVE, NOW, POSITIVE, THEN, moment_of, valence_of


def test_no_word_is_on_two_lists() -> None:
    assert not POSITIVE & NEGATIVE
    assert not THEN & NOW


def test_every_word_of_praise_counts_by_itself() -> None:
    assert {word for word in POSITIVE if valence_of(read_text(word)[:]) != "positief"} == set()


def test_every_word_of_criticism_counts_by_itself() -> None:
    assert {word for word in NEGATIVE if valence_of(read_text(word)[:]) != "negatief"} == set()


def test_every_word_of_time_counts_by_itself() -> None:
    assert {moment_of(read_text(word)[:]) for word in THEN} == {"toen"}
    assert {moment_of(read_text(word)[:]) for word in NOW} == {"nu"}
