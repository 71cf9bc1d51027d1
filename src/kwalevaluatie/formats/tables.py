"""Tables that people keep in CSV or Excel: respondents and names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kwalevaluatie.errors import ProblemList, TableError
from kwalevaluatie.files import write_text
from kwalevaluatie.model import Respondent

RESPONDENT = ("respondent", "perspectief", "gesprek", "leidraad", "spreker", "bruikbaar", "reden")
REQUIRED = ("respondent", "perspectief", "gesprek")
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


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV or Excel table as (line, values by lower-case column name)."""
    rows = _excel(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    header: list[str] = []
    for line, values in rows:
        if not any(values) or values[0].startswith("#"):
            continue
        if not header:
            header = [value.lower() for value in values]
            _check_header(header, path, line)
        else:
            yield line, dict(zip(header, [*values, *[""] * len(header)], strict=False))
    if not header:
        raise TableError("het bestand is leeg", where=path, todo="Zet er een kopregel in.")


def _check_header(header: list[str], path: Path, line: int) -> None:
    double = {name for name in header if name and header.count(name) > 1}
    if double:
        raise TableError(f"kolom “{double.pop()}” staat er twee keer in", where=path, line=line)


def _csv(path: Path) -> Iterator[tuple[int, list[str]]]:
    text = _decode(path)
    first = next((line for line in text.splitlines() if line and line[0] != "#"), "")
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        for row in reader:
            yield reader.line_num, [value.strip() for value in row] or [""]
    except csv.Error as problem:
        raise TableError(
            f"geen leesbare tabel ({problem})", where=path, line=reader.line_num
        ) from None


def _decode(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise TableError("bestand niet gevonden", where=path, todo="Controleer de naam.") from None
    except OSError as problem:
        raise TableError(f"niet te lezen ({problem.strerror})", where=path) from None
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError("geen leesbare tekst", where=path, todo="Sla het bestand op als CSV (UTF-8).")


def _excel(path: Path) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    try:
        sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
    except FileNotFoundError:
        raise TableError("bestand niet gevonden", where=path) from None
    except Exception as problem:
        raise TableError(
            f"geen leesbaar Excelbestand ({type(problem).__name__})", where=path,
            todo="Open het in Excel en sla het opnieuw op als .xlsx of .csv.",
        ) from None  # fmt: skip
    for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield line, ["" if value is None else str(value).strip() for value in row] or [""]


def _require(header: Mapping[str, str], columns: tuple[str, ...], path: Path, line: int) -> None:
    for column in columns:
        if column not in header:
            raise TableError(
                f"kolom “{column}” ontbreekt", where=path, line=line,
                todo=f"De kopregel heeft minstens: {', '.join(columns)}.",
            )  # fmt: skip


def read_respondents(path: Path) -> tuple[Respondent, ...]:
    """Read the register of respondents; columns it does not know become attributes.

    Raises ProblemList with every row that cannot be right.
    """
    found: dict[str, Respondent] = {}
    problems: list[TableError] = []
    for line, row in read_rows(path):
        _require(row, REQUIRED, path, line)
        try:
            respondent = _respondent(row, path, line)
            if respondent.id in found:
                raise TableError(
                    f"respondent “{respondent.id}” staat er twee keer in", where=path, line=line
                )
            found[respondent.id] = respondent
        except TableError as problem:
            problems.append(problem)
    if problems:
        raise ProblemList(tuple(problems), todo=f"Verbeter {path.name}.")
    return tuple(found.values())


def _respondent(row: dict[str, str], path: Path, line: int) -> Respondent:
    for column in REQUIRED:
        if not row[column]:
            raise TableError(f"“{column}” is leeg", where=path, line=line)
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
    for line, row in read_rows(path):
        _require(row, ("gesprek", "naam", "rol"), path, line)
        if not row["naam"]:
            raise TableError("“naam” is leeg", where=path, line=line)
        names.append(Name(row["gesprek"], row["naam"], row["rol"], row.get("persoon", "")))
    return tuple(names)


def append_respondents(path: Path, transcripts: Mapping[str, str]) -> list[str]:
    """Add a row for every conversation (id → perspective) that the register does not have yet.

    What stands there is left as it is. Returns the ids of the rows added.
    """
    text = _decode(path) if path.exists() else ",".join(RESPONDENT) + "\n"
    header = next(line for line in text.splitlines() if line and line[0] != "#")
    delimiter = max(";,\t", key=header.count)
    columns = [name.strip().lower() for name in header.split(delimiter)]
    known = {row["gesprek"] for _, row in read_rows(path)} if path.exists() else set()
    new = [name for name in transcripts if name not in known]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for name in new:
        given = {"respondent": name, "gesprek": name, "perspectief": transcripts[name]}
        writer.writerow([{**given, "bruikbaar": "ja"}.get(column, "") for column in columns])
    if new or not path.exists():
        write_text(path, text.rstrip("\n") + "\n" + out.getvalue())
    return new
