"""What stands in the way of a report for everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kwalevaluatie.errors import ProblemList, PublicationError
from kwalevaluatie.formats.findings import GOAL_HEADINGS
from kwalevaluatie.model import BoundNumber, Finding, Quotation
from kwalevaluatie.model.publication import Point
from kwalevaluatie.report.compose import Drawings, Teller, compose
from kwalevaluatie.report.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Placeholder,
    plain,
)
from kwalevaluatie.report.drawn import Drawn
from kwalevaluatie.report.facts import Facts
from kwalevaluatie.report.findings import fill, problems, typed
from kwalevaluatie.report.register import Register
from kwalevaluatie.report.summary import summarise

PROVISIONAL = "voorlopig"
SHOWN = 12
TODO = (
    "Op de werkplek tekent u bij Vergelijken en bij Rapport. In de terminal: kwal onderteken, "
    "kwal bevinding nieuw om te schrijven, kwal publicatiecheck om te kijken. Het interne rapport "
    "kan wel."
)
Check = Callable[
    [Iterable[BoundNumber], Iterable[Quotation], Iterable[tuple[str, str]]], Sequence[Point]
]


def check_findings(findings: Sequence[Finding], facts: Facts) -> None:
    """Raise ProblemList when something in the findings cannot be filled."""
    if found := tuple(problems(findings, facts)):
        raise ProblemList(found, todo="Verbeter de bevindingen en probeer het opnieuw.")


def one_subject(subject: str, findings: Sequence[Finding], facts: Facts) -> Document:
    """The findings on one goal or part, as a document of its own."""
    register = Register()
    blocks = [block for one in findings for block in _under_heading(one, facts, register)]
    return Document(subject, "", "", "", "", tuple(blocks))


def _under_heading(finding: Finding, facts: Facts, register: Register) -> Iterator[Block]:
    _, part, *group = finding.place.split("/")
    heading = next((name for name, key in GOAL_HEADINGS.items() if key == part), part)
    yield Heading(2, ": ".join((heading, *group)), numbered=False)
    yield from fill(finding, facts, register).blocks


def check_release(
    facts: Facts, findings: Sequence[Finding], check: Check, *, summary: bool = False
) -> None:
    """Raise PublicationError, with everything that is not ready, on a report for everybody.

    With `summary` the summary of one page must be ready too.
    """
    register = Register()
    places = {finding.place: finding for finding in findings}
    documents = [compose(Teller(facts, register, _undrawn(), "publiek", places))]
    if summary:
        documents.append(summarise(Teller(facts, Register(), _undrawn(), "publiek", places)))
    found = [
        *_unsigned(facts), *_open(documents), *_provisional(register), *_typed(findings),
        *_disclosing(facts, register, findings, check),
    ]  # fmt: skip
    if found:
        lines = "\n".join(f"- {line}" for line in found)
        raise PublicationError(f"dit rapport kan nog niet naar buiten:\n{lines}", todo=TODO)


def told(
    facts: Facts, findings: Sequence[Finding]
) -> tuple[tuple[BoundNumber, ...], tuple[Quotation, ...], tuple[tuple[str, str], ...]]:
    """The numbers, quotations and written pieces (place, text) of a report for everybody."""
    check_findings(findings, facts)
    register = Register()
    places = {finding.place: finding for finding in findings}
    compose(Teller(facts, register, _undrawn(), "publiek", places))
    numbers = {printed.number.id: printed.number for printed in register}
    return (
        tuple(numbers.values()),
        tuple(_quoted(facts, findings)),
        tuple(_texts(facts, findings)),
    )


def _undrawn() -> Drawings:
    """Figures that are not drawn yet: the text of a report does not depend on them."""
    nowhere = Drawn(Path(), Path())
    return Drawings(defaultdict(lambda: nowhere), nowhere)


def _unsigned(facts: Facts) -> Iterator[str]:
    ids = [row.id for row in facts.comparisons if row.signature is None]
    if ids:
        yield f"niet ondertekend ({len(ids)}): {_some(ids)}"


def _open(documents: Iterable[Document]) -> Iterator[str]:
    found: list[str] = []
    heading = ""
    for block in (block for document in documents for block in document.blocks):
        if isinstance(block, Heading) and block.level < 3:
            heading = block.text
        if isinstance(block, Placeholder):
            found.append(f"{heading} (“{block.prompt}”)")
    if found:
        yield f"nog te schrijven ({len(found)}): {_some(found)}"


def _provisional(register: Register) -> Iterator[str]:
    ids = {printed.number.id for printed in register if printed.number.status == PROVISIONAL}
    if ids:
        yield f"nog voorlopig geteld ({len(ids)}): {_some(sorted(ids))}"


def _typed(findings: Iterable[Finding]) -> Iterator[str]:
    found = [str(problem).splitlines()[0] for problem in typed(findings)]
    if found:
        yield f"getypt in plaats van geteld ({len(found)}): {_some(found)}"


def _disclosing(
    facts: Facts, register: Register, findings: Iterable[Finding], check: Check
) -> Iterator[str]:
    given = list(findings)
    numbers = {printed.number.id: printed.number for printed in register}.values()
    points = check(numbers, _quoted(facts, given), _texts(facts, given))
    for point in points:
        yield f"publicatiecheck, {point.place}: {point.message} (kwal onderteken {point.subject})"


def _quoted(facts: Facts, findings: Iterable[Finding]) -> Iterator[Quotation]:
    for _, goals in facts.chapters:
        for goal in goals:
            for quotations in goal.quotes.values():
                yield from quotations
    for finding in findings:
        yield from fill(finding, facts, Register()).quoted


def _texts(facts: Facts, findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    for finding in findings:
        for block in fill(finding, facts, Register()).blocks:
            if isinstance(block, Paragraph):
                yield finding.place, plain(block.inlines)


def _some(names: Sequence[str]) -> str:
    rest = len(names) - SHOWN
    return "; ".join(names[:SHOWN]) + (f"; en nog {rest}" if rest > 0 else "")
