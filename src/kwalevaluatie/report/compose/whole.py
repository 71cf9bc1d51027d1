"""The whole report: its title page lines and its chapters in order."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.report.compose.annexes import people, questions, register
from kwalevaluatie.report.compose.attention import attention
from kwalevaluatie.report.compose.beside import others
from kwalevaluatie.report.compose.coreq import coreq
from kwalevaluatie.report.compose.goals import chapter
from kwalevaluatie.report.compose.method import method
from kwalevaluatie.report.compose.opening import opening
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import Block, Document

SYNTHETIC = "SYNTHETISCH: organisatie, mensen en gesprekken zijn verzonnen. "
INTERNAL = (questions, people, coreq, register)
PUBLIC = (questions, coreq, register)
DRAFT = "CONCEPT, door een mens af te maken en te controleren."


def compose(teller: Teller) -> Document:
    """The whole report."""
    settings = teller.facts.settings
    return Document(
        title=settings.title,
        subtitle=settings.subtitle,
        organisation=settings.organisation,
        date=settings.date,
        banner=banner(teller),
        blocks=tuple(_blocks(teller)),
        perspectives=teller.facts.per_goal_groups,
    )


def banner(teller: Teller) -> str:
    """The warnings on the title page."""
    synthetic = SYNTHETIC if teller.facts.settings.synthetic else ""
    return (synthetic + ("" if teller.public else DRAFT)).strip()


def _blocks(teller: Teller) -> Iterator[Block]:
    yield from opening(teller)
    yield from method(teller)
    for part, goals in teller.facts.chapters:
        yield from chapter(teller, part, goals)
    yield from others(teller)
    yield from attention(teller)
    for annex in PUBLIC if teller.public else INTERNAL:
        yield from annex(teller)
