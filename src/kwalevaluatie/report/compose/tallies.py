"""The extra counts of the report plan, each as one line."""

from __future__ import annotations

from kwalevaluatie.model import BoundNumber, Tally
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import Inline, Inlines, Number
from kwalevaluatie.report.facts import TallyFacts
from kwalevaluatie.report.sentences import lower, sentences, strong, text, whom
from kwalevaluatie.wording import ended


def tally(teller: Teller, facts: TallyFacts) -> Inlines:
    """One extra count in words."""
    if facts.tally.attribute:
        return attribute(teller, facts)
    if facts.tally.recurring:
        return _recurring(teller, facts)
    if facts.tally.amount:
        return _amounts(teller, facts)
    return _themes(teller, facts)


def attribute(teller: Teller, facts: TallyFacts) -> Inlines:
    """How many have which value of an attribute, most first."""
    parts: list[list[Inline]] = []
    for index, number in enumerate(sorted(facts.numbers, key=lambda n: -(n.k or 0))):
        held = number.keys[facts.tally.attribute] or "onbekend"
        parts.append([text(f"{held}: "), *teller.counted(number, first=not index)])
    name = facts.tally.attribute.replace("guide", "leidraad").capitalize()
    return (strong(f"{name}. "), *sentences(parts))


def _themes(teller: Teller, facts: TallyFacts) -> Inlines:
    said = sentences(
        [
            text(f"{teller.label(number.keys['code'])}: "),
            *whom(teller.register, number, teller.talks),
        ]
        for number in facts.numbers
    )
    if facts.whole is not None:
        return (*_among(teller, facts, facts.whole), *said)
    return (*_valued(facts.tally), *said)


def _among(teller: Teller, facts: TallyFacts, whole: BoundNumber) -> Inlines:
    goal = teller.facts.codebook.goals_by_id[facts.tally.among_goal]
    judged = f" met het oordeel {facts.tally.among_state} ({lower(goal.label)}). "
    return (text("Het gaat om de "), teller.register.word(whole), text(judged))


def _valued(given: Tally) -> Inlines:
    return (strong(f"{given.valence.capitalize()} gewaardeerd. "),) if given.valence else ()


def _recurring(teller: Teller, facts: TallyFacts) -> Inlines:
    assert facts.whole is not None
    parts = [
        [
            text(f"{teller.label(number.keys['code'])}: "),
            *whom(teller.register, number, teller.talks, aside=False),
        ]
        for number in facts.numbers
    ]
    head = _recurring_head(teller, facts.tally, facts.whole)
    return (*head, text(". " if parts else "."), *sentences(parts))


def _recurring_head(teller: Teller, given: Tally, whole: BoundNumber) -> Inlines:
    threshold = BoundNumber(
        id=f"drempel/{given.recurring}/{given.group}", value=given.at_least, unit="drempel",
        source="rapportplan", status="vastgesteld", keys={"code": given.recurring},
    )  # fmt: skip
    word = teller.register.word
    return (
        strong(f"{ended(teller.label(given.recurring))} "),
        text("Terugkerende aandachtspunten, genoemd door minstens "), word(threshold),
        text(": "), word(whole), text(" punt" if whole.value == 1 else " punten"),
    )  # fmt: skip


def _amounts(teller: Teller, facts: TallyFacts) -> Inlines:
    label = strong(f"{ended(teller.label(facts.tally.amount))} ")
    one, many = facts.tally.unit
    if not facts.numbers:
        return (label, text("Niemand noemde een aantal."))
    low, high = facts.numbers[0], facts.numbers[-1]
    if low is high:
        noun = one if low.value == 1 else many
        return (label, text("Genoemd: "), _amount(teller, low), text(f" {noun}."))
    return (
        label, text("Genoemd: van "), _amount(teller, low), text(" tot "),
        _amount(teller, high), text(f" {many}."),
    )  # fmt: skip


def _amount(teller: Teller, number: BoundNumber) -> Number:
    if number.value == int(number.value):
        return teller.register.word(number)
    return teller.register.figure(number)
