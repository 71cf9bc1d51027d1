"""Going to a page of the screen, and what axe finds wrong there."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

GRAVE = ("serious", "critical")
SECONDS = 90


def go(tab: Page, place: str) -> None:
    """Show one page of the screen and wait until it stands."""
    tab.evaluate("place => { location.hash = place; }", place)
    standing(tab, place)


def standing(tab: Page, place: str) -> None:
    """Wait until this page of the screen stands."""
    tab.wait_for_selector(f'main[data-place="{place}"]:not([aria-busy]) h1')


def wait_until(tab: Page, said: str) -> None:
    """Until this holds on the page; its policy allows no scripts from elsewhere to wait in it."""
    end = monotonic() + SECONDS
    while monotonic() < end:
        if tab.evaluate(said):
            return
        tab.wait_for_timeout(20)
    raise AssertionError(f"{said} did not come about: {tab.inner_text('body')[:300]}")


def settle(tab: Page) -> None:
    """Until everything that was decided is on disk, and shown."""
    wait_until(tab, "!Object.keys(localStorage).length")


def faults(tab: Page) -> list[str]:
    """What axe-core calls serious or critical on what is shown now."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"][:3]
    ]


def too_wide(tab: Page) -> int:
    """By how much the page is wider than the window."""
    width = tab.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return max(0, int(width))
