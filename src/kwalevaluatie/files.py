"""Reading text as people save it, and writing a file whole or not at all."""

from __future__ import annotations

import codecs
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kwalevaluatie.errors import KwalError, ProjectError

FORBIDDEN = "u mag hier niet bij"
REASONS = {
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EISDIR: "dit is een map",
    errno.ENOTDIR: "een deel van dit pad is geen map",
    errno.EEXIST: "een deel van dit pad is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
}
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def why(problem: OSError) -> str:
    """Why the system could not read or write a file, in Dutch."""
    return REASONS.get(problem.errno or 0, "het systeem weigert")


def read_bytes(path: Path, error: type[KwalError]) -> bytes:
    """The bytes of a file; an `error` says why they cannot be had."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise error("bestand niet gevonden", where=path, todo="Controleer de naam.") from None
    except OSError as problem:
        raise error(
            f"niet te lezen: {why(problem)}", where=path, todo="Kies een ander bestand."
        ) from None


def read_text(path: Path, error: type[KwalError], *encodings: str) -> str:
    """The text of a file: by its mark, else in the first of the encodings that fits (UTF-8).

    Lines end in a newline, whatever the system that wrote them.
    """
    data = read_bytes(path, error)
    marked = [name for mark, name in BOMS if data.startswith(mark)]
    for encoding in marked or encodings or ("utf-8",):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise error("geen leesbare tekst", where=path, todo="Sla het bestand op als UTF-8.")


def make_folder(path: Path) -> Path:
    """Make a folder, and those above it, where they are not there yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _unwritable("de map is niet te maken", path, problem) from None
    return path


NAME_LENGTH = 60


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`; it takes its place when all went well."""
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name[:NAME_LENGTH]}.{os.getpid()}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as problem:
        raise _unwritable("het bestand is niet te schrijven", path, problem) from None
    finally:
        temporary.unlink(missing_ok=True)


def _unwritable(what: str, path: Path, problem: OSError) -> ProjectError:
    return ProjectError(
        f"{what}: {why(problem)}", where=path,
        todo="Sluit het in Word of Excel, of kies een andere map.",
    )  # fmt: skip


def write_text(path: Path, text: str) -> Path:
    """Write text as UTF-8, whole or not at all."""
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")
    return path
