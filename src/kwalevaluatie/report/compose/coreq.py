"""The annex that accounts for the research by COREQ: known, added by people, or still to add."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kwalevaluatie.report.compose.opening import spoken_to
from kwalevaluatie.report.compose.teller import Teller
from kwalevaluatie.report.coreq import DOMAINS, HEADINGS, YEAR, Point
from kwalevaluatie.report.document import (
    Block,
    Bullets,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Placeholder,
)
from kwalevaluatie.report.sentences import listed, strong, text


def coreq(teller: Teller) -> Iterator[Block]:
    """The annex on how the research was done."""
    yield Heading(1, "Bijlage: verantwoording volgens COREQ", numbered=False)
    yield Paragraph(
        (
            text("Deze lijst volgt COREQ van Tong, Sainsbury en Craig ("),
            teller.register.show(YEAR, str(int(YEAR.value))),
            text("). Zij laat zien hoe het onderzoek is gedaan."),
        )
    )
    for domain, points in DOMAINS.items():
        yield Heading(2, domain, numbered=False)
        yield from _domain(teller, points)


def _domain(teller: Teller, points: tuple[Point, ...]) -> Iterator[Block]:
    known = {point: _said(teller, point) for point in points}
    told = [(strong(f"{point.label}. "), *said) for point, said in known.items() if said]
    if told:
        yield Bullets(tuple(told))
    missing = [point for point, said in known.items() if not said]
    if missing and teller.public:
        names = " ".join(f"{point.label}." for point in missing)
        yield Paragraph((strong("Niet beschreven. "), text(names)), "note")
    elif missing:
        asked = " ".join(f"{point.label}: {point.ask}." for point in missing)
        yield Placeholder(f"Dit ontbreekt nog. {asked}")


def _said(teller: Teller, point: Point) -> Inlines:
    """What people wrote on a point, else what the evaluation itself knows."""
    written = _joined(teller.written(HEADINGS[point.label]))
    if written or point.key not in KNOWN:
        return written
    return KNOWN[point.key](teller)


def _joined(blocks: tuple[Block, ...]) -> Inlines:
    """The paragraphs and items of a text one after the other."""
    said: list[Inline] = []
    for block in blocks:
        parts = block.items if isinstance(block, Bullets) else ()
        if isinstance(block, Paragraph):
            parts = (block.inlines,)
        for inlines in parts:
            said += [*([text(" ")] if said else []), *inlines]
    return tuple(said)


def _number(teller: Teller) -> Inlines:
    return spoken_to(teller)


def _participants(teller: Teller) -> Inlines:
    parts: list[list[Inline]] = [
        [text(f"{group.group}: "), teller.register.word(group.spoken)]
        for group in teller.facts.groups
    ]
    return (
        text("Gesprekken per perspectief: "),
        *listed(parts, last="; ", between="; "),
        text("."),
    )


def _dropped(teller: Teller) -> Inlines:
    if not teller.facts.unusable:
        return ()
    return (text("Niet elk gesprek was bruikbaar. Het hoofdstuk over de methode zegt waarom."),)


def _coders(teller: Teller) -> Inlines:
    number = teller.facts.coders
    if number is None:
        return ()
    blind = " Een tweede codeur oordeelde daarnaast zonder dat te zien."
    second = blind if teller.facts.agreement is not None else ""
    return (text("Mensen die besloten: "), teller.register.word(number), text(f".{second}"))


def _fixed(words: str) -> Callable[[Teller], Inlines]:
    return lambda _: (text(words),)


KNOWN: Mapping[str, Callable[[Teller], Inlines]] = {
    "aantal": _number,
    "uitval": _dropped,
    "deelnemers": _participants,
    "leidraad": _fixed("Per perspectief staat vast welke vragen zijn gesteld."),
    "codeurs": _coders,
    "codeboom": _fixed("Het codeboek noemt elk thema, met uitleg en voorbeelden."),
    "herkomst": _fixed("De thema's en doelen komen uit het codeboek, dat vooraf vaststond."),
    "programma": _fixed("Er is gewerkt met kwalevaluatie."),
    "citaten": _fixed("Bij elk citaat staat het perspectief. De vindplaats is bewaard."),
    "samenhang": _fixed("Elk cijfer verwijst naar de passages eronder."),
    "hoofdzaken": _fixed("Elk doel heeft een eigen paragraaf met tellingen en citaten."),
    "uitzonderingen": _fixed("Ook wie anders oordeelt, wordt geteld en geciteerd."),
}
