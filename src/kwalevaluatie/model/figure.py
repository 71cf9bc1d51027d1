"""Numbers from elsewhere, what they may be laid beside, and every number that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kwalevaluatie.model.coding import Signature
from kwalevaluatie.model.transcript import Span

FigureUnit = Literal["aandeel", "rapportcijfer", "gemiddelde", "aantal", "aandachtspunt"]
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

    `value` is a share between 0 and 1, a report mark, a mean, a count, or None for a point of
    attention that was published without a figure. `n` answered the item; None when that was
    never published. `total` is how many took part in the whole survey, `invited` how many were
    asked to, `population` how many there are; `na` answered that the item does not apply and is
    not in n. `top` are the answers on `scale` that a share counts together; `sd` belongs to a
    mean. `group` is whose answers these are, `mode` how they were asked. `effective` is what
    n is worth where answers were weighted (Kish, 1965).
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
    scale: str = ""
    top: tuple[str, ...] = ()
    na: int | None = None
    sd: float | None = None
    invited: int | None = None
    mode: str = ""
    group: str = ""
    effective: float | None = None


@dataclass(frozen=True)
class Thresholds:
    """The limits by which a count and a survey figure are called high, low or prominent.

    Shares between 0 and 1, except the report marks. Rules of thumb, for an evaluation to change.
    """

    fewest: int = 5
    heard_low: float = 0.5
    heard_high: float = 0.6
    survey_low: float = 0.6
    survey_high: float = 0.75
    mark_low: float = 6.0
    mark_high: float = 7.5
    prominent: float = 0.4


@dataclass(frozen=True)
class Link:
    """Which survey item may be laid beside which goal or theme, and how comparable the two are.

    With an empty `item` the survey did not ask after it. `question` is the id of the question in
    the interview guide.
    """

    group: str
    item: str = ""
    goal: str = ""
    theme: str = ""
    same_question: Comparability = "deels"
    same_group: Comparability = "deels"
    same_period: Comparability = "deels"
    note: str = ""
    question: str = ""


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
    `verdict` is a proposal with its `grounds`, until a person signs it; then it is what was
    signed, and `proposed` still says what was proposed. A signature under other numbers has
    `lapsed`. `rivals` are other explanations of a difference than that people judge differently.
    """

    link: Link
    figure: Figure | None
    number: BoundNumber
    interval: tuple[float, float] | None
    verdict: Verdict
    grounds: str
    proposed: Verdict
    rivals: tuple[str, ...] = ()
    signature: Signature | None = None
    lapsed: Signature | None = None

    @property
    def id(self) -> str:
        """What a signature refers to: the same row has the same id, run after run."""
        link = self.link
        parts = (link.goal or link.theme, link.item or "niet-gevraagd", link.group)
        return "/".join(("vergelijking", *parts))

    @property
    def basis(self) -> str:
        """The numbers that a signature was put under; under other numbers it does not stand."""
        figure = self.figure
        value = f"{figure.year}: {figure.value}" if figure else "geen cijfer"
        return f"{self.number.k} van {self.number.n}; {value}"
