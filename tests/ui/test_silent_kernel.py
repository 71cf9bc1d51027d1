"""A kernel that was started again answers nothing: the cell says so, and nothing comes in twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.support.looking import wait_until
from tests.support.serving import serving

from kwalevaluatie.project import Project
from kwalevaluatie.ui.widget import answer
from kwalevaluatie.workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Page

CELL = """async () => {
    const { default: screen } = await import("/kwal.js");
    const heard = {};
    const model = { on: (_, hear) => { heard.hear = hear; }, get: () => "gesprek/r02",
        send: async (asked) => {
            const told = await window.kernel(asked);
            if (told) heard.hear(told);
        } };
    document.body.replaceChildren(document.createElement("div"));
    await screen.render({ model, el: document.body.firstChild });
}"""


class Kernel:
    """What answers the messages of a cell, until it does not."""

    def __init__(self, project: Project) -> None:
        self.bench, self.silent = Workbench(project, "AB"), False
        self.asked: list[dict[str, Any]] = []

    def __call__(self, asked: dict[str, Any]) -> dict[str, Any] | None:
        self.asked.append(asked)
        if self.silent:
            return None
        return {"number": asked["number"], **answer(self.bench, asked)}


def test_what_was_not_answered_is_said_and_given_again_once(sample: Project, tab: Page) -> None:
    kernel = Kernel(sample)
    tab.expose_function("kernel", kernel)
    with serving(Workbench(sample, "CD")) as opened:
        tab.goto(opened.link)
        tab.wait_for_selector("main h1")
        tab.evaluate(CELL)
        tab.wait_for_selector(".in-cel .kantlijn .voorstel")
        kernel.silent = True
        tab.locator(".in-cel .kantlijn .voorstel").first.press("a")
        tab.wait_for_selector("[role=alert]:has-text('kijk of uw laatste besluit er staat')")
        assert sample.store.events() == []
        assert "Overgenomen" not in tab.inner_text("body")
        lost = kernel.asked[-1]

        kernel.silent = False
        tab.evaluate(CELL)
        tab.wait_for_selector(".in-cel .kantlijn .voorstel")
        wait_until(tab, "!document.querySelector('[role=alert]').textContent")
        tab.locator(".in-cel .kantlijn .voorstel").first.press("a")
        tab.wait_for_selector(".in-cel .kantlijn .codering")
        assert len(sample.store.events()) == 1
        kernel(lost | {"number": "te laat"})
        codings = Workbench(sample, "AB").answer("conversation", {"id": "r02"})["codings"]
        assert len(codings) == 1
