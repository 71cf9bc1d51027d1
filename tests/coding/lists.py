"""How well words are brought to their lemma, compounds cut, and denials seen: shares right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.coding.scoring import f1
from tests.coding.sets import HERE, SHARED

from kwalevaluatie.suggest.compounds import compound_parts
from kwalevaluatie.suggest.lemmas import lemma
from kwalevaluatie.suggest.negation import is_negated

DEVELOPMENT = SHARED / "dev-gold"


def lemmas_right(folder: Path = HERE) -> float:
    """The share of forms that get (one of) the right lemmas."""
    rows = [line.split() for line in _lines(folder / "lemmas.txt")]
    return sum(lemma(form) in wanted.split("|") for form, wanted in rows) / len(rows)


def compounds_right(folder: Path = HERE) -> float:
    """The share of words that are cut in exactly (one of) the right parts."""
    rows = [line.split(maxsplit=1) for line in _lines(folder / "compounds.txt")]
    return sum(" ".join(compound_parts(word)) in wanted.split("|") for word, wanted in rows) / len(
        rows
    )


def negation_f1(folder: Path = HERE) -> float:
    """F1 of saying that words are denied in a sentence."""
    rows = [line.split("\t") for line in _lines(folder / "negation.tsv")]
    truth = [label == "1" for _, label, _ in rows]
    found = [is_negated(sentence, words) for words, _, sentence in rows]
    hit = sum(a and b for a, b in zip(truth, found, strict=True))
    return f1(hit, sum(found), sum(truth))


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
