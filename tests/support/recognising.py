"""Looking for the names of people in what an evaluation left behind."""

from __future__ import annotations

import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from kwalevaluatie.privacy.finding.lexicon import words
from kwalevaluatie.privacy.identity import is_full, plain

PICTURE = (b"\x89PNG", b"\xff\xd8\xff")


def texts(path: Path) -> Iterator[str]:
    """Everything that can be read in a file: its bytes, its tables, or what is zipped in it."""
    if zipfile.is_zipfile(path):
        yield from _packed(path)
        return
    data = path.read_bytes()
    if not data.startswith(PICTURE):
        yield data.decode("utf-8", "replace")
    if data.startswith(b"SQLite format 3"):
        yield from _rows(path)


def _packed(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            data = packed.read(name)
            if not data.startswith(PICTURE):
                yield name
                yield data.decode("utf-8", "replace")
                yield re.sub(r"<[^>]+>", "", data.decode("utf-8", "replace"))


def _rows(path: Path) -> Iterator[str]:
    connection = sqlite3.connect(path)
    tables = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
    for (table,) in tables:
        for row in connection.execute(f"select * from {table}"):
            yield "\t".join(map(str, row))
    connection.close()


class Recogniser:
    """Finds names of the key as whole words with their capitals.

    A name that is an ordinary word too ("Bloem") counts only after a word inside a sentence.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = sorted(set(names), key=len, reverse=True)
        self.sure = _any(name for name in self.names if not _is_ordinary(name))
        self.unsure = _any(name for name in self.names if _is_ordinary(name))

    def names_in(self, text: str) -> set[str]:
        """The names that can be read in a text."""
        found = {match[1] for match in re.finditer(rf"(?<!\w)({self.sure})(?!\w)", text)}
        inside = re.finditer(rf"(?<=[a-z,] )({self.unsure})(?!\w)", text)
        return found | {match[1] for match in inside}


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in names) or "(?!)"


@lru_cache(maxsize=10_000)
def _is_ordinary(name: str) -> bool:
    return not is_full(name) and all(word in words() for word in plain(name).split())
