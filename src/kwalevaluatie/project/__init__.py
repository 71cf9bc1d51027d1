"""One evaluation: the room that joins the steps, the database and the files people write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kwalevaluatie.errors import CodebookError, ProjectError
from kwalevaluatie.files import make_folder, read_text, write_text
from kwalevaluatie.project.room import IGNORE, PRIVATE, YAML
from kwalevaluatie.project.showing import Showing
from kwalevaluatie.written import CODEBOOKS, FIGURES, GUIDES, SETTINGS, own_codebooks

__all__ = ["Project", "new_project", "open_project"]


def new_project(
    path: str | Path, codebooks: Sequence[str] = (), *, title: str = "", organisation: str = ""
) -> Project:
    """Set up an evaluation in a new folder.

    `codebooks` are names from the library (`kwal codeboek lijst`) or YAML files; a file is
    copied into the evaluation. Raises ProjectError when the folder holds something already.
    """
    from kwalevaluatie.formats.settings import settings_text

    folder = Path(path)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProjectError(
            "hier staat al iets", where=folder, todo="Kies een nieuwe of een lege map."
        )
    own = own_codebooks(codebooks)
    for name in (GUIDES, CODEBOOKS, FIGURES, PRIVATE):
        make_folder(folder / name)
    for name, file in own.items():
        write_text(folder / CODEBOOKS / name, read_text(file, CodebookError))
    write_text(folder / ".gitignore", IGNORE)
    names = tuple(Path(n).name if Path(n).suffix in YAML else str(n) for n in codebooks)
    text = settings_text(title or folder.resolve().name, organisation, names)
    write_text(folder / SETTINGS, text)
    return Project(folder.resolve())


def open_project(path: str | Path = ".") -> Project:
    """Open the evaluation in a folder, or in the nearest folder above it."""
    folder = Path(path).resolve()
    if not folder.exists():
        raise ProjectError("deze map bestaat niet", where=path, todo="Controleer de naam.")
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS).is_file():
            return Project(candidate)
    raise ProjectError("dit is geen evaluatie", where=path, todo="Maak er een met: kwal nieuw MAP")


class Project(Showing):
    """One evaluation in a folder; made with `new_project`, opened with `open_project`.

    `watch` may be set to something that shows progress: it is given the items of a long step
    and what is being done, and hands the items out one by one.
    """
