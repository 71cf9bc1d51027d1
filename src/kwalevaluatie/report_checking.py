"""Checking a report, made here or elsewhere: by its own text, and against its register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kwalevaluatie import frames
from kwalevaluatie.checking import check
from kwalevaluatie.checking.bound import Bound, bound_numbers
from kwalevaluatie.checking.register import check_register, without_annex
from kwalevaluatie.errors import ProjectError, TableError
from kwalevaluatie.formats.reports import read_report
from kwalevaluatie.formats.tables import read_rows
from kwalevaluatie.model.reported import Remark, ReportText
from kwalevaluatie.privacy.stories import recognise
from kwalevaluatie.report.register import COLUMNS, EVIDENCE

if TYPE_CHECKING:
    import pandas as pd
REGISTER, ORIGINS = "cijfers.csv", "herkomst.csv"
NUMBERS = ("k", "n", "waarde")
FIRST_LINES = 60
WEIGHT = {"fout": 0, "let op": 1, "stijl": 2}


class Written(Protocol):
    """A written report, as far as it is needed here: the folder that it is in."""

    @property
    def folder(self) -> Path:
        """Where its files are."""


@dataclass(frozen=True)
class Checked:
    """A report that was checked: its lines, what is remarked, and whether against a register."""

    path: Path
    report: ReportText
    remarks: tuple[Remark, ...]
    register: bool

    def frame(self) -> pd.DataFrame:
        """The remarks: `line, rule, severity, excerpt, message`."""
        rows = ({name: getattr(one, name) for name in frames.REMARKS} for one in self.remarks)
        return frames.frame(rows, frames.REMARKS)

    def write_comments(self, target: str | Path) -> Path:
        """Write a copy of the Word report with the remarks as comments; the text stays as it is.

        Raises ProjectError when the report is not a .docx or `target` exists already.
        """
        from kwalevaluatie.report.comments import write_comments

        return write_comments(self.path, Path(target), self.report.lines, self.remarks)


def check_report(
    path: str | Path,
    register: str | Path | Written | None = None,
    comments: str | Path | None = None,
) -> pd.DataFrame:
    """Check the numbers, words and references of a report, made here or elsewhere.

    `register` is the `cijfers.csv` that the report was written with, the folder that it is in,
    or the Report; then every number, number word, quantifier and quotation is laid beside it.
    Without one the text is checked by itself. `comments` is where to write a copy of a Word
    report with the remarks in its margin; the text stays as it is. Columns: `line` (of a .txt
    or .md its own line, else the paragraph, or the row of a table, counted), `rule`, `severity`
    (fout, let op or stijl), `excerpt`, `message`. Reads docx, odt, pdf, md and txt. Raises a
    KwalError for a file that is no report, damaged or locked, for a register with other columns,
    and for `comments` on what is no .docx or where a file exists already.
    """
    found = checked(path, read_register(register) if register is not None else None)
    if comments is not None:
        found.write_comments(comments)
    return found.frame()


def checked(path: str | Path, bound: Bound | None = None) -> Checked:
    """Check a report, with its register where there is one."""
    report = read_report(path)
    if bound is None:
        return Checked(Path(path), report, tuple(check(report, _describe)), False)
    against = check_register(report, bound)
    by_itself = check(without_annex(report, bound), _describe)
    told = [one for one in by_itself if not any(_same_spot(one, other) for other in against)]
    remarks = sorted([*against, *told], key=lambda one: (one.line, WEIGHT[one.severity], one.start))
    return Checked(Path(path), report, tuple(remarks), True)


def _describe(text: str) -> tuple[str, str]:
    """How telling a text is; the rare words of a report are those of policy, and tell nothing."""
    risk = recognise(text)
    told = {trait.kind for trait in risk.traits} - {"bijzonderheden", "één persoon"}
    return (risk.level, risk.reason) if told else ("laag", "")


def _same_spot(one: Remark, other: Remark) -> bool:
    """Whether a remark is on words that the register has its say on already."""
    return one.line == other.line and one.start < other.stop and other.start < one.stop


def read_register(
    register: str | Path | Written,
    *,
    texts: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
) -> Bound:
    """The register of a report, from its folder, its `cijfers.csv`, or the Report itself.

    `texts` are frozen texts that quotations may come from besides the passages in
    `herkomst.csv`; `names` say what goals and themes are called.
    """
    path = _register_file(register)
    numbers = [_checked_row(row, path, line) for line, row in read_rows(path, COLUMNS)]
    origins = path.with_name(ORIGINS)
    passages = read_rows(origins, (*EVIDENCE, "citaat")) if origins.exists() else ()
    return bound_numbers(numbers, (row for _, row in passages), texts=texts, names=names)


def _register_file(register: str | Path | Written) -> Path:
    path = Path(register) if isinstance(register, str | Path) else register.folder
    return path / REGISTER if path.is_dir() else path


def _checked_row(row: dict[str, str], path: Path, line: int) -> dict[str, str]:
    """The row with its numbers as they are read everywhere, also when Excel kept the file."""
    numbers = {name: row[name].replace(",", ".") for name in NUMBERS}
    for name, value in numbers.items():
        if value and not value.replace(".", "", 1).lstrip("-").isdigit():
            raise TableError(
                f"“{row[name]}” in kolom “{name}” is geen getal", where=path, line=line,
                todo="Gebruik het cijfers.csv dat bij het rapport is geschreven.",
            )  # fmt: skip
    return row | numbers


def own_register(path: Path, folder: Path, register: Path, title: str) -> Path | None:
    """The register that a report goes with: the one beside it, or that of the evaluation.

    A report is of the evaluation when it lies in its folder, bears its title, or has numbers
    with an id of the register; another goes without.
    """
    beside = path.parent / REGISTER
    if beside.exists():
        return beside
    if not register.exists():
        return None
    inside = folder.resolve() in path.resolve().parents
    return register if inside or _is_of(read_report(path), register, title) else None


def _is_of(report: ReportText, register: Path, title: str) -> bool:
    ids = {row["id"] for _, row in read_rows(register, COLUMNS)}
    bound = {one.id for line in report.lines for one in line.bound}
    first = " ".join(line.text for line in report.lines[:FIRST_LINES]).casefold()
    named = bool(title) and " ".join(title.casefold().split()) in " ".join(first.split())
    return named or bool(ids & bound)


def missing(path: Path) -> ProjectError:
    """What is said when there is no report to check."""
    return ProjectError(
        "er is nog geen rapport om te controleren", where=path,
        todo="Maak het met: kwal rapport, of noem het bestand.",
    )  # fmt: skip
