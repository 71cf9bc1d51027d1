from __future__ import annotations

from tests.analysis.studies import coding, judgement, person, study, talk

from kwalevaluatie.model import Evidence, Guide, Question, Span


def ids(people: object) -> list[str]:
    return [person.id for person in people]  # type: ignore[attr-defined]


def test_a_question_for_some_makes_a_denominator_of_some() -> None:
    people = [
        person("r01", attributes={"premie": "2"}),
        person("r02", attributes={"premie": "1"}),
        person("r03"),
    ]
    made = study(people)
    assert ids(made.asked_goal("op-maat")) == ["r01", "r02", "r03"]
    assert ids(made.asked_goal("rondkomen")) == ["r01"]
    assert ids(made.asked_theme("inkomen")) == ["r01"]


def test_a_question_for_a_perspective_or_the_unusable_looks_at_the_register() -> None:
    guide = Guide(
        "g", "G", "", (Question("1", "?", goals=("op-maat",), only={"group": "professional"}),)
    )
    people = [person("p1", "professional", guide="g"), person("r1", guide="g")]
    assert ids(study(people, guides={"g": guide}).asked_goal("op-maat")) == ["p1"]


def test_who_was_asked_in_any_of_two_questions_was_asked() -> None:
    questions = (
        Question("1", "?", goals=("op-maat",), only={"premie": "1"}),
        Question("2", "?", goals=("op-maat",), only={"premie": "2", "baan": "ja"}),
    )
    people = [
        person("r1", attributes={"premie": "1"}),
        person("r2", attributes={"premie": "2", "baan": "ja"}),
        person("r3", attributes={"premie": "2", "baan": "nee"}),
    ]
    guides = {"re-integratie": Guide("re-integratie", "R", "inwoner", questions)}
    assert ids(study(people, guides=guides).asked_goal("op-maat")) == ["r1", "r2"]


def test_without_a_guide_someone_was_asked_everything() -> None:
    made = study([person("r01", guide=""), person("r02", guide="onbekend")])
    assert ids(made.asked_goal("rondkomen")) == ["r01", "r02"]


def test_an_unusable_conversation_was_asked_nothing() -> None:
    made = study([person("r01"), person("r02", usable=False, reason="geen geluid")])
    assert ids(made.usable) == ["r01"]
    assert ids(made.asked_goal("op-maat")) == ids(made.asked_theme("contact")) == ["r01"]


def test_asking_after_a_theme_asks_after_its_sub_themes_but_not_the_other_way_round() -> None:
    made = study([person("r01")])
    assert ids(made.asked_theme("wisseling")) == ["r01"]
    question = Question("1", "Steeds een ander?", themes=("wisseling",))
    narrow = Guide("re-integratie", "R", "inwoner", (question,))
    made = study([person("r01")], guides={"re-integratie": narrow})
    assert ids(made.asked_theme("wisseling")) == ["r01"]
    assert ids(made.asked_theme("contact")) == []


def test_speakers_of_one_talk_keep_their_own_codings() -> None:
    people = [
        person("g1-a", transcript="g1", speaker="R1"),
        person("g1-b", transcript="g1", speaker="R2"),
    ]
    codings = [coding("g1", "toon", turn=1), coding("g1", "inkomen", turn=2)]
    made = study(people, codings, transcripts={"g1": talk("g1", "R1", "R2")})
    assert [one.code for one in made.codings_of("g1-a")] == ["toon"]
    assert [one.code for one in made.codings_of("g1-b")] == ["inkomen"]


def test_a_talk_as_one_has_everything_that_is_said_in_it() -> None:
    codings = [coding("g1", "toon", turn=1), coding("g1", "inkomen", turn=2)]
    made = study([person("g1")], codings, transcripts={"g1": talk("g1", "R1", "R2")})
    assert [one.code for one in made.codings_of("g1")] == ["toon", "inkomen"]
    assert [one.code for one in made.codings_of("g1", ["toon"])] == ["toon"]
    assert made.codings_of("niemand") == []


def test_what_is_under_a_goal_is_the_evidence_of_its_judgement() -> None:
    codings = [coding("r01", "toon")]
    plain = judgement("r01", "op-maat", "positief")
    argued = judgement("r01", "op-maat", "positief", evidence=(Span(1, 2, 7), Span(1, 9, 12)))
    from_themes = study([person("r01")], codings, [plain]).evidence_for_goal("r01", "op-maat")
    assert from_themes == (Evidence("r01", "r01", Span(1, 0, 4), "toon"),)
    from_evidence = study([person("r01")], codings, [argued]).evidence_for_goal("r01", "op-maat")
    assert from_evidence == (
        Evidence("r01", "r01", Span(1, 2, 7), "daarom"),
        Evidence("r01", "r01", Span(1, 9, 12), "daarom"),
    )


def test_the_unit_is_the_organisation_where_that_is_known() -> None:
    made = study(
        [
            person("n1", "partner", attributes={"organisatie": "Bureau A"}),
            person("n2", "partner", attributes={"organisatie": ""}),
            person("r1"),
        ],
        units={"partner": "organisatie"},
    )
    assert [made.unit(one) for one in made.respondents] == ["Bureau A", "n2", "r1"]
    assert (made.unit_name("partner"), made.unit_name("inwoner")) == ("organisatie", "respondent")


def test_the_register_answers_in_words() -> None:
    made = study([person("r01", usable=False, attributes={"premie": "2"})])
    names = ("usable", "group", "guide", "transcript", "premie", "leeftijd")
    found = [made.attribute(made.respondents[0], name) for name in names]
    assert found == ["nee", "inwoner", "re-integratie", "r01", "2", ""]
