"""Survey figures and the table that links them to goals and themes, in YAML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import Place, ProblemList, TableError, hint
from kwalevaluatie.formats.yaml import build, check_keys, line_of, load, sequence
from kwalevaluatie.model import Codebook, Figure, Link

SUFFIXES = (".yaml", ".yml")
HEAD = {
    "bron": "source", "jaar": "year", "ondervraagden": "total", "populatie": "population",
    "herkomst": "", "cijfers": "",
}  # fmt: skip
FIGURE = {
    "id": "id", "item": "item", "formulering": "wording", "eenheid": "unit", "waarde": "value",
    "n": "n", "jaar": "year", "populatie": "population", "decimalen": "decimals",
}  # fmt: skip
LINK = {
    "item": "item", "doel": "goal", "thema": "theme", "perspectief": "group",
    "zelfde_vraag": "same_question", "zelfde_groep": "same_group",
    "zelfde_periode": "same_period", "toelichting": "note",
}  # fmt: skip
EARLIEST = 1900
RANGES = {"aandeel": (0, 100), "rapportcijfer": (1, 10)}


@dataclass(frozen=True)
class _Head:
    source: str = ""
    year: int | None = None
    total: int | None = None
    population: int | None = None


def read_figures(path: Path) -> tuple[Figure, ...]:
    """Read published survey figures; percentages (0-100) become shares (0-1).

    A figure whose n was never published keeps n empty. Raises ProblemList with every
    line that cannot be right; then nothing of the file is taken.
    """
    if path.is_file() and path.suffix not in SUFFIXES:
        raise TableError(
            "cijfers staan in een YAML-bestand", where=path, todo="Sla het op als .yaml."
        )
    data = load(path)
    head = build(_Head, data, HEAD, Place(path, 1))
    found: list[Figure] = []
    problems: list[TableError] = []
    for line, item in sequence(data, "cijfers", path):
        try:
            found.append(_figure(item, head, Place(path, line)))
        except TableError as problem:
            problems.append(problem)
    problems += _twice(found, data, path) if not problems else []
    if problems:
        raise ProblemList(tuple(problems), todo="Verbeter het bestand; er is niets overgenomen.")
    if not found:
        raise TableError("er staan geen cijfers in", where=path, todo="Vul “cijfers” in.")
    return tuple(found)


def _figure(item: Any, head: _Head, place: Place) -> Figure:
    check_keys(item, FIGURE, place)
    given: dict[str, Any] = {"source": head.source or str(place.path), "total": head.total}
    for key, name in (("jaar", "year"), ("populatie", "population")):
        if item.get(key) is None and getattr(head, name) is not None:
            given[name] = getattr(head, name)
    if item.get("waarde") is None:
        given["value"] = None
    figure = build(Figure, item, FIGURE, place, **given)
    _check_range(figure, item, place)
    _check_sizes(figure, item, place)
    return replace(figure, value=figure.value / 100) if _is_share(figure) else figure  # type: ignore[operator]


def _is_share(figure: Figure) -> bool:
    return figure.unit == "aandeel" and figure.value is not None


def _check_range(figure: Figure, item: Any, place: Place) -> None:
    at = Place(place.path, line_of(item, "waarde" if "waarde" in item else None))
    if figure.unit == "aandachtspunt":
        if figure.value is not None:
            raise TableError(
                "een aandachtspunt heeft geen waarde", where=at,
                todo="Haal de waarde weg, of kies eenheid aandeel of rapportcijfer.",
            )  # fmt: skip
        return
    low, high = RANGES[figure.unit]
    todo = f"Vul een {figure.unit} tussen {low} en {high} in."
    if figure.value is None:
        raise TableError(f"“waarde” ontbreekt bij “{figure.id}”", where=at, todo=todo)
    if isinstance(item["waarde"], bool) or not low <= figure.value <= high:
        shown = str(item["waarde"]).replace(".", ",")
        raise TableError(f"{figure.item}: {shown} ligt buiten {low}-{high}", where=at, todo=todo)


def _check_sizes(figure: Figure, item: Any, place: Place) -> None:
    for key, size, least in (
        ("n", figure.n, 1), ("populatie", figure.population, figure.n or 1),
        ("decimalen", figure.decimals, 0), ("jaar", figure.year, EARLIEST),
    ):  # fmt: skip
        if size is not None and size < least:
            raise TableError(
                f"“{key}” is {size}, maar moet minstens {least} zijn",
                where=Place(place.path, line_of(item, key)),
                todo="Verbeter het aantal, of laat de sleutel weg als het niet is gepubliceerd.",
            )


def _twice(figures: list[Figure], data: Any, path: Path) -> list[TableError]:
    seen: set[tuple[str, int]] = set()
    problems = []
    for index, figure in enumerate(figures):
        if (figure.id, figure.year) in seen:
            problems.append(
                TableError(
                    f"“{figure.id}” ({figure.year}) staat er twee keer in",
                    where=path, line=line_of(data["cijfers"], index),
                    todo="Haal een van de twee weg of verander het jaar.",
                )
            )  # fmt: skip
        seen.add((figure.id, figure.year))
    return problems


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


def check_items(
    figures: Iterable[Figure], links: Iterable[Link], figures_path: Path, links_path: Path
) -> None:
    """Raise ProblemList for survey items that the koppeltabel does not know.

    An item that is deliberately laid beside nothing stands there with a `toelichting` alone.
    """
    known = {link.item for link in links if link.item}
    lines = _lines(figures_path)
    problems = tuple(
        TableError(
            f"onbekend item “{figure.id}”: het staat niet in {links_path.name}",
            where=figures_path, line=lines.get(figure.id),
            todo=f"{hint(figure.id, known)} Of zet het item in {links_path.name}.",
        )
        for figure in figures if figure.id not in known
    )  # fmt: skip
    if known and problems:
        raise ProblemList(problems, todo="Verbeter dit; er is niets overgenomen.")


def _lines(path: Path) -> dict[str, int | None]:
    return {str(item["id"]): line for line, item in sequence(load(path), "cijfers", path)}


def check_new(figures: Iterable[Figure], known: Iterable[Figure], path: Path) -> None:
    """Raise ProblemList for figures that are there already, from another file."""
    there, lines = {(figure.id, figure.year) for figure in known}, _lines(path)
    problems = tuple(
        TableError(
            f"“{figure.id}” ({figure.year}) staat al in een ander cijferbestand",
            where=path, line=lines.get(figure.id),
            todo="Haal het uit dit bestand, of verbeter het in de map cijfers/.",
        )
        for figure in figures if (figure.id, figure.year) in there
    )  # fmt: skip
    if problems:
        raise ProblemList(problems, todo="Er is niets overgenomen.")
