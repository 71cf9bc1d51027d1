"""The register of numbers: a row for every number that is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from kwalevaluatie.model import BoundNumber
from kwalevaluatie.report.document import Number
from kwalevaluatie.report.nouns import unit_noun
from kwalevaluatie.wording import decimal, k_of_n, number_word, percentage, quantifier

COLUMNS = (
    "id", "k", "n", "waarde", "eenheid", "doel", "thema", "groep", "bron", "status", "tekst",
)  # fmt: skip
EVIDENCE = ("id", "respondent", "deel", "gesprek", "beurt", "begin", "eind", "toelichting")
LONGEST_ID = 58


@dataclass(frozen=True)
class Printed:
    """One number as it was printed, under the id of this place in the report."""

    id: str
    number: BoundNumber
    text: str


class Register:
    """Hands out the printed form of numbers and remembers each of them.

    The second time that a number is printed its id ends in `~2`, and so on.
    """

    def __init__(self) -> None:
        self.printed: list[Printed] = []
        self._times: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Printed]:
        return iter(self.printed)

    def show(self, number: BoundNumber, text: str, style: Literal["", "strong"] = "") -> Number:
        """A number in a text of one's own choice."""
        base = _short(number.id)
        self._times[base] += 1
        times = self._times[base]
        id = base if times == 1 else f"{base}~{times}"
        self.printed.append(Printed(id, number, text))
        return Number(id, text, style)

    def count(self, number: BoundNumber, style: Literal["", "strong"] = "") -> Number:
        """A count with its denominator in words: vijf van de elf."""
        return self.show(number, k_of_n(number.k or 0, number.n or 0), style)

    def word(self, number: BoundNumber) -> Number:
        """A whole number in words: vijf."""
        return self.show(number, number_word(int(number.value)))

    def digits(self, number: BoundNumber) -> Number:
        """A whole number in digits, for a table."""
        return self.show(number, str(int(number.value)))

    def quantifier(self, number: BoundNumber) -> Number | None:
        """The quantifier word that goes with a count, where there is one to add."""
        k, n = number.k or 0, number.n or 0
        word = quantifier(k, n) if k not in (0, 1, n) else ""
        return self.show(number, word) if word else None

    def figure(self, number: BoundNumber, decimals: int = 0) -> Number:
        """A survey share as a percentage, a mark with a decimal comma."""
        if number.unit == "aandeel":
            return self.show(number, percentage(number.value, decimals))
        return self.show(number, decimal(number.value, max(decimals, 1)))

    def rows(self) -> list[dict[str, object]]:
        """The register as rows of `cijfers.csv`."""
        return [_row(printed) for printed in self.printed]

    def evidence(self) -> list[dict[str, object]]:
        """Under each printed number: the respondents counted and asked, and their passages."""
        return [row for printed in self.printed for row in _evidence(printed)]


def _short(id: str) -> str:
    """An id that fits Word's tags with room for the number of times: cut, with a hash."""
    if len(id) <= LONGEST_ID:
        return id
    return f"{id[: LONGEST_ID - 7]}#{sha256(id.encode()).hexdigest()[:6]}"


def _row(printed: Printed) -> dict[str, object]:
    number = printed.number
    values = (
        printed.id, number.k, number.n, _whole(number.value), unit_noun(number),
        number.keys.get("goal", ""), number.keys.get("code", ""), number.keys.get("group", ""),
        number.source, number.status, printed.text,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _whole(value: float) -> float:
    """A whole number as such, another rounded."""
    return int(value) if value == int(value) else round(value, 6)


def _evidence(printed: Printed) -> Iterator[dict[str, object]]:
    number = printed.number
    passages = {passage.respondent: [] for passage in number.evidence}  # type: ignore[var-annotated]
    for passage in number.evidence:
        passages[passage.respondent].append(passage)
    for respondent in number.counted:
        for passage in passages.get(respondent, [None]):
            yield _evidence_row(printed.id, respondent, "teller", passage)
    for respondent in number.asked:
        if respondent not in number.counted:
            yield _evidence_row(printed.id, respondent, "alleen noemer", None)


def _evidence_row(id: str, respondent: str, part: str, passage: object) -> dict[str, object]:
    span = getattr(passage, "span", None)
    values = (
        id, respondent, part, getattr(passage, "transcript", ""),
        span.turn if span else None, span.start if span else None, span.stop if span else None,
        getattr(passage, "note", ""),
    )  # fmt: skip
    return dict(zip(EVIDENCE, values, strict=True))
