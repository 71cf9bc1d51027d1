"""The whole road in a real browser, from the keyboard, with the program killed halfway."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.looking import go, settle, wait_until
from tests.support.serving import Command, start

from kwalevaluatie.demo import PASSPHRASE, _set_up
from kwalevaluatie.formats.bundled import bundled
from kwalevaluatie.model import Decision, Judgement, Signature
from kwalevaluatie.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Page

TALKS = ("r01.docx", "r02.docx", "r03.docx", "r04.docx")


@pytest.fixture
def raw_sample(tmp_path: Path) -> Path:
    """The sample with four of its conversations, their names still to be confirmed.

    The findings go: they quote conversations that are not there.
    """
    source = bundled("transcripts_sample")
    project = _set_up(tmp_path / "evaluatie", source)
    (tmp_path / "gesprekken").mkdir()
    for name in TALKS:
        shutil.copy(source / "gesprekken" / name, tmp_path / "gesprekken")
    project.add_transcripts(tmp_path / "gesprekken")
    for name in ("namenlijst.csv", "keuzes.csv"):
        shutil.copy(source / name, project.path / "prive")
    project.add_figures(source / "kbo_2024.yaml")
    shutil.rmtree(project.path / "bevindingen")
    return project.path


@pytest.fixture
def running() -> Iterator[list[Command]]:
    commands: list[Command] = []
    yield commands
    for command in commands:
        command.kill()


def events(folder: Path) -> list[Any]:
    return Project(folder).store.events()


def says(tab: Page, words: str, seconds: int = 60) -> None:
    tab.locator(f".kwal .stand:has-text('{words}')").wait_for(timeout=seconds * 1000)


def confirm_names(tab: Page) -> None:
    go(tab, "namen")
    tab.click("text=Bevestigen en bevriezen…", timeout=120_000)
    tab.fill("dialog input[type=password] >> nth=0", PASSPHRASE)
    tab.fill("dialog input[type=password] >> nth=1", PASSPHRASE)
    tab.keyboard.press("Enter")
    says(tab, "bevroren", 120)


def propose(tab: Page) -> None:
    go(tab, "codeboek")
    tab.click("button:has-text('oorstellen vernieuwen')")
    says(tab, "nog open", 120)


def code_twenty(tab: Page, folder: Path, running: list[Command]) -> None:
    """Twenty passages by keyboard; after ten the program is killed and started again."""
    go(tab, "gesprek/r01")
    done = 0
    while done < 20:
        if not tab.locator(".kantlijn .voorstel").count():
            before = tab.url
            tab.keyboard.press("n")
            wait_until(tab, f"location.href !== {before!r}")
            tab.wait_for_selector(".kantlijn .voorstel")
        tab.keyboard.press("n")
        tab.keyboard.press("x" if done % 5 == 4 else "a")
        done += 1
        if done == 10:
            running[-1].kill()
            tab.keyboard.press("n")
            tab.keyboard.press("a")
            done += 1
            running.append(start(folder, "AB"))
        settle(tab)


def test_from_raw_conversations_to_a_report(
    raw_sample: Path, tab: Page, running: list[Command]
) -> None:
    running.append(start(raw_sample, "AB"))
    tab.goto(running[0].link)
    tab.wait_for_selector("main h1")
    confirm_names(tab)
    assert len(Project(raw_sample).store.names()) == len(TALKS)
    propose(tab)

    code_twenty(tab, raw_sample, running)
    made = events(raw_sample)
    assert len(made) == 20
    assert max(Counter(one.id for one in made).values()) == 1
    assert all(isinstance(one, Decision) and one.coder == "AB" for one in made)

    tab.keyboard.press("z")
    says(tab, "Ongedaan gemaakt")
    back = events(raw_sample)[-1]
    assert back.target == made[-1].id
    tab.keyboard.press("f")
    says(tab, "gelezen tot het eind")

    judge(tab)
    settle(tab)
    assert [one.state for one in events(raw_sample) if isinstance(one, Judgement)] == ["negatief"]
    sign(tab)
    (signed,) = [one for one in events(raw_sample) if isinstance(one, Signature)]
    assert signed.coder == "AB" and signed.reason == "besproken in het team"
    preview(tab)


def judge(tab: Page) -> None:
    go(tab, "oordelen")
    tab.locator("button[data-r]").first.focus()
    tab.keyboard.press("3")
    says(tab, "negatief")


def sign(tab: Page) -> None:
    go(tab, "vergelijken")
    tab.locator("button[data-row]").first.focus()
    tab.keyboard.press("Enter")
    tab.fill("dialog textarea", "besproken in het team")
    tab.click("dialog button:has-text('Ondertekenen als AB')")
    says(tab, "Ondertekend door AB")


def preview(tab: Page) -> None:
    go(tab, "rapport")
    tab.wait_for_selector("iframe", timeout=120_000)
    frame = tab.frame_locator("iframe")
    frame.locator("data.cijfer").first.wait_for()
    assert frame.locator("script").count() == 0
