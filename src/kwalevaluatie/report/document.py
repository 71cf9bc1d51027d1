"""A report as a tree of blocks, before it becomes Word, a web page or a workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from kwalevaluatie.model import Span


@dataclass(frozen=True)
class Text:
    """Running text."""

    text: str
    style: Literal["", "strong", "emphasis"] = ""


@dataclass(frozen=True)
class Number:
    """A printed number, bound by `id` to its row in the register.

    A number that is printed again has the same id with `~2`, `~3` … behind it.
    """

    id: str
    text: str
    style: Literal["", "strong"] = ""

    @property
    def base(self) -> str:
        """The id of the number itself, whichever time it is printed."""
        return self.id.partition("~")[0]


Inline = Text | Number
Inlines = tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; levels 1 and 2 are numbered unless `numbered` is False (annexes, summary)."""

    level: int
    text: str
    numbered: bool = True


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `perspective` puts the mark of a group (inwoner, professional …) before it."""

    inlines: Inlines
    style: Literal["body", "lead", "note"] = "body"
    perspective: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list without order."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True)
class Quote:
    """Someone's own words, with the mark of the perspective and the place they stand.

    In a report for everybody `respondent` and `transcript` are empty.
    """

    text: str
    perspective: str
    respondent: str
    transcript: str
    span: Span


@dataclass(frozen=True)
class Table:
    """A table with a caption, a header row, and a first column of row headers."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A figure: a PNG for Word, an SVG for the page, a caption and a text that replaces it."""

    png: Path
    svg: Path
    caption: str
    alt: Inlines


@dataclass(frozen=True)
class Placeholder:
    """A text that only a person can write, marked as still to be written."""

    prompt: str


Block = Heading | Paragraph | Bullets | Quote | Table | Picture | Placeholder


Form = Literal["rapport", "blad"]


class Printer(Protocol):
    """What a notebook hands over to show something as text."""

    def text(self, words: str) -> None:
        """Show words."""


@dataclass(frozen=True)
class Document:
    """A whole report: title page lines and blocks.

    A `blad` is one page: no title page, no contents, no numbered chapters.
    """

    title: str
    subtitle: str
    organisation: str
    date: str
    banner: str
    blocks: tuple[Block, ...]
    perspectives: tuple[str, ...] = field(default=())
    form: Form = "rapport"

    def __str__(self) -> str:
        from kwalevaluatie.report.terminal import as_text

        return as_text(self)

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        """How a notebook shows it: as text to read."""
        printer.text(str(self))


def plain(inlines: Inlines) -> str:
    """The inlines as plain text."""
    return "".join(inline.text for inline in inlines)
