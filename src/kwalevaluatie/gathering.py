"""Gathering everything that a report is told from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kwalevaluatie.analysis.agreement import Agreement
from kwalevaluatie.analysis.counting import amounts, count, distinct, recurring
from kwalevaluatie.analysis.quoting import choose, on_goal
from kwalevaluatie.analysis.study import Study, evidence
from kwalevaluatie.model import (
    BoundNumber,
    Chapter,
    Comparison,
    Figure,
    Goal,
    Plan,
    Quotation,
    Respondent,
    Settings,
    Tally,
)
from kwalevaluatie.report.facts import Facts, GoalFacts, GroupFacts, TallyFacts

ORDER = ("inwoner", "professional", "management", "netwerkpartner")


@dataclass(frozen=True)
class Evaluation:
    """What a report is made of: the study, the plan, and what lies beside it.

    `suggested` is how many codings the machine proposed.
    """

    settings: Settings
    study: Study
    plan: Plan
    comparisons: tuple[Comparison, ...]
    figures: tuple[Figure, ...]
    agreement: Agreement
    suggested: int


def gather(evaluation: Evaluation) -> Facts:
    """Everything the report is told from."""
    study, plan, comparisons = evaluation.study, evaluation.plan, evaluation.comparisons
    chapters = tuple(
        (chapter, tuple(_goal(study, plan, study.codebook.goals_by_id[id], comparisons)
                        for id in chapter.goals if study.asked_goal(id)))
        for chapter in plan.chapters or _one_chapter(study)
    )  # fmt: skip
    groups = _groups(study)
    return Facts(
        settings=evaluation.settings,
        codebook=study.codebook,
        groups=groups,
        setup=tuple(_tally(study, tally, "opzet") for tally in plan.setup),
        unusable=tuple(
            (respondent, _left(study, respondent))
            for respondent in study.respondents
            if not respondent.usable
        ),
        chapters=chapters,
        figures=evaluation.figures,
        agreement=_agreement(evaluation.agreement),
        kappa=_kappa(evaluation.agreement),
        suggested=evaluation.suggested > 0,
        conversations=_total(study, "gesprekken", len({r.transcript for r in study.respondents})),
        per_goal_groups=tuple(group.group for group in groups),
    )


def _one_chapter(study: Study) -> tuple[Chapter, ...]:
    goals = tuple(goal.id for goal in study.codebook.goals if goal.part_of is None)
    return (Chapter("Resultaten", goals),)


def in_order(groups: Sequence[str]) -> list[str]:
    """Perspectives in the order in which a report tells them."""
    return sorted(set(groups), key=lambda g: (ORDER.index(g) if g in ORDER else len(ORDER), g))


def _groups(study: Study) -> tuple[GroupFacts, ...]:
    groups = [respondent.group for respondent in study.respondents]
    return tuple(
        GroupFacts(
            group=group,
            spoken=_spoken_to(study, group),
            usable=_usable(study, group),
            units=distinct(study, study.units[group], {"group": group})
            if group in study.units
            else None,
            group_talks=_are_group_talks(study, group),
        )
        for group in in_order(groups)
    )


def _spoken_to(study: Study, group: str) -> BoundNumber:
    """How many conversations were held in a perspective: a count without a larger whole."""
    everyone = [respondent for respondent in study.respondents if respondent.group == group]
    return _register_count(f"opzet/{group}", group, everyone, everyone)


def _usable(study: Study, group: str) -> BoundNumber:
    everyone = [respondent for respondent in study.respondents if respondent.group == group]
    usable = [respondent for respondent in everyone if respondent.usable]
    return _register_count(f"opzet/{group}/bruikbaar", group, usable, everyone)


def _register_count(
    id: str, group: str, counted: Sequence[Respondent], of: Sequence[Respondent]
) -> BoundNumber:
    return BoundNumber(
        id=id.replace(" ", "_"),
        value=len(counted),
        unit="respondent",
        source="respondentenregister",
        status="vastgesteld",
        k=len(counted),
        n=len(of),
        keys={"group": group},
        counted=tuple(respondent.id for respondent in counted),
        asked=tuple(respondent.id for respondent in of),
    )


def _left(study: Study, respondent: Respondent) -> BoundNumber:
    """How many conversations with the same guide can be used, of those held."""
    group, guide = respondent.group, respondent.guide
    everyone = [r for r in study.respondents if (r.group, r.guide) == (group, guide)]
    usable = [r for r in everyone if r.usable]
    id = f"opzet/{group}/bruikbaar/{guide or 'zonder_leidraad'}"
    return _register_count(id, group, usable, everyone)


def _are_group_talks(study: Study, group: str) -> bool:
    members = [respondent for respondent in study.respondents if respondent.group == group]
    return all(r.attributes.get("soort", "").startswith("groep") for r in members)


def _total(study: Study, unit: str, value: int) -> BoundNumber:
    return BoundNumber(
        id=f"opzet/{unit}", value=value, unit=unit, source="respondentenregister",
        status="vastgesteld", counted=tuple(r.id for r in study.respondents),
    )  # fmt: skip


def _agreement(agreement: Agreement) -> BoundNumber | None:
    if not agreement.both:
        return None
    return BoundNumber(
        id="opzet/gelijke_oordelen", value=agreement.same, unit="oordelen", source="besluiten",
        status="vastgesteld", k=agreement.same, n=agreement.both,
    )  # fmt: skip


def _kappa(agreement: Agreement) -> BoundNumber | None:
    if agreement.kappa is None:
        return None
    return BoundNumber(
        id="opzet/kappa", value=agreement.kappa, unit="kappa", source="besluiten",
        status="vastgesteld", n=agreement.both,
    )  # fmt: skip


def _goal(study: Study, plan: Plan, goal: Goal, comparisons: Sequence[Comparison]) -> GoalFacts:
    states = _states(study, goal.id)
    family = {code for theme in goal.themes for code in study.codebook.family(theme)}
    asked = [respondent.id for respondent in study.asked_goal(goal.id)]
    return GoalFacts(
        goal=goal,
        states=states,
        asked={group: _asked(numbers[0]) for group, numbers in states.items()},
        spoken={group: _spoken(study, goal, group) for group in states},
        negative={group: _spoken(study, goal, group, "negatief") for group in states},
        tallies=tuple(
            _tally(study, tally, goal.id, asked, family) for tally in plan.tallies.get(goal.id, ())
        ),
        quotes={group: _quotes(study, goal, group, plan.quotes) for group in states},
        comparisons=tuple(row for row in comparisons if _belongs(study, row, goal)),
        indicators=tuple(
            _goal(study, plan, indicator, comparisons)
            for indicator in study.codebook.goals
            if indicator.part_of == goal.id and study.asked_goal(indicator.id)
        ),
    )


def _states(study: Study, goal: str) -> dict[str, tuple[BoundNumber, ...]]:
    found: dict[str, list[BoundNumber]] = {}
    for number in count(study, ["goal"]):
        if number.keys["goal"] == goal:
            found.setdefault(number.keys["group"], []).append(number)
    return {group: tuple(found[group]) for group in in_order(list(found))}


def _asked(number: BoundNumber) -> BoundNumber:
    """How many were asked after a goal, in the unit in which they are counted."""
    goal, group = number.keys["goal"], number.keys["group"]
    return replace(
        number,
        id=f"gevraagd/{goal}/{group}",
        value=number.n or 0,
        k=number.n,
        source="respondentenregister",
        status="vastgesteld",
        keys={"goal": goal, "group": group},
        counted=number.asked,
        evidence=(),
        unasked=0,
    )


def _spoken(
    study: Study, goal: Goal, group: str, valence: str | None = None
) -> tuple[BoundNumber, ...]:
    asked = {respondent.id for respondent in study.asked_goal(goal.id)}
    numbers = _theme_counts(study, group, goal.themes, valence, asked)
    renamed = [replace(n, id=_within(n.id, goal.id)) for n in numbers]
    return tuple(sorted(renamed, key=lambda number: (-(number.k or 0), number.id)))


def _theme_counts(
    study: Study,
    group: str,
    themes: Collection[str],
    valence: str | None,
    among: Collection[str] | None,
) -> list[BoundNumber]:
    """How many of a group speak of these themes, with one value or with any."""
    by = ["code", "valence"] if valence else ["code"]
    return [
        number
        for number in count(study, by, where={"group": group}, among=among)
        if number.keys["code"] in themes and (valence is None or number.keys["valence"] == valence)
    ]


def _within(id: str, goal: str) -> str:
    """The id of a theme count among those asked after a goal."""
    return f"{id.split('@')[0]}@{goal}"


def _quotes(study: Study, goal: Goal, group: str, n: int) -> tuple[Quotation, ...]:
    return tuple(choose(on_goal(study, goal.id, group), n))


def _belongs(study: Study, row: Comparison, goal: Goal) -> bool:
    family = {code for theme in goal.themes for code in study.codebook.family(theme)}
    return row.link.goal == goal.id or (not row.link.goal and row.link.theme in family)


def _tally(
    study: Study,
    tally: Tally,
    scope: str,
    asked: Sequence[str] | None = None,
    family: Collection[str] = (),
) -> TallyFacts:
    """The numbers of a tally; themes are counted among those asked after its goal."""
    if tally.attribute:
        return TallyFacts(tally, tuple(_attribute(study, tally, scope, family)))
    if tally.recurring:
        whole, numbers = recurring(
            study, tally.recurring, tally.group, tally.valence or "negatief", tally.at_least
        )
        return TallyFacts(tally, tuple(numbers), whole)
    if tally.amount:
        return TallyFacts(tally, tuple(_amounts(study, tally, asked)))
    return _themes(study, tally, asked)


def _amounts(study: Study, tally: Tally, asked: Sequence[str] | None) -> list[BoundNumber]:
    among = study.by_id if asked is None else asked
    return amounts(study, tally.amount, tally.group, tally.unit[0], among)


def _attribute(
    study: Study, tally: Tally, scope: str, family: Collection[str]
) -> list[BoundNumber]:
    where = {"group": tally.group, **dict(tally.where)}
    return [
        replace(
            number,
            id=f"{number.id.split('@')[0]}@{scope}",
            keys={**number.keys, "group": tally.group},
            evidence=tuple(
                passage
                for respondent in number.counted
                for passage in evidence(respondent, study.codings_of(respondent, family))
            ),
        )
        for number in count(study, [tally.attribute], where=where)
    ]


def _themes(study: Study, tally: Tally, asked: Sequence[str] | None) -> TallyFacts:
    whole = _among(study, tally)
    among = whole.counted if whole is not None else asked
    numbers = _theme_counts(study, tally.group, tally.themes, tally.valence, among)
    scope = f"@{tally.among_goal}={tally.among_state}" if whole is not None else ""
    numbers = [replace(n, id=n.id.split("@")[0] + scope) for n in numbers]
    return TallyFacts(tally, tuple(sorted(numbers, key=lambda n: -(n.k or 0))), whole)


def _among(study: Study, tally: Tally) -> BoundNumber | None:
    if not tally.among_goal:
        return None
    return next(
        number
        for number in count(study, ["goal"], where={"group": tally.group})
        if number.keys["goal"] == tally.among_goal and number.keys["state"] == tally.among_state
    )
