"""The one front end: small modules, joined into the one that the page and the notebook load."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FRONT = Path(__file__).parent / "front"
ORDER = (
    "dom",
    "sight",
    "outbox",
    "api",
    "marks",
    "picker",
    "beside",
    "finding",
    "selecting",
    "deciding",
    "reading",
    "evidence",
    "overview",
    "cell",
    "judging",
    "comparing",
    "preview",
    "adding",
    "naming",
    "names",
    "proposing",
    "codebook",
    "notebook",
    "main",
)
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


@cache
def script() -> str:
    """The ES module, with `mount` for the page and `render` for the notebook."""
    parts = (FRONT.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in ORDER)
    joined = "\n".join(_EXPORT.sub("", _IMPORT.sub("", part)) for part in parts)
    return f"{joined}\nexport {{ mount }};\n"


@cache
def style() -> str:
    """The style sheet."""
    return FRONT.joinpath("kwal.css").read_text(encoding="utf-8")


@cache
def page() -> str:
    """The page that holds it."""
    return FRONT.joinpath("page.html").read_text(encoding="utf-8")
