"""A chapter of results: each goal in short, in numbers, in words and beside the survey."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.model import Chapter
from kwalevaluatie.report.compose.beside import beside
from kwalevaluatie.report.compose.counts import picture, states
from kwalevaluatie.report.compose.limits import limits
from kwalevaluatie.report.compose.tallies import tally
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.compose.words import in_words
from kwalevaluatie.report.document import Block, Bullets, Heading, Paragraph
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.sentences import states_sentence, strong, text
from kwalevaluatie.wording import ended


def chapter(teller: Teller, part: Chapter, goals: tuple[GoalFacts, ...]) -> Iterator[Block]:
    """One chapter with its goals."""
    yield Heading(1, part.title)
    if part.intro:
        yield Paragraph((text(part.intro),), "lead")
    for goal in goals:
        yield from _goal(teller, goal)


def _goal(teller: Teller, facts: GoalFacts) -> Iterator[Block]:
    yield Heading(2, facts.goal.label)
    yield Paragraph((strong("Doel: "), text(facts.goal.definition)), "lead")
    yield from _in_short(teller, facts)
    yield from _in_numbers(teller, facts)
    yield from in_words(teller, facts)
    yield from beside(teller, facts)
    yield from limits(teller, facts)


def _in_short(teller: Teller, facts: GoalFacts) -> Iterator[Block]:
    yield Heading(3, "Kort gezegd")
    for numbers in facts.states.values():
        yield Paragraph(states_sentence(teller.register, facts.goal, numbers, teller.talks))
    prompt = f"Duiding van {facts.goal.label.lower()} in twee of drie zinnen."
    yield from teller.place(f"{facts.goal.id}/kort", prompt)


def _in_numbers(teller: Teller, facts: GoalFacts) -> Iterator[Block]:
    yield Heading(3, "Tellen")
    yield picture(teller, facts)
    yield states(teller, facts)
    if facts.tallies:
        yield Bullets(tuple(tally(teller, one) for one in facts.tallies))
    for indicator in facts.indicators:
        yield from _indicator(teller, indicator)
    yield from teller.written(f"{facts.goal.id}/tellen")


def _indicator(teller: Teller, facts: GoalFacts) -> Iterator[Block]:
    for numbers in facts.states.values():
        sentence = states_sentence(teller.register, facts.goal, numbers, teller.talks)
        yield Paragraph((strong(f"{ended(facts.goal.label)} "), *sentence))
