"""Finding what identifies people: by fixed forms and by the names that the researcher knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


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


_DIGIT = r"\d[ .]?"
PATTERNS = {
    "e-mail": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "url": re.compile(r"(?:https?://|www\.)\S+[\w/]"),
    "iban": re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z]{4})(?: ?\d){10}\b"),
    "telefoon": re.compile(r"(?<![\d\w])(?:\+31|0031|0)(?:[ -]?\(0\))?(?:[ -]?\d){9}(?!\d)"),
    "bsn": re.compile(rf"(?<!\d)(?:{_DIGIT}){{8}}\d(?!\d)"),
    "postcode": re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b"),
    "kenteken": re.compile(
        r"\b(?=\w*-?\w*\d)(?:[A-Z]{1,3}|\d{1,3})(?:-(?:[A-Z]{1,3}|\d{1,3})){2}\b"
    ),
    "geboortedatum": re.compile(
        r"(?i:geboren(?: op)?|geboortedatum(?: is)?:?) (\d{1,2}[ -/]\w{1,9}[ -/]\d{2,4})"
    ),
}


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the eleven-test of a Dutch citizen service number."""
    numbers = [int(digit) for digit in digits if digit.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(number * weight for number, weight in zip(numbers, weights, strict=False))
    return len(numbers) == 9 and any(numbers) and total % 11 == 0


def find(text: str, names: Iterable[KnownName]) -> list[Identifier]:
    """Identifiers in a text, in order and without overlap; the longest wins."""
    found = [*_by_pattern(text), *_by_name(text, names)]
    found.sort(key=lambda identifier: (identifier.start, -identifier.stop))
    kept: list[Identifier] = []
    for identifier in found:
        if not kept or identifier.start >= kept[-1].stop:
            kept.append(identifier)
    return kept


def _by_pattern(text: str) -> Iterable[Identifier]:
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            start, stop = match.span(match.lastindex or 0)
            words = text[start:stop]
            if kind != "bsn" or is_bsn(words):
                yield Identifier(start, stop, kind, words, ((kind, words.lower()),))


def _by_name(text: str, names: Iterable[KnownName]) -> Iterable[Identifier]:
    bearers: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        bearers.setdefault(name.form, []).append(name.key)
    for form, keys in bearers.items():
        for match in _form(form).finditer(text):
            unique = tuple(dict.fromkeys(keys))
            yield Identifier(*match.span(), unique[0][0], match.group(), unique)


def _form(form: str) -> re.Pattern[str]:
    """A name as said or written, with a possessive or plural s, and in lower case when long."""
    words = r"[\s-]+".join(re.escape(word) for word in form.split())
    flags = re.IGNORECASE if len(form.split()) > 1 or len(form) > 6 else re.NOFLAG
    return re.compile(rf"(?<!\w){words}(?:['’]?s)?(?!\w)", flags)
