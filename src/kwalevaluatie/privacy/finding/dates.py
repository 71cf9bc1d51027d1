"""Finds dates and dates of birth, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.privacy.finding.evidence import ROLES
from kwalevaluatie.privacy.finding.numerals import CENTURIES, NUMERALS, ORDINALS, YEARS
from kwalevaluatie.privacy.finding.words import BIRTHS, DIGITS, MONTHS, NAME, NUMERAL, TIME, Words
from kwalevaluatie.privacy.found import Identifier, identifier

_FEASTS = frozenset(
    """kerstdag oudejaarsdag oudjaarsdag nieuwjaarsdag koningsdag koninginnedag bevrijdingsdag
    valentijnsdag""".split()
)
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_FIGURES = re.compile(
    rf"(?<![\d.,/-])(?:{_DAY}([-/.]){_MONTH}\1['’]?(?:19|20)?\d\d|"
    rf"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|"
    rf"{_DAY}[- ](?:I{{1,3}}|I?V|VI{{1,3}}|IX|XI{{0,2}})[- ](?:19|20)\d\d|"
    rf"{_DAY} {_MONTH} (?:19|20)\d\d)(?![\d/-]|[.,]\d)"
)
_SHORT_FIGURES = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-/ ](?:0?[1-9]|1[0-2])(?:[-/ ]\d\d)?\b|\d{6}\b"
)
_BORN_REACH = 8
_BORN_AFTER = 4
_TO_BE = frozenset("ben is was bent zijn waren word wordt werd geworden wordt".split())
_KIN = frozenset(ROLES)
_COUNTED = frozenset(
    "jaar euro keer uur procent mensen kinderen dagen weken maanden minuten km van".split()
)


def find_dates(words: Words) -> Iterator[Identifier]:
    """Dates with a day and a month, or with a month and a year, in figures and in words."""
    done = -1
    for index in words.marked(TIME | DIGITS | NUMERAL):
        word = words[index]
        if index <= done:
            continue
        if word.lower in MONTHS:
            span = _around_month(words, index)
        elif word.marks & DIGITS:
            span = _in_figures(words, index) or _in_three(words, index)
        elif word.marks & NUMERAL:
            span = _in_three(words, index)
        elif word.lower in BIRTHS or (word.lower == "van" and _is_to_be(words, index)):
            span = _birthday_in_words(words, index)
        else:
            continue
        if span:
            done = span[1]
            yield _date(words, *span)


def _is_to_be(words: Words, index: int) -> bool:
    """Whether "is" or "bent toch" stands before."""
    loose = words.before(index) in ("toch", "dus", "eh", "dan", "er", "eentje", "gewoon")
    return (words.before(index, 2) if loose else words.before(index)) in _TO_BE


def _date(words: Words, first: int, last: int) -> Identifier:
    start, stop = words.start(first), words.stop(last)
    born = _is_birthday(words, first, last)
    label = "geboortedatum" if born else "datum"
    return identifier(words.text, start, stop, "datum", 0.95, label=label, direct=born)


def _around_month(words: Words, month: int) -> tuple[int, int] | None:
    """The words of a date around the name of its month."""
    first = last = month
    if _is_day(words, month - 1) and _tied(words, month):
        first = month - 1
    elif words.before(month) == "van" and words.before(month, 2) in ORDINALS:
        first = month - 2
    if words.before(first) in ("en", "tot", "t/m", "of") and _is_day(words, first - 2):
        first -= 2
    year = _year(words, month + 1)
    last = year if year else month
    if first == last or (words[month].lower == "mei" and first == month and not year):
        return None
    if words[first].lower in ("een", "één") and words[month].lower in ("maart", "mei") and not year:
        return None
    return first, last


def _tied(words: Words, index: int) -> bool:
    return words.gap(index).strip(" ,.-/") == "" and len(words.gap(index)) < 4


def _is_day(words: Words, index: int) -> bool:
    word = words[index]
    if word.lower in ORDINALS:
        return True
    figure = NUMERALS.get(
        word.lower, int(word.text) if word.text.isdecimal() and len(word.text) < 3 else 0
    )
    figure = figure or int(
        re.sub(r"[ea]e?$", "", word.lower) if re.fullmatch(r"\d{1,2}e", word.lower) else 0
    )
    return 0 < figure < 32


def _year(words: Words, index: int) -> int:
    """The place of the last word of a year that begins here, or nought."""
    if index >= len(words) or len(words.gap(index)) > 3 or words.gap(index).strip(" ,'’-/."):
        return 0
    word, following = words[index], words[index + 1].lower
    if word.lower == "jl":
        return index
    if word.lower in ("vorig", "dit") and following == "jaar":
        return index + 1
    if word.text.isdecimal() and (
        re.fullmatch(r"(?:19|20)\d\d", word.text)
        or (len(word.text) == 2 and words.text[words.start(index) - 1] in "'’-/")
    ):
        return index
    if word.lower in CENTURIES and 0 < NUMERALS.get(following, 0) < 100:
        return index + 1
    if word.lower in YEARS:
        return index
    number = NUMERALS.get(word.lower, 0)
    if 39 < number < 100 and words[index + 1].lower not in _COUNTED:
        return index
    return 0


def _in_figures(words: Words, index: int) -> tuple[int, int] | None:
    match = _FIGURES.match(words.text, words.start(index))
    if not match and _born_near(words, index, index):
        match = _SHORT_FIGURES.match(words.text, words.start(index))
    if not match:
        return None
    last = index
    while last + 1 < len(words) and words.stop(last) < match.end():
        last += 1
    return index, last


def _birthday_in_words(words: Words, born: int) -> tuple[int, int] | None:
    """A birthday without the name of a month: "geboren drie, vijf, tachtig"."""
    first = born + 1
    reach = 4 if words[born].lower in BIRTHS else 2
    while first < min(born + reach, len(words)) and not _is_part(words, first):
        if words[first].marks & DIGITS or words.opens(first):
            return None
        first += 1
    if feast := _feast(words, first):
        return first, feast
    if (
        words[first].lower in ORDINALS
        and words.after(first) == "van"
        and words.after(first, 3) in ORDINALS
    ):
        return first, _year(words, first + 4) or first + 3
    last, parts = first, 0
    while parts < 3 and _is_part(words, last) and (last == first or _tied(words, last)):
        last, parts = last + 1, parts + 1
    century = words[last - 1].lower in CENTURIES and 0 < NUMERALS.get(words[last].lower, 0) < 100
    if parts < 3 or not _is_day(words, first):
        return None
    return first, last if century else last - 1


def _in_three(words: Words, first: int) -> tuple[int, int] | None:
    """A birthday as three numbers: "mijn vader, elf elf vijftig"."""
    if words[first - 1].marks & (NUMERAL | DIGITS) and first:
        return None
    year = _year(words, first + 2)
    between = [words.gap(first + 1), words.gap(first + 2)]
    if not year or any(gap.strip(" ,") for gap in between) or not _is_day(words, first):
        return None
    if not 0 < NUMERALS.get(words[first + 1].lower, 0) < 13:
        return None
    whose = words[first - 1].lower in _KIN or words[first - 1].marks & NAME
    return (first, year) if whose or _born_near(words, first, year) else None


def _feast(words: Words, index: int) -> int:
    """The last word of a birthday on a feast: "tweede kerstdag negenenzeventig"."""
    day = index + (words[index].lower in ORDINALS)
    return (_year(words, day + 1) or day) if words[day].lower in _FEASTS else 0


def _is_part(words: Words, index: int) -> bool:
    word = words[index]
    return bool(word.text) and (
        word.lower in NUMERALS or word.lower in YEARS or word.lower in CENTURIES
        or (word.text.isdecimal() and len(word.text) in (1, 2, 4)) or word.lower in ORDINALS
        or word.lower in _FEASTS
    )  # fmt: skip


def _is_birthday(words: Words, first: int, last: int) -> bool:
    return _born_near(words, first, last) or _of_a_date(words, first, last)


def _born_near(words: Words, first: int, last: int) -> bool:
    """Whether birth is spoken of in the sentence, close by, or a star stands before it."""
    if words.gap(first).rstrip().endswith("*"):
        return True
    for place in range(first - 1, max(first - 1 - _BORN_REACH, -1), -1):
        if words[place].lower in BIRTHS:
            return True
        if words.opens(place) or re.search(r"[.?!]\s", words.gap(place + 1)):
            break
    after = range(last + 1, min(last + 1 + _BORN_AFTER, len(words)))
    return any(words[place].lower in BIRTHS for place in after)


def _of_a_date(words: Words, first: int, last: int) -> bool:
    """As in "Ik ben van 3 mei 1980": somebody is of a date with a year."""
    person = words.before(first) == "van" and words.before(first, 2) in _TO_BE
    return person and last - first > 1
