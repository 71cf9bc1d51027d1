"""Whatever stops in between: a decision is on disk once, and the screen says so only then."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event
from tests.support.looking import go, wait_until
from tests.support.serving import Command, serving, start

from kwalevaluatie.project import Project
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

Starting = Callable[..., Command]
OVER = "document.querySelector('.kwal .stand').textContent.startsWith('Overgenomen')"
KEPT = "Object.keys(localStorage).length"
TALK = "gesprek/r02"


@pytest.fixture
def starting() -> Iterator[Starting]:
    """Start `kwal open`; whatever still runs at the end is stopped."""
    running: list[Command] = []

    def started(*given: Any, **more: Any) -> Command:
        running.append(start(*given, **more))
        return running[-1]

    yield started
    for command in running:
        command.kill()


def decided(project: Project) -> list[Any]:
    """What is on disk, read by somebody else than the server."""
    return Project(project.path).store.events()


def read(tab: Page, link: str) -> None:
    tab.goto(link)
    tab.wait_for_selector("h1")
    go(tab, TALK)


def once(events: list[Any], count: int) -> None:
    assert len(events) == count
    assert max(Counter(one.id for one in events).values(), default=1) == 1


def test_the_screen_says_so_only_when_it_is_on_disk(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        read(tab, opened.link)
        held: list[Route] = []
        tab.route("**/api/decide", lambda route: held.append(route))
        tab.keyboard.press("a")
        while not held:
            tab.wait_for_timeout(20)
        assert "Overgenomen" not in tab.inner_text(".kwal .stand")
        assert decided(sample) == []
        held[0].continue_()
        wait_until(tab, OVER)
        once(decided(sample), 1)
        assert tab.evaluate(KEPT) == 0


def test_killed_after_it_was_sent_and_before_the_answer(
    sample: Project, tab: Page, starting: Starting
) -> None:
    command = starting(sample.path, "AB", dying=True)
    read(tab, command.link)
    tab.keyboard.press("a")
    tab.wait_for_selector("body > .fout:has-text('nog niet vast')")
    assert command.process.wait() == -signal.SIGKILL
    once(decided(sample), 1)
    again = starting(sample.path, "AB")
    assert again.port == command.port
    wait_until(tab, OVER)
    once(decided(sample), 1)
    assert tab.evaluate(KEPT) == 0
    assert tab.is_hidden("body > .fout")


def test_killed_before_it_was_sent(sample: Project, tab: Page, starting: Starting) -> None:
    command = starting(sample.path, "AB")
    read(tab, command.link)
    command.kill()
    for _ in range(3):
        tab.keyboard.press("a")
    tab.wait_for_selector("body > .fout:not([hidden])")
    assert decided(sample) == []
    assert tab.evaluate(KEPT) == 3
    starting(sample.path, "AB")
    wait_until(tab, f"{KEPT} === 0")
    once(decided(sample), 3)


def test_an_undo_of_what_was_not_sent_yet_follows_it(
    sample: Project, tab: Page, starting: Starting
) -> None:
    command = starting(sample.path, "AB")
    read(tab, command.link)
    command.kill()
    for key in ("a", "a", "z"):
        tab.keyboard.press(key)
    starting(sample.path, "AB")
    wait_until(tab, f"{KEPT} === 0")
    first, second, back = decided(sample)
    assert back.target == second.id != first.id


def test_what_was_not_sent_survives_a_new_page_and_leaving_warns(
    sample: Project, tab: Page
) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        read(tab, opened.link)
        tab.route("**/api/decide", lambda route: route.abort())
        tab.keyboard.press("a")
        tab.keyboard.press("a")
        tab.wait_for_selector("body > .fout:not([hidden])")
        assert decided(sample) == []
        warned: list[str] = []

        def leave(dialog: Any) -> None:
            warned.append(dialog.type)
            dialog.accept()

        tab.on("dialog", leave)
        tab.unroute("**/api/decide")
        tab.route("**/api/decide", lambda route: route.abort(), times=1)
        tab.reload()
        wait_until(tab, f"{KEPT} === 0")
        assert warned == ["beforeunload"]
        wait_until(tab, "document.body.textContent.includes('van eerder alsnog vastgelegd')")
        once(decided(sample), 2)


def test_the_laptop_is_closed_for_a_while(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        read(tab, opened.link)
        tab.context.set_offline(True)
        for key in ("a", "x", "-"):
            tab.keyboard.press(key)
        tab.wait_for_selector("body > .fout:has-text('3 besluiten staan nog niet vast')")
        tab.context.set_offline(False)
        wait_until(tab, f"{KEPT} === 0")
        actions = [(one.action, one.valence) for one in decided(sample)]
        assert [action for action, _ in actions] == ["accepteer", "wijs-af", "accepteer"]
        assert actions[2][1] == "negatief"


def test_an_answer_that_hangs_is_not_waited_for_for_ever(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        tab.add_init_script("AbortSignal.timeout = () => { const c = new AbortController();"
                            " setTimeout(() => c.abort(), 300); return c.signal; }")  # fmt: skip
        read(tab, opened.link)
        tab.route("**/api/decide", lambda route: None, times=1)
        tab.keyboard.press("a")
        wait_until(tab, OVER)
        once(decided(sample), 1)


def test_a_full_disk_keeps_the_decision_on_the_screen(sample: Project, tab: Page) -> None:
    bench = Workbench(sample, "AB")
    engine = sample.store.engine

    def full(connection: Any, _: Any) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

    with serving(bench) as opened:
        read(tab, opened.link)
        tab.keyboard.press("a")
        wait_until(tab, OVER)
        tab.keyboard.press("k")
        event.listen(engine, "connect", full)
        engine.dispose()
        tab.keyboard.press("o")
        tab.fill("dialog textarea", "lang " * 10_000)
        tab.click("dialog >> text=Vastleggen")
        tab.wait_for_selector("body > .fout:has-text('de schijf is vol')")
        assert "Opmerking vastgelegd" not in tab.inner_text(".kwal .stand")
        once(decided(sample), 1)
        assert tab.evaluate(KEPT) == 1
        event.remove(engine, "connect", full)
        engine.dispose()
        wait_until(tab, f"{KEPT} === 0")
        once(decided(sample), 2)


def test_two_tabs_see_what_the_other_decided(sample: Project, tab: Page) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        read(tab, opened.link)
        other = tab.context.new_page()
        other.goto(tab.url)
        other.wait_for_selector(".beurt")
        tab.keyboard.press("a")
        wait_until(tab, OVER)
        other.keyboard.press("j")
        other.keyboard.press("a")
        wait_until(other, "document.querySelector('.kwal .stand').textContent.startsWith('Ook AB')")
        assert other.locator(".kantlijn .codering").count() == 2
        once(decided(sample), 2)


def test_a_tab_is_told_without_asking(sample: Project, browser: Browser) -> None:
    with (
        serving(Workbench(sample, "AB")) as mine,
        serving(Workbench(Project(sample.path), "CD")) as theirs,
    ):
        one, two = browser.new_context().new_page(), browser.new_context().new_page()
        one.clock.install()
        read(one, mine.link)
        read(two, theirs.link)
        two.keyboard.press("a")
        wait_until(two, OVER)
        one.clock.fast_forward(16_000)
        said = "document.querySelector('.kwal .stand').textContent.startsWith('Ook CD')"
        wait_until(one, said)
        assert one.locator(".kantlijn .codering").count() == 1
        one.context.close()
        two.context.close()


def test_no_decision_of_one_is_recorded_in_the_name_of_another(
    sample: Project, tab: Page, starting: Starting
) -> None:
    first = starting(sample.path, "AB")
    read(tab, first.link)
    first.kill()
    second = starting(sample.path, "CD", "--poort", str(first.port))
    other = tab.context.new_page()
    read(other, second.link)
    tab.keyboard.press("a")
    tab.wait_for_selector("body > .fout:has-text('andere codeur')")
    assert decided(sample) == []
    second.kill()
    third = starting(sample.path, "AB", "--poort", str(first.port))
    tab.context.new_page().goto(third.link)
    wait_until(tab, OVER)
    (made,) = decided(sample)
    assert made.coder == "AB"


def test_a_refused_decision_is_told_and_does_not_hold_up_the_rest(
    sample: Project, tab: Page
) -> None:
    with serving(Workbench(sample, "AB")) as opened:
        read(tab, opened.link)
        tab.evaluate("localStorage.clear()")
        key = tab.evaluate("Object.keys(localStorage).length")
        assert key == 0
        tab.route("**/api/decide", lambda route: route.fulfill(
            status=400, json={"problem": "dit kan niet"}), times=1)  # fmt: skip
        tab.keyboard.press("a")
        tab.wait_for_selector(".kwal .fout:not(:empty)")
        assert "dit kan niet" in tab.inner_text(".kwal .fout")
        tab.keyboard.press("a")
        wait_until(tab, OVER)
        once(decided(sample), 1)
