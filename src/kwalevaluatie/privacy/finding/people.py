"""Finds names of people: by lists of names, by titles and roles, and by what they do."""

from __future__ import annotations

from collections.abc import Iterator

from kwalevaluatie.privacy.finding.evidence import (
    ARTICLES,
    ASKS,
    BRANDS,
    BY,
    DOES,
    ELSEWHERE,
    NEVER,
    ROLES,
    acts,
    anchored,
    in_place,
    in_title,
    is_firm,
    is_foreign,
    is_own,
    role_of,
    stands_alone,
    stands_apart,
    surrounded,
)
from kwalevaluatie.privacy.finding.surnames import (
    by_initials,
    double_name,
    is_initial,
    is_near,
    name_stop,
    surname_stop,
    with_prefix,
)
from kwalevaluatie.privacy.finding.words import (
    CAPITAL,
    CAPITALS,
    COUNTRY,
    DIGITS,
    DOUBLE,
    FREQUENT,
    GIVEN,
    LETTER,
    MONTHS,
    MOST_WORDS,
    NAME,
    ORDINARY,
    PLACE,
    PREFIX,
    SURNAME,
    TITLE,
    TITLES,
    UNKNOWN,
    Words,
)
from kwalevaluatie.privacy.found import Identifier


def find_people(words: Words) -> Iterator[Identifier]:
    """Names of people, each with its prefixes, initials, title and surname."""
    done = 0
    for index in words.telling(NAME | UNKNOWN | TITLE | LETTER):
        if index < done:
            continue
        titled = words[index].marks & TITLE
        found = (_after_title(words, index) if titled else None) or _name(words, index)
        if found:
            first, stop, certainty = found
            done = stop
            yield _person(words, first, stop, certainty)


def _person(words: Words, first: int, stop: int, certainty: float) -> Identifier:
    start, end = words.start(first), words.stop(stop - 1)
    if words.text[end : end + 1] == "." and is_initial(words, stop - 1):
        end += 1
    text = words.text[start:end]
    bare = " ".join(
        words[place].bare for place in range(first, stop) if words[place].lower not in TITLES
    )
    return Identifier(start, end, "persoon", text, certainty, ((role_of(words, first), bare),))


def _after_title(words: Words, index: int) -> tuple[int, int, float] | None:
    """As in "mevrouw Van Beek", "mw. J. Pietersen", "meneer el idrissi"."""
    place = index + 1
    while place - index < MOST_WORDS and words[place].lower in TITLES and not words.opens(place):
        place += 1
    if place >= len(words) or words.opens(place) or not is_near(words, place):
        return None
    stop = surname_stop(words, place, titled=True)
    if stop == place and words[place].marks & GIVEN and _may_be_titled(words, place):
        stop = name_stop(words, place)
    first = index - (words[index].lower == "heer" and words.before(index) == "de")
    return (first, stop, 0.95) if stop > place else None


def _may_be_titled(words: Words, index: int) -> bool:
    word = words[index]
    return bool(word.marks & CAPITAL) or not word.marks & FREQUENT


def _name(words: Words, index: int) -> tuple[int, int, float] | None:
    word = words[index]
    if is_initial(words, index):
        return by_initials(words, index)
    if word.bare in NEVER | BRANDS or word.marks & DIGITS or len(word.text) < 2:
        return None
    if words.cased and not words.shouted:
        certainty = (
            _capital_name(words, index) if word.marks & CAPITAL else _small_name(words, index, 0.6)
        )
    else:
        certainty = _small_name(words, index, 0.7)
    if not certainty:
        return None
    if word.marks & GIVEN or not word.marks & SURNAME:
        return index, name_stop(words, index), certainty
    stop = double_name(words, index + 1)
    return with_prefix(words, index), stop, certainty


