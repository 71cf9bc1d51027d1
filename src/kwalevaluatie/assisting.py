"""Help from what is decided so far: what to review, what is left, what is alike, what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from kwalevaluatie.model import Decision, Event, Span, Suggestion, Transcript
from kwalevaluatie.review import fold

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.suggest.assistance import Assistance
    from kwalevaluatie.suggest.coder import Coder


def assistance(
    coder: Coder, transcripts: Mapping[str, Transcript], events: Sequence[Event]
) -> Assistance:
    """All conversations read by a coder that learned from the decisions that stand."""
    from kwalevaluatie.suggest.assistance import Assistance
    from kwalevaluatie.suggest.learning import Verdict

    standing = fold.standing(events)
    verdicts = [
        *(Verdict(one.transcript, one.span, one.code, True) for one in fold.codings(standing)),
        *(Verdict(*key, False) for key in fold.rejected(standing)),
    ]
    return Assistance(coder, [*transcripts.values()], verdicts, fold.finished(standing))


def review_rows(
    suggestions: pd.DataFrame, groups: Mapping[str, str], many: int
) -> Iterator[dict[str, Any]]:
    """The suggestions to review first, with the reason why."""
    from kwalevaluatie.suggest.ordering import Open, lot, review_order

    rows: list[dict[Any, Any]] = suggestions.to_dict("records")
    group = [groups.get(row["transcript"], "") for row in rows]
    settled = ("besloten", "afgewezen", "gelezen")
    decided = Counter(
        (row["code"], g) for row, g in zip(rows, group, strict=True) if row["status"] in settled
    )
    waiting = [
        Open(n, row["code"], group[n], row["score"], lot(row["id"]))
        for n, row in enumerate(rows) if row["status"] == "nieuw"
    ]  # fmt: skip
    for one, why in islice(review_order(waiting, decided), many):
        yield {**rows[one.row], "group": one.group, "why": why}


def sample_rows(events: Sequence[Event]) -> Iterator[dict[str, Any]]:
    """Of the suggestions in the random sample that were decided on, how many were right."""
    from kwalevaluatie.suggest.ordering import SAMPLE, lot
    from kwalevaluatie.survey.interval import wilson

    last = {
        (one.transcript, one.span, one.code): one
        for one in fold.standing(events)
        if isinstance(one, Decision) and one.action != "voeg-toe"
    }
    drawn = [one for key, one in last.items() if lot(_id(*key)) < SAMPLE]
    right = sum(one.action == "accepteer" or (one.new_code is None and one.action == "wijzig")
                for one in drawn)  # fmt: skip
    if drawn:
        low, high = wilson(right / len(drawn), len(drawn))
        yield {
            "decided": len(drawn), "right": right, "precision": right / len(drawn),
            "low": low, "high": high,
        }  # fmt: skip


def _id(transcript: str, span: Span, code: str) -> str:
    return Suggestion(transcript, span, code, 0.0, "", "").id


def remaining_rows(helped: Assistance) -> Iterator[dict[str, Any]]:
    """What is probably still to be found, theme by theme."""
    for one in helped.remaining():
        yield {
            "code": one.code, "found": one.found, "expected": round(one.expected, 1),
            "low": round(one.low, 1), "high": round(one.high, 1),
        }  # fmt: skip


def alike_rows(
    helped: Assistance, transcript: str, span: Span, many: int
) -> Iterator[dict[str, Any]]:
    """The passages that resemble a quotation."""
    conversations = {one.id: one for one in helped.talks.transcripts}
    for one in helped.like(transcript, span, many):
        yield {
            "transcript": one.transcript, "turn": one.span.turn, "start": one.span.start,
            "stop": one.span.stop, "similarity": one.similarity, "shared": ", ".join(one.shared),
            "quote": conversations[one.transcript].quote(one.span),
        }  # fmt: skip


def pattern_rows(helped: Assistance) -> Iterator[dict[str, Any]]:
    """Wordings that are not in the codebook yet and speak for a theme."""
    from dataclasses import asdict

    from kwalevaluatie.suggest.mining import new_patterns

    reading, codes = helped.talks.reading, helped.coder.codes
    column = {code: number for number, code in enumerate(codes)}
    found = np.zeros((len(helped.talks.turn), len(codes)), bool)
    for passage, entry in zip(reading.match_passage, reading.matches.entry, strict=True):
        found[passage, column[helped.coder.dictionary.entries[entry].code]] = True
    yield from map(asdict, new_patterns(helped.talks, helped.known.labels, found, codes))
