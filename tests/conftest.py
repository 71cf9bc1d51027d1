"""What more tests need: a small evaluation, and the demonstration made once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from tests.support.small import CODEBOOK, GUIDE, NAMES, REGISTER, TALKS, write_all

from kwalevaluatie.demo import Demo, run_demo
from kwalevaluatie.project import Project, new_project

settings.register_profile("kwal", deadline=None)
settings.load_profile("kwal")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demonstration, made once; read it, do not change it."""
    return run_demo(tmp_path_factory.mktemp("demonstratie") / "demo")


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file in the test's folder, in UTF-8 or as the bytes given."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A folder with three small conversations, one without any trouble in it."""
    return write_all(tmp_path / "gesprekken", TALKS)


@pytest.fixture
def empty_project(tmp_path: Path) -> Project:
    """An evaluation with a codebook of its own and nothing else."""
    source = write_all(tmp_path / "bron", {"klein.yaml": CODEBOOK})
    return new_project(tmp_path / "evaluatie", [str(source / "klein.yaml")], title="Klein")


@pytest.fixture
def small_project(empty_project: Project, talks: Path) -> Project:
    """An evaluation with three residents, read, pseudonymised and still to be decided on."""
    folder = empty_project.path
    write_all(folder, {"respondenten.csv": REGISTER, "leidraden/inwoners.yaml": GUIDE})
    write_all(folder, {"prive/namenlijst.csv": NAMES})
    empty_project.add_transcripts(talks)
    empty_project.pseudonymise(confirmed_by="toets")
    return Project(folder)
