"""Follows the figures of summary and conclusions back to the chapters that they come from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.checking.numbers import COUNT, Number, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.subjects import overlap, stems
from kwalevaluatie.model.reported import Remark

RULE = "twee waarden"
_ENDS = ("samenvatting", "conclusie")
FEWEST, STRONG, ALIKE, RARE, HIGHEST_MARK, FAR = 2, 3, 0.5, 10, 10, 1.5
_ABOUT = re.compile(
    r"\b(?:ruim|bijna|ongeveer|circa|zo'n|rond de|rond|meer dan|minder dan|krap)\s*$"
)
_OTHER = re.compile(
    r"\b(?:vergeleken|ten opzichte|tegenover|landelijk\w*|benchmark|norm|normen|doel|"
    r"doelstelling|streef\w*|eerder\w*|vorig\w*|vooraf|gemiddeld in|minimaal|maximaal|verschil|"
    r"procentpunt|stijging|daling|toename|afname|gestegen van|gedaald van|mannen|vrouwen|btw|"
    r"korting|marge|(?:steeg|stegen|daalde|daalden|groeide|groeiden) met|"
    r"betrouwbaarheid\w*|begroot\w*|raming|geraamd)\b"
)
_DENIED = re.compile(r"\b(?:niet|geen|nooit|on(?:tevreden|eens|voldoende|duidelijk|bekend))\b")
_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][\w-]{2,}")
_POINTS_BACK = re.compile(r"\b(?:was|is|geldt|gold) (?:dat|dit)\b|\b(?:dat|dit) (?:was|is|geldt)\b")
_SHARE = re.compile(rf"(?P<k>{COUNT})\s+van\s+(?:de|alle|onze|het)\s+(?P<n>{COUNT})")


@dataclass(frozen=True)
class Said:
    """A value in a sentence, its unit and what it seems to be about."""

    sentence: Sentence
    start: int
    stop: int
    value: float
    unit: str
    subject: frozenset[str]
    near: str


def remarks(reading: Reading) -> Iterator[Remark]:
    """Figures in summary or conclusions that their chapter gives otherwise."""
    said = [one for sentence in reading.sentences for one in _values(reading, sentence)]
    common = _common(reading)
    cells = _cells(reading)
    done: set[int] = set()
    for end in said:
        if end.sentence.role not in _ENDS or end.sentence.index in done:
            continue
        if _is_told(end, said, cells, common):
            continue
        other = _other_value(end, said, common)
        if other:
            done |= {end.sentence.index, other.sentence.index}
            yield _remark(end, other)
    yield from _divided(reading)


def _values(reading: Reading, sentence: Sentence) -> Iterator[Said]:
    if sentence.role in ("bijlage", "inhoud") or not sentence.is_whole:
        return
    for number in sentence.numbers:
        mark = number.kind == "cijfer" and _is_mark(sentence, number)
        if number.kind in ("percentage", "bedrag") or mark:
            near = _clause(sentence.lower, number.start, number.stop)
            if not _OTHER.search(near):
                yield _said(reading, sentence, number, near)
    for match in _SHARE.finditer(sentence.lower):
        near = _clause(sentence.lower, match.start(), match.end())
        subject = _subject(reading, sentence, near)
        k, unit = float(count_value(match["k"])), f"van {count_value(match['n'])}"
        yield Said(sentence, match.start(), match.end(), k, unit, subject, near)


def _is_mark(sentence: Sentence, number: Number) -> bool:
    """Whether a number is a mark that people gave."""
    told = re.search(r"cijfer|gemiddeld|score|waarder|beoorde", sentence.lower)
    return bool(told) and 1 <= number.value <= HIGHEST_MARK


def _said(reading: Reading, sentence: Sentence, number: Number, near: str) -> Said:
    subject = _subject(reading, sentence, near)
    return Said(sentence, number.start, number.stop, number.value, number.kind, subject, near)


def _clause(lower: str, start: int, stop: int) -> str:
    """The words around a value, up to the nearest commas."""
    begin = max(lower.rfind(sign, 0, start) for sign in (", ", ";", ":")) + 1
    ends = [place for sign in (", ", ";") if (place := lower.find(sign, stop)) >= 0]
    return lower[begin : min(ends, default=len(lower))]


def _subject(reading: Reading, sentence: Sentence, near: str) -> frozenset[str]:
    """What a clause is about; a short one takes it from its sentence or from the one before."""
    found = stems(near)
    if len(found) >= FEWEST:
        return found
    own = sentence.stems
    if len(own) >= FEWEST and not _POINTS_BACK.search(sentence.lower):
        return own
    return own | reading.around(sentence, 1, 0)[0].stems


def _common(reading: Reading) -> frozenset[str]:
    counts = Counter(stem for sentence in reading.sentences for stem in sentence.stems)
    most = max(RARE, len(reading.sentences) // 15)
    return frozenset(stem for stem, count in counts.items() if count > most)


Cells = list[tuple[float, frozenset[str]]]


def _cells(reading: Reading) -> Cells:
    """The numbers in tables, with the words of their row, head and caption."""
    return [
        (cell.value, stems(f"{row.label} {' '.join(table.head)} {table.caption}"))
        for table in reading.tables
        for row in table.rows
        for cell in row.numbers
        if cell
    ]


def _is_told(end: Said, said: Sequence[Said], cells: Cells, common: frozenset[str]) -> bool:
    """Whether the chapters have this very value on something like it."""
    words = end.sentence.stems - common
    body = (one for one in said if one.sentence.role not in _ENDS)
    told = any(
        one.unit == end.unit and _same(one, end) and bool(one.sentence.stems & words)
        for one in body
    )
    return (
        told
        or bool(_ABOUT.search(end.sentence.lower[: end.start]))
        or any(abs(value - end.value) < 1 and bool(about & words) for value, about in cells)
    )


def _same(one: Said, other: Said) -> bool:
    if one.unit == "percentage":
        return abs(one.value - other.value) < 1
    return abs(one.value - other.value) <= 0.005 * max(one.value, other.value)


def _other_value(end: Said, said: Sequence[Said], common: frozenset[str]) -> Said | None:
    """The value on the same subject in another part of the report, if there is just that."""
    found = [one for one in said if _is_on_same(end, one, common)]
    if any(_same(one, end) for one in found):
        return None
    return max(found, key=lambda one: len(one.subject & end.subject), default=None)


def _is_on_same(end: Said, one: Said, common: frozenset[str]) -> bool:
    if one.unit != end.unit or one.sentence.role == end.sentence.role:
        return False
    if end.unit == "bedrag" and not 1 / FAR < one.value / (end.value or 1) < FAR:
        return False
    shared = one.subject & end.subject
    telling = shared - common
    enough = len(telling) >= FEWEST or (len(telling) == 1 and len(shared) >= STRONG)
    return (
        enough
        and overlap(one.subject, end.subject) >= ALIKE
        and bool(_DENIED.search(one.near)) == bool(_DENIED.search(end.near))
        and not _elsewhere(one.sentence, end.sentence)
    )


def _elsewhere(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences are on other years or other places."""
    years = [{n.value for n in s.numbers if n.kind == "jaar"} for s in (one, other)]
    names = [set(_NAME.findall(s.text)) for s in (one, other)]
    return any(both[0] and both[1] and not both[0] & both[1] for both in (years, names)) or (
        bool(names[0]) != bool(names[1])
    )


