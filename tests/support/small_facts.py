"""A small set of facts to tell, made up, without a folder or a database."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kwalevaluatie.model import (
    BoundNumber,
    Chapter,
    Code,
    Codebook,
    Comparison,
    Figure,
    Goal,
    Link,
    Quotation,
    Respondent,
    Settings,
    Signature,
    Span,
)
from kwalevaluatie.report.compose import Drawings, Teller
from kwalevaluatie.report.facts import Facts, GoalFacts, GroupFacts, Version
from kwalevaluatie.report.plots import Drawn
from kwalevaluatie.report.register import Register

BANNER = "SYNTHETISCH: organisatie, mensen en gesprekken zijn verzonnen. "
SIGNED = Signature("s1", "2026-03-02T10:00", "eva", "x", "overeenstemming", "gelezen", "b")
STATES = ("positief", "wisselend", "negatief", "niet besproken", "niet te bepalen")


def small_teller(
    version: Version = "intern", *, signed: bool = False, words: Mapping[str, str] | None = None
) -> Teller:
    """A teller of two goals; `words` replaces labels and a quotation."""
    facts = _facts(signed, {**_WORDS, **(words or {})})
    nowhere = Drawn(Path("f.png"), Path("f.svg"))
    drawings = Drawings({"hulp": nowhere, "samen": nowhere}, nowhere)
    return Teller(facts, Register(), drawings, version)


_WORDS = {
    "title": "Evaluatie Veldermeer",
    "goal": "Hulp op tijd",
    "item": "Goed geholpen",
    "theme": "Wachttijd",
    "quote": "Het ging vlot en ze belden terug.",
}


def count(id: str, k: int, n: int, first: int = 0, **keys: str) -> BoundNumber:
    """A count of the people r00, r01 … or n00, n01 …, from the first on."""
    people = [f"{keys.get('group', 'r')[0].replace('i', 'r')}{number:02}" for number in range(n)]
    return BoundNumber(
        id=id, value=k, unit="respondent", source="gesprekken", status="vastgesteld", k=k, n=n,
        keys=keys, counted=tuple(people[first : first + k]), asked=tuple(people),
    )  # fmt: skip


def _facts(signed: bool, words: Mapping[str, str]) -> Facts:
    theme = Code("wachttijd", words["theme"], "Wachten op hulp.")
    goals = (_helped(signed, words), _together())
    talks = BoundNumber("opzet/gesprekken", 15, "gesprekken", "respondentenregister", "vastgesteld")
    return Facts(
        settings=Settings(words["title"], "RSD Veldermeer", "Tellen", "mei 2026", synthetic=True),
        codebook=Codebook("klein", "Klein", "1", (theme,), tuple(goal.goal for goal in goals)),
        groups=(_group("inwoner", 11), _group("netwerkpartner", 4)),
        setup=(),
        unusable=(),
        chapters=((Chapter("Resultaten", ("hulp", "samen")), goals),),
        figures=(_figure(words),),
        agreement=None,
        kappa=None,
        suggested=False,
        conversations=talks,
        per_goal_groups=("inwoner", "netwerkpartner"),
    )


def _group(group: str, n: int) -> GroupFacts:
    number = count(f"opzet/{group}", n, n, group=group)
    return GroupFacts(group, number, number, None, group_talks=False)


def _helped(signed: bool, words: Mapping[str, str]) -> GoalFacts:
    states = _states("hulp", "inwoner", (8, 0, 3, 0, 0))
    negative = count("thema/wachttijd/inwoner/negatief", 3, 11, code="wachttijd", group="inwoner")
    return GoalFacts(
        goal=Goal("hulp", words["goal"], "Hulp komt op tijd.", "Kwam de hulp op tijd?"),
        states={"inwoner": states},
        asked={"inwoner": count("gevraagd/hulp/inwoner", 11, 11, group="inwoner")},
        negative={"inwoner": (negative,)},
        quotes={
            "inwoner": (
                _quotation("r01", "inwoner", words["quote"], "positief"),
                _quotation("r09", "inwoner", "Ik heb een half jaar gewacht.", "negatief"),
            )
        },
        comparisons=(_comparison(signed, states[0], words),),
    )


def _together() -> GoalFacts:
    return GoalFacts(
        goal=Goal("samen", "Goed samenwerken", "Partners werken goed samen.", "Gaat het goed?"),
        states={"netwerkpartner": _states("samen", "netwerkpartner", (2, 1, 0, 0, 1))},
        asked={"netwerkpartner": count("gevraagd/samen", 4, 4, group="netwerkpartner")},
        quotes={
            "netwerkpartner": (_quotation("n01", "netwerkpartner", "Kort lijntje.", "positief"),)
        },
    )


def _states(goal: str, group: str, counts: tuple[int, ...]) -> tuple[BoundNumber, ...]:
    firsts = [sum(counts[:place]) for place in range(len(counts))]
    return tuple(
        count(
            f"doel/{goal}/{group}/{state}", k, sum(counts), first,
            goal=goal, group=group, state=state,
        )
        for state, k, first in zip(STATES, counts, firsts, strict=True)
    )  # fmt: skip


def _figure(words: Mapping[str, str]) -> Figure:
    return Figure("geholpen", words["item"], words["item"], 2025, "aandeel", 0.92, "KBO", n=402)


def _comparison(signed: bool, number: BoundNumber, words: Mapping[str, str]) -> Comparison:
    link = Link("inwoner", item="geholpen", goal="hulp")
    return Comparison(
        link, _figure(words), number, (0.89, 0.94), "overeenstemming", "beide hoog",
        "overeenstemming", ("andere vraag", "ander moment"), SIGNED if signed else None,
    )  # fmt: skip


def _quotation(who: str, group: str, words: str, value: str) -> Quotation:
    respondent = Respondent(who, group, who)
    return Quotation(respondent, who, Span(4, 0, len(words)), words, "hulp", value, "nu", "eva")
