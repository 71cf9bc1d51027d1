"""Opens the zipped XML of Word and OpenDocument files, safely and with plain messages."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.files import LIMIT, locked, read_bytes, too_large
from kwalevaluatie.model.transcript import ReadNote

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_PARTS = 10_000
PART_LIMIT = 100 * 1024 * 1024
"""The most bytes of XML that are read; a tree of it takes some ten times as much memory."""
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError
)  # fmt: skip


_IGNORED = (
    ("macro's", re.compile(r"vbaProject|^Basic/|^Scripts/")),
    ("ingesloten objecten", re.compile(r"embeddings/|activeX/|^Object \d|^ObjectReplacements/")),
    ("afbeeldingen of geluid", re.compile(r"(?:media|Pictures)/[^/]+$")),
)


class Package:
    """A zipped document; its parts are read one at a time, each up to a limit."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = read_bytes(path)
        if self.data.startswith(_OLE):
            raise _old_or_locked(path, self.data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(self.data))
        except _DAMAGE:
            raise self.damaged() from None
        if len(self._zip.filelist) > MOST_PARTS:
            raise too_large(path)

    def check_size(self) -> None:
        """Refuse a document that says to unpack to more than the limit."""
        if sum(part.file_size for part in self._zip.filelist) > LIMIT:
            raise too_large(self.path)

    def has(self, name: str) -> bool:
        """Whether the package has a part of this name."""
        return name in self._zip.namelist()

    def ignored(self) -> tuple[ReadNote, ...]:
        """A note on macros, pictures and other objects, which are never opened."""
        names = self._zip.namelist()
        found = [word for word, shape in _IGNORED if any(map(shape.search, names))]
        message = f"Niet gelezen: {' en '.join(found)} in het document."
        return (ReadNote("weggelaten", message),) if found else ()

    def read(self, name: str) -> bytes:
        """The bytes of one part, never more than the limit for a part."""
        limit = min(LIMIT, PART_LIMIT)
        try:
            with self._zip.open(name) as part:
                data = part.read(limit + 1)
        except (KeyError, *_DAMAGE):
            raise self.damaged() from None
        if len(data) > limit:
            raise too_large(self.path)
        return data

    def xml(self, name: str) -> _Element:
        """The XML of one part, without entities, network or huge trees."""
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(self.read(name), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self.damaged() from None

    def damaged(self) -> TranscriptError:
        """The error for a document that cannot be opened."""
        return TranscriptError(
            f"Dit is geen leesbaar {self.path.suffix.lower()}-bestand; het is beschadigd.",
            where=self.path,
            todo="Open het in Office of LibreOffice, sla het opnieuw op en lees dat bestand in.",
        )

    def locked(self) -> TranscriptError:
        """The error for a document with a password."""
        return locked(self.path)


def local_name(element: _Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element, name: str) -> str | None:
    """The value of an attribute, whatever its namespace."""
    found = (value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name)
    value = next(found, None)
    return None if value is None else str(value)


def child(element: _Element, name: str) -> _Element | None:
    """The first child of this name, if any."""
    return next((one for one in element if local_name(one) == name), None)


def named(element: _Element, *names: str) -> Iterator[_Element]:
    """All elements below that have one of these names."""
    return (one for one in element.iter() if local_name(one) in names)


def _old_or_locked(path: Path, data: bytes) -> TranscriptError:
    if _ENCRYPTED in data:
        return locked(path)
    program, old, new = _OLD.get(path.suffix.lower(), ("Word", ".doc", ".docx"))
    return TranscriptError(
        f"Dit is een oud {program}-bestand ({old}).",
        where=path,
        todo=f"Open het in {program} en sla het op als {new}.",
    )


_OLD = {".xlsx": ("Excel", ".xls", ".xlsx"), ".xlsm": ("Excel", ".xls", ".xlsx")}
