"""Tables of a report that only the workbook has: the joint display and the framework matrix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kwalevaluatie.model import BoundNumber, Codebook, Comparison, Signature
from kwalevaluatie.report.facts import Facts, GoalFacts
from kwalevaluatie.wording import k_of_n

if TYPE_CHECKING:
    import pandas as pd

JOINT = (
    "doel of thema", "perspectief", "geteld", "k", "n", "gesprekken", "vraag", "cijfer",
    "eenheid", "jaar", "n van het cijfer", "ondergrens", "bovengrens", "lezing", "status",
    "gronden", "andere verklaringen", "zelfde vraag", "zelfde groep", "zelfde periode",
    "toelichting",
)  # fmt: skip
SIGNED = ("ondertekend door", "op", "reden")
PEOPLE = ("respondent", "perspectief")
UNASKED = "niet gevraagd"


def joint_display(facts: Facts, *, public: bool = False) -> pd.DataFrame:
    """The counts of the conversations beside the survey, a row for each comparison.

    Columns: `doel of thema, perspectief, geteld (positief or negatief), k, n, gesprekken,
    vraag, cijfer, eenheid, jaar, n van het cijfer, ondergrens, bovengrens, lezing, status,
    gronden, andere verklaringen, zelfde vraag, zelfde groep, zelfde periode, toelichting`, and
    besides `ondertekend door, op, reden` where it is not for everybody. The status is VOORSTEL
    until a person signed the reading, and verlopen when its numbers changed since; who signed
    and why then still stands there.
    """
    import pandas as pd

    rows = [_joint(facts.codebook, row, public) for row in facts.comparisons]
    return pd.DataFrame(rows, columns=[*JOINT, *(() if public else SIGNED)])


def framework(facts: Facts) -> pd.DataFrame:
    """The framework matrix: what the judgement of each respondent is on each goal, and where.

    Rows: respondents who were asked after a goal (index `respondent, perspectief`). Columns:
    goals by their label. A cell has the state and the turns that it rests on, as in
    "positief (r05: beurt 5, 27)", or "niet gevraagd". It names respondents: not for everybody.
    Framework analysis: Ritchie & Spencer (1994).
    """
    import pandas as pd

    goals = {goal.goal.label: _cells(goal) for goal in _goals(facts)}
    groups = {who: group for goal in _goals(facts) for who, group in _asked(goal)}
    rows = [
        {"respondent": who, "perspectief": group}
        | {label: cells.get(who, UNASKED) for label, cells in goals.items()}
        for who, group in groups.items()
    ]
    return pd.DataFrame(rows, columns=[*PEOPLE, *goals]).set_index(list(PEOPLE))


def _goals(facts: Facts) -> list[GoalFacts]:
    """Every goal with its indicators behind it."""
    goals = [goal for _, goals in facts.chapters for goal in goals]
    return [one for goal in goals for one in (goal, *goal.indicators)]


def _joint(codebook: Codebook, row: Comparison, public: bool) -> dict[str, Any]:
    made = {**_heard(codebook, row), **_surveyed(row), **_read(row)}
    return made if public else made | _signature(row.signature or row.lapsed)


def _heard(codebook: Codebook, row: Comparison) -> dict[str, Any]:
    link, number = row.link, row.number
    goal = codebook.goals_by_id.get(link.goal)
    return {
        "doel of thema": goal.label if goal else codebook[link.theme].label,
        "perspectief": link.group,
        "geteld": "positief" if link.goal else "negatief",
        "k": number.k,
        "n": number.n,
        "gesprekken": k_of_n(number.k or 0, number.n or 0),
    }


def _surveyed(row: Comparison) -> dict[str, Any]:
    figure = row.figure
    if figure is None:
        return {"vraag": UNASKED}
    low, high = row.interval or (None, None)
    return {
        "vraag": figure.item,
        "cijfer": figure.value,
        "eenheid": figure.unit,
        "jaar": figure.year,
        "n van het cijfer": figure.n,
        "ondergrens": low,
        "bovengrens": high,
    }


def _read(row: Comparison) -> dict[str, Any]:
    link = row.link
    return {
        "lezing": row.verdict,
        "status": "ondertekend" if row.signature else "verlopen" if row.lapsed else "VOORSTEL",
        "gronden": row.grounds,
        "andere verklaringen": ", ".join(row.rivals),
        "zelfde vraag": link.same_question,
        "zelfde groep": link.same_group,
        "zelfde periode": link.same_period,
        "toelichting": link.note,
    }


def _signature(signed: Signature | None) -> dict[str, Any]:
    if signed is None:
        return {}
    return dict(zip(SIGNED, (signed.coder, signed.at[:10], signed.reason), strict=True))


def _asked(goal: GoalFacts) -> Iterable[tuple[str, str]]:
    return [(who, group) for group, number in goal.asked.items() for who in number.asked]


def _cells(goal: GoalFacts) -> Mapping[str, str]:
    numbers = [number for numbers in goal.states.values() for number in numbers]
    return {who: _cell(number, who) for number in numbers for who in number.counted}


def _cell(number: BoundNumber, who: str) -> str:
    turns: dict[str, list[int]] = {}
    for passage in number.evidence:
        if passage.respondent == who:
            turns.setdefault(passage.transcript, []).append(passage.span.turn)
    places = [f"{talk}: beurt {_listed(found)}" for talk, found in turns.items()]
    return f"{number.keys['state']} ({'; '.join(places)})" if places else number.keys["state"]


def _listed(turns: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(set(turns))))
