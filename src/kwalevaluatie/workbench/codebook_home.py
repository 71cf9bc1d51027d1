"""In which file a theme is kept, and how a change gets there: whole, checked, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kwalevaluatie.errors import CodebookError, KwalError, Place, ProjectError
from kwalevaluatie.files import read_text, write_text
from kwalevaluatie.formats.codebook_editing import (
    check_stamp,
    new_codebook,
    own_theme,
    stamp,
    with_added,
    with_theme,
)
from kwalevaluatie.formats.codebooks import (
    check_goals,
    codebook_files,
    join_codebooks,
    read_codebook,
)
from kwalevaluatie.written import CODEBOOKS, SETTINGS, check_patterns

if TYPE_CHECKING:
    from kwalevaluatie.project import Project

NEW, NEW_ID, NEW_LABEL = "eigen.yaml", "eigen", "Eigen thema's"


@dataclass(frozen=True)
class Home:
    """The file of this evaluation that holds a theme, or in which a change to it would come.

    `own` is what the file says of the theme itself; None where the theme is of the library and
    a change extends it. `extends` is the codebook that the file must extend for that, if any.
    """

    path: Path
    own: Mapping[str, Any] | None
    extends: str = ""

    @property
    def stamp(self) -> str:
        """What the file holds now, in short."""
        return stamp(self.path)


def home_of(project: Project, theme: str) -> Home:
    """Where a theme is kept: the own codebook that is listed last goes before the others."""
    files = _own_files(project)
    for path in files:
        if (own := own_theme(path, theme)) is not None:
            return Home(path, own)
    folder = project.path / CODEBOOKS
    path = files[0] if files else folder / NEW
    if files and theme in read_codebook(path, folder).by_id:
        return Home(path, None)
    holds = (n for n in project.settings.codebooks if theme in read_codebook(n, folder).by_id)
    return Home(path, None, next(holds, ""))


def _own_files(project: Project) -> list[Path]:
    folder = project.path / CODEBOOKS
    found = [
        path for name in reversed(project.settings.codebooks)
        for path in codebook_files(name, folder) if path.parent.resolve() == folder.resolve()
    ]  # fmt: skip
    return list(dict.fromkeys(found))


def keep(project: Project, home: Home, theme: str, changed: Mapping[str, Any], seen: str) -> None:
    """Write a changed theme into its file, as a new version of that codebook.

    Everything is tried in a copy first: all codebooks must still read. Raises CodebookError,
    and changes nothing, when they do not, or when the file is not what was `seen`.
    """
    check_stamp(home.path, seen)
    names = _names(project, home)
    with TemporaryDirectory() as folder:
        trial = Path(folder) / CODEBOOKS
        try:
            text = _made(project, home, theme, changed, trial)
            _check(names, theme, changed, trial)
        except KwalError as problem:
            raise _told_of(problem, trial, home.path.parent) from None
    check_stamp(home.path, seen)
    write_text(home.path, text)
    if names != list(project.settings.codebooks):
        _list_it(project, home)


def _names(project: Project, home: Home) -> list[str]:
    names = list(project.settings.codebooks)
    return names if home.path.exists() else [*names, home.path.name]


def _made(project: Project, home: Home, theme: str, changed: Mapping[str, Any], trial: Path) -> str:
    copytree(project.path / CODEBOOKS, trial) if home.path.parent.exists() else trial.mkdir()
    path = trial / home.path.name
    if not path.exists():
        write_text(path, new_codebook(NEW_ID, NEW_LABEL, [home.extends]))
    elif home.extends:
        write_text(path, with_added(read_text(path, CodebookError), "extends", home.extends))
    text = with_theme(path, theme, changed)
    write_text(path, text)
    return text


def _check(names: list[str], theme: str, changed: Mapping[str, Any], trial: Path) -> None:
    """See that all codebooks still read, and that the change is what holds."""
    for name in names:
        check_patterns(name, trial)
    book = join_codebooks(read_codebook(name, trial) for name in names)
    check_goals(book)
    code = book.by_id[theme]
    for key in ("label", "definition"):
        if key in changed and getattr(code, key) != changed[key]:
            raise CodebookError(
                "een ander codeboek van deze evaluatie gaat voor", where=SETTINGS,
                todo="Zet het eigen codeboek achteraan bij “codeboeken” in evaluatie.yaml.",
            )  # fmt: skip


def _told_of(problem: KwalError, trial: Path, folder: Path) -> KwalError:
    """The same problem, in the file as the user knows it."""
    if problem.where.path is None or not str(problem.where.path).startswith(str(trial)):
        return CodebookError(str(problem).replace(str(trial), str(folder)))
    path = folder / Path(problem.where.path).name
    return CodebookError(problem.what, where=Place(path, problem.where.line), todo=problem.todo)


def _list_it(project: Project, home: Home) -> None:
    """Put a new codebook on the list of the evaluation."""
    path = project.path / SETTINGS
    write_text(path, with_added(read_text(path, ProjectError), "codeboeken", home.path.name))
    project.__dict__.pop("settings", None)