def _remark(end: Said, other: Said) -> Remark:
    here, there = (one.sentence.text[one.start : one.stop].strip() for one in (end, other))
    message = (
        f"Hier staat {here}, op regel {other.sentence.line} {there}, zo te zien over hetzelfde. "
        "Kijk na welk getal goed is, of zeg waarin zij verschillen."
    )
    line = other.sentence.line_at(other.start)
    return remark(end.sentence, RULE, "let op", message, (end.start, end.stop), [line])


_WHOLE = re.compile(rf"\bvan de (?P<n>{COUNT}) (?P<what>[a-zà-ÿ]{{4,}})\b")
_PART = re.compile(rf"(?P<k>{COUNT})")


def _divided(reading: Reading) -> Iterator[Remark]:
    """One whole that is divided otherwise in another part: "drie waar, twee ten dele"."""
    earlier: list[tuple[Sentence, str, tuple[int, ...]]] = []
    for sentence in reading.sentences:
        match = _WHOLE.search(sentence.lower)
        if not match or sentence.role in ("bijlage", "inhoud"):
            continue
        found = _PART.finditer(sentence.lower, match.end())
        parts = tuple(count_value(one["k"]) for one in found)
        if len(parts) < FEWEST or sum(parts) != count_value(match["n"]):
            continue
        for other, what, others in earlier:
            apart = other.section is not sentence.section
            alike = overlap(other.stems, sentence.stems) >= ALIKE
            if what == match[0] and apart and alike and others != parts:
                yield _otherwise(sentence, match, other, parts, others)
                break
        earlier.append((sentence, match[0], parts))


def _otherwise(
    sentence: Sentence,
    match: re.Match[str],
    other: Sentence,
    parts: tuple[int, ...],
    others: tuple[int, ...],
) -> Remark:
    here, there = (" en ".join(map(str, some)) for some in (parts, others))
    message = (
        f"“{match[0]}” worden hier verdeeld in {here}, op regel {other.line} in {there}. Maak "
        "beide gelijk, of leg het verschil uit."
    )
    return remark(sentence, RULE, "let op", message, match.span(), [other.line])
