"""Counts of two evaluations side by side, and what makes them less alike than they look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kwalevaluatie.analysis.counting import count
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import STATES

YES, NO, UNKNOWN = "ja", "nee", "onbekend"
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Counted:
    """How many of a perspective have a state on a goal: k of n, in units, settled or not.

    `unit` is empty where it is not known.
    """

    goal: str
    group: str
    state: str
    k: int
    n: int
    unit: str
    settled: bool


@dataclass(frozen=True)
class YearOnYear:
    """A count then and now. What is not there was not asked, or is not in the figures of then.

    `same_goal` and `same_questions` are ja, nee or onbekend; `notes` say what else differs.
    There is no difference and no test: the people of a year are no sample.
    """

    goal: str
    group: str
    state: str
    then: Counted | None
    now: Counted | None
    same_goal: str
    same_questions: str
    notes: tuple[str, ...]


def counted(study: Study) -> list[Counted]:
    """The states of every goal and perspective."""
    return [
        Counted(
            number.keys["goal"], number.keys["group"], number.keys["state"], number.k or 0,
            number.n or 0, number.unit, number.status == "vastgesteld",
        )
        for number in count(study, ["goal"])
        if number.keys["state"] in STATES
    ]  # fmt: skip


def year_on_year(
    now: Study, then: Study | None, figures: Sequence[Counted] = ()
) -> list[YearOnYear]:
    """Lay the counts of an earlier evaluation beside those of this one, state by state.

    Of the earlier one there is a study, or only its `figures`: then nobody can tell whether
    questions and goals were the same.
    """
    present = {_key(one): one for one in counted(now)}
    past = {_key(one): one for one in (figures if then is None else counted(then))}
    return [
        _row(now, then, key, past.get(key), present.get(key))
        for key in dict.fromkeys([*present, *past])
    ]


def _key(one: Counted) -> Key:
    return one.goal, one.group, one.state


def _row(
    now: Study, then: Study | None, key: Key, past: Counted | None, present: Counted | None
) -> YearOnYear:
    goal, group, state = key
    goals = _same_goal(now, then, goal)
    questions = _same_questions(now, then, goal, group)
    said = (*_missing(past, present), *_differing(past, present), *_unlike(goals, questions))
    return YearOnYear(goal, group, state, past, present, goals, questions, said)


def _same_goal(now: Study, then: Study | None, goal: str) -> str:
    if then is None:
        return UNKNOWN
    one, other = (study.codebook.goals_by_id.get(goal) for study in (now, then))
    if one is None or other is None:
        return NO
    families = [
        study.codebook.families(found.themes) for found, study in ((one, now), (other, then))
    ]
    same = (one.definition, one.yes, one.mixed, one.no) == (
        other.definition, other.yes, other.mixed, other.no
    )  # fmt: skip
    return YES if same and families[0] == families[1] else NO


def _same_questions(now: Study, then: Study | None, goal: str, group: str) -> str:
    if then is None:
        return UNKNOWN
    asked = [_questions(study, goal, group) for study in (now, then)]
    if not all(asked):
        return UNKNOWN
    return YES if asked[0] == asked[1] else NO


def _questions(study: Study, goal: str, group: str) -> set[str]:
    """What was asked about a goal in the guides of a perspective."""
    names = {respondent.guide for respondent in study.usable if respondent.group == group}
    return {
        " ".join(question.text.split())
        for name in names & set(study.guides)
        for question in study.guides[name].questions
        if goal in question.goals
    }


def _missing(past: Counted | None, present: Counted | None) -> Iterable[str]:
    if past is None:
        yield "toen niet gevraagd of niet in de cijfers"
    if present is None:
        yield "nu niet gevraagd"


def _differing(past: Counted | None, present: Counted | None) -> Iterable[str]:
    if past and present and past.unit and past.unit != present.unit:
        yield f"toen geteld per {past.unit}, nu per {present.unit}"
    for when, one in (("toen", past), ("nu", present)):
        if one is not None and not one.settled:
            yield f"{when} nog voorlopig"


def _unlike(goals: str, questions: str) -> Iterable[str]:
    if goals == NO:
        yield "het doel is anders omschreven of heeft andere thema's"
    if questions == NO:
        yield "de vraag was anders"
    if goals == UNKNOWN:
        yield "niet bekend of doel en eenheid dezelfde waren"
    if questions == UNKNOWN:
        yield "niet bekend of de vraag dezelfde was"
