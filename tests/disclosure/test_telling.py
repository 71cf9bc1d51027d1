from __future__ import annotations

import pytest
from tests.support.publication import people, resident, rules_of

from kwalevaluatie.disclosure.telling import (
    FEW_WITH,
    ORGANISATION,
    PSEUDONYM,
    RARE,
    SPEAKER,
    STORY,
    told_points,
)
from kwalevaluatie.model.publication import PublicationRules, Told

PEOPLE = people(
    resident("r1", geslacht="vrouw", leeftijdsgroep="55+", herkomst="Eritrea"),
    resident("r2", geslacht="vrouw", leeftijdsgroep="30-44", herkomst="Nederland"),
    resident("r3", geslacht="man", leeftijdsgroep="30-44", herkomst="Eritrea"),
    resident("n1", "netwerkpartner", organisatie="Stichting De Brug"),
    resident("n2", "netwerkpartner", organisatie="partner B"),
    resident("p1", "professional", functie="kwaliteitsmedewerker"),
    resident("p2", "professional", functie="regisseur"),
    resident("p3", "professional", functie="regisseur"),
    resident("m1", "management"),
)


def told(text: str, respondent: str = "", level: str = "laag") -> Told:
    return Told("plaats", text, level, "een reden", respondent)  # type: ignore[arg-type]


def test_what_is_recognisable_blocks_and_what_may_be_warns() -> None:
    found = told_points([told("A", "r1", "hoog"), told("B", "r2", "verhoogd"), told("C")], PEOPLE)
    assert rules_of(found) == [(STORY, "blokkade"), (STORY, "waarschuwing")]
    assert "een reden" in found[0].message
    assert "toestemming" in found[0].message


def test_levels_can_be_set() -> None:
    strict = people(*PEOPLE.respondents, rules=PublicationRules(levels={"verhoogd": "blokkade"}))
    assert rules_of(told_points([told("B", "r2", "verhoogd")], strict)) == [(STORY, "blokkade")]


def test_attributes_that_together_few_have() -> None:
    text = "Als vrouw uit Eritrea word ik anders behandeld."
    assert rules_of(told_points([told(text, "r1")], PEOPLE)) == [(RARE, "blokkade")]
    assert told_points([told("Als vrouw word ik anders behandeld.", "r1")], PEOPLE) == []
    assert told_points([told("Een vrouw van 45-54 uit Nepal.", "r1")], PEOPLE) == []


def test_a_partner_that_is_named() -> None:
    text = "Wij van stichting de brug merken dat."
    assert rules_of(told_points([told(text, "n1")], PEOPLE)) == [(ORGANISATION, "blokkade")]
    assert rules_of(told_points([told(text)], PEOPLE)) == [(ORGANISATION, "waarschuwing")]
    assert told_points([told("Wij van partner B merken dat.", "n2")], PEOPLE) == []


@pytest.mark.parametrize(("speaker", "points"), [("p1", 1), ("p2", 0), ("m1", 1), ("r1", 0)])
def test_who_alone_has_a_role_is_known_in_every_quotation(speaker: str, points: int) -> None:
    said = [told("Het gaat goed.", speaker), told("Het gaat beter.", speaker)]
    found = told_points(said, PEOPLE)
    assert rules_of(found) == [(SPEAKER, "blokkade")] * points


def test_a_pseudonym_ties_two_speakers_together() -> None:
    said = [told("[regisseur-3] belde.", "r1"), told("Ook [regisseur-3].", "r2")]
    assert rules_of(told_points(said, PEOPLE)) == [(PSEUDONYM, "waarschuwing")]
    assert told_points(said[:1] * 2, PEOPLE) == []


def test_one_or_two_with_an_attribute_in_a_text() -> None:
    found = told_points([told("Eén jonge vrouw vindt dat niet.")], PEOPLE)
    assert rules_of(found) == [(FEW_WITH, "blokkade")]
    assert told_points([told("Eén inwoner vindt dat niet.")], PEOPLE) == []


def test_a_point_keeps_its_id_and_another_text_has_another() -> None:
    (one,) = told_points([told("A", "r1", "hoog")], PEOPLE)
    (same,) = told_points([told("A", "r1", "hoog"), told("A", "r1", "hoog")], PEOPLE)
    (other,) = told_points([told("B", "r1", "hoog")], PEOPLE)
    assert one.id == same.id != other.id
    assert one.subject == f"publicatie/{one.id}"
