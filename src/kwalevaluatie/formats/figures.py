"""Figures that others published, and the table that links them to goals and themes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from math import inf, isfinite
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import KwalError, Place, ProblemList, TableError, hint
from kwalevaluatie.formats.figure_tables import figure_rows
from kwalevaluatie.formats.tables import TABLES
from kwalevaluatie.formats.yaml import build, check_keys, line_of, load, sequence
from kwalevaluatie.model import Codebook, Figure, Link

SUFFIXES = (".yaml", ".yml")
HEAD = {
    "bron": "source", "jaar": "year", "ondervraagden": "total", "populatie": "population",
    "uitgenodigd": "invited", "wijze": "mode", "groep": "group", "herkomst": "", "cijfers": "",
}  # fmt: skip
FIGURE = {
    "id": "id", "item": "item", "formulering": "wording", "eenheid": "unit", "waarde": "value",
    "n": "n", "jaar": "year", "populatie": "population", "decimalen": "decimals",
    "schaal": "scale", "topbox": "top", "nvt": "na", "gemiddelde": "", "sd": "sd",
    "uitgenodigd": "invited", "ondervraagden": "total", "wijze": "mode", "groep": "group",
    "bron": "source", "n_effectief": "effective",
}  # fmt: skip
LINK = {
    "item": "item", "doel": "goal", "thema": "theme", "perspectief": "group",
    "zelfde_vraag": "same_question", "zelfde_groep": "same_group",
    "zelfde_periode": "same_period", "toelichting": "note", "vraag": "question",
}  # fmt: skip
EARLIEST = 1900
RANGES: Mapping[str, tuple[float, float]] = {
    "aandeel": (0, 100), "rapportcijfer": (1, 10), "gemiddelde": (-inf, inf), "aantal": (0, inf),
}  # fmt: skip
MEANS = ("rapportcijfer", "gemiddelde")


@dataclass(frozen=True)
class _Head:
    source: str = ""
    year: int | None = None
    total: int | None = None
    population: int | None = None
    invited: int | None = None
    mode: str = ""
    group: str = ""


def read_figures(path: Path) -> tuple[Figure, ...]:
    """Read published figures from YAML, CSV or Excel; percentages (0-100) become shares (0-1).

    A table has a row for each figure, and columns named as the keys in YAML. A figure whose n
    was never published keeps n empty. Raises ProblemList with every line that cannot be right;
    then nothing of the file is taken.
    """
    head, items = _read(path)
    found: list[Figure] = []
    problems: list[KwalError] = []
    for line, item in items:
        try:
            found.append(_figure(item, head, Place(path, line)))
        except TableError as problem:
            problems.append(_placed(problem, path, line))
    problems += _twice(found, items, path) if not problems else []
    if problems:
        raise ProblemList(tuple(problems), todo="Verbeter het bestand; er is niets overgenomen.")
    if not found:
        raise TableError("er staan geen cijfers in", where=path, todo="Vul “cijfers” in.")
    return tuple(found)


def _read(path: Path) -> tuple[_Head, Sequence[tuple[int | None, Any]]]:
    if path.suffix.lower() in TABLES:
        return _Head(), figure_rows(path)
    if path.is_file() and path.suffix not in SUFFIXES:
        raise TableError(
            "cijfers staan in een YAML-bestand of een tabel", where=path,
            todo="Sla het op als .yaml, .csv of .xlsx.",
        )  # fmt: skip
    data = load(path)
    return build(_Head, data, HEAD, Place(path, 1)), sequence(data, "cijfers", path)


def _placed(problem: TableError, path: Path, line: int | None) -> TableError:
    """A problem with its line, also when a table gave no line of each value."""
    if problem.where.line:
        return problem
    return TableError(problem.what, where=path, line=line, todo=problem.todo)


def _figure(item: Any, head: _Head, place: Place) -> Figure:
    check_keys(item, FIGURE, place)
    given = {
        name: value for key, name in HEAD.items()
        if name and item.get(key) is None and (value := getattr(head, name)) not in (None, "")
    }  # fmt: skip
    if not item.get("bron"):
        given["source"] = head.source or str(place.path)
    given |= _lists(item) | _value(item, place)
    figure = build(Figure, item, FIGURE, place, **given)
    _check_range(figure, item, place)
    _check_sizes(figure, item, place)
    return replace(figure, value=figure.value / 100) if _is_share(figure) else figure  # type: ignore[operator]


def _lists(item: Any) -> dict[str, Any]:
    """A scale and a top box may be written as a list and as one text."""
    told: dict[str, Any] = {}
    if isinstance(item.get("schaal"), list):
        told["scale"] = " - ".join(map(str, item["schaal"]))
    if item.get("topbox") is not None:
        own = item["topbox"]
        told["top"] = tuple(map(str, own if isinstance(own, list | tuple) else (own,)))
    return told


def _value(item: Any, place: Place) -> dict[str, Any]:
    """The value of a figure; of a mean it may stand under `gemiddelde`."""
    own, mean = item.get("waarde"), item.get("gemiddelde")
    if mean is None:
        return {} if own is not None else {"value": None}
    if own is not None or item.get("eenheid") not in MEANS:
        raise TableError(
            "“gemiddelde” kan alleen zonder “waarde”, bij eenheid gemiddelde of rapportcijfer",
            where=Place(place.path, line_of(item, "gemiddelde")),
            todo="Geef het gemiddelde een eigen regel, met een eigen id.",
        )  # fmt: skip
    return {"value": mean}


def _is_share(figure: Figure) -> bool:
    return figure.unit == "aandeel" and figure.value is not None


def _check_range(figure: Figure, item: Any, place: Place) -> None:
    key = next((key for key in ("waarde", "gemiddelde") if item.get(key) is not None), None)
    at = Place(place.path, line_of(item, key))
    if figure.unit == "aandachtspunt":
        if figure.value is not None:
            raise TableError(
                "een aandachtspunt heeft geen waarde", where=at,
                todo="Haal de waarde weg, of kies eenheid aandeel of rapportcijfer.",
            )  # fmt: skip
        return
    low, high = RANGES[figure.unit]
    bound = f" tussen {low} en {high}" if isfinite(high) else ""
    todo = f"Vul een {figure.unit}{bound} in."
    if figure.value is None:
        raise TableError(f"“waarde” ontbreekt bij “{figure.id}”", where=at, todo=todo)
    said = item[key]
    if isinstance(said, bool) or not (isfinite(figure.value) and low <= figure.value <= high):
        shown = str(said).replace(".", ",")
        if not isfinite(high):
            raise TableError(f"{figure.item}: {shown} kan niet", where=at, todo=todo)
        raise TableError(f"{figure.item}: {shown} ligt buiten {low}-{high}", where=at, todo=todo)


def _check_sizes(figure: Figure, item: Any, place: Place) -> None:
    for key, size, least in (
        ("n", figure.n, 1), ("populatie", figure.population, figure.n or 1),
        ("decimalen", figure.decimals, 0), ("jaar", figure.year, EARLIEST),
        ("nvt", figure.na, 0), ("sd", figure.sd, 0), ("uitgenodigd", figure.invited, 1),
        ("ondervraagden", figure.total, 0), ("n_effectief", figure.effective, 0),
    ):  # fmt: skip
        if size is not None and size < least:
            raise TableError(
                f"“{key}” is {size}, maar moet minstens {least} zijn",
                where=Place(place.path, line_of(item, key)),
                todo="Verbeter het aantal, of laat de sleutel weg als het niet is gepubliceerd.",
            )


def _twice(
    figures: list[Figure], items: Sequence[tuple[int | None, Any]], path: Path
) -> list[KwalError]:
    seen: set[tuple[str, int, str]] = set()
    problems: list[KwalError] = []
    for figure, (line, _) in zip(figures, items, strict=True):
        if _key(figure) in seen:
            problems.append(
                TableError(
                    f"“{figure.id}” ({figure.year}) staat er twee keer in",
                    where=path, line=line,
                    todo="Haal een van de twee weg of verander het jaar of de groep.",
                )
            )  # fmt: skip
        seen.add(_key(figure))
    return problems


def _key(figure: Figure) -> tuple[str, int, str]:
    return figure.id, figure.year, figure.group


def read_links(path: Path, book: Codebook) -> tuple[Link, ...]:
    """Read the koppeltabel: which survey item may be laid beside which goal or theme."""
    data = load(path)
    check_keys(data, ("koppelingen",), Place(path, 1))
    return tuple(
        _link(item, Place(path, line), book) for line, item in sequence(data, "koppelingen", path)
    )


def _link(item: Any, place: Place, book: Codebook) -> Link:
    link = build(Link, item, LINK, place)
    for key, name, known in (
        ("doel", link.goal, list(book.goals_by_id)),
        ("thema", link.theme, list(book.by_id)),
    ):
        if name and name not in known:
            raise TableError(
                f"“{name}” staat niet in de codeboeken",
                where=Place(place.path, line_of(item, key)), todo=hint(name, known),
            )  # fmt: skip
    return link


def unlinked(figures: Iterable[Figure], links: Iterable[Link]) -> list[str]:
    """The survey items that the koppeltabel does not name, each with the one that may be meant.

    An item that is deliberately laid beside nothing stands there with a `toelichting` alone.
    None where the koppeltabel has no items yet.
    """
    known = sorted({link.item for link in links if link.item})
    missing = dict.fromkeys(figure.id for figure in figures if figure.id not in known)
    return [_perhaps(item, known) for item in missing] if known else []


def _perhaps(item: str, known: Sequence[str]) -> str:
    close = get_close_matches(item, known, n=1)
    return f"{item} (bedoelde u “{close[0]}”?)" if close else item


def _lines(path: Path) -> dict[str, int | None]:
    return {str(item["id"]): line for line, item in _read(path)[1]}


def check_new(figures: Iterable[Figure], known: Iterable[Figure], path: Path) -> None:
    """Raise ProblemList for figures that are there already, from another file."""
    there, lines = set(map(_key, known)), _lines(path)
    problems = tuple(
        TableError(
            f"“{figure.id}” ({figure.year}) staat al in een ander cijferbestand",
            where=path, line=lines.get(figure.id),
            todo="Haal het uit dit bestand, of verbeter het in de map cijfers/.",
        )
        for figure in figures if _key(figure) in there
    )  # fmt: skip
    if problems:
        raise ProblemList(problems, todo="Er is niets overgenomen.")
