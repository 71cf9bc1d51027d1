"""Survey figures and the table that links them to goals and themes, in YAML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import Place, ProblemList, TableError
from kwalevaluatie.formats.yaml import build, check_keys, hint, line_of, load, sequence
from kwalevaluatie.model import Codebook, Figure, Link

HEAD = ("bron", "jaar", "ondervraagden", "populatie", "herkomst", "cijfers")
FIGURE = {
    "id": "id", "item": "item", "formulering": "wording", "eenheid": "unit", "waarde": "value",
    "n": "n", "jaar": "year", "populatie": "population", "decimalen": "decimals",
}  # fmt: skip
LINK = {
    "item": "item", "doel": "goal", "thema": "theme", "perspectief": "group",
    "zelfde_vraag": "same_question", "zelfde_groep": "same_group",
    "zelfde_periode": "same_period", "toelichting": "note",
}  # fmt: skip
RANGES = {"aandeel": (0, 100), "rapportcijfer": (1, 10)}


def read_figures(path: Path) -> tuple[Figure, ...]:
    """Read published survey figures; percentages (0-100) become shares (0-1).

    A figure whose n was never published keeps n empty. Raises ProblemList with every
    line that cannot be right; then nothing of the file is taken.
    """
    data = load(path)
    check_keys(data, HEAD, Place(path, 1))
    found: list[Figure] = []
    problems: list[TableError] = []
    for line, item in sequence(data, "cijfers", path):
        try:
            found.append(_figure(item, data, Place(path, line)))
        except TableError as problem:
            problems.append(problem)
    problems += _twice(found, data, path) if not problems else []
    if problems:
        raise ProblemList(tuple(problems), todo="Verbeter het bestand; er is niets overgenomen.")
    return tuple(found)


def _figure(item: Any, data: Any, place: Place) -> Figure:
    given: dict[str, Any] = {"source": str(data.get("bron", place.path))}
    if "ondervraagden" in data:
        given["total"] = data["ondervraagden"]
    for key, name in (("jaar", "year"), ("populatie", "population")):
        if key in data and key not in item:
            given[name] = data[key]
    if item.get("waarde") is None:
        given["value"] = None
    figure = build(Figure, item, FIGURE, place, **given)
    _check_range(figure, item, place)
    return replace(figure, value=figure.value / 100) if _is_share(figure) else figure  # type: ignore[operator]


def _is_share(figure: Figure) -> bool:
    return figure.unit == "aandeel" and figure.value is not None


def _check_range(figure: Figure, item: Any, place: Place) -> None:
    at = Place(place.path, line_of(item, "waarde" if "waarde" in item else None))
    if figure.unit == "aandachtspunt":
        if figure.value is not None:
            raise TableError("een aandachtspunt heeft geen waarde", where=at)
        return
    low, high = RANGES[figure.unit]
    if figure.value is None:
        raise TableError(f"“waarde” ontbreekt bij “{figure.id}”", where=at)
    if not low <= figure.value <= high:
        raise TableError(
            f"{figure.item}: {figure.value:g} ligt buiten {low}-{high}",
            where=at,
            todo=f"Vul een {figure.unit} tussen {low} en {high} in.",
        )
    for key, size in (("n", figure.n), ("populatie", figure.population)):
        if size is not None and size < 1:
            raise TableError(
                f"“{key}” moet minstens 1 zijn", where=Place(place.path, line_of(item, key)),
                todo="Laat de sleutel weg als het aantal niet is gepubliceerd.",
            )  # fmt: skip


def _twice(figures: list[Figure], data: Any, path: Path) -> list[TableError]:
    seen: set[tuple[str, int]] = set()
    problems = []
    for index, figure in enumerate(figures):
        if (figure.id, figure.year) in seen:
            problems.append(
                TableError(
                    f"“{figure.id}” ({figure.year}) staat er twee keer in",
                    where=path, line=line_of(data["cijfers"], index),
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
    data = load(figures_path)
    lines = {item["id"]: line for line, item in sequence(data, "cijfers", figures_path)}
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
