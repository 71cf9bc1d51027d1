"""Learning from decisions: it moves with the evidence, and does not when there is none."""

from __future__ import annotations

import numpy as np

from kwalevaluatie.model import Code, Codebook, Pattern, Span, Transcript
from kwalevaluatie.suggest.coder import Coder
from kwalevaluatie.suggest.learning import Verdict, decided, learn
from kwalevaluatie.suggest.trained import Trained

BOOK = Codebook(
    "b", "B", "1", (Code("tempo", "Tempo", "Iets.", patterns=(Pattern("wachten", "inwonertaal"),)),)
)
YES = ["Het duurde zo lang.", "Dat duurde weken.", "Zo lang duurde het.", "Maanden duurde dat."]
NO = ["Mijn hond heet Bas.", "Koffie graag.", "Het regent buiten.", "Ik woon hier al jaren."]


def talks() -> list[Transcript]:
    pairs = list(zip(YES, NO, strict=True)) * 3
    return [
        Transcript.from_turns([("R", "respondent", yes), ("R", "respondent", no)], id=f"r{n}")
        for n, (yes, no) in enumerate(pairs)
    ]


def learned(verdicts: list[Verdict], finished: list[str]) -> Coder:
    coder = Coder(BOOK, Trained())
    known = decided(talks(), coder.reader, coder.codes, verdicts, finished)
    return coder.with_weights(learn(coder.weights, known))


def scores(coder: Coder, texts: list[str]) -> np.ndarray:
    return coder.logits(coder.reader.read(texts))[:, 0]


def test_without_decisions_nothing_moves() -> None:
    coder = Coder(BOOK, Trained())
    known = decided(talks(), coder.reader, coder.codes, [])
    assert learn(coder.weights, known) is coder.weights


def test_what_was_added_by_hand_is_recognised_the_next_time() -> None:
    verdicts = [
        Verdict(one.id, Span(0, 0, len(one.turns[0].text)), "tempo", True) for one in talks()
    ]
    coder = learned(verdicts, [one.id for one in talks()])
    before = scores(Coder(BOOK, Trained()), ["Dat duurde heel lang.", "Wat een hond."])
    after = scores(coder, ["Dat duurde heel lang.", "Wat een hond."])
    assert after[0] > before[0] + 1
    assert after[1] < after[0] - 2


def test_a_rejected_passage_is_a_no_and_the_rest_stays_unknown() -> None:
    one = talks()[0]
    coder = Coder(BOOK, Trained())
    verdict = Verdict(one.id, Span(0, 0, len(one.turns[0].text)), "tempo", False)
    known = decided(talks(), coder.reader, coder.codes, [verdict])
    assert known.labels[0, 0] == 0
    assert np.isnan(known.labels[1:]).all()


def test_in_a_finished_conversation_the_rest_is_a_no() -> None:
    one = talks()[0]
    coder = Coder(BOOK, Trained())
    verdict = Verdict(one.id, Span(0, 0, len(one.turns[0].text)), "tempo", True)
    known = decided(talks(), coder.reader, coder.codes, [verdict], [one.id])
    assert known.labels[:2, 0].tolist() == [1, 0]
    assert np.isnan(known.labels[2:]).all()
