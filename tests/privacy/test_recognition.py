"""How well identifiers are found, on sentences written apart from the rules."""

from __future__ import annotations

import pytest
from tests.identifiers.measure import CONDITIONS, PAGE, page, under
from tests.identifiers.sentences import DIRECT, sentences

LEAST = {
    "met hoofdletters, met namenlijst": 0.98,
    "met hoofdletters, zonder lijst": 0.90,
    "zonder hoofdletters, met namenlijst": 0.95,
    "zonder hoofdletters, zonder lijst": 0.75,
}


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition[0])
def test_what_points_at_people_is_found_and_little_else(condition: tuple[str, bool, bool]) -> None:
    score = under(condition, sentences("measured"))
    assert score.recall(DIRECT) >= LEAST[condition[0]]
    assert score.precision("gesproken") >= 0.9
    assert score.precision("persoon rapport") >= 0.9


def test_the_sentences_are_many_and_of_every_kind() -> None:
    measured = sentences("measured")
    assert len(measured) >= 300
    assert {mark.label for sentence in measured for mark in sentence.marks} >= set(DIRECT)
    texts = [
        s.text for name in ("development", "development2", "measured") for s in sentences(name)
    ]
    assert len(set(texts)) == len(texts)


def test_the_page_says_what_is_measured_now() -> None:
    """But for the lines of deduce, which is not installed everywhere."""
    assert _without_deduce(PAGE.read_text("utf-8")) == _without_deduce(page(sentences("measured")))


def _without_deduce(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("| deduce")]
