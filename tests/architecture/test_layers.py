"""The house stands as drawn: layers, light doors, documented names and commands."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from importlinter.cli import lint_imports

from kwalevaluatie.cli import main

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "kwalevaluatie"
HEAVY = ("spacy", "pandas", "sklearn", "matplotlib", "docx", "sqlalchemy", "cryptography")
MANUALS = ("handleiding.md", "codeboek.md")
Documented = ast.FunctionDef | ast.ClassDef


def test_imports_go_one_way() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize(
    "what",
    [
        "import kwalevaluatie",
        "from kwalevaluatie.cli import main; main(['--help'], standalone_mode=False)",
        "from kwalevaluatie.cli import main; main(['tel', '--help'], standalone_mode=False)",
    ],
)
def test_the_doors_open_without_the_heavy_libraries(what: str) -> None:
    told = "import sys; print('GELADEN', *(m for m in sys.modules if '.' not in m))"
    made = subprocess.run(
        [sys.executable, "-c", f"{what}\n{told}"], capture_output=True, text=True, check=True
    )
    loaded = made.stdout.rsplit("GELADEN", 1)[1].split()
    assert "kwalevaluatie" in loaded
    assert not set(HEAVY) & set(loaded)


def _public(tree: ast.Module | ast.ClassDef, owner: str) -> Iterator[tuple[str, Documented]]:
    for node in tree.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            name = f"{owner}.{node.name}"
            yield name, node
            if isinstance(node, ast.ClassDef):
                yield from _public(node, name)


def _documented() -> Iterator[tuple[str, str | None]]:
    for path in sorted(SOURCE.rglob("*.py")):
        module = str(path.relative_to(SOURCE).with_suffix(""))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield module, ast.get_docstring(tree)
        for name, node in _public(tree, module):
            yield name, ast.get_docstring(node)


def test_every_public_name_says_in_its_first_line_what_it_is() -> None:
    first_lines = {name: (text or "").split("\n")[0] for name, text in _documented()}
    assert len(first_lines) > 200
    assert [name for name, line in first_lines.items() if not line.endswith(".")] == []


def _commands(group: click.Group, path: str = "kwal") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


@pytest.mark.parametrize("name", [name for name, _ in _commands(main)])
def test_the_manuals_name_every_command(name: str) -> None:
    manuals = ((ROOT / "docs" / file).read_text(encoding="utf-8") for file in MANUALS)
    assert any(name in manual for manual in manuals)


@pytest.mark.parametrize("command", [c for _, c in _commands(main)], ids=lambda c: c.name)
def test_every_option_is_explained_in_dutch(command: click.Command) -> None:
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert all((option.help or "").endswith(".") for option in options)
    assert all((option.metavar or "").isupper() for option in options if not option.is_flag)
    assert (command.help or "").split("\n")[0].endswith(".")
