"""Drawing the figures of a report: one per goal, and the overview of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kwalevaluatie.gathering import in_order
from kwalevaluatie.model import BoundNumber, Comparison
from kwalevaluatie.report.compose import Drawings
from kwalevaluatie.report.facts import Facts
from kwalevaluatie.report.plots import Row, SurveyValue, draw_goal, draw_overview


def draw(facts: Facts, folder: Path) -> Drawings:
    """Write the figures into a folder."""
    goals = [goal for _, goals in facts.chapters for goal in goals]
    cells = {
        (goal.goal.label, group): _row(group, numbers)
        for goal in goals
        for group, numbers in goal.states.items()
    }
    groups = in_order([group for _, group in cells])
    overview = draw_overview(
        folder / "overzicht", [goal.goal.label for goal in goals], groups, cells
    )
    return Drawings(
        goals={
            goal.goal.id: draw_goal(
                folder / goal.goal.id,
                [_row(group, numbers) for group, numbers in goal.states.items()],
                _survey(goal.comparisons),
                facts.settings.survey_name,
            )
            for goal in goals
        },
        overview=overview,
    )


def _row(group: str, numbers: Sequence[BoundNumber]) -> Row:
    return Row(group, {n.keys["state"]: n.k or 0 for n in numbers if n.k})


def _survey(comparisons: Sequence[Comparison]) -> list[SurveyValue]:
    return [
        SurveyValue(row.figure.item, row.figure.value, row.interval)
        for row in comparisons
        if row.figure is not None and row.figure.unit == "aandeel" and row.figure.value is not None
    ]
