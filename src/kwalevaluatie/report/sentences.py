"""Sentences around numbers; every number and number word in them is bound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kwalevaluatie.model import BoundNumber, Goal
from kwalevaluatie.report.document import Inline, Inlines, Text
from kwalevaluatie.report.nouns import nouns
from kwalevaluatie.report.register import Register

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
    """How the judgements of one group are divided, largest first.

    "Bij vijf van de elf inwoners (bijna de helft) is het oordeel positief, bij drie wisselend …".
    """
    given = tuple(numbers)
    said: list[Inline] = []
    nobody = next((n for n in given if n.keys["state"] == "positief" and not n.k), None)
    if nobody is not None and (nobody.n or 0) > 1:
        said += [*_state_part(register, goal, nobody, talks, first=True, meaning=True)]
        said.append(Text(". "))
    found = sorted((n for n in given if n.k), key=lambda number: -(number.k or 0))
    parts = [
        _state_part(register, goal, number, talks, first=not index, meaning=not said)
        for index, number in enumerate(found)
    ]
    return (*said, *listed(parts), Text("."))


def _state_part(
    register: Register,
    goal: Goal,
    number: BoundNumber,
    talks: Mapping[str, bool],
    *,
    first: bool,
    meaning: bool,
) -> list[Inline]:
    state = number.keys["state"]
    clause = getattr(goal, MEANING[state]) if meaning and state in MEANING else ""
    tail = f"{state} ({clause})" if clause and first else state
    if first:
        preposition = "In " if talks.get(number.keys["group"]) else "Bij "
        return [Text(preposition), *whom(register, number, talks), Text(f" is het oordeel {tail}")]
    return [Text("bij "), register.word(number), Text(f" {tail}")]
