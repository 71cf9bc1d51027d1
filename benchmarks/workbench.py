"""Measures how fast the workbench opens, answers keys and lists, in a real browser.

`python -m benchmarks.workbench` prints the figures and writes docs/werkplek.md. The evaluation is
made up for this: one conversation of 12,000 words with 400 codings, among 500 conversations.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from kwalevaluatie.model import Decision, Span, Transcript, Turn
from kwalevaluatie.project import Project, new_project
from kwalevaluatie.ui.serve import prepare
from kwalevaluatie.workbench import Workbench

TARGET = Path(__file__).resolve().parents[1] / "docs" / "werkplek.md"
TURNS, WORDS, CODINGS, TALKS, KEYS = 300, 40, 400, 500, 20
LONG = "lang"
SAID = "toen kreeg ik elke week een gesprek over werk en dat hielp mij echt verder"
OPENED = """async (place) => {
  const begun = performance.now();
  location.hash = place;
  while (!document.querySelector(place ? ".kantlijn .nu" : "tbody tr")) await new Promise(requestAnimationFrame);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""
LISTEN = """() => {
  window.taken = [];
  addEventListener("keydown", (event) => {
    const begun = event.timeStamp;
    requestAnimationFrame(() => setTimeout(() => window.taken.push(performance.now() - begun)));
  }, true);
}"""
DECIDED = """async (key) => {
  const said = document.querySelector(".stand");
  said.textContent = "";
  const begun = performance.now();
  const event = new KeyboardEvent("keydown", { key, bubbles: true });
  document.activeElement.dispatchEvent(event);
  while (!said.textContent) await new Promise((done) => setTimeout(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""

TEXT = """# Hoe snel de werkplek is

Gemaakt door `python -m benchmarks.workbench`; niets hierin is met de hand geschreven. De evaluatie is verzonnen om te meten:
500 gesprekken, waarvan één van 12.000 woorden met 400 coderingen. Gemeten in een echte browser (Chromium {chromium}, Python
{python}, {cores} kernen, gemiddeld {load} taken tegelijk op de machine). In milliseconden, tot het op het scherm staat.

| wat | keer | midden | langzaamst | gewenst |
|---|---|---|---|---|
{rows}

Een besluit is pas klaar als het in de database staat. De laatste twee regels zijn het deel van Python, zonder browser.
In een notebook komt de tijd van de kernel erbij; die is hier niet gemeten.
"""


@dataclass(frozen=True)
class Timed:
    """What was measured, in milliseconds, a number for every time it was done."""

    what: str
    wanted: str
    times: tuple[float, ...]

    def row(self) -> str:
        middle, worst = statistics.median(self.times), max(self.times)
        return f"| {self.what} | {len(self.times)} | {middle:.0f} | {worst:.0f} | {self.wanted} |"


def make(folder: Path) -> Project:
    """An evaluation of many conversations, of which one is long and coded throughout."""
    project = new_project(folder, ["dienstverlening"], title="Gemaakt om te meten (synthetisch)")
    for number in range(TALKS - 1):
        project.store.freeze(_talk(f"g{number:03}", 20), at="2025-01-01T00:00:00", by="meting")
    project.store.freeze(_talk(LONG, TURNS), at="2025-01-01T00:00:00", by="meting")
    project.store.append(_codings(project))
    return Project(folder)


def _talk(name: str, turns: int) -> Transcript:
    words = (SAID.split() * WORDS)[:WORDS]
    text = " ".join(words)
    roles = ("interviewer", "respondent")
    return Transcript(name, tuple(Turn("Spreker", roles[at % 2], text) for at in range(turns)))


def _codings(project: Project) -> list[Decision]:
    codes = [code.id for code in project.codebook.active]
    return [
        Decision(
            id=f"meting-{at}", coder="AB", at="2025-01-01T00:00:00", transcript=LONG,
            span=Span(at * 3 // 8 * 2 % TURNS + 1, 5 * (at % 8), 60 + 5 * (at % 8)),
            code=codes[at % len(codes)], action="voeg-toe", valence="positief", moment="nu",
        )
        for at in range(CODINGS)
    ]  # fmt: skip


def measure(page: Page, link: str) -> list[Timed]:
    """Open the list and the conversation some times, and press keys in it."""
    page.goto(link)
    page.wait_for_selector("tbody tr")
    lists, talks = [], []
    for _ in range(5):
        talks.append(page.evaluate(OPENED, f"#gesprek/{LONG}"))
        page.wait_for_timeout(300)
        lists.append(page.evaluate(OPENED, ""))
    page.evaluate(OPENED, f"#gesprek/{LONG}")
    page.wait_for_timeout(500)
    decided = [page.evaluate(DECIDED, "-+"[at % 2]) for at in range(KEYS)]
    page.evaluate(LISTEN)
    for _ in range(KEYS):
        page.keyboard.press("j")
        page.wait_for_timeout(60)
    return [
        Timed(f"lijst van {TALKS} gesprekken", "meteen", tuple(lists)),
        Timed(
            f"gesprek van {TURNS * WORDS:_} woorden openen".replace("_", "."),
            "< 1000",
            tuple(talks),
        ),
        Timed("toets: naar de volgende passage", "< 50", tuple(page.evaluate("window.taken"))),
        Timed("toets: besluit, tot het vaststaat", "< 50", tuple(decided)),
    ]


def _kernel(bench: Workbench) -> list[Timed]:
    """What Python itself takes, without a browser."""
    asked = (("conversations", {}), ("conversation", {"id": LONG}))
    found = []
    for name, given in asked:
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            bench.answer(name, given)
            times.append(1000 * (time.perf_counter() - begun))
        found.append(Timed(f"antwoord van Python op “{name}”", "", tuple(times)))
    return found


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        bench = Workbench(make(Path(folder) / "meting"), "AB")
        told = _kernel(bench)
        opened = prepare(bench)
        threading.Thread(target=opened.run, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        told = [*measure(page, opened.link), *told]
        version = browser.version
        browser.close()
        opened.server.should_exit = True
    page_text = TEXT.format(
        rows="\n".join(one.row() for one in told),
        chromium=version.split(".")[0],
        python=platform.python_version(),
        cores=os.cpu_count(),
        load=f"{os.getloadavg()[0]:.1f}".replace(".", ","),
    )
    TARGET.write_text(page_text, encoding="utf-8")
    print(page_text)


if __name__ == "__main__":
    main()
