"""On sentences labelled by hand, kept outside the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kwalevaluatie import find_identifiers

LABELLED = Path(__file__).parents[3] / "shared" / "dev-gold" / "deidentification.json"
DIRECT = {"INWONER", "STAF", "BESTUURDER", "TEL", "BSN", "IBAN", "EMAIL", "POSTCODE", "ADRES"}
KNOWN_FAILURES = {
    False: {(28, "flat aan de Vollenhove")},
    True: {(25, "roos"), (28, "flat aan de vollenhove")},
}
"""What is missed, with and without capitals: a neighbourhood, and names that are words."""


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled sentences are not here")
@pytest.mark.parametrize("lower", [False, True])
def test_everything_that_points_at_a_person_is_found(lower: bool) -> None:
    missed = set()
    for sentence in json.loads(LABELLED.read_text("utf-8")):
        text = sentence["text"].lower() if lower else sentence["text"]
        found = find_identifiers(text)
        for span in sentence["spans"]:
            places = [at for at in range(span["start"], span["end"]) if text[at].isalnum()]
            inside = all(any(one.start <= at < one.stop for one in found) for at in places)
            if span["type"] in DIRECT and not inside:
                missed.add((sentence["id"], text[span["start"] : span["end"]]))
    assert missed == KNOWN_FAILURES[lower]


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled sentences are not here")
def test_nothing_is_found_where_nothing_is_marked() -> None:
    for sentence in json.loads(LABELLED.read_text("utf-8")):
        for one in find_identifiers(sentence["text"]):
            assert any(
                one.start < span["end"] and span["start"] < one.stop for span in sentence["spans"]
            ), one
