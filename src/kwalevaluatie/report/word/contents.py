"""The table of contents: a field of Word, filled in."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from kwalevaluatie.report.marks import Entry
from kwalevaluatie.report.word.markup import (
    FIELD_END,
    element,
    field_start,
    indent,
    numbered,
    paragraph,
    run,
)

DEEPEST = 2
_ON_A_NEW_PAGE = f"<w:pageBreakBefore/>{numbered(0)}{indent(0)}"
_AFTER_UPDATE = (
    "w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids",
    "m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults",
    "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip


def contents(entries: Sequence[Entry]) -> str:
    """Word's own table of contents; its page numbers come when Word updates it.

    Empty where no heading is to be listed. Heading n leads to the bookmark `_Toc{n}`.
    """
    anchored = [(f"_Toc{n}", entry) for n, entry in enumerate(entries, 1)]
    listed = [item for item in anchored if item[1].heading.level <= DEEPEST]
    lines = [_line(place, *item) for place, item in enumerate(listed)]
    return _field(lines) if lines else ""


def renew_contents(file: WordFile) -> None:
    """Have Word ask to fill a template's own table of contents when the file is opened."""
    settings = file.settings.element
    if settings.find(qn("w:updateFields")) is not None:
        return
    made = element('<w:updateFields w:val="true"></w:updateFields>')
    later = next((one for one in settings if one.tag in map(qn, _AFTER_UPDATE)), None)
    if later is not None:
        later.addprevious(made)
    else:
        settings.append(made)


def _field(lines: Sequence[str]) -> str:
    return (
        "<w:sdt><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{paragraph('TOCHeading', run('Inhoud'), _ON_A_NEW_PAGE)}{''.join(lines)}"
        f"{paragraph('Normal', FIELD_END)}</w:sdtContent></w:sdt>"
    )


def _line(place: int, anchor: str, entry: Entry) -> str:
    start = field_start(rf'TOC \o "1-{DEEPEST}" \h \z \u') if place == 0 else ""
    number = f"{run(entry.number)}<w:r><w:tab/></w:r>" if entry.number else ""
    link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">'
    text = f"{start}{link}{number}{run(entry.heading.text)}</w:hyperlink>"
    return paragraph(f"TOC{entry.heading.level}", text)
