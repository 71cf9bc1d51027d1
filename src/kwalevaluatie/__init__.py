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
    from kwalevaluatie.accessibility import check_accessibility
    from kwalevaluatie.errors import KwalError
    from kwalevaluatie.formats.codebooks import read_codebook
    from kwalevaluatie.formats.transcripts import read_answers, read_transcript
    from kwalevaluatie.model import Transcript
    from kwalevaluatie.privacy.identifiers import Identifier, find_identifiers
    from kwalevaluatie.project import Project, new_project, open_project
    from kwalevaluatie.publishing import check_table, recognisability
    from kwalevaluatie.report_checking import check_report
    from kwalevaluatie.reporting import Report
    from kwalevaluatie.suggest.compounds import compound_parts
    from kwalevaluatie.suggest.lemmas import lemma
    from kwalevaluatie.suggest.negation import is_negated
    from kwalevaluatie.survey.sample import sample_size
    from kwalevaluatie.survey.years import compare_years
    from kwalevaluatie.surveying import Survey, read_survey
    from kwalevaluatie.texts import probe, propose_judgements, suggest_texts, suggest_transcript

__version__ = "0.1.0"

_HOMES = {
    "Identifier": "privacy.identifiers",
    "KwalError": "errors",
    "Project": "project",
    "Report": "reporting",
    "Survey": "surveying",
    "Transcript": "model",
    "check_accessibility": "accessibility",
    "check_report": "report_checking",
    "check_table": "publishing",
    "compare_years": "survey.years",
    "compound_parts": "suggest.compounds",
    "find_identifiers": "privacy.identifiers",
    "is_negated": "suggest.negation",
    "lemma": "suggest.lemmas",
    "new_project": "project",
    "open_project": "project",
    "probe": "texts",
    "propose_judgements": "texts",
    "read_answers": "formats.transcripts",
    "read_codebook": "formats.codebooks",
    "read_survey": "surveying",
    "read_transcript": "formats.transcripts",
    "recognisability": "publishing",
    "sample_size": "survey.sample",
    "suggest_texts": "texts",
    "suggest_transcript": "texts",
}

__all__ = [
    "Identifier",
    "KwalError",
    "Project",
    "Report",
    "Survey",
    "Transcript",
    "check_accessibility",
    "check_report",
    "check_table",
    "compare_years",
    "compound_parts",
    "find_identifiers",
    "is_negated",
    "lemma",
    "new_project",
    "open_project",
    "probe",
    "propose_judgements",
    "read_answers",
    "read_codebook",
    "read_survey",
    "read_transcript",
    "recognisability",
    "sample_size",
    "suggest_texts",
    "suggest_transcript",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
