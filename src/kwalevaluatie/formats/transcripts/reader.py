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
    ".docx": "word",
    ".md": "markdown",
    ".odt": "odt",
    ".srt": "srt",
    ".txt": "text",
    ".vtt": "vtt",
}
SUFFIXES: tuple[str, ...] = tuple(_CONTAINERS)
"""The file formats that can be read, as they end a file name."""


class Container(Protocol):
    """What every module for a file format offers."""

    def read(self, path: Path) -> Content:
        """The lines of the file."""


def read_transcript(path: str | Path, *, id: str | None = None) -> Transcript:
    """Read one conversation from a file: its turns, who speaks them and what its header says.

    `id` is the name that the conversation gets; the file's name without ending by default.
    Raises `TranscriptError` when the file is missing, empty, damaged, closed by a password, of
    an unknown format, or has no speakers in it. What was left out or guessed is in `notes`.
    """
    file = Path(path)
    return interpret(_container(file).read(file), id or file.stem, file)


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
