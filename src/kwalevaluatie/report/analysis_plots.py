"""Figures of the analysis: how themes grew, what goes together, then and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from kwalevaluatie.report.drawn import Drawn, save
from kwalevaluatie.report.survey_plots import (
    BAR,
    EARLIER,
    FAINT,
    INK,
    LATER,
    WIDTH,
    WRAP,
    quiet,
    style,
)
from kwalevaluatie.wording import FEWEST

LABEL = 24
LARGEST = 620
READABLE = 19
"""How wide a circle is, in points, that has room for its count; else it stands below."""
"""The area of the largest circle, in points squared."""
LINE = 0.46


@dataclass(frozen=True)
class Grown:
    """How many themes were heard after a conversation, and where random orders lie."""

    label: str
    heard: int
    low: int
    high: int


@dataclass(frozen=True)
class Meeting:
    """Two themes of which k of n people speak together."""

    first: str
    second: str
    k: int
    n: int


@dataclass(frozen=True)
class ThenNow:
    """A count in two evaluations, each k of n; `alike` when goal and question were the same."""

    label: str
    then: tuple[int, int]
    now: tuple[int, int]
    alike: bool


def draw_saturation(path: Path, steps: Sequence[Grown], base: int, reached: int | None) -> Drawn:
    """Draw the themes heard after each conversation, with the band of random orders."""
    with rc_context(style()):
        canvas = Canvas(figsize=(WIDTH, 3.7), layout="constrained")
        axes = canvas.subplots()
        _growth(axes, steps)
        _limits(axes, steps, base, reached)
        canvas.legend(loc="outside lower center", ncols=3, frameon=False, fontsize=8.5)
        return save(canvas, path)


def _growth(axes: Axes, steps: Sequence[Grown]) -> None:
    places = range(1, len(steps) + 1)
    axes.fill_between(
        places, [one.low for one in steps], [one.high for one in steps], color=BAR, alpha=0.3,
        linewidth=0, label="95% van de willekeurige volgordes",
    )  # fmt: skip
    axes.plot(
        places, [one.heard for one in steps], color=INK, marker="o", markersize=4.5,
        linewidth=1.4, label="deze volgorde",
    )  # fmt: skip
    axes.set_xticks(places, [one.label for one in steps], fontsize=7.5, rotation=60)
    axes.set_ylim(0, 1.16 * max(max(one.high, one.heard) for one in steps))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel("thema's gehoord")
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    quiet(axes)


def _limits(axes: Axes, steps: Sequence[Grown], base: int, reached: int | None) -> None:
    axes.axvspan(0.5, base + 0.5, color=FAINT, alpha=0.45, linewidth=0, zorder=0, label="basis")
    axes.set_xlim(0.5, len(steps) + 0.5)
    if reached is not None:
        axes.axvline(reached, color=EARLIER, linestyle="--", linewidth=1.2)
        axes.text(
            reached + 0.15, axes.get_ylim()[1], "drempel voor het eerst gehaald", fontsize=8,
            va="top", color=EARLIER,
        )  # fmt: skip


def draw_together(path: Path, labels: Sequence[str], meetings: Sequence[Meeting]) -> Drawn:
    """Draw how many people speak of each two themes: a circle with k of n; small counts open."""
    with rc_context(style()):
        size = 0.62 * len(labels) + 0.6
        canvas = Canvas(figsize=(WIDTH, max(3.0, size)), layout="constrained")
        axes = canvas.subplots()
        places = {label: place for place, label in enumerate(labels)}
        most = max((one.k for one in meetings), default=1)
        for one in meetings:
            _meeting(axes, one, places, most)
        _square(axes, labels)
        _key(canvas)
        return save(canvas, path)


def _meeting(axes: Axes, one: Meeting, places: Mapping[str, int], most: int) -> None:
    column, row = sorted((places[one.first], places[one.second]))
    small = one.k < FEWEST
    axes.scatter(
        [column], [row], s=LARGEST * one.k / most, facecolors="white" if small else BAR,
        edgecolors=BAR, linewidths=1.2, linestyle=":" if small else "-",
    )  # fmt: skip
    across = (LARGEST * one.k / most) ** 0.5
    below = 0 if across >= READABLE else -(across / 2 + 6)
    behind = {"facecolor": "white", "edgecolor": "none", "pad": 0.6} if below else None
    axes.annotate(
        f"{one.k}/{one.n}", (column, row), (0, below), textcoords="offset points", ha="center",
        va="center", fontsize=7.5, bbox=behind,
    )  # fmt: skip


def _square(axes: Axes, labels: Sequence[str]) -> None:
    last = len(labels) - 1
    axes.set_xlim(-0.6, last - 0.4)
    axes.set_ylim(last + 0.6, 0.4)
    axes.set_yticks(range(1, len(labels)), [fill(label, LABEL) for label in labels[1:]])
    axes.set_xticks(
        range(last), [fill(label, LABEL) for label in labels[:-1]], rotation=40, ha="right",
        fontsize=8.5,
    )  # fmt: skip
    for place in range(1, len(labels)):
        axes.hlines(place, -0.6, place - 1, color=FAINT, linewidth=0.6, zorder=0)
        axes.vlines(place - 1, place, last + 0.6, color=FAINT, linewidth=0.6, zorder=0)
    quiet(axes)


def _key(canvas: Canvas) -> None:
    looks: tuple[dict[str, Any], ...] = (
        {"markerfacecolor": BAR, "markeredgecolor": BAR},
        {"markerfacecolor": "white", "markeredgecolor": BAR},
    )
    handles = [Line2D([], [], linestyle="", marker="o", markersize=9, **look) for look in looks]
    told = ["zoveel noemen beide thema's / zoveel is ernaar gevraagd", f"minder dan {FEWEST}"]
    canvas.legend(handles, told, loc="outside upper center", ncols=2, frameon=False, fontsize=8.5)


def draw_then_now(path: Path, rows: Sequence[ThenNow], state: str) -> Drawn:
    """Draw each count then and now as two marks with a line between; below five only the count.

    The place between nobody and everybody is k of n. Where goal or question was another, the
    line is dotted.
    """
    with rc_context(style()):
        canvas = Canvas(figsize=(WIDTH, LINE * len(rows) + 1.2), layout="constrained")
        axes = canvas.subplots()
        for place, row in enumerate(rows):
            _then_now(axes, row, place)
        _scale(axes, rows, state)
        _then_now_key(canvas)
        return save(canvas, path)


def _then_now(axes: Axes, row: ThenNow, place: int) -> None:
    axes.hlines(place, 0, 1, color=FAINT, linewidth=0.8, zorder=0)
    (k, n), (m, total) = row.then, row.now
    axes.text(1.14, place, f"{k} van {n}", va="center", fontsize=8.5, color=EARLIER)
    axes.text(1.36, place, f"{m} van {total}", va="center", fontsize=8.5, color=LATER)
    if min(n, total) < FEWEST:
        axes.text(0.5, place, "te weinig mensen voor een plaats", ha="center", va="center",
                  fontsize=7.5, backgroundcolor="white")  # fmt: skip
        return
    line = "-" if row.alike else ":"
    axes.hlines(place, k / n, m / total, color=INK, linewidth=1.6, linestyle=line, zorder=1)
    axes.scatter(
        [k / n], [place], marker="D", s=30, facecolors="white", edgecolors=EARLIER,
        linewidths=1.6, zorder=3,
    )  # fmt: skip
    axes.scatter([m / total], [place], marker="o", s=130, color=LATER, zorder=2)


def _scale(axes: Axes, rows: Sequence[ThenNow], state: str) -> None:
    axes.set_xlim(-0.03, 1.54)
    axes.set_ylim(len(rows) - 0.5, -0.6)
    axes.set_xticks([0, 0.5, 1, 1.2, 1.42], ["niemand", "de helft", "iedereen", "toen", "nu"],
                    fontsize=8.5)  # fmt: skip
    axes.set_yticks(range(len(rows)), [fill(row.label, WRAP) for row in rows])
    axes.set_title(f"Oordeel {state}: hoeveel van wie het is gevraagd", loc="left", fontsize=9.5)
    quiet(axes)


def _then_now_key(canvas: Canvas) -> None:
    handles = [
        Line2D([], [], linestyle="", marker="D", markerfacecolor="white", markeredgecolor=EARLIER),
        Line2D([], [], linestyle="", marker="o", color=LATER),
        Line2D([], [], color=INK, linestyle=":"),
    ]
    told = ["toen", "nu", "vraag of doel was anders of is niet bekend"]
    canvas.legend(handles, told, loc="outside lower center", ncols=3, frameon=False, fontsize=8.5)
