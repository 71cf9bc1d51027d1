"""Figures as the text of a YAML file, to be kept in an evaluation."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import TableError
from kwalevaluatie.files import read_text
from kwalevaluatie.formats.figures import FIGURE, SUFFIXES
from kwalevaluatie.model import Figure

EMPTY: tuple[Any, ...] = (None, "", ())
PRECISION = 6


def figures_text(figures: Iterable[Figure], origin: str = "") -> str:
    """Figures as YAML that `read_figures` reads back; a share is written as a percentage."""
    from ruamel.yaml import YAML

    yaml, out = YAML(), StringIO()
    yaml.width, yaml.allow_unicode = 1000, True
    head = {"herkomst": origin} if origin else {}
    yaml.dump({**head, "cijfers": [_item(figure) for figure in figures]}, out)
    return out.getvalue()


def _item(figure: Figure) -> dict[str, Any]:
    values = {key: getattr(figure, name) for key, name in FIGURE.items() if name}
    values["waarde"] = _value(figure)
    values["sd"] = None if figure.sd is None else round(figure.sd, PRECISION)
    values["topbox"] = list(figure.top) or None
    if figure.effective is not None:
        values["n_effectief"] = round(figure.effective, PRECISION)
    return {key: value for key, value in values.items() if value not in EMPTY}


def _value(figure: Figure) -> float | None:
    if figure.value is None:
        return None
    value = round(100 * figure.value if figure.unit == "aandeel" else figure.value, PRECISION)
    return int(value) if float(value).is_integer() else value


def kept_text(path: Path, figures: Iterable[Figure]) -> str:
    """A file with figures as it is kept: YAML as it is written, a table as YAML."""
    if path.suffix in SUFFIXES:
        return read_text(path, TableError)
    return figures_text(figures, origin=path.name)


def kept_name(path: Path) -> str:
    """What the file with figures is called in the evaluation."""
    return path.name if path.suffix in SUFFIXES else f"{path.stem}.yaml"
