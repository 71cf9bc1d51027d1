"""How it was done: with whom was spoken, how was counted, and what lies beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kwalevaluatie.model import Figure
from kwalevaluatie.report.compose.opening import spoken_to
from kwalevaluatie.report.compose.tallies import attribute
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Table,
)
from kwalevaluatie.report.facts import GroupFacts
from kwalevaluatie.report.figures import total, year
from kwalevaluatie.report.sentences import listed, text, upper
from kwalevaluatie.wording import decimal, ended

BACKGROUND = "Bestuurlijke achtergrond: welke kaders en welk plan, sinds wanneer."
DIFFERENCES = "Hoe is over de verschillen tussen de codeurs besloten?"


def method(teller: Teller) -> Iterator[Block]:
    """The chapter on method."""
    yield Heading(1, "Inleiding en methode")
    yield from teller.place("rapport/achtergrond", BACKGROUND)
    yield Heading(2, "Met wie is gesproken")
    yield Paragraph(spoken_to(teller))
    yield account(teller)
    for tally in teller.facts.setup:
        yield Paragraph(attribute(teller, tally))
    yield from _unusable(teller)
    yield Heading(2, "Hoe is geteld")
    yield Bullets(tuple(_rules(teller)))
    yield from _agreement(teller)
    yield from _survey(teller)


def account(teller: Teller) -> Table:
    """How many conversations of each perspective were held and could be used."""
    return Table(
        "Verantwoording van de gesprekken",
        ("Perspectief", "Gevoerd", "Bruikbaar", "Geteld per"),
        tuple(_account_row(teller, group) for group in teller.facts.groups),
        (4.0, 2.5, 2.5, 7.0),
    )


def _account_row(teller: Teller, group: GroupFacts) -> tuple[Inlines, ...]:
    digits = teller.register.digits
    unit: Inlines = (text("gesprek" if group.group_talks else "persoon"),)
    if group.units is not None:
        unit = (text(f"{group.units.unit} ("), digits(group.units), text(")"))
    label = (text(group.group.capitalize()),)
    return (label, (digits(group.spoken),), (digits(group.usable),), unit)


def _unusable(teller: Teller) -> Iterator[Block]:
    for respondent, left in teller.facts.unusable:
        topic = f", leidraad {respondent.guide}" if respondent.guide else ""
        one = left.value == 1
        count, talks = ("telt", " gesprek.") if one else ("tellen", " gesprekken.")
        yield Paragraph(
            (
                text(f"Een gesprek ({respondent.group}{topic}) telt nergens mee. "),
                text(f"De reden: {ended(respondent.reason)} Met deze leidraad {count} daardoor "),
                teller.register.count(left), text(talks),
            )
        )  # fmt: skip


def _rules(teller: Teller) -> Iterator[Inlines]:
    yield (
        text("Geteld zijn mensen en niet uitspraken: wie iets vaker zegt, telt niet vaker. "),
        text("De noemer is wie ernaar is gevraagd en van wie het gesprek bruikbaar is."),
    )
    yield (
        text("“Niet besproken” en “niet te bepalen” zijn eigen uitkomsten en betekenen "),
        text("niet hetzelfde als nee."),
    )
    yield from _units(teller)
    if teller.facts.suggested:
        yield (
            text("De computer heeft passages voorgesteld; mensen hebben besloten. "),
            text("Tellingen komen alleen uit hun besluiten."),
        )
    yield (
        text("Gesprekken krijgen in dit rapport aantallen en woorden. De maten van een "),
        text("steekproef passen er niet bij: deelnemers zijn gekozen en niet geloot."),
    )


def _units(teller: Teller) -> Iterator[Inlines]:
    talks = text("Een groepsgesprek telt als een gesprek. ")
    if any(group.units is not None for group in teller.facts.groups):
        yield (
            talks,
            text("Wie per organisatie telt, telt samen met collega's; verschillen zij van "),
            text("mening, dan is het oordeel wisselend."),
        )
    else:
        yield (talks,)


def _agreement(teller: Teller) -> Iterator[Block]:
    number, kappa, show = teller.facts.agreement, teller.facts.kappa, teller.register.show
    if number is None:
        return
    said: list[Inline] = [
        text("Een tweede codeur heeft oordelen gegeven zonder die van de eerste te zien. "),
        text("Vooraf gelijk: "),
        show(number, f"{number.k} van de {number.n}"),
        text(" oordelen"),
    ]
    if kappa is not None:
        said += [text(" (Cohens kappa "), show(kappa, decimal(kappa.value, 2)), text(")")]
    yield Paragraph((*said, text(".")))
    yield from teller.place("rapport/verschillen", DIFFERENCES)


def _survey(teller: Teller) -> Iterator[Block]:
    if not teller.facts.figures:
        return
    yield Heading(2, upper(teller.facts.settings.survey))
    yield Paragraph(tuple(_survey_sources(teller, list(_newest(teller.facts.figures)))))


def _newest(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Of every survey or registration its last figures, the first of them first."""
    last: dict[str, int] = {}
    for figure in figures:
        name = _unnumbered(figure.source)
        last[name] = max(last.get(name, 0), figure.year)
    yield from (figure for figure in figures if last[_unnumbered(figure.source)] == figure.year)


def _survey_sources(teller: Teller, figures: list[Figure]) -> Iterator[Inline]:
    firsts: dict[str, Figure] = {}
    for figure in figures:
        firsts.setdefault(_unnumbered(figure.source), figure)
    parts = [_survey_source(teller, name, figure) for name, figure in firsts.items()]
    yield text("De cijfers komen uit: ")
    yield from listed(parts, last="; ", between="; ")
    yield text(
        f". Een cijfer van {teller.facts.settings.survey} wordt nooit omgerekend naar mensen. "
    )
    if any(figure.n is None and figure.value is not None for figure in figures):
        yield text(
            "Waar niet is gepubliceerd hoeveel mensen antwoord gaven, staat het cijfer "
            "zonder marge."
        )


def _survey_source(teller: Teller, name: str, figure: Figure) -> list[Inline]:
    said: list[Inline] = [text(f"{name} van "), year(teller.register, figure)]
    if figure.total:
        said += [text(", onder "), total(teller.register, figure), text(" mensen")]
    return said


def _unnumbered(source: str) -> str:
    """The name of a source without its year, which is printed as a bound number."""
    return " ".join(word for word in source.split() if not any(c.isdigit() for c in word))
