from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie.model import Code, Codebook, Span, Suggestion


def theme(id: str, parent: str | None = None, retired: str | None = None) -> Code:
    return Code(id, id.capitalize(), f"Wat {id} is.", parent=parent, retired=retired)


BOOK = Codebook(
    "proef",
    "Proef",
    "1",
    codes=(
        theme("contact"),
        theme("wisseling", "contact"),
        theme("toon", "contact"),
        theme("naam", "toon"),
        theme("geld", retired="opgegaan in inkomen"),
    ),
)


def test_a_theme_with_its_sub_themes_and_theirs() -> None:
    assert BOOK.family("contact") == {"contact", "wisseling", "toon", "naam"}
    assert BOOK.family("toon") == {"toon", "naam"}
    assert BOOK.family("naam") == {"naam"}


def test_parents_in_a_circle_do_not_keep_us() -> None:
    circle = Codebook("c", "C", "1", codes=(theme("a", "b"), theme("b", "a")))
    assert circle.family("a") == {"a", "b"}


def test_retired_themes_are_known_but_not_active() -> None:
    assert BOOK["geld"].retired == "opgegaan in inkomen"
    assert [code.id for code in BOOK.active] == ["contact", "wisseling", "toon", "naam"]
    assert [code.id for code in BOOK] == [*[code.id for code in BOOK.active], "geld"]


def suggestion(transcript: str, turn: int, start: int, code: str) -> Suggestion:
    return Suggestion(transcript, Span(turn, start, start + 5), code, 0.6, "woordenboek", "omdat")


@given(st.integers(0, 30), st.integers(0, 300))
def test_a_suggestion_keeps_its_id_whatever_its_score(turn: int, start: int) -> None:
    one = suggestion("r01", turn, start, "contact")
    other = Suggestion("r01", one.span, "contact", 0.9, "model", "anders", "negatief", "toen")
    assert one.id == other.id


def test_suggestions_of_other_words_or_themes_have_other_ids() -> None:
    places = [("r01", 1, 11), ("r01", 11, 1), ("r0", 1, 11), ("r01", 1, 12)]
    made = [suggestion(*place, code) for place in places for code in ("contact", "toon")]
    assert len({one.id for one in made}) == len(made)
