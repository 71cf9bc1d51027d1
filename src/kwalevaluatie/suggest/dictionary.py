"""Which patterns of a codebook are found where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from kwalevaluatie.errors import CodebookError
from kwalevaluatie.model import Codebook, Pattern
from kwalevaluatie.suggest.corpus import Corpus
from kwalevaluatie.suggest.matching import Found, find
from kwalevaluatie.suggest.syntax import Query, parse
from kwalevaluatie.suggest.vocabulary import Numbers


@dataclass(frozen=True)
class Entry:
    """One pattern of the codebook, ready to be laid over a corpus."""

    code: str
    pattern: Pattern
    query: Query


class Matches(NamedTuple):
    """Where patterns are found: the row of the entry, the first word and one past the last."""

    entry: Numbers
    start: Numbers
    stop: Numbers


class Dictionary:
    """The patterns of a codebook, ready to be laid over texts.

    Raises CodebookError for a pattern that cannot be read.
    """

    def __init__(self, codebook: Codebook) -> None:
        self.entries = [
            _entry(code.id, pattern) for code in codebook.active for pattern in code.patterns
        ]
        self.protected = frozenset(word.lower() for word in codebook.protected_words)

    def matches(self, corpus: Corpus) -> Matches:
        """Every place in a corpus where a pattern is found, pattern by pattern."""
        parts = [_NO_MATCHES]
        protected = self._protected_places(corpus)
        for number, entry in enumerate(self.entries):
            found = find(entry.query, corpus)
            if len(found.start):
                start, stop = _unprotected(found, entry, protected, corpus)
                parts.append(Matches(np.full(len(start), number, np.int32), start, stop))
        return Matches(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _protected_places(self, corpus: Corpus) -> Numbers:
        forms = corpus.vocabulary.forms
        numbers = [number for number, form in enumerate(forms) if form in self.protected]
        return np.flatnonzero(np.isin(corpus.words, numbers)).astype(np.int32)


_NO_MATCHES = Matches(*[np.empty(0, np.int32)] * 3)


def _entry(code: str, pattern: Pattern) -> Entry:
    try:
        query = parse(pattern.text)
    except ValueError as error:
        raise CodebookError(
            f"thema {code}: {error}", line=pattern.line, todo="Verbeter het patroon."
        ) from None
    return Entry(code, pattern, query)


def _unprotected(found: Found, entry: Entry, protected: Numbers, corpus: Corpus) -> Found:
    """What is found on no protected word, but for those that the pattern names itself."""
    if not len(protected):
        return found
    forms, named = corpus.vocabulary.forms, entry.pattern.text.lower()
    others = [place for place in protected if forms[corpus.words[place]] not in named]
    clear = np.searchsorted(others, found.start) == np.searchsorted(others, found.stop)
    return Found(found.start[clear], found.stop[clear])
