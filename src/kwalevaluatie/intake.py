"""Conversations as they come in: read from files, kept raw until they are pseudonymised."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from itertools import chain, count
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import KwalError, TranscriptError
from kwalevaluatie.files import why, write_text
from kwalevaluatie.model import ReadNote, Transcript, Turn

AS_READ = "as_read"
"""Where a kept conversation has the fingerprint of its text as it was read."""
FILE = "bestand"
"""Where a conversation has the name of its file, when that named a person."""
TAKEN = ("gelezen", "bekend")
"""How the import of a conversation ends when it is there afterwards."""
SUBFOLDER = "een map in de map; geef haar zelf op om haar te lezen"
OWN_FILES: Mapping[str, str] = {
    **dict.fromkeys((".yaml", ".yml"), "een bestand met instellingen, geen gesprek"),
    ".jsonl": "besluiten; lees ze met: kwal besluit",
    ".sqlite": "de database van een evaluatie",
    ".kwal": "de sleutel van een evaluatie",
}
"""What the files of an evaluation itself are, by how their name ends."""


class Raw:
    """The raw conversations of an evaluation, one JSON file each in a private folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __iter__(self) -> Iterator[Transcript]:
        return (self[path.stem] for path in sorted(self.folder.glob("*.json")))

    def __getitem__(self, name: str) -> Transcript:
        return _load(self.folder / f"{name}.json")

    @property
    def ids(self) -> set[str]:
        """The conversations that were read."""
        return {path.stem for path in self.folder.glob("*.json")}

    def keep(
        self, transcript: Transcript, source: Path, frozen: set[str], *, replace: bool = False
    ) -> str:
        """Keep a conversation: "gelezen", or "bekend" when this very text is there already.

        Raises TranscriptError when another conversation has this name and need not be
        replaced, or when it is frozen.
        """
        path = self.folder / f"{transcript.id}.json"
        if path.exists() and transcript.fingerprint in self._fingerprints(path):
            return "bekend"
        if transcript.id in frozen:
            raise TranscriptError(
                f"gesprek “{transcript.id}” is al gepseudonimiseerd en bevroren", where=source,
                todo="Is dit een ander gesprek? Geef het bestand dan een andere naam.",
            )  # fmt: skip
        if path.exists() and not replace:
            raise TranscriptError(
                f"er is al een ander gesprek “{transcript.id}” ingelezen", where=source,
                todo="Geef het bestand een andere naam. Is dit de verbeterde tekst? Gebruik dan: "
                "kwal importeer --vervang",
            )  # fmt: skip
        self._write(transcript, transcript.fingerprint)
        return "gelezen"

    def free_name(self, wanted: str, source: str, frozen: set[str]) -> str:
        """A name for the conversation of a file: the one it had before, or one that is free."""
        before = (one.id for one in self if one.metadata.get(FILE) == source)
        taken = self.ids | frozen
        numbered = (f"{wanted}-{number}" for number in count(2))
        free = (name for name in chain([wanted], numbered) if name not in taken)
        return next(before, None) or next(free)

    def correct(self, transcript: Transcript) -> None:
        """Keep a conversation with its speakers corrected, remembering how it was read."""
        data = _data(self.folder / f"{transcript.id}.json")
        self._write(transcript, data.get(AS_READ, self[transcript.id].fingerprint))

    def _write(self, transcript: Transcript, as_read: str) -> None:
        data = asdict(transcript) | {AS_READ: as_read}
        write_text(self.folder / f"{transcript.id}.json", json.dumps(data, ensure_ascii=False))

    def _fingerprints(self, path: Path) -> set[str]:
        """Of the text as it was read, and as it was corrected since."""
        return {self[path.stem].fingerprint, _data(path).get(AS_READ, "")}


