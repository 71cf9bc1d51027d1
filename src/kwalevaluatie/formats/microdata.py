"""The rows of a survey as people filled it in: from CSV, Excel or SPSS."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import ProjectError, TableError
from kwalevaluatie.files import read_bytes
from kwalevaluatie.formats.tables import EXCEL, cell_text
from kwalevaluatie.formats.transcripts.sheets import Row, read_sheet
from kwalevaluatie.model.questionnaire import Microdata

SPSS = (".sav", ".zsav")
READ = (".csv", *EXCEL, *SPSS)
NO_SPSS = "Installeer het met: pip install kwalevaluatie[spss]. Of sla het in SPSS op als .csv."
BROKEN = "Open het in SPSS en sla het opnieuw op, of bewaar het als .csv of .xlsx."


def read_microdata(path: Path) -> Microdata:
    """Read the answers to a survey: one row a respondent, the headings in the first.

    Of an SPSS file value labels become `meanings`; what is set as missing there, is empty.
    Raises TableError for what is no table, and for one without rows.
    """
    kind = path.suffix.lower()
    if kind not in READ:
        raise TableError(
            f"“{path.suffix}” is geen bestand met antwoorden", where=path,
            todo=f"Kies een van: {', '.join(READ)}.",
        )  # fmt: skip
    data = _spss(path) if kind in SPSS else _table(path)
    if not data.rows:
        raise TableError(
            "er staan geen antwoorden in", where=path,
            todo="Zet onder de kopregel een rij per deelnemer.",
        )  # fmt: skip
    return data


def _table(path: Path) -> Microdata:
    rows, _ = read_sheet(path)
    rows = _without_title(rows)
    if not rows:
        raise TableError("het bestand is leeg", where=path, todo="Zet er een kopregel in.")
    columns = rows[0].cells
    filled = ((row.line, _filled(row, len(columns), path)) for row in rows[1:])
    return Microdata(str(path), columns, tuple(filled))


def _without_title(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows from the headings on: a title above them is a row with one filled cell."""
    wide = max((_width(row) for row in rows), default=0) > 1
    return tuple(dropwhile(lambda row: wide and _width(row) < 2, rows))


def _width(row: Row) -> int:
    return sum(map(bool, row.cells))


def _filled(row: Row, width: int, path: Path) -> tuple[str, ...]:
    if any(row.cells[width:]):
        raise TableError(
            f"de regel heeft meer waarden dan de {width} kolommen", where=path, line=row.line,
            todo="Zet tekst met een komma of puntkomma tussen dubbele aanhalingstekens.",
        )  # fmt: skip
    return row.cells[:width] + ("",) * (width - len(row.cells))


def _spss(path: Path) -> Microdata:
    try:
        import pyreadstat
    except ImportError:
        raise ProjectError(
            "voor een SPSS-bestand is pyreadstat nodig", where=path, todo=NO_SPSS
        ) from None
    read_bytes(path, TableError)
    try:
        frame, about = pyreadstat.read_sav(path)
    except Exception:
        raise TableError("geen leesbaar SPSS-bestand", where=path, todo=BROKEN) from None
    columns = tuple(map(str, frame.columns))
    rows = enumerate(frame.itertuples(index=False, name=None), start=1)
    return Microdata(
        str(path),
        columns,
        tuple((line, tuple(_cell(value) for value in row)) for line, row in rows),
        meanings={name: _meanings(labels) for name, labels in about.variable_value_labels.items()},
        titles={name: title for name, title in about.column_names_to_labels.items() if title},
    )


def _cell(value: Any) -> str:
    return "" if value != value else cell_text(value)


def _meanings(labels: dict[Any, str]) -> dict[str, str]:
    return {cell_text(code): str(label).strip() for code, label in labels.items()}
