"""What follows from two published numbers together: the people in one and not in the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from kwalevaluatie.disclosure.people import VALUES, People, subject_of, value_of
from kwalevaluatie.model import BoundNumber
from kwalevaluatie.model.publication import Point

DIFFERENCE = "verschil van cijfers"
RULES = (DIFFERENCE,)


def difference_points(numbers: Sequence[BoundNumber], people: People) -> list[Point]:
    """Pairs of numbers whose difference tells a judgement or attribute of one or two people."""
    unique = list({number.id: number for number in numbers}.values())
    found: dict[str, Point] = {}
    for group in {number.keys.get("group", "") for number in unique}:
        of_group = [number for number in unique if number.keys.get("group", "") == group]
        for point in _in_group(of_group, people):
            found.setdefault(point.id, point)
    return list(found.values())


def _in_group(numbers: list[BoundNumber], people: People) -> Iterator[Point]:
    about = [number for number in numbers if subject_of(number) and number.asked]
    known = _known(numbers, people)
    for large, small in permutations(about, 2):
        yield from _other_asked(large, small, people)
        yield from _within(large, small, known, people)


def _other_asked(large: BoundNumber, small: BoundNumber, people: People) -> Iterator[Point]:
    """The same count over two groups of asked, one within the other."""
    rest = set(large.asked) - set(small.asked)
    nested = set(small.asked) < set(large.asked) and len(rest) <= people.rules.few
    if nested and _question(large) == _question(small):
        told = rest & set(large.counted)
        if not told or told == rest:
            yield _point(large, small, rest, _said(large, bool(told)))


def _within(
    large: BoundNumber, small: BoundNumber, known: Mapping[frozenset[str], str], people: People
) -> Iterator[Point]:
    """A count within a count, of the same asked, that leaves people known by something else."""
    rest = frozenset(large.counted) - frozenset(small.counted)
    nested = set(small.counted) < set(large.counted) and 0 < len(rest) <= people.rules.few
    same = set(large.asked) == set(small.asked) and subject_of(large) == subject_of(small)
    if nested and same and rest in known:
        yield _point(large, small, rest, f"{_said(large, True)}, en zij zijn “{known[rest]}”")


def _question(number: BoundNumber) -> tuple[str, ...]:
    return (subject_of(number), *(number.keys.get(name, "") for name in (*VALUES, "moment")))


def _said(number: BoundNumber, told: bool) -> str:
    """What is known then of those who are left."""
    value = value_of(number) or f"over {subject_of(number)}"
    return f"zij zijn geteld bij {value}" if told else f"zij zijn niet geteld bij {value}"


def _known(numbers: Iterable[BoundNumber], people: People) -> dict[frozenset[str], str]:
    """Small sets of people who are known by an attribute, as published."""
    return {
        frozenset(number.counted): ", ".join(
            number.keys.get(name, name) for name in people.attributes_in(number)
        )
        for number in numbers
        if people.attributes_in(number) and number.counted
    }


def _point(large: BoundNumber, small: BoundNumber, rest: Iterable[str], what: str) -> Point:
    left = len(set(rest))
    return Point(
        place=f"{large.id} − {small.id}",
        rule=DIFFERENCE,
        severity="blokkade",
        excerpt=f"{large.k} van {large.n} min {small.k} van {small.n}",
        message=f"Wie deze twee cijfers van elkaar aftrekt, houdt {left} "
        f"{'persoon' if left == 1 else 'personen'} over: {what}. Laat een van de twee cijfers weg.",
    )
