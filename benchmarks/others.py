"""The same patterns in what a user would otherwise pick: spaCy's Matcher, regular expressions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from kwalevaluatie.suggest.dictionary import Entry
from kwalevaluatie.suggest.language import tokenizer
from kwalevaluatie.suggest.lemmas import lemma
from kwalevaluatie.suggest.syntax import Run, Word
from kwalevaluatie.suggest.vocabulary import Vocabulary


def runs(entries: Iterable[Entry]) -> Iterator[tuple[int, Run]]:
    """The runs of every pattern; patterns with NABIJ or NIET have no simple counterpart."""
    for number, entry in enumerate(entries):
        if len(entry.query.near) == 1 and not entry.query.without:
            yield from ((number, run) for run in entry.query.near[0])


class WithMatcher:
    """All patterns in one spaCy Matcher, over Docs with a lemma on every word."""

    def __init__(self, entries: Iterable[Entry], vocabulary: Vocabulary) -> None:
        self.nlp = spacy.blank("nl")
        self.nlp.tokenizer = tokenizer()
        self.nlp.vocab = self.nlp.tokenizer.vocab
        self.matcher = Matcher(self.nlp.vocab)
        patterns: dict[int, list[list[dict[str, Any]]]] = defaultdict(list)
        for number, run in runs(entries):
            patterns[number].append(_slots(run, vocabulary))
        for number, slots in patterns.items():
            self.matcher.add(str(number), slots)

    def read(self, text: str) -> Doc:
        """A text as words with lemmas."""
        doc = self.nlp.tokenizer(text)
        for token in doc:
            token.lemma_ = lemma(token.lower_)
        return doc

    def found(self, doc: Doc) -> set[int]:
        """The patterns that are found in a text."""
        strings = self.nlp.vocab.strings
        return {int(strings[key]) for key, _, _ in self.matcher(doc)}


def _slots(run: Run, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    slots: list[dict[str, Any]] = []
    for word, gap in zip(run.words, (*run.gaps, 0), strict=True):
        slots.append(_slot(word, vocabulary))
        slots += [{"OP": "?"}] * gap
    return slots


def _slot(word: Word, vocabulary: Vocabulary) -> dict[str, Any]:
    if word.forms | word.stars | word.verbs:
        return {"LOWER": {"IN": _forms(word, vocabulary)}}
    return {"LEMMA": {"IN": sorted(word.lemmas)}}


def _forms(word: Word, vocabulary: Vocabulary) -> list[str]:
    return [vocabulary.forms[number] for number in vocabulary.members(word)]


class WithExpressions:
    """One regular expression a theme: all its patterns alternated, lemmas written out."""

    def __init__(self, entries: Iterable[Entry], vocabulary: Vocabulary) -> None:
        entries = list(entries)
        alternatives: dict[str, list[str]] = defaultdict(list)
        for number, run in runs(entries):
            expression = _expression(run, vocabulary)
            if expression:
                alternatives[entries[number].code].append(expression)
        self.expressions = {
            code: re.compile("|".join(many), re.IGNORECASE) for code, many in alternatives.items()
        }

    def found(self, text: str) -> set[str]:
        """The themes of which a pattern is found in a text."""
        return {code for code, one in self.expressions.items() if one.search(text)}


def _expression(run: Run, vocabulary: Vocabulary) -> str:
    made, last = "", 0
    for word, gap in zip(run.words, (*run.gaps, 0), strict=True):
        forms = sorted(map(re.escape, _forms(word, vocabulary)), key=len, reverse=True)
        if not forms:
            return ""
        if made:
            made += rf"(?:\s+\S+){{0,{last}}}\s+" if last else r"\s+"
        made += rf"\b(?:{'|'.join(forms)})\b"
        last = gap
    return made
