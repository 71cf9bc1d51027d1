from __future__ import annotations

import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwalevaluatie.errors import CodebookError
from kwalevaluatie.model import Code, Codebook, Pattern, Transcript
from kwalevaluatie.suggest.coder import Coder, Proposal
from kwalevaluatie.suggest.language import plain
from kwalevaluatie.suggest.trained import Trained


def theme(id: str, *patterns: str, **given: Any) -> Code:
    made = tuple(Pattern(pattern, "inwonertaal", line=7) for pattern in patterns)
    return Code(id, id.capitalize(), "Iets.", patterns=made, **given)


def coder(*codes: Code, protected: tuple[str, ...] = ()) -> Coder:
    return Coder(Codebook("b", "B", "1", codes, protected_words=protected), Trained())


BOTH = coder(
    theme("contact", "contactpersoon", "steeds iemand anders", "(ander|nieuw) gezicht"),
    theme("tempo", "wachten", "duren ... lang"),
)


def passages(made: Coder, text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.stop]) for hit in made.texts([text])]


def only(made: Coder, text: str) -> Proposal:
    (hit,) = made.texts([text])
    return hit


def test_a_hit_is_the_sentence_in_which_the_words_stand() -> None:
    text = "Hallo. Ik had steeds iemand anders! En dan wachten."
    assert passages(BOTH, text) == [
        ("contact", "Ik had steeds iemand anders!"), ("tempo", "En dan wachten.")
    ]  # fmt: skip


def test_one_hit_for_a_theme_and_sentence_with_all_wordings_in_the_reason() -> None:
    hit = only(BOTH, "Steeds iemand anders als contactpersoon, weer een nieuw gezicht.")
    assert hit.reason == (
        "“Steeds iemand anders” (inwonertaal); “contactpersoon” (inwonertaal); "
        "“nieuw gezicht” (inwonertaal)"
    )


def test_two_themes_in_one_sentence_are_two_hits() -> None:
    text = "Ik moest wachten op mijn contactpersoon."
    assert passages(BOTH, text) == [("contact", text), ("tempo", text)]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Een contactpersoon.", 0.6),
        ("Een contactpersoon en nog een contactpersoon.", 0.6),
        ("Weer een nieuw gezicht.", 0.75),
        ("Weer een nieuw gezicht als contactpersoon.", 0.9),
    ],
)
def test_more_and_longer_wordings_score_higher(text: str, score: float) -> None:
    assert only(BOTH, text).score == score


def test_a_very_long_sentence_is_cut_down_to_the_words_around_the_hit() -> None:
    text = "ja en toen " * 30 + "moest ik wachten " + "en toen nog eens " * 30
    hit = only(BOTH, text)
    words = text[hit.start : hit.stop].split()
    assert len(words) <= 41
    assert "wachten" in words


@pytest.mark.parametrize("text", ["\n\n Goed.\n\n Wachten dus.  \n", "\t Wachten\n"])
def test_blanks_around_a_sentence_are_no_part_of_it(text: str) -> None:
    hit = only(BOTH, text)
    assert text[hit.start : hit.stop].strip() == text[hit.start : hit.stop]


def test_the_protected_word_is_no_hit_of_the_word_in_it() -> None:
    patterns = theme("vertrouwen", "*vertrouwen")
    open_, closed = coder(patterns), coder(patterns, protected=("Zelfvertrouwen",))
    text = "Ik kreeg zelfvertrouwen."
    assert passages(open_, text) == [("vertrouwen", text)]
    assert passages(closed, text) == []
    assert passages(closed, "Ik kreeg Zelfvertrouwen. Ik kreeg vertrouwen.") == [
        ("vertrouwen", "Ik kreeg vertrouwen.")
    ]


def test_a_pattern_may_carry_its_own_value() -> None:
    patterns = (
        Pattern("steeds iemand anders", "inwonertaal", "negatief"),
        Pattern("contactpersoon", "beleidstaal"),
        Pattern("maatwerk", "beleidstaal", "positief"),
    )
    made = coder(Code("c", "C", "Iets.", patterns=patterns))
    assert only(made, "Fijn hoor, steeds iemand anders.").valence == "negatief"
    assert only(made, "Een fijne contactpersoon.").valence == "positief"
    assert only(made, "Maatwerk en steeds iemand anders.").valence == "gemengd"
    assert only(made, "In het begin een contactpersoon.").moment == "toen"


def test_retired_themes_are_not_proposed() -> None:
    assert coder(theme("oud", "wachten", retired="weg")).texts(["wachten"]) == []


def test_a_codebook_without_patterns_proposes_nothing_and_does_not_complain() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert coder(theme("leeg")).texts(["Ik moest wachten."]) == []


@pytest.mark.parametrize("text", ["", " ", "\n", "…", "?!", "👩‍👧", "🙂🙂"])
def test_texts_with_nothing_in_them(text: str) -> None:
    assert BOTH.texts([text]) == []


WRONG = ["", " ", "...", "... wachten", "wachten ...", "…", "(a|)", "()", "(a", "a)"]
WRONG += ["a|b", "!", "=", "==a", "a=b", "*", "**", "(*|a)", "wachten (…)", "wachten, brief"]


@pytest.mark.parametrize("pattern", WRONG)
def test_a_pattern_that_cannot_be_read_is_an_error_with_its_line(pattern: str) -> None:
    with pytest.raises(CodebookError, match=r"thema tempo: .*“") as caught:
        coder(theme("goed", "wachten"), theme("tempo", pattern))
    assert caught.value.where.line == 7
    assert caught.value.todo == "Verbeter het patroon."


def test_what_an_interviewer_says_is_not_proposed() -> None:
    talk = Transcript.from_turns(
        [
            ("I", "interviewer", "Moest u wachten?"),
            ("R", "respondent", "Ja, wachten."),
            ("X", "onbekend", "Steeds wachten."),
        ],
        id="r01",
    )
    found = BOTH.transcript(talk)
    assert [(s.text, talk.turns[s.text].text[s.start : s.stop]) for s in found] == [
        (1, "Ja, wachten."), (2, "Steeds wachten.")
    ]  # fmt: skip
    assert {(s.code, s.source) for s in found} == {("tempo", "woordenboek")}


pieces = st.sampled_from(
    [
        "wachten", "Steeds iemand anders", "een nieuw gezicht", "contactpersoon", "naïef",
        "cafe\u0301", "👩‍👧", "🇳🇱", "e\u0301e\u0301n", "zo’n", "İ", "ß", "\u200d", "10.30 uur",
        ".", "!", "…", "...", "?", ",", "\n", "  ", "\u00a0", "“", "”",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(pieces, max_size=30), st.sampled_from([" ", ""]))
def test_offsets_are_those_of_the_text_whatever_stands_in_it(words: list[str], glue: str) -> None:
    text = glue.join(words)
    for hit in BOTH.texts([text]):
        passage = text[hit.start : hit.stop]
        assert passage
        assert passage == passage.strip()
        shown = [part.split("”")[0] for part in hit.reason.split("“")[1:]]
        assert all(words in plain(passage) for words in shown)


@given(st.text())
def test_making_characters_plain_moves_nothing(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_a_longer_match_over_the_end_of_a_sentence_hides_nothing() -> None:
    book = coder(theme("wisseling", "(daarna|elke) ... ander"))
    hits = book.texts(["Daarna? Elke keer een ander."])
    assert [(hit.start, hit.reason) for hit in hits] == [(8, "“Elke keer een ander” (inwonertaal)")]
    assert book.texts(["Daarna? Een ander."]) == []
