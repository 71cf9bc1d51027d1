"""Conversations as they come in: read from files, kept raw until they are pseudonymised."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.files import why, write_text
from kwalevaluatie.model import ReadNote, Transcript, Turn


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
        if path.exists() and self[transcript.id].fingerprint == transcript.fingerprint:
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
        write_text(path, json.dumps(asdict(transcript), ensure_ascii=False))
        return "gelezen"


def _load(path: Path) -> Transcript:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Transcript(
        id=data["id"],
        turns=tuple(Turn(**turn) for turn in data["turns"]),
        metadata=data["metadata"],
        notes=tuple(ReadNote(**note) for note in data["notes"]),
    )


def conversation_files(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """The files to read: those given, and those in folders given; hidden ones are left out."""
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    found: list[Path] = []
    path = Path()
    for path in map(Path, given):
        inside = _inside(path) if path.is_dir() else [path]
        found += [p for p in inside if not p.name.startswith((".", "~$"))]
    if not found:
        raise TranscriptError(
            "er staan geen gesprekken in deze map", where=path, todo="Kies een andere map."
        )
    return found


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as problem:
        raise TranscriptError(
            f"de map is niet te lezen: {why(problem)}", where=folder, todo="Kies een andere map."
        ) from None
