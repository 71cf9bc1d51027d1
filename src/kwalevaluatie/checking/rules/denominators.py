"""Follows the denominators: was so many spoken to, and is it the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kwalevaluatie.checking.groups import groups_in
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, lines_in_words, on_passage, remark
from kwalevaluatie.checking.shares import Share, shares_of
from kwalevaluatie.checking.statements import (
    Listed,
    Statement,
    asked_of,
    respondent_lines,
    respondent_rows,
    statements,
)
from kwalevaluatie.model.reported import Remark

RULE, TOTALS = "noemer", "aantal gesprekken"
MOST_TALKS, CLOSE_BY = 60, 40
_EXPLAINED = re.compile(
    r"^\s*,?\s*(?:die(?! (?:wij|we) (?:spraken|interviewden|hebben))|met|uit|waarvan|van wie|"
    r"zonder|bij wie|waarbij|in de|dat)\b"
)
_COMPOUND = re.compile(r"\s*[a-zà-ÿ]{2,}(?:casussen|dossiers|gesprekken|plannen|trajecten)\b")
_ANY_COUNT = re.compile(rf"(?P<k>{COUNT})")


def remarks(reading: Reading) -> Iterator[Remark]:
    """Denominators nobody announced, and other numbers of conversations."""
    told = statements(reading)
    yield from _unannounced(reading, told)
    yield from _different_totals(told)
    yield from _against_annex(reading, told)
    yield from _groups_of(reading, told)


def _unannounced(reading: Reading, told: Sequence[Statement]) -> Iterator[Remark]:
    """One remark for each group and number, at the first place."""
    shares = [_with_group(one) for one in shares_of(reading.sentences)]
    places: dict[tuple[str, int], list[Share]] = {}
    for share in shares:
        if _is_talk_share(share, told) and not _known(reading, share, shares, told):
            places.setdefault((str(share.group), share.n), []).append(share)
    for (_, n), found in places.items():
        yield _unknown(found, n, told)


def _with_group(share: Share) -> Share:
    """A share of which the whole has no noun, with the only group that its sentence names."""
    main = re.split(r"\bdat\b", share.sentence.lower)[0]
    groups = {group for group, _, _ in groups_in(main)}
    other = _COMPOUND.match(share.sentence.lower, share.stop)
    inside = share.sentence.lower[: share.start].endswith(" in ")
    alone = share.group is None and len(groups) == 1 and not (other or inside)
    return replace(share, group=next(iter(groups))) if alone else share


def _is_talk_share(share: Share, told: Sequence[Statement]) -> bool:
    if share.implied or share.group is None or share.n > MOST_TALKS or share.n < 3:
        return False
    after = share.sentence.lower[share.stop :]
    explained = share.sentence.lower.startswith("van de", share.start) and _after_noun(share)
    announced = any(one.group == share.group and not one.restricted for one in told)
    return announced and not _EXPLAINED.match(after) and not explained


def _after_noun(share: Share) -> bool:
    """Whether "van de acht inwoners" goes on with "die …" before the count."""
    place = share.sentence.lower.find(share.noun, share.start)
    return bool(_EXPLAINED.match(share.sentence.lower[place + len(share.noun) :]))


def _known(
    reading: Reading, share: Share, shares: Sequence[Share], told: Sequence[Statement]
) -> bool:
    """Whether a denominator was announced, or follows from what was told just before."""
    same = [one.value for one in told if one.group in (share.group, "gesprekken")]
    same += [one.value for one in respondent_rows(reading) if one.group == share.group]
    plain = [one.value for one in told if one.group == share.group]
    if share.n in same or share.n in _sums(plain):
        return True
    section = [one for one in shares if _goes_before(one, share)]
    earlier = [
        one for one in section if one.sentence.index <= share.sentence.index and one is not share
    ]
    found = _ANY_COUNT.finditer(share.sentence.lower, share.stop)
    beside = [count_value(one["k"]) for one in found]
    if any(share.n + one in same for one in beside):
        return True
    parts = {value for one in earlier for value in (one.k, one.n - one.k)}
    return share.n in parts | _counts_before(reading, share) | asked_of(reading, share.group)


def _goes_before(one: Share, share: Share) -> bool:
    """Whether a share stands in the same section, or on the same people just before it."""
    apart = share.sentence.index - one.sentence.index
    same = one.group == share.group and 0 <= apart <= CLOSE_BY
    return one.sentence.section is share.sentence.section or same


def _sums(values: Sequence[int]) -> set[int]:
    """What two or three numbers that stand one after the other make together."""
    return {
        sum(values[start : start + size])
        for size in (2, 3, 4)
        for start in range(len(values) - size + 1)
    }


def _counts_before(reading: Reading, share: Share) -> set[int]:
    """The counts of the group in the sentences before a share, in the same section."""
    found: set[int] = set()
    for sentence in reading.around(share.sentence, 6, 0)[:-1]:
        if any(group == share.group for group, _, _ in groups_in(sentence.lower)):
            found |= {
                count_value(match["k"])
                for match in _ANY_COUNT.finditer(sentence.lower)
                if not sentence.lower[: match.start()].endswith("van de ")
            }
    wholes = {one.n for one in shares_of(reading.around(share.sentence, 6, 0)[:-1])}
    return found - wholes


def _unknown(found: Sequence[Share], n: int, told: Sequence[Statement]) -> Remark:
    first = found[0]
    announced = [one for one in told if one.group == first.group and not one.restricted]
    numbers = ", ".join(str(value) for value in sorted({one.value for one in announced}))
    others = {one.sentence.line for one in found} - {first.sentence.line}
    more = f" Ook op {lines_in_words(others)}." if others else ""
    message = (
        f"De noemer {n} is nergens aangekondigd: op "
        f"{lines_in_words(one.line for one in announced)} staan er {numbers}. "
        f"Zeg bij wie dit is gevraagd, en wat er met de anderen is.{more}"
    )
    also = {*others, *(one.line for one in announced[:2])}
    return remark(first.sentence, RULE, "let op", message, (first.start, first.stop), also)


def _different_totals(told: Sequence[Statement]) -> Iterator[Remark]:
    """The same noun with another number in the summary than in the method or the annex."""
    summary = [one for one in told if one.role not in ("methode", "bijlage") and not one.restricted]
    rest = [one for one in told if one.role in ("methode", "bijlage") and not one.restricted]
    for one in summary:
        others = [other for other in rest if other.noun == one.noun]
        values = [other.value for other in others]
        everything = [other.value for other in rest]
        if not others or one.value in values or one.value in _any_sum(values) | _sums(everything):
            continue
        if len({*values}) > 2 or max(values) < one.value / 3 or max(values) > 3 * one.value:
            continue
        yield _differs(one, others)


def _any_sum(values: Sequence[int]) -> set[int]:
    few = values[:8]
    return {sum(some) for size in range(2, len(few) + 1) for some in combinations(few, size)}


def _differs(one: Statement, others: Sequence[Statement]) -> Remark:
    said = ", ".join(str(other.value) for other in others[:3])
    message = (
        f"Hier staan {one.value} {one.noun}, maar op "
        f"{lines_in_words(other.line for other in others)} {said}. "
        "Maak de aantallen gelijk, of leg het verschil uit."
    )
    also = [other.line for other in others]
    return on_passage(one.passage, TOTALS, "fout", message, (one.start, one.stop), also)


def _against_annex(reading: Reading, told: Sequence[Statement]) -> Iterator[Remark]:
    """The annex with who was spoken to, against the method and the summary."""
    stated = [one for one in told if one.role in ("methode", "samenvatting") and not one.restricted]
    for passage, noun, group, value in respondent_lines(reading):
        same = [
            one
            for one in told
            if one.role == "methode" and one.group == group and _alike(one.noun, noun)
        ]
        if same and value not in {one.value for one in same}:
            yield _annexed(passage, value, noun, same)
    rows = respondent_rows(reading)
    yield from _added_rows(rows, stated)
    for listed in rows:
        if listed.total:
            known = {one.value for one in stated}
            everything = known | _any_sum(sorted(known)[:7]) | _sums([one.value for one in stated])
            near = [
                one
                for one in stated
                if 0 < abs(one.value - listed.value) <= max(3, listed.value // 5)
            ]
            if listed.value not in everything and near:
                yield _annexed(listed.row.passage, listed.value, near[0].noun, near[:1])
        elif listed.group:
            same = [
                one for one in stated if one.group == listed.group and _alike(one.noun, listed.noun)
            ]
            if (
                same
                and _in_row(listed).isdisjoint(one.value for one in same)
                and _only_row(rows, listed.noun)
            ):
                yield _annexed(listed.row.passage, listed.value, listed.noun, same)


def _in_row(listed: Listed) -> set[float]:
    """All numbers of a row, as of the talks and of the people in them."""
    return {cell.value for cell in listed.row.numbers[1:] if cell}


def _added_rows(rows: Sequence[Listed], stated: Sequence[Statement]) -> Iterator[Remark]:
    """Several rows on one group, which are together another number than was told."""
    by_noun: dict[str, list[Listed]] = {}
    for listed in rows:
        if listed.group and not listed.total and listed.row.label.startswith(listed.noun):
            by_noun.setdefault(listed.noun, []).append(listed)
    for noun, same in by_noun.items():
        told = [one for one in stated if _alike(one.noun.split()[-1], noun)]
        added = sum(one.value for one in same)
        values = {one.value for one in told}
        near = [value for value in values if 0 < abs(value - added) <= max(3, added // 5)]
        if len(same) > 1 and near and added not in values | _any_sum(sorted(values)):
            yield _annexed(same[-1].row.passage, added, noun, told)


def _alike(one: str, other: str) -> bool:
    return one[:6] == other[:6]


def _only_row(rows: Iterable[object], noun: str) -> bool:
    return sum(1 for one in rows if getattr(one, "noun", "")[:6] == noun[:6]) == 1


def _annexed(passage: object, value: int, noun: str, same: Sequence[Statement]) -> Remark:
    lines = [one.line for one in same]
    message = (
        f"Het overzicht telt er hier {value}, maar op {lines_in_words(lines)} staan "
        f"{same[0].value} {same[0].noun}. "
        "Maak de aantallen gelijk, of leg het verschil uit."
    )
    return on_passage(passage, TOTALS, "fout", message, also=lines)  # type: ignore[arg-type]


_TIMES = re.compile(
    rf"(?P<groups>{COUNT})\s+(?:sub|doel|klant)?groepen\b.{{0,120}}?(?:elk|ieder|per (?:sub|"
    rf"doel)?groep|uit elke groep|van elk|x|steeds|telkens)\D{{0,40}}?(?P<each>{COUNT})\b"
)


def _groups_of(reading: Reading, told: Sequence[Statement]) -> Iterator[Remark]:
    """Six groups of five make thirty."""
    for sentence in reading.sentences:
        match = _TIMES.search(sentence.lower)
        people = [one for one in told if one.group == "mensen" and not one.restricted]
        if not match or not people:
            continue
        product = count_value(match["groups"]) * count_value(match["each"])
        if product not in {one.value for one in people} and product <= 2 * MOST_TALKS:
            near = [one for one in people if product / 2 < one.value < 2 * product]
            if near:
                message = (
                    f"{match['groups']} groepen van {match['each']} is samen {product}, maar op "
                    f"{lines_in_words([near[0].line])} "
                    f"staan er {near[0].value}. Maak de aantallen gelijk, of leg het verschil uit."
                )
                yield remark(sentence, TOTALS, "let op", message, match.span(), [near[0].line])
