"""The limits by which a count and a survey figure are laid side by side, in YAML."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import Place, TableError
from kwalevaluatie.formats.yaml import build, line_of, load
from kwalevaluatie.model import Thresholds

KEYS = {
    "minstens": "fewest", "gesprekken_laag": "heard_low", "gesprekken_hoog": "heard_high",
    "kbo_laag": "survey_low", "kbo_hoog": "survey_high", "rapportcijfer_laag": "mark_low",
    "rapportcijfer_hoog": "mark_high", "op_de_voorgrond": "prominent",
}  # fmt: skip
SHARES = ("heard_low", "heard_high", "survey_low", "survey_high", "prominent")
PAIRS = (
    ("gesprekken_laag", "gesprekken_hoog"), ("kbo_laag", "kbo_hoog"),
    ("rapportcijfer_laag", "rapportcijfer_hoog"),
)  # fmt: skip


def read_thresholds(path: Path) -> Thresholds:
    """Read the limits for comparing; shares stand as percentages, what is left out keeps its value.

    Raises TableError, with the line, for what cannot be: a percentage above 100, or a low limit
    above the high one.
    """
    data = load(path)
    given = build(Thresholds, data, KEYS, Place(path, 1))
    found = {
        name: value / 100 if name in SHARES and _key(name) in data else value
        for name, value in asdict(given).items()
    }
    limits = Thresholds(**found)
    _check(limits, data, path)
    return limits


def _key(name: str) -> str:
    return next(key for key, field in KEYS.items() if field == name)


def _check(limits: Thresholds, data: Any, path: Path) -> None:
    for name, value in asdict(limits).items():
        highest = 1 if name in SHARES else 10 if name.startswith("mark") else None
        if value < 0 or (highest is not None and value > highest):
            raise TableError(
                f"“{_key(name)}” ligt buiten wat kan", where=path, line=line_of(data, _key(name)),
                todo="Percentages lopen van 0 tot 100, rapportcijfers van 1 tot 10.",
            )  # fmt: skip
    for low, high in PAIRS:
        if getattr(limits, KEYS[low]) > getattr(limits, KEYS[high]):
            raise TableError(
                f"“{low}” ligt hoger dan “{high}”",
                where=path, line=line_of(data, low if low in data else high),
                todo="Maak de ondergrens lager dan de bovengrens.",
            )  # fmt: skip
