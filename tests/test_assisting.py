"""What the decisions so far make possible: an order, an estimate, likeness and new patterns."""

from __future__ import annotations

from collections import Counter

from kwalevaluatie.model import Code, Codebook, Pattern, Span, Transcript
from kwalevaluatie.suggest.assistance import Assistance
from kwalevaluatie.suggest.coder import Coder
from kwalevaluatie.suggest.learning import Verdict
from kwalevaluatie.suggest.ordering import Open, review_order
from kwalevaluatie.suggest.trained import Trained

BOOK = Codebook(
    "b", "B", "1",
    (
        Code("tempo", "Tempo", "Iets.", patterns=(Pattern("wachten", "inwonertaal"),)),
        Code("geld", "Geld", "Iets.", patterns=(Pattern("geld", "inwonertaal"),)),
    ),
)  # fmt: skip


def talk(name: str, *answers: str) -> Transcript:
    turns = [
        row for one in answers for row in (("I", "interviewer", "En?"), ("R", "respondent", one))
    ]
    return Transcript.from_turns(turns, id=name)


def yes(transcript: Transcript, turn: int, code: str) -> Verdict:
    return Verdict(transcript.id, Span(turn, 0, len(transcript.turns[turn].text)), code, True)


def test_every_tenth_is_drawn_at_random_and_nothing_twice() -> None:
    waiting = [Open(n, f"c{n % 3}", "inwoner", n / 100, (n * 37 % 100) / 100) for n in range(100)]
    order = list(review_order(waiting, Counter()))
    assert sorted(one.row for one, _ in order) == list(range(100))
    sample = [one for one, why in order if why == "steekproef"]
    assert order[0] == (min(waiting, key=lambda one: one.lot), "steekproef")
    assert sample and all(one.lot < 0.1 for one in sample)


def test_doubt_goes_first_and_themes_take_turns() -> None:
    waiting = [
        Open(n, "a" if n < 50 else "b", "inwoner", 0.5 + (n % 50) / 200, 0.5) for n in range(100)
    ]
    first = [one for one, why in list(review_order(waiting, Counter()))[:8] if why != "steekproef"]
    assert Counter(one.code for one in first) == {"a": 4, "b": 4}
    assert all(one.doubt > 0.9 for one in first)


def test_a_theme_that_was_decided_often_waits() -> None:
    waiting = [Open(n, "a" if n < 10 else "b", "inwoner", 0.5, 0.5) for n in range(20)]
    order = list(review_order(waiting, Counter({("a", "inwoner"): 50})))
    assert [one.code for one, why in order[:8]] == ["b"] * 8


def test_what_is_left_is_expected_in_what_nobody_read() -> None:
    read, unread = (
        talk("r1", "Ik moest wachten.", "Mooi weer."),
        talk("r2", "Steeds wachten.", "Ja."),
    )
    helped = Assistance(Coder(BOOK, Trained()), [read, unread], [yes(read, 1, "tempo")], ["r1"])
    tempo, money = helped.remaining()
    assert tempo.found == 1
    assert 0.3 < tempo.expected < 1.2
    assert tempo.low <= tempo.expected <= tempo.high
    assert money.expected < 0.2


def test_when_all_is_read_nothing_is_left() -> None:
    one = talk("r1", "Ik moest wachten.", "Geld genoeg.")
    helped = Assistance(Coder(BOOK, Trained()), [one], [yes(one, 1, "tempo")], ["r1"])
    assert [left.expected for left in helped.remaining()] == [0, 0]


def test_what_resembles_a_quotation_is_never_the_quotation_or_a_question() -> None:
    one = talk("r1", "Ze belden nooit terug over mijn aanvraag.", "Mijn hond heet Bas.")
    two = talk("r2", "Over die aanvraag werd ik nooit teruggebeld.", "Lekker weer.")
    helped = Assistance(Coder(BOOK, Trained()), [one, two], [], [])
    found = helped.like("r1", Span(1, 0, 20), 5)
    assert (found[0].transcript, found[0].span.turn) == ("r2", 1)
    assert "aanvraag" in found[0].shared
    assert all((hit.transcript, hit.span.turn) != ("r1", 1) for hit in found)
    assert all(hit.span.turn % 2 for hit in found)


def test_a_wording_that_codings_share_is_proposed_as_a_pattern() -> None:
    from kwalevaluatie.assisting import pattern_rows

    slow = [talk(f"r{n}", f"Het ging {how} met een slakkengang.", "Mijn hond heet Bas.")
            for n, how in enumerate(("ook", "echt", "altijd", "weer", "toch"))]  # fmt: skip
    verdicts = [yes(one, 1, "tempo") for one in slow]
    helped = Assistance(Coder(BOOK, Trained()), slow, verdicts, [one.id for one in slow])
    rows = list(pattern_rows(helped))
    assert "slakkengang" in {row["pattern"] for row in rows}
    assert all(row["code"] == "tempo" and row["wrong"] == 0 for row in rows)


def test_a_wording_that_a_pattern_finds_already_is_not() -> None:
    from kwalevaluatie.assisting import pattern_rows

    slow = [talk(f"r{n}", "Ik moest wachten.", "Mijn hond heet Bas.") for n in range(6)]
    verdicts = [yes(one, 1, "tempo") for one in slow]
    helped = Assistance(Coder(BOOK, Trained()), slow, verdicts, [one.id for one in slow])
    assert list(pattern_rows(helped)) == []
