"""Whether what was asked before the connection fell away was done, so that nobody has to look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.comparing import comparisons, seeing
from kwalevaluatie.workbench.preview import hindrances, written_since

SLACK = 10
Given = Mapping[str, Any]
Shown = dict[str, Any]


def came_about(bench: Bench, given: Given) -> Shown:
    """Whether a `verb` that was asked with `given`, so many `seconds` ago, was done.

    For a signature, a point accounted for, and a report. When it was `done`, `answer` is what
    the verb itself would answer now.
    """
    seeing(bench)
    verb, asked, since = str(given.get("verb", "")), given.get("given"), _moment(given)
    if verb not in ANSWERS or not isinstance(asked, Mapping):
        raise KwalError(
            f"van “{verb}” is niet na te gaan of het is gedaan", todo=hint(verb, ANSWERS)
        )
    answer = ANSWERS[verb](bench, asked, since)
    return {"done": answer is not None, "answer": answer}


def _moment(given: Given) -> datetime:
    """When it was asked, by the clock of this computer, and a little before."""
    try:
        ago = timedelta(seconds=max(0.0, float(given.get("seconds", 0))) + SLACK)
        return datetime.now(UTC) - ago
    except (TypeError, ValueError, OverflowError):
        raise KwalError("dit is geen vraag die te lezen is", todo="Ververs de pagina.") from None


def _compared(bench: Bench, asked: Given, since: datetime) -> Shown | None:
    return comparisons(bench, {}) if _is_signed(bench, asked, since) else None


def _accepted(bench: Bench, asked: Given, since: datetime) -> Shown | None:
    return hindrances(bench, {}) if _is_signed(bench, asked, since) else None


def _is_signed(bench: Bench, asked: Given, since: datetime) -> bool:
    """Whether this coder put a name there since, for this reason and this reading."""
    made = bench.state.signatures.get(str(asked.get("subject", "")))
    if made is None or datetime.fromisoformat(made.at) < since:
        return False
    wanted = (bench.coder, str(asked.get("reason", "")).strip())
    same_reading = asked.get("verdict") in (None, "", made.verdict)
    return (made.coder, made.reason) == wanted and same_reading


def _written(bench: Bench, asked: Given, since: datetime) -> Shown | None:
    files = written_since(bench.project, str(asked.get("version", "")), since)
    return {"files": files, "told": []} if files else None


ANSWERS: Mapping[str, Callable[[Bench, Given, datetime], Shown | None]] = {
    "sign": _compared,
    "accept": _accepted,
    "write_report": _written,
}
