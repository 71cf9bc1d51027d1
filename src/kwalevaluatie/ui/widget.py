"""The screen as a widget of a notebook: the same front end, asking the kernel."""

from __future__ import annotations

import json
import logging
import os
from typing import Any

import anywidget
import traitlets

from kwalevaluatie.errors import KwalError
from kwalevaluatie.ui.assets import script, style
from kwalevaluatie.ui.server import FAULT, read_question
from kwalevaluatie.workbench import Workbench

HUB = "JUPYTERHUB_SERVICE_PREFIX"


class Widget(anywidget.AnyWidget):
    """One page of the workbench in a cell; what is decided in it is on disk at once.

    The front end sends `{number, name, given}` and is told `{number, answer}` or
    `{number, problem}`. `place` is the page that it opens with.
    """

    _esm = script()
    _css = style()
    place = traitlets.Unicode().tag(sync=True)

    def __init__(self, bench: Workbench, place: str) -> None:
        super().__init__(place=place)
        self._bench = bench
        self.on_msg(self._told)

    def _told(self, _: Any, asked: Any, buffers: Any) -> None:
        number = asked.get("number") if isinstance(asked, dict) else None
        if isinstance(number, str):
            self.send({"number": number, **answer(self._bench, asked)})


def answer(bench: Workbench, asked: dict[str, Any]) -> dict[str, Any]:
    """Answer one message of the front end; what cannot be is a problem to show, never a fault."""
    try:
        given = read_question(json.dumps(asked.get("given", {})).encode())
        return {"answer": bench.answer(str(asked.get("name", "")), given, _across(bench))}
    except KwalError as problem:
        return {"problem": str(problem)}
    except Exception:
        logging.getLogger(__name__).exception("a question of the screen went wrong")
        return {"problem": FAULT}


def _across(bench: Workbench) -> str:
    """Who asks across a network, where no raw names go: anybody behind a JupyterHub.

    A notebook server that is reached in another way cannot be told from one on this computer.
    """
    return bench.coder if HUB in os.environ else ""
