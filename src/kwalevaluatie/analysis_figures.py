"""What the analysis found, as figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kwalevaluatie.analysis.cooccurrence import By, Together, cooccurrence
from kwalevaluatie.analysis.saturation import Saturation
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.analysis.years import Counted, YearOnYear
from kwalevaluatie.errors import KwalError
from kwalevaluatie.report.analysis_plots import (
    Grown,
    Meeting,
    ThenNow,
    draw_saturation,
    draw_then_now,
    draw_together,
)
from kwalevaluatie.report.drawn import Drawn

MOST = 9
"""How many themes fit in the figure of what goes together."""


def saturation_drawn(path: Path, found: Saturation) -> Drawn:
    """Draw how the number of themes grew over conversations."""
    steps = [Grown(one.transcript, one.heard, one.low, one.high) for one in found.steps]
    return draw_saturation(path, steps, found.rule.base, found.reached)


def together_drawn(path: Path, study: Study, group: str, by: By) -> Drawn:
    """Draw the themes of a perspective that go together most, in how many people say so."""
    pairs = [one for one in cooccurrence(study, by) if one.number.keys["group"] == group]
    if not pairs:
        raise KwalError(
            f"bij {group} gaan nog geen thema's samen", todo="Codeer eerst, of kies een ander."
        )
    shown = most_together(pairs)
    labels = [code.label for code in study.codebook.codes if code.id in shown]
    names = study.codebook.by_id
    meetings = [
        Meeting(
            names[one.number.keys["code"]].label, names[one.number.keys["other"]].label,
            one.number.k or 0, one.number.n or 0,
        )
        for one in pairs
        if {one.number.keys["code"], one.number.keys["other"]} <= shown
    ]  # fmt: skip
    return draw_together(path, labels, meetings)


def most_together(pairs: Iterable[Together]) -> set[str]:
    """The themes of the pairs that most people speak of, as many as fit."""
    ranked = sorted(pairs, key=lambda one: -(one.number.k or 0))
    keys = (one.number.keys for one in ranked)
    themes = dict.fromkeys(code for of in keys for code in (of["code"], of["other"]))
    return set(list(themes)[:MOST])


def years_drawn(
    path: Path, found: Iterable[YearOnYear], labels: Mapping[str, str], group: str, state: str
) -> Drawn:
    """Draw the counts of one state then and now, of the goals that have both."""
    rows = [
        ThenNow(labels.get(one.goal, one.goal), _pair(one.then), _pair(one.now), _alike(one))
        for one in found
        if one.group == group and one.state == state and one.then and one.now
    ]
    if not rows:
        raise KwalError(
            f"er is geen doel dat bij {group} in beide jaren is geteld ({state})",
            todo="Kies een ander perspectief of oordeel.",
        )
    return draw_then_now(path, rows, state)


def _pair(one: Counted | None) -> tuple[int, int]:
    return (one.k, one.n) if one else (0, 0)


def _alike(one: YearOnYear) -> bool:
    return one.same_goal == one.same_questions == "ja"
