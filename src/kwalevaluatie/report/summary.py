"""The summary of one page for everybody: what was asked, what was heard, what happens next."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.model import BoundNumber, Comparison
from kwalevaluatie.report.compose.beside import PROPOSAL
from kwalevaluatie.report.compose.opening import spoken_to
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.compose.whole import banner
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Inlines,
    Paragraph,
)
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.figures import value, year
from kwalevaluatie.report.nouns import nouns
from kwalevaluatie.report.sentences import strong, text
from kwalevaluatie.wording import ended, k_of_n

SHOWN_GOALS, SHOWN_FIGURES = 10, 4
VALUED = ("positief", "wisselend", "negatief")
NEXT = "Wat gebeurt er nu? Noem in gewone woorden wie wat doet, en wanneer."
REACH = (
    "Deze aantallen gelden voor de mensen met wie is gesproken. Zij zeggen niet hoe iedereen "
    "erover denkt."
)


def summarise(teller: Teller) -> Document:
    """The summary as a document of one page."""
    settings = teller.facts.settings
    return Document(
        title=settings.title,
        subtitle="Samenvatting op één bladzijde",
        organisation=settings.organisation,
        date=settings.date,
        banner=banner(teller),
        blocks=tuple(_blocks(teller)),
        perspectives=teller.facts.per_goal_groups,
        form="blad",
    )


def _blocks(teller: Teller) -> Iterator[Block]:
    yield Heading(2, "Wat is er gevraagd?", numbered=False)
    yield from teller.written("rapport/vraag") or (Paragraph(_asked(teller)),)
    yield Heading(2, "Met wie is er gesproken?", numbered=False)
    yield Paragraph(spoken_to(teller))
    yield Heading(2, "Wat hebben we gehoord?", numbered=False)
    yield Bullets(tuple(_heard(teller, goal) for goal in teller.goals[:SHOWN_GOALS]))
    yield Paragraph((text(REACH),), "note")
    yield from _beside(teller)
    yield Heading(2, "Wat gebeurt er nu?", numbered=False)
    yield from teller.place("rapport/vervolg", NEXT)


def _asked(teller: Teller) -> Inlines:
    organisation = teller.facts.settings.organisation or "De organisatie"
    subjects = BoundNumber(
        id="opzet/doelen", value=len(teller.goals), unit="doelen", source="rapportplan",
        status="vastgesteld",
    )  # fmt: skip
    return (
        text(f"{organisation} wil weten wat mensen merken van haar plannen. Daarom is gevraagd "),
        text("naar "), teller.register.word(subjects), text(" doelen."),
    )  # fmt: skip


def _heard(teller: Teller, goal: GoalFacts) -> Inlines:
    """One line a goal: the judgements of the first perspective that was asked."""
    numbers = {number.keys["state"]: number for number in next(iter(goal.states.values()))}
    said: list[Inline] = [strong(f"{ended(goal.goal.label)} ")]
    shown = [numbers[state] for state in VALUED if state in numbers]
    for index, number in enumerate(n for n in shown if n.k or n is shown[0]):
        said += _judged(teller, number, first=not index)
    return (*said, text("."))


def _judged(teller: Teller, number: BoundNumber, *, first: bool) -> list[Inline]:
    state = number.keys["state"]
    if not first:
        return [text(f", {state}: "), teller.register.word(number)]
    noun = nouns(number, teller.talks)[number.n != 1]
    counted = teller.register.show(number, k_of_n(number.k or 0, number.n or 0))
    return [text(f"{state.capitalize()}: "), counted, text(f" {noun}")]


def _beside(teller: Teller) -> Iterator[Block]:
    rows = [row for goal in teller.goals for row in goal.comparisons if _has_value(row)]
    if rows:
        yield Heading(2, f"Wat zegt {teller.facts.settings.survey}?", numbered=False)
        yield Bullets(tuple(_figure(teller, row) for row in rows[:SHOWN_FIGURES]))


def _has_value(row: Comparison) -> bool:
    return row.figure is not None and row.figure.value is not None


def _figure(teller: Teller, row: Comparison) -> Inlines:
    assert row.figure is not None
    verdict = row.verdict if row.signature else PROPOSAL + row.verdict
    return (
        strong(f"{row.figure.item}: "), value(teller.register, row.figure), text(" in "),
        year(teller.register, row.figure), text(f". Naast de gesprekken: {verdict}."),
    )  # fmt: skip
