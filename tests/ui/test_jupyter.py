"""The widget in a real JupyterLab and Notebook: keys pressed in a cell, read back in the next."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from kwalevaluatie.project import Project

if os.environ.get("CI") != "true":
    for needed in ("jupyterlab", "notebook", "nbformat", "playwright"):
        pytest.importorskip(needed)

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Locator, Page, expect

TOKEN = "alleen-voor-deze-toets"
PATIENCE = 120_000
RAN = re.compile(r"\[\d+\]:")
PLACES = {"jupyterlab": "lab/tree", "notebook": "notebooks"}
OPEN = "from kwalevaluatie import open_project\nproject = open_project({path!r})"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """JupyterLab and Notebook with settings of their own: the address, and the folder they show."""
    folder, home = tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("thuis")
    port = _free_port()
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        f"--port={port}", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}",
        f"--IdentityProvider.token={TOKEN}", "--LabApp.news_url=None",
    ]  # fmt: skip
    env = os.environ | {"HOME": str(home), "JUPYTER_PLATFORM_DIRS": "0"}
    with subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    ) as lab:
        try:
            _wait_for(f"http://127.0.0.1:{port}/api?token={TOKEN}", lab)
            yield f"http://127.0.0.1:{port}", folder
        finally:
            lab.terminate()


@pytest.fixture
def cells(browser: Browser) -> Iterator[Page]:
    """A tab for a notebook; only what goes wrong in the widget fails, not in the program around."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(f"{fault} {fault.stack}"))
    yield page
    context.close()
    assert not [fault for fault in faults if "blob:" in fault]


def _wait_for(address: str, lab: subprocess.Popen[bytes]) -> None:
    for _ in range(480):
        assert lab.poll() is None, "JupyterLab stopte meteen"
        try:
            with urlopen(address) as answer:
                answer.read()
            return
        except (URLError, ConnectionError):
            time.sleep(0.25)
    raise AssertionError("JupyterLab kwam niet op gang")


def _notebook(
    tab: Page, desk: tuple[str, Path], program: str, project: Project, *cells: str
) -> Locator:
    """Open a notebook with these cells after the one that opens the evaluation, and run two."""
    address, folder = desk
    name = f"{project.path.parent.name}.ipynb"
    sources = [OPEN.format(path=str(project.path)), *cells]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    made = new_notebook(cells=[new_code_cell(one) for one in sources], metadata=kernel)
    nbformat.write(made, folder / name)
    tab.goto(f"{address}/{PLACES[program]}/{name}?token={TOKEN}")
    expect(tab.locator(".jp-Cell")).to_have_count(len(sources), timeout=PATIENCE)
    _wait_for_kernel(address, name)
    _run(tab, 0)
    _run(tab, 1)
    screen = tab.locator(".kwal.in-cel")
    expect(screen).to_be_visible(timeout=PATIENCE)
    return screen


def _wait_for_kernel(address: str, notebook: str) -> None:
    for _ in range(480):
        with urlopen(f"{address}/api/sessions?token={TOKEN}") as answer:
            kernels = [one["kernel"] for one in json.load(answer) if one["path"] == notebook]
        if any(one["execution_state"] == "idle" and one["connections"] for one in kernels):
            return
        time.sleep(0.25)
    raise AssertionError("de kernel kwam niet op gang")


def _run(tab: Page, place: int) -> Locator:
    """Run a cell to its end; a key that the program did not take is pressed again."""
    cell = tab.locator(".jp-CodeCell").nth(place)
    prompt = cell.locator(".jp-InputPrompt")
    for _ in range(10):
        cell.locator(".cm-content").click()
        tab.keyboard.press("Shift+Enter")
        with suppress(AssertionError):
            expect(prompt).not_to_have_text("[ ]:", timeout=PATIENCE // 10)
            break
    expect(prompt).to_have_text(RAN, timeout=PATIENCE)
    return cell


def _run_third(tab: Page) -> str:
    """Run the third cell and give what it says."""
    last = _run(tab, 2)
    output = last.locator(".jp-OutputArea-output")
    expect(output.first).to_be_visible(timeout=PATIENCE)
    return output.first.inner_text()


@pytest.mark.parametrize("program", PLACES)
def test_a_decision_in_the_cell_is_in_the_frame_of_the_next(
    cells: Page, desk: tuple[str, Path], sample: Project, program: str
) -> None:
    sources = ['project.review("r01", coder="AB")', "print(project.log()[['coder', 'code']])"]
    screen = _notebook(cells, desk, program, sample, *sources)
    first = screen.locator("button.code.voorstel, button[data-key]").first
    expect(first).to_be_visible(timeout=PATIENCE)
    code = first.get_attribute("data-key").rpartition("/")[2]
    first.click()
    cells.keyboard.press("a")
    expect(screen.locator(".stand")).to_contain_text("Overgenomen", timeout=PATIENCE)
    said = _run_third(cells)
    assert "AB" in said and code in said
    assert len(Project(sample.path).store.events()) == 1
    assert cells.locator(".jp-Cell").count() == 4
