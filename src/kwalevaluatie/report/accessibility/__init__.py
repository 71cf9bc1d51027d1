"""Whether somebody who cannot see, or sees little, can read a report or slides."""

from __future__ import annotations

from pathlib import Path

from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.report.accessibility.checks import (
    check_page,
    check_pdf,
    check_slides,
    check_word,
)
from kwalevaluatie.report.accessibility.rules import RULES, Remark

__all__ = ["RULES", "Remark", "remarks_on"]

CHECKS = {
    ".docx": check_word, ".html": check_page, ".htm": check_page, ".pdf": check_pdf,
    ".pptx": check_slides,
}  # fmt: skip


def remarks_on(path: Path) -> list[Remark]:
    """What in a file is not accessible, in the order of the rules.

    A file without remarks has passed what a program can see; whether a text for a picture is
    right only a person can say. Raises KwalError for a file that is missing, broken or of a kind
    that is not known.
    """
    if not path.is_file():
        raise KwalError("bestand niet gevonden", where=path, todo="Controleer de naam.")
    if path.suffix.lower() not in CHECKS:
        todo = hint(path.suffix.lower(), CHECKS) + " Sla het bestand zo op."
        raise KwalError("dit soort bestand is niet te controleren", where=path, todo=todo.strip())
    return CHECKS[path.suffix.lower()](path)
