"""Finds dates, periods and numbers that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.passages import Passage
from kwalevaluatie.checking.reading import Reading, on_passage
from kwalevaluatie.model.reported import Remark

RULE = "datum of getal"
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH = "|".join(MONTHS)
_DATE = rf"(?:(?P<d{{0}}>\d{{{{1,2}}}})\s+)?(?P<m{{0}}>{_MONTH})(?:\s+(?P<y{{0}}>(?:19|20)\d\d))?"
_BETWEEN = re.compile(
    rf"(?:tussen|van|vanaf|periode)\s+{_DATE.format(1)}\s+(?:en|tot(?: en met)?|t/m|–|"
    rf"-)\s+{_DATE.format(2)}"
)
_WHOLE_DATES = re.compile(
    rf"(?<!tussen )\b(?P<d1>\d{{1,2}})\s+(?P<m1>{_MONTH})\s+(?P<y1>(?:19|20)\d\d)\s+"
    rf"(?:tot(?: en met)?|t/m|–|-)\s+(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH})\s+(?P<y2>(?:19|20)\d\d)"
)
_YEARS = re.compile(
    r"(?:(?P<cue>van|vanaf|periode|tussen|jaren)\s+)?(?<![\d.,/€])(?P<a>(?:19|"
    r"20)\d\d)\s?(?P<sign>[-–]|tot en met|t/m|tot|en)\s?(?P<b>(?:19|20)\d\d)(?![\d.,]\d|"
    r"\s*(?:euro|inwoners))"
)
_TYPO_YEARS = re.compile(
    r"(?<![\d.,])(?:(?:19|20)\d\d\s?[-–]\s?[12]\d\d(?!\d)|(?:[12]\d\d)\s?[-–]\s?20\d\d)(?!\d|\.\d)"
)
_DAY = re.compile(rf"(?<![\d.,-])(\d{{1,2}})\s+({_MONTH})\b")
_NUMERIC = re.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})-((?:19|20)\d\d)(?![\d-])")
_POINTS = re.compile(
    r"€\s?\d{1,3}(?:\.\d{3})*\.(?:\d{4,}|\d)(?!\d|[.,]\d|\s?(?:miljoen|mln|miljard|mld|ton))|"
    r"€\s?\d{1,3}(?:\.\d{3})*\.\d{1,2}\.\d{3}|"
    r"€\s?\d{1,3}\.\d{2}\.\d{3}"
)
_GROUPS = re.compile(r"(?<![\d.,/-])\d{1,3}\.\d{3}\.\d{1,2}(?![\d.])")


def remarks(reading: Reading) -> Iterator[Remark]:
    """Dates that do not exist, periods that end before they begin, mistyped numbers."""
    for passage in reading.passages:
        yield from _periods(passage)
        yield from _days(passage)
        yield from _typos(passage)


def _periods(passage: Passage) -> Iterator[Remark]:
    dated = {one.start("m1"): one for one in _WHOLE_DATES.finditer(passage.lower)}
    dated |= {one.start("m1"): one for one in _BETWEEN.finditer(passage.lower)}
    for match in dated.values():
        problem = _ends_before(match)
        if problem:
            yield on_passage(passage, RULE, "fout", problem, match.span())
    for match in _YEARS.finditer(passage.lower):
        first, last = int(match["a"]), int(match["b"])
        listed = match["sign"] == "en" and match["cue"] != "tussen"
        if not listed and (last < first or (last == first and match["sign"] not in ("-", "–"))):
            message = (
                f"De periode {match['a']} tot {match['b']} kan niet: het einde ligt niet "
                "na het begin. Kijk de jaren na."
            )
            yield on_passage(passage, RULE, "fout", message, match.span())


def _ends_before(match: re.Match[str]) -> str:
    first_year, last_year = match["y1"] or match["y2"], match["y2"]
    if not last_year:
        return ""
    first, last = _moment(match, "1", first_year), _moment(match, "2", last_year)
    if last < first:
        return f"De periode “{match[0]}” eindigt voordat zij begint. Kijk de datums na."
    if first == last and match["d1"]:
        return f"In “{match[0]}” zijn begin en einde dezelfde dag. Kijk de datums na."
    return ""


def _moment(match: re.Match[str], which: str, year: str) -> tuple[int, int, int]:
    day = int(match[f"d{which}"] or (1 if which == "1" else 31))
    return int(year), MONTHS.index(match[f"m{which}"]), day


def _days(passage: Passage) -> Iterator[Remark]:
    for match in _DAY.finditer(passage.lower):
        if not 1 <= int(match[1]) <= _DAYS[MONTHS.index(match[2])]:
            yield _no_day(passage, match)
    for match in _NUMERIC.finditer(passage.lower):
        day, month = int(match[1]), int(match[2])
        if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
            yield _no_day(passage, match)


def _no_day(passage: Passage, match: re.Match[str]) -> Remark:
    message = f"De datum “{match[0]}” bestaat niet. Kijk de datum na."
    return on_passage(passage, RULE, "fout", message, match.span())


def _typos(passage: Passage) -> Iterator[Remark]:
    for match in _TYPO_YEARS.finditer(passage.lower):
        message = f"“{match[0]}” is geen goede periode: in een van de jaren ontbreekt een cijfer."
        yield on_passage(passage, RULE, "fout", message, match.span())
    for match in (*_POINTS.finditer(passage.text), *_GROUPS.finditer(passage.text)):
        message = (
            f"In “{match[0].strip()}” staan de punten niet per drie cijfers. Kijk na welk "
            "getal is bedoeld."
        )
        yield on_passage(passage, RULE, "fout", message, match.span())
