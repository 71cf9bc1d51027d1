"""Dutch text as words with lemmas."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer


ABBREVIATIONS = frozenset(
    "bijv. blz. bv. ca. dhr. dr. drs. enz. etc. evt. excl. incl. ing. ir. jl. mevr. min. mr. mw. "
    "nl. nr. prof. tel. vgl.".split()
)
_PSEUDONYM = re.compile(r"\[[\w/-]+-\d+\]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\r": " ", "\t": " ", "\u00a0": " "})


@lru_cache(maxsize=1)
def tokenizer() -> Tokenizer:
    """Split Dutch into words with spaCy; no trained model needed.

    Its list of abbreviations holds ordinary words ("pas.", "vol.", "bel."), which would hide
    the end of a sentence; of those only common abbreviations are kept.
    """
    import spacy

    made = cast("Tokenizer", spacy.blank("nl").tokenizer)
    made.rules = {
        form: tokens
        for form, tokens in made.rules.items()
        if not form.endswith(".") or form.count(".") > 1 or form.lower() in ABBREVIATIONS
    }
    return made


def plain(text: str) -> str:
    """The text with one form of apostrophe and of blank, character for character."""
    return text.translate(_PLAIN)


def without_pseudonyms(text: str) -> str:
    """The text with every pseudonym as a meaningless word of the same length.

    `[jobhunter-1]` is somebody's name: it speaks of no theme and ends no sentence.
    """
    return _PSEUDONYM.sub(lambda found: "X" * len(found.group()), text)


def tokens(word: str) -> list[str]:
    """The pieces into which spaCy cuts what is written as one word."""
    return [token.text for token in tokenizer()(word)]
