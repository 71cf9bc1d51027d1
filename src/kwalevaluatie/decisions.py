"""Rows of decisions, from wherever they come."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import KwalError
from kwalevaluatie.formats.jsonl import read_jsonl
from kwalevaluatie.formats.tables import TABLES, read_decisions

Row = Mapping[str, Any]


def decision_rows(
    decisions: Any,
) -> tuple[Path | None, list[tuple[int | None, Row | KwalError]]]:
    """Rows with their line, and the file they come from: a file, a row, rows or a frame."""
    if isinstance(decisions, str | Path):
        path = Path(decisions)
        read = read_decisions if is_table(path) else read_jsonl
        return path, [(line, row) for line, row in read(path)]
    if isinstance(decisions, Mapping):
        return None, [(None, decisions)]
    if hasattr(decisions, "columns"):
        decisions = decisions.to_dict("records")
    elif hasattr(decisions, "to_dict"):
        decisions = [decisions.to_dict()]
    return None, [(None, row) for row in decisions]


def is_table(path: Path) -> bool:
    """Whether a file is a table to decide in, which people change and read again."""
    return path.suffix.lower() in TABLES


def with_defaults(row: Row | KwalError, extra: Row) -> Row | KwalError:
    """A row with values for what it does not say itself."""
    return row if isinstance(row, KwalError) else {**extra, **row}
