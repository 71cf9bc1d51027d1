"""What is learned from marked conversations is found again, kept in a file, and calibrated."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kwalevaluatie.model import (
    Code,
    Codebook,
    Mark,
    MarkedTranscript,
    Pattern,
    Span,
    Transcript,
)  # fmt: skip
from kwalevaluatie.suggest.coder import Coder
from kwalevaluatie.suggest.conversations import by_turn
from kwalevaluatie.suggest.trained import Trained, read_trained, write_trained
from kwalevaluatie.suggest.training import best_threshold, train

BOOK = Codebook(
    "b", "B", "1",
    (
        Code("tempo", "Tempo", "Iets.", patterns=(Pattern("wachten", "inwonertaal"),)),
        Code("geld", "Geld", "Iets.", patterns=(Pattern("uitkering", "inwonertaal"),)),
    ),
)  # fmt: skip
SLOW = ["Het duurde maanden.", "Zo traag allemaal.", "Weken niks gehoord.", "Dat duurde eindeloos."]
NONE = ["Mijn hond heet Bas.", "Ik hou van koken.", "Koffie is lekker.", "Ik woon in een flat."]


def talk(number: int) -> MarkedTranscript:
    slow, none = SLOW[number % 4], NONE[number // 4 % 4]
    turns = [("I", "interviewer", "En?"), ("R", "respondent", slow)]
    turns += [("I", "interviewer", "Ja?"), ("R", "respondent", none)]
    when = "toen" if number % 2 else "nu"
    value = "neutraal" if slow == SLOW[2] else "negatief"
    mark = Mark(Span(1, 0, len(slow)), "tempo", value, when)
    return MarkedTranscript(Transcript.from_turns(turns, id=f"t{number}"), (mark,))


@pytest.fixture(scope="module")
def trained() -> Trained:
    return train([talk(number) for number in range(48)], BOOK)


def test_what_was_marked_is_proposed_without_a_pattern(trained: Trained) -> None:
    found = Coder(BOOK, trained).transcript(talk(1).transcript)
    assert [(one.text, one.code, one.source) for one in found] == [(1, "tempo", "geleerd")]
    assert found[0].valence == "negatief"
    assert "weegt mee" in found[0].reason


def test_a_code_that_nothing_was_marked_with_rests_on_its_patterns(trained: Trained) -> None:
    found = Coder(BOOK, trained).texts(["De uitkering stopte."])
    assert ("geld", "woordenboek") in {(one.code, one.source) for one in found}


def test_a_new_pattern_is_always_proposed(trained: Trained) -> None:
    more = Code("tempo", "Tempo", "Iets.", patterns=(Pattern("koffie", "inwonertaal"),))
    coder = Coder(Codebook("b", "B", "1", (more,)), trained)
    assert [one.code for one in coder.texts(["Koffie is lekker."])] == ["tempo"]


def test_it_is_kept_in_a_file(trained: Trained, tmp_path: Path) -> None:
    write_trained(tmp_path / "w.npz", trained)
    again = read_trained(tmp_path / "w.npz")
    assert (again.threshold, again.alone) == (trained.threshold, trained.alone)
    assert again.codes.classes == ("tempo",)
    texts = [*SLOW, *NONE]
    for one, other in zip(
        Coder(BOOK, trained).texts(texts), Coder(BOOK, again).texts(texts), strict=True
    ):
        assert one.code == other.code and one.score == pytest.approx(other.score, abs=0.01)


def test_a_turn_counts_with_its_likeliest_passage() -> None:
    values = np.asarray([[0.1, 0.9], [0.4, 0.2], [0.3, 0.3]])
    assert by_turn(values, np.asarray([4, 4, 7])).tolist() == [[0.4, 0.9], [0.3, 0.3]]


def test_the_threshold_parts_right_from_wrong() -> None:
    chance = np.asarray([[0.1], [0.2], [0.45], [0.9]])
    labels = np.asarray([[False], [False], [True], [True]])
    assert 0.2 < best_threshold(np.log(chance / (1 - chance)), labels, np.arange(4)) <= 0.45
