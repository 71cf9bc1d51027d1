"""The codebooks and the sample that travel with the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Literal


def bundled(name: Literal["codebooks", "transcripts_sample"]) -> Path:
    """The folder in the installed package, or in the repository when working there."""
    package = Path(str(files("kwalevaluatie")))
    installed = package / "bundled" / name
    return installed if installed.is_dir() else package.parents[1] / name
