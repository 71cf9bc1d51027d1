"""After the names are frozen the next step stands on the overview, a button away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.looking import faults, go, standing, too_wide
from tests.support.serving import serving

from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

SIZES = {"wide": (1400, 900), "narrow": (320, 800)}


@pytest.fixture
def unproposed(sample: Project) -> Project:
    """The sample with frozen names and nothing proposed."""
    for name in sample.store.names():
        sample.store.replace_suggestions(name, [])
    return sample


def test_proposals_are_made_from_the_overview(unproposed: Project, tab: Page) -> None:
    with serving(Workbench(unproposed, "AB")) as opened:
        tab.goto(opened.link)
        step = tab.locator("ol.te-doen li").first
        assert "nog geen voorstellen" in step.inner_text()
        assert "paar minuten" in step.inner_text()
        step.locator("button").press("Enter")
        tab.wait_for_selector("dialog progress")
        tab.wait_for_selector(".kwal .stand:has-text('voorstellen, waarvan')", timeout=180_000)
        tab.wait_for_selector("text=Voorstellen om eerst te bekijken")
        assert tab.locator("button:has-text('Voorstellen maken')").count() == 0
        assert tab.evaluate("document.activeElement.matches('main h1')")
        assert unproposed.store.suggestions()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_step_can_be_read_by_everybody(
    unproposed: Project, tab: Page, size: tuple[int, int]
) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    with serving(Workbench(unproposed, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("button:has-text('Voorstellen maken')")
        assert faults(tab) == []
        assert too_wide(tab) == 0


def test_from_the_names_the_way_leads_to_the_overview(unproposed: Project, tab: Page) -> None:
    with serving(Workbench(unproposed, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "namen")
        tab.click("main a:has-text('overzicht')")
        standing(tab, "")
        tab.wait_for_selector("button:has-text('Voorstellen maken')")


def test_reading_goes_on_where_nobody_read_yet(unproposed: Project, tab: Page) -> None:
    first = sorted(unproposed.store.names())[0]
    unproposed.decide({"kind": "afgerond", "transcript": first}, coder="AB")
    with serving(Workbench(unproposed, "AB")) as opened:
        tab.goto(opened.link)
        tab.click("ol.te-doen a:has-text('verder met')")
        tab.wait_for_selector(".beurt")
        assert not tab.url.endswith(f"gesprek/{first}")


def test_an_empty_evaluation_says_how_to_begin(empty_project: Project, tab: Page) -> None:
    with serving(Workbench(empty_project, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("text=kwal importeer")
        assert "Alles is gelezen" not in tab.inner_text("main")
        assert tab.locator("table").count() == 0
        for place in ("namen", "oordelen", "vergelijken", "codeboek"):
            go(tab, place)
            assert faults(tab) == []
        go(tab, "oordelen")
        assert "nog niets te beoordelen" in tab.inner_text("main")


def test_who_goes_on_meanwhile_keeps_what_was_typed(unproposed: Project, tab: Page) -> None:
    held: list[Route] = []
    with serving(Workbench(unproposed, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "codeboek")
        tab.route("**/api/renew_suggestions", lambda route: held.append(route))
        tab.click("text=Voorstellen vernieuwen")
        tab.click("dialog button:has-text('het gaat door')")
        tab.fill("input[type=search]", "vertrouwen")
        while not held:
            tab.wait_for_timeout(20)
        held[0].fulfill(json={"suggestions": 3, "open": 2})
        tab.wait_for_selector(".kwal .stand:has-text('3 voorstellen, waarvan 2 nog open')")
        assert tab.input_value("input[type=search]") == "vertrouwen"
        assert tab.evaluate("document.activeElement.matches('input[type=search]')")
