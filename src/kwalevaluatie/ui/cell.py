"""What stands under a cell of a notebook: the widget, and a table where there are no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kwalevaluatie.errors import ProjectError, hint
from kwalevaluatie.project import Project
from kwalevaluatie.ui.plain import plain
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from kwalevaluatie.ui.widget import Widget

NEEDED = "anywidget"
INSTALL = "Om hier te werken: pip install 'kwalevaluatie[notebook]', en start het notebook opnieuw."
ELSEWHERE = "Om hier te werken: draai deze cel in JupyterLab of Notebook 7."


@dataclass(frozen=True)
class Cell:
    """A page of the workbench in a notebook; shown by being the last line of a cell.

    Where widgets cannot be shown stands a table of what there was when the cell was run.
    """

    bench: Workbench
    page: str
    transcript: str = ""

    @property
    def place(self) -> str:
        """The page as the front end names it."""
        return "/".join([self.page, *([quote(self.transcript, "")] if self.transcript else [])])

    @cached_property
    def widget(self) -> Widget:
        """The widget itself, for whoever lays out widgets; needs the extra `notebook`."""
        if not find_spec(NEEDED):
            raise ProjectError("anywidget is niet geïnstalleerd", todo=INSTALL)
        from kwalevaluatie.ui.widget import Widget

        return Widget(self.bench, self.place)

    def _repr_mimebundle_(self, **asked: Any) -> Any:
        if not find_spec(NEEDED):
            return {}
        shown, about = self.widget._repr_mimebundle_(**asked) or ({}, {})
        return {kind: what for kind, what in shown.items() if kind != "text/plain"}, about

    def _repr_html_(self) -> str:
        return f"{plain(self.bench, self.page, self.transcript).html()}<p>{escape(_how())}</p>"

    def __repr__(self) -> str:
        return f"{plain(self.bench, self.page, self.transcript).text()}\n{_how()}"


def show(
    project: Project, coder: str, page: str = "", transcript: str = "", *, blind: bool = False
) -> Cell:
    """A page of the workbench for a cell.

    Raises ProjectError without a coder, or when there is no such conversation.
    """
    if not coder.strip() or not coder.isprintable():
        raise ProjectError("er staat niet bij wie er werkt", todo='Geef uw naam: coder="AB"')
    known = project.store.names()
    if transcript and transcript not in known:
        raise ProjectError(f"gesprek “{transcript}” is er niet", todo=hint(transcript, known))
    return Cell(Workbench(project, coder.strip(), blind=blind), page, transcript)


def _how() -> str:
    return ELSEWHERE if find_spec(NEEDED) else INSTALL
