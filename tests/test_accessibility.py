from __future__ import annotations

from pathlib import Path

import docx
import pandas as pd
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn

import kwalevaluatie as kwal
from kwalevaluatie.cli import main
from kwalevaluatie.frames import ACCESSIBILITY
from kwalevaluatie.report.accessibility import RULES


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = docx.Document()
    file.core_properties.title = "Brief"
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    file.add_paragraph().add_run("Onze uitkomsten").bold = True
    file.save(str(tmp_path / "brief.docx"))
    return tmp_path / "brief.docx"


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["toegankelijkheidscheck", *words])
    return result.exit_code, result.output


def test_the_remarks_are_a_table(letter: Path) -> None:
    found = kwal.check_accessibility(letter)
    assert list(found.columns) == list(ACCESSIBILITY)
    assert found[["place", "rule", "severity"]].values.tolist() == [
        ["alinea 1", "nepkop", "let op"]
    ]


def test_a_file_without_remarks_gives_an_empty_table(tmp_path: Path) -> None:
    page = "<html lang='nl'><title>T</title><body><main><h1>K</h1></main></body></html>"
    (tmp_path / "p.html").write_text(page)
    found = kwal.check_accessibility(str(tmp_path / "p.html"))
    assert found.empty and list(found.columns) == list(ACCESSIBILITY)
    assert run(str(tmp_path / "p.html")) == (0, "Geen opmerkingen.\n")


def test_the_command_ends_well_where_nothing_is_wrong_but_something_to_mind(letter: Path) -> None:
    code, said = run(str(letter))
    assert code == 0 and "nepkop" in said and "Fouten: 0. Let op: 1." in said


def test_the_command_ends_with_one_at_a_fault(letter: Path) -> None:
    file = docx.Document(str(letter))
    file.core_properties.title = ""
    file.save(str(letter))
    code, said = run(str(letter))
    assert code == 1 and "titel-ontbreekt" in said and "Fouten: 1." in said


def test_the_table_can_be_kept(letter: Path, tmp_path: Path) -> None:
    code, _ = run(str(letter), "--csv", str(tmp_path / "t.csv"))
    kept = pd.read_csv(tmp_path / "t.csv")
    assert code == 0
    assert list(kept.columns) == ["plaats", "regel", "ernst", "fragment", "opmerking", "norm"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    code, said = run(str(tmp_path / "weg.docx"))
    assert code == 1 and "bestand niet gevonden" in said and "Wat te doen" in said


def test_every_rule_says_what_to_do_in_a_sentence() -> None:
    for rule in RULES.values():
        assert rule.message.endswith((".", "?")) and len(rule.message.split()) <= 22
