"""A second coder sees what that takes, and is told once what is out of sight, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.support.looking import faults, go, too_wide, wait_until
from tests.support.serving import serving

from kwalevaluatie.demo import Demo
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HIDDEN = ("vergelijken", "rapport", "codeboek", "codeboek/vertrouwen", "namen")


@pytest.fixture(scope="module")
def blind(demo: Demo, browser: Browser) -> Iterator[Page]:
    """The sample as a second coder opens it."""
    with serving(Workbench(Project(demo.project.path), "CD", blind=True)) as opened:
        page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
        page.goto(opened.link)
        page.wait_for_selector("main h1")
        yield page
        page.context.close()


def test_only_what_a_second_coder_needs_can_be_chosen(blind: Page) -> None:
    go(blind, "")
    assert blind.locator("nav a").all_inner_texts() == ["Overzicht", "Oordelen"]


@pytest.mark.parametrize("width", [1400, 320])
def test_once_it_is_said_what_is_hidden_and_why(blind: Page, width: int) -> None:
    blind.set_viewport_size({"width": width, "height": 900})
    go(blind, "")
    said = blind.inner_text("main .let-op")
    assert "Vergelijken, Rapport, Codeboek en Namen" in said
    assert "los van elkaar" in said
    assert faults(blind) == []
    assert too_wide(blind) == 0
    go(blind, "oordelen")
    assert blind.locator("main .let-op").count() == 0
    blind.set_viewport_size({"width": 1400, "height": 900})


@pytest.mark.parametrize("place", HIDDEN)
def test_an_address_that_was_kept_asks_for_nothing(blind: Page, place: str) -> None:
    asked: list[str] = []
    blind.on("request", lambda request: asked.append(request.url))
    go(blind, "")
    asked.clear()
    go(blind, place)
    assert "U codeert blind" in blind.inner_text("main")
    assert blind.locator("main .fout, .kwal .fout:not(:empty)").count() == 0
    assert not [url for url in asked if "/api/" in url and not url.endswith(("/todo", "/next_up"))]


def test_nothing_of_the_machine_is_named(blind: Page) -> None:
    for place in ("", "gesprek/r02"):
        go(blind, place)
        assert "open voorstel" not in blind.inner_text("main")
        assert "Open voorstellen" not in blind.inner_text("main")
    blind.keyboard.press("?")
    keys = blind.locator("dialog dt").all_inner_texts()
    assert not {"n", "a", "e en p"} & set(keys)
    assert {"c", "s", "f"} <= set(keys)
    blind.keyboard.press("Escape")


def test_who_has_coded_nothing_yet_is_told_how_to_begin(blind: Page) -> None:
    blind.set_viewport_size({"width": 320, "height": 800})
    go(blind, "gesprek/r03/20")
    assert "Druk dan op c" in blind.inner_text(".bij-passage")
    wait_until(
        blind,
        "(() => { const top = document.getElementById('beurt-20').getBoundingClientRect().top;"
        " return top >= 0 && top < innerHeight; })()",
    )
    blind.set_viewport_size({"width": 1400, "height": 900})
