"""Checks divisions of things: norms that were met, files and reports, answers in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.rules.parts import (
    CLOSE,
    MANY,
    PART,
    RULE,
    SPLIT,
    other_thing,
    with_plus,
)
from kwalevaluatie.model.reported import Remark


def remarks(reading: Reading) -> Iterator[Remark]:
    """Divisions of norms, of things and of answers that do not make their whole."""
    yield from _of_norms(reading)
    yield from _of_things(reading)
    yield from _percentages(reading)


_NORMS = (
    "normen|doelen|doelstellingen|aanbevelingen|afspraken|indicatoren|criteria|acties|ambiti"
    "es|resultaten|resultaatafspraken|maatregelen"
)
_STATED = re.compile(rf"(?P<n>{COUNT})\s+(?:\w+\s+)?(?P<what>{_NORMS})\b")
_MET = re.compile(
    rf"\b(?:aan|op|van|er zijn|zijn er|worden er)?\s*(?P<a>{COUNT})\s+(?:(?:{_NORMS})\s+)?[^.;0-9"
    rf"]{{0,40}}?,\s*(?:aan |op |zijn er |er zijn )?(?P<b>{COUNT})\s+[^.;]{{0,30}}?\b(?:deels|"
    rf"gedeeltelijk|ten dele|grotendeels)\b[^.;]{{0,30}}?\ben\s+(?:aan |"
    rf"op )?(?P<c>{COUNT})\s+(?:nog )?(?:niet|geen)\b"
)


def _of_norms(reading: Reading) -> Iterator[Remark]:
    """So many norms met, so many in part, so many not: together they should be all."""
    for sentence in reading.sentences:
        match = _MET.search(sentence.lower)
        stated = [
            (one, other)
            for other in reading.around(sentence, 2, 0)
            for one in _STATED.finditer(other.lower)
            if other is not sentence or (match and one.start() < match.start())
        ]
        if not match or not stated:
            continue
        parts = [count_value(match[name]) for name in "abc"]
        whole = count_value(stated[-1][0]["n"])
        if sum(parts) != whole:
            message = (
                f"{with_plus(parts)} is {sum(parts)}, maar het zijn {whole} "
                f"{stated[-1][0]['what']}. Tel opnieuw."
            )
            yield remark(sentence, RULE, "fout", message, match.span(), [stated[-1][1].line])


_THING_WHOLE = re.compile(
    rf"^van de (?P<n>{COUNT}|\d{{1,3}}(?:\.\d{{3}})+) (?P<what>[a-zà-ÿ]{{4,}})\b"
)
_HEREOF = re.compile(r"\b(?:hiervan|daarvan)\b")
_LAST_COUNT = re.compile(rf"(?P<n>{COUNT}|\d{{1,3}}(?:\.\d{{3}})+)\s+[a-zà-ÿ]{{4,}}")


def _of_things(reading: Reading) -> Iterator[Remark]:
    """Files, reports and other things that are divided in three or more."""
    for sentence in reading.sentences:
        whole, start = _whole_of(reading, sentence)
        counts = list(PART.finditer(sentence.lower, start))
        parts = [count_value(one["k"]) for one in counts if not other_thing(sentence.lower, one)]
        if not whole or len(parts) < 3 or "%" in sentence.lower or MANY.search(sentence.lower):
            continue
        total = sum(parts)
        if max(parts) < whole and (total > whole or 0 < whole - total <= CLOSE):
            message = (
                f"Van de {whole} worden er {with_plus(parts)} genoemd; dat is samen {total}. "
                "Tel opnieuw, of zeg wat er ontbreekt of dubbel is."
            )
            yield remark(sentence, RULE, "fout" if total > whole else "let op", message)


def _whole_of(reading: Reading, sentence: Sentence) -> tuple[int, int]:
    """The whole that a sentence divides, and where its parts begin; nought when there is none."""
    own = _THING_WHOLE.match(sentence.lower)
    if own and not re.fullmatch(PLAIN_GROUP, own["what"]):
        return count_value(own["n"]), own.end()
    hereof = _HEREOF.search(sentence.lower)
    before = reading.around(sentence, 1, 0)[0]
    counts = list(_LAST_COUNT.finditer(before.lower)) if hereof and before is not sentence else []
    return (count_value(counts[0]["n"]), 0) if len(counts) == 1 else (0, 0)


MOST_PERCENT, FEWEST_PERCENTS = 102.5, 2


def _percentages(reading: Reading) -> Iterator[Remark]:
    """Answers to one question that are together more than all."""
    for sentence in reading.sentences:
        values = [one.value for one in sentence.numbers if one.kind == "percentage"]
        years = [one for one in sentence.numbers if one.kind == "jaar"]
        scale = SPLIT.search(sentence.lower) and "neutraal" in sentence.lower
        one_question = (
            scale and len(values) > FEWEST_PERCENTS and not _OTHERS.search(sentence.lower)
        )
        if one_question and len(years) < 2 and MOST_PERCENT < sum(values) < 1.5 * MOST_PERCENT:
            message = (
                f"De percentages zijn samen {sum(values):g}, meer dan 100. Tel opnieuw, of zeg "
                "dat er "
                "meer antwoorden mogelijk waren."
            )
            yield remark(sentence, RULE, "fout", message)


_OTHERS = re.compile(r"\b(?:tegen|tegenover|terwijl|vergeleken|ten opzichte|waarvan|onder|bij)\b")
