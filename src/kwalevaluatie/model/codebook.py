"""What is looked for: themes (codes) and goals, and the guide that asks after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kwalevaluatie.in_cell import captioned

Register = Literal["beleidstaal", "inwonertaal"]
Valence = Literal["positief", "negatief", "gemengd", "neutraal"]
Polarity = Literal["gewoon", "omgekeerd"]
Moment = Literal["toen", "nu", "toen+nu", "onbekend"]
GoalKind = Literal["doel", "indicator", "norm", "fase"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording that points at a theme, in the language of policy or of residents.

    `text` is in the pattern language of `kwalevaluatie.suggest`; `valence` is given
    when the wording by itself carries one ("elke keer een ander" is no praise).
    """

    text: str
    register: Register
    valence: Valence | None = None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Code:
    """A theme of the codebook: what belongs to it, what does not, and how people say it.

    A code with a `parent` is a sub-theme: whoever is counted for it, counts for its parent.
    `polarity` is omgekeerd where a denial is good news ("geen verplichting").
    `origin` is the codebook and version that it came from; a `retired` code may not be used
    in new decisions, old decisions keep their meaning.
    """

    id: str
    label: str
    definition: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    parent: str | None = None
    polarity: Polarity = "gewoon"
    origin: str = ""
    retired: str | None = None


@dataclass(frozen=True)
class Goal:
    """Something that is evaluated: a goal of the plan, a norm, an indicator or a stage.

    `themes` are the codes whose passages bear on it; `part_of` the goal of which it is an
    indicator. `yes`, `mixed` and `no` say what the states positief, wisselend and negatief
    mean for this goal, as the end of "… zegt dat".
    """

    id: str
    label: str
    definition: str
    question: str = ""
    kind: GoalKind = "doel"
    part_of: str | None = None
    themes: tuple[str, ...] = ()
    yes: str = ""
    mixed: str = ""
    no: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    origin: str = ""
    retired: str | None = None


@dataclass(frozen=True, repr=False)
class Codebook:
    """A versioned set of themes and goals, possibly an extension of others."""

    id: str
    label: str
    version: str
    codes: tuple[Code, ...] = ()
    goals: tuple[Goal, ...] = ()
    extends: tuple[str, ...] = ()
    source: str = ""
    protected_words: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Codebook({self.id!r}, {self.version!r}, {len(self.codes)} codes)"

    def _repr_html_(self) -> str:
        rows = ((one.id, one.label, one.definition) for one in self.active)
        return captioned(f"{self.label}, versie {self.version}", ("id", "thema", "definitie"), rows)

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __getitem__(self, code: str) -> Code:
        return self.by_id[code]

    @property
    def by_id(self) -> Mapping[str, Code]:
        """Codes by id."""
        return {code.id: code for code in self.codes}

    @property
    def goals_by_id(self) -> Mapping[str, Goal]:
        """Goals by id."""
        return {goal.id: goal for goal in self.goals}

    @property
    def active(self) -> tuple[Code, ...]:
        """The codes that may be used in new decisions."""
        return tuple(code for code in self.codes if code.retired is None)

    def family(self, code: str) -> frozenset[str]:
        """A code with its sub-themes, and theirs."""
        found = {code}
        while more := {c.id for c in self.codes if c.parent in found} - found:
            found |= more
        return frozenset(found)

    def families(self, codes: Iterable[str]) -> frozenset[str]:
        """Several codes, each with its sub-themes, and theirs."""
        return frozenset(member for code in codes for member in self.family(code))


@dataclass(frozen=True)
class Question:
    """A question of an interview guide, with the goals and themes that it asks after.

    `only` limits it to respondents with these attributes (`{"premie": "2"}`).
    """

    id: str
    text: str
    goals: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    only: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Guide:
    """An interview guide: who was asked what. It gives every count its denominator."""

    id: str
    label: str
    group: str
    questions: tuple[Question, ...]
