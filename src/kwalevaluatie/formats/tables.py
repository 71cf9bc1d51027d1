"""Tables that people keep in CSV or Excel: respondents, names and decisions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import ProblemList, TableError
from kwalevaluatie.files import read_bytes, read_text, write_text
from kwalevaluatie.model import Respondent

RESPONDENT = ("respondent", "perspectief", "gesprek", "leidraad", "spreker", "bruikbaar", "reden")
REQUIRED = ("respondent", "perspectief", "gesprek")
NAME = ("gesprek", "naam", "rol")
EXCEL = (".xlsx", ".xlsm")
TABLES = (*EXCEL, ".csv")
NOTES = "Lees mij"
NUMBERS = ("beurt", "begin", "eind", "turn", "start", "stop")
YES, NO = ("ja", "j", "1", "waar", "true", ""), ("nee", "n", "0", "onwaar", "false")


@dataclass(frozen=True)
class Name:
    """A name that the researcher knows to occur in a conversation, with that person's role.

    An empty `transcript` holds for all conversations; rows with the same `person` are one.
    """

    transcript: str
    name: str
    role: str
    person: str = ""


def read_rows(path: Path, required: tuple[str, ...] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV or Excel table as (line, values by lower-case column name).

    Lines that start with # are passed over; the `required` columns must be there.
    """
    rows = _excel(path) if path.suffix.lower() in EXCEL else _csv(path)
    header: list[str] = []
    for line, values in rows:
        if not any(values) or values[0].startswith(("#", "sep=")):
            continue
        if not header:
            header = [value.lower() for value in values]
            _check_header(header, required, path, line)
        else:
            yield line, _row(header, values, path, line)
    if not header:
        raise TableError("het bestand is leeg", where=path, todo="Zet er een kopregel in.")


def _check_header(header: list[str], required: tuple[str, ...], path: Path, line: int) -> None:
    double = next((name for name in header if name and header.count(name) > 1), None)
    if double:
        raise TableError(
            f"kolom “{double}” staat er twee keer in", where=path, line=line,
            todo="Geef elke kolom een eigen naam.",
        )  # fmt: skip
    missing = next((name for name in required if name not in header), None)
    if missing:
        raise TableError(
            f"kolom “{missing}” ontbreekt", where=path, line=line,
            todo=f"De kopregel heeft minstens: {', '.join(required)}.",
        )  # fmt: skip


def _row(header: list[str], values: list[str], path: Path, line: int) -> dict[str, str]:
    if any(values[len(header) :]):
        raise TableError(
            f"de regel heeft meer waarden dan de {len(header)} kolommen", where=path, line=line,
            todo="Zet tekst met een komma of puntkomma tussen dubbele aanhalingstekens.",
        )  # fmt: skip
    return dict(zip(header, [*values, *[""] * len(header)], strict=False))


def _csv(path: Path) -> Iterator[tuple[int, list[str]]]:
    text = read_text(path, TableError, "utf-8", "cp1252")
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text), strict=True)
    start = 1
    try:
        for row in reader:
            yield start, [value.strip() for value in row] or [""]
            start = reader.line_num + 1
    except csv.Error:
        raise TableError(
            "geen leesbare tabel vanaf deze regel", where=path, line=start,
            todo="Kijk of elk aanhalingsteken ook wordt gesloten.",
        ) from None  # fmt: skip


def _delimiter(text: str) -> str:
    lines = (line for line in text.split("\n") if line.strip() and line[0] != "#")
    return max(";,\t", key=next(lines, "").removeprefix("sep=").count)


def _excel(path: Path) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    data = io.BytesIO(read_bytes(path, TableError))
    try:
        sheets = load_workbook(data, read_only=True, data_only=True).worksheets
        sheet = next((sheet for sheet in sheets if sheet.title != NOTES), sheets[0])
        rows = list(sheet.iter_rows(values_only=True))
    except Exception:
        raise TableError(
            "geen leesbaar Excelbestand", where=path,
            todo="Open het in Excel en sla het opnieuw op als .xlsx of .csv.",
        ) from None  # fmt: skip
    for line, row in enumerate(rows, start=1):
        yield line, [cell_text(value) for value in row] or [""]


