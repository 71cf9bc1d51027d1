"""Figures of a survey: report marks, and how figures moved over years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from kwalevaluatie.report.drawn import Drawn, save
from kwalevaluatie.wording import decimal, percentage

INK, FAINT, ACCENT, BAR, MEAN = "#1f2933", "#d5dbe1", "#0b5c6b", "#5fa3ad", "#8c2d19"
EARLIER, LATER = "#8a5a00", ACCENT
FONTS = ("Arial", "Liberation Sans", "DejaVu Sans")
WRAP, WIDTH = 42, 7.6
LINE = 0.165
"""Inches for a line of a label."""


@dataclass(frozen=True)
class MarksRow:
    """All report marks given to one question, their mean and its interval."""

    label: str
    marks: Sequence[float]
    mean: float
    interval: tuple[float, float] | None
    na: int = 0


@dataclass(frozen=True)
class YearsRow:
    """A figure in two years: a share between 0 and 1, or a mark.

    `certain` says whether the difference is more than chance; None where that is not to be tested.
    """

    label: str
    earlier: float
    later: float
    share: bool
    certain: bool | None = None


def style() -> Any:
    """How every figure of a survey looks."""
    from matplotlib.font_manager import get_font_names

    return {
        "font.family": [name for name in FONTS if name in get_font_names()],
        "font.size": 9.5,
        "text.color": INK,
        "axes.labelcolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "hatch.linewidth": 0.6,
        "svg.fonttype": "path",
        "svg.hashsalt": "kwalevaluatie",
    }


def quiet(axes: Axes) -> None:
    """Leave out the frame and the ticks."""
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)


def places_of(heights: Sequence[float]) -> list[float]:
    """The middle of each row, in inches from the top."""
    return [sum(heights[:row]) + height / 2 for row, height in enumerate(heights)]


def draw_marks(path: Path, rows: Sequence[MarksRow]) -> Drawn:
    """Draw how often each report mark was given, with the mean and its 95% interval."""
    with rc_context(style()):
        canvas = Canvas(figsize=(WIDTH, 2.5 * len(rows)), layout="constrained")
        axes = canvas.subplots(len(rows), 1, squeeze=False)
        for one, row in zip(axes[:, 0], rows, strict=True):
            _marks(one, row)
        return save(canvas, path)


def _marks(axes: Axes, row: MarksRow) -> None:
    counts = {mark: row.marks.count(mark) for mark in sorted(set(row.marks))}
    width = 0.7 if all(float(mark).is_integer() for mark in counts) else 0.4
    bars = axes.bar(list(counts), list(counts.values()), width=width, color=BAR)
    axes.bar_label(bars, fontsize=8, padding=1)
    most = max(counts.values())
    height = 1.25 * most
    if row.interval:
        axes.hlines(height, *row.interval, color=MEAN, linewidth=2)
    axes.scatter([row.mean], [height], color=MEAN, s=34, zorder=3)
    place = min(max(row.mean, 2.5), 8.5)
    axes.text(place, 1.32 * most, _mean_text(row), ha="center", va="bottom", fontsize=8.5)
    axes.set_xlim(0.4, 10.6)
    axes.set_ylim(0, 1.5 * most)
    axes.set_xticks(range(1, 11))
    axes.set_yticks([])
    apart = f"; {row.na} n.v.t." if row.na else ""
    axes.set_title(
        f"{fill(row.label, 2 * WRAP)} (n = {len(row.marks)}{apart})", loc="left", fontsize=9.5
    )
    axes.set_xlabel("rapportcijfer; daarboven hoeveel mensen het gaven", fontsize=8.5)
    quiet(axes)


def _mean_text(row: MarksRow) -> str:
    told = f"gemiddeld {decimal(row.mean)}"
    if not row.interval:
        return told
    low, high = row.interval
    return f"{told} (95% tussen {decimal(low)} en {decimal(high)})"


def draw_years(path: Path, rows: Sequence[YearsRow], years: tuple[int, int]) -> Drawn:
    """Draw each figure in two years as two marks with a line between them.

    Shares and report marks stand apart. At the right: whether the difference is more than chance.
    """
    with rc_context(style()):
        shares, marks = ([row for row in rows if row.share is kind] for kind in (True, False))
        groups = [group for group in (shares, marks) if group]
        heights = [0.5 + sum(map(_years_height, group)) for group in groups]
        canvas = Canvas(figsize=(WIDTH, sum(heights) + 0.4), layout="constrained")
        axes = canvas.subplots(len(groups), 1, squeeze=False, height_ratios=heights)
        for one, group in zip(axes[:, 0], groups, strict=True):
            _dumbbells(one, group, share=group is shares)
        _years_legend(canvas, years)
        return save(canvas, path)


def _years_height(row: YearsRow) -> float:
    return max(0.5, LINE * (1 + fill(row.label, WRAP).count("\n")) + 0.22)


def _dumbbells(axes: Axes, rows: Sequence[YearsRow], *, share: bool) -> None:
    heights = [_years_height(row) for row in rows]
    places = places_of(heights)
    low, high = (0.0, 1.0) if share else (1.0, 10.0)
    for row, place in zip(rows, places, strict=True):
        axes.hlines(place, low, high, color=FAINT, linewidth=0.8, zorder=0)
        _dumbbell(axes, row, place, share=share)
        axes.text(high * 1.03, place, _verdict(row), va="center", fontsize=8.5)
    axes.set_xlim(low - 0.02 * high, high * 1.28)
    ticks = [0, 0.5, 1] if share else [1, 4, 7, 10]
    axes.set_xticks(ticks, [percentage(tick) if share else str(tick) for tick in ticks], fontsize=8)
    axes.set_ylim(sum(heights), 0)
    axes.set_yticks(places, [fill(row.label, WRAP) for row in rows])
    quiet(axes)


def _dumbbell(axes: Axes, row: YearsRow, place: float, *, share: bool) -> None:
    told = percentage if share else decimal
    axes.hlines(place, row.earlier, row.later, color=INK, linewidth=1.6, zorder=1)
    axes.scatter(
        [row.earlier], [place], marker="D", s=44, facecolors="white", edgecolors=EARLIER,
        linewidths=1.6, zorder=3,
    )  # fmt: skip
    axes.scatter([row.later], [place], marker="o", s=52, color=LATER, zorder=2)
    for value, above, colour in ((row.earlier, True, EARLIER), (row.later, False, LATER)):
        axes.annotate(
            told(value), (value, place), xytext=(0, 6 if above else -7), ha="center",
            va="bottom" if above else "top", textcoords="offset points", fontsize=8, color=colour,
        )  # fmt: skip


def _verdict(row: YearsRow) -> str:
    if row.certain is None:
        return "niet te toetsen"
    return "meer dan toeval" if row.certain else "kan toeval zijn"


def _years_legend(canvas: Canvas, years: tuple[int, int]) -> None:
    from matplotlib.lines import Line2D

    looks: tuple[dict[str, Any], dict[str, Any]] = (
        {"marker": "D", "markerfacecolor": "white", "markeredgecolor": EARLIER},
        {"marker": "o", "color": LATER},
    )
    handles = [Line2D([], [], linestyle="", **look) for look in looks]
    canvas.legend(
        handles, [str(year) for year in years], loc="outside lower center", ncols=2, frameon=False
    )