def _data(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def _load(path: Path) -> Transcript:
    data = _data(path)
    return Transcript(
        id=data["id"],
        turns=tuple(Turn(**turn) for turn in data["turns"]),
        metadata=data["metadata"],
        notes=tuple(ReadNote(**note) for note in data["notes"]),
    )


def conversation_files(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """The files to read: those given, and those in folders given; hidden ones are left out."""
    found: list[Path] = []
    path = Path()
    for path in _given(paths):
        found += [one for one in _inside(path) if one.is_file()] if path.is_dir() else [path]
    found = [one for one in found if not one.name.startswith((".", "~$"))]
    if not found:
        below = "Geef de mappen erin zelf op. " if subfolders(path) else ""
        raise TranscriptError(
            "er staan geen gesprekken in deze map", where=path, todo=f"{below}Kies een andere map."
        )
    return found


def subfolders(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """The folders in the folders given, which are not read."""
    folders = (path for path in _given(paths) if path.is_dir())
    return [one for folder in folders for one in _inside(folder) if one.is_dir()]


def _given(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    return [Path(one) for one in ([paths] if isinstance(paths, str | Path) else paths)]


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as problem:
        raise TranscriptError(
            f"de map is niet te lezen: {why(problem)}", where=folder, todo="Kies een andere map."
        ) from None


def read_file(path: Path, name: str) -> list[Transcript]:
    """The conversations of a file: one, or one for every respondent in a table of answers."""
    from kwalevaluatie.formats.transcripts import TABLES, read_answers, read_transcript

    if path.suffix.lower() in TABLES:
        return list(read_answers(path))
    return [read_transcript(path, id=name)]


def renamed(transcript: Transcript, name: str) -> Transcript:
    """The conversation under a name in which nobody is named, with a note that says so."""
    message = f"De bestandsnaam noemt een mens; dit gesprek heet nu “{name}”."
    return replace(
        transcript, id=name, metadata={**transcript.metadata, FILE: transcript.id},
        notes=(ReadNote("aangepast", message), *transcript.notes),
    )  # fmt: skip


def passed_over(path: Path) -> str | None:
    """What a file is when it holds no conversation; nothing when it is to be read."""
    from kwalevaluatie.formats.transcripts import known_list

    return OWN_FILES.get(path.suffix.lower()) or known_list(path)


def import_row(path: Path, transcript: Transcript, status: str) -> dict[str, Any]:
    """What an import tells of a conversation: how much, who speaks, what was left out."""
    told = {
        column: "; ".join(_told(note) for note in transcript.notes if note.kind in kinds)
        for column, kinds in NOTES.items()
    }
    return {
        "file": path.name,
        "transcript": transcript.id,
        "status": status,
        "turns": len(transcript.turns),
        "words": transcript.words,
        "speakers": ", ".join(f"{one.label} ({one.role})" for one in transcript.speakers),
        "message": "; ".join(note.message for note in transcript.notes),
        **told,
    }


def failed_row(path: Path, name: str, problem: KwalError) -> dict[str, Any]:
    """What an import tells of a conversation that could not be taken over."""
    return {"file": path.name, "transcript": name, "status": "fout", "message": str(problem)}


def skipped_row(path: Path, reason: str) -> dict[str, Any]:
    """What an import tells of a file or folder that is no conversation."""
    return {"file": path.name, "transcript": "", "status": "overgeslagen", "message": reason}


NOTES: Mapping[str, tuple[str, ...]] = {
    "left_out": ("weggelaten", "aangepast"), "kept": ("behouden",), "doubtful": ("twijfel",)
}  # fmt: skip
"""The columns of an import report, and the kinds of note that each one holds."""


def _told(note: ReadNote) -> str:
    return f"{note.message} (regel {note.line})" if note.line else note.message


def note_rows(transcripts: Iterable[Transcript]) -> Iterator[dict[str, Any]]:
    """A row for every note of the reader."""
    for transcript in transcripts:
        for note in transcript.notes:
            yield {"transcript": transcript.id, **asdict(note)}
