"""The annexes, one function each: questions, people, numbers."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.report.compose.method import account
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import Block, Bullets, Heading, Inlines, Paragraph, Table
from kwalevaluatie.report.sentences import strong, text
from kwalevaluatie.wording import ended

BENEATH = " De mensen en passages eronder staan in herkomst.csv."
COLUMNS = ("id", "tekst", "k", "n", "bron", "status")


def questions(teller: Teller) -> Iterator[Block]:
    """The research questions, one for each goal and indicator."""
    yield Heading(1, "Bijlage: onderzoeksvragen", numbered=False)
    items: list[Inlines] = []
    for facts in teller.goals:
        for goal in (facts.goal, *(indicator.goal for indicator in facts.indicators)):
            items.append((strong(f"{ended(goal.label)} "), text(goal.question)))
    yield Bullets(tuple(items))


def people(teller: Teller) -> Iterator[Block]:
    """How many respondents of each perspective; nobody's attributes."""
    yield Heading(1, "Bijlage: overzicht van respondenten", numbered=False)
    yield Paragraph(
        (
            text("Alleen aantallen per perspectief; kenmerken worden hier niet gekruist, "),
            text("zodat niemand herkenbaar is."),
        )
    )
    yield account(teller)


def register(teller: Teller) -> Iterator[Block]:
    """Every number of the report with where it comes from; the last, for it lists all others."""
    yield Heading(1, "Bijlage: register van cijfers", numbered=False)
    yield Paragraph(
        (
            text("Elk cijfer in dit rapport staat hier met zijn bron."),
            text("" if teller.public else BENEATH),
        )
    )
    rows = [row for row in teller.register.rows() if "~" not in str(row["id"])]
    yield Table(
        "Register van cijfers",
        ("Id", "Tekst", "k", "n", "Bron", "Status"),
        tuple(tuple((text(_cell(row[name])),) for name in COLUMNS) for row in rows),
        (6.2, 3.2, 1.2, 1.2, 3.0, 2.2),
    )


def _cell(value: object) -> str:
    return "" if value is None else str(value)
