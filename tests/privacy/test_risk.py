from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.cases import cases

from kwalevaluatie.privacy import risk_words
from kwalevaluatie.privacy.risk import (
    HIGH,
    RAISED,
    Risk,
    Trait,
    find_traits,
    risk_of_conversation,
    risk_of_text,
)

OWN_STORY = "Ik kom uit Eritrea, heb vier kinderen en had een eigen kapsalon."


def told(text: str) -> list[tuple[str, str]]:
    return [(trait.kind, trait.text) for trait in find_traits(text)]


def weight(text: str) -> float:
    (trait,) = find_traits(text)
    return trait.weight


@pytest.mark.parametrize("case", cases("risk"))
def test_case(case: dict[str, Any]) -> None:
    risk = risk_of_text(case["text"])
    kinds = sorted({trait.kind for trait in risk.traits})
    assert (kinds, risk.level) == (case["kinds"], case["level"]), risk


def test_a_trait_knows_its_place() -> None:
    assert find_traits("Ja. Ik ben imker.") == [Trait("beroep", 11, 16, "imker", 2.0)]


def test_the_reason_names_what_comes_together() -> None:
    risk = risk_of_text(OWN_STORY)
    assert risk.reason == (
        "herkomst (Eritrea), gezin (vier kinderen) en eigen bedrijf (kapsalon) samen"
    )
    assert risk_of_text("Ik ben imker.").reason == "beroep (imker)"
    assert risk_of_text("Mijn buurman heeft een kapsalon.").reason == "bedrijf (kapsalon)"
    assert risk_of_text("[kind-1], [kind-2]").reason == "gezin (minstens twee kinderen)"


def test_nothing_told_is_no_risk() -> None:
    assert risk_of_text("") == Risk("laag", 0, (), "geen kenmerken gevonden")
    assert risk_of_conversation([]) == risk_of_text("")


def test_what_is_rarer_weighs_more() -> None:
    assert weight("Ik kom uit Turkije") < weight("Ik kom uit Irak") < weight("Ik kom uit Tibet")
    assert weight("Ik heb 3 kinderen") < weight("Ik heb 6 kinderen") < weight("Ik heb 9 kinderen")
    assert weight("Ik werk in de zorg") < weight("Ik ben lasser") < weight("Ik ben imker")
    assert weight("Mijn buurman is imker") < weight("Ik ben imker")


def test_different_kinds_add_up_to_more_than_the_same_kind() -> None:
    same = risk_of_text("Ik kom uit Irak. Ik ben een Koerd. Ik sprak Farsi.")
    different = risk_of_text("Ik kom uit Irak. Ik ben 44 jaar. Ik ben lasser.")
    assert same.score < different.score


def test_the_interviewer_tells_nothing() -> None:
    assert risk_of_conversation([("interviewer", OWN_STORY), ("respondent", "Ja.")]).score == 0
    assert risk_of_conversation([("onbekend", OWN_STORY)]).level == "hoog"


def test_a_conversation_comes_together_over_its_turns() -> None:
    turns = [
        ("interviewer", "Waar komt u vandaan?"),
        ("respondent", "Ik kom uit Eritrea."),
        ("respondent", "Ik heb vier kinderen."),
        ("respondent", "Ik had een eigen kapsalon."),
    ]
    risk = risk_of_conversation(turns)
    assert (risk.level, risk.score) == ("hoog", risk_of_text(OWN_STORY).score)
    assert [trait.turn for trait in risk.traits] == [1, 2, 3]


def test_what_is_told_again_counts_once() -> None:
    again = ["Ik kom uit Syrië. Ik heb 4 kinderen.", "Ik ben een Syrische met vier kinderen."]
    risk = risk_of_conversation(("respondent", text) for text in again)
    assert risk.score == risk_of_text(again[0]).score
    assert len(risk.traits) == 2


def test_children_by_pseudonym_are_counted_over_the_turns() -> None:
    turns = [("respondent", f"Met [kind-{number}] gaat het goed.") for number in range(1, 6)]
    (trait,) = risk_of_conversation(turns).traits
    assert (trait.text, trait.weight) == ("[kind-5]", weight("Ik heb vijf kinderen"))


def test_a_sign_that_grows_in_lower_case_moves_nothing() -> None:
    assert told("İİİ. Ik kom uit Irak.") == [("herkomst", "Irak")]


LISTS = [
    block
    for name, lists in vars(risk_words).items()
    if name.isupper() and isinstance(lists, dict)
    for block in lists.values()
]
FORMS = [" ".join(form.split()) for block in LISTS for form in re.split("[,/]", block)]


def test_every_word_stands_on_one_list_once_in_lower_case() -> None:
    assert [form for form, times in Counter(FORMS).items() if times > 1 and form] == []
    assert all(form == form.lower() for form in FORMS)
    assert len(FORMS) > 1000


SAID = (
    "ik ben heb mijn buurman geen niet mensen een de uit Irak Syriërs vier kinderen imker "
    "kapsalon eigen 44 jaar Goes ALS [kind-2] [regisseur-1] gevangenis , . ? İ 👩‍👧 Ik"
)


@given(st.lists(st.sampled_from(SAID.split()), max_size=15), st.sampled_from([" ", "", "\n"]))
def test_traits_are_as_they_stand_in_the_text(said: list[str], glue: str) -> None:
    text = glue.join(said)
    found = find_traits(text)
    assert all(text[trait.start : trait.stop] == trait.text for trait in found)
    assert all(trait.weight > 0 for trait in found)
    assert all(one.start <= other.start for one, other in pairwise(found))


@given(st.lists(st.sampled_from(SAID.split()), max_size=15))
def test_the_level_follows_the_score(said: list[str]) -> None:
    risk = risk_of_text(" ".join(said))
    expected = "hoog" if risk.score >= HIGH else "verhoogd" if risk.score >= RAISED else "laag"
    assert risk.level == expected


@given(st.lists(st.sampled_from(SAID.split()), max_size=15))
def test_more_turns_never_tell_less(said: list[str]) -> None:
    turns = [("respondent", " ".join(said)), ("respondent", OWN_STORY)]
    assert risk_of_conversation(turns).score >= risk_of_text(OWN_STORY).score
