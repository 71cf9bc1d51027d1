"""The codebook at home in spaCy."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy import displacy

import kwalevaluatie as kwal
from kwalevaluatie.errors import CodebookError

TEXTS = [
    "Mijn hond heet Bas. Ik had elke keer weer een ander gezicht tegenover me.",
    "",
    "Koffie?",
    "Ze nam alle tijd voor me.",
]


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    made = spacy.blank("nl")
    made.add_pipe("kwalevaluatie", config={"codebook": "dienstverlening"})
    return made


def test_its_spans_are_the_suggestions(nlp: spacy.Language) -> None:
    rows = [
        (number, span.label_, span.start_char, span.end_char)
        for number, doc in enumerate(nlp.pipe(TEXTS))
        for span in doc.spans["kwalevaluatie"]
    ]
    expected = kwal.suggest_texts(TEXTS)[["text", "code", "start", "stop"]]
    assert rows == [tuple(row) for row in expected.itertuples(index=False)]
    assert any(label == "wisseling-contactpersoon" for _, label, *_ in rows)


def test_scores_and_reasons_go_along(nlp: spacy.Language) -> None:
    group = nlp(TEXTS[0]).spans["kwalevaluatie"]
    assert len(group.attrs["scores"]) == len(group.attrs["reasons"]) == len(group)
    assert all(0 < score <= 1 for score in group.attrs["scores"])


def test_displacy_draws_it(nlp: spacy.Language) -> None:
    html = displacy.render(
        nlp(TEXTS[0]), style="span", options={"spans_key": "kwalevaluatie"}, jupyter=False
    )
    assert "wisseling-contactpersoon" in html


def test_it_is_saved_with_the_pipeline_and_read_back(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)(TEXTS[0])
    assert len(again.spans["kwalevaluatie"]) == len(nlp(TEXTS[0]).spans["kwalevaluatie"])


def test_an_unknown_codebook_is_a_clear_error() -> None:
    with pytest.raises(CodebookError, match="bestaat niet"):
        spacy.blank("nl").add_pipe("kwalevaluatie", config={"codebook": "bestaatniet"})
