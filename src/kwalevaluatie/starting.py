"""The file in which somebody begins to write on a goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kwalevaluatie.model import Quotation
from kwalevaluatie.report.facts import GoalFacts

SECTIONS = ("Kort gezegd", "Tellen", "Vertellen", "Samen gelezen", "Wat dit betekent")
ABOUT = """\
<!-- Schrijf onder elke kop in gewone taal. Regels tussen deze tekens komen niet in het rapport.
     Typ geen aantallen: neem een verwijzing over. Het rapport vult het aantal dan zelf in. -->
"""
PROMPTS = {
    "Kort gezegd": "Wat valt op, in twee of drie zinnen?",
    "Tellen": "Wat moet een lezer weten bij de tellingen? Dit mag leeg blijven.",
    "Vertellen": "Wat vertellen mensen? Verbind hun woorden met uw eigen zinnen.",
    "Samen gelezen": "Wat zeggen gesprekken en enquête samen? Welke andere uitleg is mogelijk?",
    "Wat dit betekent": "Wat betekent dit voor het beleid? Wie doet wat, en wanneer?",
}


def starter(facts: GoalFacts) -> str:
    """The text of a new file of findings: its head, the headings, and what may be referred to."""
    blocks = [f"---\ndoel: {facts.goal.id}\n---\n{ABOUT}"]
    blocks += [_section(heading, facts) for heading in SECTIONS]
    return "\n".join(blocks)


def part_starter(part: str, headings: Iterable[str]) -> str:
    """The text of a new file on the report as a whole: its head and the headings."""
    blocks = [f"---\nover: {part}\n---\n{ABOUT}", *(f"# {heading}\n" for heading in headings)]
    return "\n".join(blocks)


def _section(heading: str, facts: GoalFacts) -> str:
    lines = [PROMPTS[heading], *_references(heading, facts)]
    return f"# {heading}\n<!-- " + "\n     ".join(lines) + " -->\n"


def _references(heading: str, facts: GoalFacts) -> Iterator[str]:
    if heading in ("Kort gezegd", "Tellen"):
        yield from _counts(facts)
    if heading == "Vertellen":
        yield "Voor één perspectief: maak er “# Vertellen: inwoner” van."
        for quotations in facts.quotes.values():
            yield from map(_quotation, quotations)
    if heading == "Samen gelezen":
        for row in facts.comparisons:
            if row.figure is not None:
                yield f'{{{{ kbo("{row.figure.id}") }}}}'


def _counts(facts: GoalFacts) -> Iterator[str]:
    for group, numbers in facts.states.items():
        for number in numbers:
            if number.k:
                state = number.keys["state"]
                by = f'doel="{facts.goal.id}", perspectief="{group}", oordeel="{state}"'
                yield f"{{{{ tel({by}) }}}}"


def _quotation(quotation: Quotation) -> str:
    words = quotation.words.replace('"', '\\"').replace("-->", "")
    return f'{{{{ citaat("{quotation.respondent.id}", "{words}") }}}}'
