"""Figures: people as marks beside the survey's value, and goals by perspective."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import get_font_names
from matplotlib.lines import Line2D

from kwalevaluatie.report.drawn import Drawn, save
from kwalevaluatie.wording import percentage

INK, FAINT, ACCENT = "#1f2933", "#d5dbe1", "#0b5c6b"
STATES: Mapping[str, tuple[str, str]] = {
    "positief": ("o", "#0b7a75"),
    "wisselend": ("D", "#c28400"),
    "negatief": ("X", "#a4243b"),
    "niet te bepalen": ("s", "#7b8794"),
    "niet besproken": ("_", "#7b8794"),
    "nog niet beoordeeld": (".", "#7b8794"),
}
FONTS = ("Arial", "Liberation Sans", "DejaVu Sans")
STYLE: Any = {
    "font.family": [name for name in FONTS if name in get_font_names()],
    "font.size": 10,
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "svg.fonttype": "path",
    "svg.hashsalt": "kwalevaluatie",
}


BESIDE, ALONE = 10, 20
"""How many marks fit beside a survey's values, and on a line of their own."""


@dataclass(frozen=True)
class Row:
    """One line of marks: a label and how many units have each state, in order."""

    label: str
    states: Mapping[str, int]


@dataclass(frozen=True)
class SurveyValue:
    """A survey share to draw: label, value and its interval where n is known."""

    label: str
    value: float
    interval: tuple[float, float] | None


def draw_goal(
    path: Path, rows: Sequence[Row], survey: Sequence[SurveyValue], called: str = ""
) -> Drawn:
    """One mark per respondent by state, and beside it the survey's values with their interval.

    `called` is the name of the survey.
    """
    with rc_context(STYLE):
        height = 0.9 + max(0.42 * len(rows), 0.5 * len(survey))
        columns = 2 if survey else 1
        figure = Canvas(figsize=(7.2, height), layout="constrained")
        axes = figure.subplots(1, columns, squeeze=False, width_ratios=[1.25, 1][:columns])
        _marks(axes[0][0], rows, room=BESIDE if survey else ALONE)
        if survey:
            _survey(axes[0][1], survey, called)
        _legend(figure, rows)
        return save(figure, path)


def _marks(axes: Axes, rows: Sequence[Row], *, room: int) -> None:
    for line, row in enumerate(rows):
        for place, state in enumerate(_expand(row.states)):
            _mark(axes, place, line, state)
    widest = max((sum(row.states.values()) for row in rows), default=1)
    axes.set_xlim(-0.7, max(widest, room) - 0.3)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), [row.label for row in rows])
    axes.set_xticks([])
    axes.set_title("Gesprekken", loc="left", fontsize=10, fontweight="bold")
    _quiet(axes)


def _expand(states: Mapping[str, int]) -> Iterable[str]:
    return [state for state in STATES for _ in range(states.get(state, 0))]


def _mark(axes: Axes, x: float, y: float, state: str, size: float = 90) -> None:
    marker, colour = STATES[state]
    hollow: dict[str, Any] = (
        {"facecolors": "none", "edgecolors": colour, "linewidths": 1.5}
        if state == "niet te bepalen"
        else {"color": colour}
    )
    axes.scatter([x], [y], marker=marker, s=size, **hollow)


def _quiet(axes: Axes) -> None:
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _survey(axes: Axes, survey: Sequence[SurveyValue], called: str) -> None:
    for line, value in enumerate(survey):
        axes.hlines(line, 0, 100, color=FAINT, linewidth=1, zorder=0)
        if value.interval:
            low, high = (100 * end for end in value.interval)
            axes.errorbar(
                [(low + high) / 2], [line], xerr=[(high - low) / 2],
                color=ACCENT, capsize=5, capthick=1.5, linewidth=1.5,
            )  # fmt: skip
        axes.scatter([100 * value.value], [line], color=ACCENT, s=36, zorder=3)
        axes.annotate(
            f"{value.label}  {percentage(value.value)}", (0, line), xytext=(0, 8),
            textcoords="offset points", fontsize=8.5,
        )  # fmt: skip
    axes.set_xlim(-2, 102)
    axes.set_ylim(len(survey) - 0.5, -0.7)
    axes.set_yticks([])
    axes.set_xticks([0, 50, 100], ["0%", "50%", "100%"], fontsize=8)
    axes.set_title(called, loc="left", fontsize=10, fontweight="bold")
    _quiet(axes)


def _legend(figure: Canvas, rows: Sequence[Row]) -> None:
    present = [state for state in STATES if any(row.states.get(state) for row in rows)]
    handles = [_handle(state) for state in present]
    figure.legend(
        handles, present, loc="outside lower left", ncols=len(present), frameon=False, fontsize=8.5
    )


def _handle(state: str) -> Any:
    marker, colour = STATES[state]
    face = "none" if state == "niet te bepalen" else colour
    return Line2D(
        [], [], marker=marker, linestyle="", markerfacecolor=face, markeredgecolor=colour,
        markersize=7,
    )  # fmt: skip


def draw_overview(
    path: Path, goals: Sequence[str], groups: Sequence[str], cells: Mapping[tuple[str, str], Row]
) -> Drawn:
    """Goals by perspective: in each cell one mark per respondent, by state."""
    with rc_context(STYLE):
        widths = [_widest(cells, group) for group in groups]
        figure = Canvas(figsize=(7.2, 0.8 + 0.4 * len(goals)), layout="constrained")
        axes = figure.subplots(1, len(groups), squeeze=False, width_ratios=widths)
        for column, group in enumerate(groups):
            _column(axes[0][column], group, goals, cells, first=column == 0, width=widths[column])
        _legend(figure, list(cells.values()))
        return save(figure, path)


def _widest(cells: Mapping[tuple[str, str], Row], group: str) -> int:
    return max(5, *(sum(row.states.values()) for (_, g), row in cells.items() if g == group))


def _column(
    axes: Axes,
    group: str,
    goals: Sequence[str],
    cells: Mapping[tuple[str, str], Row],
    *,
    first: bool,
    width: int,
) -> None:
    for line, goal in enumerate(goals):
        axes.axhline(line + 0.5, color=FAINT, linewidth=0.6)
        cell = cells.get((goal, group))
        if cell is None:
            axes.text(0, line, "niet gevraagd", va="center", fontsize=7.5, color="#5b6673")
        else:
            for place, state in enumerate(_expand(cell.states)):
                _mark(axes, place, line, state, size=38)
    axes.set_xlim(-0.7, width - 0.3)
    axes.set_ylim(len(goals) - 0.5, -0.5)
    axes.set_yticks(range(len(goals)), goals if first else [""] * len(goals))
    axes.set_xticks([])
    axes.set_title(group, loc="left", fontsize=9, fontweight="bold")
    _quiet(axes)
