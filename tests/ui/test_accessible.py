"""Everybody can work here: axe-core on every page and dialog, wide and at 400% zoom, and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from tests.support.looking import faults, go, settle, too_wide, wait_until
from tests.support.serving import serving

from kwalevaluatie.demo import Demo
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = ["", "gesprek/r02", "oordelen", "vergelijken", "rapport", "codeboek", "codeboek/vertrouwen",
         "namen"]  # fmt: skip
SIZES = {"wide": (1400, 900), "narrow": (320, 800)}


@pytest.fixture(scope="module")
def shown(demo: Demo, browser: Browser) -> Iterator[Page]:
    """The sample as it was decided on, looked at."""
    with serving(Workbench(Project(demo.project.path), "AB")) as opened:
        page = browser.new_context().new_page()
        page.goto(opened.link)
        page.wait_for_selector("main h1")
        yield page
        page.context.close()


@pytest.fixture(params=SIZES)
def sized(shown: Page, request: pytest.FixtureRequest) -> Page:
    width, height = SIZES[request.param]
    shown.set_viewport_size({"width": width, "height": height})
    return shown


@pytest.mark.parametrize("place", PAGES)
def test_no_page_has_a_grave_fault(sized: Page, place: str) -> None:
    go(sized, place)
    assert faults(sized) == []
    assert too_wide(sized) == 0
    assert sized.title()
    assert sized.locator("main h1").count() == 1


def press(*keys: str) -> Callable[[Page], None]:
    def pressed(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return pressed


def choose(selector: str) -> Callable[[Page], None]:
    """Choose by keyboard: what stands still to be pressed is not asked for."""
    return lambda page: page.locator(selector).first.press("Enter")


DIALOGS = {
    "help": ("gesprek/r02", press("?")),
    "search": ("gesprek/r02", press("/")),
    "picker": ("gesprek/r02", press("j", "c")),
    "memo": ("gesprek/r02", press("j", "o")),
    "cell": ("oordelen", choose("button[data-r]")),
    "judging help": ("oordelen", choose("text=Sneltoetsen (?)")),
    "signing": ("vergelijken", choose("button[data-row]")),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_has_a_grave_fault_and_focus_comes_back(sized: Page, name: str) -> None:
    place, opens = DIALOGS[name]
    go(sized, "")
    go(sized, place)
    opens(sized)
    sized.wait_for_selector("dialog[open]")
    assert faults(sized) == []
    assert too_wide(sized) == 0
    assert sized.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    sized.keyboard.press("Escape")
    sized.wait_for_selector("dialog", state="detached")
    assert sized.evaluate("document.activeElement !== document.body")


def test_the_focus_is_never_lost_while_coding(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "gesprek/r02")
        for key in ["j", "a", "n", "x", "z", "-", "m", "k", "a", "z", "Z", "f", "z"]:
            tab.keyboard.press(key)
            settle(tab)
            where = tab.evaluate("document.activeElement.closest('main') !== null")
            assert where, key


@pytest.mark.parametrize("label", ["Overnemen (a)", "Afwijzen (x)", "negatief", "Ongedaan (z)"])
def test_the_focus_stays_near_a_button_that_was_pressed(
    sample: Project, tab: Page, label: str
) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "gesprek/r02")
        tab.keyboard.press("a")
        settle(tab)
        tab.locator(f"button:text-is('{label}')").focus()
        tab.keyboard.press("Enter")
        settle(tab)
        assert tab.evaluate("document.activeElement.closest('main') !== null")


def test_shortcuts_can_be_switched_off(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "gesprek/r02")
        tab.click("text=Sneltoetsen aan")
        tab.locator(".kantlijn button").first.focus()
        tab.keyboard.press("a")
        settle(tab)
        assert tab.locator(".kantlijn .codering").count() == 0


def test_a_reader_who_wants_rest_gets_no_moving_screen(sample: Project, browser: Browser) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        page = browser.new_context(reduced_motion="reduce").new_page()
        page.goto(opened.link)
        page.wait_for_selector("main h1")
        go(page, "gesprek/r02")
        before = page.evaluate("scrollY")
        for _ in range(8):
            page.keyboard.press("j")
        wait_until(page, f"scrollY > {before}")
        page.context.close()
