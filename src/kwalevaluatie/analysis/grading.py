"""What is known of a finding when people grade it: how many, how different, how complete."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kwalevaluatie.analysis.counting import VALUED, unit_state, units_of
from kwalevaluatie.analysis.dissent import commonest
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import Respondent
from kwalevaluatie.model.grading import Grading

UNDETERMINED = "niet te bepalen"


@dataclass(frozen=True)
class Known:
    """What the counts say of a finding.

    `n` units of a perspective were asked after a goal, as one of so many `perspectives`; of
    `undetermined` it could not be told; `unread` conversations were not read to the end;
    `otherwise` is how many have another value than most, None where no value is commonest.
    """

    goal: str
    group: str
    unit: str
    n: int
    perspectives: int
    undetermined: int
    unread: int
    otherwise: int | None


def known(study: Study) -> list[Known]:
    """What is known of each finding: every goal by every perspective that was asked after it."""
    return [
        _known(study, goal.id, group)
        for goal in study.codebook.goals
        for group in dict.fromkeys(one.group for one in study.asked_goal(goal.id))
    ]


def _known(study: Study, goal: str, group: str) -> Known:
    asked = study.asked_goal(goal)
    people = [respondent for respondent in asked if respondent.group == group]
    states = [unit_state(study, members, goal) for members in units_of(study, people).values()]
    most = commonest(study, goal, people)
    return Known(
        goal, group, study.unit_name(group), len(states),
        perspectives=len({respondent.group for respondent in asked}),
        undetermined=states.count(UNDETERMINED),
        unread=len(_unread(study, people)),
        otherwise=sum(state in VALUED and state != most for state in states) if most else None,
    )  # fmt: skip


def _unread(study: Study, people: Iterable[Respondent]) -> set[str]:
    return {respondent.transcript for respondent in people} - study.finished


@dataclass(frozen=True)
class Graded:
    """A finding with what is known of it and what people filled in."""

    known: Known
    grading: Grading | None

    @property
    def status(self) -> str:
        """Vastgesteld by a person, VOORSTEL by the lowest component, or still to be filled in."""
        if self.grading is None or (not self.grading.confidence and not self.grading.proposed):
            return "nog in te vullen"
        return "vastgesteld" if self.grading.confidence else "VOORSTEL"


def graded(study: Study, gradings: Iterable[Grading]) -> list[Graded]:
    """Every finding, with what people filled in about it."""
    filled = {(one.goal, one.group): one for one in gradings}
    return [Graded(one, filled.get((one.goal, one.group))) for one in known(study)]
