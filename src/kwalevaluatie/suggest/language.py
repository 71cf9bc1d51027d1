"""Dutch text as sentences of words with lemmas."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc


ABBREVIATIONS = frozenset(
    "bijv. blz. bv. ca. dhr. dr. drs. enz. etc. evt. excl. incl. ing. ir. jl. mevr. min. mr. mw. "
    "nl. nr. prof. tel. vgl.".split()
)
_PSEUDONYM = re.compile(r"\[[\w/-]+-\d+\]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\r": " ", "\t": " ", "\u00a0": " "})


@lru_cache(maxsize=1)
def dutch() -> Language:
    """Split Dutch into words and sentences with spaCy; no trained model needed.

    Its list of abbreviations holds ordinary words ("pas.", "vol.", "bel."), which would hide
    the end of a sentence; of those only common abbreviations are kept.
    """
    import spacy

    nlp = spacy.blank("nl")
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.rules = {
        form: tokens
        for form, tokens in tokenizer.rules.items()
        if not form.endswith(".") or form.count(".") > 1 or form.lower() in ABBREVIATIONS
    }
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…", "?!", "..."]})
    return nlp


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The dictionary form of a lower-case word, or the word itself when it is not known."""
    import simplemma

    return str(simplemma.lemmatize(word, lang="nl")).lower()


def plain(text: str) -> str:
    """The text with one form of apostrophe and of blank, character for character."""
    return text.translate(_PLAIN)


def without_pseudonyms(text: str) -> str:
    """The text with every pseudonym as a meaningless word of the same length.

    `[jobhunter-1]` is somebody's name: it speaks of no theme and ends no sentence.
    """
    return _PSEUDONYM.sub(lambda found: "X" * len(found.group()), text)


def read_text(text: str) -> Doc:
    """Text as a spaCy Doc with a lemma on every token; its offsets are those of the text."""
    doc = dutch()(without_pseudonyms(plain(text)))
    for token in doc:
        token.lemma_ = lemma(token.lower_)
    return doc
