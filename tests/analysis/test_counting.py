from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.studies import BOOK, coding, judgement, person, study, talk

from kwalevaluatie.analysis.counting import amounts, count, distinct, identifier, recurring
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import STATES, BoundNumber, Evidence, Respondent, Span


def one(numbers: Sequence[BoundNumber], **keys: str) -> BoundNumber:
    """The single number with these keys."""
    (found,) = [number for number in numbers if keys.items() <= number.keys.items()]
    return found


def k_and_n(numbers: Sequence[BoundNumber], **keys: str) -> tuple[int | None, int | None]:
    number = one(numbers, **keys)
    return number.k, number.n


def states(made: Study, goal: str, group: str = "inwoner") -> dict[str, int | None]:
    numbers = count(made, ["goal"], where={"group": group})
    return {n.keys["state"]: n.k for n in numbers if n.keys["goal"] == goal and n.k}


FIVE = [person(f"r0{number}") for number in range(1, 6)]
FIVE_JUDGED = [
    judgement("r01", "op-maat", "positief"),
    judgement("r02", "op-maat", "positief"),
    judgement("r03", "op-maat", "wisselend"),
    judgement("r04", "op-maat", "niet besproken"),
    judgement("r05", "op-maat", "niet te bepalen"),
]


def test_the_five_states_are_counted_over_everyone_asked() -> None:
    numbers = count(study(FIVE, judgements=FIVE_JUDGED), ["goal"])
    asked = [number for number in numbers if number.keys["goal"] == "op-maat"]
    assert [(n.keys["state"], n.k, n.n) for n in asked] == [
        ("positief", 2, 5),
        ("wisselend", 1, 5),
        ("negatief", 0, 5),
        ("niet besproken", 1, 5),
        ("niet te bepalen", 1, 5),
    ]
    assert {number.status for number in asked} == {"vastgesteld"}
    assert asked[0].counted == ("r01", "r02")
    assert asked[0].asked == tuple(f"r0{number}" for number in range(1, 6))


def test_who_is_not_yet_judged_is_counted_apart_and_the_rest_is_provisional() -> None:
    numbers = count(study(FIVE, judgements=FIVE_JUDGED[:3]), ["goal"])
    assert k_and_n(numbers, goal="op-maat", state="nog niet beoordeeld") == (2, 5)
    assert {n.status for n in numbers if n.keys["goal"] == "op-maat"} == {"voorlopig"}


def test_people_are_counted_and_not_fragments() -> None:
    said = [coding("r01", "toon", start=start) for start in (0, 6, 12)]
    numbers = count(study(FIVE, [*said, coding("r02", "toon")]), ["code"])
    number = one(numbers, code="toon")
    assert (number.k, number.n, number.counted) == (2, 5, ("r01", "r02"))
    assert [(e.respondent, e.span.start) for e in number.evidence] == [
        ("r01", 0), ("r01", 6), ("r01", 12), ("r02", 0)
    ]  # fmt: skip


def test_sub_themes_count_for_the_theme_that_they_are_part_of() -> None:
    said = [coding("r01", "toon"), coding("r01", "wisseling", start=6), coding("r02", "wisseling")]
    numbers = count(study(FIVE, [*said, coding("r03", "contact")]), ["code"])
    assert k_and_n(numbers, code="contact") == (3, 5)
    assert k_and_n(numbers, code="wisseling") == (2, 5)
    assert k_and_n(numbers, code="toon") == (1, 5)
    assert {e.note for e in one(numbers, code="contact").evidence} == {
        "toon",
        "wisseling",
        "contact",
    }


def test_values_and_moments_of_a_theme() -> None:
    said = [
        coding("r01", "toon", "negatief", moment="toen"),
        coding("r01", "toon", "positief", start=6, moment="nu"),
        coding("r02", "toon", "negatief", moment="nu"),
    ]
    made = study(FIVE, said)
    values = count(made, ["code", "valence"])
    assert k_and_n(values, code="toon", valence="negatief") == (2, 5)
    assert k_and_n(values, code="toon", valence="positief") == (1, 5)
    assert k_and_n(values, code="toon", valence="gemengd") == (0, 5)
    both = count(made, ["code", "moment", "valence"])
    assert k_and_n(both, code="toon", valence="negatief", moment="nu") == (1, 5)
    assert k_and_n(both, code="toon", valence="positief", moment="toen") == (0, 5)


