"""What a count of people in interviews gives away about one or two of them.

Few people are spoken to, and on purpose. How many of them had an experience stays; what stands
beside it may not point at anybody: an attribute, the name of an organisation, or that the few
are all there are (Hundepool and others 2012, on group disclosure).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kwalevaluatie.disclosure.people import People, is_adverse, is_group_talk, subject_of, value_of
from kwalevaluatie.model import BoundNumber
from kwalevaluatie.model.publication import Point

CROSSED = "uitsplitsing naar kenmerk"
SMALL = "klein aantal met kenmerk"
NAMED = "met naam bekende partner"
WHOLE = "hele groep"
ALONE = "enige in een rol"
RULES = (CROSSED, SMALL, NAMED, WHOLE, ALONE)
ONE = "Het is aan één mens gevraagd: "
OPEN = ("niet besproken", "niet te bepalen", "nog niet beoordeeld")


def count_points(numbers: Sequence[BoundNumber], people: People) -> list[Point]:
    """The points that counts raise by themselves, each once."""
    found = (
        *(point for number in numbers for point in _of_number(number, people)),
        *_alone(numbers, people),
    )
    return list({point.id: point for point in found}.values())


def _of_number(number: BoundNumber, people: People) -> Iterator[Point]:
    if subject_of(number):
        yield from _crossed(number, people)
        yield from _named(number, people)
        yield from _whole(number, people)
    else:
        yield from _small(number, people)


def _crossed(number: BoundNumber, people: People) -> Iterator[Point]:
    names = people.attributes_in(number)
    if names:
        group, subject = number.keys.get("group", ""), subject_of(number)
        yield Point(
            place=f"{subject}/{group}/{'+'.join(names)}",
            rule=CROSSED,
            severity="blokkade",
            excerpt=f"“{subject}” naar {' en '.join(names)}",
            message=f"Het aantal staat per {' en '.join(names)}. Van weinig gesprekken wijst dat "
            "mensen aan. Laat de uitsplitsing weg en noem alleen het aantal van de hele groep.",
        )


def _small(number: BoundNumber, people: People) -> Iterator[Point]:
    names = people.attributes_in(number)
    k = number.k or 0
    if names and 0 < k <= people.rules.few and k != number.n:
        delicate = set(names) & {*people.rules.background, *people.rules.roles}
        yield Point(
            place=number.id,
            rule=SMALL,
            severity="blokkade" if delicate else "waarschuwing",
            excerpt=_of(number),
            message=f"Maar {k} van hen heeft dit kenmerk ({', '.join(names)}). Wie hen kent, weet "
            "wie het is. Voeg waarden samen of laat het kenmerk weg.",
        )


def _named(number: BoundNumber, people: People) -> Iterator[Point]:
    group, k = number.keys.get("group", ""), number.k or 0
    few = 0 < k <= people.rules.few and is_adverse(number)
    if few and people.are_named(group):
        yield Point(
            place=number.id,
            rule=NAMED,
            severity="blokkade" if k == 1 else "waarschuwing",
            excerpt=_of(number),
            message=f"De organisaties van “{group}” zijn met naam bekend. {_partners(k)} met "
            f"oordeel {value_of(number)} is dan te raden. Voeg samen met een andere uitkomst, "
            "laat het aantal weg, of vraag de partner om toestemming.",
        )


def _partners(k: int) -> str:
    return "Eén partner" if k == 1 else f"Een groepje van {k} partners"


def _whole(number: BoundNumber, people: People) -> Iterator[Point]:
    n, value = number.n or 0, value_of(number)
    few = 0 < n < people.rules.minimum and not people.is_alone(number.keys.get("group", ""))
    if not value or value in OPEN or not few or _only_talks(number, people):
        return
    if number.k == n:
        yield _whole_point(number, f"Alle {n} gaven hetzelfde: {value}" if n > 1 else ONE + value)
    elif number.k == 0 and value == "positief":
        told = f"Geen van de {n} is positief" if n > 1 else f"{ONE}niet positief"
        yield _whole_point(number, told)


def _only_talks(number: BoundNumber, people: People) -> bool:
    """Whether only groups were asked, of which nobody's own judgement is known."""
    asked = [people.by_id[id] for id in number.asked if id in people.by_id]
    return bool(asked) and all(map(is_group_talk, asked))


def _whole_point(number: BoundNumber, told: str) -> Point:
    whose = "van ieder van hen" if (number.n or 0) > 1 else "van deze ene"
    return Point(
        place=number.id,
        rule=WHOLE,
        severity="blokkade" if is_adverse(number) or number.k == 0 else "waarschuwing",
        excerpt=_of(number),
        message=f"{told}. Daarmee is {whose} het oordeel bekend. Vertel het zonder "
        "aantal, voeg de groep bij een andere, of vraag ieder om toestemming.",
    )


def _alone(numbers: Iterable[BoundNumber], people: People) -> Iterator[Point]:
    groups = {number.keys.get("group", ""): number for number in numbers if subject_of(number)}
    for group in groups:
        if people.is_alone(group):
            (member,) = people.in_group(group)
            yield Point(
                place=f"perspectief/{group}",
                rule=ALONE,
                severity="blokkade",
                excerpt=f"“{group}”: één gesprek ({member.id})",
                message=f"In “{group}” is met één persoon gesproken. Elk aantal is het oordeel van "
                "die persoon. Vraag om toestemming, voeg de groep bij een andere of laat die weg.",
            )


def _of(number: BoundNumber) -> str:
    return f"{number.k} van {number.n}" if number.n else f"{number.k}"
