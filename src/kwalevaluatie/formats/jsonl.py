"""Rows as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import DecisionError


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any] | DecisionError]]:
    """The rows of a JSON-lines file with their line; an unreadable line comes as its error."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DecisionError(
            "bestand niet gevonden", where=path, todo="Controleer de naam."
        ) from None
    except (UnicodeDecodeError, OSError):
        raise DecisionError(
            "geen leesbare tekst", where=path, todo="Sla het bestand op als UTF-8."
        ) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, _row(line, path, number)


def _row(line: str, path: Path, number: int) -> dict[str, Any] | DecisionError:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if isinstance(row, dict):
        return row
    return DecisionError(
        "geen leesbare regel", where=path, line=number, todo='Schrijf {"gesprek": …, "code": …}.'
    )
