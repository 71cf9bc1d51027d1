"""Lays a duration beside the months or years that it is said to run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.model.reported import Remark

RULE = "datum of getal"
_NAMES = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_MONTH = "|".join(_NAMES)
_BETWEEN = re.compile(
    rf"\b(?:van|vanaf|tussen|in de periode)\s+(?:\d{{1,2}}\s+)?(?P<m1>{_MONTH})"
    rf"(?:\s+(?P<y1>20\d\d))?\s+(?:tot en met|t/m|tot|en|-|–)\s+(?:\d{{1,2}}\s+)?(?P<m2>{_MONTH})"
    r"(?:\s+(?P<y2>20\d\d))?"
)
_MONTHS = re.compile(rf"(?P<n>{COUNT})\s+maanden\b")
_YEARS = re.compile(
    rf"(?P<n>{COUNT})\s+jaar\b[^.;0-9]{{0,25}}?\((?P<y1>20\d\d)\s?(?:[-–]|tot en met|t/m)\s?"
    r"(?P<y2>20\d\d)\)"
)
NEAR = 45


def remarks(reading: Reading) -> Iterator[Remark]:
    """So many months or years beside a period that is longer or shorter."""
    for sentence in reading.sentences:
        yield from _months(sentence)
        yield from _years(sentence)


def _months(sentence: Sentence) -> Iterator[Remark]:
    period, told = _BETWEEN.search(sentence.lower), _MONTHS.search(sentence.lower)
    if (
        not period
        or not told
        or min(abs(period.start() - told.end()), abs(told.start() - period.end())) > NEAR
    ):
        return
    length = _length(period)
    said = count_value(told["n"])
    if length > 0 and said not in (length - 1, length):
        message = f"“{period[0]}” is {length} maanden, niet {said}. Kijk na welk van de twee klopt."
        yield remark(sentence, RULE, "fout", message, (told.start(), told.end()))


def _length(period: re.Match[str]) -> int:
    """The months of a period, with the first and the last."""
    first, last = _NAMES.index(period["m1"]), _NAMES.index(period["m2"])
    begin = int(period["y1"] or period["y2"] or 0)
    end = int(period["y2"] or period["y1"] or 0)
    years = end - begin if period["y1"] else int(last < first)
    return 12 * years + last - first + 1


def _years(sentence: Sentence) -> Iterator[Remark]:
    for match in _YEARS.finditer(sentence.lower):
        length = int(match["y2"]) - int(match["y1"])
        said = count_value(match["n"])
        if length > 0 and said not in (length, length + 1):
            message = (
                f"Van {match['y1']} tot en met {match['y2']} is geen {said} jaar. Kijk het na."
            )
            yield remark(sentence, RULE, "fout", message, match.span())
