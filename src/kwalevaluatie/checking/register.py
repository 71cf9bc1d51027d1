"""Checks an edited report against the register that it was written with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kwalevaluatie.checking.bound import Bound, Row
from kwalevaluatie.checking.registered.annex import check_annex, split_annex
from kwalevaluatie.checking.registered.context import beside
from kwalevaluatie.checking.registered.flowing import paragraphs
from kwalevaluatie.checking.registered.judging import Judge
from kwalevaluatie.checking.registered.matching import Laid, lay_beside
from kwalevaluatie.checking.registered.mentions import Mention, mentions
from kwalevaluatie.checking.registered.quotes import check_quotes
from kwalevaluatie.model.reported import Line, Remark, ReportText

GONE = "cijfer weg uit tabel"


def check_register(report: ReportText, bound: Bound) -> list[Remark]:
    """Every number, number word and quantifier that is not what the register says.

    A number that is moved, retyped or said in other words is right as long as it says the same.
    Numbers in content controls are known by their id; others by the order of print, and what was
    added is looked up by whom and what it is said of. Years, dates, references and the like are
    left alone, and words between quotation marks are laid beside what was said.
    """
    return _Checking(report, bound).remarks()


def without_annex(report: ReportText, bound: Bound) -> ReportText:
    """The report without the annex that prints its register."""
    _, annex = split_annex(paragraphs(report), bound)
    printed = {line.number for paragraph in annex for line in paragraph.lines}
    kept = tuple(line for line in report.lines if line.number not in printed)
    return ReportText(kept, report.properties)


@dataclass(frozen=True)
class _Checking:
    report: ReportText
    bound: Bound

    def remarks(self) -> list[Remark]:
        body, annex = split_annex(paragraphs(self.report), self.bound)
        found = [one for paragraph in body for one in mentions(paragraph, self.bound.by_id)]
        said = beside(found, self.headers)
        laid = lay_beside(found, self.bound.rows, said)
        remarks = [
            *Judge(self.bound, found, laid, said).remarks(),
            *check_quotes(body, self.bound),
            *check_annex(annex, self.bound),
            *_lost_cells(found, laid, self.bound),
        ]
        return sorted(remarks, key=lambda remark: (remark.line, remark.start))

    @cached_property
    def headers(self) -> dict[int, tuple[str, ...]]:
        """The first row of every table."""
        rows = [line for line in reversed(self.report.lines) if line.cells]
        return {line.table: line.cells for line in rows}


def _lost_cells(found: Sequence[Mention], laid: Laid, bound: Bound) -> Iterator[Remark]:
    """One remark per row of a table that lost a number from between two that are still there."""
    lines = {row.id: found[j].paragraph.first for j, row in laid.rows.items()}
    lines |= {row.id: found[j].paragraph.first for j, row in laid.slots.items()}
    order = {row.id: place for place, row in enumerate(bound.rows)}
    lost: dict[int, list[Row]] = {}
    for row in laid.gone:
        near = [_line_beside(order[row.id], step, bound, lines) for step in (-1, 1)]
        if near[0] and near[0] == near[1]:
            lost.setdefault(near[0], []).append(row)
    for number, rows in lost.items():
        line = next(one for one in lines.values() if one.number == number)
        texts = ", ".join(f"“{row.text}”" for row in rows)
        message = (
            f"Uit deze rij is weg: {texts} ({len(rows)}). Zet het cijfer terug, of haal de hele "
            "kolom of rij weg."
        )
        yield Remark(number, GONE, "let op", line.text, message, 0, len(line.text))


def _line_beside(place: int, step: int, bound: Bound, lines: Mapping[str, Line]) -> int:
    """The line of the next number of print in a direction that is still in a table."""
    rows = bound.rows[place + 1 :] if step > 0 else bound.rows[:place][::-1]
    line = next((lines[row.id] for row in rows[:3] if row.id in lines), None)
    return line.number if line is not None and line.cells else 0
