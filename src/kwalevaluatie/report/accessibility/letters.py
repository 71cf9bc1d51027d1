"""Letters as they look on paper or screen, whatever the kind of file."""

from __future__ import annotations

from dataclasses import dataclass

WHITE, BLACK = "FFFFFF", "000000"


@dataclass(frozen=True)
class Letters:
    """A run: its text, colours (six digits), size in points, weight and language.

    A colour that cannot be told, such as that of a picture behind the letters, is empty.
    """

    text: str
    colour: str
    behind: str
    points: float
    bold: bool
    language: str
