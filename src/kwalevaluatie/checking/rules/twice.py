"""Finds the same figure with two values in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.checking.comparing import COMPARING, SUBGROUP
from kwalevaluatie.checking.groups import GroupClass, groups_in
from kwalevaluatie.checking.numbers import Number
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.subjects import overlap, stems
from kwalevaluatie.checking.surveys import mentions
from kwalevaluatie.model.reported import Remark

RULE = "twee waarden"
FEWEST = 5
BEST_MARK = 10
KINDS = ("percentage", "cijfer", "bedrag", "aantal")
FEWEST_SHARED, MOST_OTHER, ALIKE, FAR_APART = 3, 4, 0.75, 3
_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][\w-]{2,}")


@dataclass(frozen=True)
class Figure:
    """A percentage or mark in a sentence, with what it seems to be about."""

    sentence: Sentence
    number: Number
    unit: str
    subject: frozenset[str]
    groups: frozenset[GroupClass]
    names: frozenset[str]
    years: frozenset[float]
    denied: bool


def remarks(reading: Reading) -> Iterator[Remark]:
    """Figures that differ between places, response rates among them."""
    figures = [one for sentence in reading.sentences for one in _figures(sentence)]
    yield from _pairs(figures)
    yield from _responses(reading)


def _figures(sentence: Sentence) -> Iterator[Figure]:
    if (
        sentence.role == "bijlage"
        or not sentence.is_whole
        or COMPARING.search(sentence.lower)
        or SUBGROUP.search(sentence.lower)
    ):
        return
    numbers = [
        one
        for one in sentence.numbers
        if one.kind in KINDS and not (one.word and one.value < FEWEST) and not _leads(sentence, one)
    ]
    for number in numbers:
        clause = _clause(sentence.lower, number)
        if len(numbers) == 1 and len(stems(clause)) < 2:
            clause = sentence.lower
        yield Figure(
            sentence,
            number,
            _unit(sentence, number),
            stems(clause),
            frozenset(group for group, _, _ in groups_in(clause)),
            frozenset(_NAME.findall(sentence.text)),
            frozenset(one.value for one in sentence.numbers if one.kind == "jaar"),
            bool(_DENIED.search(clause)),
        )


_DENIED = re.compile(r"\b(?:niet|geen|on(?:tevreden|eens|voldoende|duidelijk))\b")
_UNIT = re.compile(r"\s*(?:van de )?([a-zà-ÿ]{3,})")


def _leads(sentence: Sentence, number: Number) -> bool:
    """Whether a number begins a paragraph, as that of a footnote or a list does."""
    return not number.word and sentence.start + number.start < FAR_APART


def _unit(sentence: Sentence, number: Number) -> str:
    """What a count is of, by the word after it; of percentages, marks and amounts their kind."""
    after = _UNIT.match(sentence.lower, number.stop)
    return after[1] if number.kind == "aantal" and after else number.kind


def _clause(lower: str, number: Number) -> str:
    """The words around a number, up to the nearest commas."""
    start = max(lower.rfind(sign, 0, number.start) for sign in (",", ";", ":")) + 1
    stops = [place for sign in (",", ";") if (place := lower.find(sign, number.stop)) >= 0]
    return lower[start : min(stops, default=len(lower))]


def _pairs(figures: Sequence[Figure]) -> Iterator[Remark]:
    done: set[int] = set()
    earlier: dict[str, list[Figure]] = {}
    for one in figures:
        for other in earlier.setdefault(one.unit, []):
            if one.sentence.index in done or not _is_same(one, other):
                continue
            if any(_is_right(figure, one, other) for figure in figures):
                continue
            done.add(one.sentence.index)
            yield _two_values(one, other)
        earlier[one.unit].append(one)


def _is_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are about the same thing and yet differ."""
    apart = one.sentence.section is not other.sentence.section
    far = apart or one.sentence.index - other.sentence.index > FAR_APART
    shared = one.subject & other.subject
    extra = (one.subject | other.subject) - shared
    same_words = (len(shared) >= FEWEST_SHARED and len(extra) <= MOST_OTHER) or (
        len(shared) == 2
        and min(len(one.subject), len(other.subject)) == 2
        and len(extra) <= _room(one, other)
    )
    years = not one.years or not other.years or one.years == other.years
    groups = not one.groups or not other.groups or bool(one.groups & other.groups)
    return (
        far
        and _is_kept(one, other, extra)
        and one.number.value != other.number.value
        and same_words
        and years
        and groups
        and one.names == other.names
        and one.denied == other.denied
        and overlap(one.subject, other.subject) >= ALIKE
        and not _rounded(one.number, other.number)
    )


_DURATIONS = ("dagen", "weken", "maanden", "minuten", "uur")


def _is_kept(one: Figure, other: Figure, extra: frozenset[str]) -> bool:
    """Whether two figures of this kind may be held together.

    Counts and amounts differ from year to year and from part to part: only within one year,
    and in nearly the same words.
    """
    if one.number.kind == "percentage" or one.unit in _DURATIONS:
        return True
    if one.number.kind == "cijfer":
        return max(one.number.value, other.number.value) <= BEST_MARK
    return bool(one.years) and one.years == other.years and len(extra) <= FEWEST_SHARED - 1


def _room(one: Figure, other: Figure) -> int:
    """How many other words a short subject may have: a summary says more in one sentence."""
    ends = {one.sentence.role, other.sentence.role} & {"samenvatting", "conclusie"}
    return 2 if ends else 1


def _rounded(one: Number, other: Number) -> bool:
    """Whether one percentage may be the other, rounded."""
    return one.kind == "percentage" and round(one.value) == round(other.value)


def _is_right(figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether the two stand together in one place, so that the writer knows of both."""
    values = {one.number.value, other.number.value}
    near = {number.value for number in figure.sentence.numbers if number.kind in KINDS}
    return values <= near


def _two_values(one: Figure, other: Figure) -> Remark:
    written = [
        figure.sentence.text[figure.number.start : figure.number.stop].strip()
        for figure in (one, other)
    ]
    message = (
        f"Hier staat {written[0]}, op regel {other.sentence.line} {written[1]}, zo te zien over "
        "hetzelfde. "
        "Kijk na welk getal goed is, of zeg waarin zij verschillen."
    )
    return remark(
        one.sentence,
        RULE,
        "let op",
        message,
        (one.number.start, one.number.stop),
        [other.sentence.line],
    )


_RATE = re.compile(
    r"\brespons(?:percentage)?\s+(?:van|is|was|bedraagt|bedroeg|komt uit op|ligt op|"
    r"kwam uit op)\s+(?:daarmee |dus |afgerond |ongeveer |circa )?$"
)


def _responses(reading: Reading) -> Iterator[Remark]:
    """A response rate that differs, in a report with one survey."""
    found = [
        (sentence, number)
        for sentence in reading.sentences
        for number in sentence.numbers
        if number.kind == "percentage" and _RATE.search(sentence.lower[: number.start][-50:])
    ]
    names = {one.name for one in mentions(reading) if one.sentence.role == "methode"}
    counted = [one for one, _ in found if len([n for n in one.numbers if n.kind == "aantal"]) >= 2]
    for sentence, number in found[1:]:
        first_sentence, first = found[0]
        if number.value != first.value and len(counted) <= 1 and len(names) <= 3:
            message = (
                f"Hier is de respons {number.value:g} procent, op regel {first_sentence.line} "
                f"{first.value:g} procent. "
                "Kijk na welk getal goed is."
            )
            yield remark(
                sentence, RULE, "fout", message, (number.start, number.stop), [first_sentence.line]
            )
