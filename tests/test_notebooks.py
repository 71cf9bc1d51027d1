"""Every notebook runs from its first cell to its last, and is stored without output."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def _read(path: Path) -> NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return notebook


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _execute(notebook: NotebookNode, folder: Path) -> None:
    NotebookClient(
        notebook,
        timeout=300,
        force_raise_errors=True,
        resources={"metadata": {"path": str(folder)}},
    ).execute()


def test_every_part_of_the_road_has_a_notebook() -> None:
    expected = {
        "01_van_transcript_tot_rapport",
        "02_coderen_met_hulp",
        "03_kbo_en_joint_display",
        "04_enquete",
        "05_controleren_en_publiceren",
    }
    assert expected <= {path.stem for path in NOTEBOOKS}


@each_notebook
def test_it_is_stored_without_output(path: Path) -> None:
    cells = _code(_read(path))
    assert [cell.id for cell in cells if cell.outputs or cell.execution_count is not None] == []


@each_notebook
def test_it_asks_for_the_common_kernel(path: Path) -> None:
    assert _read(path).metadata.kernelspec.name == "python3"


@each_notebook
def test_it_ends_in_assertions(path: Path) -> None:
    last = _code(_read(path))[-1]
    assert any(line.lstrip().startswith("assert ") for line in last.source.splitlines())


@each_notebook
def test_every_cell_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = _read(path)
    _execute(notebook, tmp_path)
    numbers = [cell.execution_count for cell in _code(notebook)]
    assert numbers == list(range(1, len(numbers) + 1))
