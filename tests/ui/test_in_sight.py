"""What is looked at is in sight: on a laptop, and at 400% zoom where few lines fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.looking import go, settle, wait_until
from tests.support.serving import serving

from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZES = {"laptop": (1366, 660), "400%": (341, 165), "narrow": (320, 800)}
SEEN = """(() => { const one = document.querySelector('.tekst .nu').getBoundingClientRect();
    return one.top >= 0 && one.top < innerHeight - 20; })()"""
STILL = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("place", ["gesprek/r03"])
def test_the_passage_that_is_looked_at_can_be_seen(
    sample: Project, tab: Page, size: tuple[int, int], place: str
) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, place)
        for key in ("j", "j", "j", "a", "x", "j", "k", "n"):
            tab.keyboard.press(key)
            settle(tab)
            wait_until(tab, SEEN)


def test_the_page_keeps_still_where_the_next_passage_is_in_sight(
    sample: Project, tab: Page
) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.emulate_media(reduced_motion="reduce")
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "gesprek/r03")
        moved = 0
        for _ in range(12):
            before = tab.evaluate("scrollY")
            tab.keyboard.press("j")
            tab.evaluate(STILL)
            moved += tab.evaluate("scrollY") != before
        assert 0 < moved < 12


def test_a_long_window_opens_at_its_beginning(sample: Project, tab: Page) -> None:
    tab.set_viewport_size({"width": 341, "height": 165})
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "gesprek/r03")
        tab.keyboard.press("?")
        tab.wait_for_selector("dialog h2")
        assert tab.evaluate("document.querySelector('dialog').scrollTop") == 0
        tab.keyboard.press("Escape")
        tab.wait_for_selector("dialog", state="detached")
        assert tab.evaluate("document.activeElement.closest('main') !== null")


def test_what_was_said_on_one_page_is_not_said_on_the_next(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "gesprek/r02")
        tab.keyboard.press("a")
        tab.wait_for_selector(".kwal .stand:has-text('Overgenomen')")
        go(tab, "")
        assert tab.inner_text(".kwal .stand") == ""
        assert tab.evaluate("document.querySelector('.stand').offsetHeight") == 0


def test_the_way_to_confirming_names_is_at_the_top(empty_project: Project, tab: Page) -> None:
    raw = empty_project.path.parent / "ruw.txt"
    raw.write_text("I: Wie hielp u?\nR: Joris Bakkerma hielp mij.\n", encoding="utf-8")
    empty_project.add_transcripts(raw)
    with serving(Workbench(empty_project, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "namen")
        tab.locator("button:has-text('Naar het bevestigen')").press("Enter")
        assert tab.evaluate("document.activeElement.textContent") == "Bevestigen"


def test_narrowing_the_comparisons_keeps_the_focus(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "vergelijken")
        tab.locator("#alleen-open").press("Space")
        assert tab.evaluate("document.activeElement.id") == "alleen-open"


def test_after_freezing_the_focus_is_on_what_is_told(empty_project: Project, tab: Page) -> None:
    raw = empty_project.path.parent / "ruw.txt"
    raw.write_text("I: Wie hielp u?\nR: Joris Bakkerma hielp mij.\n", encoding="utf-8")
    empty_project.add_transcripts(raw)
    with serving(Workbench(empty_project, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "namen")
        tab.locator("button:has-text('Bevestigen en bevriezen…')").press("Enter")
        tab.check("#zonder-sleutel")
        tab.locator("dialog button:has-text('Bevestigen en bevriezen')").press("Enter")
        tab.wait_for_selector("text=staat op het overzicht")
        tab.wait_for_selector(".kwal .stand:has-text('bevroren')")
        assert tab.evaluate("document.activeElement.matches('main h1')")
