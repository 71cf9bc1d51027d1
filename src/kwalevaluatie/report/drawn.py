"""A figure that stands on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matplotlib.figure import Figure as Canvas

from kwalevaluatie.files import replacing

DPI, SCREEN = 200, 96
WIDTH = slice(16, 20)
"""Where a PNG says how many pixels wide it is."""


@dataclass(frozen=True)
class Drawn:
    """Where a figure was written; a notebook shows the figure itself."""

    png: Path
    svg: Path

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        """The figure at the size it has in a report, however finely it was drawn."""
        png = self.png.read_bytes()
        pixels = int.from_bytes(png[WIDTH])
        return png, {"width": round(pixels * SCREEN / DPI)}


def save(canvas: Canvas, path: Path) -> Drawn:
    """Write a figure as PNG and SVG, each whole or not at all."""
    png, svg = path.with_suffix(".png"), path.with_suffix(".svg")
    for target, kind in ((png, "png"), (svg, "svg")):
        about = {"Date": None} if kind == "svg" else {"Software": "kwalevaluatie"}
        with replacing(target) as temporary:
            canvas.savefig(temporary, format=kind, dpi=DPI, metadata=about)
    return Drawn(png, svg)
