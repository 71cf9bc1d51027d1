"""How well letters stand out from what is behind them (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import re
from functools import cache

ENOUGH, ENOUGH_IF_LARGE = 4.5, 3.0
LARGE, LARGE_IF_BOLD = 18.0, 14.0
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "cyan": "00FFFF", "magenta": "FF00FF", "gray": "808080", "grey": "808080",
    "silver": "C0C0C0", "lightgray": "D3D3D3", "lightgrey": "D3D3D3", "darkgray": "A9A9A9",
    "orange": "FFA500", "lime": "00FF00", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "lightGray": "C0C0C0", "darkGray": "808080",
}  # fmt: skip


def is_legible(colour: str, behind: str, points: float, bold: bool) -> bool:
    """Whether letters of this colour and size can be read on the colour behind them."""
    large = points >= (LARGE_IF_BOLD if bold else LARGE)
    return contrast(colour, behind) >= (ENOUGH_IF_LARGE if large else ENOUGH)


@cache
def contrast(one: str, two: str) -> float:
    """The contrast of two colours of six hexadecimal digits, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(two)))
    return (lighter + 0.05) / (darker + 0.05)


def six_digits(colour: str) -> str:
    """A colour as six hexadecimal digits; empty when it is not one that can be compared."""
    text = colour.strip()
    known = NAMED.get(text, NAMED.get(text.lower(), ""))
    found = _HEX.fullmatch(text)
    if known or not found:
        return known
    digits = found[1].upper()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
