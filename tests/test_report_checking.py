"""Checking a report with its register, without one, and from the command line."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from tests.support.edited import control, edited

import kwalevaluatie as kwal
from kwalevaluatie import frames
from kwalevaluatie.cli import main
from kwalevaluatie.demo import Demo
from kwalevaluatie.errors import KwalError, ProjectError, TableError

Write = Callable[[str, str | bytes], Path]
CHANGED = control("doel/betaald-werk/inwoner/positief~4", "zes van de elf")
RULE = "gewijzigd cijfer"


@pytest.fixture
def changed(demo: Demo, tmp_path: Path) -> Path:
    return edited(demo.report.paths["docx"], tmp_path / "bewerkt.docx", CHANGED)


def run(*words: object, code: int) -> str:
    done = CliRunner().invoke(main, ["cijfercheck", *map(str, words)])
    assert done.exit_code == code, done.output
    return done.output


def test_a_register_is_a_file_a_folder_or_a_report(demo: Demo, changed: Path) -> None:
    csv_file = demo.report.paths["cijfers"]
    for register in (csv_file, demo.report.folder, demo.report):
        found = kwal.check_report(changed, register)
        assert list(found.columns) == list(frames.REMARKS)
        assert found.loc[found["rule"] == RULE, "severity"].tolist() == ["fout"]


def test_without_a_register_only_the_text_is_checked(changed: Path, write: Write) -> None:
    assert RULE not in set(kwal.check_report(changed)["rule"])
    report = write("elders.txt", "Van de twaalf inwoners zijn er veertien tevreden.\n")
    assert kwal.check_report(report).iloc[0]["line"] == 1


def test_the_remarks_may_be_written_in_a_copy(demo: Demo, changed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "nagekeken.docx"
    found = kwal.check_report(changed, demo.report, comments=copy)
    assert len(Document(str(copy)).comments) >= len(found) > 0
    with pytest.raises(ProjectError):
        kwal.check_report(changed, demo.report, comments=copy)


def test_an_evaluation_takes_its_own_register(demo: Demo, changed: Path) -> None:
    assert RULE in set(demo.project.check_report(changed)["rule"])
    assert RULE not in set(demo.project.check_report()["rule"])


def test_a_quotation_may_come_from_anywhere_in_the_conversations(demo: Demo, write: Write) -> None:
    turns = (turn for talk in demo.project.transcripts.values() for turn in talk.turns)
    words = next(turn.text for turn in turns if 8 < len(turn.text.split()) < 20)
    report = write("eigen.md", f"Een inwoner zegt: “{words}”\n")
    assert "citaat niet teruggevonden" not in set(demo.project.check_report(report)["rule"])


def test_the_command_finds_the_register_by_itself(demo: Demo, changed: Path) -> None:
    told = run(changed, "--map", demo.project.path, code=1)
    assert "naast zijn register" in told
    assert "fout: gewijzigd cijfer" in told


def test_a_report_of_others_goes_without_the_register(demo: Demo, write: Write) -> None:
    report = write("elders.txt", "Veertien inwoners van een andere gemeente zijn bezocht.\n")
    assert "zonder register" in run(report, "--map", demo.project.path, code=0)


def test_the_command_works_outside_an_evaluation(changed: Path, demo: Demo, tmp_path: Path) -> None:
    out, marked = tmp_path / "lijst.csv", tmp_path / "met opmerkingen.docx"
    words = ("--register", demo.report.folder, "--csv", out, "--opmerkingen", marked)
    run(changed, "--map", tmp_path, *words, code=1)
    assert RULE in out.read_text(encoding="utf-8")
    assert marked.exists()


def test_excel_may_have_kept_the_register(demo: Demo, changed: Path, tmp_path: Path) -> None:
    kept = tmp_path / "cijfers.csv"
    with demo.report.paths["cijfers"].open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source))
    with kept.open("w", encoding="utf-8-sig", newline="") as target:
        csv.writer(target, delimiter=";").writerows(
            [[value.replace(".", ",") if i == 3 else value for i, value in enumerate(row)]
             for row in rows]
        )  # fmt: skip
    assert RULE in set(kwal.check_report(changed, kept)["rule"])


def test_another_table_is_no_register(changed: Path, write: Write) -> None:
    with pytest.raises(TableError, match="ontbreekt"):
        kwal.check_report(changed, write("cijfers.csv", "naam,aantal\nhulp,3\n"))
    columns = "id,k,n,waarde,eenheid,doel,thema,groep,bron,status,tekst"
    with pytest.raises(TableError, match="geen getal"):
        kwal.check_report(changed, write("c.csv", f"{columns}\na,veel,2,3,,,,,,,drie\n"))
    with pytest.raises(TableError, match="niet gevonden"):
        kwal.check_report(changed, changed.parent / "weg.csv")


@pytest.mark.parametrize(
    ("name", "content"),
    [("rapport.xlsx", b"x"), ("rapport.docx", b"PK\x03\x04stuk"), ("rapport.pdf", b"geen pdf"),
     ("leeg.txt", b"")],
)  # fmt: skip
def test_what_is_no_report_is_told(name: str, content: bytes, write: Write) -> None:
    with pytest.raises(KwalError) as problem:
        kwal.check_report(write(name, content))
    assert problem.value.todo


def test_there_is_no_report_yet(small_project: kwal.Project) -> None:
    with pytest.raises(ProjectError, match="nog geen rapport"):
        small_project.check_report()
