"""House style for a report without a template: styles, lists, settings, page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm

from kwalevaluatie.report.document import Document
from kwalevaluatie.report.word.markup import element, field, paragraph, run
from kwalevaluatie.report.word.styles import (
    BULLET_LEVELS,
    BULLET_LIST,
    DEFAULTS,
    HEADING_LEVELS,
    HEADING_LIST,
    LANGUAGE,
    OTHER_STYLES,
    STYLES,
    style_markup,
)

PAGE = (Cm(21.0), Cm(29.7))
MARGIN = Cm(2.5)
_LISTS = {HEADING_LIST: HEADING_LEVELS, BULLET_LIST: BULLET_LEVELS}
_UNUSED_PARTS = frozenset({"thumbnail", "stylesWithEffects", "customXml"})


def set_house_style(file: WordFile, document: Document) -> None:
    """Give an empty Word file the styles, lists, settings and pages of the report."""
    _set_styles(file.styles.element)
    _set_numbering(file.part.numbering_part.element)
    _set_settings(file.settings.element)
    _drop_unused_parts(file)
    _set_page(file, document)


def list_markup(number: int, levels: Iterable[str]) -> str:
    """The definition of a list with its levels."""
    made = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n, level in enumerate(levels))
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{made}</w:abstractNum>'


def list_use_markup(number: int) -> str:
    """The number by which paragraphs belong to the list with the same number."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'


def _set_styles(styles: Any) -> None:
    for old in [*styles.findall(qn("w:style")), *styles.findall(qn("w:docDefaults"))]:
        styles.remove(old)
    styles.insert(0, element(DEFAULTS))
    for xml in (*map(style_markup, STYLES), *OTHER_STYLES):
        styles.append(element(xml))


def _set_numbering(numbering: Any) -> None:
    for old in list(numbering):
        numbering.remove(old)
    for number, levels in _LISTS.items():
        numbering.append(element(list_markup(number, levels)))
    for number in _LISTS:
        numbering.append(element(list_use_markup(number)))


def _set_settings(settings: Any) -> None:
    for name, value in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        settings.find(qn(name)).set(qn("w:val"), value)
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    for compat in settings.iter(qn("w:compatSetting")):
        if compat.get(qn("w:name")) == "compatibilityMode":
            compat.set(qn("w:val"), "15")


def _drop_unused_parts(file: WordFile) -> None:
    for holder in (file.part.package, file.part):
        for rel_id, rel in list(holder.rels.items()):
            if rel.reltype.rsplit("/", 1)[-1] in _UNUSED_PARTS:
                del holder.rels[rel_id]


def _set_page(file: WordFile, document: Document) -> None:
    section = file.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Cm(1.25)
    section.different_first_page_header_footer = True
    pages = f"{run('Pagina ')}{field('PAGE', '1')}{run(' van ')}{field('NUMPAGES', '1')}"
    _fill(section.header, paragraph("Header", run(document.title)))
    _fill(section.footer, paragraph("Footer", pages))


def _fill(story: BlockItemContainer, xml: str) -> None:
    story._element.append(element(xml))
    story._element.remove(story.paragraphs[0]._p)
