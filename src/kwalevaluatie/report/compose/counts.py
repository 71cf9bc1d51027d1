"""The judgements on a goal as a figure and as a table."""

from __future__ import annotations

from collections.abc import Iterable

from kwalevaluatie.model import STATES, BoundNumber, Comparison
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import Inline, Inlines, Picture, Table
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.figures import value
from kwalevaluatie.report.nouns import nouns, plural
from kwalevaluatie.report.sentences import listed, text, upper

SHOWN_ALWAYS = ("positief", "wisselend", "negatief")


def picture(teller: Teller, facts: GoalFacts) -> Picture:
    """The figure of a goal, with all that it shows in words."""
    drawn = teller.drawings.goals[facts.goal.id]
    said = [part for group in facts.states for part in _group_alt(teller, facts, group)]
    said += _survey_alt(teller, facts.comparisons)
    caption = f"{facts.goal.label}: elk teken is een {_mark_noun(facts)}"
    return Picture(drawn.png, drawn.svg, caption + _with_survey(teller, facts), tuple(said))


def _group_alt(teller: Teller, facts: GoalFacts, group: str) -> list[Inline]:
    shown = [number for number in facts.states[group] if number.k]
    parts: list[list[Inline]] = [
        [_said(teller, number, whole=not index), text(f" {number.keys['state']}")]
        for index, number in enumerate(shown)
    ]
    return [text(f"{plural(group).capitalize()}: "), *listed(parts), text(". ")]


def _said(teller: Teller, number: BoundNumber, *, whole: bool) -> Inline:
    return teller.register.count(number) if whole else teller.register.word(number)


def _survey_alt(teller: Teller, comparisons: Iterable[Comparison]) -> list[Inline]:
    said: list[Inline] = []
    for row in comparisons:
        if row.figure is not None and row.figure.unit == "aandeel":
            said += [
                text(f"{teller.facts.settings.survey_name}, {row.figure.item}: "),
                value(teller.register, row.figure),
                text(". "),
            ]
    return said


def _mark_noun(facts: GoalFacts) -> str:
    units = {n.unit for numbers in facts.states.values() for n in numbers}
    return " of ".join(sorted(units))


def _with_survey(teller: Teller, facts: GoalFacts) -> str:
    drawn = any(row.figure and row.figure.unit == "aandeel" for row in facts.comparisons)
    return f", met {teller.facts.settings.survey} ernaast" if drawn else ""


def states(teller: Teller, facts: GoalFacts) -> Table:
    """How many of each perspective gave which judgement."""
    shown = [state for state in STATES if _is_shown(facts, state)] + _unjudged(facts)
    header = ("Perspectief", *(state.capitalize() for state in shown), "Gevraagd")
    rows = tuple(
        _row(teller, facts.asked[group], numbers, shown) for group, numbers in facts.states.items()
    )
    return Table(f"{facts.goal.label}: oordelen per perspectief", header, rows)


def _row(
    teller: Teller, asked: BoundNumber, numbers: Iterable[BoundNumber], shown: list[str]
) -> tuple[Inlines, ...]:
    by_state = {number.keys["state"]: number for number in numbers}
    cells = [_cell(teller, by_state.get(state)) for state in shown]
    label = (text(upper(nouns(asked, teller.talks)[1])),)
    return (label, *cells, (teller.register.digits(asked),))


def _cell(teller: Teller, number: BoundNumber | None) -> Inlines:
    return (text("–"),) if number is None else (teller.register.show(number, str(number.k)),)


def _is_shown(facts: GoalFacts, state: str) -> bool:
    return state in SHOWN_ALWAYS or any(
        number.k and number.keys["state"] == state
        for numbers in facts.states.values()
        for number in numbers
    )


def _unjudged(facts: GoalFacts) -> list[str]:
    known = {n.keys["state"] for numbers in facts.states.values() for n in numbers}
    return sorted(known - set(STATES))
