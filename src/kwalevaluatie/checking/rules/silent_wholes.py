"""Follows the whole that people are counted of: does it change without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP, group_class
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, lines_in_words, remark
from kwalevaluatie.checking.surveys import tells_response
from kwalevaluatie.checking.topics import cut
from kwalevaluatie.model.reported import Remark

RULE = "noemer"
LARGE, NEARLY = 60, 0.25
_NUMBER = re.compile(rf"(?:\d{{1,3}}(?:\.\d{{3}})+|{COUNT})")
_PART = (
    rf"(?P<n>{COUNT}) (?:\w+e )?(?P<noun>{PLAIN_GROUP}) "
    r"(?P<what>(?:met|zonder) (?:een |de |het )?[a-zà-ÿ-]{4,})"
)
_OF_PART, _ANY_PART = re.compile(rf"\b(?:van de|de) {_PART}"), re.compile(_PART)
_ANSWERS = re.compile(
    rf"(?P<p>\d{{1,3}})(?:,\d)?\s?%[^.]{{0,90}}?[:(,]\s*(?P<a>{COUNT})\s+[^.;%]{{0,45}}?\ben\s+"
    rf"(?P<b>{COUNT})\b"
)
_OF_MANY = re.compile(
    rf"\bvan (?:de|alle) (?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d{{2,5}}) (?P<noun>{PLAIN_GROUP})(?![\w])"
    r"(?!,? (?:die|met|zonder|uit|in|onder|bij|waar\w*|van wie)\b)"
)
_SOME = re.compile(rf"(?P<n>{COUNT}) (?:\w+e )?(?P<noun>[a-zà-ÿ-]{{5,}}(?:en|s))(?![\w])")
_OF_SOME = re.compile(
    rf"(?:{COUNT} )?van de (?P<n>{COUNT}) (?:\w+e )?(?P<noun>[a-zà-ÿ-]{{5,}}(?:en|s))(?![\w])"
    r"(?!,? (?:die|met|zonder|uit|waar\w*)\b)"
)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Wholes that differ from what was told of the same people, without a reason."""
    yield from _with_other_number(reading)
    yield from _of_answers(reading)
    yield from _of_many(reading)
    yield from _of_things(reading)


def _with_other_number(reading: Reading) -> Iterator[Remark]:
    """The people with something, who are thirteen here and ten there."""
    first: dict[tuple[str, str], tuple[int, Sentence]] = {}
    for sentence in reading.sentences:
        for match in _ANY_PART.finditer(sentence.lower):
            key = (cut(match["noun"]), match["what"])
            n = count_value(match["n"])
            whole = _OF_PART.search(sentence.lower, max(match.start() - 8, 0), match.end())
            known = first.setdefault(key, (n, sentence))
            if whole and known[0] != n and known[1] is not sentence:
                yield _other_number(sentence, match, n, known)


def _other_number(
    sentence: Sentence, match: re.Match[str], n: int, known: tuple[int, Sentence]
) -> Remark:
    message = (
        f"“{match['noun']} {match['what']}” zijn er hier {n}, op regel {known[1].line} {known[0]}. "
        "Maak de aantallen gelijk, of leg het verschil uit."
    )
    return remark(sentence, RULE, "let op", message, match.span(), [known[1].line])


def _of_answers(reading: Reading) -> Iterator[Remark]:
    """A percentage of those who answered yes or no, where the whole stands nowhere."""
    for sentence in reading.sentences:
        match = _ANSWERS.search(sentence.lower)
        if not match or sentence.role in ("methode", "bijlage"):
            continue
        a, b = count_value(match["a"]), count_value(match["b"])
        fits = a + b and abs(100 * a / (a + b) - int(match["p"])) <= 1
        if fits and not _stands(reading, sentence, a + b):
            message = (
                f"{match['p']} procent is hier {a} van {a + b}, maar {a + b} staat in dit "
                "hoofdstuk nergens. Zeg "
                "hoeveel mensen de vraag hebben beantwoord, en waarom de anderen niet."
            )
            yield remark(sentence, RULE, "let op", message, match.span())


def _of_many(reading: Reading) -> Iterator[Remark]:
    """A whole of many people that stands nowhere else, close to how many answered."""
    answered = {
        int(number.value): sentence.line
        for sentence in reading.sentences
        if tells_response(sentence)
        for number in sentence.numbers
        if number.kind == "aantal" and number.value >= LARGE
    }
    for sentence in reading.sentences if answered else ():
        match = _OF_MANY.search(sentence.lower)
        n = count_value(match["n"]) if match else 0
        near = [one for one in answered if 0 < abs(one - n) <= NEARLY * one]
        if match and near and n not in answered and _stands_once(reading, n):
            told = lines_in_words([answered[near[0]]])
            message = (
                f"Hier gaat het om {n} {match['noun']}, en dat aantal staat nergens anders; op "
                f"{told} antwoordden er {near[0]}. Zeg wie er niet meetellen, en waarom."
            )
            yield remark(sentence, RULE, "let op", message, match.span(), [answered[near[0]]])


def _of_things(reading: Reading) -> Iterator[Remark]:
    """A share of 38 files, where the method tells of 40 and 38 stands nowhere else."""
    told = _things(reading)
    for sentence in reading.sentences:
        for match in _OF_SOME.finditer(sentence.lower):
            wholes, n = told.get(cut(match["noun"]), {}), count_value(match["n"])
            if sentence.role in ("methode", "bijlage") or len(wholes) != 1 or n in wholes:
                continue
            whole, line = next(iter(wholes.items()))
            if abs(n - whole) <= NEARLY * whole and _stands_once(reading, n):
                message = (
                    f"Hier gaat het om {n} {match['noun']}, op regel {line} zijn het er {whole}. "
                    "Maak de aantallen gelijk, of zeg wat er met de andere is."
                )
                yield remark(sentence, RULE, "let op", message, match.span(), [line])


def _things(reading: Reading) -> dict[str, dict[int, int]]:
    """The numbers that the method gives with a noun, each with its line."""
    found: dict[str, dict[int, int]] = {}
    for sentence in reading.sentences:
        if sentence.role == "methode":
            for match in _SOME.finditer(sentence.lower):
                if not group_class(match["noun"]):
                    lines = found.setdefault(cut(match["noun"]), {})
                    lines.setdefault(count_value(match["n"]), sentence.line)
    return found


def _stands_once(reading: Reading, value: int) -> bool:
    """Whether a number stands in one line of the report only, tables and headings as well."""
    lines = (one.lower for one in reading.passages)
    found = [
        line for line in lines if any(count_value(n[0]) == value for n in _NUMBER.finditer(line))
    ]
    return len(found) == 1


def _stands(reading: Reading, sentence: Sentence, value: int) -> bool:
    """Whether a number stands anywhere in the chapter of a sentence."""
    chapter = sentence.section.chapter
    in_text = any(
        count_value(match[0]) == value
        for one in reading.sentences
        if one.section.chapter == chapter
        for match in _NUMBER.finditer(one.lower)
    )
    in_tables = any(
        cell and cell.value == value
        for table in reading.tables
        for row in table.rows
        if reading.sections[row.passage.number].chapter == chapter
        for cell in row.numbers
    )
    return in_text or in_tables
