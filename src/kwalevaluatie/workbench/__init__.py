"""What the screen asks and is told, whether it is a page in the browser or a cell in a notebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kwalevaluatie.errors import KwalError, PrivacyError, hint
from kwalevaluatie.workbench import (
    came_about,
    comparing,
    deciding,
    editing,
    judging,
    name_trial,
    naming,
    overviewing,
    preview,
    progress,
    reading,
)
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.state import State

if TYPE_CHECKING:
    from kwalevaluatie.project import Project

Verb = Callable[[Bench, Mapping[str, Any]], dict[str, Any]]
VERBS: Mapping[str, Verb] = {
    "start": reading.start,
    "conversations": reading.conversations,
    "conversation": reading.conversation,
    "search": reading.search,
    "doubtful": reading.doubtful,
    "decide": deciding.decide,
    "undo": deciding.undo,
    "news": deciding.news,
    "matrix": judging.matrix,
    "proposals": judging.proposals,
    "cell": judging.cell,
    "comparisons": comparing.comparisons,
    "counted": comparing.counted,
    "sign": comparing.sign,
    "todo": overviewing.todo,
    "next_up": overviewing.next_up,
    "preview": preview.preview,
    "number": preview.number,
    "hindrances": preview.hindrances,
    "accept": preview.accept,
    "write_report": preview.write_report,
    "came_about": came_about.came_about,
    "names": naming.names,
    "names_search": naming.names_search,
    "names_table": naming.names_table,
    "names_conversation": naming.names_conversation,
    "names_choose": naming.names_choose,
    "names_would": name_trial.names_would,
    "names_add": naming.names_add,
    "names_risks": naming.names_risks,
    "names_key": naming.names_key,
    "names_freeze": naming.names_freeze,
    "codebook": editing.codebook,
    "theme": editing.theme,
    "try_patterns": editing.try_patterns,
    "save_theme": editing.save_theme,
    "add_example": editing.add_example,
    "add_pattern": editing.add_pattern,
    "renew_suggestions": editing.renew_suggestions,
    "progress": progress.progress,
}


class Workbench:
    """One evaluation as a screen needs it; answers questions by name, in plain values.

    With `blind` suggestions and the first coder's work are out of sight, and what is decided
    is a second coding.
    """

    def __init__(self, project: Project, coder: str, *, blind: bool = False) -> None:
        self.project, self.coder = project, coder
        self.state = State(project, blind=blind)

    def answer(self, name: str, given: Mapping[str, Any], coder: str = "") -> dict[str, Any]:
        """Answer one question; `coder` is who asks, where that differs from question to question.

        Raises KwalError for what cannot be, with a message for the screen.
        """
        if name not in VERBS:
            raise KwalError(f"“{name}” bestaat niet", todo=hint(name, VERBS))
        if coder and name.startswith("names"):
            raise PrivacyError(
                "ruwe namen gaan niet over een netwerk",
                todo="Open deze pagina op de computer waar de evaluatie staat: kwal open",
            )
        self.state.refresh()
        return VERBS[name](self._bench(coder), given)

    def key(self, coder: str = "") -> str:
        """What marks the work of a coder on this evaluation, so that no page mixes two."""
        return self._bench(coder).key

    def _bench(self, coder: str) -> Bench:
        return Bench(self.project, self.state, coder or self.coder)
