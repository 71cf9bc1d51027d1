"""Opinions on a scale: to the left and right of a line, and who is neutral apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from textwrap import fill
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.patches import Patch

from kwalevaluatie.report.drawn import Drawn, save
from kwalevaluatie.report.survey_plots import (
    INK,
    LINE,
    WIDTH,
    WRAP,
    places_of,
    quiet,
    style,
)
from kwalevaluatie.wording import percentage

NEUTRAL = "#b8c0c8"
NEGATIVE = (("#8c2d19", ""), ("#d9865b", "///"), ("#eec3a4", "..."))
"""Colours and patterns from the most negative inwards; the positive ones likewise."""
POSITIVE = (("#0b4f5c", ""), ("#5fa3ad", "\\\\\\"), ("#b5d6da", "xxx"))
ROW = 0.36
"""Inches for the least of a row."""
READABLE = 0.068
"""The smallest part of an axis with room for a percentage in its bar."""
STEP = 0.25
Ends = tuple[float, float]


@dataclass(frozen=True)
class LikertRow:
    """Shares (0-1) of the answers of a scale, from most negative to most positive."""

    label: str
    shares: Mapping[str, float]
    n: int
    na: int = 0


def draw_likert(path: Path, rows: Sequence[LikertRow]) -> Drawn:
    """Draw opinions to the left and right of a line, and who is neutral apart, at the right.

    Questions with one scale stand together. Who said n.v.t. is a number in the label.
    """
    with rc_context(style()):
        groups, ends = _by_scale(rows), _ends(rows)
        heights = [sum(map(_height, group)) + 0.95 for group in groups]
        canvas = Canvas(figsize=(WIDTH, sum(heights)), layout="constrained")
        parts = canvas.subfigures(len(groups), 1, squeeze=False, height_ratios=heights)
        for part, group in zip(parts[:, 0], groups, strict=True):
            _scale(part, group, ends)
        return save(canvas, path)


def _by_scale(rows: Sequence[LikertRow]) -> list[list[LikertRow]]:
    groups: dict[tuple[str, ...], list[LikertRow]] = {}
    for row in rows:
        groups.setdefault(tuple(row.shares), []).append(row)
    return list(groups.values())


def _ends(rows: Sequence[LikertRow]) -> Ends:
    """How far the axes go to the left and right: as far as the longest bar, in quarters."""
    halves = [(list(row.shares.values()), len(row.shares) // 2) for row in rows]
    left = max(sum(shares[:half]) for shares, half in halves)
    right = max(sum(shares[-half:]) for shares, half in halves)
    return _quarters(left), _quarters(right)


def _quarters(share: float) -> float:
    return min(1.0, ceil(max(share, STEP) / STEP - 1e-9) * STEP)


def _scale(part: Any, rows: Sequence[LikertRow], ends: Ends) -> None:
    answers = list(rows[0].shares)
    middle = answers[len(answers) // 2] if len(answers) % 2 else None
    span = sum(ends)
    most = max(span / 4, *(row.shares[middle] for row in rows)) if middle else 0
    widths = [span, most] if middle else [1]
    axes = part.subplots(1, len(widths), squeeze=False, width_ratios=widths)
    places = places_of([_height(row) for row in rows])
    for row, place in zip(rows, places, strict=True):
        _sides(axes[0][0], row, place, span)
        if middle:
            _bar(axes[0][1], place, (0, row.shares[middle]), (NEUTRAL, ""), span)
    _dress(axes[0][0], rows, places, ends)
    if middle:
        _dress_neutral(axes[0][1], rows, middle, most)
    _legend(part, answers)


def _sides(axes: Axes, row: LikertRow, place: float, span: float) -> None:
    """The negative answers to the left of the line, the positive ones to its right."""
    answers = list(row.shares)
    half = len(answers) // 2
    negative, positive = answers[:half][::-1], answers[-half:]
    for side, names in ((-1, negative), (1, positive)):
        start = 0.0
        for answer in names:
            share = row.shares[answer]
            _bar(axes, place, (side * start, side * share), _look(answers, answer), span)
            start += share


def _look(answers: Sequence[str], answer: str) -> tuple[str, str]:
    place, half = answers.index(answer), len(answers) // 2
    if len(answers) % 2 and place == half:
        return NEUTRAL, ""
    looks, outward = (NEGATIVE, place) if place < half else (POSITIVE, len(answers) - 1 - place)
    return looks[min(outward, len(looks) - 1)]


def _bar(
    axes: Axes, place: float, bar: tuple[float, float], look: tuple[str, str], span: float
) -> None:
    """A piece of bar from a start over a share, with its percentage where that fits."""
    (start, share), (colour, pattern) = bar, look
    axes.barh(
        [place], [share], left=[start], height=0.24, color=colour, hatch=pattern,
        edgecolor="white", linewidth=0.6,
    )  # fmt: skip
    if abs(share) >= READABLE * span:
        dark = colour in (NEGATIVE[0][0], POSITIVE[0][0])
        axes.text(
            start + share / 2, place, percentage(abs(share)),
            ha="center", va="center", fontsize=7.5, color="white" if dark else INK,
            bbox={"facecolor": colour, "edgecolor": "none", "pad": 0.2},
        )  # fmt: skip


def _label(row: LikertRow) -> str:
    apart = f"; {row.na} n.v.t." if row.na else ""
    return f"{fill(row.label, WRAP)}\n(n = {row.n}{apart})"


def _height(row: LikertRow) -> float:
    return max(ROW, LINE * (1 + _label(row).count("\n")) + 0.1)


def _total(rows: Sequence[LikertRow]) -> float:
    return sum(map(_height, rows))


def _dress(axes: Axes, rows: Sequence[LikertRow], places: Sequence[float], ends: Ends) -> None:
    axes.axvline(0, color=INK, linewidth=0.9)
    left, right = ends
    axes.set_xlim(-1.02 * left, 1.02 * right)
    ticks = [-left, 0, right]
    axes.set_xticks(ticks, [percentage(abs(tick)) for tick in ticks], fontsize=8)
    axes.set_ylim(_total(rows), 0)
    axes.set_yticks(places, [_label(row) for row in rows])
    quiet(axes)


def _dress_neutral(axes: Axes, rows: Sequence[LikertRow], name: str, end: float) -> None:
    axes.set_xlim(0, 1.04 * end)
    axes.set_xticks([0], ["0%"], fontsize=8)
    axes.set_ylim(_total(rows), 0)
    axes.set_yticks([])
    axes.set_title(name, loc="left", fontsize=9)
    quiet(axes)


def _legend(part: Any, answers: Sequence[str]) -> None:
    handles = [
        Patch(facecolor=colour, hatch=pattern, edgecolor="white")
        for colour, pattern in (_look(answers, answer) for answer in answers)
    ]
    part.legend(
        handles, answers, loc="outside lower center", ncols=len(answers), frameon=False,
        fontsize=8.5, handlelength=1.6, columnspacing=1.2,
    )  # fmt: skip