def test_only_who_was_asked_is_in_n() -> None:
    people = [person("r01", attributes={"premie": "2"}), person("r02", attributes={"premie": "1"})]
    given_out = [coding("r01", "inkomen"), coding("r02", "inkomen")]
    judged = [judgement(r, "rondkomen", "positief") for r in ("r01", "r02")]
    made = study(people, given_out, judged)
    for numbers in (count(made, ["code"]), count(made, ["goal"])):
        number = next(
            n for n in numbers if "inkomen" in n.id or "rondkomen/inwoner/positief" in n.id
        )
        assert (number.k, number.n) == (1, 1)
        assert (number.counted, number.asked, number.unasked) == (("r01",), ("r01",), 1)
        assert {passage.respondent for passage in number.evidence} == {"r01"}


def test_not_having_been_asked_is_no_unasked_silence() -> None:
    people = [person("r01", attributes={"premie": "2"}), person("r02"), person("r03")]
    judged = [judgement("r01", "rondkomen", "niet besproken")]
    judged += [judgement("r02", "rondkomen", "niet besproken")]
    numbers = count(study(people, judgements=judged), ["goal"])
    assert one(numbers, goal="rondkomen", state="niet besproken").unasked == 0
    still_open = count(study(people), ["goal"])
    assert one(still_open, goal="rondkomen", state="nog niet beoordeeld").unasked == 0


def test_a_goal_nobody_was_asked_after_has_no_numbers() -> None:
    numbers = count(study(FIVE, judgements=FIVE_JUDGED), ["goal"])
    assert not [number for number in numbers if number.keys["goal"] == "rondkomen"]


def test_an_unusable_conversation_counts_nowhere_but_in_the_account() -> None:
    people = [*FIVE, person("r06", usable=False, reason="geen geluid")]
    judged = [*FIVE_JUDGED, judgement("r06", "op-maat", "positief")]
    made = study(people, [coding("r06", "toon")], judged)
    assert k_and_n(count(made, ["goal"]), goal="op-maat", state="positief") == (2, 5)
    number = one(count(made, ["code"]), code="toon")
    assert (number.k, number.n, number.unasked) == (0, 5, 0)
    assert k_and_n(count(made, ["usable"]), usable="ja") == (5, 6)
    assert k_and_n(count(made, ["usable"]), usable="nee") == (1, 6)


def partners(*given: tuple[str, str, str | None]) -> Study:
    """Partners as (id, organisation, state); None for one not judged."""
    people = [person(id, "partner", attributes={"organisatie": at}) for id, at, _ in given]
    judged = [judgement(id, "op-maat", state) for id, _, state in given if state]
    return study(people, judgements=judged, units={"partner": "organisatie"})


def test_two_staff_of_one_organisation_are_one_unit() -> None:
    made = partners(("n1", "A", "positief"), ("n2", "A", "positief"), ("n3", "B", "negatief"))
    number = one(count(made, ["goal"]), goal="op-maat", state="positief")
    assert (number.k, number.n, number.unit) == (1, 2, "organisatie")
    assert number.counted == ("n1", "n2")
    assert number.asked == ("n1", "n2", "n3")


@pytest.mark.parametrize(
    ("states_of_staff", "state"),
    [
        (("positief", "negatief"), "wisselend"),
        (("positief", "wisselend"), "wisselend"),
        (("positief", "niet besproken"), "positief"),
        (("niet te bepalen", "negatief"), "negatief"),
        (("niet besproken", "niet te bepalen"), "niet te bepalen"),
        (("niet besproken", "niet besproken"), "niet besproken"),
        (("positief", None), "positief"),
        (("niet besproken", None), "niet besproken"),
        ((None, None), "nog niet beoordeeld"),
    ],
)
def test_what_an_organisation_says_when_its_staff_differ(
    states_of_staff: tuple[str | None, str | None], state: str
) -> None:
    first, second = states_of_staff
    made = partners(("n1", "A", first), ("n2", "A", second))
    assert states(made, "op-maat", "partner") == {state: 1}


