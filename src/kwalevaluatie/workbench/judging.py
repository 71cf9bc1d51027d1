"""The matrix of respondents and goals, and what lies under a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from kwalevaluatie.analysis.study import Study
from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.model import Decision, Evidence, Finished, Judgement, Respondent, Span
from kwalevaluatie.review import fold
from kwalevaluatie.workbench.bench import Bench

if TYPE_CHECKING:
    from kwalevaluatie.project import Project

Given = Mapping[str, Any]
Shown = dict[str, Any]
SPOKEN = ("positief", "wisselend", "negatief")
PROPOSED = ("respondent", "goal", "state", "development", "because", "based_on")
_proposed: WeakKeyDictionary[Project, tuple[Any, list[Shown]]] = WeakKeyDictionary()
_proposing = Lock()


def study_of(bench: Bench) -> Study:
    """What this coder may see, to count over: blind, without the work of the first coder."""
    project, state = bench.project, bench.state
    return Study(
        codebook=project.codebook,
        respondents=project.respondents,
        guides=project.guides,
        transcripts=state.transcripts,
        codings=tuple(fold.codings(state.standing)),
        judgements=state.judgements,
        finished=state.finished,
        units=project.settings.units,
    )


def matrix(bench: Bench, given: Given) -> Shown:
    """Every usable respondent beside every goal: asked or not, and how it was judged."""
    study = study_of(bench)
    asked = {
        goal.id: {person.id for person in study.asked_goal(goal.id)}
        for goal in study.codebook.goals
    }
    people = [person for person in study.usable if person.transcript in study.transcripts]
    rows = [
        {
            "respondent": person.id,
            "group": person.group,
            "transcript": person.transcript,
            "finished": person.transcript in bench.state.finished,
            "cells": {
                goal: _cell(study, person.id, goal)
                for goal, whom in asked.items()
                if person.id in whom
            },
        }
        for person in people
    ]
    return {"rows": rows, **bench.stamp()}


def _cell(study: Study, respondent: str, goal: str) -> Shown:
    """A judgement; `ungrounded` when nobody can be shown to have said it."""
    judgement = study.judgements.get((respondent, goal))
    if judgement is None:
        return {"state": None}
    spoken = judgement.state in SPOKEN
    ungrounded = spoken and not study.evidence_for_goal(respondent, goal)
    return {**_judged(judgement), "ungrounded": ungrounded}


def _judged(judgement: Judgement) -> Shown:
    return {
        "state": judgement.state,
        "coder": judgement.coder,
        "at": judgement.at,
        "reason": judgement.reason,
        "event": judgement.id,
    }


def proposals(bench: Bench, given: Given) -> Shown:
    """What the codings say of every respondent and goal; a person still judges.

    Made anew only when something was coded, read or proposed since, for it takes seconds.
    """
    if bench.state.blind or not len(bench.state.transcripts):
        return {"proposals": []}
    basis = _basis(bench)
    with _proposing:
        if bench.project not in _proposed or _proposed[bench.project][0] != basis:
            made = bench.project.propose_judgements()[list(PROPOSED)].astype(object)
            rows: list[Any] = made.to_dict("records")
            _proposed[bench.project] = (basis, rows)
        return {"proposals": _proposed[bench.project][1]}


def _basis(bench: Bench) -> tuple[Any, ...]:
    """What the proposals rest on: judgements do not change them."""
    coded = [event.id for event in bench.state.standing if isinstance(event, Decision | Finished)]
    project = bench.project
    return coded, project.store.suggestions(), project.respondents, project.codebook


def cell(bench: Bench, given: Given) -> Shown:
    """The passages under a judgement: those it rests on, and what else is coded on the goal.

    With the judgement that stands, and those that were given before it.
    """
    study = study_of(bench)
    person = _one(given, "respondent", study.by_id)
    goal = _one(given, "goal", study.codebook.goals_by_id)
    judgement = bench.state.judgements.get((person.id, goal.id))
    family = study.codebook.families(goal.themes)
    ground = set(judgement.evidence) if judgement else set()
    coded = [
        {**_passage(study, person, coding.span), "code": coding.code, "valence": coding.valence,
         "moment": coding.moment, "ground": coding.span in ground}
        for coding in study.codings_of(person.id, family)
    ]  # fmt: skip
    known = {(one["turn"], one["start"], one["stop"]) for one in coded}
    others = [
        {**_passage(study, person, span), "code": None, "ground": True}
        for span in ground
        if (span.turn, span.start, span.stop) not in known
    ]
    return {
        "passages": sorted(coded + others, key=_place),
        "earlier": _earlier(bench, person.id, goal.id),
        "finished": person.transcript in bench.state.finished,
        **_cell(study, person.id, goal.id),
    }


def _earlier(bench: Bench, respondent: str, goal: str) -> list[Shown]:
    """Judgements on a cell that stand no longer, the last one first."""
    standing = {event.id for event in bench.state.standing}
    now = bench.state.judgements.get((respondent, goal))
    return [
        {**_judged(event), "withdrawn": event.id not in standing}
        for event in reversed(bench.state.events)
        if isinstance(event, Judgement)
        and (event.respondent, event.goal, event.blind) == (respondent, goal, bench.state.blind)
        and (now is None or event.id != now.id)
    ]


def _place(one: Shown) -> tuple[int, int]:
    return one["turn"], one["start"]


def _one(given: Given, name: str, known: Mapping[str, Any]) -> Any:
    wanted = str(given.get(name, ""))
    if wanted not in known:
        raise KwalError(f"“{wanted}” bestaat niet", todo=hint(wanted, known))
    return known[wanted]


def _passage(study: Study, person: Respondent, span: Span) -> Shown:
    text = study.transcripts[person.transcript].turns[span.turn].text
    return {
        "transcript": person.transcript,
        "turn": span.turn,
        "start": span.start,
        "stop": span.stop,
        "words": text[span.start : span.stop],
    }


def evidence_shown(study: Study, found: Iterable[Evidence]) -> list[Shown]:
    """Passages under a number, with the words."""
    return [
        {**_passage(study, study.by_id[one.respondent], one.span), "respondent": one.respondent,
         "note": one.note}
        for one in found
    ]  # fmt: skip
