"""Opens a file with care: what is missing, too large or not what its name says, is told."""

from __future__ import annotations

import codecs
from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.model.transcript import ReadNote

LIMIT = 200 * 1024 * 1024
"""The most bytes that are read from a file, or unpacked from a part of it."""
MOST_NULLS = 100
"""A text has at most one zero character in so many."""

Notes = tuple[ReadNote, ...]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WINDOWS = ReadNote(
    "twijfel", "Het bestand is geen UTF-8; gelezen als Windows-1252. Controleer letters als é en ë."
)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; an error when it is missing, empty, closed to us or too large."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise OSError
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as problem:
        raise _unopened(path, problem) from None
    if len(data) > LIMIT:
        raise too_large(path)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\r\n\t \0"):
        raise TranscriptError("Het bestand is leeg.", where=path, todo="Kies het juiste bestand.")
    return data


def read_text(path: Path) -> tuple[str, Notes]:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, and a note on what was guessed."""
    data = read_bytes(path)
    notes: Notes = ()
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), _utf16(data))
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding:
            raise _binary(path) from None
        text, notes = _decode_windows(data, path), (_WINDOWS,)
    return _without_nulls(text, path, notes)


def too_large(path: Path) -> TranscriptError:
    """The error for a file, or a packed part of one, that is larger than any conversation."""
    return TranscriptError(
        f"Het bestand is te groot (meer dan {LIMIT // 1024**2} MB).",
        where=path,
        todo="Sla de tekst zonder beeld of geluid op in een nieuw bestand.",
    )


def locked(path: Path) -> TranscriptError:
    """The error for a file with a password."""
    return TranscriptError(
        "Het bestand is met een wachtwoord beveiligd.",
        where=path,
        todo="Open het, haal het wachtwoord eraf, sla het op en lees het opnieuw in.",
    )


def _unopened(path: Path, problem: OSError) -> TranscriptError:
    if path.is_dir():
        return TranscriptError("Dit is een map.", where=path, todo="Kies een bestand.")
    if isinstance(problem, FileNotFoundError):
        todo = "Controleer de naam en de map."
        return TranscriptError("Het bestand bestaat niet.", where=path, todo=todo)
    todo = "Sluit het bestand in andere programma's en controleer of u het mag openen."
    return TranscriptError("Het bestand kan niet worden geopend.", where=path, todo=todo)


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows as zero bytes in every other place."""
    head = data[:2000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 2 or max(even, odd) < 0.7 * half or min(even, odd) > 0.1 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_windows(data: bytes, path: Path) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise _binary(path) from None


def _without_nulls(text: str, path: Path, notes: Notes) -> tuple[str, Notes]:
    """The text without a stray zero character; with many of them it is no text."""
    count = text.count("\0")
    if not count:
        return text, notes
    line = text[: text.index("\0")].count("\n") + 1
    if count > len(text) / MOST_NULLS:
        raise _binary(path, line)
    message = f"Lege tekens (nul) weggelaten: {count}."
    return text.replace("\0", ""), (*notes, ReadNote("aangepast", message, line))


def _binary(path: Path, line: int | None = None) -> TranscriptError:
    return TranscriptError(
        "Dit is geen leesbare tekst.",
        where=path,
        line=line,
        todo="Sla het gesprek op als platte tekst (UTF-8) of als .docx en lees dat in.",
    )