def test_an_organisation_speaks_of_a_theme_when_one_of_its_staff_does() -> None:
    made = partners(("n1", "A", None), ("n2", "A", None), ("n3", "B", None))
    number = one(count(replace(made, codings=(coding("n2", "toon"),)), ["code"]), code="toon")
    assert (number.k, number.n) == (1, 2)
    assert [passage.respondent for passage in number.evidence] == ["n2"]


def test_a_group_talk_counts_once() -> None:
    said = [coding("g1", "toon", turn=turn) for turn in (1, 2, 3)]
    made = study([person("g1")], said, transcripts={"g1": talk("g1", "R1", "R2", "R3")})
    assert k_and_n(count(made, ["code"]), code="toon") == (1, 1)


def test_a_group_talk_counts_by_head_when_its_speakers_are_coded() -> None:
    people = [person(f"g1-{n}", transcript="g1", speaker=f"R{n}") for n in (1, 2, 3)]
    said = [coding("g1", "toon", turn=1), coding("g1", "toon", turn=3)]
    made = study(people, said, transcripts={"g1": talk("g1", "R1", "R2", "R3")})
    number = one(count(made, ["code"]), code="toon")
    assert (number.k, number.n, number.counted) == (2, 3, ("g1-1", "g1-3"))


def test_perspectives_are_never_added_up() -> None:
    people = [person("r01"), person("p01", "professional"), person("p02", "professional")]
    judged = [judgement(one.id, "op-maat", "positief") for one in people]
    numbers = count(study(people, judgements=judged), ["goal"])
    assert k_and_n(numbers, goal="op-maat", group="inwoner", state="positief") == (1, 1)
    assert k_and_n(numbers, goal="op-maat", group="professional", state="positief") == (2, 2)


REGISTER = [
    person("r01", attributes={"premie": "2", "uitkomst": "werk"}),
    person("r02", attributes={"premie": "2", "uitkomst": "geen werk"}),
    person("r03", attributes={"premie": "1", "uitkomst": "werk"}),
    person("r04", "partner"),
]


def test_an_attribute_is_counted_over_everyone_spoken_to() -> None:
    numbers = count(study(REGISTER), ["group", "premie"])
    assert [(n.keys["group"], n.keys["premie"], n.k, n.n) for n in numbers] == [
        ("inwoner", "1", 1, 3), ("inwoner", "2", 2, 3), ("partner", "", 1, 1)
    ]  # fmt: skip
    assert numbers[2].id.endswith("premie=onbekend")


def test_where_keeps_people_with_an_attribute() -> None:
    judged = [judgement(r, "op-maat", "positief") for r in ("r01", "r02")]
    judged += [judgement("r03", "op-maat", "negatief")]
    made = study(REGISTER, judgements=judged)
    numbers = count(made, ["goal"], where={"group": "inwoner", "uitkomst": "werk"})
    assert k_and_n(numbers, goal="op-maat", state="positief") == (1, 2)
    by_outcome = count(made, ["goal", "uitkomst"], where={"group": "inwoner"})
    assert k_and_n(by_outcome, goal="op-maat", state="positief", uitkomst="werk") == (1, 2)
    assert k_and_n(by_outcome, goal="op-maat", state="positief", uitkomst="geen werk") == (1, 1)


def test_among_keeps_the_people_named_however_they_are_given() -> None:
    made = study(FIVE, judgements=FIVE_JUDGED)
    wanted = ["r03", "r01"]
    numbers = count(made, ["goal"], among=wanted)
    assert k_and_n(numbers, goal="op-maat", state="positief") == (1, 2)
    assert numbers == count(made, ["goal"], among=(id for id in wanted))
    assert numbers == count(made, ["goal"], among={"r01", "r03"})
    assert not count(made, ["goal"], among=())


