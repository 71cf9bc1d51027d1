"""What the tests of the rules share: a text checked as if it were a report."""

from __future__ import annotations

from textwrap import dedent

from kwalevaluatie.checking import check
from kwalevaluatie.formats.reports.text import from_text
from kwalevaluatie.model.reported import Remark


def remarks_on(text: str) -> list[Remark]:
    """The remarks on a text; each paragraph of it stands on a line of its own."""
    return check(from_text(dedent(text).strip() + "\n"))


def rules_on(text: str) -> set[str]:
    """The names of the rules that have something to remark on a text."""
    return {remark.rule for remark in remarks_on(text)}
