"""Suggestions of a language model beside those of patterns."""

from __future__ import annotations

from dataclasses import replace

from kwalevaluatie.model import Span, Suggestion, Transcript
from kwalevaluatie.suggest.llm.answers import source_of
from kwalevaluatie.suggest.llm.beside import Standing, side_by_side
from kwalevaluatie.suggest.llm.prompt import parts

OWN = Suggestion("r1", Span(1, 0, 20), "hulp", 0.8, "woordenboek", "“hielp”", "positief", "nu")
READ = Suggestion(
    "r1", Span(1, 5, 12), "hulp", 0.5, source_of("m"),
    "taalmodel m leest hier: negatief, moment toen", "negatief", "toen",
)  # fmt: skip
CODES = {"hulp", "wachten"}
PART = next(
    parts(
        Transcript.from_turns(
            [("I", "interviewer", "En?"), ("R", "respondent", "Ze hielp me niet meteen.")], id="r1"
        )
    )
)


def test_the_same_passage_and_theme_is_one_row_with_both_reasons() -> None:
    (made,) = side_by_side([OWN], [READ])
    assert made.source == "woordenboek + taalmodel:m@sjabloon-1"
    assert made.reason == "“hielp” | ook taalmodel m leest hier: negatief, moment toen"
    assert replace(made, source=OWN.source, reason=OWN.reason) == OWN


def test_another_passage_or_theme_stands_by_itself() -> None:
    others = [replace(READ, code="wachten"), replace(READ, span=Span(1, 20, 24))]
    assert side_by_side([OWN], others) == [OWN, *others]


def test_two_quotations_in_one_passage_are_mentioned_once() -> None:
    made = side_by_side([OWN], [READ, replace(READ, span=Span(1, 13, 18))])
    assert made == side_by_side([OWN], [READ])
    assert side_by_side([], [READ, replace(READ, span=Span(1, 7, 18))]) == [READ]


def test_what_a_model_proposed_stays_when_we_propose_anew() -> None:
    alone = replace(READ, code="wachten")
    stored = side_by_side([OWN], [READ, alone])
    assert Standing([OWN], stored, CODES).of("r1") == stored
    again = Standing([replace(OWN, score=0.9)], stored, CODES).of("r1")
    assert [one.score for one in again] == [0.9, 0.5]


def test_it_stays_where_the_pattern_is_gone_and_goes_where_the_theme_is_gone() -> None:
    stored = side_by_side([OWN], [READ])
    (left,) = Standing([], stored, CODES).of("r1")
    assert (left.source, left.reason, left.score) == (READ.source, READ.reason, 0.5)
    assert Standing([], stored, {"wachten"}).of("r1") == []


def test_what_is_read_again_takes_the_place_of_what_was_read_there() -> None:
    elsewhere = replace(READ, span=Span(7, 0, 4))
    standing = Standing([OWN], [*side_by_side([OWN], [READ]), elsewhere], CODES)
    standing.take(PART, [replace(READ, code="wachten")])
    assert standing.of("r1") == [OWN, elsewhere, replace(READ, code="wachten")]
