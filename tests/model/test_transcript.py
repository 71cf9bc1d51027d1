from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kwalevaluatie.model import Span, Transcript, Turn

spans = st.builds(
    lambda turn, start, length: Span(turn, start, start + length),
    st.integers(0, 2),
    st.integers(0, 12),
    st.integers(1, 12),
)
texts = st.text(alphabet=st.sampled_from("a b\x1e\x1f|,\"'[]😀e\u0301"), max_size=6)
turns = st.lists(st.tuples(texts, st.sampled_from(["interviewer", "respondent"]), texts))


@given(st.integers(-3, 3), st.integers(-3, 8), st.integers(-3, 8))
def test_a_span_holds_at_least_one_character(turn: int, start: int, stop: int) -> None:
    if turn >= 0 and 0 <= start < stop:
        assert Span(turn, start, stop).stop == stop
    else:
        with pytest.raises(ValueError, match=f"{start}:{stop}"):
            Span(turn, start, stop)


@given(spans, spans)
def test_spans_overlap_when_they_share_a_character(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.stop)) & set(range(other.start, other.stop))
    assert one.overlaps(other) == (one.turn == other.turn and bool(shared))
    assert one.overlaps(other) == other.overlaps(one)


def test_spans_sort_by_place() -> None:
    places = [Span(2, 0, 1), Span(0, 9, 12), Span(0, 9, 10), Span(0, 1, 20)]
    assert sorted(places) == [Span(0, 1, 20), Span(0, 9, 10), Span(0, 9, 12), Span(2, 0, 1)]


@given(st.text(min_size=1), st.data())
def test_a_quotation_is_what_stands_between_the_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    transcript = Transcript.from_turns([("I", "interviewer", "?"), ("R", "respondent", text)])
    quoted = transcript.quote(Span(1, start, stop))
    assert text[:start] + quoted + text[stop:] == text
    assert len(quoted) == stop - start


@given(turns, turns)
def test_fingerprints_differ_when_anything_said_differs(
    one: list[tuple[str, str, str]], other: list[tuple[str, str, str]]
) -> None:
    assume(one != other)
    assert Transcript.from_turns(one).fingerprint != Transcript.from_turns(other).fingerprint


def test_a_separator_in_the_text_cannot_pass_for_another_turn() -> None:
    two = Transcript.from_turns([("R", "respondent", "a"), ("R", "respondent", "b")])
    one = Transcript.from_turns([("R", "respondent", "a\x1eR\x1frespondent\x1fb")])
    assert one.fingerprint != two.fingerprint


def test_the_fingerprint_is_of_the_words_and_not_of_what_surrounds_them() -> None:
    said = Transcript.from_turns([("R", "respondent", "Ja.")])
    elsewhere = replace(said, id="anders", metadata={"datum": "2025"})
    later = said.with_turns([replace(said.turns[0], seconds=3.5)])
    assert said.fingerprint == elsewhere.fingerprint == later.fingerprint
    assert len(said.fingerprint) == 64


def test_a_fingerprint_can_be_taken_of_broken_characters() -> None:
    assert Transcript.from_turns([("R", "respondent", "\ud800")]).fingerprint


def test_an_unknown_role_is_refused_with_the_turn_and_the_choices() -> None:
    with pytest.raises(ValueError, match=r"turn 1.*'gast'.*interviewer, respondent, onbekend"):
        Transcript.from_turns([("I", "interviewer", "Hoi"), ("G", "gast", "Hoi")])


def test_speakers_come_in_order_with_their_turns_and_words() -> None:
    transcript = Transcript.from_turns(
        [
            ("R", "respondent", "Ik begin maar."),
            ("I", "interviewer", "Goed."),
            ("R", "respondent", "Ja hoor."),
        ]
    )
    seen = [(s.label, s.role, s.turns, s.words) for s in transcript.speakers]
    assert seen == [("R", "respondent", 2, 5), ("I", "interviewer", 1, 1)]
    assert transcript.words == 6


def test_other_turns_leave_the_rest_as_it_is() -> None:
    before = Transcript("r01", (Turn("R", "respondent", "Ja"),), {"datum": "2025"})
    after = before.with_turns([Turn("R", "respondent", "Nee")])
    assert (after.id, after.metadata) == ("r01", {"datum": "2025"})
    assert [turn.text for turn in after.turns] == ["Nee"]
    assert before.turns[0].text == "Ja"


GROUP = Transcript.from_turns(
    [
        ("I", "interviewer", "Hoe?"),
        ("Ria", "respondent", "Goed."),
        ("R. V.", "onbekend", "Echt."),
        ("Tolk", "onbekend", "Zegt hij."),
    ]
)


def test_a_role_can_be_corrected() -> None:
    after = GROUP.with_speakers({"Tolk": "respondent"})
    assert [turn.role for turn in after.turns][-1] == "respondent"
    assert GROUP.turns[-1].role == "onbekend"


def test_labels_that_become_one_join_their_turns() -> None:
    after = GROUP.with_speakers({"R. V.": ("Ria", "respondent")})
    assert [(turn.speaker, turn.text) for turn in after.turns] == [
        ("I", "Hoe?"), ("Ria", "Goed. Echt."), ("Tolk", "Zegt hij."),
    ]  # fmt: skip


def test_no_corrections_change_nothing() -> None:
    assert GROUP.with_speakers({}) == GROUP


@pytest.mark.parametrize(
    ("corrections", "message"),
    [
        ({"Mo": "respondent"}, "'Mo' is not one of I, Ria, R. V., Tolk"),
        ({"Ria": "gast"}, "'gast' is not one of"),
        ({"Ria": ("", "respondent")}, "'Ria'"),
        ({"Tolk": ("Ria", "onbekend")}, "two roles"),
    ],
)
def test_corrections_that_cannot_be(corrections: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        GROUP.with_speakers(corrections)
