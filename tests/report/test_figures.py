"""What is printed beside a survey figure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.support.small_facts import small_teller

from kwalevaluatie.model import Comparison
from kwalevaluatie.report.document import plain
from kwalevaluatie.report.figures import margin
from kwalevaluatie.report.register import Register

UNKNOWN = "onbekend: n niet gepubliceerd"


def row() -> Comparison:
    ((_, (goal, *_rest)), *_others) = small_teller().facts.chapters
    return goal.comparisons[0]


@pytest.mark.parametrize(
    ("unit", "n", "printed"),
    [
        ("aandeel", None, UNKNOWN),
        ("rapportcijfer", None, UNKNOWN),
        ("gemiddelde", None, UNKNOWN),
        ("rapportcijfer", 402, "–"),
        ("aantal", None, "–"),
    ],
)
def test_a_margin_that_is_not_known_says_why(unit: Any, n: int | None, printed: str) -> None:
    given = row()
    assert given.figure is not None
    figure = replace(given.figure, unit=unit, n=n)
    told = margin(Register(), replace(given, figure=figure, interval=None))
    assert plain(told) == printed


def test_a_share_has_its_interval_and_n() -> None:
    assert plain(margin(Register(), row())).startswith("89% tot 94% (n = ")
