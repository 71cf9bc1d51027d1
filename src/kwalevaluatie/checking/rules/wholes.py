"""Looks for the whole behind a count: in brackets beside it, or in another place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, Number, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, lines_in_words, remark
from kwalevaluatie.checking.shares import ADJECTIVES
from kwalevaluatie.checking.statements import statements
from kwalevaluatie.model.reported import Remark

RULE, TOTALS = "rekenen", "aantal gesprekken"
BEFORE, MARGIN, MOST_TALKS = 4, 1.01, 80
_N = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|{COUNT})"
_PERCENT = r"(?P<about>circa |ongeveer |ca\. |bijna |ruim |afgerond )?(?P<p>\d{1,3}(?:,\d+)?)\s?%"
_PART = re.compile(
    rf"(?<!van de )(?<!van alle )(?<!van het )\b(?P<k>{_N})\s+(?:\w+e\s+)?"
    rf"(?P<noun>[a-zà-ÿ]{{4,}})\s+\({_PERCENT}"
)
_ANSWERED = re.compile(
    rf"\b(?:alle|de|naar|aan)\s+(?P<n>{_N})\b[^.;()%]{{0,50}}?,?\s(?P<k>{_N})\s+[^.;()%0-9]{{0,50}}?"
    r"\b(?:ingevuld|invulden|vulden|teruggestuurd|reageerden|gereageerd|retour|terug|meegedaan|"
    rf"deelgenomen|beantwoord\w*|geantwoord)\b[^.;()%0-9]{{0,15}}\({_PERCENT}"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Percentages of a whole that was told just before, and wholes that were told nowhere."""
    for sentence in reading.sentences:
        yield from _of_before(reading, sentence)
        yield from _answered(sentence)
    yield from _definite(reading)


def _of_before(reading: Reading, sentence: Sentence) -> Iterator[Remark]:
    """As in “In 31 dossiers (36%)”: of the files that the sentences before speak of."""
    for match in _PART.finditer(sentence.lower):
        number = _percentage(sentence, match)
        wholes = _wholes(reading, sentence, match["noun"], sentence.start + match.start())
        k = count_value(match["k"])
        larger = [n for n in wholes if n > k]
        if number and larger and not _follows(k, number, _all_wholes(reading, match["noun"])):
            n = larger[-1]
            written = sentence.text[number.start : number.stop].strip()
            message = (
                f"{k} van {n} is {100 * k / n:.0f} procent, niet {written}. Reken het na, of zeg "
                "waar dit een deel van is."
            )
            yield remark(sentence, RULE, "fout", message, (number.start, number.stop))


def _percentage(sentence: Sentence, match: re.Match[str]) -> Number | None:
    return next((one for one in sentence.numbers if one.start == match.start("p")), None)


def _wholes(reading: Reading, sentence: Sentence, noun: str, stop: int) -> list[int]:
    """The wholes "van de 120 dossiers" with this noun in the same paragraph, just before."""
    pattern = re.compile(rf"\bvan (?:de|alle|het) (?P<n>{_N}) (?:\w+ )?{re.escape(noun)}\b")
    near = [one for one in reading.around(sentence, BEFORE, 0) if one.passage is sentence.passage]
    return [
        count_value(match["n"])
        for one in near
        for match in pattern.finditer(one.lower)
        if one.start + match.start() < stop
    ]


def _all_wholes(reading: Reading, noun: str) -> set[int]:
    """Every number that stands before the noun anywhere in the text."""
    pattern = re.compile(rf"(?P<n>{_N}) (?:\w+ )?{re.escape(noun)}\b")
    return {
        count_value(match["n"])
        for one in reading.sentences
        for match in pattern.finditer(one.lower)
    }


def _follows(k: int, number: Number, wholes: set[int]) -> bool:
    return any(n >= k > 0 and abs(100 * k / n - number.value) <= MARGIN for n in wholes)


def _answered(sentence: Sentence) -> Iterator[Remark]:
    """Sent to so many, filled in by so many: the response beside it."""
    match = _ANSWERED.search(sentence.lower)
    number = _percentage(sentence, match) if match else None
    if match and number:
        k, n = count_value(match["k"]), count_value(match["n"])
        if 0 < k < n and abs(100 * k / n - number.value) > MARGIN:
            message = (
                f"{k} van {n} is {100 * k / n:.0f} procent, niet {number.value:g} procent. Reken "
                "het na."
            )
            yield remark(sentence, RULE, "fout", message, (number.start, number.stop))


_DEFINITE = re.compile(
    rf"\b(?:uit|in|tijdens|van|door|met|onze|alle) (?:de|onze|alle|deze)?\s?(?P<n>{COUNT})\s+"
    rf"{ADJECTIVES}(?P<noun>interviews|diepte-?interviews|geïnterviewden|gesprekspartners|"
    r"gesprekken|respondenten)\b(?!\s+(?:met|onder|van|die|uit|in|bij)\b)"
)


def _definite(reading: Reading) -> Iterator[Remark]:
    """As in “Uit de vijftien interviews”, where no fifteen interviews were told of."""
    told = statements(reading)
    known = _known(reading)
    announced = [one for one in told if one.role in ("methode", "samenvatting")]
    for sentence in reading.sentences:
        if sentence.role in ("methode", "bijlage"):
            continue
        for match in _DEFINITE.finditer(sentence.lower):
            n = count_value(match["n"])
            same = [one for one in announced if one.noun[-8:] == match["noun"][-8:]]
            values = [one.value for one in same]
            if same and 2 < n <= MOST_TALKS and not _made_of(n, values, known, sentence):
                yield _undeclared(sentence, match, n, [one.line for one in same])


_PEOPLE = re.compile(rf"(?P<n>{COUNT})\s+(?:\w+\s+){{0,2}}?(?:{PLAIN_GROUP})(?![\w])")


def _known(reading: Reading) -> dict[int, set[int]]:
    """For every count of people in the report, the sentences that it stands in."""
    found: dict[int, set[int]] = {}
    for sentence in reading.sentences:
        for match in _PEOPLE.finditer(sentence.lower):
            found.setdefault(count_value(match["n"]), set()).add(sentence.index)
    return found


def _made_of(n: int, values: Sequence[int], known: dict[int, set[int]], sentence: Sentence) -> bool:
    """Whether a number was told, elsewhere or as the sum of what was told."""
    sums = {one + other for one in values for other in values} | {sum(values)}
    return n in values or n in sums or bool(known.get(n, set()) - {sentence.index})


def _undeclared(sentence: Sentence, match: re.Match[str], n: int, lines: Sequence[int]) -> Remark:
    message = (
        f"Hier gaat het om {n} {match['noun']}, maar dat aantal staat nergens anders; zie "
        f"{lines_in_words(lines[:3])}. Maak de aantallen gelijk, of leg het verschil uit."
    )
    return remark(sentence, TOTALS, "fout", message, match.span(), lines[:2])
