"""Every coding of the same words has a line of its own under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.support.looking import faults, go
from tests.support.serving import serving

from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page

TALK = "r02"
OFFSETS = """[...document.querySelectorAll('.tekst .streep.codering')].map(
    one => [one.dataset.key, getComputedStyle(one).textUnderlineOffset])"""
HEIGHTS = """number => { const text = document.querySelector(`[data-turn="${number}"] .tekst`);
    const range = document.createRange(); range.selectNodeContents(text);
    const lowest = [...text.querySelectorAll('.streep')].map(
        one => parseFloat(getComputedStyle(one).textUnderlineOffset));
    return [Math.max(...lowest), text.getBoundingClientRect().height]; }"""


def code(project: Project, count: int) -> int:
    """Code the same words of one turn with so many themes; gives the turn."""
    turns = project.transcripts[TALK].turns
    turn = next(n for n, one in enumerate(turns) if one.role == "respondent" and len(one.text) > 99)
    place: dict[str, Any] = {"transcript": TALK, "turn": turn, "start": 0, "stop": 60}
    codes = [one.id for one in project.codebook.active][:count]
    project.decide([place | {"code": one, "action": "voeg-toe"} for one in codes], coder="AB")
    return turn


@pytest.mark.parametrize("count", [3, 7, 12])
def test_each_coding_has_its_own_line(sample: Project, tab: Page, count: int) -> None:
    code(sample, count)
    with serving(Workbench(sample, "AB", blind=False)) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, f"gesprek/{TALK}")
        offset_of = dict(tab.evaluate(OFFSETS))
        assert len(set(offset_of.values())) == len(offset_of) == count
        assert faults(tab) == []


def test_the_lines_have_room_and_where_few_are_nothing_moves(sample: Project, tab: Page) -> None:
    for name in sample.store.names():
        sample.store.replace_suggestions(name, [])
    turn = code(sample, 4)
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, f"gesprek/{TALK}")
        _, few = tab.evaluate(HEIGHTS, turn)
        code(sample, 8)
        go(tab, "")
        go(tab, f"gesprek/{TALK}")
        lowest, many = tab.evaluate(HEIGHTS, turn)
        assert lowest == 3 + 4 * 7
        assert many >= few + 4 * 4
