"""How an evaluation is set up and what its report holds."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from kwalevaluatie.model.codebook import Valence
from kwalevaluatie.model.coding import State


@dataclass(frozen=True)
class Desk:
    """Where a proxy offers the page to a team: its address, and the header that says who asks."""

    address: str = ""
    header: str = ""


@dataclass(frozen=True)
class Settings:
    """What `evaluatie.yaml` says: names, period, codebooks, and the unit of each perspective.

    `keep_until` is the day until which raw conversations and names are kept; `template` is the
    organisation's own Word template, by its name in the folder of the evaluation; `desk` is
    where a team works on it together; `survey` is what the survey beside the interviews is called,
    with its article.
    """

    title: str
    organisation: str = ""
    subtitle: str = ""
    date: str = ""
    period: str = ""
    plan: str = ""
    synthetic: bool = False
    codebooks: tuple[str, ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    storage: str = ""
    keep_until: datetime.date | None = None
    survey: str = "het KBO"
    template: str = ""
    desk: Desk = Desk()

    @property
    def survey_name(self) -> str:
        """What the survey is called, without its article."""
        article, _, name = self.survey.partition(" ")
        return name if article.lower() in ("de", "het") and name else self.survey


@dataclass(frozen=True)
class Tally:
    """One extra count under a goal: an attribute, themes, recurring sub-themes or amounts.

    `where` limits it to respondents with these attributes, `among_goal` and `among_state` to
    those with that judgement.
    """

    group: str
    attribute: str = ""
    themes: tuple[str, ...] = ()
    recurring: str = ""
    amount: str = ""
    valence: Valence | None = None
    at_least: int = 2
    unit: tuple[str, ...] = ("keer", "keer")
    where: Mapping[str, str] = field(default_factory=dict)
    among_goal: str = ""
    among_state: State = "positief"


@dataclass(frozen=True)
class Chapter:
    """A chapter of results: a title and the goals in it."""

    title: str
    goals: tuple[str, ...]
    intro: str = ""


@dataclass(frozen=True)
class Plan:
    """What the report holds: chapters of goals, extra tallies by goal, quotations a perspective."""

    chapters: tuple[Chapter, ...] = ()
    tallies: Mapping[str, tuple[Tally, ...]] = field(default_factory=dict)
    setup: tuple[Tally, ...] = ()
    quotes: int = 3
