"""Everything a report is told from, as values: counts, figures, quotations and comparisons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kwalevaluatie.model import (
    BoundNumber,
    Chapter,
    Codebook,
    Comparison,
    Figure,
    Goal,
    Quotation,
    Respondent,
    Settings,
    Tally,
)

Version = Literal["intern", "publiek"]


@dataclass(frozen=True)
class TallyFacts:
    """An extra count: its numbers, and the number of which they are a part or a total."""

    tally: Tally
    numbers: tuple[BoundNumber, ...]
    whole: BoundNumber | None = None


@dataclass(frozen=True)
class GoalFacts:
    """All that is known on one goal.

    `states` holds the counts of the states per group, `asked` who was asked; `spoken` what
    each group speaks of (theme counts, most mentioned first); `negative` the same for what is
    valued negatively.
    """

    goal: Goal
    states: Mapping[str, tuple[BoundNumber, ...]]
    asked: Mapping[str, BoundNumber]
    spoken: Mapping[str, tuple[BoundNumber, ...]] = field(default_factory=dict)
    negative: Mapping[str, tuple[BoundNumber, ...]] = field(default_factory=dict)
    tallies: tuple[TallyFacts, ...] = ()
    quotes: Mapping[str, tuple[Quotation, ...]] = field(default_factory=dict)
    comparisons: tuple[Comparison, ...] = ()
    indicators: tuple[GoalFacts, ...] = ()


@dataclass(frozen=True)
class GroupFacts:
    """Who was spoken to in one perspective; `units` where organisations are counted."""

    group: str
    spoken: BoundNumber
    usable: BoundNumber
    units: BoundNumber | None
    group_talks: bool


@dataclass(frozen=True)
class Facts:
    """A whole evaluation at one moment, ready to be told.

    `unusable` has who cannot be counted, with what is left of conversations of that kind.
    `numbers` are all counts by id and `passages` all words that may be quoted, for findings.
    `others` are comparisons that are about none of the goals that people were asked after.
    """

    settings: Settings
    codebook: Codebook
    groups: tuple[GroupFacts, ...]
    setup: tuple[TallyFacts, ...]
    unusable: tuple[tuple[Respondent, BoundNumber], ...]
    chapters: tuple[tuple[Chapter, tuple[GoalFacts, ...]], ...]
    figures: tuple[Figure, ...]
    agreement: BoundNumber | None
    kappa: BoundNumber | None
    suggested: bool
    conversations: BoundNumber
    per_goal_groups: tuple[str, ...]
    numbers: Mapping[str, BoundNumber] = field(default_factory=dict)
    passages: tuple[Quotation, ...] = ()
    coders: BoundNumber | None = None
    others: tuple[Comparison, ...] = ()

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison in the report, once: goal by goal, then the others."""
        rows = [row for _, goals in self.chapters for goal in goals for row in goal.comparisons]
        return tuple({row.id: row for row in (*rows, *self.others)}.values())