def test_every_number_of_a_count_has_its_own_id() -> None:
    said = [coding("r01", "toon", "positief"), coding("r02", "inkomen", "negatief")]
    made = study(REGISTER, said, [judgement("r01", "op-maat", "positief")])
    counts = [
        *count(made, ["goal"]),
        *count(made, ["goal"], where={"premie": "2"}),
        *count(made, ["goal"], where={"uitkomst": "werk"}),
        *count(made, ["goal"], among=["r01"]),
        *count(made, ["goal"], among=["r01", "r03"]),
        *count(made, ["goal", "premie"]),
        *count(made, ["code"]),
        *count(made, ["code", "valence"]),
        *count(made, ["group"]),
    ]
    assert len({number.id for number in counts}) == len(counts)
    assert count(made, ["goal"])[0].id == "doel/op-maat/inwoner/positief"


def test_themes_are_provisional_until_all_asked_are_read() -> None:
    made = study(FIVE[:2], [coding("r01", "toon")], finished=frozenset({"r01"}))
    assert one(count(made, ["code"]), code="toon").status == "voorlopig"
    done = replace(made, finished=frozenset({"r01", "r02"}))
    assert one(count(done, ["code"]), code="toon").status == "vastgesteld"


@pytest.mark.parametrize(
    ("by", "where", "wrong"),
    [
        (["leeftijd"], {}, "leeftijd"),
        (["goal", "leeftijd"], {}, "leeftijd"),
        (["goal"], {"leeftijd": "40"}, "leeftijd"),
        (["goal"], {"goal": "op-maat"}, "goal"),
        (["state"], {}, "state"),
        (["code", "state"], {}, "state"),
        (["goal", "valence"], {}, "valence"),
    ],
)
def test_what_cannot_be_counted_is_refused(
    by: list[str], where: dict[str, str], wrong: str
) -> None:
    with pytest.raises(KwalError, match=f"“{wrong}” is niet te tellen") as caught:
        count(study(REGISTER), by, where=where)
    assert "premie, uitkomst" in caught.value.todo


@pytest.mark.parametrize("by", [[], ["goal", "code"]])
def test_a_count_is_of_goals_or_of_themes(by: list[str]) -> None:
    with pytest.raises(KwalError, match="naar doel of naar thema"):
        count(study(REGISTER), by)


def test_how_many_organisations_are_behind_the_talks() -> None:
    made = partners(("n1", "A", None), ("n2", "A", None), ("n3", "B", None), ("n4", "", None))
    number = distinct(made, "organisatie", {"group": "partner"})
    assert (number.value, number.unit, number.k) == (2, "organisatie", None)
    assert number.counted == ("n1", "n2", "n3", "n4")


RECURRING = [
    coding("r01", "toon", "negatief"),
    coding("r02", "toon", "negatief"),
    coding("r02", "toon", "negatief", start=6),
    coding("r01", "wisseling", "negatief"),
    coding("r03", "wisseling", "positief"),
    coding("r01", "inkomen", "negatief"),
    coding("r02", "inkomen", "negatief"),
]


def test_what_recurs_is_what_enough_people_say() -> None:
    total, counts = recurring(study(FIVE, RECURRING), "contact", "inwoner", "negatief", 2)
    assert (total.value, [(n.keys["code"], n.k) for n in counts]) == (1, [("toon", 2)])
    assert total.counted == ("r01", "r02")
    assert len(total.evidence) == 3
    assert total.status == "voorlopig"


def test_what_recurs_comes_largest_first() -> None:
    total, counts = recurring(study(FIVE, RECURRING), "contact", "inwoner", "negatief", 1)
    assert total.value == 2
    assert [(n.keys["code"], n.k) for n in counts] == [("toon", 2), ("wisseling", 1)]


def test_nothing_recurs() -> None:
    read = frozenset(one.transcript for one in FIVE)
    made = study(FIVE, RECURRING, finished=read)
    total, counts = recurring(made, "contact", "inwoner", "gemengd", 2)
    assert (total.value, counts, total.evidence) == (0, [], ())
    assert total.status == "vastgesteld"


