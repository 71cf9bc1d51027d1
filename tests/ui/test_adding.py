"""Words that are added to the names: what else that touches is told before it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.looking import faults, go, too_wide
from tests.support.serving import serving
from tests.support.small import write_all

from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page

TALKS = {
    "g1.txt": "I: Wie hielp u?\nR: Kolk hielp mij. Later ook Joris Bakkerma.\n",
    "g2.txt": "I: En u?\nR: Ik zat bij de Kolk.\n",
}
LIST = "gesprek,naam,rol\n,Joris Bakkerma,regisseur\n"


@pytest.fixture
def waiting(empty_project: Project, tmp_path: Path) -> Project:
    empty_project.add_transcripts(write_all(tmp_path / "ruw", TALKS))
    write_all(empty_project.path, {"prive/namenlijst.csv": LIST})
    return empty_project


def select_first_word(tab: Page) -> None:
    """The first word of what the respondent says, chosen by keyboard."""
    go(tab, "namen/g1")
    tab.wait_for_selector(".vondst.nu")
    tab.keyboard.press("s")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("dialog input")


def fill(tab: Page, name: str, *, everywhere: bool) -> None:
    tab.fill("dialog input >> nth=0", name)
    tab.locator("#overal-zoeken").set_checked(everywhere)
    tab.press("dialog input >> nth=1", "Enter")


def listed(project: Project) -> str:
    return (project.path / "prive/namenlijst.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1400, 320])
def test_what_else_it_touches_is_told_first(waiting: Project, tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    with serving(Workbench(waiting, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        select_first_word(tab)
        fill(tab, "Kolk", everywhere=True)
        tab.wait_for_selector("dialog >> text=2 plaatsen in 2 gesprekken")
        assert tab.locator("dialog mark").all_inner_texts() == ["Kolk", "Kolk"]
        assert tab.evaluate("document.activeElement.matches('dialog h3')")
        assert faults(tab) == []
        assert too_wide(tab) == 0
        assert listed(waiting) == LIST
        tab.click("dialog >> text=Zo toevoegen")
        tab.wait_for_selector(".kwal .stand:has-text('op de namenlijst')")
        assert "Kolk" in listed(waiting)
        tab.wait_for_selector(".vondst.nu:has-text('Kolk')")


def test_an_overlap_is_told_and_going_back_adds_nothing(waiting: Project, tab: Page) -> None:
    with serving(Workbench(waiting, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        select_first_word(tab)
        fill(tab, "Bakkerma", everywhere=True)
        tab.wait_for_selector("dialog li:has-text('Joris Bakkerma')")
        told = tab.inner_text("dialog li:has-text('Joris Bakkerma') >> nth=0")
        assert "regisseur, op de namenlijst" in told and "bevat deze woorden" in told
        tab.click("dialog button:has-text('Terug')")
        assert tab.input_value("dialog input >> nth=0") == "Bakkerma"
        tab.keyboard.press("Escape")
        tab.wait_for_selector("dialog", state="detached")
        assert tab.evaluate("document.activeElement.closest('main') !== null")
        assert listed(waiting) == LIST


def test_words_that_touch_nothing_else_are_added_at_once(waiting: Project, tab: Page) -> None:
    with serving(Workbench(waiting, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        select_first_word(tab)
        fill(tab, "Later", everywhere=False)
        tab.wait_for_selector(".kwal .stand:has-text('wordt vervangen')")
        assert "Later" in (waiting.path / "prive/keuzes.csv").read_text(encoding="utf-8")


def test_a_role_that_cannot_be_is_said_in_the_window(waiting: Project, tab: Page) -> None:
    with serving(Workbench(waiting, "AB")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        select_first_word(tab)
        tab.fill("dialog input >> nth=1", "12")
        tab.keyboard.press("Enter")
        tab.wait_for_selector("dialog .melding:has-text('geen rol')")
        assert tab.input_value("dialog input >> nth=1") == "12"
