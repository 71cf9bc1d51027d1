"""All that is counted over: who was asked what, what was coded and how it was judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kwalevaluatie.model import (
    Codebook,
    Coding,
    Evidence,
    Guide,
    Judgement,
    Respondent,
    Transcript,
)

BUILT_IN = ("group", "guide", "usable", "transcript")


@dataclass(frozen=True)
class Study:
    """One evaluation at one moment, as values.

    `units` gives, per group, the attribute that makes respondents one unit (partners are
    counted by organisatie). `finished` are conversations coded to the end.
    """

    codebook: Codebook
    respondents: tuple[Respondent, ...]
    guides: Mapping[str, Guide] = field(default_factory=dict)
    transcripts: Mapping[str, Transcript] = field(default_factory=dict)
    codings: tuple[Coding, ...] = ()
    judgements: Mapping[tuple[str, str], Judgement] = field(default_factory=dict)
    finished: frozenset[str] = frozenset()
    units: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Respondent]:
        """Respondents by id."""
        return {respondent.id: respondent for respondent in self.respondents}

    @cached_property
    def usable(self) -> tuple[Respondent, ...]:
        """The respondents whose conversation can be used."""
        return tuple(respondent for respondent in self.respondents if respondent.usable)

    def attribute(self, respondent: Respondent, name: str) -> str:
        """What the register says of a respondent, as text."""
        if name == "usable":
            return "ja" if respondent.usable else "nee"
        if name in BUILT_IN:
            return str(getattr(respondent, name))
        return respondent.attributes.get(name, "")

    def unit_name(self, group: str) -> str:
        """What is counted in a group: respondent, or an attribute such as organisatie."""
        return self.units.get(group, "respondent")

    def unit(self, respondent: Respondent) -> str:
        """The unit to which a respondent belongs."""
        attribute = self.units.get(respondent.group)
        return (respondent.attributes.get(attribute) if attribute else None) or respondent.id

    def asked_goal(self, goal: str) -> tuple[Respondent, ...]:
        """The usable respondents who were asked after a goal.

        Without a known interview guide a respondent is taken to have been asked everything.
        """
        return tuple(r for r in self.usable if self._asks(r, goal, "goals"))

    def asked_theme(self, code: str) -> tuple[Respondent, ...]:
        """The usable respondents who were asked after a theme or one that it is part of."""
        return tuple(r for r in self.usable if self._asks(r, code, "themes"))

    def _asks(self, respondent: Respondent, name: str, kind: str) -> bool:
        guide = self.guides.get(respondent.guide)
        if guide is None:
            return True
        names = {name} if kind == "goals" else self._above(name)
        return any(
            names & set(getattr(question, kind))
            and all(
                self.attribute(respondent, key) == value for key, value in question.only.items()
            )
            for question in guide.questions
        )

    def _above(self, code: str) -> set[str]:
        found: set[str] = set()
        step: str | None = code
        while step and step not in found:
            found.add(step)
            step = self.codebook.by_id[step].parent if step in self.codebook.by_id else None
        return found

    @cached_property
    def _codings_by_respondent(self) -> dict[str, tuple[Coding, ...]]:
        by_transcript: dict[str, list[Coding]] = {}
        for coding in self.codings:
            by_transcript.setdefault(coding.transcript, []).append(coding)
        return {
            respondent.id: tuple(
                coding
                for coding in by_transcript.get(respondent.transcript, ())
                if self._speaks(respondent, coding)
            )
            for respondent in self.respondents
        }

    def _speaks(self, respondent: Respondent, coding: Coding) -> bool:
        if respondent.speaker is None:
            return True
        turn = self.transcripts[coding.transcript].turns[coding.span.turn]
        return turn.speaker == respondent.speaker

    def codings_of(self, respondent: str, codes: Iterable[str] | None = None) -> list[Coding]:
        """What stands coded of a respondent, for some codes or for all."""
        wanted = None if codes is None else set(codes)
        return [
            coding
            for coding in self._codings_by_respondent.get(respondent, ())
            if wanted is None or coding.code in wanted
        ]

    def evidence_for_goal(self, respondent: str, goal: str) -> tuple[Evidence, ...]:
        """The passages a judgement rests on, or else what is coded with the goal's themes."""
        judgement = self.judgements.get((respondent, goal))
        if judgement and judgement.evidence:
            return tuple(
                Evidence(respondent, judgement.transcript, span, judgement.reason)
                for span in judgement.evidence
            )
        themes = self.codebook.goals_by_id[goal].themes
        return evidence(respondent, self.codings_of(respondent, self.codebook.families(themes)))


def evidence(respondent: str, codings: Iterable[Coding]) -> tuple[Evidence, ...]:
    """Codings as evidence under a number."""
    return tuple(
        Evidence(respondent, coding.transcript, coding.span, coding.code) for coding in codings
    )
