"""What the counts on a goal do say and what they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kwalevaluatie.model import BoundNumber
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import Block, Bullets, Heading, Inline, Inlines
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.nouns import nouns, plural
from kwalevaluatie.report.sentences import listed, strong, text

PROVISIONAL = "voorlopig"
UNHEARD = ("niet besproken", "niet te bepalen")


def limits(teller: Teller, facts: GoalFacts) -> Iterator[Block]:
    """The part “Wat dit wel en niet zegt” of a goal."""
    yield Heading(3, "Wat dit wel en niet zegt")
    said = [_asked(teller, facts)]
    for numbers in facts.states.values():
        said += [*_unheard(teller, numbers), *_unfinished(numbers)]
    said.append(
        (
            text("De mensen zijn gekozen om van te leren. Hun aantallen gelden voor wie is "),
            text("gesproken. Zij zeggen niet hoe vaak dit elders voorkomt. Ook zeggen zij niet "),
            text("wat waardoor komt."),
        )
    )
    yield Bullets(tuple(said))


def _asked(teller: Teller, facts: GoalFacts) -> Inlines:
    parts: list[list[Inline]] = []
    for number in facts.asked.values():
        one, many = nouns(number, teller.talks)
        noun = one if number.value == 1 else many
        parts.append([teller.register.word(number), text(f" {noun}")])
    return (text("Ernaar gevraagd: "), *listed(parts), text("."))


def _unheard(teller: Teller, numbers: Sequence[BoundNumber]) -> Iterator[Inlines]:
    for number in numbers:
        if number.keys["state"] in UNHEARD and number.k:
            yield (
                text(f"{plural(number.keys['group']).capitalize()}: bij "),
                teller.register.word(number),
                text(f" is het oordeel {number.keys['state']}. Zo is het ook geteld."),
            )


def _unfinished(numbers: Sequence[BoundNumber]) -> Iterator[Inlines]:
    if any(number.status == PROVISIONAL for number in numbers):
        group = numbers[0].keys["group"]
        yield (strong("VOORLOPIG: "), text(f"nog niet iedereen ({group}) is beoordeeld."))
