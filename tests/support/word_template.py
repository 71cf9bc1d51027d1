"""A small Word template of an invented organisation, for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.shared import RGBColor

PURPLE = "5A3284"
Change = Callable[[Any], None]


def nothing(_: Any) -> None:
    """Leave the template as it is."""


def word_template(path: Path, *body: str, change: Change = nothing) -> Path:
    """A template with a house colour, fields in header and footer, and these paragraphs.

    A .dotx gets the content type that Word gives a template.
    """
    file = docx.Document()
    file.styles["Heading 1"].font.color.rgb = RGBColor.from_string(PURPLE)
    file.styles["Normal"].font.name = "Georgia"
    section = file.sections[0]
    section.header.paragraphs[0].text = "{{ organisatie }}"
    section.footer.paragraphs[0].text = "{{ periode }}, {{ versie }}, {{ datum }}"
    for text in body:
        file.add_paragraph(text)
    change(file)
    plain = path.with_suffix(".docx")
    file.save(str(plain))
    return _as_template(plain, path) if path.suffix == ".dotx" else path


def _as_template(plain: Path, path: Path) -> Path:
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(name, data)
    return path
