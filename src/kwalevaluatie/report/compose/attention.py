"""The chapter on what people valued negatively, goal by goal."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import Block, Bullets, Heading, Inlines, Paragraph
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.sentences import text, whom

SHOWN = 5
FEWEST = 2
MEANING = "Wat betekent dit voor het beleid? Wie doet wat, wanneer?"


def attention(teller: Teller) -> Iterator[Block]:
    """The chapter “Aandachtspunten”."""
    yield Heading(1, "Aandachtspunten")
    lead = text("Per doel de thema's die mensen het vaakst negatief waardeerden.")
    yield Paragraph((lead,), "lead")
    for facts in teller.goals:
        items = [item for group in facts.states for item in _negative(teller, facts, group)]
        if items:
            yield Heading(2, facts.goal.label)
            yield Bullets(tuple(items))
            yield from teller.place(f"{facts.goal.id}/betekenis", MEANING)


def _negative(teller: Teller, facts: GoalFacts, group: str) -> Iterator[Inlines]:
    found = [number for number in facts.negative.get(group, ()) if (number.k or 0) >= FEWEST]
    for number in found[:SHOWN]:
        counted = whom(teller.register, number, teller.talks)
        yield (text(f"{teller.label(number.keys['code'])}: "), *counted, text("."))
