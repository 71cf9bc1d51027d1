"""Dutch text as sentences of words with lemmas."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@lru_cache(maxsize=1)
def dutch() -> Language:
    """SpaCy's Dutch tokenizer with sentence boundaries; no trained model needed."""
    import spacy

    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…", "?!", "..."]})
    return nlp


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The dictionary form of a lower-case word, or the word itself when it is not known."""
    import simplemma

    return str(simplemma.lemmatize(word, lang="nl")).lower()


def read_text(text: str) -> Doc:
    """Text as a spaCy Doc with a lemma on every token."""
    doc = dutch()(text)
    for token in doc:
        token.lemma_ = lemma(token.lower_)
    return doc
