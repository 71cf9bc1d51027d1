"""The work list of names: what a person chose to replace, to add or to leave as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import KwalError, ProblemList, TableError, hint
from kwalevaluatie.files import write_text
from kwalevaluatie.formats.tables import NO, YES, read_rows

KEPT = ("gesprek", "tekst", "rol", "persoon", "vervang")
WORKLIST = (
    "gesprek", "soort", "tekst", "pseudoniem", "rol", "persoon", "vervang", "zekerheid", "aantal",
    "zin",
)  # fmt: skip
REQUIRED = ("gesprek", "tekst", "vervang")
BETWEEN = "/"


@dataclass(frozen=True)
class ChosenWords:
    """One row of a work list: words in a conversation ("" for all), and what becomes of them.

    `roles` and `people` go together; there are more when it is not known who is meant.
    """

    transcript: str
    text: str
    replaced: bool
    roles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    line: int | None = None


def read_choices(source: Any, known: Iterable[str] = ()) -> tuple[ChosenWords, ...]:
    """Read a work list (CSV or Excel) or a frame of it; a row without `vervang` is passed over.

    With `known` conversations, another one is a problem. Raises ProblemList with every row that
    cannot be right.
    """
    place, rows = _rows(source)
    names = frozenset(known)
    made: list[ChosenWords] = []
    problems: list[KwalError] = _unknown_columns(rows, place)
    for line, row in rows:
        try:
            if row.get("vervang", ""):
                made.append(_chosen(row, names, place, line))
        except TableError as problem:
            problems.append(problem)
    if problems:
        raise ProblemList(
            tuple(problems), todo="Verbeter deze regels; er is nog niets overgenomen."
        )
    return tuple(made)


def _rows(source: Any) -> tuple[Path | None, list[tuple[int | None, dict[str, str]]]]:
    if hasattr(source, "to_dict"):
        given: Iterable[Mapping[str, Any]] = source.fillna("").to_dict("records")
        return None, [(None, {k: str(v).strip() for k, v in row.items()}) for row in given]
    path = Path(source)
    return path, [(line, row) for line, row in read_rows(path, REQUIRED)]


def _unknown_columns(
    rows: list[tuple[int | None, dict[str, str]]], place: Path | None
) -> list[KwalError]:
    columns = {name: None for _, row in rows for name in row if name and name not in WORKLIST}
    return [
        TableError(f"onbekende kolom “{name}”", where=place, todo=hint(name, WORKLIST))
        for name in columns
    ]


def _chosen(
    row: Mapping[str, str], known: frozenset[str], place: Path | None, line: int | None
) -> ChosenWords:
    goes, transcript = row["vervang"].lower(), row.get("gesprek", "")
    if goes not in (*YES, *NO):
        raise TableError(
            f"“vervang” is “{row['vervang']}”", where=place, line=line, todo="Kies ja of nee."
        )
    if not row.get("tekst"):
        raise TableError(
            "“tekst” is leeg", where=place, line=line, todo="Vul de woorden in waar het om gaat."
        )
    if known and transcript and transcript not in known:
        raise TableError(
            f"gesprek “{transcript}” is er niet", where=place, line=line,
            todo=hint(transcript, known),
        )  # fmt: skip
    roles, people = _apart(row.get("rol", "")), _apart(row.get("persoon", ""))
    if people and len(people) != len(roles):
        raise TableError(
            f"“rol” noemt er {len(roles)} en “persoon” {len(people)}", where=place, line=line,
            todo="Geef elke persoon een rol, in dezelfde volgorde, met een / ertussen.",
        )  # fmt: skip
    return ChosenWords(transcript, row["tekst"], goes in YES, roles, people, line)


def _apart(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(BETWEEN)) if value.strip() else ()


def write_choices(path: Path, rows: Iterable[ChosenWords]) -> None:
    """Keep choices as a table that can be read again."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(KEPT)
    for row in rows:
        who = (BETWEEN.join(row.roles), BETWEEN.join(row.people))
        writer.writerow([row.transcript, row.text, *who, "ja" if row.replaced else "nee"])
    write_text(path, out.getvalue())
