"""The screen in a notebook: reading, judging and confirming names in a cell."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from kwalevaluatie.errors import KwalError
from kwalevaluatie.in_cell import captioned
from kwalevaluatie.project.telling import Telling

SCREEN = "kwalevaluatie.ui.cell"


class Showing(Telling):
    """The screen in a notebook.

    The room knows no door, so the screen is asked for by name, and only when someone wants it.
    """

    def review(self, transcript: str = "", *, coder: str, blind: bool = False) -> Any:
        """Read and code a conversation in the cell; without one, choose from the list.

        What is decided is in the log at once, in the name of `coder`. With `blind` it is a
        second coding: without suggestions or the first coder's work. Needs the extra `notebook`;
        without it, or where no widgets are shown, a table stands there. `widget` of what is
        returned is the widget itself.
        """
        return self._show(coder, "gesprek" if transcript else "", transcript, blind=blind)

    def judge_matrix(self, *, coder: str, blind: bool = False) -> Any:
        """Judge every respondent on every goal in the cell; otherwise as `review`."""
        return self._show(coder, "oordelen", blind=blind)

    def review_names(self, *, coder: str = "notebook") -> Any:
        """Look at the names that were found and choose what they become, in the cell.

        The names themselves are not kept in the file of the notebook.
        """
        return self._show(coder, "namen")

    def _repr_html_(self) -> str:
        """How far the evaluation is, or why that cannot be read."""
        try:
            return captioned(self.settings.title, ("wat", "aantal"), tuple(self._stock()))
        except KwalError as problem:
            return captioned(f"{self!r}: {problem}")

    def _stock(self) -> Iterator[tuple[str, int]]:
        from kwalevaluatie.review import fold

        frozen = self._frozen()
        yield "gesprekken", len(frozen)
        yield "gesprekken die wachten op hun namen", len(set(self.raw.ids) - frozen)
        yield "respondenten", len(self.respondents)
        yield "thema’s", len(self.codebook.active)
        yield "doelen", len(self.codebook.goals)
        events = fold.standing(self.store.events()) if frozen else []
        yield "coderingen", len(fold.codings(events))
        yield "oordelen", len(fold.judgements(events))
        yield "gesprekken die tot het eind zijn gelezen", len(fold.finished(events))

    def _show(self, *page: str, blind: bool = False) -> Any:
        return import_module(SCREEN).show(self, *page, blind=blind)
