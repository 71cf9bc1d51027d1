"""Word groups: words and idioms with one meaning, so that a word never seen is understood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from kwalevaluatie.suggest.corpus import Corpus
from kwalevaluatie.suggest.matching import find_run
from kwalevaluatie.suggest.syntax import Run, Word, any_of, inflected, parse
from kwalevaluatie.suggest.vocabulary import Numbers

FILE = "woordgroepen.txt"
ANY = ""
_HEAD = re.compile(r"\[([\w-]+)\]")
_ENTRY = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True)
class Idiom:
    """A run of words of a group, with the words of which a text must have one, if any."""

    group: str
    run: Run
    key: frozenset[str]


class Groups:
    """Per group the single words, as one place of a pattern, and the idioms of all groups."""

    def __init__(self, words: Mapping[str, Word], idioms: tuple[Idiom, ...]) -> None:
        self.words = words
        self.idioms = idioms
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for number, idiom in enumerate(idioms):
            for word in idiom.key or {ANY}:
                self._by_key[word].append(number)

    def found(self, corpus: Corpus) -> Iterator[tuple[str, Numbers]]:
        """Each idiom that is found in a corpus: its group and where it begins."""
        forms, lemmas = corpus.vocabulary.forms, corpus.vocabulary.lemmas
        present = {ANY} | {
            word
            for number in np.unique(corpus.words).tolist()
            for word in (forms[number], lemmas[number])
        }
        numbers = {
            number for word in present & self._by_key.keys() for number in self._by_key[word]
        }
        for number in sorted(numbers):
            start = find_run(self.idioms[number].run, corpus).start
            if len(start):
                yield self.idioms[number].group, start


@lru_cache(maxsize=1)
def word_groups() -> Groups:
    """The groups that come with the package."""
    return read_groups(files(__package__).joinpath(FILE).read_text("utf-8"))


def read_groups(text: str) -> Groups:
    """Groups from text: a line `[name] …` before the words and "idioms" of each."""
    words: dict[str, list[Word]] = defaultdict(list)
    idioms: list[Idiom] = []
    for name, entry in _entries(text):
        if entry.isalpha():
            words[name].append(inflected(entry.lower()))
        else:
            for run in parse(entry).near[0]:
                if len(run.words) == 1:
                    words[name].append(run.words[0])
                else:
                    idioms.append(Idiom(name, run, _key(run)))
    return Groups({name: any_of(found) for name, found in words.items()}, tuple(idioms))


def _key(run: Run) -> frozenset[str]:
    """The words of the place of a run with the longest: mostly the rarest."""
    plain = [word.lemmas | word.forms for word in run.words if not word.stars | word.verbs]
    return max(plain, key=lambda words: min(map(len, words)), default=frozenset())


def _entries(text: str) -> Iterator[tuple[str, str]]:
    name = ""
    for line in text.splitlines():
        if head := _HEAD.match(line):
            name = head[1]
        elif not line.startswith("#"):
            yield from ((name, quoted or word) for quoted, word in _ENTRY.findall(line))
