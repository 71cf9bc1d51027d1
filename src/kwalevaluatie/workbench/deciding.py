"""What a person decides on the screen: on disk before the screen says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kwalevaluatie.errors import DecisionError, KwalError
from kwalevaluatie.model import Event, Withdrawal
from kwalevaluatie.project.room import now
from kwalevaluatie.review.entry import Context, to_event
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.reading import state_of

Given = Mapping[str, Any]
Shown = dict[str, Any]


def decide(bench: Bench, given: Given) -> Shown:
    """Record decisions on passages, judgements, or that a conversation was read to the end.

    Each row has an `id` that the screen gave it, so that sending it again after a fault adds
    nothing. What others added since the screen was last told comes back as `others`.
    """
    rows = given.get("rows")
    if not isinstance(rows, list) or not rows:
        raise DecisionError("er is niets om vast te leggen")
    seen = _seen(bench, given)
    context = _context(bench)
    made = [to_event(_row(bench, row), context) for row in rows]
    bench.project.store.append(made)
    bench.state.refresh()
    return _after(bench, given, seen, [event.id for event in made])


def _context(bench: Bench) -> Context:
    return Context(
        transcripts=bench.state.transcripts,
        respondents={person.id: person for person in bench.project.respondents},
        codebook=bench.project.codebook,
        events=frozenset(bench.state.ids),
        coder=bench.coder,
        now=now(),
        from_file=False,
    )


def _row(bench: Bench, row: Any) -> dict[str, Any]:
    if not isinstance(row, Mapping) or not str(row.get("id", "")).strip():
        raise DecisionError("dit besluit heeft geen nummer", todo="Ververs de pagina.")
    return {**row, "coder": bench.coder, "blind": bench.state.blind}


def undo(bench: Bench, given: Given) -> Shown:
    """Take back an event, or restore it by taking back what took it back."""
    target, id = str(given.get("event", "")), str(given.get("id", ""))
    row = {"kind": "intrekking", "target": target, "id": id, "reason": "ongedaan gemaakt"}
    return decide(bench, {**given, "rows": [row]})


def _after(bench: Bench, given: Given, seen: int, made: list[str]) -> Shown:
    others = [event for event in bench.state.after(seen) if event.id not in made]
    answer: Shown = {"events": made, "others": [_told(event) for event in others], **bench.stamp()}
    if transcript := given.get("transcript"):
        since = seen if given.get("seen") is not None else None
        answer |= state_of(bench, str(transcript), since)
    return answer


def _told(event: Event) -> Shown:
    return {
        "id": event.id,
        "coder": event.coder,
        "at": event.at,
        "transcript": getattr(event, "transcript", ""),
        "withdrawn": isinstance(event, Withdrawal),
    }


def news(bench: Bench, given: Given) -> Shown:
    """What others added since the screen was last told."""
    seen = _seen(bench, given)
    if bench.state.version <= seen:
        return {"events": [], "others": [], **bench.stamp()}
    return _after(bench, given, seen, [])


def _seen(bench: Bench, given: Given) -> int:
    """Up to where in the log the screen was told."""
    seen = given.get("seen")
    if seen is None:
        return bench.state.version
    if not isinstance(seen, int) or not 0 <= seen < 2**53:
        raise KwalError("dit is geen nummer van een besluit")
    return seen
