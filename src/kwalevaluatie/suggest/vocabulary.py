"""The word forms of a study, numbered, so that a pattern becomes a set of numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kwalevaluatie.suggest.lemmas import lemma
from kwalevaluatie.suggest.syntax import Word, is_verb, longest_piece

if TYPE_CHECKING:
    from spacy.strings import StringStore

Numbers = NDArray[Any]


class Vocabulary:
    """Every lower-case word form that was read, with its number and its lemma.

    It only grows: numbers that were given stay valid, and what is known of a pattern is
    worked out for new words alone.
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.lemmas: list[str] = []
        self._by_key: dict[int, int] = {}
        self._by_form: dict[str, int] = {}
        self._by_lemma: dict[str, list[int]] = defaultdict(list)
        self._by_start: dict[str, list[int]] = defaultdict(list)
        self._members: dict[Word, tuple[int, Numbers]] = {}

    def __len__(self) -> int:
        return len(self.forms)

    def numbers(self, keys: np.ndarray, strings: StringStore) -> Numbers:
        """The numbers of words that spaCy knows by these keys (`LOWER`)."""
        unique, inverse = np.unique(keys, return_inverse=True)
        numbers = [self._of_key(int(key), strings) for key in unique]
        return np.asarray(numbers, np.int32)[inverse]

    def _of_key(self, key: int, strings: StringStore) -> int:
        if key not in self._by_key:
            self._by_key[key] = self._add(strings[key])
        return self._by_key[key]

    def _add(self, form: str) -> int:
        number = len(self.forms)
        self.forms.append(form)
        self.lemmas.append(lemma(form))
        self._by_form[form] = number
        self._by_lemma[self.lemmas[-1]].append(number)
        self._by_start[form[:2]].append(number)
        return number

    def members(self, word: Word) -> Numbers:
        """The numbers, in order, of all forms that may stand at this place of a pattern."""
        seen, known = self._members.get(word, (0, np.empty(0, np.int32)))
        if seen < len(self):
            new = np.asarray(sorted(self._find(word, seen)), np.int32)
            known = np.concatenate([known, new])
            self._members[word] = (len(self), known)
        return known

    def _find(self, word: Word, since: int) -> set[int]:
        found = {self._by_form.get(form, -1) for form in word.forms}
        for one in word.lemmas:
            found.update(_from(self._by_lemma.get(one, []), since))
        for particle, verb in word.verbs:
            starts = _from(self._by_start.get(particle[:2], []), since)
            found.update(n for n in starts if is_verb(self.forms[n], particle, verb))
        for star in word.stars:
            found.update(self._like(star, since))
        return {number for number in found if number >= since}

    def _like(self, star: str, since: int) -> Iterable[int]:
        whole, letters = re.compile(star), longest_piece(star)
        return (
            since + place
            for place, form in enumerate(self.forms[since:])
            if letters in form and whole.fullmatch(form)
        )


def _from(numbers: list[int], since: int) -> list[int]:
    return numbers[bisect_left(numbers, since) :]
