"""Where a name ends: initials, more first names, prefixes and a surname."""

from __future__ import annotations

from kwalevaluatie.privacy.finding.evidence import ADVERBS, ARTICLES, ASKS, BY, DOES, NEVER, ROLES
from kwalevaluatie.privacy.finding.words import (
    CAPITAL,
    CAPITALS,
    COUNTRY,
    DIGITS,
    FREQUENT,
    GIVEN,
    MOST_WORDS,
    NAME,
    NUMERAL,
    ORDINARY,
    PLACE,
    PREFIX,
    SURNAME,
    UNKNOWN,
    Words,
)


def is_near(words: Words, place: int) -> bool:
    """Whether only a blank or the full stop of an abbreviation stands before this word."""
    return words.gap(place).strip(" .\n\u00a0") == ""


def surname_stop(words: Words, place: int, *, titled: bool = False) -> int:
    """The place after initials, prefixes and a surname that begin here; `place` when none does."""
    start = place
    while (
        place - start < MOST_WORDS
        and is_initial(words, place)
        and (place == start or is_near(words, place))
    ):
        place += 1
    initials = place > start
    prefix = place
    while words[prefix].marks & PREFIX and (prefix == place or words.touches(prefix)):
        prefix += 1
        if prefix - place > 3:
            break
    capital_prefix = any(words[i].marks & CAPITAL for i in range(place, prefix))
    name = words[prefix]
    if prefix > place and not name.text:
        return place if initials else start
    if prefix < len(words) and (prefix == start or words.touches(prefix) or is_near(words, prefix)):
        known = titled or initials
        if not words.opens(prefix) and _is_surname(
            words, prefix, prefix > place, capital_prefix, known
        ):
            return double_name(words, prefix + 1)
    if initials and titled:
        return place
    return start


def double_name(words: Words, stop: int) -> int:
    """Takes in the second part of a double name: "Jansen-de Vries", "Ait Ouali"."""
    gap = words.gap(stop) if stop < len(words) else ""
    word = words[stop]
    if gap.strip() == "-" and stop < len(words):
        inner = stop
        while inner - stop < MOST_WORDS and words[inner].marks & PREFIX:
            inner += 1
        if words[inner].marks & CAPITAL:
            return inner + 1
    if (
        words.touches(stop)
        and word.marks & CAPITAL
        and word.marks & SURNAME
        and not word.marks & (ORDINARY | PLACE)
    ):
        return stop + 1
    return stop


def is_initial(words: Words, index: int) -> bool:
    """Whether this is a letter with a full stop, as in "J. de Vries"."""
    word = words[index]
    after = words.text[words.stop(index) : words.stop(index) + 1] if word.text else ""
    return len(word.text) == 1 and after == "." and (word.text.isupper() or not words.cased)


def _is_surname(
    words: Words, index: int, prefixed: bool, capital_prefix: bool, titled: bool
) -> bool:
    word = words[index]
    if word.marks & DIGITS or word.lower in NEVER or word.lower in ROLES or len(word.text) < 2:
        return False
    if words.cased and not words.shouted:
        if word.marks & CAPITAL:
            return not word.marks & CAPITALS
        bare = prefixed and not word.marks & (ORDINARY | FREQUENT)
        return (capital_prefix or bare) and bool(word.marks & SURNAME)
    if word.marks & (PLACE | COUNTRY) and not word.marks & SURNAME:
        return False
    if word.lower in DOES | ASKS | ARTICLES | BY | ADVERBS:
        return False
    if titled and not prefixed:
        return bool(word.marks & (SURNAME | UNKNOWN)) or not word.marks & ORDINARY
    return bool(word.marks & SURNAME) or (titled and bool(word.marks & UNKNOWN))


def name_stop(words: Words, index: int) -> int:
    """The place after a name that begins with this first name: more first names and a surname."""
    stop = index + 1
    while (
        stop < min(index + MOST_WORDS, len(words))
        and words.touches(stop)
        and not words.opens(stop)
        and _further(words, index, stop)
    ):
        stop += 1
    after = stop
    if words[after].marks & PREFIX or is_initial(words, after):
        if words.touches(after) and not words.opens(after):
            end = surname_stop(words, after)
            if end > after and _prefix_fits(words, after, end):
                return end
            if is_initial(words, after):
                return after + 1
    elif words.touches(after) and not words.opens(after) and _plain_surname(words, index, after):
        return double_name(words, after + 1)
    return stop


def _further(words: Words, index: int, place: int) -> bool:
    """Whether another first name follows: "Anna Maria"."""
    word, first = words[place], words[index]
    if not word.marks & GIVEN or word.marks & PREFIX:
        return False
    if words.cased:
        return bool(word.marks & CAPITAL) == bool(first.marks & CAPITAL) and (
            bool(word.marks & CAPITAL) or not word.marks & ORDINARY
        )
    return not word.marks & (ORDINARY | FREQUENT)


def _prefix_fits(words: Words, prefix: int, end: int) -> bool:
    """Whether "van der Meulen" goes with the first name, and not "van de RSD"."""
    name, lead = words[end - 1], words[prefix].lower
    if lead in ("in", "op", "te", "la", "le", "du") and words[prefix + 1].lower not in (
        "de",
        "den",
        "t",
        "het",
        "veld",
    ):
        return (
            lead == "te"
            and end - prefix == 2
            and bool(name.marks & SURNAME)
            and not name.marks & PLACE
        )
    if words.cased and not words.shouted:
        ordinary = lead == "van" and end - prefix == 2 and name.marks & FREQUENT
        return bool(name.marks & SURNAME) or not (name.marks & (COUNTRY | CAPITALS) or ordinary)
    return bool(name.marks & SURNAME)


def _plain_surname(words: Words, index: int, place: int) -> bool:
    word = words[place]
    if not word.text or word.marks & (DIGITS | COUNTRY):
        return False
    if words.cased and not words.shouted:
        return (
            bool(word.marks & CAPITAL)
            and word.lower not in NEVER
            and (bool(word.marks & SURNAME) or not word.marks & ORDINARY)
        )
    if word.marks & SURNAME:
        return not word.marks & (FREQUENT | ORDINARY) or (
            not word.marks & FREQUENT and word.lower not in DOES
        )
    return not word.marks & (ORDINARY | PLACE)


def with_prefix(words: Words, index: int) -> int:
    """Takes in "Van der" before a surname, when it has a capital."""
    first = index
    while (
        first
        and index - first < MOST_WORDS
        and words[first - 1].marks & PREFIX
        and words.touches(first)
    ):
        first -= 1
    while first < index and not words[first].marks & CAPITAL:
        first += 1
    return (
        first if first == index or not words.opens(first) or words[first].marks & CAPITAL else index
    )


def by_initials(words: Words, index: int) -> tuple[int, int, float] | None:
    """A name that begins with initials: its first word, the place after it, its certainty."""
    stop = surname_stop(words, index)
    last = words[stop - 1].marks
    ordinary = last & (NUMERAL | FREQUENT) and not last & NAME
    if stop > index and not is_initial(words, stop - 1) and not ordinary:
        return index, stop, 0.9
    return None
