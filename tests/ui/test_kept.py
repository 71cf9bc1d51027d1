"""What somebody typed is not lost: not by a refusal, and not by leaving the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.looking import go, settle, standing
from tests.support.serving import serving

from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page

THEME = "codeboek/vertrouwen"


def test_a_refused_judgement_keeps_its_reason(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "oordelen")
        tab.route("**/api/decide", lambda route: route.fulfill(
            status=400, json={"problem": "dit kan niet"}), times=1)  # fmt: skip
        tab.locator("button[data-r]").first.focus()
        tab.keyboard.press("Enter")
        tab.fill("dialog #reden", "omdat zij het zelf zei")
        tab.locator("dialog input[value=negatief]").check()
        tab.keyboard.press("Control+Enter")
        tab.wait_for_selector("dialog .melding:has-text('dit kan niet')")
        assert tab.input_value("dialog #reden") == "omdat zij het zelf zei"
        tab.keyboard.press("Control+Enter")
        tab.wait_for_selector("dialog", state="detached")
        settle(tab)
        (made,) = sample.store.events()
        assert (made.state, made.reason) == ("negatief", "omdat zij het zelf zei")
        assert tab.evaluate("document.activeElement.matches('button[data-r]')")


def test_an_unsaved_theme_is_left_only_by_who_says_so(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, THEME)
        tab.fill("form textarea >> nth=0", "Een andere omschrijving")
        tab.click("nav >> text=Oordelen")
        tab.click("dialog >> text=Blijven")
        assert tab.url.endswith(THEME)
        assert tab.input_value("form textarea >> nth=0") == "Een andere omschrijving"
        tab.click("nav >> text=Oordelen")
        tab.click("dialog >> text=Weggaan zonder te bewaren")
        standing(tab, "oordelen")
        go(tab, THEME)
        assert tab.input_value("form textarea >> nth=0") != "Een andere omschrijving"
        tab.click("nav >> text=Oordelen")
        standing(tab, "oordelen")
