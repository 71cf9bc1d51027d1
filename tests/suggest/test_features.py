"""What a passage is described by: its words, groups, what stands around it and the question."""

from __future__ import annotations

import numpy as np
import pytest

from kwalevaluatie.model import Code, Codebook, Pattern, Transcript
from kwalevaluatie.suggest.conversations import context_of, read_conversations
from kwalevaluatie.suggest.dictionary import Dictionary
from kwalevaluatie.suggest.features import AROUND, BEFORE, QUESTION, Entries, hashed
from kwalevaluatie.suggest.groups import Groups, read_groups
from kwalevaluatie.suggest.reading import Reader

BOOK = Codebook(
    "b", "B", "1", (Code("tempo", "Tempo", "Iets.", patterns=(Pattern("wachten", "inwonertaal"),)),)
)
GROUPS = read_groups(
    '[loon] wat iemand verdient\nloon salaris *loon\n[muur]\n"van ... naar ... muur"\n'
)
TALK = Transcript.from_turns(
    [
        ("I", "interviewer", "Moest u wachten?"),
        ("R", "respondent", "Nooit. Wel op mijn salaris."),
        ("I", "interviewer", "En toen?"),
        ("R", "respondent", "Goed."),
    ]
)


def reader(groups: Groups = GROUPS) -> Reader:
    return Reader(Dictionary(BOOK), groups)


def has(entries: Entries, row: int, feature: int) -> bool:
    return bool(((entries.row == row) & (entries.feature == np.uint32(feature))).any())


def test_a_word_is_known_by_its_lemma_and_its_group() -> None:
    words = reader().read(["Twee lonen. Het salaris."]).features.words
    assert has(words, 0, hashed("w:loon")) and has(words, 0, hashed("g:loon"))
    assert has(words, 1, hashed("g:loon"))


def test_a_compound_gets_the_groups_of_its_parts() -> None:
    words = reader().read(["Een salarisstrookje."]).features.words
    assert has(words, 0, hashed("g:loon"))


def test_an_idiom_is_found_with_words_in_between() -> None:
    words = reader().read(["Van het kastje naar de muur.", "De muur was wit."]).features.words
    assert has(words, 0, hashed("g:muur")) and not has(words, 1, hashed("g:muur"))


def test_the_question_and_what_was_said_before_are_read_along() -> None:
    features = read_conversations([TALK], reader()).reading.features
    answer, later = 1, 4
    assert has(features.question, answer, hashed("w:wachten") ^ int(QUESTION))
    assert has(features.before, later, hashed("w:salaris") ^ int(BEFORE))
    assert not has(features.question, later, hashed("w:wachten") ^ int(QUESTION))


def test_what_stands_beside_a_passage_is_read_along() -> None:
    features = read_conversations([TALK], reader()).reading.features
    assert has(features.around, 1, hashed("w:salaris") ^ int(AROUND))
    assert not has(features.around, 4, hashed("w:toen") ^ int(AROUND))


def test_the_context_of_an_interviewer_is_nothing() -> None:
    context = context_of(TALK)
    assert context.question.tolist() == [-1, 0, -1, 2]
    assert context.before.tolist() == [-1, -1, -1, 1]


def test_a_long_passage_weighs_as_much_as_a_short_one() -> None:
    words = reader().read(["Kort.", "Een heel stuk langer dan die andere zin."]).features.words
    length = np.sqrt(np.bincount(words.row, words.weight**2))
    assert length[0] == pytest.approx(length[1], rel=1e-3)


def test_a_very_long_sentence_is_cut_at_a_comma() -> None:
    passages = reader().read(["en toen nog iets, " * 40]).passages
    assert len(passages) > 3
    assert max(passages.last - passages.first) <= 40


def test_nothing_said_gives_no_passage() -> None:
    reading = reader().read(["", " ", "Ja."])
    assert reading.passages.text.tolist() == [2]
