"""Writing a report: drawing, composing, and keeping what a person changed in an earlier one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import pandas as pd

from kwalevaluatie import frames
from kwalevaluatie.analysis.counting import count
from kwalevaluatie.analysis.quoting import quotations
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.errors import ProjectError
from kwalevaluatie.files import write_text
from kwalevaluatie.gathering import Evaluation, gather, in_order
from kwalevaluatie.hints import tell
from kwalevaluatie.model import BoundNumber, Comparison, Settings
from kwalevaluatie.report.compose import Composer, Drawings
from kwalevaluatie.report.facts import Facts
from kwalevaluatie.report.plots import Row, SurveyValue, draw_goal, draw_overview
from kwalevaluatie.report.register import COLUMNS, EVIDENCE, Register
from kwalevaluatie.report.web import write_web
from kwalevaluatie.report.word import write_word
from kwalevaluatie.report.workbook import write_workbook

NAME = "rapport"
DOCUMENTS = ("docx", "html", "xlsx")
TABLES = ("cijfers", "herkomst")
WRITTEN = ".geschreven.json"
EARLIER = "eerder"


@dataclass(frozen=True)
class Report:
    """A written report: the `paths` of its files, its `numbers`, and what is under each.

    `numbers` has a row per number printed: `id, k, n, waarde, eenheid, doel, thema, groep,
    bron, status, tekst`.
    """

    folder: Path
    numbers: pd.DataFrame
    origins: pd.DataFrame
    name: str = NAME

    @cached_property
    def paths(self) -> dict[str, Path]:
        """The files of the report by kind: docx, html, xlsx, cijfers, herkomst."""
        documents = {kind: self.folder / f"{self.name}.{kind}" for kind in DOCUMENTS}
        return documents | {kind: self.folder / f"{kind}.csv" for kind in TABLES}

    def evidence(self, id: str) -> pd.DataFrame:
        """The respondents and passages under a printed number, with the words said.

        Columns: `id, respondent, deel (teller or alleen noemer), gesprek, beurt, begin, eind,
        toelichting, citaat`. Raises ProjectError when no number has this id.
        """
        if id not in set(self.numbers["id"]):
            raise ProjectError(
                f"cijfer “{id}” staat niet in dit rapport", todo="Kies een id uit cijfers.csv."
            )
        return self.origins[self.origins["id"] == id].reset_index(drop=True)

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{kind}: {path}</li>" for kind, path in self.paths.items())
        return f"<p>Rapport met {len(self.numbers)} cijfers:</p><ul>{items}</ul>"


def write_report(evaluation: Evaluation, folder: Path, name: str = NAME) -> Report:
    """Write all files of the report into a folder, the documents under this name.

    A file of an earlier report that somebody changed since is first moved to `eerder/`.
    """
    facts = gather(evaluation)
    register = Register()
    composer = Composer(facts, register, _draw(facts, folder / "figuren"))
    document = composer.document()
    numbers = frames.frame(register.rows(), COLUMNS)
    report = Report(folder, numbers, _origins(evaluation.study, register), name)
    _keep_changed(report)
    write_word(document, report.paths["docx"])
    write_web(document, report.paths["html"])
    sheets = _sheets(evaluation, report)
    write_workbook(report.paths["xlsx"], sheets, _notes(evaluation.settings))
    for kind, table in (("cijfers", report.numbers), ("herkomst", report.origins)):
        write_text(report.paths[kind], table.to_csv(index=False, float_format="%.6g"))
    written = _known(folder) | _fingerprints(report)
    write_text(folder / WRITTEN, json.dumps(written, indent=1))
    return report


def _fingerprints(report: Report) -> dict[str, str]:
    present = (path for path in report.paths.values() if path.exists())
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in present}


def _known(folder: Path) -> dict[str, str]:
    """The fingerprints that the files of earlier reports had when they were written."""
    path = folder / WRITTEN
    return dict(json.loads(path.read_text())) if path.exists() else {}


def _keep_changed(report: Report) -> None:
    """Move files that are not as they were written to a folder of their own."""
    folder, known = report.folder, _known(report.folder)
    changed = [name for name, now in _fingerprints(report).items() if known.get(name) != now]
    if changed:
        kept = folder / EARLIER / f"{datetime.now():%Y%m%d-%H%M%S-%f}"
        _move(folder, changed, kept)
        tell("wat u in het vorige rapport wijzigde, is bewaard in", [str(kept)])


def _move(folder: Path, names: Iterable[str], target: Path) -> None:
    target.mkdir(parents=True)
    for name in names:
        try:
            (folder / name).rename(target / name)
        except PermissionError:
            raise ProjectError(
                "het vorige rapport is in gebruik", where=folder / name,
                todo="Sluit het in Word of Excel en probeer het opnieuw.",
            ) from None  # fmt: skip


def _origins(study: Study, register: Register) -> pd.DataFrame:
    rows = register.evidence()
    for row in rows:
        row["citaat"] = ""
        if row["gesprek"]:
            turn = study.transcripts[str(row["gesprek"])].turns[int(str(row["beurt"]))]
            row["citaat"] = turn.text[int(str(row["begin"])) : int(str(row["eind"]))]
    return frames.frame(rows, [*EVIDENCE, "citaat"])


def _sheets(evaluation: Evaluation, report: Report) -> dict[str, pd.DataFrame]:
    study = evaluation.study
    themes = [code.id for code in study.codebook.codes]
    return {
        "Cijfers": report.numbers,
        "Herkomst": report.origins,
        "Doelen": frames.numbers(count(study, ["goal"])),
        "Thema's": frames.numbers(count(study, ["code", "valence"])),
        "Vergelijking": frames.comparisons(evaluation.comparisons),
        "Coderingen": frames.quotations(quotations(study, themes)),
    }


def _notes(settings: Settings) -> dict[str, str]:
    synthetic = {"Let op": "SYNTHETISCH: organisatie, mensen en gesprekken zijn verzonnen."}
    return {
        **(synthetic if settings.synthetic else {}),
        "Status": "Concept. Bevat citaten: niet publiceren zonder controle op herkenbaarheid.",
        "Cijfers": "Een rij per cijfer in het rapport, met teller, noemer en bron.",
        "Herkomst": "De respondenten en passages onder elk cijfer.",
        "Doelen": "Oordelen per doel en perspectief: k van de n gevraagde respondenten.",
        "Thema's": "Wie over een thema sprak, naar waardering.",
        "Vergelijking": "Gesprekken naast het KBO; elke lezing is een voorstel.",
        "Coderingen": "Alle gecodeerde passages.",
    }


def _draw(facts: Facts, folder: Path) -> Drawings:
    goals = [goal for _, goals in facts.chapters for goal in goals]
    cells = {
        (goal.goal.label, group): _row(group, numbers)
        for goal in goals
        for group, numbers in goal.states.items()
    }
    groups = in_order([group for _, group in cells])
    overview = draw_overview(
        folder / "overzicht", [goal.goal.label for goal in goals], groups, cells
    )
    return Drawings(
        goals={
            goal.goal.id: draw_goal(
                folder / goal.goal.id,
                [_row(group, numbers) for group, numbers in goal.states.items()],
                _survey(goal.comparisons),
            )
            for goal in goals
        },
        overview=overview,
    )


def _row(group: str, numbers: Sequence[BoundNumber]) -> Row:
    return Row(group, {n.keys["state"]: n.k or 0 for n in numbers if n.k})


def _survey(comparisons: Sequence[Comparison]) -> list[SurveyValue]:
    return [
        SurveyValue(row.figure.item, row.figure.value, row.interval)
        for row in comparisons
        if row.figure is not None and row.figure.unit == "aandeel" and row.figure.value is not None
    ]
