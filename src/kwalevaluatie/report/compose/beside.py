"""The counts of a goal beside the survey: the joint display and what it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kwalevaluatie.model import BoundNumber, Comparison, Figure, Link, Signature
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import Block, Bullets, Heading, Inlines, Paragraph, Table
from kwalevaluatie.report.facts import GoalFacts
from kwalevaluatie.report.figures import margin, value, year
from kwalevaluatie.report.sentences import lower, strong, text, upper
from kwalevaluatie.wording import dutch_date, ended

OTHERS = "Vergeleken thema’s buiten de doelen"
PROPOSAL = "VOORSTEL: "
TOGETHER = (
    "Wat zeggen de gesprekken en {} samen? Noem ook andere verklaringen: andere vraag, "
    "andere groep, ander moment, andere manier van vragen."
)


def beside(teller: Teller, facts: GoalFacts) -> Iterator[Block]:
    """The part “Samen gelezen” of a goal."""
    yield Heading(3, f"Samen gelezen ({teller.facts.settings.survey_name})")
    yield from _compared(teller, facts.goal.label, facts.comparisons)
    if not facts.comparisons:
        yield Paragraph((text("Voor dit doel is in de koppeltabel nog niets vastgelegd."),))
    if any(row.figure for row in facts.comparisons):
        yield from teller.place(
            f"{facts.goal.id}/samen", TOGETHER.format(teller.facts.settings.survey)
        )
    else:
        yield from teller.written(f"{facts.goal.id}/samen")


def others(teller: Teller) -> Iterator[Block]:
    """The chapter with the comparisons that are about none of the goals asked after."""
    rows = teller.facts.others
    if rows:
        yield Heading(1, OTHERS)
        said = "Deze vergelijkingen horen bij geen van de doelen waar de gesprekken over gingen."
        yield Paragraph((text(said),), "lead")
        yield from _compared(teller, OTHERS, rows)


def _compared(teller: Teller, label: str, rows: Sequence[Comparison]) -> Iterator[Block]:
    asked = [row for row in rows if row.figure is not None]
    if asked:
        yield _joint_display(teller, label, asked)
        yield Bullets(tuple(_why(row) for row in asked))
    for row in rows:
        if row.figure is None:
            said = f". {ended(upper(row.grounds))}{_noted(row.link)}"
            about = text(f"{_about(teller, row.link)}: ")
            yield Paragraph((about, *reading(teller, row), text(said)))
    yield from _older(teller, asked)


def reading(teller: Teller, row: Comparison) -> Inlines:
    """The reading of a comparison: a proposal, or signed; by whom only for ourselves."""
    if row.signature is None:
        return (strong(PROPOSAL + row.verdict),)
    if teller.public:
        return (strong(row.verdict),)
    return (strong(row.verdict), *_signed(teller, row.id, row.signature))


def _signed(teller: Teller, id: str, signature: Signature) -> Inlines:
    day = signature.at[:10]
    number = BoundNumber(
        id=f"{id}/getekend", value=int(day.replace("-", "")), unit="datum", source="besluiten",
        status="vastgesteld",
    )  # fmt: skip
    shown = teller.register.show(number, dutch_date(day))
    return (text(f" (ondertekend door {signature.coder}, "), shown, text(")"))


def _joint_display(teller: Teller, label: str, rows: Sequence[Comparison]) -> Table:
    return Table(
        f"{label}: gesprekken naast {teller.facts.settings.survey}",
        ("Vraag", teller.facts.settings.survey_name, "Marge", "Gesprekken", "Lezing"),
        tuple(_joint_row(teller, label, row) for row in rows),
        (4.4, 2.4, 3.0, 3.4, 3.4),
    )


def _joint_row(teller: Teller, label: str, row: Comparison) -> tuple[Inlines, ...]:
    figure, link = row.figure, row.link
    assert figure is not None
    about = _about(teller, link)
    valued = "positief" if link.goal else "negatief"
    how = valued if about == label else f"{valued} over {lower(about)}"
    shown = teller.register
    return (
        (text(f"{figure.item} ("), year(shown, figure), text(")")),
        (value(shown, figure),) if figure.value is not None else (text("aandachtspunt"),),
        margin(shown, row),
        (shown.count(row.number), text(f" {how}")),
        reading(teller, row),
    )


def _why(row: Comparison) -> Inlines:
    """The grounds of a reading, how comparable the two are, and what else may explain it."""
    assert row.figure is not None
    link = row.link
    comparable = (
        f" Dezelfde vraag: {link.same_question}. Dezelfde groep: {link.same_group}. "
        f"Dezelfde periode: {link.same_period}."
    )
    proposed = row.signature is None or row.verdict == row.proposed
    grounds = ended(upper(row.grounds)) if proposed else ""
    said = f"{grounds}{comparable}{_noted(link)}{_rivals(row)}"
    return (strong(f"{ended(row.figure.item)} "), text(said.strip()))


def _noted(link: Link) -> str:
    return f" {ended(link.note)}" if link.note else ""


def _rivals(row: Comparison) -> str:
    return f" Wat ook kan meespelen: {', '.join(row.rivals)}." if row.rivals else ""


def _about(teller: Teller, link: Link) -> str:
    goal = teller.facts.codebook.goals_by_id.get(link.goal)
    return goal.label if goal else teller.label(link.theme)


def _older(teller: Teller, rows: Iterable[Comparison]) -> Iterator[Block]:
    for row in rows:
        assert row.figure is not None
        for older in teller.facts.figures:
            if older.id == row.figure.id and older.year < row.figure.year:
                yield Paragraph(_difference(teller, older, row.figure))


def _difference(teller: Teller, older: Figure, newer: Figure) -> Inlines:
    shown = teller.register
    return (
        text(f"{older.item}: in "), year(shown, older), text(" was dit "), value(shown, older),
        text(". Het verschil met "), year(shown, newer),
        text(" is niet te toetsen: aantal en spreiding zijn onbekend."),
    )  # fmt: skip
