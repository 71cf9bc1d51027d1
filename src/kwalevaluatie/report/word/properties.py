"""What a Word file says of itself: title, organisation, language."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from kwalevaluatie.report.document import Document
from kwalevaluatie.report.marks import clean
from kwalevaluatie.report.word.styles import LANGUAGE

LONGEST = 255


def set_properties(file: WordFile, document: Document) -> None:
    """Set title, organisation and language; the moment of writing is left out."""
    known = file.core_properties
    known.title, known.subject = clean(document.title)[:LONGEST], clean(document.subtitle)[:LONGEST]
    known.author = known.last_modified_by = clean(document.organisation)[:LONGEST]
    known.language, known.comments, known.keywords = LANGUAGE, "", ""
    for name in ("dcterms:created", "dcterms:modified"):
        for moment in known._element.findall(qn(name)):
            known._element.remove(moment)
