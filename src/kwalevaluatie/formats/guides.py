"""Interview guides in YAML."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import CodebookError, Place, hint
from kwalevaluatie.formats.yaml import build, line_of, load, sequence
from kwalevaluatie.model import REGISTER, Codebook, Guide, Question

HEAD = {"id": "id", "titel": "label", "perspectief": "group", "vragen": ""}
QUESTION = {"id": "id", "vraag": "text", "doelen": "goals", "themas": "themes", "alleen": "only"}


def read_guide(path: Path, book: Codebook) -> Guide:
    """Read an interview guide: questions with the goals and themes that they ask after."""
    data = load(path, CodebookError)
    guide = build(Guide, data, HEAD, Place(path, 1), CodebookError, questions=())
    questions = [
        _question(item, Place(path, line), book)
        for line, item in sequence(data, "vragen", path, CodebookError)
    ]
    return replace(guide, questions=tuple(questions))


def _question(item: Any, place: Place, book: Codebook) -> Question:
    question = build(Question, item, QUESTION, place, CodebookError)
    for key, asked, known in (
        ("doelen", question.goals, list(book.goals_by_id)),
        ("themas", question.themes, list(book.by_id)),
    ):
        for name in asked:
            if name not in known:
                raise CodebookError(
                    f"vraag “{question.id}” noemt “{name}”, dat niet in de codeboeken staat",
                    where=Place(place.path, line_of(item, key)),
                    todo=hint(name, known),
                )
    return replace(question, only={REGISTER.get(k, k): v for k, v in question.only.items()})