def _capital_name(words: Words, index: int) -> float:
    """How sure it is that a word with a capital is somebody's name; nought is not."""
    word = words[index]
    opens, called = words.opens(index), anchored(words, index)
    given, surname = word.marks & GIVEN, word.marks & SURNAME
    if word.marks & COUNTRY and not called:
        return 0.0
    if word.marks & CAPITALS and not words.shouted and not surrounded(words, index):
        return 0.0
    if is_firm(words, index) or is_foreign(words, index):
        return 0.0
    if called and (given or surname or (not opens and is_own(words, index))):
        return 0.95
    where = word.marks & PLACE and words.before(index) in ("in", "te", "uit", "naar")
    if given and not word.marks & DOUBLE and not where:
        return 0.95
    if given:
        return _double_reading(words, index)
    before = words.before(index)
    if before in ARTICLES and not opens:
        return 0.0
    if surname and not word.marks & (ORDINARY | PLACE):
        return 0.8 if not opens or acts(words, index) else 0.6
    if opens:
        return 0.0
    if word.marks & ORDINARY:
        met = _acts_or_is_met(words, index) or (before == "van" and stands_alone(words, index))
        return 0.6 if surname and met else 0.0
    return 0.5 if not word.marks & PLACE and stands_alone(words, index) else 0.0


def _acts_or_is_met(words: Words, index: int) -> bool:
    return acts(words, index) and not in_title(words, index)


def _double_reading(words: Words, index: int) -> float:
    """A first name that is an ordinary word or a place too: Roos, Mark, Wil, Marken."""
    before, after = words.before(index), words.after(index)
    followed = words[index + 1]
    surname = (
        words.touches(index + 1) and not words.opens(index + 1)
        and bool(followed.marks & CAPITAL) and bool(followed.marks & SURNAME)
        and not followed.marks & ORDINARY
    )  # fmt: skip
    if surname:
        return 0.9
    if words.opens(index):
        if words[index].marks & FREQUENT and after not in DOES:
            return 0.0
        return 0.6 if after in DOES and after not in ASKS else 0.0
    if before in ARTICLES:
        return 0.0
    if words[index].marks & PLACE and before in ("in", "te", "uit", "naar"):
        return 0.0
    neighbour = words.touches(index + 1) and followed.marks & CAPITAL and followed.marks & ORDINARY
    previous = (
        index
        and words.touches(index)
        and words[index - 1].marks & CAPITAL
        and not words.opens(index - 1)
    )
    return 0.0 if neighbour or previous else 0.7


def _small_name(words: Words, index: int, certainty: float) -> float:
    """How sure it is that a word without a capital is somebody's name; nought is not."""
    word = words[index]
    if word.marks & (COUNTRY | PREFIX) or len(word.bare) < 2:
        return 0.0
    if word.lower in DOES | MONTHS and not anchored(words, index):
        return 0.0
    where = words.before(index) in ("in", "te", "uit", "naar") and word.marks & PLACE
    if word.marks & GIVEN and not where and not word.marks & DOUBLE:
        return certainty if len(word.bare) > 2 or in_place(words, index) else 0.0
    if word.lower in ASKS | ARTICLES | BY:
        return 0.0
    if anchored(words, index) and (
        word.marks & GIVEN
        or (not words.cased and (word.marks & UNKNOWN or _bare_surname(word.marks)))
    ):
        return certainty
    if words.cased or where:
        return 0.0
    if word.marks & DOUBLE and word.marks & GIVEN:
        loose = words.before(index) in ELSEWHERE or words.before(index) == "van"
        return certainty - 0.1 if not loose and in_place(words, index) else 0.0
    if _bare_surname(word.marks):
        return certainty - 0.1 if len(word.bare) > 4 or in_place(words, index) else 0.0
    if word.marks & UNKNOWN and len(word.bare) > 3 and word.lower not in ROLES:
        return (
            certainty - 0.2
            if in_place(words, index) or (stands_apart(words, index) and not words.opens(index))
            else 0.0
        )
    return 0.0


def _bare_surname(marks: int) -> bool:
    return bool(marks & SURNAME) and not marks & (ORDINARY | PLACE | FREQUENT)
