"""What people write in the report themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Finding:
    """A text for one place in the report, as it stands in a file of findings.

    `place` is that place, such as `betaald-werk/vertellen/inwoner` or `rapport/conclusie`;
    `line` is the line of the file on which `text` begins.
    """

    path: Path
    line: int
    place: str
    text: str
