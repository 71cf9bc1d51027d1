"""Opens somebody's own Word template and fills in its fields."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.files import read_bytes
from kwalevaluatie.report.marks import clean
from kwalevaluatie.report.word.markup import element
from kwalevaluatie.report.word.place import Place

REPORT, TITLE = "rapport", "titel"
FIELDS = ("titel", "ondertitel", "organisatie", "datum", "periode", "versie")
KINDS = (".docx", ".dotx")
_BOOKMARK = "_kwal_rapport"
_TAG = re.compile(r"\{\{\s*(?:p\s+)?rapport\s*\}\}")
_TITLE = re.compile(r"\{\{[^}]*\btitel\b[^}]*\}\}")
_TEMPLATE_TYPE, _DOCUMENT_TYPE = (
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml".encode()
    for kind in ("template", "document")
)
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class Opened:
    """A template that was filled in: the place of the report, and what it has of its own."""

    place: Place
    has_title: bool
    has_contents: bool


def open_template(path: Path, fields: Mapping[str, str]) -> Opened:
    """Open a .docx or .dotx, fill in its fields and find the place of the report.

    `fields` has a value for each of FIELDS. Raises KwalError for a file that is no template, an
    unknown or broken field, and a `{{ rapport }}` that stands elsewhere than in a paragraph of
    its own.
    """
    file = _read(path)
    body = file.element.body
    has_title = any(_TITLE.search(_text(p)) for p in body.iter(qn("w:p")))
    _mark_place(file, path)
    filled = _filled(file, {name: clean(value) for name, value in fields.items()}, path)
    return Opened(_place(filled), has_title, _has_contents(filled.element.body))


def _read(path: Path) -> WordFile:
    if path.suffix.lower() not in KINDS:
        raise _wrong("een sjabloon is een .docx of .dotx", path, "Sla het in Word zo op.")
    data = read_bytes(path, KwalError)
    try:
        return docx.Document(BytesIO(_as_document(data)))
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError):
        todo = "Open het in Word en sla het opnieuw op als .docx."
        raise _wrong("dit is geen leesbaar Word-bestand", path, todo) from None


def _as_document(data: bytes) -> bytes:
    """The bytes of a template as those of a document; the rest stays as it is."""
    result = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == _TYPES:
                content = content.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
            new.writestr(name, content)
    return result.getvalue()


def _mark_place(file: WordFile, path: Path) -> None:
    """Empty the paragraph of the report and mark it; at the end where there is none."""
    body = file.element.body
    tagged = [p for p in body.iter(qn("w:p")) if _TAG.search(_text(p))]
    if not tagged:
        body.get_or_add_sectPr().addprevious(element("<w:p></w:p>"))
        tagged = [body[-2]]
    elif (
        len(tagged) > 1
        or tagged[0].getparent() is not body
        or not _TAG.fullmatch(_text(tagged[0]).strip())
    ):
        todo = "Zet {{ rapport }} één keer in het sjabloon, alleen op een regel, niet in een tabel."
        raise _wrong("{{ rapport }} staat op een plek waar geen rapport past", path, todo)
    for child in [c for c in tagged[0] if c.tag != qn("w:pPr")]:
        tagged[0].remove(child)
    tagged[0].append(element(f'<w:bookmarkStart w:id="0" w:name="{_BOOKMARK}"></w:bookmarkStart>'))


def _text(paragraph: Any) -> str:
    return "".join(paragraph.itertext(qn("w:t")))


def _filled(file: WordFile, fields: Mapping[str, str], path: Path) -> WordFile:
    template, result = DocxTemplate(_saved(file)), BytesIO()
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        _check_fields(template, environment, fields, path)
        template.render(dict(fields), environment, autoescape=True)
    except UndefinedError as problem:
        raise _wrong(f"een veld in het sjabloon bestaat niet ({problem})", path, _known()) from None
    except (TemplateError, etree.XMLSyntaxError) as problem:
        todo = "Typ het veld opnieuw, in één keer: {{ titel }}."
        raise _wrong(f"een veld in het sjabloon klopt niet ({problem})", path, todo) from None
    template.save(result)
    return docx.Document(BytesIO(result.getvalue()))


def _check_fields(
    template: DocxTemplate, environment: Any, fields: Mapping[str, str], path: Path
) -> None:
    for name in sorted(template.get_undeclared_template_variables(environment, dict(fields))):
        todo = hint(name, FIELDS) if name != REPORT else "Zet {{ rapport }} in de tekst zelf."
        raise _wrong(f"het sjabloon heeft een onbekend veld {{{{ {name} }}}}", path, todo)


def _known() -> str:
    return f"Kies uit: {', '.join((*FIELDS, REPORT))}."


def _saved(file: WordFile) -> BytesIO:
    result = BytesIO()
    file.save(result)
    return BytesIO(result.getvalue())


def _place(file: WordFile) -> Place:
    body = file.element.body
    body.get_or_add_sectPr()
    (mark,) = body.xpath(f"./w:p[w:bookmarkStart[@w:name='{_BOOKMARK}']]")
    return Place(file, mark)


def _has_contents(body: Any) -> bool:
    return any(code.strip().startswith("TOC") for code in _codes(body))


def _codes(body: Any) -> Iterator[str]:
    yield from (text for text in body.itertext(qn("w:instrText")))
    yield from (field.get(qn("w:instr"), "") for field in body.iter(qn("w:fldSimple")))


def _wrong(what: str, path: Path, todo: str) -> KwalError:
    return KwalError(what, where=path, todo=todo)
