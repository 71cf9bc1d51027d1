from __future__ import annotations

from dataclasses import replace

import pytest
from tests.support.publication import number, people, resident, rules_of

from kwalevaluatie.disclosure.counts import ALONE, CROSSED, NAMED, SMALL, WHOLE, count_points
from kwalevaluatie.model.publication import PublicationRules

ALL = [f"r{i}" for i in range(1, 12)]
RESIDENTS = people(*(resident(id, geslacht="vrouw", uitkomst="werk") for id in ALL))
NAMES = "De Regenboog,Huis Oost,Stichting Brug,Wijkteam Zuid,Bieb,Taalhuis,Werkplaats,Kompas,Anker"


def partners(names: str, rules: PublicationRules | None = None) -> list[tuple[str, str]]:
    members = [
        resident(f"n{i}", "netwerkpartner", organisatie=name)
        for i, name in enumerate(names.split(","))
    ]
    ids = [member.id for member in members]
    keys = {"group": "netwerkpartner", "goal": "samen", "state": "negatief"}
    found = [
        number("doel/samen/netwerkpartner/negatief", ids[:1], ids, **keys),
        number("doel/ander/netwerkpartner/negatief", ids[:2], ids, **{**keys, "goal": "ander"}),
        number("doel/derde/netwerkpartner/negatief", ids[:3], ids, **{**keys, "goal": "derde"}),
    ]
    return rules_of(count_points(found, people(*members, rules=rules)))


@pytest.mark.parametrize("k", [1, 2, 5])
def test_a_count_of_an_experience_stays_however_small(k: int) -> None:
    count = number("doel/brieven/inwoner/negatief", ALL[:k], ALL, goal="brieven", state="negatief")
    assert count_points([count], RESIDENTS) == []


def test_a_judgement_by_an_attribute_blocks_once_for_all_its_numbers() -> None:
    found = [
        number(
            f"doel/brieven/inwoner/vrouw/{s}",
            ALL[:6],
            ALL,
            goal="brieven",
            state=s,
            geslacht="vrouw",
        )
        for s in ("positief", "negatief")
    ]
    (point,) = count_points(found, RESIDENTS)
    assert (point.rule, point.severity) == (CROSSED, "blokkade")
    assert "geslacht" in point.message


def test_a_limit_in_the_id_is_a_crossing_too() -> None:
    count = number(
        "doel/brieven/inwoner/positief@geslacht=vrouw",
        ALL[:6],
        ALL,
        goal="brieven",
        state="positief",
    )
    assert rules_of(count_points([count], RESIDENTS)) == [(CROSSED, "blokkade")]
    among = number("thema/x/inwoner@brieven=positief", ALL[:6], ALL, code="x")
    assert count_points([among], RESIDENTS) == []


def test_few_with_an_attribute_by_itself() -> None:
    few = number("kenmerk/geslacht=man", ALL[:2], ALL, geslacht="man")
    outcome = number("kenmerk/uitkomst=geen", ALL[:2], ALL, uitkomst="geen")
    more = number("kenmerk/geslacht=vrouw", ALL[:3], ALL, geslacht="vrouw")
    assert rules_of(count_points([few, outcome, more], RESIDENTS)) == [
        (SMALL, "blokkade"),
        (SMALL, "waarschuwing"),
    ]


def test_one_of_nine_named_partners_is_known() -> None:
    assert partners(NAMES) == [(NAMED, "blokkade"), (NAMED, "waarschuwing")]


def test_partners_with_a_code_name_are_not_known_unless_the_report_names_them() -> None:
    coded = ",".join(f"partner {letter}" for letter in "ABCDEFGHI")
    assert partners(coded) == []
    assert partners(coded, PublicationRules(named=True))[0] == (NAMED, "blokkade")
    assert partners(NAMES, PublicationRules(named=False)) == []


def test_all_of_a_few_tell_of_each() -> None:
    few = people(*(resident(id, "professional") for id in ALL[:3]))
    keys = {"group": "professional", "goal": "brieven"}
    bad = number("a", ALL[:3], ALL[:3], state="negatief", **keys)
    good = number("b", ALL[:3], ALL[:3], state="positief", **keys)
    none = number("c", [], ALL[:3], state="positief", **keys)
    some = number("d", ALL[:2], ALL[:3], state="negatief", **keys)
    silent = number("e", ALL[:3], ALL[:3], state="niet besproken", **keys)
    assert rules_of(count_points([bad, good, none, some, silent], few)) == [
        (WHOLE, "blokkade"),
        (WHOLE, "waarschuwing"),
        (WHOLE, "blokkade"),
    ]


def test_all_of_a_few_tell_of_each_beside_a_group_talk_too() -> None:
    talk = resident("g1", "professional", soort="groepsgesprek")
    few = people(*(resident(id, "professional") for id in ALL[:2]), talk)
    keys = {"group": "professional", "goal": "brieven", "state": "negatief"}
    alone = number("a", ALL[:2], ALL[:2], **keys)
    beside = number("b", [*ALL[:2], "g1"], [*ALL[:2], "g1"], **keys)
    talks = number("c", ["g1"], ["g1"], **keys)
    assert rules_of(count_points([alone, beside, talks], few)) == [(WHOLE, "blokkade")] * 2


def test_a_speaker_of_a_group_talk_is_a_person() -> None:
    few = people(*(
        replace(resident(id, "professional", soort="groepsgesprek"), speaker=id) for id in ALL[:3]
    ))  # fmt: skip
    keys = {"group": "professional", "goal": "brieven", "state": "negatief"}
    every = number("a", ALL[:3], ALL[:3], **keys)
    assert rules_of(count_points([every], few)) == [(WHOLE, "blokkade")]


def test_what_only_one_of_a_group_was_asked_tells_of_that_one() -> None:
    some = people(*(resident(id, "professional") for id in ALL))
    keys = {"group": "professional", "goal": "brieven"}
    bad = number("a", ALL[:1], ALL[:1], state="negatief", **keys)
    good = number("b", ALL[:1], ALL[:1], state="positief", **keys)
    none = number("c", [], ALL[:1], state="negatief", **keys)
    (worst, mild) = count_points([bad, good, none], some)
    assert (worst.severity, mild.severity) == ("blokkade", "waarschuwing")
    assert worst.message.startswith("Het is aan één mens gevraagd: negatief.")


def test_all_of_many_is_an_experience() -> None:
    every = number("a", ALL, ALL, goal="brieven", state="negatief")
    assert count_points([every], RESIDENTS) == []


def test_the_director_alone_blocks_once() -> None:
    director = people(resident("m1", "management"), resident("r1"))
    keys = {"group": "management", "goal": "brieven"}
    found = [number(s, ["m1"], ["m1"], state=s, **keys) for s in ("positief", "negatief")]
    assert rules_of(count_points(found, director)) == [(ALONE, "blokkade")]


def test_a_group_talk_is_not_one_person() -> None:
    talk = people(resident("m1", "management", soort="groepsgesprek"))
    found = [number("a", ["m1"], ["m1"], group="management", goal="x", state="negatief")]
    assert count_points(found, talk) == []
