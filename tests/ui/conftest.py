"""A real browser for the page, and an evaluation to work on in it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.looking import SECONDS

from kwalevaluatie.demo import Demo
from kwalevaluatie.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; without it these tests are skipped, but never where CI=true."""
    if not CHROMIUM and os.environ.get("CI") != "true":
        pytest.skip("chromium is niet geïnstalleerd")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of its own; what goes wrong in its scripts fails the test."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(1000 * SECONDS)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield page
    context.close()
    assert not faults


@pytest.fixture
def sample(demo: Demo, tmp_path: Path) -> Project:
    """The sample in a folder of its own, as it is before anybody decided anything."""
    folder = tmp_path / "evaluatie"
    shutil.copytree(demo.project.path, folder)
    with closing(sqlite3.connect(folder / "evaluatie.sqlite")) as database:
        database.execute("DELETE FROM events")
        database.commit()
        database.execute("VACUUM")
    return Project(folder)
