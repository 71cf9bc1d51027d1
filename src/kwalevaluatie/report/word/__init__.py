"""The report as a Word document, in house style or in the organisation's own template."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import docx
from docx.document import Document as WordFile

from kwalevaluatie.files import replacing
from kwalevaluatie.report.document import Document
from kwalevaluatie.report.word.adopting import adopt_styles
from kwalevaluatie.report.word.contents import renew_contents
from kwalevaluatie.report.word.house import set_house_style
from kwalevaluatie.report.word.place import Place
from kwalevaluatie.report.word.properties import set_properties
from kwalevaluatie.report.word.template import open_template
from kwalevaluatie.report.word.writer import Writer, first_free

__all__ = ["write_word"]


def write_word(
    document: Document,
    path: Path,
    template: Path | None = None,
    *,
    period: str = "",
    version: str = "",
) -> Path:
    """Write the report as a Word file and return its path.

    `template` is an organisation's own .docx or .dotx: its styles, headers and pages are kept, its
    fields `{{ titel }}`, `{{ ondertitel }}`, `{{ organisatie }}`, `{{ datum }}`, `{{ periode }}`
    and `{{ versie }}` are filled in, and the report comes where `{{ rapport }}` stands (at the end
    where it does not). Without one the report has a house style of its own. Numbers and quotations
    stand in content controls whose tag says where they come from.

    Raises `KwalError` for a missing picture, a reference that is too long for Word, a template
    that cannot be filled in, or a file that cannot be written.
    """
    if template is None:
        file = _in_house_style(document)
    else:
        file = _in_template(document, template, period, version)
    set_properties(file, document)
    with replacing(path) as temporary:
        file.save(str(temporary))
    return path


def _in_house_style(document: Document) -> WordFile:
    file = docx.Document()
    set_house_style(file, document)
    writer = _writer(document, Place(file, file.element.body[-1]), {})
    _write(writer, document, title=True, contents=True)
    return file


def _in_template(document: Document, template: Path, period: str, version: str) -> WordFile:
    opened = open_template(template, _fields(document, period, version))
    place = opened.place
    writer = _writer(document, place, adopt_styles(place.file))
    wide = place.is_wide
    _write(writer, document, title=not opened.has_title, contents=not opened.has_contents)
    place.close(wide)
    if opened.has_contents:
        renew_contents(place.file)
    return place.file


def _write(writer: Writer, document: Document, *, title: bool, contents: bool) -> None:
    """Write a report, or a single page without contents and chapters."""
    if title and writer.compact:
        writer.top(document)
    elif title:
        writer.title_page(document)
    writer.banner(document)
    if not writer.compact:
        writer.perspectives(document)
    if contents and not writer.compact:
        writer.contents(document)
    writer.chapters(document.blocks)


def _writer(document: Document, place: Place, styles: Mapping[str, str]) -> Writer:
    body = place.file.element.body
    return Writer(
        place,
        styles,
        controls=first_free(body.iter("{*}sdtPr"), "w:id"),
        bookmarks=first_free([body], "w:bookmarkStart"),
        compact=document.form == "blad",
    )


def _fields(document: Document, period: str, version: str) -> dict[str, str]:
    return {
        "titel": document.title,
        "ondertitel": document.subtitle,
        "organisatie": document.organisation,
        "datum": document.date,
        "periode": period,
        "versie": version,
    }
