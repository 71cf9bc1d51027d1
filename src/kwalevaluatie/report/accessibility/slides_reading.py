"""A PowerPoint file as the accessibility check reads it: its slides and the shapes on them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pptx
from lxml import etree
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn

from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.accessibility.slides_looks import SlideLooks

TITLES = ("title", "ctrTitle")
SHAPES = tuple(map(qn, ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp")))


@dataclass(frozen=True)
class ReadSlide:
    """A slide, with the words that say where it stands."""

    slide: Any
    words: str

    @cached_property
    def shapes(self) -> list[Any]:
        """What is on the slide, in reading order; groups are opened, hidden shapes left out."""
        return list(_opened(self.slide.shapes._spTree))

    @property
    def title(self) -> Any:
        """The shape that is the title; None where there is none with words in it."""
        found = (shape for shape in self.shapes if _is_title(shape) and text_of(shape).strip())
        return next(found, None)


@dataclass(frozen=True)
class SlidesReading:
    """A PowerPoint file that was opened for the check."""

    file: Any

    @cached_property
    def slides(self) -> list[ReadSlide]:
        """The slides, in order."""
        return [ReadSlide(slide, f"dia {n}") for n, slide in enumerate(self.file.slides, 1)]

    @cached_property
    def looks(self) -> SlideLooks:
        """What its letters look like."""
        return SlideLooks(self.file)

    @property
    def everything(self) -> Iterator[tuple[ReadSlide, Any]]:
        """Every shape with the slide that it is on."""
        return ((slide, shape) for slide in self.slides for shape in slide.shapes)


def text_of(element: Any) -> str:
    """The words in a shape, cell or paragraph."""
    return "".join(element.itertext(qn("a:t")))


def known_as(shape: Any) -> Any:
    """The name of a shape and the text that replaces it, as an element of the file."""
    return next(shape.iter("{*}cNvPr"))


def _is_title(shape: Any) -> bool:
    found = shape.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}")
    return found is not None and found.get("type") in TITLES


def _opened(holder: Any) -> Iterator[Any]:
    for child in holder:
        if child.tag in SHAPES and known_as(child).get("hidden") not in ("1", "true"):
            yield child
        elif child.tag == qn("p:grpSp"):
            yield from _opened(child)
        elif etree.QName(child).localname == "AlternateContent":
            yield from _opened(child[0])


def read_slides(path: Path) -> SlidesReading:
    """Open a PowerPoint file; a KwalError says so when it is none."""
    try:
        return SlidesReading(pptx.Presentation(str(path)))
    except (PythonPptxError, zipfile.BadZipFile, KeyError, ValueError, OSError,
            etree.XMLSyntaxError):  # fmt: skip
        raise KwalError(
            "dit is geen leesbaar PowerPoint-bestand", where=path,
            todo="Open het in PowerPoint en sla het opnieuw op als .pptx.",
        ) from None  # fmt: skip
