"""Does again what a sentence has calculated of counts: shares, rates of response."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.groups import group_class
from kwalevaluatie.checking.numbers import COUNT, Number, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.shares import Share, shares_of
from kwalevaluatie.model.reported import Remark

RULE = "rekenen"
_SO = re.compile(
    r"^[^.;0-9]{0,70}?(?:\(|,\s*(?:dat is|dus|oftewel|ofwel|namelijk|wat neerkomt op|of)?\s*|"
    "dat is|is dat|een (?:respons|aandeel) van|"
    r"oftewel|ofwel|neer op|respons van|of wel)\s*(?P<about>circa|ongeveer|bijna|ruim|afgerond|"
    r"zo'n|rond|krap|net)?\s*(?:een respons van )?(?:de )?$"
)
_APPROXIMATE = 3.0


def remarks(reading: Reading) -> Iterator[Remark]:
    """Percentages that do not follow from their counts."""
    for share in shares_of(reading.sentences):
        yield from _percentage_of(share)
    for sentence in reading.sentences:
        yield from _of_things(sentence)
        yield from _response(sentence)


def _percentage_of(share: Share) -> Iterator[Remark]:
    for number in share.sentence.numbers:
        if number.kind != "percentage" or number.start < share.stop:
            continue
        told = _SO.match(share.sentence.lower[share.stop : number.start])
        if told:
            yield from compared(share.sentence, share.k, share.n, number, bool(told["about"]))
        return


_THINGS = re.compile(
    rf"van de (?P<n>{COUNT}) (?P<what>[a-zà-ÿ]{{4,}}) [^.;%0-9]{{0,30}}?\ber (?P<k>{COUNT})"
)


def _of_things(sentence: Sentence) -> Iterator[Remark]:
    """Files and places, of which a count and a percentage are told."""
    match = _THINGS.search(sentence.lower)
    if not match or group_class(match["what"]):
        return
    for number in sentence.numbers:
        told = number.start >= match.end() and _SO.match(sentence.lower[match.end() : number.start])
        if told and number.kind == "percentage":
            k, n = count_value(match["k"]), count_value(match["n"])
            yield from compared(sentence, k, n, number, bool(told["about"]))
            return


def compared(
    sentence: Sentence, k: float, n: float, number: Number, about: bool
) -> Iterator[Remark]:
    """Remark on a percentage that is not k of n; `about` allows for words like "ruim"."""
    if not n or k > n:
        return
    right = 100 * k / n
    written = sentence.text[number.start : number.stop].strip()
    decimals = len(written.partition(",")[2].rstrip("% procent"))
    margin = _APPROXIMATE if about else 0.51 * 10**-decimals + 0.5 * (decimals == 0)
    if abs(right - number.value) > margin:
        message = f"{k:g} van {n:g} is {_dutch(right)} procent, niet {written}. Reken het na."
        yield remark(sentence, RULE, "fout", message, (number.start, number.stop))


def _dutch(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").removesuffix(",0")


_BACK = re.compile(
    "(?:stuurden|vulden|hebben|zijn|reageerden|kwamen|ontvingen|kregen|deden|waren|werden|"
    "retour|respondenten|ingevuld|terug|benaderd|uitgenodigd|aangeschreven|verstuurd|gestuurd)"
)


def _response(sentence: Sentence) -> Iterator[Remark]:
    """A response rate with the two counts in the same sentence or just before it."""
    for number in sentence.numbers:
        before = sentence.lower[max(number.start - 45, 0) : number.start]
        rate = re.search(
            r"respons(?:percentage)?\s+(?:van|is|was|bedraagt|bedroeg|komt uit op|ligt op|"
            r"kwam uit op)\s*(?:daarmee |dus )?(?P<about>circa|ongeveer|afgerond|bijna|ruim)?\s*$",
            before,
        )
        if number.kind != "percentage" or not rate:
            continue
        counts = [
            one
            for one in sentence.numbers
            if one.kind == "aantal" and one.stop <= number.start and one.value >= 10
        ]
        if len(counts) == 2 and _BACK.search(sentence.lower):
            low, high = sorted(one.value for one in counts)
            yield from compared(sentence, low, high, number, bool(rate["about"]))
