"""Slides as values, before they become PowerPoint; every number in them is bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kwalevaluatie.report.document import Inlines, Number, Table
from kwalevaluatie.report.register import Printed


@dataclass(frozen=True)
class Points:
    """Short texts under one another."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True)
class Chart:
    """Bars of judgements: a label for each bar, and by state how many (None where nobody).

    `alt` says in words all that the bars show.
    """

    labels: tuple[Inlines, ...]
    states: Mapping[str, tuple[Number | None, ...]]
    alt: Inlines


@dataclass(frozen=True)
class Voice:
    """Somebody's words: the perspective, what they are about, and whether they are the exception.

    `place` says who said it and where; it is empty in slides for everybody.
    """

    words: str
    perspective: str
    about: str
    dissent: bool
    place: str


@dataclass(frozen=True)
class Voices:
    """Several people's words."""

    said: tuple[Voice, ...]


Body = Points | Chart | Table | Voices


@dataclass(frozen=True)
class Slide:
    """A slide: its title, what it shows, a line below, and the numbers that stand on it."""

    title: str
    body: Body
    note: Inlines = ()
    numbers: tuple[Printed, ...] = ()


@dataclass(frozen=True)
class Deck:
    """All slides, with what the file says of itself; `banner` warns on each of them."""

    title: str
    subtitle: str
    organisation: str
    date: str
    banner: str
    slides: tuple[Slide, ...]
