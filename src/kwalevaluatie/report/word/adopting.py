"""Lets a report live in somebody's own template: its styles win, what it lacks is added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from kwalevaluatie.report.word.house import list_markup, list_use_markup
from kwalevaluatie.report.word.markup import element
from kwalevaluatie.report.word.styles import (
    BULLET_LEVELS,
    BULLET_LIST,
    HEADING_LEVELS,
    HEADING_LIST,
    LANGUAGE,
    OTHER_STYLES,
    STYLES,
    style_markup,
)

HEADINGS = ("Heading1", "Heading2")
BULLETS = "ListBullet"
ALIASES = {
    "Normal": ("standaard",),
    "Title": ("titel",),
    "Subtitle": ("ondertitel",),
    "Heading1": ("kop 1",),
    "Heading2": ("kop 2",),
    "Heading3": ("kop 3",),
    "Caption": ("bijschrift",),
    "ListBullet": ("lijst opsom.teken", "lijst met opsommingstekens"),
    "Citaat": ("quote",),
    "TOCHeading": ("kop van inhoudsopgave", "contents heading"),
    "TOC1": ("inhopg 1",),
    "TOC2": ("inhopg 2",),
    "Header": ("koptekst",),
    "Footer": ("voettekst",),
}
_REFERENCES = ("w:basedOn", "w:next", "w:link")


def adopt_styles(file: WordFile) -> Mapping[str, str]:
    """Add the styles and lists that a template lacks; everything in it becomes Dutch.

    Returns which style of the template stands for each of ours, by id.
    """
    styles = file.styles.element
    wanted = [*map(style_markup, STYLES), *OTHER_STYLES]
    made = [element(xml) for xml in wanted]
    own = {_id(style): _alike(style, styles) for style in made}
    names = {id: found or _free(id, styles) for id, found in own.items()}
    added = [style for style in made if not own[_id(style)]]
    for style in added:
        styles.append(_renamed(style, names))
    _adopt_lists(file, names)
    _make_dutch(file)
    return names


def _id(style: Any) -> str:
    return str(style.get(qn("w:styleId")))


def _alike(wanted: Any, styles: Any) -> str:
    """The id of the style of a template that stands for one of ours; empty when there is none."""
    kind = wanted.get(qn("w:type"))
    names = [_name(wanted), *ALIASES.get(_id(wanted), ())]
    same = [style for style in styles.findall(qn("w:style")) if style.get(qn("w:type")) == kind]
    if wanted.get(qn("w:default")):
        same.sort(key=lambda style: style.get(qn("w:default")) is None)
        return next((_id(style) for style in same if style.get(qn("w:default"))), "")
    found = {_name(style): _id(style) for style in reversed(same)}
    return next((found[name] for name in names if name in found), "")


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val"))).casefold()


def _free(id: str, styles: Any) -> str:
    taken = {_id(style) for style in styles.findall(qn("w:style"))}
    return f"Rapport{id}" if id in taken else id


def _renamed(style: Any, names: Mapping[str, str]) -> Any:
    """One of our styles, under its new id, based on the styles of the template."""
    style.set(qn("w:styleId"), names[_id(style)])
    style.attrib.pop(qn("w:default"), None)
    for reference in style.iter(*map(qn, _REFERENCES)):
        value = reference.get(qn("w:val"))
        reference.set(qn("w:val"), names.get(value, value))
    for number in list(style.iter(qn("w:numPr"))):
        number.getparent().remove(number)
    return style


def _adopt_lists(file: WordFile, names: Mapping[str, str]) -> None:
    """Number headings and mark bullets where the styles of the template do not."""
    by_id = {_id(style): style for style in file.styles.element.findall(qn("w:style"))}
    if not _is_in_list(by_id[names[HEADINGS[0]]], by_id):
        levels = [_tied(level, names) for level in HEADING_LEVELS]
        number = _add_list(file, HEADING_LIST, levels)
        for level, heading in enumerate(HEADINGS):
            _join(by_id[names[heading]], number, level)
    if not _is_in_list(by_id[names[BULLETS]], by_id):
        _join(by_id[names[BULLETS]], _add_list(file, BULLET_LIST, BULLET_LEVELS), 0)


def _tied(level: str, names: Mapping[str, str]) -> str:
    for heading in HEADINGS:
        level = level.replace(f'w:val="{heading}"', f'w:val="{names[heading]}"')
    return level


def _is_in_list(style: Any, by_id: Mapping[str, Any]) -> bool:
    return any(number not in (None, "0") for number in _numbers(style, by_id))


def _numbers(style: Any, by_id: Mapping[str, Any]) -> Iterator[str | None]:
    """The numbers of the lists that a style and those under it belong to, nearest first."""
    seen: set[str] = set()
    while style is not None and _id(style) not in seen:
        seen.add(_id(style))
        yield from style.xpath("./w:pPr/w:numPr/w:numId/@w:val")[:1]
        based = style.find(qn("w:basedOn"))
        style = by_id.get(based.get(qn("w:val"))) if based is not None else None


def _join(style: Any, number: int, level: int) -> None:
    properties = style.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _add_list(file: WordFile, kind: int, levels: Iterable[str]) -> int:
    """Add a list to the numbering of a template and return its number."""
    numbering = _numbering(file)
    taken = [
        *numbering.xpath("./w:num/@w:numId"),
        *numbering.xpath("./w:abstractNum/@w:abstractNumId"),
    ]
    number = max(map(int, taken), default=0) + kind
    uses = numbering.findall(qn("w:num"))
    definition = element(list_markup(number, levels))
    if uses:
        uses[0].addprevious(definition)
        uses[-1].addnext(element(list_use_markup(number)))
    else:
        numbering.extend([definition, element(list_use_markup(number))])
    return number


def _numbering(file: WordFile) -> Any:
    try:
        return file.part.numbering_part.element
    except NotImplementedError:
        empty = f"<w:numbering {nsdecls('w')}/>".encode()
        part = NumberingPart.load(
            PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, file.part.package
        )
        file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element


def _make_dutch(file: WordFile) -> None:
    """Set the language of all styles, and of the document as a whole."""
    styles = file.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    if not styles.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        _default_language(styles)
    for language in file.settings.element.findall(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)


def _default_language(styles: Any) -> None:
    spot = styles
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = spot.find(qn(name))
        if found is None:
            found = element(f"<{name}></{name}>")
            spot.insert(0, found)
        spot = found
    spot.append(element(f'<w:lang w:val="{LANGUAGE}"></w:lang>'))
