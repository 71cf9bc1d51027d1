"""How text looks by its style: bold, italic or plain, with what a style takes from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Look:
    """Bold and italic, as far as they are told; None leaves it to what stands around."""

    bold: bool | None = None
    italic: bool | None = None

    def over(self, around: Look) -> Look:
        """The look with what it does not tell taken from what stands around it."""
        return Look(
            around.bold if self.bold is None else self.bold,
            around.italic if self.italic is None else self.italic,
        )

    @property
    def stands_out(self) -> bool:
        """Whether this is not plain text."""
        return bool(self.bold or self.italic)


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A named style: how it looks itself, and the style from which it takes the rest."""

    look: Look
    parent: str | None = None


def looks_of(styles: Mapping[str, Style]) -> dict[str, Look]:
    """The look of every style with what it inherits."""
    return {name: _inherited(name, styles) for name in styles}


def _inherited(name: str, styles: Mapping[str, Style]) -> Look:
    look, parent = PLAIN, styles.get(name)
    for _ in range(DEEPEST):
        if parent is None:
            break
        look = look.over(parent.look)
        parent = styles.get(parent.parent or "")
    return look
