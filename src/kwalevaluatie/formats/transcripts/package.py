"""Opens the zipped XML of Word and OpenDocument files, safely and with plain messages."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.files import LIMIT, read_bytes, too_large

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError
)  # fmt: skip


class Package:
    """A zipped document; its parts are read one at a time, each up to a limit."""

    def __init__(self, path: Path) -> None:
        self.path = path
        data = read_bytes(path)
        if data.startswith(_OLE):
            raise _old_or_locked(path, data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE:
            raise self.damaged() from None

    def has(self, name: str) -> bool:
        """Whether the package has a part of this name."""
        return name in self._zip.namelist()

    def read(self, name: str) -> bytes:
        """The bytes of one part, never more than the limit."""
        try:
            with self._zip.open(name) as part:
                data = part.read(LIMIT + 1)
        except (KeyError, *_DAMAGE):
            raise self.damaged() from None
        if len(data) > LIMIT:
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
            todo="Open het in Word of LibreOffice, sla het opnieuw op en lees dat bestand in.",
        )

    def locked(self) -> TranscriptError:
        """The error for a document with a password."""
        return _locked(self.path)


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
        return _locked(path)
    return TranscriptError(
        "Dit is een oud Word-bestand (.doc).",
        where=path,
        todo="Open het in Word en sla het op als .docx.",
    )


def _locked(path: Path) -> TranscriptError:
    return TranscriptError(
        "Het bestand is met een wachtwoord beveiligd.",
        where=path,
        todo="Open het, haal het wachtwoord eraf, sla het op en lees het opnieuw in.",
    )
