"""What an earlier evaluation has to lay beside this one: counts in its report, and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from kwalevaluatie.analysis.counting import identifier
from kwalevaluatie.analysis.years import Counted
from kwalevaluatie.errors import TableError
from kwalevaluatie.formats.tables import read_rows
from kwalevaluatie.model import STATES, Figure

REQUIRED = ("id", "k", "n", "doel", "groep", "status")


def read_counted(path: Path) -> list[Counted]:
    """The goal counts in a `cijfers.csv`, each once; what was not printed is not there.

    The register names people (inwoner) and not units, so the unit is left empty.

    Raises TableError when the file is no register of numbers or has no goal counts in it.
    """
    found = list(dict.fromkeys(_counted(path)))
    if not found:
        raise TableError(
            "er staan geen tellingen van doelen in", where=path,
            todo="Geef de map van de eerdere evaluatie, of cijfers.csv uit haar map rapport.",
        )  # fmt: skip
    return found


def _counted(path: Path) -> Iterator[Counted]:
    for line, row in read_rows(path, REQUIRED):
        state = _state(row)
        if state:
            k, n = (_whole(row, name, path, line) for name in ("k", "n"))
            status = row["status"] == "vastgesteld"
            yield Counted(row["doel"], row["groep"], state, k, n, "", status)


def _state(row: dict[str, str]) -> str:
    """The state that a row counts, by its id; empty for a number that counts something else."""
    id = row["id"].split("~")[0]
    wholes = {state: identifier("doel", row["doel"], row["groep"], state) for state in STATES}
    return next((state for state, whole in wholes.items() if id in (whole, *_cut(whole, id))), "")


def _cut(whole: str, id: str) -> tuple[str, ...]:
    """The id itself when it is a long id that was cut, with a hash of the whole at its end."""
    start, sign, end = id.partition("#")
    fits = sign and whole.startswith(start) and sha256(whole.encode()).hexdigest()[:6] == end
    return (id,) if fits else ()


def _whole(row: dict[str, str], name: str, path: Path, line: int) -> int:
    try:
        return int(float(row[name]))
    except ValueError:
        raise TableError(
            f"“{name}” is geen geheel getal", where=path, line=line,
            todo="Gebruik cijfers.csv zoals het rapport dat schreef.",
        ) from None  # fmt: skip


def pairs_of_figures(
    now: Iterable[Figure], then: Iterable[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """For each item its last figure of now, and the last one of then that is of an earlier year."""
    earlier = sorted(then, key=lambda figure: figure.year)
    last = {(one.id, one.group): one for one in sorted(now, key=lambda figure: figure.year)}
    for key, one in last.items():
        before = [old for old in earlier if (old.id, old.group) == key and old.year < one.year]
        if before:
            yield before[-1], one
