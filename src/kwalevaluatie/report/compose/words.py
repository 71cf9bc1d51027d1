"""What people said on a goal: the themes they spoke of and their own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kwalevaluatie.model import BoundNumber, Quotation
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import (
    Block,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Placeholder,
    Quote,
)
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.nouns import plural
from kwalevaluatie.report.sentences import listed, text

SHOWN_THEMES = 6


def in_words(teller: Teller, facts: GoalFacts) -> Iterator[Block]:
    """The part “Vertellen” of a goal, perspective by perspective."""
    yield Heading(3, "Vertellen")
    whole = teller.written(f"{facts.goal.id}/vertellen")
    for group in facts.states:
        yield Paragraph(_spoken_of(teller, facts.spoken.get(group, ())), perspective=group)
        told = teller.written(f"{facts.goal.id}/vertellen/{group}")
        if not _has_quotes((*told, *whole), group):
            yield from (quote(teller, quotation) for quotation in facts.quotes.get(group, ()))
        yield from told or (() if whole else (_to_tell(group),))
    yield from whole


def _has_quotes(told: Iterable[Block], group: str) -> bool:
    """Whether people chose quotations of this group themselves."""
    return any(isinstance(block, Quote) and block.perspective == group for block in told)


def _to_tell(group: str) -> Placeholder:
    tell = "vertelt" if plural(group).startswith("het ") else "vertellen"
    return Placeholder(f"Wat {tell} {plural(group)} hierover? Verbind de citaten in eigen woorden.")


def _spoken_of(teller: Teller, numbers: Iterable[BoundNumber]) -> Inlines:
    shown = [number for number in numbers if number.k][:SHOWN_THEMES]
    if not shown:
        return (text("Over de thema's van dit doel is hier niets geteld."),)
    parts: list[list[Inline]] = []
    for index, number in enumerate(shown):
        label = teller.label(number.keys["code"]).lower()
        parts.append([text(f"{label} ("), *teller.counted(number, first=not index), text(")")])
    return tuple(_in_pairs(parts))


def _in_pairs(parts: list[list[Inline]]) -> Iterator[Inline]:
    """Themes two by two, so that sentences stay short."""
    for index in range(0, len(parts), 2):
        yield text(" Ook ging het over " if index else "Het ging over ")
        yield from listed(parts[index : index + 2])
        yield text(".")


def quote(teller: Teller, quotation: Quotation) -> Quote:
    """Somebody's words; to everybody without who said them and where."""
    return Quote(
        text=quotation.words,
        perspective=quotation.respondent.group,
        respondent="" if teller.public else quotation.respondent.id,
        transcript="" if teller.public else quotation.transcript,
        span=quotation.span,
    )
