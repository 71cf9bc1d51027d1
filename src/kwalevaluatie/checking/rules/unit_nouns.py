"""Finds one number that is of households in one place and of residents in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kwalevaluatie.checking.numbers import COUNT, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.model.reported import Remark

RULE = "eenheid"
FEWEST = 20
_UNITS = {
    "huishoudens": r"huishoudens|gezinnen|adressen",
    "mensen": (
        r"inwoners|mensen|personen|cliënten|klanten|bewoners|kinderen|jeugdigen|jongeren|"
        r"volwassenen|burgers|deelnemers|ouders|leerlingen|werkzoekenden|ouderen|patiënten|"
        r"pashouders|statushouders|aanvragers|melders"
    ),
    "zaken": (
        r"trajecten|aanvragen|meldingen|uitkeringen|voorzieningen|indicaties|beschikkingen|"
        r"dossiers|plaatsingen|aanmeldingen|contacten|bezoeken|klachten|ritten|bestellingen"
    ),
    "organisaties": r"organisaties|aanbieders|instellingen|bedrijven|werkgevers|scholen",
}
_N = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|{COUNT})"
_COUNTED = re.compile(
    rf"\b(?P<n>{_N})\s+(?:(?!van |op |met )[a-zà-ÿ]+(?:e|en)\s+)?(?:"
    + "|".join(rf"(?P<{name}>{nouns})" for name, nouns in _UNITS.items())
    + r")(?![\w])"
)


@dataclass(frozen=True)
class Counted:
    """A number with the noun that it counts."""

    sentence: Sentence
    start: int
    stop: int
    n: int
    unit: str
    words: str
    definite: bool


def remarks(reading: Reading) -> Iterator[Remark]:
    """A number that has one noun where it is brought in and a noun of another kind later on."""
    first: dict[int, Counted] = {}
    for one in _counted(reading):
        other = first.setdefault(one.n, one)
        years = [{n.value for n in s.sentence.numbers if n.kind == "jaar"} for s in (one, other)]
        if other.unit == one.unit or (years[0] and years[1] and not years[0] & years[1]):
            continue
        apart = one.sentence.index != other.sentence.index
        if apart and _is_mixed(one, other) and _shares_words(one, other):
            yield _remark(one, other)


def _counted(reading: Reading) -> Iterator[Counted]:
    for sentence in reading.sentences:
        for match in _COUNTED.finditer(sentence.lower):
            n = count_value(match["n"])
            unit = next(name for name in _UNITS if match[name])
            before = sentence.lower[max(match.start() - 12, 0) : match.start()]
            definite = bool(re.search(r"\b(?:de|deze|die|alle|van de)\s+$", before))
            if n >= FEWEST and not 1990 <= n <= 2100:
                yield Counted(sentence, *match.span(), n, unit, match[0], definite)


def _is_mixed(one: Counted, other: Counted) -> bool:
    """Whether households or things became people, or people households."""
    return one.definite and (one.unit == "mensen" or "huishoudens" in (one.unit, other.unit))


def _shares_words(one: Counted, other: Counted) -> bool:
    """Whether the number is rare enough, or the sentences alike, to be the same count."""
    return one.n >= 5 * FEWEST or bool(one.sentence.stems & other.sentence.stems)


def _remark(one: Counted, other: Counted) -> Remark:
    message = (
        f"Hier staat “{one.words}”, op regel {other.sentence.line_at(other.start)} "
        f"“{other.words}”. Dat is niet hetzelfde: kijk na wat er is geteld, en noem steeds "
        "dezelfde eenheid."
    )
    line = other.sentence.line_at(other.start)
    return remark(one.sentence, RULE, "let op", message, (one.start, one.stop), [line])
