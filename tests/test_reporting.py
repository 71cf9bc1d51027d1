"""Writing a report again and again, without losing what a person did to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwalevaluatie.errors import ProjectError
from kwalevaluatie.project import Project


def kept(folder: Path) -> list[str]:
    """The names of the files that were moved aside."""
    return sorted(path.name for path in folder.glob("eerder/*/*"))


def test_a_report_that_somebody_changed_is_kept(small_project: Project) -> None:
    docx = small_project.report().paths["docx"]
    docx.write_bytes(docx.read_bytes() + b" en een zin van de onderzoeker")
    changed = docx.read_bytes()
    again = small_project.report()
    assert kept(again.folder) == ["rapport.docx"]
    assert next(again.folder.glob("eerder/*/rapport.docx")).read_bytes() == changed
    assert again.paths["docx"].read_bytes() != changed


def test_a_report_nobody_touched_leaves_no_copies(small_project: Project) -> None:
    first = small_project.report()
    small_project.report()
    assert kept(first.folder) == []


def test_a_strange_file_in_the_way_is_kept_too(small_project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    (folder / "rapport.docx").write_text("van iemand anders")
    small_project.report(folder)
    assert kept(folder) == ["rapport.docx"]


def test_a_report_may_have_a_name(small_project: Project, tmp_path: Path) -> None:
    made = small_project.report(tmp_path / "uit" / "evaluatie 2025.docx")
    assert made.paths["docx"] == tmp_path / "uit" / "evaluatie 2025.docx"
    assert all(path.is_file() for path in made.paths.values())


def test_a_number_opens_its_evidence(small_project: Project) -> None:
    made = small_project.report()
    counted = made.numbers[made.numbers["bron"] == "gesprekken"].iloc[0]
    assert len(made.evidence(counted["id"])) > 0
    with pytest.raises(ProjectError, match="staat niet in dit rapport"):
        made.evidence("verzonnen")
