"""Reports that somebody edited in Word, and what becomes of them in another format."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

Edit = Callable[[Any], None]


def edited(source: Path, target: Path, *edits: Edit) -> Path:
    """A copy of a Word report with some edits."""
    file = docx.Document(str(source))
    for edit in edits:
        edit(file.element.body)
    file.save(str(target))
    return target


def controls(body: Any) -> dict[str, Any]:
    """The content controls of a report by their tag."""
    tags = ((one.find(qn("w:sdtPr")).find(qn("w:tag")), one) for one in body.iter(qn("w:sdt")))
    return {tag.get(qn("w:val")): one for tag, one in tags if tag is not None}


def control(id: str, text: str) -> Edit:
    """Type another text inside the control of a number or quotation."""

    def edit(body: Any) -> None:
        first, *rest = controls(body)[id].iter(qn("w:t"))
        assert first.text != text
        first.text = text
        for one in rest:
            one.text = ""

    return edit


def swap(one: str, other: str) -> Edit:
    """Exchange two controls, each with its own id."""

    def edit(body: Any) -> None:
        found = controls(body)
        first, second = found[one], found[other]
        place, where = second.getparent(), second.getparent().index(second)
        first.getparent().replace(first, second)
        place.insert(where, first)

    return edit


def word(near: str, old: str, new: str) -> Edit:
    """Replace words in the text right after the control with this id."""

    def edit(body: Any) -> None:
        run = controls(body)[near].getnext()
        text = run.find(qn("w:t"))
        assert old in text.text
        text.text = text.text.replace(old, new, 1)

    return edit


def sentence(near: str, text: str) -> Edit:
    """Add words at the end of the paragraph in which the control with this id stands."""

    def edit(body: Any) -> None:
        paragraph = controls(body)[near].getparent()
        run = paragraph.makeelement(qn("w:r"), {})
        words = run.makeelement(qn("w:t"), {qn("xml:space"): "preserve"})
        words.text = f" {text}"
        run.append(words)
        paragraph.append(run)

    return edit


def loose(body: Any) -> None:
    """Take away all content controls and keep what stands in them."""
    for one in list(body.iter(qn("w:sdt"))):
        if one.find(qn("w:sdtPr")).find(qn("w:tag")) is not None:
            place = one.getparent()
            for run in one.find(qn("w:sdtContent")):
                place.insert(place.index(one), run)
            place.remove(one)


def converted(source: Path, kind: str, folder: Path) -> Path:
    """The report as LibreOffice saves it; skips where there is none, except in CI."""
    program = shutil.which("soffice")
    if program is None and os.environ.get("CI") != "true":
        pytest.skip("LibreOffice is not installed")
    assert program is not None
    profile = f"-env:UserInstallation=file://{folder}/profiel"
    wanted = "txt:Text (encoded):UTF8" if kind == "txt" else kind
    command = [program, profile, "--headless", "--convert-to", wanted, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{kind}"
