"""Numbers from elsewhere, what they may be laid beside, and every number that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kwalevaluatie.model.transcript import Span

FigureUnit = Literal["aandeel", "rapportcijfer", "aandachtspunt"]
Comparability = Literal["ja", "deels", "nee"]
Verdict = Literal[
    "overeenstemming",
    "gedeeltelijk",
    "tegenspraak",
    "stilte (niet gevraagd)",
    "stilte (niet genoemd)",
    "niet te bepalen",
]


@dataclass(frozen=True)
class Figure:
    """A published figure of a survey or registration.

    `value` is a share between 0 and 1, a report mark, or None for a point of attention that
    was published without a figure. `n` answered the item; None when that was never published.
    `total` is the size of the whole survey, which is not the same thing.
    """

    id: str
    item: str
    wording: str
    year: int
    unit: FigureUnit
    value: float | None
    source: str
    n: int | None = None
    population: int | None = None
    total: int | None = None
    decimals: int = 0


@dataclass(frozen=True)
class Link:
    """Which survey item may be laid beside which goal or theme, and how comparable the two are.

    With an empty `item` the survey did not ask after it.
    """

    group: str
    item: str = ""
    goal: str = ""
    theme: str = ""
    same_question: Comparability = "deels"
    same_group: Comparability = "deels"
    same_period: Comparability = "deels"
    note: str = ""


@dataclass(frozen=True)
class Evidence:
    """A passage under a number: whose words, and where they stand."""

    respondent: str
    transcript: str
    span: Span
    note: str = ""


@dataclass(frozen=True)
class BoundNumber:
    """A number with everything that it rests on.

    `keys` say what is counted (`goal`, `code`, `group`, `state`, an attribute …). `counted`
    are the respondents in the numerator, `asked` those in the denominator, `evidence` the
    passages of the counted; k and n count units, which may be organisations. `unasked` is the
    number of respondents who said it without having been asked and are not in k. `status` is
    `vastgesteld`, `voorlopig`, or `gepubliceerd` for a figure from elsewhere.
    """

    id: str
    value: float
    unit: str
    source: str
    status: str
    k: int | None = None
    n: int | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    unasked: int = 0


@dataclass(frozen=True)
class Comparison:
    """A row of the joint display: an interview count beside a survey figure.

    `interval` is the 95% interval of the figure, None where n was never published. The
    `verdict` is a proposal with its `grounds`, until a person signs it.
    """

    link: Link
    figure: Figure | None
    number: BoundNumber
    interval: tuple[float, float] | None
    verdict: Verdict
    grounds: str
