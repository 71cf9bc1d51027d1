"""Suggestions of a language model beside those of patterns and of what was learned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from kwalevaluatie.model import Suggestion
from kwalevaluatie.suggest.llm.answers import MARK, SCORE
from kwalevaluatie.suggest.llm.prompt import Part

ALSO = " | ook "
AND = " + "


def side_by_side(own: Iterable[Suggestion], read: Iterable[Suggestion]) -> list[Suggestion]:
    """All suggestions; where both propose a theme for a passage, one with the reason of both.

    Such a suggestion keeps its own place, score, value and moment.
    """
    rows = list(own)
    for one in read:
        alike = [n for n, row in enumerate(rows) if _same(row, one)]
        for number in alike:
            rows[number] = _joined(rows[number], one)
        if not alike:
            rows.append(one)
    return rows


def _same(one: Suggestion, other: Suggestion) -> bool:
    return one.code == other.code and one.span.overlaps(other.span)


def _joined(own: Suggestion, read: Suggestion) -> Suggestion:
    if MARK in own.source:
        return own
    return replace(
        own, source=f"{own.source}{AND}{read.source}", reason=f"{own.reason}{ALSO}{read.reason}"
    )


def read_before(suggestions: Iterable[Suggestion], codes: Collection[str]) -> Iterator[Suggestion]:
    """What a language model proposed at an earlier time, apart from what stood beside it.

    Themes that are no longer there fall out.
    """
    for one in suggestions:
        if MARK in one.source and one.code in codes:
            yield replace(
                one,
                score=SCORE,
                source=one.source[one.source.index(MARK) :],
                reason=one.reason.rpartition(ALSO)[2],
            )


class Standing:
    """What stands proposed for each conversation: by ourselves, and by a language model.

    `stored` are the suggestions so far; what a language model proposed in them on themes that
    are still there is kept, until it reads those turns again.
    """

    def __init__(
        self, own: Iterable[Suggestion], stored: Iterable[Suggestion], codes: Collection[str]
    ) -> None:
        self._own = defaultdict[str, list[Suggestion]](list)
        self._read = defaultdict[str, list[Suggestion]](list)
        for one in own:
            self._own[one.transcript].append(one)
        for one in read_before(stored, codes):
            self._read[one.transcript].append(one)

    def of(self, transcript: str) -> list[Suggestion]:
        """All that stands proposed for a conversation."""
        return side_by_side(self._own[transcript], self._read[transcript])

    def take(self, part: Part, suggestions: Sequence[Suggestion]) -> None:
        """Take over what a language model proposes now for a part of a conversation."""
        before = self._read[part.transcript]
        kept = [one for one in before if not part.holds(one.span)]
        self._read[part.transcript] = [*kept, *suggestions]
