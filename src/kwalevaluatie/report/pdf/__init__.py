"""The report as an accessible PDF: tagged, in Dutch, with its letters inside (PDF/UA-1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import KwalError, ProjectError
from kwalevaluatie.files import replacing
from kwalevaluatie.report.document import Document
from kwalevaluatie.report.pdf.content import content
from kwalevaluatie.report.pdf.letters import FOLDER

__all__ = ["need_typst", "write_pdf"]

TEMPLATE = Path(__file__).parents[1] / "templates" / "report.typ"
STANDARD = "ua-1"
INSTALL = "Installeer het met: pip install 'kwalevaluatie[pdf]'. Of kies een andere vorm: docx."


def write_pdf(document: Document, path: Path) -> Path:
    """Write the report as a PDF that a screen reader can read, and return its path.

    The file keeps to PDF/UA-1 (ISO 14289-1): headings, lists, tables, quotations and figures are
    tagged, figures have a text, and every letter is in the file. A number leads to its row in the
    register. Texts are given to typst as strings, so nothing in them is taken for typst code; a
    letter that no font has becomes “�”.

    Raises `ProjectError` when the extra `pdf` is not installed and `KwalError` for a missing or
    unreadable picture, or a file that cannot be written.
    """
    told = content(document)
    made = _compiled(_sources(told.data, told.pictures))
    with replacing(path) as temporary:
        temporary.write_bytes(made)
    return path


def _sources(data: Mapping[str, object], pictures: Mapping[str, Path]) -> dict[str, bytes]:
    """The files that typst sees: the template, the report as data, and its figures."""
    return {
        "main.typ": TEMPLATE.read_bytes(),
        "report.json": json.dumps(data, ensure_ascii=False).encode(),
        **{name: picture.read_bytes() for name, picture in pictures.items()},
    }


def _compiled(sources: dict[str, bytes]) -> bytes:
    typst = need_typst()
    fonts = typst.Fonts(include_system_fonts=True, font_paths=[str(FOLDER)])
    try:
        made: bytes = typst.compile(sources, format="pdf", pdf_standards=STANDARD, font_paths=fonts)
    except typst.TypstError as error:
        todo = "Maak de figuren opnieuw, of meld dit."
        raise KwalError(f"de PDF is niet te maken: {error}", todo=todo) from error
    return made


def need_typst() -> Any:
    """The program that makes the PDF; an error says what to install when it is not there."""
    try:
        import typst
    except ImportError:
        raise ProjectError("een PDF maken kan hier niet: typst ontbreekt", todo=INSTALL) from None
    return typst
