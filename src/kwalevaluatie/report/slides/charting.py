"""The bars on a slide: judgements by goal, told apart by sign, place and colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from kwalevaluatie.report.document import Number, plain
from kwalevaluatie.report.marks import clean
from kwalevaluatie.report.slides.deck import Chart
from kwalevaluatie.report.slides.text import FONT, INK, LANGUAGE, SMALLEST, describe, rgb

LOOKS: Mapping[str, tuple[str, str, str]] = {
    "positief": ("●", "0B7A75", "FFFFFF"),
    "wisselend": ("◆", "C28400", "1F2933"),
    "negatief": ("✖", "A4243B", "FFFFFF"),
    "niet te bepalen": ("□", "DDE2E7", "1F2933"),
    "niet besproken": ("–", "EEF1F4", "1F2933"),
}
OTHER = ("○", "F7F8FA", "1F2933")
"""By state its sign, the colour of its bar, and that of the letters on it (4.5 to 1 or more)."""


def draw_chart(slide: Any, chart: Chart, box: Sequence[Any]) -> None:
    """Put the bars on a slide; the first goal on top, as in the report."""
    data = _data(chart)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *box, data)
    describe(frame, "Oordelen per doel", plain(chart.alt))
    drawn = frame.chart
    drawn.font.size, drawn.font.name = Pt(SMALLEST), FONT
    drawn.font.color.rgb = rgb(INK)
    _set_axes(drawn)
    _set_legend(drawn)
    for state, series in zip(chart.states, drawn.plots[0].series, strict=True):
        _set_series(series, *_look(state))
    _set_language(drawn)


def _data(chart: Chart) -> Any:
    untyped: Any = CategoryChartData
    data = untyped()
    data.categories = [clean(plain(label)) for label in chart.labels]
    for state, numbers in chart.states.items():
        data.add_series(f"{_look(state)[0]} {state}", [_amount(number) for number in numbers])
    return data


def _look(state: str) -> tuple[str, str, str]:
    return LOOKS.get(state, OTHER)


def _amount(number: Number | None) -> int | None:
    return int(number.text) if number is not None else None


def _set_axes(chart: Any) -> None:
    chart.plots[0].gap_width, chart.plots[0].overlap = 35, 100
    chart.category_axis.reverse_order = True
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.format.line.fill.background()
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False


def _set_legend(chart: Any) -> None:
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False


def _set_series(series: Any, sign: str, colour: str, letters: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(colour)
    series.format.line.color.rgb = rgb("FFFFFF" if letters != INK else "4A4A4A")
    labels = series.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
    labels.number_format, labels.number_format_is_linked = f'"{sign} "0', False
    labels.font.size, labels.font.bold = Pt(SMALLEST), True
    labels.font.color.rgb = rgb(letters)


def _set_language(chart: Any) -> None:
    space = chart._chartSpace
    lang = space.find(qn("c:lang"))
    if lang is None:
        lang = etree.Element(qn("c:lang"))
        space.find(qn("c:date1904")).addnext(lang)
    lang.set("val", LANGUAGE)
    for props in space.iter(qn("a:defRPr"), qn("a:endParaRPr")):
        props.set("lang", LANGUAGE)
