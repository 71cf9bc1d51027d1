"""Writing a report: drawing, composing, and keeping what a person changed in an earlier one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import pandas as pd

from kwalevaluatie import frames
from kwalevaluatie.analysis.counting import count
from kwalevaluatie.analysis.quoting import quotations
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.drawing import draw
from kwalevaluatie.errors import KwalError, ProjectError, hint
from kwalevaluatie.files import write_text
from kwalevaluatie.gathering import Evaluation, gather
from kwalevaluatie.hints import tell
from kwalevaluatie.in_cell import captioned
from kwalevaluatie.model import Settings
from kwalevaluatie.releasing import (
    Check,
    check_findings,
    check_release,
)
from kwalevaluatie.report.compose import Teller, compose
from kwalevaluatie.report.document import Document
from kwalevaluatie.report.facts import Facts, Version
from kwalevaluatie.report.findings import typed
from kwalevaluatie.report.pdf import need_typst, write_pdf
from kwalevaluatie.report.register import COLUMNS, EVIDENCE, Register
from kwalevaluatie.report.sheets import framework, joint_display
from kwalevaluatie.report.summary import summarise
from kwalevaluatie.report.web import write_web
from kwalevaluatie.report.word import write_word
from kwalevaluatie.report.workbook import write_workbook

NAME = "rapport"
SUMMARY = "samenvatting"
VERSIONS: tuple[Version, ...] = ("intern", "publiek")
KINDS = ("docx", "html", "xlsx", "pdf", "pptx", SUMMARY)
USUAL = ("docx", "html", "xlsx")
TABLES: Mapping[Version, tuple[str, ...]] = {
    "intern": ("cijfers", "herkomst"), "publiek": ("cijfers",),
}  # fmt: skip
SYNTHETIC = {"Let op": "SYNTHETISCH: organisatie, mensen en gesprekken zijn verzonnen."}
CONCEPT = {"Status": "Concept. Bevat citaten: niet publiceren zonder controle op herkenbaarheid."}
SHEETS = {
    "Cijfers": "Een rij per cijfer in het rapport, met teller, noemer en bron.",
    "Herkomst": "De respondenten en passages onder elk cijfer.",
    "Doelen": "Oordelen per doel en perspectief: k van de n gevraagde respondenten.",
    "Thema's": "Wie over een thema sprak, naar waardering.",
    "Raamwerk": "Het oordeel van elke respondent over elk doel, met de beurten eronder.",
    "Vergelijking": "Gesprekken naast de enquête. Een lezing met VOORSTEL is nog niet getekend.",
    "Coderingen": "Alle gecodeerde passages.",
}
WRITTEN = ".geschreven.json"
EARLIER = "eerder"


@dataclass(frozen=True)
class Order:
    """What is to be written: where, under which name, for whom, and as which kinds of file.

    `template` is the organisation's own Word template.
    """

    folder: Path
    name: str = NAME
    version: Version = "intern"
    kinds: tuple[str, ...] = USUAL
    template: Path | None = None


def order(
    folder: Path, name: str, version: str, kinds: Iterable[str], template: Path | None
) -> Order:
    """An order after checking that there is such a version and such kinds of file."""
    given = tuple(dict.fromkeys(kinds))
    for word, known in ((version, VERSIONS), *((kind, KINDS) for kind in given)):
        if word not in known:
            raise ProjectError(f"een rapport “{word}” is er niet", todo=hint(word, known))
    if "pdf" in given:
        need_typst()
    return Order(folder, name, "publiek" if version == "publiek" else "intern", given, template)


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
    kinds: tuple[str, ...] = USUAL
    version: Version = "intern"

    @cached_property
    def paths(self) -> dict[str, Path]:
        """The files of the report by kind: docx, html, xlsx, cijfers, herkomst, samenvatting."""
        named = [kind for kind in self.kinds if kind != SUMMARY]
        found = {kind: self.folder / f"{self.name}.{kind}" for kind in named}
        if SUMMARY in self.kinds:
            found[SUMMARY] = self.folder / f"{SUMMARY}.docx"
            found[f"{SUMMARY}_html"] = self.folder / f"{SUMMARY}.html"
        return found | {kind: self.folder / f"{kind}.csv" for kind in TABLES[self.version]}

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
        told = f"Rapport met {len(self.numbers)} cijfers"
        return captioned(told, ("soort", "bestand"), self.paths.items())


@dataclass(frozen=True)
class _Work:
    """One report while it is being written."""

    evaluation: Evaluation
    order: Order
    teller: Teller

    def document(self, kind: str) -> Document:
        """What stands in a kind of file; the summary counts its numbers for itself."""
        if not kind.startswith(SUMMARY):
            return self.whole
        return summarise(self.anew)

    @property
    def anew(self) -> Teller:
        """The same to tell, with numbers registered for itself."""
        return replace(self.teller, register=Register())

    @cached_property
    def whole(self) -> Document:
        """The report itself; composed once, so that every number is registered once."""
        return compose(self.teller)


def write_report(evaluation: Evaluation, wanted: Order, check: Check) -> Report:
    """Write all files of the report into a folder, the documents under its name.

    A report for everybody is refused (PublicationError) while anything stands in its way; `check`
    says what would give people away. A file of an earlier report that somebody changed since is
    first moved to `eerder/`.
    """
    facts = gather(evaluation)
    check_findings(evaluation.findings, facts)
    printed = {row.id for row in facts.comparisons}
    tell(
        "deze vergelijkingen horen bij een doel dat niet in het rapportplan staat, "
        "en komen niet in het rapport",
        [row.id for row in evaluation.comparisons if row.id not in printed],
    )
    if wanted.version == "publiek":
        summary = SUMMARY in wanted.kinds
        check_release(facts, evaluation.findings, check, summary=summary)
    else:
        tell(
            "in de bevindingen is een aantal getypt", [_line(p) for p in typed(evaluation.findings)]
        )
    work = _Work(evaluation, wanted, _teller(evaluation, facts, wanted))
    return _write(work)


def _teller(evaluation: Evaluation, facts: Facts, wanted: Order) -> Teller:
    findings = {finding.place: finding for finding in evaluation.findings}
    drawings = draw(facts, wanted.folder / "figuren")
    return Teller(facts, Register(), drawings, wanted.version, findings)


def _line(problem: KwalError) -> str:
    return f"{problem.what} ({problem.where})"


def _write(work: _Work) -> Report:
    _ = work.whole
    register, wanted = work.teller.register, work.order
    numbers = frames.frame(register.rows(), COLUMNS)
    origins = _origins(work.evaluation.study, register)
    report = Report(wanted.folder, numbers, origins, wanted.name, wanted.kinds, wanted.version)
    _keep_changed(report)
    for kind, path in report.paths.items():
        WRITERS[kind](work, report, path)
    written = _known(report.folder) | _fingerprints(report)
    write_text(report.folder / WRITTEN, json.dumps(written, indent=1))
    return report


def _word(kind: str) -> Callable[[_Work, Report, Path], object]:
    def write(work: _Work, report: Report, path: Path) -> None:
        settings, wanted = work.evaluation.settings, work.order
        write_word(
            work.document(kind), path, wanted.template,
            period=settings.period, version=wanted.version,
        )  # fmt: skip

    return write


def _web(kind: str) -> Callable[[_Work, Report, Path], object]:
    return lambda work, report, path: write_web(work.document(kind), path)


def _pdf(work: _Work, report: Report, path: Path) -> None:
    write_pdf(work.document("pdf"), path)


def _slides(work: _Work, report: Report, path: Path) -> None:
    from kwalevaluatie.report.slides import tell_slides, write_slides

    write_slides(tell_slides(work.anew), path)


def _workbook(work: _Work, report: Report, path: Path) -> None:
    settings = work.evaluation.settings
    sheets = _sheets(work.evaluation, work.teller.facts, report)
    write_workbook(
        path, sheets, _notes(settings, report.version, sheets),
        title=settings.title, organisation=settings.organisation,
    )  # fmt: skip


def _csv(table: pd.DataFrame, path: Path) -> None:
    write_text(path, table.to_csv(index=False, float_format="%.10g"))


WRITERS: Mapping[str, Callable[[_Work, Report, Path], object]] = {
    "docx": _word("docx"),
    "html": _web("html"),
    "xlsx": _workbook,
    "pdf": _pdf,
    "pptx": _slides,
    SUMMARY: _word(SUMMARY),
    f"{SUMMARY}_html": _web(SUMMARY),
    "cijfers": lambda work, report, path: _csv(report.numbers, path),
    "herkomst": lambda work, report, path: _csv(report.origins, path),
}


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


def _sheets(evaluation: Evaluation, facts: Facts, report: Report) -> dict[str, pd.DataFrame]:
    if report.version == "publiek":
        return {"Cijfers": report.numbers, "Vergelijking": joint_display(facts, public=True)}
    study = evaluation.study
    themes = [code.id for code in study.codebook.codes]
    return {
        "Cijfers": report.numbers,
        "Herkomst": report.origins,
        "Doelen": frames.numbers(count(study, ["goal"])),
        "Thema's": frames.numbers(count(study, ["code", "valence"])),
        "Raamwerk": framework(facts),
        "Vergelijking": joint_display(facts),
        "Coderingen": frames.quotations(quotations(study, themes)),
    }


def _notes(settings: Settings, version: Version, sheets: Iterable[str]) -> dict[str, str]:
    """What holds for the whole workbook, and what each sheet has."""
    synthetic = SYNTHETIC if settings.synthetic else {}
    concept = CONCEPT if version == "intern" else {}
    return {**synthetic, **concept, **{name: SHEETS[name] for name in sheets}}
