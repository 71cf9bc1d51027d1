"""Finds "geen" and "alle" on people of an age that nobody was spoken to of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import PLAIN_GROUP
from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, remark
from kwalevaluatie.checking.topics import cut
from kwalevaluatie.model.reported import Remark

RULE = "geen van wie"
OLDEST = 120
_CLAIM = re.compile(
    rf"\b(?:geen van de|geen enkele?|alle|niemand van de|iedere|elke)\s+(?P<noun>{PLAIN_GROUP})\s+"
    rf"(?:(?:van )?(?P<side>onder|boven|jonger dan|ouder dan|vanaf)(?: de)? (?P<age>{COUNT})|"
    rf"(?:van|tussen)(?: de)? (?P<low>{COUNT}) (?:tot|en|t/m|tot en met)(?: de)? "
    rf"(?P<high>{COUNT}))\s*"
    r"(?:jaar)?\b"
)
_SPOKEN = re.compile(
    rf"\b(?P<noun>{PLAIN_GROUP})\s+(?:\(|van |tussen )\s*(?:de )?(?P<low>\d{{1,2}})\s*"
    r"(?:-|–|tot en met|t/m|tot|en)\s*(?P<high>\d{1,2}) jaar"
)
_SAYS = re.compile(r"gesproken|spraken|geïnterview|bevraagd|ondervraagd|vulden|ingevuld")

Range = tuple[int, int]


def remarks(reading: Reading) -> Iterator[Remark]:
    """All or none of an age that lies outside the ages of those who were spoken to."""
    spoken = _spoken(reading)
    for sentence in reading.sentences if spoken else ():
        match = _CLAIM.search(sentence.lower)
        known = spoken.get(cut(match["noun"])) if match else None
        if match and known and not _meet(_range(match), known[0]):
            low, high = known[0]
            message = (
                f"“{match[0].strip()}” zegt meer dan bekend is: op regel {known[1]} zijn zij {low} "
                f"tot {high} jaar. Schrijf alleen over wie u hebt gesproken."
            )
            yield remark(sentence, RULE, "let op", message, match.span(), [known[1]])


def _spoken(reading: Reading) -> dict[str, tuple[Range, int]]:
    """The ages of those who were spoken to, by group, with the line that tells them."""
    found: dict[str, tuple[Range, int]] = {}
    for passage, section in zip(reading.passages, reading.sections, strict=True):
        if section.role not in ("methode", "bijlage") and not _SAYS.search(passage.lower):
            continue
        for match in _SPOKEN.finditer(passage.lower):
            ages = (int(match["low"]), int(match["high"]))
            found.setdefault(cut(match["noun"]), (ages, passage.at(match.start())[0]))
    return found


def _range(match: re.Match[str]) -> Range:
    if match["low"]:
        return count_value(match["low"]), count_value(match["high"])
    age = count_value(match["age"])
    return (0, age - 1) if match["side"] in ("onder", "jonger dan") else (age, OLDEST)


def _meet(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
