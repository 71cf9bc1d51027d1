from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.studies import coding, judgement, person, study, talk

from kwalevaluatie.analysis.quoting import choose, grounds, quotations
from kwalevaluatie.model import Quotation, Span

GOOD = "Ze nam de tijd voor mij en ze luisterde echt naar wat ik wilde"


def quotation(who: str, value: str = "positief", words: str = GOOD, **given: Any) -> Quotation:
    """A quotation with words of its own."""
    said = f"{words} van {who} over {value}"
    place = Span(given.get("turn", 1), 0, len(said))
    return Quotation(person(who), who, place, said, "toon", value, "onbekend", "anna")


def who_and_what(chosen: list[Quotation]) -> list[tuple[str, str]]:
    return [(one.respondent.id, one.value) for one in chosen]


def test_quotations_are_the_words_of_usable_people_with_the_theme_or_a_sub_theme() -> None:
    people = [person("r01"), person("r02", usable=False, reason="geluid"), person("p1", "prof")]
    said = [
        coding("r01", "wisseling", "negatief", moment="toen"),
        coding("r01", "inkomen"),
        coding("r02", "contact"),
        coding("p1", "contact"),
    ]
    made = study(people, said)
    found = quotations(made, ["contact"])
    assert [(q.respondent.id, q.about) for q in found] == [("r01", "wisseling"), ("p1", "contact")]
    assert (found[0].words, found[0].value, found[0].moment) == ("Hier", "negatief", "toen")
    assert found[0].words == made.transcripts["r01"].quote(found[0].span)
    assert [q.respondent.id for q in quotations(made, ["contact"], "prof")] == ["p1"]


def test_a_speaker_is_quoted_with_own_words_only() -> None:
    people = [person(f"g1-{n}", transcript="g1", speaker=f"R{n}") for n in (1, 2)]
    made = study(people, [coding("g1", "toon", turn=2)], transcripts={"g1": talk("g1", "R1", "R2")})
    assert [q.respondent.id for q in quotations(made, ["toon"])] == ["g1-2"]


def test_the_grounds_of_a_goal_are_the_evidence_of_those_asked() -> None:
    people = [
        person("r01", attributes={"premie": "2"}),
        person("r02", attributes={"premie": "1"}),
        person("r03", attributes={"premie": "2"}),
        person("r04", attributes={"premie": "2"}),
    ]
    passages = (Span(1, 0, 4), Span(1, 5, 10))
    judged = [
        judgement("r01", "rondkomen", "positief", evidence=passages),
        judgement("r02", "rondkomen", "negatief", evidence=passages),
        judgement("r03", "rondkomen", "negatief"),
    ]
    found = grounds(study(people, judgements=judged), "rondkomen")
    assert [(q.respondent.id, q.value, q.words) for q in found] == [
        ("r01", "positief", "Hier"), ("r01", "positief", "praat")
    ]  # fmt: skip
    assert {q.about for q in found} == {"rondkomen"}
    assert grounds(study(people, judgements=judged), "rondkomen", "partner") == []


def test_quotations_are_spread_over_people() -> None:
    found = [quotation(who, turn=turn, words=f"{GOOD} {turn}") for who in "abc" for turn in (1, 2)]
    assert sorted(q.respondent.id for q in choose(found, 3)) == ["a", "b", "c"]


def test_the_one_who_disagrees_is_heard() -> None:
    found = [quotation(who) for who in "abcdef"]
    found += [quotation("g", "negatief", words="Kort maar helder, het was niks met al dat wachten")]
    for n in (2, 3, 4):
        assert ("g", "negatief") in who_and_what(choose(found, n))


def test_dissent_is_heard_also_from_someone_who_is_quoted_already() -> None:
    found = [quotation("a", words="Ze was er altijd als ik haar nodig had en dat hielp mij echt")]
    found += [quotation("a", "negatief")]
    found += [quotation(who) for who in "bcd"]
    for n in (2, 3):
        assert {value for _, value in who_and_what(choose(found, n))} == {"positief", "negatief"}


def test_what_reads_well_comes_first() -> None:
    short, long = quotation("a", words="Ja"), quotation("b", words="en toen " * 30)
    masked, good = quotation("c", words=f"{GOOD} zei [regisseur-1]"), quotation("d")
    assert [q.respondent.id for q in choose([short, long, masked, good], 4)] == ["d", "c", "a", "b"]


def test_the_same_words_are_quoted_once() -> None:
    twice = [quotation("a"), quotation("a", turn=3), quotation("b")]
    assert [q.words for q in choose(twice, 3)] == [twice[0].words, twice[2].words]


def test_nothing_to_quote() -> None:
    assert choose([], 3) == []
    assert choose([quotation("a")], 0) == []


quotes = st.builds(
    quotation,
    st.sampled_from("abcd"),
    st.sampled_from(["positief", "negatief", "gemengd"]),
    words=st.sampled_from([GOOD, "Ja", f"{GOOD} en [kind-1]"]),
    turn=st.integers(1, 3),
)


@given(st.lists(quotes, max_size=12), st.integers(0, 6), st.randoms())
def test_a_choice_is_the_same_whatever_the_order(
    found: list[Quotation], n: int, random: Any
) -> None:
    chosen = choose(found, n)
    shuffled = random.sample(found, len(found))
    assert choose(shuffled, n) == chosen
    assert len(chosen) == min(n, len({one.words for one in found}))


@given(st.lists(quotes, max_size=12), st.integers(0, 6))
def test_nobody_is_quoted_twice_before_everyone_is_quoted_once(
    found: list[Quotation], n: int
) -> None:
    chosen = [one.respondent.id for one in choose(found, n)]
    people = {one.respondent.id for one in found}
    assert len(set(chosen)) == min(len(chosen), len(people))


one_value = st.sampled_from([("a", "positief"), ("b", "negatief"), ("c", "gemengd"),
                             ("d", "positief"), ("e", "positief")])  # fmt: skip


@given(st.lists(one_value.map(lambda pair: quotation(*pair)), max_size=12), st.integers(0, 6))
def test_every_value_is_heard_where_there_is_room(found: list[Quotation], n: int) -> None:
    values = {one.value for one in found}
    assert len({one.value for one in choose(found, n)}) == min(n, len(values))


def test_the_view_of_most_people_comes_first_and_the_rarest_next() -> None:
    found = [quotation(who) for who in "abc"] + [quotation(who, "gemengd") for who in "de"]
    found += [quotation("f", "negatief")]
    assert [one.value for one in choose(found, 3)] == ["positief", "negatief", "gemengd"]


def test_who_was_not_heard_before_comes_first() -> None:
    found = [quotation(who) for who in "abc"]
    assert [one.respondent.id for one in choose(found, 1, {"a": 2, "b": 1})] == ["c"]


def test_who_alone_disagrees_is_kept_for_that() -> None:
    found = [quotation("a"), quotation("a", "negatief"), quotation("b")]
    assert who_and_what(choose(found, 2)) == [("b", "positief"), ("a", "negatief")]