def test_the_smallest_and_largest_number_that_people_name() -> None:
    said = [
        coding("r01", "wisseling", amount=5.0),
        coding("r02", "wisseling", amount=3.0),
        coding("r03", "wisseling", amount=5.0),
        coding("r04", "wisseling"),
        coding("r05", "toon", amount=9.0),
    ]
    found = amounts(study(FIVE, said), "wisseling", "inwoner", "regisseurs", ["r01", "r02", "r03"])
    assert [(n.keys["amount"], n.value, n.counted) for n in found] == [
        ("laagste", 3.0, ("r02",)), ("hoogste", 5.0, ("r01", "r03"))
    ]  # fmt: skip
    assert found[1].evidence == (
        Evidence("r01", "r01", Span(1, 0, 4), "wisseling"),
        Evidence("r03", "r03", Span(1, 0, 4), "wisseling"),
    )
    assert {n.unit for n in found} == {"regisseurs"}


def test_one_number_named_and_none() -> None:
    made = study(FIVE, [coding("r01", "wisseling", amount=5.0)])
    (only,) = amounts(made, "contact", "inwoner", "keer", ["r01", "r02"])
    assert (only.keys["amount"], only.value) == ("genoemd", 5.0)
    assert amounts(made, "wisseling", "inwoner", "keer", ["r02"]) == []
    assert amounts(made, "wisseling", "partner", "keer", ["r01"]) == []


def test_ids_can_be_read() -> None:
    assert identifier("doel", "op-maat ", "niet te bepalen") == "doel/op-maat/niet_te_bepalen"


@st.composite
def made_up(draw: st.DrawFn) -> Study:
    """Any study of up to eight people in two perspectives, partners by organisation."""
    people: list[Respondent] = []
    for number in range(draw(st.integers(1, 8))):
        group = draw(st.sampled_from(["inwoner", "partner"]))
        attributes = {"premie": draw(st.sampled_from(["1", "2"]))}
        attributes["organisatie"] = draw(st.sampled_from(["A", "B", ""]))
        usable = draw(st.booleans())
        guide = draw(st.sampled_from(["", "re-integratie"]))
        made = person(f"r{number}", group, usable=usable, attributes=attributes, guide=guide)
        people.append(made)
    judged = [
        judgement(one.id, goal.id, state)
        for one in people
        for goal in BOOK.goals
        if (state := draw(st.sampled_from([None, *STATES])))
    ]
    said = [
        coding(one.id, code.id, draw(st.sampled_from(["positief", "negatief"])), start=start)
        for one in people
        for code in BOOK.codes
        for start in range(draw(st.integers(0, 2)))
    ]
    return study(people, said, judged, units={"partner": "organisatie"})


@given(made_up(), st.sampled_from([["goal"], ["goal", "premie"]]))
def test_the_states_of_a_goal_add_up_to_everyone_asked(made: Study, by: list[str]) -> None:
    sums: dict[tuple[str, ...], list[BoundNumber]] = {}
    for number in count(made, by):
        key = tuple(value for name, value in number.keys.items() if name != "state")
        sums.setdefault(key, []).append(number)
    for numbers in sums.values():
        assert {number.n for number in numbers} == {sum(number.k or 0 for number in numbers)}
        assert sorted(r for n in numbers for r in n.counted) == sorted(numbers[0].asked)


@given(made_up(), st.sampled_from([["goal"], ["code"], ["code", "valence"], ["group", "premie"]]))
def test_nobody_is_counted_who_was_not_asked(made: Study, by: list[str]) -> None:
    for number in count(made, by):
        assert 0 <= (number.k or 0) <= (number.n or 0)
        assert number.value == number.k
        assert set(number.counted) <= set(number.asked)
        assert {passage.respondent for passage in number.evidence} <= set(number.counted)
        if by[0] != "group":
            assert all(made.by_id[id].usable for id in number.asked)


@given(made_up())
def test_a_theme_is_spoken_of_by_as_many_as_any_value_of_it(made: Study) -> None:
    whole = {(n.keys["code"], n.keys["group"]): n for n in count(made, ["code"])}
    for part in count(made, ["code", "valence"]):
        assert set(part.counted) <= set(whole[part.keys["code"], part.keys["group"]].counted)
