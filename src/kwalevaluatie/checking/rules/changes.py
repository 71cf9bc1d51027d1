"""Does changes again: up or down, by how much, and how many times as much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kwalevaluatie.checking.numbers import Number
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.model.reported import Remark

RULE = "rekenen"
_RISE = (
    "gestegen|toegenomen|gegroeid|stijging|toename|groei|steeg|stegen|stijgt|stijgen|groeide|"
    r"groeiden|groeit|nam toe|namen toe|liepen op|nam\b.{0,40}\btoe|neemt toe|opgelopen|liep op|"
    r"verhoogd|verhoging|vermeerdering|ging omhoog|gingen omhoog|omhooggegaan|toeneemt|"
    r"namen\b.{0,40}\btoe"
)
_FALL = (
    "gedaald|afgenomen|gekrompen|daling|afname|krimp|daalde|daalden|daalt|dalen|nam af|namen af|"
    r"liepen terug|nam\b.{0,40}\baf\b|neemt af|teruggelopen|liep terug|verlaagd|verlaging|"
    r"vermindering|verminderd|verminderde|ging omlaag|gingen omlaag|omlaaggegaan|zakte|zakten|"
    r"gezakt|kromp|afneemt|namen\b.{0,40}\baf\b"
)
_TIMES = (
    (
        r"(?:meer dan |ruim )?verdubbel(?:d|ing|de|den)|"
        "twee (?:keer|maal) zo (?:veel|hoog|groot|vaak)",
        1.8,
        2.6,
    ),
    (r"verdrievoudig(?:d|ing|de)|drie (?:keer|maal) zo (?:veel|hoog|groot|vaak)", 2.7, 3.6),
    (r"gehalveerd|halvering|halveerde|half zo (?:veel|hoog|groot)", 0.4, 0.56),
)
_DIRECTION = re.compile(rf"\b(?:(?P<up>{_RISE})|(?P<down>{_FALL}))\b")
_TIMED = re.compile("|".join(rf"\b(?P<t{at}>{words})\b" for at, (words, _, _) in enumerate(_TIMES)))
_FROM_TO = re.compile(
    r"^\s*(?:\w+\s+){0,4}?(?:\(?(?:in|eind|begin|over)? ?(?:20|19)\d\d\)?\s*)?,?\s*"
    r"(?:\w+\s+){0,2}?(?:naar|tot)\s+(?:\w+\s+){0,2}?$"
)
_NOT = re.compile(r"\b(?:niet|geen|noch|nauwelijks|gelijk gebleven|stabiel)\b")
_APPROXIMATE = 3.0
_ABOUT = re.compile(r"\b(?:ruim|bijna|ongeveer|circa|zo'n|rond|krap|meer dan|ca\.)\s*$")


def remarks(reading: Reading) -> Iterator[Remark]:
    """A rise that falls, a fall that rises, a doubling that is none, a change of another size."""
    for sentence in reading.sentences:
        pair = _pair(sentence)
        if pair:
            problem = (
                _direction(sentence, *pair) or _times(sentence, *pair) or _size(sentence, *pair)
            )
            if problem:
                span = (pair[0].start, pair[1].stop)
                span = (min(span), max(pair[0].stop, pair[1].stop))
                yield remark(sentence, RULE, "fout", problem, span)


def _pair(sentence: Sentence) -> tuple[Number, Number] | None:
    """The one earlier and the one later value of a sentence."""
    pairs = list(_from_to(sentence)) or list(_dated(sentence))
    return pairs[0] if len(pairs) == 1 else None


def _from_to(sentence: Sentence) -> Iterator[tuple[Number, Number]]:
    numbers = [one for one in sentence.numbers if one.kind != "jaar"]
    for first, last in pairwise(numbers):
        from_ = re.search(r"\bvan\s+(?:\w+\s+){0,2}?$", sentence.lower[: first.start][-25:])
        between = sentence.lower[first.stop : last.start]
        if from_ and first.kind == last.kind and _FROM_TO.match(between):
            yield first, last


_YEAR_AFTER = re.compile(r"^\s*(?:\w+\s+){0,2}?\(?(?:in|eind|begin|over)?\s*(?P<y>(?:19|20)\d\d)\b")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|eind|begin|over)\s+(?P<y>(?:19|20)\d\d)\s+(?:nog\s+|al\s+|was\s+(?:dat\s+)?|"
    r"waren\s+(?:dat\s+)?(?:er\s+)?|is\s+(?:dat\s+)?){0,3}$|\b(?P<b>(?:19|20)\d\d)\s*\($"
)


def _dated(sentence: Sentence) -> Iterator[tuple[Number, Number]]:
    """Two values of one kind, each with its own year; the earlier one first."""
    kinds = ("percentage", "cijfer", "bedrag")
    numbers = [one for one in sentence.numbers if one.kind in kinds]
    if len(numbers) != 2 or numbers[0].kind != numbers[1].kind:
        return
    years = [_year_of(sentence.lower, one) for one in numbers]
    if None not in years and years[0] != years[1]:
        first, last = numbers if str(years[0]) < str(years[1]) else reversed(numbers)
        yield first, last


def _year_of(lower: str, number: Number) -> str | None:
    match = _YEAR_AFTER.match(lower[number.stop : number.stop + 30]) or _YEAR_BEFORE.search(
        lower[max(number.start - 40, 0) : number.start]
    )
    return match[match.lastgroup or "y"] if match else None


def _direction(sentence: Sentence, first: Number, last: Number) -> str:
    words = list(_DIRECTION.finditer(sentence.lower))
    kinds = {bool(word["up"]) for word in words}
    if len(kinds) != 1 or _NOT.search(sentence.lower) or _of_other(sentence.lower, words[0]):
        return ""
    up = kinds.pop()
    if (up and last.value < first.value) or (not up and last.value > first.value):
        return (
            f"“{words[0][0]}” past niet bij van {first.value:n} naar {last.value:n}. Draai het "
            "woord of de getallen om."
        )
    return ""


_SLOWER = re.compile(
    r"\b(?:minder (?:snel|hard)|vertraag\w*|afvlak\w*|remt|remmen|ondanks|hoewel|terwijl|maar|"
    r"doel(?:stelling)? (?:is|was)|moet|streven)\b"
)


def _of_other(lower: str, word: re.Match[str]) -> bool:
    """Whether the word may be of something else than the two values."""
    return bool(_SLOWER.search(lower)) or lower[word.end() : word.end() + 5] == " niet"


def _times(sentence: Sentence, first: Number, last: Number) -> str:
    words = list(_TIMED.finditer(sentence.lower))
    if len(words) != 1 or not first.value or "bijna" in sentence.lower[: words[0].start()][-8:]:
        return ""
    _, low, high = _TIMES[int((words[0].lastgroup or "t0")[1:])]
    ratio = last.value / first.value
    if low <= ratio <= high or ("dan" in words[0][0] and ratio > low):
        return ""
    return (
        f"“{words[0][0]}” past niet bij van {first.value:n} naar {last.value:n}: dat is "
        f"{_dutch(ratio)} keer zoveel. Reken het na."
    )


_POINTS = re.compile(r"(?P<p>\d+(?:,\d+)?)\s?(?:procentpunt(?:en)?|%-punt|procent-punt)")
_RATE = re.compile(
    r"\b(?:met\s+(?:een\s+)?|(?:stijging|toename|groei|daling|afname|verhoging|verlaging)\s+"
    r"(?:van|met)\s+|\()(?P<about>ruim|bijna|ongeveer|circa|zo'n)?\s*$"
)


def _size(sentence: Sentence, first: Number, last: Number) -> str:
    """A change that is not the difference between the two values."""
    if first.kind == "percentage":
        return _points(sentence, first, last)
    for number in sentence.numbers:
        rate = _RATE.search(sentence.lower[: number.start][-30:])
        follows = re.match(
            r"\s*(?:\)|gestegen|gedaald|toegenomen|afgenomen|gegroeid|[,.])",
            sentence.lower[number.stop :],
        )
        if (
            number.kind != "percentage"
            or not rate
            or not first.value
            or not (follows or "met" in rate[0])
        ):
            continue
        right = abs(100 * (last.value - first.value) / first.value)
        if abs(right - number.value) > (_APPROXIMATE if rate["about"] else 1.01):
            return (
                f"Van {first.value:n} naar {last.value:n} is {_dutch(right)} procent, niet "
                f"{number.value:n} procent. Reken het na."
            )
    return ""


def _points(sentence: Sentence, first: Number, last: Number) -> str:
    for match in _POINTS.finditer(sentence.lower):
        said = float(match["p"].replace(",", "."))
        right = abs(last.value - first.value)
        about = _ABOUT.search(sentence.lower[: match.start()])
        if abs(right - said) > (1.6 if about else 1.01):
            return (
                f"Van {first.value:n} naar {last.value:n} procent is {_dutch(right)} procentpunt, "
                f"niet {match['p']}. Reken het na."
            )
    return ""


def _dutch(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").removesuffix(",0")
