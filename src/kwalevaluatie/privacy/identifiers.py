"""Finding what identifies people: by fixed forms and by the names that the researcher knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import normalize


@dataclass(frozen=True)
class KnownName:
    """A name in the form in which it is said, the role of its bearer, and who that is.

    Forms with the same `person` belong to one person; without it each form is a person.
    """

    form: str
    role: str
    person: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Who bears the name."""
        return self.role, self.person or self.form.lower()


@dataclass(frozen=True)
class Identifier:
    """Something in a text that points at a person: `text[start:stop]`.

    `bearers` are the people that it may mean; more than one when the same name has two bearers.
    """

    start: int
    stop: int
    kind: str
    text: str
    bearers: tuple[tuple[str, str], ...]


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the eleven-test of a Dutch citizen service number."""
    numbers = [int(digit) for digit in digits if digit.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(number * weight for number, weight in zip(numbers, weights, strict=False))
    return len(numbers) == 9 and any(numbers) and total % 11 == 0


def is_iban(text: str) -> bool:
    """Whether an account number passes the 97-test of ISO 13616."""
    signs = re.sub(r"[\W_]", "", text)
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


_BREAK = r"(?: ?[-–./] ?| )?"
_DATE = r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d\b"
_GROUPS = ("9", "333", "423", "324", "234", "2223")
_BSN = "|".join("[ .-]".join(rf"\d{{{size}}}" for size in sizes) for sizes in _GROUPS)
_SPEAKS_OF_BSN = r"(?i:\bbsn|burgerservicenummer|sofinummer)"
_BORN = r"(?i:geboren(?: op)?|\bgeb\.|geboortedatum(?: is)?:?)"
_YEAR_AND_LAW = r"(?:19|20)\d\d (?:WW|ZW|PW|TW|EU|IB|BV|NV|OV|CV)\b"

PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (kind, re.compile(pattern), test)
    for kind, pattern, test in (
        ("e-mail", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", bool),
        ("url", r"(?:https?://|www\.)\S+[\w/]", bool),
        ("iban", r"(?i)\bNL ?\d\d[ .]?[A-Z]{4}(?:[ .]?\d){10}\b", bool),
        ("iban", r"\b(?:BE(?: ?\d){14}|DE(?: ?\d){20}|[A-Z]{2}\d\d[A-Z\d]{11,30})\b", is_iban),
        ("telefoon", rf"(?<![\w+])(?!{_DATE})\(?0(?:{_BREAK}\d\)?){{9}}(?!\d)", bool),
        ("telefoon", rf"(?<!\w)(?:\+|00)\d\d(?: ?\(0\))?(?:{_BREAK}\d){{8,9}}(?!\d)", bool),
        ("bsn", rf"(?<!\d)(?<!€)(?<!€ )(?:{_BSN})(?!\d| ?euro| ?€|,\d)", is_bsn),
        ("bsn", rf"{_SPEAKS_OF_BSN}\D{{0,20}}(\d(?:[ .-]?\d){{7,8}})(?!\d)", bool),
        ("postcode", rf"\b(?!{_YEAR_AND_LAW})[1-9]\d{{3}} ?[A-Z]{{2}}\b", bool),
        (
            "kenteken",
            r"(?<![\w-])(?=[A-Z\d-]*[A-Z])(?=[A-Z\d-]*\d)(?=(?:-?[A-Z\d]){6}(?![\w-]))"
            r"(?:[A-Z]{1,3}|\d{1,3})(?:-(?:[A-Z]{1,3}|\d{1,3})){2}",
            bool,
        ),
        ("geboortedatum", rf"{_BORN} (\d{{1,2}}[-/. ]\w{{1,9}}[-/. ]\d{{2,4}})", bool),
    )
)
"""What points at a person by its form: the kind, its pattern and what else must hold."""


def find(text: str, names: Iterable[KnownName]) -> list[Identifier]:
    """Identifiers in a text, in order and apart: what overlaps is one, and the longest names it."""
    found = [*_by_pattern(text), *_by_name(text, names)]
    runs: list[list[Identifier]] = []
    stop = 0
    for identifier in sorted(found, key=lambda one: one.start):
        if not runs or identifier.start >= stop:
            runs.append([])
        runs[-1].append(identifier)
        stop = max(stop, identifier.stop)
    return [_joined(run, text) for run in runs]


def _joined(run: list[Identifier], text: str) -> Identifier:
    longest = max(run, key=lambda one: one.stop - one.start)
    start, stop = run[0].start, max(one.stop for one in run)
    return replace(longest, start=start, stop=stop, text=text[start:stop])


def _by_pattern(text: str) -> Iterator[Identifier]:
    for kind, pattern, holds in PATTERNS:
        for match in pattern.finditer(text):
            start, stop = match.span(match.lastindex or 0)
            words = text[start:stop]
            if holds(words):
                yield Identifier(start, stop, kind, words, ((kind, words.lower()),))


def _by_name(text: str, names: Iterable[KnownName]) -> Iterator[Identifier]:
    bearers: dict[tuple[int, int], dict[tuple[str, str], None]] = {}
    for name in names:
        for match in _form(name.form).finditer(text):
            bearers.setdefault(match.span(), {})[name.key] = None
    for (start, stop), keys in bearers.items():
        yield Identifier(start, stop, next(iter(keys))[0], text[start:stop], tuple(keys))


@lru_cache(maxsize=10_000)
def _form(form: str) -> re.Pattern[str]:
    """A name as said or written, with a possessive or plural s.

    In lower case too when it is long; a short name may be an ordinary word.
    """
    form = " ".join(normalize("NFC", form).split())
    easy = " " in form or len(form) > 6
    variants = {form, form[:1].upper() + form[1:], form.upper()}
    words = "|".join(re.escape(v).replace(r"\ ", r"[\s-]+") for v in sorted(variants))
    pattern = rf"(?<![^\W\d_])(?:{words})(?:['’]?[sS])?(?![^\W\d_])"
    return re.compile(pattern, re.IGNORECASE if easy else re.NOFLAG)
