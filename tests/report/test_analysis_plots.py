"""The figures of the analysis: what is in them, and that they are the same each time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kwalevaluatie.report.analysis_plots import (
    Grown,
    Meeting,
    ThenNow,
    draw_saturation,
    draw_then_now,
    draw_together,
)

STEPS = [Grown(f"r{number}", number + 3, number + 2, number + 5) for number in range(1, 7)]


@pytest.fixture
def as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep words as words in SVG, so that they can be read back."""
    from kwalevaluatie.report import analysis_plots, survey_plots

    plain = {**survey_plots.style(), "svg.fonttype": "none"}
    monkeypatch.setattr(analysis_plots, "style", lambda: plain)


@pytest.mark.usefixtures("as_text")
def test_the_threshold_is_drawn_only_where_it_was_met(tmp_path: Path) -> None:
    met = draw_saturation(tmp_path / "a", STEPS, 4, 5).svg.read_text(encoding="utf-8")
    missed = draw_saturation(tmp_path / "b", STEPS, 4, None).svg.read_text(encoding="utf-8")
    assert "drempel voor het eerst gehaald" in met
    assert "drempel" not in missed
    assert "willekeurige volgordes" in missed


@pytest.mark.usefixtures("as_text")
def test_each_meeting_has_its_count(tmp_path: Path) -> None:
    meetings = [Meeting("Toon", "Geld", 3, 11), Meeting("Geld", "Wachten", 8, 11)]
    drawn = draw_together(tmp_path / "samen", ["Toon", "Geld", "Wachten"], meetings)
    text = drawn.svg.read_text(encoding="utf-8")
    assert "3/11" in text
    assert "8/11" in text
    assert "minder dan 5" in text


@pytest.mark.usefixtures("as_text")
def test_below_five_people_there_is_no_place_on_the_line(tmp_path: Path) -> None:
    rows = [ThenNow("Werk", (5, 11), (7, 12), True), ThenNow("Geld", (1, 3), (2, 12), False)]
    text = draw_then_now(tmp_path / "jaar", rows, "positief").svg.read_text(encoding="utf-8")
    assert text.count("te weinig mensen voor een plaats") == 1
    assert [told in text for told in ("5 van 11", "7 van 12", "1 van 3", "2 van 12")] == [True] * 4
    assert re.findall(r">[^<]*%[^<]*</text>", text) == []


def test_the_same_figure_is_the_same_file(tmp_path: Path) -> None:
    one, other = (draw_saturation(tmp_path / name, STEPS, 4, 5) for name in ("a", "b"))
    assert one.svg.read_bytes() == other.svg.read_bytes()
    assert one.png.read_bytes() == other.png.read_bytes()
