"""Rows as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import DecisionError
from kwalevaluatie.files import read_text

EXAMPLE = 'Schrijf op elke regel een besluit: {"gesprek": "r01", "beurt": 3, "code": …}'


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any] | DecisionError]]:
    """The rows of a JSON-lines file with their line; an unreadable line comes as its error."""
    text = read_text(path, DecisionError)
    lines = [
        (number, line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not lines:
        raise DecisionError(
            "het bestand is leeg", where=path, todo="Kies het bestand met de besluiten."
        )
    for number, line in lines:
        yield number, _row(line, path, number)


def _row(line: str, path: Path, number: int) -> dict[str, Any] | DecisionError:
    try:
        row = json.loads(line)
        json.dumps(row, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        row = None
    if isinstance(row, dict):
        return row
    return DecisionError("geen leesbare regel", where=path, line=number, todo=EXAMPLE)
