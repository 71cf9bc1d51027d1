"""Signing and writing when the connection falls away: the page finds out by itself what stands."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.looking import go
from tests.support.serving import serving

from kwalevaluatie.demo import Demo
from kwalevaluatie.model import Signature
from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

REASON = "besproken in het team"
SIGN = "dialog button:has-text('Ondertekenen als AB')"


@pytest.fixture
def decided(demo: Demo, tmp_path: Path) -> Project:
    """The sample as it was decided on, in a folder of its own."""
    shutil.copytree(demo.project.path, tmp_path / "evaluatie")
    return Project(tmp_path / "evaluatie")


def signatures(project: Project) -> list[Signature]:
    events = Project(project.path).store.events()
    return [one for one in events if isinstance(one, Signature)]


def done_unheard(route: Route) -> None:
    """It is done, and the answer does not arrive."""
    route.fetch(timeout=180_000)
    route.abort()


def open_signing(tab: Page, link: str) -> None:
    tab.goto(link)
    tab.wait_for_selector("main h1")
    go(tab, "vergelijken")
    tab.locator("button[data-row]").first.press("Enter")
    tab.fill("dialog textarea", REASON)


def test_a_signature_that_was_made_is_told_and_not_made_twice(decided: Project, tab: Page) -> None:
    with serving(Workbench(decided, "AB")) as opened:
        open_signing(tab, opened.link)
        tab.route("**/api/sign", done_unheard, times=1)
        tab.click(SIGN)
        tab.wait_for_selector(".kwal .stand:has-text('Ondertekend door AB')")
        tab.wait_for_selector("dialog", state="detached")
        assert [one.reason for one in signatures(decided)] == [REASON]
        assert tab.is_hidden("body > .fout")
        assert tab.evaluate("document.activeElement.matches('button[data-row]')")


def test_a_signature_that_was_not_made_is_told_and_can_be_made(decided: Project, tab: Page) -> None:
    with serving(Workbench(decided, "AB")) as opened:
        open_signing(tab, opened.link)
        tab.route("**/api/sign", lambda route: route.abort(), times=1)
        tab.click(SIGN)
        tab.wait_for_selector("dialog .melding:has-text('dit is niet gedaan')")
        assert signatures(decided) == []
        assert tab.input_value("dialog textarea") == REASON
        tab.click(SIGN)
        tab.wait_for_selector(".kwal .stand:has-text('Ondertekend door AB')")
        assert len(signatures(decided)) == 1


def test_while_there_is_no_answer_the_page_says_so_and_asks_again(
    decided: Project, tab: Page
) -> None:
    with serving(Workbench(decided, "AB")) as opened:
        open_signing(tab, opened.link)
        tab.route("**/api/sign", done_unheard, times=1)
        tab.route("**/api/came_about", lambda route: route.abort(), times=2)
        tab.click(SIGN)
        tab.wait_for_selector("body > .fout:has-text('gaat de pagina zelf na')")
        tab.wait_for_selector(".kwal .stand:has-text('Ondertekend door AB')")
        assert len(signatures(decided)) == 1


def test_pressing_twice_signs_once(decided: Project, tab: Page) -> None:
    with serving(Workbench(decided, "AB")) as opened:
        open_signing(tab, opened.link)
        tab.evaluate(
            "() => { const all = [...document.querySelectorAll('dialog button')];"
            " const sign = all.find(one => one.textContent.startsWith('Ondertekenen'));"
            " sign.click(); sign.click(); }"
        )
        tab.wait_for_selector(".kwal .stand:has-text('Ondertekend door AB')")
        tab.wait_for_selector("dialog", state="detached")
        assert len(signatures(decided)) == 1


def test_a_refusal_is_said_in_the_window_where_it_can_be_read(decided: Project, tab: Page) -> None:
    with serving(Workbench(decided, "AB")) as opened:
        open_signing(tab, opened.link)
        tab.route("**/api/sign", lambda route: route.fulfill(
            status=400, json={"problem": "dit kan niet"}), times=1)  # fmt: skip
        tab.click(SIGN)
        tab.wait_for_selector("dialog .melding:has-text('Niet ondertekend. dit kan niet')")


@pytest.mark.parametrize("heard", [True, False], ids=["done", "not done"])
def test_a_report_is_told_to_be_written_or_not(decided: Project, tab: Page, heard: bool) -> None:
    shutil.rmtree(decided.path / "rapport")
    with serving(Workbench(decided, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        go(tab, "rapport")
        for kind in ("docx", "xlsx"):
            tab.uncheck(f"input[value={kind}]")
        falls = done_unheard if heard else lambda route: route.abort()
        tab.route("**/api/write_report", falls, times=1)
        tab.click("text=Intern rapport schrijven")
        told = "✓ Geschreven" if heard else "dit is niet gedaan"
        tab.wait_for_selector(f".schrijven + div:has-text('{told}')", timeout=180_000)
        assert (decided.path / "rapport/rapport.html").exists() is heard
        assert tab.is_enabled("text=Intern rapport schrijven")
