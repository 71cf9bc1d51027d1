"""Findings filled in: Markdown with live references becomes blocks with bound numbers."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kwalevaluatie.errors import FindingError, KwalError, hint
from kwalevaluatie.model import Finding, Quotation
from kwalevaluatie.report.document import Block
from kwalevaluatie.report.facts import Facts
from kwalevaluatie.report.markdown import CLOSE, OPEN, Reader
from kwalevaluatie.report.references import References
from kwalevaluatie.report.register import Register
from kwalevaluatie.report.typed import typed_counts

LONGEST = 50_000
FUNCTIONS = ("tel", "kbo", "citaat")
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Call, nodes.Name, nodes.Const,
    nodes.Keyword, nodes.For, nodes.List, nodes.Tuple, nodes.If, nodes.Compare, nodes.Operand,
)  # fmt: skip
TYPED = "Typ geen cijfer of hoeveelheid: gebruik {{ tel(…) }}, dan klopt het altijd."
WRITE = 'Schrijf verwijzingen als {{ tel("ID") }}, {{ kbo("ID") }} of {{ citaat("WIE", "…") }}.'


class Closed(ImmutableSandboxedEnvironment):
    """A template environment in which only the functions of findings can be called."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """No attribute of anything can be reached."""
        return False

    def is_safe_callable(self, obj: object) -> bool:
        """Only the references themselves are called."""
        return isinstance(getattr(obj, "__self__", None), References)


@dataclass(frozen=True)
class Filled:
    """A finding as blocks, with the quotations in it."""

    blocks: tuple[Block, ...]
    quoted: tuple[Quotation, ...]


def fill(finding: Finding, facts: Facts, register: Register, *, public: bool = False) -> Filled:
    """The blocks of a finding; every number in it is remembered by the register.

    Raises FindingError, with file and line, on a reference to what is not there.
    """
    references = References(facts, register, public)
    text = _rendered(finding, references)

    def refuse(line: int, what: str, todo: str) -> FindingError:
        return FindingError(what, where=finding.path, line=finding.line + line, todo=todo)

    blocks = Reader(references.filled, refuse).blocks(text)
    return Filled(blocks, tuple(references.quoted))


def problems(findings: Iterable[Finding], facts: Facts) -> Iterator[KwalError]:
    """What is wrong in findings, each with file and line."""
    for finding in findings:
        try:
            fill(finding, facts, Register())
        except KwalError as problem:
            yield problem


def typed(findings: Iterable[Finding]) -> Iterator[FindingError]:
    """The counts that were typed in findings, each with file and line."""
    for finding in findings:
        for line, words in typed_counts(finding.text):
            yield FindingError(
                f"hier is “{words}” getypt", where=finding.path, line=finding.line + line,
                todo=TYPED,
            )  # fmt: skip


@cache
def _environment() -> Environment:
    environment = Closed(undefined=StrictUndefined, keep_trailing_newline=True)
    for names in (environment.globals, environment.filters, environment.tests):
        names.clear()
    return environment


def _rendered(finding: Finding, references: References) -> str:
    source = finding.text.replace(OPEN, "").replace(CLOSE, "")
    _check(finding, source)
    template = _environment().from_string(source)
    try:
        return _bounded(finding, template.generate(references.functions))
    except KwalError as problem:
        line = finding.line - 1 + _line(problem)
        raise FindingError(problem.what, where=finding.path, line=line, todo=problem.todo) from None
    except (TemplateError, TypeError, ValueError) as problem:
        raise FindingError(
            "deze verwijzing klopt niet", where=finding.path,
            line=finding.line - 1 + _line(problem), todo=WRITE,
        ) from None  # fmt: skip


def _check(finding: Finding, source: str) -> None:
    """Raise on anything in a template but references, a list of them, and a choice."""
    try:
        tree = _environment().parse(source)
    except TemplateSyntaxError as problem:
        raise FindingError(
            "een verwijzing is niet af", where=finding.path,
            line=finding.line - 1 + problem.lineno, todo=WRITE,
        ) from None  # fmt: skip
    for node in _walk(tree):
        if not isinstance(node, ALLOWED) or _is_nested(node) or _is_unknown(node):
            name = node.node.name if _is_unknown(node) else ""  # type: ignore[attr-defined]
            raise FindingError(
                f"“{name}” is er niet" if name else "dit kan niet in een bevinding",
                where=finding.path, line=finding.line - 1 + node.lineno,
                todo=hint(name, FUNCTIONS) if name else WRITE,
            )  # fmt: skip


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _is_nested(node: nodes.Node) -> bool:
    return isinstance(node, nodes.For) and any(node.find_all(nodes.For))


def _is_unknown(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.Call):
        return False
    return not (isinstance(node.node, nodes.Name) and node.node.name in FUNCTIONS)


def _bounded(finding: Finding, parts: Iterable[str]) -> str:
    text = ""
    for part in parts:
        text += part
        if len(text) > LONGEST:
            raise FindingError(
                "deze bevinding wordt te lang", where=finding.path, line=finding.line,
                todo="Verdeel haar, of haal de herhaling eruit.",
            )  # fmt: skip
    return text


def _line(problem: BaseException) -> int:
    """The line of the template on which a problem arose, from one."""
    frames = traceback.extract_tb(problem.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return (lines[-1] if lines else 1) or 1
