"""Results as tidy DataFrames; the columns are part of the public interface."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kwalevaluatie.model import (
    BoundNumber,
    Coding,
    Comparison,
    Decision,
    Event,
    Figure,
    Judgement,
    Quotation,
    Respondent,
    Suggestion,
    Transcript,
)
from kwalevaluatie.wording import k_of_n

if TYPE_CHECKING:
    import pandas as pd

IMPORTED = ("file", "transcript", "status", "turns", "words", "speakers", "message")
PSEUDONYMS = (
    "transcript", "turn", "start", "stop", "kind", "text", "pseudonym", "doubtful", "status",
)  # fmt: skip
SUGGESTIONS = (
    "id", "transcript", "turn", "start", "stop", "code", "score", "source", "reason", "valence",
    "moment", "status", "quote",
)  # fmt: skip
SUGGESTED_TEXTS = (
    "text", "code", "start", "stop", "score", "source", "reason", "valence", "moment",
)  # fmt: skip
QUOTATIONS = (
    "respondent", "group", "transcript", "turn", "start", "stop", "code", "valence", "moment",
    "coder", "quote",
)  # fmt: skip
EVENTS = ("event", "kind", "coder", "transcript", "code", "goal", "state")
NUMBERS = ("k", "n", "unit", "status", "text", "unasked", "respondents", "id")
FIGURES = (
    "id", "item", "year", "unit", "value", "n", "population", "low", "high", "source",
)  # fmt: skip
COMPARISONS = (
    "goal", "theme", "group", "k", "n", "text", "item", "wording", "value", "unit", "figure_n",
    "low", "high", "year", "verdict", "grounds", "same_question", "same_group", "same_period",
    "note", "status",
)  # fmt: skip


def frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """Rows as a DataFrame with exactly these columns, also when there are no rows."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns))


def csv_text(rows: Sequence[Mapping[str, str]]) -> str:
    """Rows as the text of a CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def respondents(people: Iterable[Respondent]) -> pd.DataFrame:
    """The register: `respondent, group, transcript, guide, usable, reason` and attributes."""
    import pandas as pd

    return pd.DataFrame(
        {
            "respondent": person.id,
            "group": person.group,
            "transcript": person.transcript,
            "guide": person.guide,
            "usable": person.usable,
            "reason": person.reason,
            **person.attributes,
        }
        for person in people
    )


def suggestions(
    found: Iterable[Suggestion],
    codings: Iterable[Coding],
    finished: Collection[str],
    transcripts: Mapping[str, Transcript],
) -> pd.DataFrame:
    """Suggestions with their status: besloten when a coding with the theme overlaps them."""
    placed: dict[tuple[str, str], list[Coding]] = {}
    for coding in codings:
        placed.setdefault((coding.transcript, coding.code), []).append(coding)
    rows = []
    for suggestion in found:
        overlapping = any(
            coding.span.overlaps(suggestion.span)
            for coding in placed.get((suggestion.transcript, suggestion.code), ())
        )
        read = suggestion.transcript in finished
        rows.append(
            {
                "id": suggestion.id,
                "transcript": suggestion.transcript,
                "turn": suggestion.span.turn,
                "start": suggestion.span.start,
                "stop": suggestion.span.stop,
                "code": suggestion.code,
                "score": suggestion.score,
                "source": suggestion.source,
                "reason": suggestion.reason,
                "valence": suggestion.valence,
                "moment": suggestion.moment,
                "status": "besloten" if overlapping else "gelezen" if read else "nieuw",
                "quote": transcripts[suggestion.transcript].quote(suggestion.span),
            }
        )
    return frame(rows, SUGGESTIONS)


def quotations(found: Iterable[Quotation]) -> pd.DataFrame:
    """Coded passages with their words."""
    return frame(
        (
            {
                "respondent": quotation.respondent.id,
                "group": quotation.respondent.group,
                "transcript": quotation.transcript,
                "turn": quotation.span.turn,
                "start": quotation.span.start,
                "stop": quotation.span.stop,
                "code": quotation.about,
                "valence": quotation.value,
                "moment": quotation.moment,
                "coder": quotation.coder,
                "quote": quotation.words,
            }
            for quotation in found
        ),
        QUOTATIONS,
    )


def events(made: Iterable[Event]) -> pd.DataFrame:
    """Events as recorded."""
    return frame(
        (
            {
                "event": event.id,
                "kind": type(event).__name__,
                "coder": event.coder,
                "transcript": getattr(event, "transcript", None),
                "code": event.code if isinstance(event, Decision) else None,
                "goal": event.goal if isinstance(event, Judgement) else None,
                "state": event.state if isinstance(event, Judgement) else None,
            }
            for event in made
        ),
        EVENTS,
    )


def numbers(found: Sequence[BoundNumber]) -> pd.DataFrame:
    """Counts, with a column for each key that was counted by."""
    keys = list({key: None for number in found for key in number.keys})
    rows = (
        {
            **number.keys,
            "k": number.k,
            "n": number.n,
            "unit": number.unit,
            "status": number.status,
            "text": k_of_n(number.k or 0, number.n or 0),
            "unasked": number.unasked,
            "respondents": list(number.counted),
            "id": number.id,
        }
        for number in found
    )
    return frame(rows, [*keys, *NUMBERS])


def figures(found: Iterable[tuple[Figure, tuple[float, float] | None]]) -> pd.DataFrame:
    """Survey figures with their interval."""
    return frame(
        (
            {
                "id": figure.id,
                "item": figure.item,
                "year": figure.year,
                "unit": figure.unit,
                "value": figure.value,
                "n": figure.n,
                "population": figure.population,
                "low": interval[0] if interval else None,
                "high": interval[1] if interval else None,
                "source": figure.source,
            }
            for figure, interval in found
        ),
        FIGURES,
    )


def comparisons(found: Iterable[Comparison]) -> pd.DataFrame:
    """The joint display; every verdict is a proposal."""
    return frame((_comparison(row) for row in found), COMPARISONS)


def _comparison(row: Comparison) -> dict[str, Any]:
    figure, link, number = row.figure, row.link, row.number
    return {
        "goal": link.goal,
        "theme": link.theme,
        "group": link.group,
        "k": number.k,
        "n": number.n,
        "text": k_of_n(number.k or 0, number.n or 0),
        "item": link.item,
        "wording": figure.wording if figure else "",
        "value": figure.value if figure else None,
        "unit": figure.unit if figure else "",
        "figure_n": figure.n if figure else None,
        "low": row.interval[0] if row.interval else None,
        "high": row.interval[1] if row.interval else None,
        "year": figure.year if figure else None,
        "verdict": row.verdict,
        "grounds": row.grounds,
        "same_question": link.same_question,
        "same_group": link.same_group,
        "same_period": link.same_period,
        "note": link.note,
        "status": "VOORSTEL",
    }
