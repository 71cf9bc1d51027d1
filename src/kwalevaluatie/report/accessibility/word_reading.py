"""A Word file as the accessibility check reads it: its stories, paragraphs and their places."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.accessibility.word_looks import Looks

STORIES = {
    "header": "koptekst",
    "footer": "voettekst",
    "footnotes": "voetnoten",
    "endnotes": "eindnoten",
}


@dataclass(frozen=True)
class Place:
    """A paragraph with the words that say where it stands."""

    element: Any
    words: str

    @property
    def text(self) -> str:
        """The words of the paragraph; a tab stays a tab."""
        parts = self.element.iter(qn("w:t"), qn("w:tab"))
        return "".join(part.text or "" if part.tag == qn("w:t") else "\t"
                       for part in parts if part.getparent().tag == qn("w:r"))  # fmt: skip

    @property
    def in_table(self) -> bool:
        """Whether the paragraph stands in a table."""
        return next(self.element.iterancestors(qn("w:tbl")), None) is not None

    @property
    def in_contents(self) -> bool:
        """Whether the paragraph belongs to a table of contents."""
        query = "ancestor::w:sdt/w:sdtPr/w:docPartObj/w:docPartGallery"
        return bool(self.element.xpath(query))


@dataclass(frozen=True)
class WordReading:
    """A Word file that was opened for the check."""

    file: WordFile

    @cached_property
    def looks(self) -> Looks:
        """What its letters look like."""
        return Looks(self.file)

    @cached_property
    def paragraphs(self) -> list[Place]:
        """The paragraphs of the text, with those in tables, in reading order."""
        return [
            Place(p, f"alinea {n}")
            for n, p in enumerate(self.file.element.body.iter(qn("w:p")), 1)
            if next(p.iterancestors("{*}Fallback"), None) is None
        ]

    @cached_property
    def stories(self) -> list[tuple[str, Any]]:
        """The text and what stands around it (headers, footers, notes), each with its name."""
        return [("", self.file.element.body), *self._others()]

    def place_of(self, found: Any) -> str:
        """Where an element of the text stands, in words."""
        holders = [*found.iterancestors(qn("w:p")), *found.iter(qn("w:p"))]
        return next((self._words[p] for p in holders if p in self._words), "document")

    @cached_property
    def _words(self) -> dict[Any, str]:
        return {place.element: place.words for place in self.paragraphs}

    def _others(self) -> Iterator[tuple[str, Any]]:
        for rel in self.file.part.rels.values():
            kind = rel.reltype.rsplit("/", 1)[-1]
            if kind in STORIES and not rel.is_external:
                part = rel.target_part
                yield STORIES[kind], _root(part)


def _root(part: Any) -> Any:
    own = getattr(part, "element", None)
    return own if own is not None else parse_xml(part.blob)


def read_word(path: Path) -> WordReading:
    """Open a Word file; a KwalError says so when it is none."""
    try:
        return WordReading(docx.Document(str(path)))
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, OSError, etree.XMLSyntaxError):
        raise KwalError(
            "dit is geen leesbaar Word-bestand", where=path,
            todo="Open het in Word en sla het opnieuw op als .docx.",
        ) from None  # fmt: skip
