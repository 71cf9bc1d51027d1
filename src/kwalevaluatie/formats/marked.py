"""Conversations in plain text in which somebody marked what is said, to learn from.

    ## inwoner | wat er over dit gesprek te zeggen is
    I: Hoe was dat eerste gesprek?
    R: Hij keek {bejegening - toen|alleen maar naar zijn scherm}. Nu lach ik erom.

A mark is `{theme value moment, …|words}`: the value `+`, `-`, `~` (gemengd) or `0` (neutraal),
the moment `nu` or `toen`. `S:` begins a sentence of a report. Blank lines and `#` are passed
over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kwalevaluatie.errors import Place, TranscriptError
from kwalevaluatie.files import read_text
from kwalevaluatie.model import (
    Mark,
    MarkedTranscript,
    Moment,
    Role,
    Span,
    Transcript,
    Turn,
    Valence,
)

VALUES: dict[str, Valence] = {"+": "positief", "-": "negatief", "~": "gemengd", "0": "neutraal"}
TIMES: dict[str, Moment] = {"nu": "nu", "toen": "toen"}
ROLES: dict[str, Role] = {"I": "interviewer", "R": "respondent", "S": "respondent"}
TODO = "Schrijf het als {thema + nu|woorden}."

_LINE = re.compile(r"([IRS]): *(.*)")
_MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_CODE = re.compile(r"([\w-]+) ([-+~0]) (nu|toen)")


def read_marked(path: Path) -> list[MarkedTranscript]:
    """The marked conversations in a file. Raises TranscriptError with the line of a fault."""
    return list(_conversations(read_text(path, TranscriptError).splitlines(), path))


def read_folder(folder: Path) -> list[MarkedTranscript]:
    """The marked conversations in all files of a folder, file by file."""
    return [talk for file in sorted(folder.glob("*.txt")) for talk in read_marked(file)]


def _conversations(lines: Iterable[str], path: Path) -> Iterator[MarkedTranscript]:
    group, turns, marks = "", list[Turn](), list[Mark]()
    for number, line in enumerate([*lines, "##"], start=1):
        if line.startswith("##"):
            if turns:
                name = f"{path.stem}-{number}"
                yield MarkedTranscript(Transcript(name, tuple(turns)), tuple(marks), group)
            group, turns, marks = line[2:].partition("|")[0].strip(), [], []
        elif said := _LINE.match(line):
            text, found = _unmarked(said[2], len(turns), Place(path, number))
            turns.append(Turn(said[1], ROLES[said[1]], text))
            marks += found
        elif line.strip() and not line.startswith("#"):
            raise TranscriptError(
                "een regel die met I:, R: of S: moet beginnen", where=Place(path, number)
            )


def _unmarked(text: str, turn: int, place: Place) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks."""
    plain, marks, last = "", [], 0
    for found in _MARK.finditer(text):
        plain += text[last : found.start()]
        span = Span(turn, len(plain), len(plain) + len(found[2]))
        plain += found[2]
        last = found.end()
        marks += [_mark(code.strip(), span, place) for code in found[1].split(",")]
    return plain + text[last:], marks


def _mark(code: str, span: Span, place: Place) -> Mark:
    parts = _CODE.fullmatch(code)
    if not parts:
        raise TranscriptError(
            f"“{code}” is geen thema met waardering en moment", where=place, todo=TODO
        )
    return Mark(span, parts[1], VALUES[parts[2]], TIMES[parts[3]])
