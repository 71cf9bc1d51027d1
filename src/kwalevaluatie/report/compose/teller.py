"""What every part of a report is told with: facts, the register, drawings, what people wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kwalevaluatie.model import BoundNumber, Finding
from kwalevaluatie.report.document import Block, Inline, Inlines, Placeholder
from kwalevaluatie.report.drawn import Drawn
from kwalevaluatie.report.facts import Facts, GoalFacts, Version
from kwalevaluatie.report.findings import fill
from kwalevaluatie.report.register import Register
from kwalevaluatie.report.sentences import whom


@dataclass(frozen=True)
class Drawings:
    """The figures of a report: one per goal and the overview."""

    goals: Mapping[str, Drawn]
    overview: Drawn


@dataclass(frozen=True)
class Teller:
    """Tells one set of facts; `register` remembers every number that it prints.

    `findings` are what people wrote, by the place in the report where it belongs.
    """

    facts: Facts
    register: Register
    drawings: Drawings
    version: Version = "intern"
    findings: Mapping[str, Finding] = field(default_factory=dict)

    @property
    def public(self) -> bool:
        """Whether this is told to everybody, without respondents and proposals."""
        return self.version == "publiek"

    @property
    def talks(self) -> Mapping[str, bool]:
        """Of each group whether its group talks are counted instead of people."""
        return {group.group: group.group_talks for group in self.facts.groups}

    @property
    def goals(self) -> list[GoalFacts]:
        """The goals of all chapters, in the order of the report."""
        return [goal for _, goals in self.facts.chapters for goal in goals]

    def label(self, code: str) -> str:
        """What a theme is called."""
        return self.facts.codebook[code].label

    def place(self, key: str, prompt: str) -> Iterator[Block]:
        """What people wrote for this place, or the place to fill in."""
        yield from self.written(key) or (Placeholder(prompt),)

    def written(self, key: str) -> tuple[Block, ...]:
        """What people wrote for this place; nothing where they did not."""
        if key not in self.findings:
            return ()
        return fill(self.findings[key], self.facts, self.register, public=self.public).blocks

    def counted(self, number: BoundNumber, *, first: bool) -> Inlines:
        """A count in a row of counts: the first with its whole and noun, the others bare."""
        if first:
            return tuple(whom(self.register, number, self.talks))
        bare: Inline = self.register.word(number)
        return (bare,)
