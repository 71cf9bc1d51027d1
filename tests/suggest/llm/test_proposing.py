"""Reading conversations part by part: what fails is passed over and told, the rest is kept."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence

import pytest

from kwalevaluatie.errors import KwalWarning
from kwalevaluatie.model import Code, Codebook, Suggestion, Transcript
from kwalevaluatie.suggest.llm.problems import LanguageModelError, NoAnswerError
from kwalevaluatie.suggest.llm.prompt import Part
from kwalevaluatie.suggest.llm.proposing import Course, read_along

BOOK = Codebook("b", "B", "1", (Code("hulp", "Hulp", "Of iemand hulp kreeg."),))
GOOD = json.dumps({"coderingen": [{"beurt": 1, "code": "hulp", "citaat": "Ze hielp"}]})
TURNS = [("I", "interviewer", "En?"), ("R", "respondent", "Ze hielp me.")]
Answer = str | Exception


class Scripted:
    """A model that says in order what was written down."""

    name = "klein"

    def __init__(self, *answers: Answer) -> None:
        self.left = list(answers)

    def ask(self, messages: Sequence[dict[str, str]]) -> str:
        answer = self.left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def talks(many: int) -> list[Transcript]:
    return [Transcript.from_turns(TURNS, id=f"r{n}") for n in range(many)]


def run(many: int, *answers: Answer) -> tuple[Course, list[str], Scripted]:
    """How the reading went, of which conversations something was kept, and what was not asked."""
    kept: list[str] = []

    def keep(part: Part, suggestions: Sequence[Suggestion]) -> None:
        kept.extend(one.transcript for one in suggestions)

    model = Scripted(*answers)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", KwalWarning)
        course = read_along(model, BOOK, talks(many), lambda items, _: items, keep)
    return course, kept, model


def test_every_conversation_is_read() -> None:
    course, kept, _ = run(3, GOOD, GOOD, GOOD)
    assert kept == ["r0", "r1", "r2"]
    assert course.told() == (
        "Taalmodel klein las 3 van de 3 gedeelten en gaf 3 bruikbare antwoorden."
    )


@pytest.mark.parametrize("bad", [NoAnswerError("x"), "I cannot", "", '{"coderingen": ['])
def test_a_part_without_a_usable_answer_is_tried_once_more(bad: Answer) -> None:
    course, kept, model = run(2, bad, GOOD, GOOD)
    assert kept == ["r0", "r1"]
    assert course.smooth
    assert model.left == []


def test_after_that_it_is_passed_over_and_told() -> None:
    course, kept, model = run(2, "nee", NoAnswerError("fout 500"), GOOD)
    assert kept == ["r1"]
    assert "las 1 van de 2 gedeelten" in course.told()
    assert "Niet gelezen: r0 beurt 1: fout 500." in course.told()
    assert model.left == []


def test_three_in_a_row_is_enough_and_what_was_read_is_kept() -> None:
    course, kept, model = run(6, GOOD, *["nee"] * 6, GOOD, GOOD)
    assert kept == ["r0"]
    assert "Gestopt: taalmodel klein gaf 3 keer geen bruikbaar antwoord" in course.told()
    assert model.left == [GOOD, GOOD]


def test_a_model_that_falls_away_stops_the_reading_and_what_was_read_is_kept() -> None:
    course, kept, model = run(3, GOOD, LanguageModelError("het model is weg"), GOOD)
    assert kept == ["r0"]
    assert course.told().endswith("Gestopt: het model is weg.")
    assert model.left == [GOOD]


@pytest.mark.parametrize(
    "answers, what",
    [
        ([LanguageModelError("het model is weg")], "het model is weg"),
        (["nee", "nee", "nee", NoAnswerError("fout 500")], r"2 keer[\s\S]*fout 500"),
    ],
)
def test_when_nothing_was_read_it_is_an_error(answers: list[Answer], what: str) -> None:
    with pytest.raises(LanguageModelError, match=what):
        run(2, *answers)


def test_what_was_dropped_is_counted_and_told() -> None:
    rows = [
        {"beurt": 1, "code": "hulp", "citaat": "verzonnen woorden"},
        {"beurt": 1, "code": "hulp", "citaat": "ook verzonnen"},
        {"beurt": 1, "code": "onzin", "citaat": "Ze hielp"},
    ]
    with pytest.warns(KwalWarning) as told:
        read_along(Scripted(json.dumps({"coderingen": rows})), BOOK, talks(1), _as_is, _forget)
    assert "0 bruikbare antwoorden" in str(told[0].message)
    assert (
        "Weggelaten: 3 (2 keer het citaat staat niet letterlijk in de beurt; 1 keer het thema "
        "staat niet in het codeboek)." in str(told[0].message)
    )


def test_with_nothing_to_read_nothing_is_asked() -> None:
    assert run(0)[0].told().startswith("Taalmodel klein las 0 van de 0")


def test_only_the_first_unread_places_are_named() -> None:
    rest: list[Answer] = [answer for _ in range(7) for answer in ("nee", "nee", GOOD)]
    course, _, _ = run(14, *rest)
    assert course.told().count("beurt 1:") == 5
    assert course.told().endswith("en nog 2.")


def _as_is(items: Sequence[object], _: str) -> Sequence[object]:
    return items


def _forget(part: Part, suggestions: Sequence[Suggestion]) -> None:
    """Keep nothing."""