def cell_text(value: Any) -> str:
    """The value of an Excel cell as people see it: no loose .0, no midnight after a date."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return "" if value is None else str(value).strip()


def csv_text(path: Path) -> str:
    """A CSV or Excel table as the text of a CSV file, to be kept in the evaluation."""
    if path.suffix.lower() not in EXCEL:
        return read_text(path, TableError, "utf-8", "cp1252")
    rows = [row for _, row in read_rows(path)]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def read_respondents(path: Path) -> tuple[Respondent, ...]:
    """Read the register of respondents; columns it does not know become attributes.

    Raises ProblemList with every row that cannot be right.
    """
    found: dict[str, Respondent] = {}
    problems: list[TableError] = []
    for line, row in read_rows(path, REQUIRED):
        try:
            respondent = _respondent(row, path, line)
            if respondent.id in found:
                raise TableError(
                    f"respondent “{respondent.id}” staat er twee keer in", where=path, line=line,
                    todo="Geef elke respondent een eigen naam of nummer.",
                )  # fmt: skip
            found[respondent.id] = respondent
        except TableError as problem:
            problems.append(problem)
    if problems:
        raise ProblemList(tuple(problems), todo=f"Verbeter {path.name}.")
    return tuple(found.values())


def _respondent(row: dict[str, str], path: Path, line: int) -> Respondent:
    for column in REQUIRED:
        if not row[column]:
            raise TableError(
                f"“{column}” is leeg", where=path, line=line, todo="Vul deze kolom in."
            )
    usable = row.get("bruikbaar", "").lower()
    if usable not in (*YES, *NO):
        raise TableError(
            f"“bruikbaar” is “{usable}”", where=path, line=line, todo="Kies ja of nee."
        )
    if usable in NO and not row.get("reden"):
        raise TableError(
            "niet bruikbaar zonder reden", where=path, line=line, todo="Vul kolom “reden” in."
        )
    return Respondent(
        id=row["respondent"],
        group=row["perspectief"].lower(),
        transcript=row["gesprek"],
        guide=row.get("leidraad", ""),
        speaker=row.get("spreker") or None,
        usable=usable in YES,
        reason=row.get("reden", ""),
        attributes={key: value for key, value in row.items() if key and key not in RESPONDENT},
    )


def read_names(path: Path) -> tuple[Name, ...]:
    """Read a name list: columns gesprek, naam, rol and, when one person has more forms, persoon."""
    names = []
    for line, row in read_rows(path, NAME):
        if not row["naam"]:
            raise TableError(
                "“naam” is leeg", where=path, line=line, todo="Vul de naam in of haal de regel weg."
            )
        names.append(Name(row["gesprek"], row["naam"], row["rol"], row.get("persoon", "")))
    return tuple(names)


def append_names(path: Path, names: Iterable[Name]) -> None:
    """Add names to a name list, below what stands there; a new list when there is none."""
    text = read_text(path, TableError, "utf-8", "cp1252") if path.exists() else ""
    if not text.strip():
        text = ",".join((*NAME, "persoon")) + "\n"
        write_text(path, text)
    columns, out = _header(path), io.StringIO()
    writer = csv.writer(out, delimiter=_delimiter(text), lineterminator="\n")
    for name in names:
        row = {
            "gesprek": name.transcript, "naam": name.name, "rol": name.role, "persoon": name.person
        }  # fmt: skip
        writer.writerow([row.get(column, "") for column in columns])
    write_text(path, text.rstrip("\n") + "\n" + out.getvalue())


def append_respondents(path: Path, transcripts: Mapping[str, str]) -> list[str]:
    """Add a row for every conversation (id → perspective) that the register does not have yet.

    What stands there is left as it is. Returns the ids of the rows added.
    """
    text = read_text(path, TableError, "utf-8", "cp1252") if path.exists() else ""
    if not text.strip():
        text = ",".join(RESPONDENT) + "\n"
        write_text(path, text)
    known = {row["gesprek"] for _, row in read_rows(path, REQUIRED)}
    new = [name for name in transcripts if name not in known]
    if new:
        rows = _new_rows(_header(path), _delimiter(text), new, transcripts)
        write_text(path, text.rstrip("\n") + "\n" + rows)
    return new


def _header(path: Path) -> list[str]:
    rows = (values for _, values in _csv(path))
    header = next(row for row in rows if any(row) and not row[0].startswith(("#", "sep=")))
    return [name.lower() for name in header]


def _new_rows(
    columns: list[str], delimiter: str, names: Iterable[str], groups: Mapping[str, str]
) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for name in names:
        row = {"respondent": name, "gesprek": name, "perspectief": groups[name], "bruikbaar": "ja"}
        writer.writerow([row.get(column, "") for column in columns])
    return out.getvalue()


def read_decisions(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read decisions that were written in a table; rows without a decision are passed over."""
    for line, row in read_rows(path):
        if any(row.get(column) for column in ("actie", "oordeel", "soort")):
            yield (
                line,
                {
                    key: int(value) if key in NUMBERS and value.isdigit() else value
                    for key, value in row.items()
                    if key
                },
            )
