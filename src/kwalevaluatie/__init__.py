"""From interview transcripts to a policy evaluation that a council can trust.

>>> import kwalevaluatie as kwal
>>> talk = kwal.Transcript.from_turns([("I", "interviewer", "Hoe was dat?"),
...                                    ("R", "respondent", "Elke keer weer een ander.")])
>>> [speaker.role for speaker in talk.speakers]
['interviewer', 'respondent']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kwalevaluatie.errors import KwalError
    from kwalevaluatie.formats.codebooks import read_codebook
    from kwalevaluatie.formats.transcripts import read_transcript
    from kwalevaluatie.model import Transcript
    from kwalevaluatie.project import Project, new_project, open_project
    from kwalevaluatie.reporting import Report
    from kwalevaluatie.texts import suggest_texts

__version__ = "0.1.0"

_HOMES = {
    "KwalError": "errors",
    "Project": "project",
    "Report": "reporting",
    "Transcript": "model",
    "new_project": "project",
    "open_project": "project",
    "read_codebook": "formats.codebooks",
    "read_transcript": "formats.transcripts",
    "suggest_texts": "texts",
}

__all__ = [
    "KwalError",
    "Project",
    "Report",
    "Transcript",
    "new_project",
    "open_project",
    "read_codebook",
    "read_transcript",
    "suggest_texts",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
