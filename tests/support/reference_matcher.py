"""The pattern language word by word, slow and plain: what the fast matcher must agree with."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.suggest.corpus import Corpus
from kwalevaluatie.suggest.syntax import NEAR, Phrase, Query, Run

Place = tuple[int, int]


def find(query: Query, corpus: Corpus) -> list[Place]:
    return [place for sentence in _sentences(corpus) for place in _in_sentence(query, sentence)]


class _Sentence:
    def __init__(self, corpus: Corpus, first: int, last: int) -> None:
        numbers = corpus.words[first:last]
        self.offset = first
        self.words = [
            (corpus.vocabulary.forms[number], corpus.vocabulary.lemmas[number])
            for number in numbers
        ]


def _sentences(corpus: Corpus) -> Iterator[_Sentence]:
    first = 0
    for place in range(1, len(corpus) + 1):
        if place == len(corpus) or corpus.sentence[place] != corpus.sentence[first]:
            yield _Sentence(corpus, first, place)
            first = place


def _in_sentence(query: Query, sentence: _Sentence) -> list[Place]:
    if any(_phrase(phrase, sentence) for phrase in query.without):
        return []
    found = _phrase(query.near[0], sentence)
    for phrase in query.near[1:]:
        others = _phrase(phrase, sentence)
        found = _apart([hull for one in found for hull in _nearest(one, others)])
    return [(start + sentence.offset, stop + sentence.offset) for start, stop in found]


def _phrase(phrase: Phrase, sentence: _Sentence) -> list[Place]:
    found = []
    for run in phrase:
        for start in range(len(sentence.words)):
            stop = _run(run, 0, start, sentence)
            if stop is not None:
                found.append((start, stop))
    return _apart(found)


def _run(run: Run, step: int, place: int, sentence: _Sentence) -> int | None:
    if place >= len(sentence.words) or not run.words[step].matches(*sentence.words[place]):
        return None
    if step + 1 == len(run.words):
        return place + 1
    for following in range(place + 1, place + 2 + run.gaps[step]):
        stop = _run(run, step + 1, following, sentence)
        if stop is not None:
            return stop
    return None


def _apart(found: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for start, stop in sorted(set(found), key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, stop))
    return kept


def _nearest(one: Place, others: list[Place]) -> list[Place]:
    candidates = []
    for other in others:
        between = other[0] - one[1] if other[0] >= one[1] else one[0] - other[1]
        if 0 <= between <= NEAR:
            candidates.append((between, -other[0], other))
    if not candidates:
        return []
    _, _, other = min(candidates)
    return [(min(one[0], other[0]), max(one[1], other[1]))]
