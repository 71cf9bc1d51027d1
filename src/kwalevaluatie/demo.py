"""The whole road on the synthetic sample that travels with the package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kwalevaluatie.files import write_text
from kwalevaluatie.formats.bundled import bundled
from kwalevaluatie.project import Project, new_project
from kwalevaluatie.reporting import Report

CONFIRMED_BY = "demonstratie"
PASSPHRASE = "synthetisch"
ABOUT_KEY = f"De sleutel van deze verzonnen evaluatie gaat open met de wachtzin: {PASSPHRASE}\n"
Step = Callable[[str], None]


@dataclass(frozen=True)
class Demo:
    """What the demonstration made, and how much it counted."""

    project: Project
    report: Report
    summary: str


def free_folder(base: Path) -> Path:
    """The first folder name that is not taken: kwal-demo, kwal-demo-2 and so on."""
    if not base.exists():
        return base
    numbered = (base.with_name(f"{base.name}-{number}") for number in range(2, 10_000))
    return next(path for path in numbered if not path.exists())


def run_demo(folder: Path, step: Step = lambda _: None) -> Demo:
    """Make an evaluation of the sample in a new folder, and its report.

    `step` is told in Dutch what is being done.
    """
    sample = bundled("transcripts_sample")
    step("Evaluatie opzetten")
    project = _set_up(folder, sample)
    step("Gesprekken inlezen")
    project.add_transcripts(sample / "gesprekken")
    step("Namen vervangen en teksten bevriezen")
    project.pseudonymise(
        sample / "namenlijst.csv",
        choices=sample / "keuzes.csv",
        confirmed_by=CONFIRMED_BY,
        passphrase=PASSPHRASE,
    )
    write_text(project.path / "prive" / "LEESMIJ.txt", ABOUT_KEY)
    step("Thema's voorstellen")
    suggestions = project.suggest()
    step("Besluiten van de codeurs overnemen")
    project.decide(sample / "besluiten.jsonl")
    step("KBO-cijfers overnemen")
    project.add_figures(sample / "kbo_2024.yaml")
    step("Rapport schrijven")
    report = project.report()
    return Demo(project, report, _summary(project, len(suggestions), report))


def _set_up(folder: Path, sample: Path) -> Project:
    made = new_project(folder, _codebooks(sample))
    for name in ("evaluatie.yaml", "koppeltabel.yaml", "rapportplan.yaml", "respondenten.csv"):
        write_text(made.path / name, (sample / name).read_text(encoding="utf-8"))
    written = [*sample.glob("leidraden/*.yaml"), *sample.glob("bevindingen/*.md")]
    for file in sorted(written):
        write_text(made.path / file.parent.name / file.name, file.read_text(encoding="utf-8"))
    return Project(made.path)


def _codebooks(sample: Path) -> list[str]:
    own = [str(path) for path in sorted((sample / "codeboeken").glob("*.yaml"))]
    return ["msp-rdwi-2024-2027", "uitstroompremie", *own]


def _summary(project: Project, suggested: int, report: Report) -> str:
    study = project.study()
    words = sum(transcript.words for transcript in study.transcripts.values())
    return (
        f"Geteld: {len(study.usable)} bruikbare van {len(study.respondents)} gesprekken "
        f"({words} woorden), {suggested} voorgestelde en {len(study.codings)} besloten coderingen, "
        f"{len(study.judgements)} oordelen; {len(report.numbers)} cijfers in het rapport. "
        "Alles is synthetisch."
    )
