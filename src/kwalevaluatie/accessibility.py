"""Whether a report, made here or elsewhere, can be read by everybody."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie import frames

if TYPE_CHECKING:
    import pandas as pd


def check_accessibility(path: str | Path) -> pd.DataFrame:
    """What in a Word file, slides, a web page or a PDF not everybody can read, and what to do.

    Columns: `place` (paragraph, slide, line or page), `rule`, `severity` (`fout` or `let op`),
    `excerpt`, `message` and `standard` (WCAG 2.2 and EN 301 549, or PDF/UA-1). No rows means that
    a program found nothing; whether a text for a picture is right only a person can say. Colours
    are computed from styles in Word, from the theme in PowerPoint (as far as what is behind the
    letters is one colour) and from style attributes on a page. Raises KwalError for a
    file that is missing, broken, locked or of another kind.
    """
    from kwalevaluatie.report.accessibility import remarks_on

    return frames.frame(map(asdict, remarks_on(Path(path))), frames.ACCESSIBILITY)
