"""The report before it is written: its page, what is under its numbers, what it still waits for."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from kwalevaluatie.errors import KwalError, KwalWarning, PublicationError, hint
from kwalevaluatie.project.room import REPORT
from kwalevaluatie.project.telling import PUBLIC
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.comparing import seeing, signed

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.project import Project
    from kwalevaluatie.reporting import Report

Given = Mapping[str, Any]
Shown = dict[str, Any]
PAGE = "html"
IN_NUMERATOR = "teller"
CHECKED = "publicatiecheck, "
COUNTED = re.compile(r"([^(]+) \((\d+)\): (.*)")


@dataclass(frozen=True)
class Preview:
    """A report as it would be: the page, a row per number, and the rows under each."""

    html: str
    numbers: Mapping[str, Shown]
    origins: Sequence[Shown]
    version: int
    told: tuple[str, ...]


_made: WeakKeyDictionary[Project, Preview] = WeakKeyDictionary()
_busy = Lock()


def preview(bench: Bench, given: Given) -> Shown:
    """Make the internal report in a folder that is thrown away, and keep its page to show."""
    seeing(bench)
    with _busy, _hearing() as told, TemporaryDirectory(prefix="kwal-rapport-") as folder:
        report = bench.project.report(Path(folder), kinds=[PAGE])
        html = report.paths[PAGE].read_text(encoding="utf-8")
    made = Preview(
        html, _numbers(report), _records(report.origins), bench.state.version, tuple(told)
    )
    _made[bench.project] = made
    return {"numbers": len(made.numbers), "told": made.told, **bench.stamp()}


def page_of(project: Project) -> str:
    """The page that was last made of an evaluation; empty before that."""
    return _made[project].html if project in _made else ""


def number(bench: Bench, given: Given) -> Shown:
    """What is under one number of the page: the people in it, who were asked, their words."""
    seeing(bench)
    if bench.project not in _made:
        raise KwalError("er is nog geen voorbeeld gemaakt", todo="Maak het voorbeeld opnieuw.")
    made, id = _made[bench.project], str(given.get("id", ""))
    if id not in made.numbers:
        raise KwalError(f"cijfer “{id}” staat niet in dit rapport", todo=hint(id, made.numbers))
    rows = [row for row in made.origins if row["id"] == id]
    return {
        "number": made.numbers[id],
        **_people(rows),
        "stale": made.version < bench.state.version,
    }


def _people(rows: Sequence[Shown]) -> Shown:
    parts = {row["respondent"]: row["deel"] == IN_NUMERATOR for row in rows if row["respondent"]}
    return {
        "counted": [name for name, inside in parts.items() if inside],
        "others": [name for name, inside in parts.items() if not inside],
        "passages": [
            {"respondent": row["respondent"], "transcript": row["gesprek"], "turn": row["beurt"],
             "start": row["begin"], "stop": row["eind"], "note": row["toelichting"],
             "words": row["citaat"]}
            for row in rows
            if row["gesprek"] and row["citaat"]
        ],
    }  # fmt: skip


def _numbers(report: Report) -> dict[str, Shown]:
    return {str(row["id"]): row for row in _records(report.numbers)}


def _records(table: pd.DataFrame) -> list[Shown]:
    plain = table.astype(object)
    return [
        {str(name): value for name, value in row.items()}
        for row in plain.where(plain.notna(), None).to_dict("records")
    ]


def hindrances(bench: Bench, given: Given) -> Shown:
    """What is to be done before everybody may read the report; nothing is written."""
    seeing(bench)
    points = _records(bench.project.check_publication())
    return {
        "todo": _refused(bench.project),
        "points": [row for row in points if row["severity"] != "ok"],
        "fine": [row["rule"] for row in points if row["severity"] == "ok"],
        **bench.stamp(),
    }


def _refused(project: Project) -> list[Shown]:
    """Why the report for everybody is not ready, a line each."""
    with _busy, _hearing(), TemporaryDirectory(prefix="kwal-rapport-") as folder:
        try:
            project.report(Path(folder), version="publiek", kinds=[PAGE])
        except PublicationError as problem:
            lines = [line.removeprefix("- ") for line in problem.what.splitlines()[1:]]
            return [_told(line) for line in lines if not line.startswith(CHECKED)]
    return []


def _told(line: str) -> Shown:
    """What is wrong, how often, and where: as it is told, in parts."""
    parts = COUNTED.fullmatch(line)
    if parts is None:
        return {"what": line, "count": 1, "items": []}
    what, count, items = parts.groups()
    return {"what": what, "count": int(count), "items": items.split("; ")}


def accept(bench: Bench, given: Given) -> Shown:
    """Put a name under a point of the publication check, with the reason."""
    signed(bench, given)
    return hindrances(bench, given)


def write_report(bench: Bench, given: Given) -> Shown:
    """Write the report into its folder, internal or for everybody, in the kinds asked for."""
    seeing(bench)
    kinds = given.get("kinds")
    if not isinstance(kinds, list) or not kinds:
        raise KwalError("er is geen soort bestand gekozen", todo="Kies bijvoorbeeld Word.")
    with _busy, _hearing() as told:
        report = bench.project.report(
            version=str(given.get("version", "")), kinds=[str(kind) for kind in kinds]
        )
    folder = bench.project.path
    return {
        "files": [path.relative_to(folder).as_posix() for path in report.paths.values()],
        "told": list(told),
    }


def written_since(project: Project, version: str, since: datetime) -> list[str]:
    """The files of a report that was wholly written since; one that is being written first ends.

    What was written is kept last, so without that the report was not finished.
    """
    from kwalevaluatie.reporting import WRITTEN

    folder = project.path / REPORT / (PUBLIC if version == PUBLIC else "")
    with _busy:
        if not _is_since(folder / WRITTEN, since):
            return []
        made = [path for path in sorted(folder.iterdir()) if _is_since(path, since)]
    return [path.relative_to(project.path).as_posix() for path in made if path.name != WRITTEN]


def _is_since(path: Path, since: datetime) -> bool:
    return path.is_file() and path.stat().st_mtime >= since.timestamp()


@contextmanager
def _hearing() -> Iterator[list[str]]:
    """Keep what is told while something is made, for the screen."""
    told: list[str] = []
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always", KwalWarning)
        try:
            yield told
        finally:
            told += [str(one.message) for one in heard if issubclass(one.category, KwalWarning)]
