"""Reads a conversation from a file, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.conversation import interpret
from kwalevaluatie.formats.transcripts.lines import Content
from kwalevaluatie.model.transcript import Transcript

_CONTAINERS: Mapping[str, str] = {
    ".docm": "word",
    ".docx": "word",
    ".md": "markdown",
    ".odt": "odt",
    ".pdf": "pdf",
    ".srt": "srt",
    ".txt": "text",
    ".vtt": "vtt",
}
TABLES: tuple[str, ...] = (".csv", ".xlsm", ".xlsx")
"""The file formats of tables, which may hold answers of several respondents."""
SUFFIXES: tuple[str, ...] = tuple(sorted((*_CONTAINERS, *TABLES)))
"""The file formats that can be read, as they end a file name."""


class Container(Protocol):
    """What every module for a file format offers."""

    def read(self, path: Path) -> Content:
        """The lines of the file."""


def read_transcript(path: str | Path, *, id: str | None = None) -> Transcript:
    """Read one conversation from a file: its turns, who speaks them and what its header says.

    `id` is the name that the conversation gets; the file's name without ending by default.
    Raises `TranscriptError` when the file is missing, empty, damaged, closed by a password, of
    an unknown format, or has no speakers in it; also for a table with several respondents
    (see `read_answers`). What was left out, kept or guessed is in `notes`.
    """
    file = Path(path)
    if file.suffix.lower() in TABLES:
        from kwalevaluatie.formats.transcripts.answers import read_single

        return read_single(file, id or file.stem)
    return interpret(_container(file).read(file), id or file.stem, file)


def read_answers(path: str | Path) -> tuple[Transcript, ...]:
    """Read open survey answers from a table (.csv or .xlsx): every row becomes a conversation.

    A column with a question or with long answers is an open question: the question is a turn
    of the interviewer, the answer one of the respondent. Other columns come in `metadata`;
    empty answers, "n.v.t." and personal data are left out, which `notes` tell. Ids are the
    file's name and the respondent's number or, where no column tells that, the row's number.
    Raises `TranscriptError` when the table cannot be read or holds no open questions.
    """
    from kwalevaluatie.formats.transcripts import answers

    return answers.read_answers(Path(path))


def known_list(path: Path) -> str | None:
    """What list of an evaluation a table is, such as a name list; nothing for other files.

    Raises `TranscriptError` when the table cannot be read.
    """
    from kwalevaluatie.formats.transcripts import lists

    return lists.known_list(path) if path.suffix.lower() in TABLES else None


def _container(file: Path) -> Container:
    name = _CONTAINERS.get(file.suffix.lower())
    if name is None and file.is_file():
        raise _unknown(file)
    return cast(Container, import_module(f"{__package__}.{name or 'text'}"))


def _unknown(file: Path) -> TranscriptError:
    return TranscriptError(
        f'Het formaat "{file.suffix}" is onbekend.',
        where=file,
        todo=f"Sla het gesprek op als een van: {', '.join(SUFFIXES)}.",
    )
