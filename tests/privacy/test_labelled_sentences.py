"""On sentences labelled by hand, kept outside the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kwalevaluatie.privacy.identifiers import find

LABELLED = Path(__file__).parents[3] / "shared" / "dev-gold" / "deidentification.json"
KINDS = {
    "TEL": "telefoon", "BSN": "bsn", "IBAN": "iban", "EMAIL": "e-mail", "POSTCODE": "postcode",
    "URL": "url",
}  # fmt: skip


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled sentences are not here")
def test_everything_with_a_form_of_its_own_is_found_and_nothing_else() -> None:
    sentences = json.loads(LABELLED.read_text("utf-8"))
    expected = [
        (sentence["id"], KINDS[span["type"]], span["text"])
        for sentence in sentences
        for span in sentence["spans"]
        if span["type"] in KINDS
    ]
    found = [(s["id"], one.kind, one.text) for s in sentences for one in find(s["text"], [])]
    assert found == expected
    assert len(found) > 5
