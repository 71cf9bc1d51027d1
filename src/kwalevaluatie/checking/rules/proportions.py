"""Does again what is told of counts in brackets and of parts: "11 (61%)", "9 van de 18 (45%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwalevaluatie.checking.numbers import COUNT, Number, count_value
from kwalevaluatie.checking.reading import Reading, Sentence, remark
from kwalevaluatie.checking.rules.arithmetic import compared
from kwalevaluatie.model.reported import Remark

RULE = "rekenen"
_COUNT = rf"(?:{COUNT}|\d{{1,3}}(?:\.\d{{3}})+)"
_PERCENT = (
    r"(?P<about>circa |ongeveer |ca\. |bijna |ruim |afgerond )?"
    r"(?P<p>\d{1,3}(?:,\d+)?)\s?(?:%|procent\b(?!punt))"
)
_THINGS = r"[a-zà-ÿ-]{3,}"
_FORMS = (
    re.compile(
        rf"(?P<k>{_COUNT})\s+(?:{_THINGS}\s+)?van\s+(?:de|het|alle|deze|in totaal|onze)\s+"
        rf"(?P<n>{_COUNT})\s+(?:{_THINGS}\s+){{0,3}}?\({_PERCENT}\)"
    ),
    re.compile(
        rf"van\s+(?:de|het|alle|deze|in totaal|onze)\s+(?P<n>{_COUNT})\s+[^.;:()%0-9]{{3,60}}?"
        rf"\b(?P<k>{_COUNT})\s+(?:{_THINGS}\s+){{0,2}}?\({_PERCENT}\)"
    ),
    re.compile(
        rf"\b(?P<n>{_COUNT})\s+{_THINGS}(?:\s+{_THINGS}){{0,4}},?\s+"
        r"(?:waarvan|van wie|onder wie)\s+"
        rf"(?:er\s+)?(?P<k>{_COUNT})\s+(?:{_THINGS}\s+){{0,2}}?\({_PERCENT}\)"
    ),
    re.compile(
        rf"(?P<k>{_COUNT})\s+van\s+(?:de|het|alle|deze|in totaal)\s+(?P<n>{_COUNT})"
        rf"(?:\s+{_THINGS}){{0,3}}?,?\s+(?:oftewel|ofwel|dat is|is|dus)\s+{_PERCENT}"
    ),
    re.compile(
        rf"{_PERCENT}\s+\((?P<k>{_COUNT})\s+van\s+(?:de|het|alle|in totaal)?\s*(?P<n>{_COUNT})"
        rf"(?:\s+{_THINGS}){{0,3}}\)"
    ),
    re.compile(rf"\((?P<k>{_COUNT})\s*/\s*(?P<n>{_COUNT})[;,:=]?\s*{_PERCENT}\)"),
)

_WHOLE_FIRST = _FORMS[1]
_COUNT_BEFORE = re.compile(rf"{_COUNT}\s+$")


def remarks(reading: Reading) -> Iterator[Remark]:
    """Percentages beside counts, also of things, and amounts for each of so many."""
    for sentence in reading.sentences:
        yield from _beside_counts(sentence)
        yield from _sum_of_amounts(sentence)
        yield from _hereof(reading, sentence)
    yield from _per_head(reading)


def _beside_counts(sentence: Sentence) -> Iterator[Remark]:
    done: set[int] = set()
    for form in _FORMS:
        for match in form.finditer(sentence.lower):
            number = _number(sentence, match)
            own = form is _WHOLE_FIRST and _COUNT_BEFORE.search(sentence.lower[: match.start()])
            if number and number.start not in done and not own:
                done.add(number.start)
                k, n = count_value(match["k"]), count_value(match["n"])
                yield from compared(sentence, k, n, number, bool(match["about"]))


def _number(sentence: Sentence, match: re.Match[str]) -> Number | None:
    return next((one for one in sentence.numbers if one.start == match.start("p")), None)


_HEREOF = re.compile(
    rf"\b(?:hiervan|daarvan|van hen|van deze (?:groep|\w+en))\b[^.;:()%0-9]{{3,60}}?"
    rf"\b(?P<k>{_COUNT})\s+(?:{_THINGS}\s+){{0,2}}?\({_PERCENT}\)"
)
_ANY = re.compile(rf"(?P<n>{_COUNT})\s+{_THINGS}")


def _hereof(reading: Reading, sentence: Sentence) -> Iterator[Remark]:
    """Part of the one count in the sentence before it."""
    match = _HEREOF.search(sentence.lower)
    before = reading.around(sentence, 1, 0)[0]
    wholes = [count_value(one["n"]) for one in _ANY.finditer(before.lower)] if match else []
    wholes = [one for one in wholes if not 1990 <= one <= 2100]
    number = _number(sentence, match) if match else None
    if match and number and before is not sentence and len(wholes) == 1:
        yield from compared(
            sentence, count_value(match["k"]), wholes[0], number, bool(match["about"])
        )


_TOGETHER = re.compile(
    r"\b(?:samen|in totaal|totaal|opgeteld|bij elkaar|tezamen|gezamenlijk)\b(?P<what>[^.;€]{0,25})$"
)
FEWEST, MOST = 2, 8


def _sum_of_amounts(sentence: Sentence) -> Iterator[Remark]:
    """Amounts in a row, with after or before them what they are together."""
    amounts = [one for one in sentence.numbers if one.kind == "bedrag"]
    if not FEWEST < len(amounts) <= MOST or any(one.kind == "jaar" for one in sentence.numbers):
        return
    totals = [one for one in amounts if _TOGETHER.search(sentence.lower[: one.start])]
    if len(totals) != 1 or totals[0] not in (amounts[0], amounts[-1]):
        return
    parts = [one for one in amounts if one is not totals[0]]
    added, total = sum(one.value for one in parts), totals[0].value
    margin = max(0.006 * total, 1.0)
    if added and margin < abs(added - total) < 0.5 * total and not _RATES.search(sentence.lower):
        message = (
            f"De bedragen zijn samen {_euro(added)}, niet {_euro(total)}. Tel opnieuw, of zeg wat "
            "er niet bij staat."
        )
        yield remark(sentence, RULE, "fout", message, (totals[0].start, totals[0].stop))


_RATES = re.compile(
    r"\b(?:gemiddeld|per (?:persoon|uur|inwoner|cliënt|jaar|maand)|waarvan|tot en met)\b"
)


def _euro(value: float) -> str:
    return f"€ {value:,.0f}".replace(",", ".")


_PER = re.compile(
    r"\bper\s+(?P<noun>deelnemer|cliënt|client|klant|inwoner|huishouden|gezin|leerling|"
    r"traject|jeugdige|jongere|kind|aanvraag|voorziening|melding|persoon)\b"
)
_COSTS = re.compile(r"\b(?:kost|koste|kosten|uitgaven|uitgegeven|lasten|kwijt)\b")
FAR = 0.1


def _per_head(reading: Reading) -> Iterator[Remark]:
    """Costs for each of so many, where total and number stand in the same sentence or table."""
    for sentence in reading.sentences:
        per = _PER.search(sentence.lower)
        amounts = [one for one in sentence.numbers if one.kind == "bedrag"]
        counts = [one for one in sentence.numbers if one.kind == "aantal" and one.value >= 10]
        if not per or len(amounts) != 2 or len(counts) != 1 or not _COSTS.search(sentence.lower):
            continue
        low, high = sorted(amounts, key=lambda one: one.value)
        right = high.value / counts[0].value
        close = 0.5 < low.value / right < 2
        if close and abs(low.value - right) > FAR * right:
            message = (
                f"{_euro(high.value)} gedeeld door {counts[0].value:g} is ongeveer "
                f"{_euro(right)} per {per['noun']}, niet {_euro(low.value)}. Reken het na."
            )
            yield remark(sentence, RULE, "fout", message, (low.start, low.stop))
