"""Figures of a survey: written whole, in Dutch, the same every time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from kwalevaluatie.formats.questionnaires import AGREE, MUCH
from kwalevaluatie.report import likert_plots as plots
from kwalevaluatie.report import survey_plots
from kwalevaluatie.report.likert_plots import LikertRow
from kwalevaluatie.report.survey_plots import MarksRow, YearsRow

LONG = "Ik weet waar ik terechtkan met vragen over werk, geld, zorg en alles wat daarbij komt"
SHARES = (0.05, 0.15, 0.3, 0.4, 0.1)


def row(label: str = LONG, shares: tuple[float, ...] = SHARES) -> LikertRow:
    answers = AGREE if len(shares) == 5 else MUCH
    return LikertRow(label, dict(zip(answers, shares, strict=True)), 41, 3)


def is_png(path: Path) -> bool:
    return path.read_bytes().startswith(b"\x89PNG")


def test_each_figure_is_a_png_and_an_svg(tmp_path: Path) -> None:
    likert = plots.draw_likert(tmp_path / "a", [row(), row("Kort", (0.1, 0.2, 0.3, 0.4))])
    marks = survey_plots.draw_marks(
        tmp_path / "b.png", [MarksRow("Cijfer", [6.0, 7.5, 8.0], 7.2, None)]
    )
    years = survey_plots.draw_years(tmp_path / "c", [YearsRow(LONG, 0.8, 0.9, True)], (2021, 2024))
    for drawn in (likert, marks, years):
        assert is_png(drawn.png)
        assert "<svg" in drawn.svg.read_text(encoding="utf-8")


def test_the_same_figure_is_the_same_file(tmp_path: Path) -> None:
    one, two = (plots.draw_likert(tmp_path / name, [row()]) for name in "ab")
    assert one.svg.read_bytes() == two.svg.read_bytes()


@pytest.fixture
def axes() -> Axes:
    return Canvas().subplots()


def test_a_row_stands_left_and_right_of_the_line_without_the_middle(axes: Axes) -> None:
    plots._sides(axes, row(), 0.5, 2.0)
    bars = sorted((round(bar.get_x(), 3), round(bar.get_width(), 3)) for bar in axes.patches)
    assert bars == [(-0.15, -0.05), (0.0, -0.15), (0.0, 0.4), (0.4, 0.1)]


def test_a_percentage_stands_only_where_it_fits(axes: Axes) -> None:
    plots._sides(axes, row(), 0.5, 1.5)
    assert sorted(text.get_text() for text in axes.texts) == ["15%", "40%"]


def test_who_said_not_applicable_is_in_the_label() -> None:
    assert plots._label(row()).endswith("(n = 41; 3 n.v.t.)")
    assert max(map(len, plots._label(row()).splitlines())) <= plots.WRAP


def test_long_questions_do_not_overlap() -> None:
    rows = [row(LONG * 3), row("Kort"), row(LONG)]
    places = plots.places_of([plots._height(one) for one in rows])
    with rc_context(plots.style()):
        canvas = Canvas(figsize=(plots.WIDTH, plots._total(rows) + 1))
        axes = canvas.subplots()
        plots._dress(axes, rows, places, (1.0, 1.0))
        canvas.draw_without_rendering()
        boxes = [label.get_window_extent() for label in axes.get_yticklabels()]
    assert all(upper.y0 >= lower.y1 for upper, lower in pairwise(boxes))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("look", [*plots.NEGATIVE, *plots.POSITIVE, (plots.NEUTRAL, "")])
def test_words_in_a_bar_are_readable(look: tuple[str, str], axes: Axes) -> None:
    plots._bar(axes, 0, (0, 1), look, 1.0)
    text = axes.texts[0].get_color()
    ink = 1.0 if text == "white" else luminance(str(text))
    light, dark = sorted((ink, luminance(look[0])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_answers_differ_in_more_than_colour() -> None:
    looks = [plots._look(AGREE, answer) for answer in AGREE]
    assert len({colour for colour, _ in looks}) == 5
    assert looks[0][1] != looks[1][1]
    assert looks[3][1] != looks[4][1]


@pytest.mark.parametrize(
    ("certain", "told"),
    [(None, "niet te toetsen"), (True, "meer dan toeval"), (False, "kan toeval zijn")],
)
def test_a_difference_says_what_it_is_worth(certain: bool | None, told: str) -> None:
    assert survey_plots._verdict(YearsRow("a", 0.5, 0.6, True, certain)) == told
