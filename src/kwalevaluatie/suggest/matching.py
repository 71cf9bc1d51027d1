"""Laying patterns over a corpus: where each of them is found, in a few passes over arrays.

What counts as found, for one pattern:

1. a run is found from every place where it can begin, to the nearest word each time;
2. of all runs of a phrase, and of what is found near each other, overlaps fall out: the
   leftmost stays, of those the longest;
3. phrases near each other are in one sentence, do not overlap, and have at most `NEAR` words
   between them; the second is the nearest one, the later of two that are equally near;
4. nothing is found in a sentence that holds a phrase of `without`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kwalevaluatie.suggest.corpus import Corpus
from kwalevaluatie.suggest.syntax import NEAR, Phrase, Query, Run
from kwalevaluatie.suggest.vocabulary import Numbers


class Found(NamedTuple):
    """Where something is found: the first word, and one past the last, in order of place."""

    start: Numbers
    stop: Numbers


_NONE = np.empty(0, np.int32)
NOTHING = Found(_NONE, _NONE)


def find(query: Query, corpus: Corpus) -> Found:
    """Where a pattern is found in a corpus."""
    first, *others = query.near
    found = find_phrase(first, corpus)
    for phrase in others:
        if not len(found.start):
            return NOTHING
        found = _near(found, find_phrase(phrase, corpus), corpus)
    for phrase in query.without if len(found.start) else ():
        found = _outside(found, find_phrase(phrase, corpus), corpus)
    return found


def find_phrase(phrase: Phrase, corpus: Corpus) -> Found:
    """Where one of the runs of a phrase is found."""
    found = [one for run in phrase if len((one := find_run(run, corpus)).start)]
    if not found:
        return NOTHING
    if len(found) == 1:
        return _apart(found[0])
    start, stop = (np.concatenate(side) for side in zip(*found, strict=True))
    order = np.lexsort((-stop, start))
    return _apart(Found(start[order], stop[order]))


def find_run(run: Run, corpus: Corpus) -> Found:
    """Where the words of a run are found in order, from every place where it can begin."""
    places = [corpus.places(word) for word in run.words]
    if not all(map(len, places)):
        return NOTHING
    for step in reversed(range(len(run.gaps))):
        places[step] = _followed(places[step], places[step + 1], run.gaps[step], corpus)
    last = places[0]
    for later in places[1:]:
        last = later[np.searchsorted(later, last, side="right")] if len(last) else last
    return Found(places[0], last + 1)


def _followed(places: Numbers, later: Numbers, gap: int, corpus: Corpus) -> Numbers:
    """The places after which, in the same sentence, one of the later ones comes in time."""
    if not len(places) or not len(later):
        return _NONE
    index = np.searchsorted(later, places, side="right")
    following = later[np.minimum(index, len(later) - 1)]
    good = (index < len(later)) & (following <= places + 1 + gap)
    good &= corpus.sentence[following] == corpus.sentence[places]
    return places[good]


def _apart(found: Found) -> Found:
    """Without overlaps: the leftmost stays, of those that begin together the longest."""
    start, stop = found
    if len(start) < 2 or bool((start[1:] >= stop[:-1]).all()):
        return found
    kept, end = [], -1
    for index, (first, last) in enumerate(zip(start.tolist(), stop.tolist(), strict=True)):
        if first >= end:
            kept.append(index)
            end = last
    return Found(start[kept], stop[kept])


def _near(found: Found, other: Found, corpus: Corpus) -> Found:
    """Both, from the first word of one to the last word of the other."""
    if not len(other.start):
        return NOTHING
    many = len(other.start)
    after = np.searchsorted(other.start, found.stop)
    before = np.searchsorted(other.stop, found.start, side="right") - 1
    later, earlier = np.minimum(after, many - 1), np.maximum(before, 0)
    wait = other.start[later] - found.stop
    since = found.start - other.stop[earlier]
    comes = (after < many) & (wait <= NEAR) & _together(found.start, other.start[later], corpus)
    went = (before >= 0) & (since <= NEAR) & _together(found.start, other.start[earlier], corpus)
    goes_on = comes & (~went | (wait <= since))
    start = np.where(goes_on, found.start, other.start[earlier])
    stop = np.where(goes_on, other.stop[later], found.stop)
    either = comes | went
    start, stop = start[either], stop[either]
    order = np.lexsort((-stop, start))
    return _apart(Found(start[order], stop[order]))


def _together(one: Numbers, other: Numbers, corpus: Corpus) -> np.ndarray:
    return np.asarray(corpus.sentence[one] == corpus.sentence[other])


def _outside(found: Found, unwanted: Found, corpus: Corpus) -> Found:
    """Only what is in a sentence without any of the unwanted."""
    bad = np.isin(corpus.sentence[found.start], corpus.sentence[unwanted.start])
    return Found(found.start[~bad], found.stop[~bad])
