"""What a language model answered, checked against what was really said."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie.model import MOMENTS, VALENCES, Transcript
from kwalevaluatie.suggest.llm import answers
from kwalevaluatie.suggest.llm.answers import MOST_IN_PART, check, locate, source_of
from kwalevaluatie.suggest.llm.prompt import parts

TALK = Transcript.from_turns(
    [
        ("I", "interviewer", "Moest u lang wachten?"),
        ("R", "respondent", "Ja,  elke keer weer. Ze zei: “Dat\nkomt nog.” Zó vaak gehad."),
        ("I", "interviewer", "En nu?"),
        ("R", "respondent", "Nu gaat het goed."),
    ],
    id="r1",
)  # fmt: skip
PART = next(parts(TALK))
CODES = {"wachten", "hulp"}
GOOD = {
    "beurt": 3, "code": "wachten", "citaat": "gaat het goed", "waardering": "positief",
    "moment": "nu",
}  # fmt: skip


def checked(value: Any) -> answers.Checked:
    text = value if isinstance(value, str) else json.dumps(value)
    return check(text, PART, CODES, "klein-model")


def test_a_good_answer_becomes_a_suggestion_that_says_where_it_comes_from() -> None:
    (made,) = checked({"coderingen": [GOOD]}).suggestions
    assert TALK.quote(made.span) == "gaat het goed"
    assert (made.transcript, made.code, made.score) == ("r1", "wachten", 0.5)
    assert (made.valence, made.moment) == ("positief", "nu")
    assert made.source == "taalmodel:klein-model@sjabloon-1"
    assert made.reason == "taalmodel klein-model leest hier: positief, moment nu"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([GOOD]),
        json.dumps(GOOD),
        f"Natuurlijk! Hier is het:\n```json\n{json.dumps({'coderingen': [GOOD]})}\n```\nSucces!",
        '<think>Misschien {"coderingen": []} of niet?</think>' + json.dumps([GOOD]),
        '{"coderingen": [' + json.dumps(GOOD) + ', {"beurt": 3, "code": "hu',
        json.dumps({"coderingen": [GOOD | {"beurt": "3"}, GOOD]}),
        json.dumps({"coderingen": [GOOD, 3, None, "hulp", []]}),
    ],
    ids=["list", "single", "wrapped", "thinking", "half", "double", "odd rows"],
)
def test_an_answer_is_found_in_whatever_is_around_it(text: str) -> None:
    found = checked(text)
    assert [TALK.quote(one.span) for one in found.suggestions] == ["gaat het goed"]
    assert not found.dropped


@pytest.mark.parametrize(
    "text", ["", "Daar kan ik niet bij helpen.", "I cannot", "{", "[1, 2]", '{"a": 1}', "💥" * 9]
)  # fmt: skip
def test_what_has_another_form_is_not_legible(text: str) -> None:
    assert not checked(text).legible


def test_an_empty_list_is_a_good_answer() -> None:
    assert checked('{"coderingen": []}').legible


@pytest.mark.parametrize(
    "change, why",
    [
        ({"citaat": "gaat het heel goed"}, answers.NO_QUOTE),
        ({"citaat": "Gaat het goed"}, answers.NO_QUOTE),
        ({"citaat": "aat het goe"}, answers.NO_QUOTE),
        ({"citaat": ""}, answers.NO_QUOTE),
        ({"citaat": "."}, answers.NO_QUOTE),
        ({"citaat": None}, answers.NO_QUOTE),
        ({"citaat": ["gaat het goed"]}, answers.NO_QUOTE),
        ({"citaat": "x" * 20_000}, answers.NO_QUOTE),
        ({"citaat": "elke keer weer"}, answers.NO_QUOTE),
        ({"code": "verzonnen"}, answers.NO_CODE),
        ({"code": {"id": "hulp"}}, answers.NO_CODE),
        ({"beurt": 2, "citaat": "En nu?"}, answers.NO_TURN),
        ({"beurt": 99}, answers.NO_TURN),
        ({"beurt": -1}, answers.NO_TURN),
        ({"beurt": True}, answers.NO_TURN),
        ({"beurt": "²"}, answers.NO_TURN),
        ({"beurt": None}, answers.NO_TURN),
    ],
)
def test_what_cannot_be_right_is_dropped_and_counted(change: dict[str, Any], why: str) -> None:
    found = checked({"coderingen": [GOOD | change]})
    assert found.suggestions == ()
    assert found.dropped == {why: 1}


def test_an_unknown_value_or_moment_is_none_in_particular() -> None:
    rows = [GOOD | {"waardering": "boos", "moment": 7}]
    (made,) = checked({"coderingen": rows}).suggestions
    assert (made.valence, made.moment) == ("neutraal", "onbekend")


def test_no_more_is_taken_from_one_part_than_makes_sense() -> None:
    found = checked({"coderingen": [GOOD] * 200})
    assert len(found.suggestions) == 1
    assert found.dropped == {answers.TOO_MANY: 200 - MOST_IN_PART}


@pytest.mark.parametrize(
    "quotation, words",
    [
        ("Ja, elke keer weer.", "Ja,  elke keer weer."),
        ("Ja,\telke  keer\nweer", "Ja,  elke keer weer"),
        ('Ze zei: "Dat komt nog."', "Ze zei: “Dat\nkomt nog.”"),
        ("'Dat komt nog.'", "Dat\nkomt nog."),
        ("Zó vaak", "Zó vaak"),
    ],
)
def test_spaces_and_quotation_marks_may_differ(quotation: str, words: str) -> None:
    text = TALK.turns[1].text
    place = locate(quotation, text)
    assert place is not None
    start, stop = place
    assert text[start:stop].strip("”") == words.strip("”")


@given(st.text(max_size=60), st.data())
def test_whole_words_of_a_text_are_always_found_and_nothing_else_is(
    text: str, data: st.DataObject
) -> None:
    quotation = data.draw(st.sampled_from([*text.split(), text, "x"]))
    place = locate(quotation, text)
    if place is not None:
        start, stop = place
        assert 0 <= start < stop <= len(text)
        assert _plain(text[start:stop]) == _plain(quotation)
    elif quotation.isalnum() and quotation.isascii():
        assert quotation not in text.split()


def _plain(text: str) -> list[str]:
    for mark in answers.QUOTE_MARKS:
        text = text.replace(mark, "'")
    return text.strip().strip("'").split()


ROWS = st.dictionaries(
    st.sampled_from([*GOOD, "x"]),
    st.sampled_from([*GOOD.values(), *MOMENTS, 1, None, [], {}, "Ja,", True]) | st.text(),
)


@given(
    st.text() | st.lists(ROWS).map(json.dumps) | st.lists(ROWS).map(lambda r: json.dumps(r)[:-9])
)
def test_whatever_is_answered_a_suggestion_quotes_real_words_of_an_answer(text: str) -> None:
    for one in checked(text).suggestions:
        assert TALK.quote(one.span).strip()
        assert TALK.turns[one.span.turn].role == "respondent"
        assert one.code in CODES
        assert one.valence in VALENCES
        assert one.moment in MOMENTS


@pytest.mark.parametrize(
    "text", ["{" * 200_000, '{"a":' * 40_000, "[" * 200_000, '{"a":[' * 30_000, "1" * 200_000,
             '{"beurt": ' + "9" * 100_000 + "}", '{"a":"' + "{" * 190_000, "<think>" * 30_000]
)  # fmt: skip
def test_an_answer_made_to_hang_the_reader_does_not(text: str) -> None:
    begun = time.perf_counter()
    assert checked(text).suggestions == ()
    assert time.perf_counter() - begun < 10


def test_a_source_fits_in_the_database_whatever_the_model_is_called() -> None:
    long = source_of("groot/heel lang\n" * 20)
    assert len(f"woordenboek + {long}") <= 80
    assert long.isprintable()
