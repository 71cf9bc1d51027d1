"""Finds numbers that belong to one person, written in figures or said aloud."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kwalevaluatie.privacy.finding.anchors import kind_of_number, said_to_be, speaks_of
from kwalevaluatie.privacy.finding.checksums import is_bsn, is_iban
from kwalevaluatie.privacy.finding.spelling import MOST, Sign, is_tied, may_go_on, signs_around
from kwalevaluatie.privacy.finding.words import (
    DIGITS,
    FREQUENT,
    LETTER,
    NUMBER,
    NUMERAL,
    PLACE,
    Words,
)
from kwalevaluatie.privacy.found import Identifier, identifier

_BREAK = r"(?: ?[-–./] ?| )?"
_DATE = r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d\b"
_GROUPS = ("9", "333", "423", "324", "234", "2223")
_BSN = "|".join("[ .-]".join(rf"\d{{{size}}}" for size in sizes) for sizes in _GROUPS)
_YEAR_AND_LAW = r"(?:19|20)\d\d (?:WW|ZW|PW|TW|EU|IB|BV|NV|OV|CV)\b"
_NEVER_POSTCODE = r"(?:S[ADS]|s[ads])\b"
_WORDS_OF_TWO = frozenset(
    """aan af al an ar as ba bo da de do dr ed ee ei el en er eu fa ga ge ha he ho hr ie ik in
    is ja je jo ka km la le ma me mi mm mw na ne nu of oh ok om op or ow pa pc po re ru se si so
    te to tv uh um ur us uw we ww wo ze zn zo zw bv nv cm kg wc hm eh mn st pm am dd hb gb mb ml
    cl dl""".split()
)
_UNITS = frozenset("km cm mm kg mb gb kb ml cl st".split())
_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (kind, re.compile(pattern), holds)
    for kind, pattern, holds in (
        ("iban", r"(?i)\bNL ?\d\d[ .-]?[A-Z]{4}(?:[ .-]?\d){10}\b", bool),
        ("iban", r"\b[A-Z]{2}\d\d(?:[ .-]?[A-Z\d]{4}){2,7}(?:[ .-]?[A-Z\d]{1,4})?\b", is_iban),
        ("iban", r"\b[a-z]{2}\d\d(?:[ .-]?\d{4}){2,7}(?:[ .-]?\d{1,4})?\b", is_iban),
        ("telefoon", rf"(?<!\w)(?:\+|00)\d\d(?: ?\(0\))?(?:{_BREAK}\d){{8,11}}(?!\d)", bool),
        ("telefoon", rf"(?<![\w+])(?!{_DATE}|00)\(?0(?:{_BREAK}\d\)?){{9}}(?!\d)", bool),
        ("bsn", rf"(?<!\d)(?<!€)(?<!€ )(?:{_BSN})(?!\d| ?euro| ?€|,\d)", is_bsn),
        (
            "postcode",
            rf"\b(?!{_YEAR_AND_LAW})[1-9]\d{{3}}[ -]?(?!{_NEVER_POSTCODE})[A-Z]{{2}}\b",
            bool,
        ),
        (
            "postcode",
            rf"\b[1-9]\d{{3}} ?(?!{_NEVER_POSTCODE})[a-z]{{2}}\b",
            lambda words: words[-2:] not in (_WORDS_OF_TWO if " " in words else _UNITS),
        ),
        (
            "kenteken",
            r"(?i)(?<![\w-])(?=(?:-?[A-Z\d]){6}(?![\w-]))[A-Z\d]{1,3}-[A-Z\d]{1,3}-[A-Z\d]{1,3}",
            lambda words: is_plate(re.sub(r"\W", "", words)),
        ),
    )
)
_PLATES = frozenset(
    """LLDDDD DDDDLL DDLLDD LLDDLL LLLLDD DDLLLL DDLLLD DLLLDD LLDDDL LDDDLL LLLDDL LDLLDD
    LDDLLL DLLDDD DDDLLD LLDLDD DLDDLL""".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SERVICE = ("0900", "0800", "0906", "0909")
_SPOKEN_IBAN = re.compile(r"NL\d{2,3}[A-Z]{3,4}\d{6,14}")
_SPOKEN_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")
_CODE = re.compile(
    r"\.?[^.?!\n€]{0,30}?(?<![\w€])((?:[A-Za-z]{1,4}[-./]?|[A-Z]{1,4} ){0,2}\d[\dA-Za-z]*"
    r"(?:[-./]+[A-Za-z\d]+|(?: \d{2,4})(?!\d| ?(?:euro|jaar|keer|%)))*)"
)
_NO_CODE = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}|(?:19|20)\d\d|\d{1,3}(?:\.\d{3})+")
_USER = re.compile(r"(?:\s*(?:is|was|:|,|eh))*\s*([A-Za-z][\w.@-]*[\d_](?:[\w.@-]*\w)?)")
_FEWEST_DIGITS = 4
_PLATE_SIGNS = range(5, 9)


def is_plate(signs: str) -> bool:
    """Whether six letters and digits form a Dutch number plate that was ever given out."""
    return "".join("D" if sign.isdigit() else "L" for sign in signs) in _PLATES


def find_numbers(words: Words) -> Iterator[Identifier]:
    """Numbers by their form, by the words that name them, and as they are said."""
    done = 0
    for index in words.marked(DIGITS | NUMERAL | LETTER | NUMBER):
        found, stop = None, 0
        if words[index].marks & NUMBER:
            found = _code(words, index)
        elif words.start(index) >= done:
            found = _written(words, index)
            if not found:
                found, stop = _said(words, index)
        done = max(done, found.stop if found else stop)
        if found:
            yield found


def _written(words: Words, index: int) -> Identifier | None:
    if not words[index].marks & DIGITS:
        return None
    text, start = words.text, words.start(index)
    starts = [start - 1, start] if start and text[start - 1] in "(+" else [start]
    if index and words[index - 1].lower == "nl":
        starts.insert(0, words.start(index - 1))
    for kind, pattern, holds in _FORMS:
        for place in starts:
            match = pattern.match(text, place)
            if match and holds(match.group()):
                return identifier(words.text, *match.span(), kind, 0.99)
    return None


def _code(words: Words, index: int) -> Identifier | None:
    """The code after a word such as "dossiernummer", in whatever form."""
    short = words[index].bare == "nr" and words.gap(index) == "."
    kind = "klantnummer" if short else kind_of_number(words[index].bare)
    if kind not in ("klantnummer", "overig"):
        return None
    stop = words.stop(index)
    user = words[index].bare.endswith("naam")
    match = _USER.match(words.text, stop) if user else None
    match = match or _CODE.match(words.text, stop)
    if match is None or _NO_CODE.fullmatch(match[1]):
        return None
    fewest = _FEWEST_DIGITS if match[1].isdigit() else _FEWEST_DIGITS - 1
    if not user and sum(sign.isdigit() for sign in match[1]) < fewest:
        return None
    return identifier(words.text, *match.span(1), kind, 0.9)


def _said(words: Words, index: int) -> tuple[Identifier | None, int]:
    """A number that is said aloud, from this word on or further in the same row.

    And where a row ends that is too long to be anything.
    """
    if not words[index].marks & DIGITS and not may_go_on(words, index + 1):
        return None, 0
    row = signs_around(words, index)
    forms = (at for at, sign in enumerate(row[1:], start=1) if _written(words, sign.first))
    signs = row[: next(forms, len(row))]
    for offset in range(len(signs)):
        if found := _by_sound(words, signs[offset:]):
            return found, 0
    endless = words.stop(row[-1].last) if len(row) == MOST else 0
    return (_named(words, signs) if signs else None), endless


def _by_sound(words: Words, signs: Sequence[Sign]) -> Identifier | None:
    """What a row of letters and digits is by its form."""
    said = "".join(sign.text for sign in signs)
    spoken = any(sign.spoken for sign in signs)
    first = signs[0].first
    if account := _SPOKEN_IBAN.match(said):
        return _row(words, _head(signs, len(account.group())), "iban", 0.9)
    plate = _plate(words, signs)
    if plate and said_to_be(words, first) != "postcode":
        return plate
    if postcode := _postcode(words, signs):
        return postcode
    if not said.isdigit():
        return None
    plus = words.before(first) == "plus"
    if plus and len(said) in range(9, 15):
        start = words.start(first - 1)
        return identifier(words.text, start, words.stop(signs[-1].last), "telefoon", 0.9)
    phone = said.startswith("0") and len(said) in range(9, 12) and len(signs) > 2
    if phone and (spoken or said.startswith("06")) and not said.startswith(_SERVICE):
        return _row(words, signs, "telefoon", 0.9)
    if spoken and len(signs) > 2 and is_bsn(said):
        return _row(words, signs, "bsn", 0.8)
    return None


def _head(signs: Sequence[Sign], size: int) -> Sequence[Sign]:
    """The first signs of a row that together hold this many letters and digits."""
    held = 0
    for count, sign in enumerate(signs, start=1):
        held += len(sign.text)
        if held >= size:
            return signs[:count]
    return signs


def _plate(words: Words, signs: Sequence[Sign]) -> Identifier | None:
    row = _head(signs, 6)
    said = "".join(sign.text for sign in row)
    year = re.match(_YEAR_AND_LAW, words.text[words.start(row[0].first) :])
    if is_plate(said) and not year and _is_meant_as_plate(words, row):
        return _row(words, row, "kenteken", 0.85)
    text = words.text[words.start(row[0].first) : words.stop(row[-1].last)]
    foreign = text.isupper() and len(said) in _PLATE_SIGNS and said[0].isalpha()
    if foreign and speaks_of(words, row[0].first, row[-1].last, "kenteken"):
        digits = sum(sign.isdigit() for sign in said)
        return _row(words, row, "kenteken", 0.7) if 1 < digits < len(said) else None
    return None


def _is_meant_as_plate(words: Words, signs: Sequence[Sign]) -> bool:
    letters = [sign for sign in signs if sign.text.isalpha()]
    capitals = all(words[sign.first].text.isupper() for sign in letters)
    spelled = any(sign.last > sign.first for sign in letters)
    glued = len(signs) == 1 and words[signs[0].first].text.isupper()
    close = all(one.last + 1 == other.first for one, other in pairwise(signs))
    written = (bool(letters) and capitals and close and len(signs) > 1) or glued
    return (
        written
        or spelled
        or is_tied(words, list(signs))
        or speaks_of(words, signs[0].first, signs[-1].last, "kenteken")
    )


def _postcode(words: Words, signs: Sequence[Sign]) -> Identifier | None:
    """Four digits and two letters: "vijfendertig elf a b", "8471 hm wolvega"."""
    row = _head(signs, 6)
    said = "".join(sign.text for sign in row)
    if not _SPOKEN_POSTCODE.fullmatch(said) or re.match(
        _YEAR_AND_LAW, words.text[words.start(row[0].first) :]
    ):
        return None
    letters = [words[sign.first].text for sign in row if sign.text.isalpha()]
    capitals = not words.cased or all(map(str.isupper, letters))
    numeral = any(sign.spoken for sign in row if sign.text.isdigit())
    spoken = numeral or (capitals and len(row) > 2) or said_to_be(words, row[0].first) == "postcode"
    return _row(words, row, "postcode", 0.85) if spoken else None


def _named(words: Words, signs: Sequence[Sign]) -> Identifier | None:
    """What the words before a row of digits say that it is."""
    digits = [sign for sign in signs if sign.text.isdigit()]
    size = sum(len(sign.text) for sign in digits)
    if size < _FEWEST_DIGITS or not signs[0].text.isdigit():
        return _named_code(words, signs, size)
    written = [sign.text for sign in digits]
    kind, said = said_to_be(words, signs[0].first), "".join(written)
    fits = {
        "bsn": size in range(8, 11) and not all(map(_YEAR.fullmatch, written)),
        "iban": size > 6,
        "postcode": size == _FEWEST_DIGITS,
        "telefoon": size in range(8, 13) and said[0] in "06" and not said.startswith(_SERVICE),
        "klantnummer": any(sign.spoken for sign in signs),
        "overig": any(sign.spoken for sign in signs),
    }
    if fits.get(kind):
        return _row(words, signs if kind in ("klantnummer", "overig") else digits, kind, 0.9)
    after = words[signs[-1].last + 1]
    town = words[signs[-1].last + 2].marks
    if size == _FEWEST_DIGITS and len(after.text) == 2 and town & PLACE and not town & FREQUENT:
        start, stop = words.start(signs[0].first), words.stop(signs[-1].last + 1)
        return identifier(words.text, start, stop, "postcode", 0.8)
    return None


def _named_code(words: Words, signs: Sequence[Sign], digits: int) -> Identifier | None:
    kind = said_to_be(words, signs[0].first)
    if digits >= _FEWEST_DIGITS and kind in ("klantnummer", "overig"):
        return _row(words, signs, kind, 0.8)
    return None


def _row(words: Words, signs: Sequence[Sign], kind: str, certainty: float) -> Identifier:
    start, stop = words.start(signs[0].first), words.stop(signs[-1].last)
    return identifier(words.text, start, stop, kind, certainty)
