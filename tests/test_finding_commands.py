"""Writing findings from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner

from kwalevaluatie.cli import main
from kwalevaluatie.demo import Demo


def test_a_finding_is_started_and_shown(demo: Demo, tmp_path: Path) -> None:
    folder = tmp_path / "evaluatie"
    shutil.copytree(demo.project.path, folder)
    started = CliRunner().invoke(main, ["bevinding", "nieuw", "vertrouwen", "--map", str(folder)])
    assert "bevindingen/vertrouwen.md" in started.output
    shown = CliRunner().invoke(main, ["bevinding", "toon", "betaald-werk", "--map", str(folder)])
    assert "Bij vijf van de elf inwoners is de hulp naar werk voldoende." in " ".join(
        shown.output.split()
    )
    assert "# Samen gelezen" in shown.output and "92%" in shown.output
