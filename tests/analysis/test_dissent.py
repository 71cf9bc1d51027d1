"""Who judges otherwise than most, and in which words."""

from __future__ import annotations

from tests.analysis.studies import coding, judgement, person, study

from kwalevaluatie.analysis.dissent import Dissent, commonest, dissent
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import Respondent, Span

FOUR = [person(f"r{number}") for number in range(1, 5)]


def judged(people: list[Respondent], *states: str, **given: object) -> Study:
    """A study in which these people are judged so on op-maat, on the first words of a turn."""
    made = [
        judgement(one.id, "op-maat", state, evidence=(Span(1, 0, 4),))
        for one, state in zip(people, states, strict=True)
    ]
    return study(people, judgements=made, **given)


def told(found: list[Dissent], kind: str) -> list[tuple[str, str, str, int, int]]:
    return [(one.group, one.state, one.most, one.k, one.n) for one in found if one.kind == kind]


def test_who_judges_otherwise_than_most_is_heard_with_the_grounds() -> None:
    made = judged(FOUR, "positief", "positief", "negatief", "niet besproken")
    (found,) = dissent(made, "op-maat")
    assert told([found], "minderheid") == [("inwoner", "negatief", "positief", 1, 4)]
    assert found.respondents == ("r3",)
    assert [(one.respondent.id, one.words) for one in found.quotations] == [("r3", "Hier")]


def test_nobody_differs_where_all_are_of_one_mind() -> None:
    assert dissent(judged(FOUR, *["positief"] * 4), "op-maat") == []


def test_without_a_commonest_value_every_value_is_told() -> None:
    made = judged(FOUR, "positief", "positief", "negatief", "negatief")
    found = dissent(made, "op-maat")
    assert commonest(made, "op-maat", FOUR) == ""
    assert told(found, "verdeeld") == [
        ("inwoner", "positief", "", 2, 4), ("inwoner", "negatief", "", 2, 4)
    ]  # fmt: skip
    assert told(found, "minderheid") == []


def test_members_of_one_organisation_who_differ() -> None:
    partners = [person(name, "partner", attributes={"organisatie": home})
                for name, home in (("p1", "Baken"), ("p2", "Baken"), ("p3", "Anker"))]  # fmt: skip
    made = judged(partners, "positief", "negatief", "positief", units={"partner": "organisatie"})
    found = dissent(made, "op-maat")
    assert told(found, "binnen eenheid") == [("partner", "verschilt", "", 1, 1)]
    (within,) = [one for one in found if one.kind == "binnen eenheid"]
    assert within.respondents == ("p1", "p2")
    assert "Baken" not in str((within.goal, within.group, within.state, within.most))


def test_perspectives_that_find_otherwise() -> None:
    people = [*FOUR, person("g1", "professional")]
    made = judged(people, *["negatief"] * 4, "positief")
    assert told(dissent(made, "op-maat"), "tussen perspectieven") == [
        ("inwoner", "negatief", "professional: positief", 4, 4),
        ("professional", "positief", "inwoner: negatief", 1, 1),
    ]


def test_without_grounds_the_coded_passages_speak() -> None:
    given = [judgement(one.id, "op-maat", "positief") for one in FOUR[:3]]
    given.append(judgement("r4", "op-maat", "negatief"))
    made = study(FOUR, [coding("r4", "wisseling", "negatief", start=5)], given)
    (found,) = dissent(made, "op-maat")
    assert [(one.about, one.value) for one in found.quotations] == [("wisseling", "negatief")]


def test_a_divided_perspective_is_not_set_against_another() -> None:
    people = [*FOUR, person("g1", "professional"), person("g2", "professional")]
    made = judged(people, *["negatief"] * 4, "positief", "negatief")
    assert told(dissent(made, "op-maat"), "tussen perspectieven") == []
