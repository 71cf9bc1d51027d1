"""Gathering everything that a report is told from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kwalevaluatie.analysis.agreement import Agreement
from kwalevaluatie.analysis.counting import count, distinct
from kwalevaluatie.analysis.quoting import choose, grounds, on_goal, quotations
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.model import (
    BoundNumber,
    Chapter,
    Comparison,
    Figure,
    Finding,
    Goal,
    Plan,
    Quotation,
    Respondent,
    Settings,
)
from kwalevaluatie.privacy.stories import recognise
from kwalevaluatie.report.facts import Facts, GoalFacts, GroupFacts, TallyFacts
from kwalevaluatie.tallying import tally_facts, theme_counts

HIGH = "hoog"
ORDER = ("inwoner", "professional", "management", "netwerkpartner")


@dataclass(frozen=True)
class Evaluation:
    """What a report is made of: the study, the plan, and what lies beside it.

    `suggested` is how many codings the machine proposed, `findings` what people wrote.
    """

    settings: Settings
    study: Study
    plan: Plan
    comparisons: tuple[Comparison, ...]
    figures: tuple[Figure, ...]
    agreement: Agreement
    suggested: int
    findings: tuple[Finding, ...] = ()


def gather(evaluation: Evaluation) -> Facts:
    """Everything the report is told from."""
    study, plan, comparisons = evaluation.study, evaluation.plan, evaluation.comparisons
    heard: Counter[str] = Counter()
    chapters = tuple(
        (chapter, tuple(_goal(study, plan, study.codebook.goals_by_id[id], comparisons, heard)
                        for id in chapter.goals if study.asked_goal(id)))
        for chapter in plan.chapters or _one_chapter(study)
    )  # fmt: skip
    groups = _groups(study)
    setup = tuple(tally_facts(study, tally, "opzet") for tally in plan.setup)
    told = [number for _, goals in chapters for goal in goals for number in _all_of(goal)]
    return Facts(
        settings=evaluation.settings,
        codebook=study.codebook,
        groups=groups,
        setup=setup,
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
        numbers={n.id: n for n in (*told, *_of_people(groups, setup), *_counted(study))},
        passages=_passages(study),
        coders=_coders(study),
        others=tuple(_others(study, comparisons)),
    )


def _others(study: Study, comparisons: Iterable[Comparison]) -> Iterator[Comparison]:
    asked = [goal for goal in study.codebook.goals if study.asked_goal(goal.id)]
    for row in comparisons:
        if not any(_belongs(study, row, goal) for goal in asked):
            yield row


def _all_of(goal: GoalFacts) -> Iterator[BoundNumber]:
    """Every count that a report can print on a goal."""
    yield from goal.asked.values()
    for numbers in (*goal.states.values(), *goal.spoken.values(), *goal.negative.values()):
        yield from numbers
    for tally in goal.tallies:
        yield from tally.numbers
    for indicator in goal.indicators:
        yield from _all_of(indicator)


def _of_people(groups: Iterable[GroupFacts], setup: Iterable[TallyFacts]) -> Iterator[BoundNumber]:
    for group in groups:
        yield from (n for n in (group.spoken, group.usable, group.units) if n is not None)
    for tally in setup:
        yield from tally.numbers


def _counted(study: Study) -> Iterator[BoundNumber]:
    """Every count of a goal or theme over all who were asked."""
    for by in (["goal"], ["code"], ["code", "valence"]):
        yield from count(study, by)


def _passages(study: Study) -> tuple[Quotation, ...]:
    """Every passage that was coded or on which a judgement rests."""
    coded = quotations(study, [code.id for code in study.codebook.codes])
    judged = [one for goal in study.codebook.goals for one in grounds(study, goal.id)]
    return (*coded, *judged)


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


def _coders(study: Study) -> BoundNumber | None:
    """How many people decided; without decisions nothing."""
    decided = {c.coder for c in study.codings} | {j.coder for j in study.judgements.values()}
    if not decided:
        return None
    return BoundNumber(
        id="opzet/codeurs", value=len(decided), unit="codeurs", source="besluiten",
        status="vastgesteld",
    )  # fmt: skip


def _kappa(agreement: Agreement) -> BoundNumber | None:
    if agreement.kappa is None:
        return None
    return BoundNumber(
        id="opzet/kappa", value=agreement.kappa, unit="kappa", source="besluiten",
        status="vastgesteld", n=agreement.both,
    )  # fmt: skip


def _goal(
    study: Study, plan: Plan, goal: Goal, comparisons: Sequence[Comparison], heard: Counter[str]
) -> GoalFacts:
    states = _states(study, goal.id)
    family = study.codebook.families(goal.themes)
    asked = [respondent.id for respondent in study.asked_goal(goal.id)]
    return GoalFacts(
        goal=goal,
        states=states,
        asked={group: _asked(numbers[0]) for group, numbers in states.items()},
        spoken={group: _spoken(study, goal, group) for group in states},
        negative={group: _spoken(study, goal, group, "negatief") for group in states},
        tallies=tuple(
            tally_facts(study, tally, goal.id, asked, family)
            for tally in plan.tallies.get(goal.id, ())
        ),
        quotes={group: _quotes(study, goal, group, plan.quotes, heard) for group in states},
        comparisons=tuple(row for row in comparisons if _belongs(study, row, goal)),
        indicators=tuple(
            _goal(study, replace(plan, quotes=0), indicator, comparisons, heard)
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
    numbers = theme_counts(study, group, goal.themes, valence, asked)
    renamed = [replace(n, id=_within(n.id, goal.id)) for n in numbers]
    return tuple(sorted(renamed, key=lambda number: (-(number.k or 0), number.id)))


def _within(id: str, goal: str) -> str:
    """The id of a theme count among those asked after a goal."""
    return f"{id.split('@')[0]}@{goal}"


def _quotes(
    study: Study, goal: Goal, group: str, n: int, heard: Counter[str]
) -> tuple[Quotation, ...]:
    """Quotations of people that are not easily recognised; `heard` counts who was quoted."""
    safe = [one for one in on_goal(study, goal.id, group) if recognise(one.words).level != HIGH]
    chosen = choose(safe, n, heard)
    heard.update(one.respondent.id for one in chosen)
    return tuple(chosen)


def _belongs(study: Study, row: Comparison, goal: Goal) -> bool:
    """Whether a comparison is about this goal, one of its indicators, or one of its themes."""
    if linked := study.codebook.goals_by_id.get(row.link.goal):
        return goal.id in (linked.id, linked.part_of)
    return row.link.theme in study.codebook.families(goal.themes)
