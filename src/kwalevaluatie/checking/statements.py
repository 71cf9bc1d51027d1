"""What a report says of whom it spoke to: so many residents, so many conversations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kwalevaluatie.checking.groups import PLAIN_GROUP, GroupClass, group_class, groups_in
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.passages import Passage
from kwalevaluatie.checking.reading import Reading, Sentence
from kwalevaluatie.checking.sections import Role
from kwalevaluatie.checking.shares import ADJECTIVES
from kwalevaluatie.checking.tables import Row, Table

SPOKEN = re.compile(
    r"gesproken|\bspra(?:k|ken)\b|geïnterview|interview|gesprek|deelgenomen|namen deel|deelnem|"
    r"bevraagd|ondervraagd|focusgroep|\bbelden\b"
)
_COUNTED = re.compile(
    rf"(?P<k>{COUNT})\s+(?:tot \w+ )?{ADJECTIVES}(?P<noun>(?:[\w-]+-)?(?:{PLAIN_GROUP}))(?![\w])"
    "(?=(?P<after>.{0,25}))"
)
_RESTRICTED = re.compile(
    r"^\s*(?:,\s*)?(?:die|met een|met wie|uit|waarvan|van wie|in|per|zonder|over|op|boven|onder|"
    r"tot|extra|meer|minder|nodig|benaderd|uitgenodigd|aangeschreven)\b"
)
_OF = re.compile(
    "(?:van de|van alle|alle|op de|de andere|de overige|per|elke|iedere|andere|overige|"
    r"ten minste|minimaal|minstens|zo'n|ongeveer)\s*$"
)
_WITH = re.compile(
    rf"^\s*(?:zijn\s+)?(?:\w+\s+)?(?:gevoerd|gehouden)?\s*met\s+(?:\w+\s+){{0,3}}?(?P<noun>"
    rf"{PLAIN_GROUP})(?![\w])"
)
_RESPONDENTS = re.compile(r"geïnterview|respondent|gesprek|gesproken|interview|deelnemers")


@dataclass(frozen=True)
class Statement:
    """So many of a group were spoken to; `restricted` when it is said of part of them."""

    passage: Passage
    line: int
    start: int
    stop: int
    value: int
    noun: str
    group: GroupClass
    role: Role
    restricted: bool


def statements(reading: Reading) -> list[Statement]:
    """Everything that is said of whom the report spoke to, in sentences."""
    return [one for sentence in reading.sentences for one in _in_sentence(sentence)]


def _in_sentence(sentence: Sentence) -> Iterator[Statement]:
    if not SPOKEN.search(sentence.lower):
        return
    for match in _COUNTED.finditer(sentence.lower):
        if _OF.search(sentence.lower[: match.start()][-16:]):
            continue
        noun, group = _whom(match, sentence)
        if group:
            restricted = _is_restricted(sentence, match)
            start = sentence.start + match.start()
            yield Statement(
                sentence.passage,
                sentence.line_at(match.start()),
                start,
                sentence.start + match.end("noun"),
                count_value(match["k"]),
                noun,
                group,
                sentence.role,
                restricted,
            )


def _is_restricted(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a count is of part of those who were spoken to, or tells a result."""
    told = sentence.role in ("resultaten", "conclusie") and "in totaal" not in sentence.lower
    return told or bool(_RESTRICTED.match(match["after"]))


def _whom(match: re.Match[str], sentence: Sentence) -> tuple[str, GroupClass | None]:
    """The group of a count; of "gesprekken met ouders" it is the parents."""
    group = group_class(match["noun"])
    if group == "gesprekken":
        with_ = _WITH.match(sentence.lower, match.end("noun"))
        if with_ is None:
            with_ = _WITH.match(sentence.lower[match.end("noun") :])
        if with_:
            other = group_class(with_["noun"])
            return f"gesprekken met {with_['noun']}", other
    return match["noun"], group


@dataclass(frozen=True)
class Listed:
    """A row of the annex that lists who was spoken to: a group and how many."""

    row: Row
    value: int
    group: GroupClass | None
    noun: str
    total: bool


def respondent_rows(reading: Reading) -> list[Listed]:
    """The rows of tables that list who was spoken to, and lines like "Inwoners: 11 gesprekken"."""
    return [
        listed
        for table in reading.tables
        if _is_respondents(reading, table)
        for listed in _rows(table)
    ]


def _is_respondents(reading: Reading, table: Table) -> bool:
    first = table.rows[0].line
    headings = [
        section.heading
        for passage, section in zip(reading.passages, reading.sections, strict=True)
        if passage.first == first
    ]
    around = " ".join([*headings, table.caption, *table.head])
    survey = re.search(r"enquête|vragenlijst|onderzoek|cijfer", around)
    return bool(_RESPONDENTS.search(around)) and not survey


def _rows(table: Table) -> Iterator[Listed]:
    for row in table.rows:
        values = [cell for cell in row.numbers[1:] if cell and not cell.percent]
        if not values or any(value.value != int(value.value) for value in values):
            continue
        groups = groups_in(row.label)
        total = bool(re.match(r"totaal|samen", row.label))
        group = groups[0][0] if groups else None
        noun = row.label[groups[0][1] : groups[0][2]] if groups else ""
        yield Listed(row, int(values[-1].value), group, noun, total)


_ASKED = re.compile(
    r"\b(?:er\s?naar gevraagd|gevraagd aan|gevraagd bij|gesteld aan|voorgelegd aan)\b"
)
_ANY_COUNT = re.compile(rf"(?P<k>{COUNT})")


def asked_of(reading: Reading, group: GroupClass | None) -> set[int]:
    """The counts of a group of whom a sentence or a table says that this was asked of them."""
    told = {
        count_value(match["k"])
        for sentence in reading.sentences
        if _ASKED.search(sentence.lower)
        and any(kind == group for kind, _, _ in groups_in(sentence.lower))
        for match in _ANY_COUNT.finditer(sentence.lower)
    }
    return told | {
        int(cell.value)
        for table in reading.tables
        if "gevraagd" in table.head
        for _, cell in table.column(table.head.index("gevraagd"))
    }


_LINE = re.compile(
    rf"^\W*(?P<label>[^:]{{4,80}}):\s*(?P<k>{COUNT})\s+(?:gesprek(?:ken)?|interviews?|personen|"
    r"deelnemers|respondenten)\W*$"
)


def respondent_lines(reading: Reading) -> Iterator[tuple[Passage, str, GroupClass, int]]:
    """Lines like "Aanbieders: 7 gesprekken", with the noun, its class and the number."""
    for passage in reading.passages:
        for line in passage.lines:
            match = _LINE.match(line.text.lower())
            groups = groups_in(match["label"]) if match else []
            if match and groups:
                group, start, stop = groups[0]
                yield passage, match["label"][start:stop], group, count_value(match["k"])
