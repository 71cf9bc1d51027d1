"""Sentences around numbers; every number and number word in them is bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kwalevaluatie.model import BoundNumber, Goal
from kwalevaluatie.report.document import Inline, Inlines, Number, Text
from kwalevaluatie.report.nouns import nouns
from kwalevaluatie.report.register import Register
from kwalevaluatie.wording import ended

_ENDED = re.compile(r"[.!?]\s+$")
_SHORT = re.compile(
    r"(?<!\w)(?:\w|\w(?:\.\w)+|bijv|blz|bv|ca|circa|evt|excl|incl|max|min|nl|nr|resp|vgl|zgn)\.\s+$",
    re.IGNORECASE,
)
MEANING = {"positief": "yes", "wisselend": "mixed", "negatief": "no"}


def text(words: str) -> Text:
    """Running text."""
    return Text(words)


def strong(words: str) -> Text:
    """Text that stands out."""
    return Text(words, "strong")


def listed(
    parts: Sequence[Sequence[Inline]], *, last: str = " en ", between: str = ", "
) -> list[Inline]:
    """Parts with commas between them and "en" before the last."""
    joined: list[Inline] = []
    for index, part in enumerate(parts):
        if index:
            joined.append(Text(last if index == len(parts) - 1 else between))
        joined.extend(part)
    return joined


def whom(
    register: Register, number: BoundNumber, talks: Mapping[str, bool], *, aside: bool = True
) -> list[Inline]:
    """The counted with their noun and, with `aside`, the quantifier where it adds something.

    "vijf van de elf inwoners (bijna de helft)", "beide groepsgesprekken met professionals".
    """
    singular, plural = nouns(number, talks)
    if number.n == 1:
        return [register.show(number, "één"), Text(f" {singular}")]
    said: list[Inline] = [register.count(number), Text(f" {plural}")]
    quantifier = register.quantifier(number) if aside else None
    if quantifier is not None:
        said += [Text(" ("), quantifier, Text(")")]
    return said


def states_sentence(
    register: Register,
    goal: Goal,
    numbers: Iterable[BoundNumber],
    talks: Mapping[str, bool],
) -> Inlines:
    """How the judgements of one group are divided, largest first, in short sentences.

    "Bij vijf van de elf inwoners (bijna de helft) is het oordeel positief. Dat betekent: … .
    Bij drie is het wisselend en bij één negatief."
    """
    given = tuple(numbers)
    found = sorted((n for n in given if n.k), key=lambda number: -(number.k or 0))
    nobody = [n for n in given if n.keys["state"] == "positief" and not n.k and (n.n or 0) > 1]
    ordered = [*nobody, *found]
    if not ordered:
        return ()
    first, others = ordered[0], ordered[1:]
    return (*_largest(register, first, talks), *_meaning(goal, first), *_rest(register, others))


def _largest(register: Register, number: BoundNumber, talks: Mapping[str, bool]) -> Inlines:
    where = "In " if talks.get(number.keys["group"]) else "Bij "
    said = f" is het oordeel {number.keys['state']}."
    return (Text(where), *whom(register, number, talks), Text(said))


def _meaning(goal: Goal, number: BoundNumber) -> Inlines:
    state = number.keys["state"]
    clause = getattr(goal, MEANING[state]) if state in MEANING else ""
    return (Text(f" Dat betekent: {ended(clause)}"),) if clause else ()


def _rest(register: Register, numbers: Sequence[BoundNumber]) -> Inlines:
    parts: list[list[Inline]] = [
        [
            Text("bij " if index else "Bij "), register.word(number),
            Text(f" {number.keys['state']}" if index else f" is het {number.keys['state']}"),
        ]
        for index, number in enumerate(numbers)
    ]  # fmt: skip
    return (Text(" "), *listed(parts), Text(".")) if parts else ()


def sentences(parts: Iterable[Sequence[Inline]]) -> list[Inline]:
    """Parts as sentences of their own: each with a capital and a full stop."""
    said: list[Inline] = []
    for part in parts:
        said += [*([Text(" ")] if said else []), *capital(part), Text(".")]
    return said


def lower(words: str) -> str:
    """The same words, beginning in lower case."""
    return words[:1].lower() + words[1:]


def upper(words: str) -> str:
    """The same words, beginning with a capital."""
    return words[:1].upper() + words[1:]


def begun(inlines: Iterable[Inline], *, first: bool = True) -> Inlines:
    """The same inlines, with a capital for a number that begins a sentence.

    Without `first` the beginning itself is no sentence. After an abbreviation none begins.
    """
    said, found = "", []
    for inline in inlines:
        begins = _ENDED.search(said) and not _SHORT.search(said) if said.strip() else first
        starts = begins and isinstance(inline, Number)
        found.append(replace(inline, text=upper(inline.text)) if starts else inline)
        said += inline.text
    return tuple(found)


def capital(inlines: Iterable[Inline]) -> list[Inline]:
    """The same inlines, beginning with a capital."""
    given = list(inlines)
    if given and isinstance(given[0], Text):
        given[0] = Text(upper(given[0].text), given[0].style)
    return given
