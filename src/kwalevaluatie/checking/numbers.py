"""Finds the numbers in a sentence and tells what they are: counts, shares, amounts, years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kwalevaluatie.checking.dutch_numbers import in_digits, number_words

Kind = Literal["aantal", "percentage", "bedrag", "cijfer", "jaar", "geen"]

DIGITS = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?![\d])|\d+(?:[,.]\d+)?"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_REFERENCES = (
    "paragraa?f(?:en)?|§+|hoofdstuk(?:ken)?|h|bijlagen?|tabel(?:len)?|figu(?:ur|ren)|"
    "grafiek(?:en)?|"
    r"schema|artikel(?:en)?|art\.?|lid|leden|vraag|vragen|deelvra(?:ag|gen)|onderzoeksvra(?:ag|"
    "gen)|stap|"
    r"fase|versie|nr\.?|nummer|pagina|pag\.?|p\.|blz\.?|blad|regel|norm(?:en)?|doel|doelstelling|"
    r"thema|aanbeveling|conclusie|bevinding|deel|kader|noot|voetnoot|box|spoor|trede|treden|"
    "respondent|geïnterviewde|inwoner|cliënt|casus|gezin|persona|categorie|week|kwartaal|wmo|"
    "route|"
    r"pijler|schaal|klasse|groep|cohort|ronde|zaaknummer|kenmerk|tel\.?|telefoon(?:nummer)?"
)
_PATTERN = re.compile(
    rf"""
    (?P<geen>
        \b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b
      | \b\d{{1,2}}\ (?:{_MONTHS})(?:\ (?:19|20)\d\d)?\b
      | \b\d{{1,2}}[:.]\d\d\ uur
      | \b(?:{_REFERENCES})\ ?\d+(?:[.,]\d+)*[a-z]?\b
        (?:\s?(?:,|en|tot\ en\ met|t/m|[-–])\s?\d+(?:\.\d+)*\b)*
      | \b(?:tot|van|bij|onder|vanaf|ouder\ dan|jonger\ dan)\ \d{{1,2}}\ jaar\b
      | \b\d{{1,2}}[-+]?\ ?jarigen?\b | \b(?:ouder|jonger)\ dan\ \d{{1,2}}\b(?!\ ?%)
      | \bhttps?://\S+ | \bwww\.\S+ | \b\d+\.\d+\.\d+\b | \b0\d{{1,3}}[- ]\d{{6,8}}\b
      | \b\d{{4}}\ ?[a-z]{{2}}\b(?=\ [a-z])(?<=\d[a-z]{{2}})
    )
  | (?P<bedrag>(?:€|euro)\ ?(?P<b1>{DIGITS})(?:,-|,–)?
        (?:\ (?P<maal>miljoen|mln\.?|miljard|mld\.?|ton))?
      | (?P<b2>{DIGITS})\ (?:(?P<maal2>miljoen|mln\.?|miljard|mld\.?|ton)\ )?euro\b)
  | (?P<percentage>(?P<p>{DIGITS})\ ?(?:%|procent\b(?!punt)))
  | (?P<periode>\b(?:19|20)\d\d(?:\ ?(?:[-–/]|t/m)\ ?(?:19|20)?\d\d|
        \ (?:tot\ en\ met|tot|en)\ (?:19|20)\d\d)\b(?![\d.,]*\ ?(?:%|procent)))
  | (?P<jaar>\b(?:19|20)\d\d\b)
  | (?P<aantal>(?<![\w.,/-])(?:{DIGITS})(?![\w]|[.,-]\d))
    """,
    re.VERBOSE,
)
_TIMES = {"miljoen": 1e6, "mln": 1e6, "miljard": 1e9, "mld": 1e9, "ton": 1e5}


@dataclass(frozen=True)
class Number:
    """A number in a sentence, `text[start:stop]`, with its value and what it is."""

    start: int
    stop: int
    value: float
    kind: Kind
    word: bool = False


def find_numbers(lower: str) -> Iterator[Number]:
    """The numbers of a sentence in lower case, in its order.

    Dates, times, ages, references, postcodes and the like are no numbers; neither is "een".
    """
    found = [*_digits(lower), *_words(lower)]
    return iter(sorted(found, key=lambda one: one.start))


def _digits(lower: str) -> Iterator[Number]:
    if not any(sign.isdigit() for sign in lower):
        return
    for match in _PATTERN.finditer(lower):
        number = _number(match)
        if number:
            yield number


def _number(match: re.Match[str]) -> Number | None:
    start, stop = match.span()
    if match["bedrag"]:
        times = _TIMES.get((match["maal"] or match["maal2"] or "").rstrip("."), 1)
        return Number(start, stop, times * in_digits(match["b1"] or match["b2"]), "bedrag")
    if match["percentage"]:
        return Number(start, stop, in_digits(match["p"]), "percentage")
    if match["jaar"]:
        return Number(start, stop, float(match["jaar"]), "jaar")
    if match["aantal"]:
        value = in_digits(match["aantal"])
        return Number(start, stop, value, "aantal" if value.is_integer() else "cijfer")
    return None


def _words(lower: str) -> Iterator[Number]:
    known = number_words()
    for match in _small_words().finditer(lower):
        value = known.get(match[0])
        if value is not None:
            yield Number(*match.span(), float(value), "aantal", word=True)


@cache
def _small_words() -> re.Pattern[str]:
    units = "[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen"
    tens = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
    teens = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
    small = rf"(?:(?:{units})[eë]n)?(?:{tens})|{teens}|{units}"
    return re.compile(
        rf"(?<![\w-])(?:(?:{units})?honderd(?: ?(?:{small}))?|{small}|nul|duizend)(?![\w-])"
    )


COUNT = (
    r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+|\d{1,5}|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen|"
    "tien|elf|"
    r"twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|"
    r"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))(?![\w]|[.,]\d|%| %|"
    " procent)"
)


def count_value(text: str) -> int:
    """The value of what `COUNT` found."""
    known = number_words().get(text)
    return int(in_digits(text)) if known is None else known
