"""How much new the next conversations still brought, after Guest, Namey & Chen (2020)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from kwalevaluatie.analysis.study import Study
from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.model import Respondent
from kwalevaluatie.wording import percentage

ORDERS, SEED = 1000, 20
BAND = (0.025, 0.975)
DATE = "datum"
CAVEAT = (
    "Dit gaat over de thema's in het codeboek: het bewijst niet dat er niets nieuws meer te horen "
    "is."
)
Heard = tuple[str, frozenset[str]]
"""A conversation and the themes in it."""


@dataclass(frozen=True)
class Rule:
    """From when on little is new: the base size, the run length and the threshold.

    The themes of the first `base` conversations are the measure; the new themes in each `run`
    of conversations after that are laid beside them. At most `threshold` (a share) is little.
    """

    base: int = 4
    run: int = 2
    threshold: float = 0.05

    def __post_init__(self) -> None:
        if self.base < 1 or self.run < 1 or not 0 <= self.threshold < 1:
            raise KwalError(
                "deze basis, reeks of drempel kan niet",
                todo="Basis en reeks zijn minstens 1; de drempel ligt van 0 tot 100%.",
            )


@dataclass(frozen=True)
class Step:
    """One conversation in the order: what it brought, and what the run after it still brings.

    `new` are its themes that were not heard before, `heard` all until here; `low`, `median` and
    `high` say how many were heard at this place in random orders (95% between low and high).
    `share` is what the next run brings of the themes of the base; None before the base is
    whole, and where no whole run is left.
    """

    position: int
    transcript: str
    new: int
    heard: int
    low: int
    median: int
    high: int
    following: int | None = None
    share: float | None = None


@dataclass(frozen=True)
class Saturation:
    """What was found in one order: the steps, and after how many conversations little was new.

    `reached` is None when it was not so in this order; `elsewhere` is in how many of `orders`
    random orders it was so somewhere. `guides` are the interview guides that were used.
    """

    rule: Rule
    group: str
    dated: bool
    guides: tuple[str, ...]
    steps: tuple[Step, ...]
    reached: int | None
    elsewhere: int
    orders: int = ORDERS

    @property
    def again(self) -> int | None:
        """After how many conversations later on the most was new again, if above the threshold."""
        later = [
            step for step in self.steps
            if self.reached and step.position > self.reached and step.share is not None
            and step.share > self.rule.threshold
        ]  # fmt: skip
        return max(later, key=lambda step: step.share or 0).position if later else None

    @property
    def text(self) -> str:
        """What was found, in words that claim no more than that."""
        parts = (self._found(), self._again(), self._order(), self._guides(), CAVEAT)
        return " ".join(part for part in parts if part)

    def _found(self) -> str:
        total, share = len(self.steps), percentage(self.rule.threshold)
        if self.reached is None:
            return (
                f"In deze volgorde bleef de drempel van {share} buiten bereik ({total} gesprekken)."
            )
        return (
            f"In deze volgorde brachten na {self.reached} van de {total} gesprekken de volgende "
            f"{self.rule.run} samen hooguit {share} nieuwe thema's, vergeleken met de eerste "
            f"{self.rule.base}."
        )

    def _again(self) -> str:
        if self.again is None:
            return ""
        share = self.steps[self.again - 1].share or 0
        return f"Daarna kwam er weer meer bij: na {self.again} gesprekken {percentage(share)}."

    def _order(self) -> str:
        by = "op datum" if self.dated else "van respondenten.csv"
        return (
            f"De volgorde is die {by}; in {self.elsewhere} van {self.orders} willekeurige "
            "volgordes werd de drempel ergens gehaald."
        )

    def _guides(self) -> str:
        if len(self.guides) < 2:
            return ""
        return (
            f"Let op: er zijn verschillende leidraden gebruikt ({', '.join(self.guides)}). "
            "Een andere leidraad brengt andere thema's."
        )


def saturation(study: Study, group: str, rule: Rule) -> Saturation:
    """How many new themes each conversation of a perspective brought, and the next run.

    Source: G. Guest, E. Namey & M. Chen, A simple method to assess and report thematic
    saturation in qualitative research (PLoS ONE, 2020). Themes are taken as they were coded.
    The order is that of the attribute `datum` (2025-06-03) where everybody has one, else that
    of the register. Raises KwalError for too few conversations, or some not read to the end.
    """
    people = [respondent for respondent in study.usable if respondent.group == group]
    dated = bool(people) and all(respondent.attributes.get(DATE) for respondent in people)
    heard = _heard(study, sorted(people, key=_date) if dated else people)
    _check(study, group, rule, [transcript for transcript, _ in heard])
    guides = tuple(dict.fromkeys(respondent.guide for respondent in people))
    return measured(heard, rule, group=group, dated=dated, guides=guides)


def _date(respondent: Respondent) -> str:
    return respondent.attributes[DATE]


def _heard(study: Study, people: Iterable[Respondent]) -> list[Heard]:
    found: dict[str, set[str]] = {}
    for respondent in people:
        codes = (coding.code for coding in study.codings_of(respondent.id))
        found.setdefault(respondent.transcript, set()).update(codes)
    return [(transcript, frozenset(codes)) for transcript, codes in found.items()]


def _check(study: Study, group: str, rule: Rule, transcripts: Sequence[str]) -> None:
    known = {respondent.group for respondent in study.respondents}
    if group not in known:
        raise KwalError(f"er is geen perspectief “{group}”", todo=hint(group, known))
    unread = [name for name in transcripts if name not in study.finished]
    if unread:
        raise KwalError(
            f"nog niet tot het eind gelezen: {', '.join(unread)}",
            todo="Rond deze gesprekken eerst af; anders lijkt er minder nieuws dan er is.",
        )
    if len(transcripts) < rule.base + rule.run:
        raise KwalError(
            f"te weinig gesprekken met {group}: {len(transcripts)}, nodig zijn er minstens "
            f"{rule.base + rule.run} (basis {rule.base} en reeks {rule.run})",
            todo="Kies een kleinere basis of reeks, of laat deze maat weg.",
        )


def measured(
    heard: Sequence[Heard],
    rule: Rule,
    *,
    group: str = "",
    dated: bool = False,
    guides: tuple[str, ...] = (),
) -> Saturation:
    """The measure over conversations in an order, and over random orders of the same ones."""
    themes = [codes for _, codes in heard]
    if not frozenset[str]().union(*themes[: rule.base]):
        raise KwalError(
            f"in de eerste {rule.base} gesprekken is niets gecodeerd",
            todo="Codeer eerst, of kies een grotere basis.",
        )
    shuffled = _orders(themes)
    grown = zip(*map(growth, shuffled), strict=True)
    bands = [_band(place) for place in grown]
    steps = _steps(heard, rule, bands)
    return Saturation(
        rule, group, dated, guides, steps, reached(themes, rule),
        sum(reached(order, rule) is not None for order in shuffled),
    )  # fmt: skip


def _orders(themes: Sequence[frozenset[str]]) -> list[list[frozenset[str]]]:
    chance = Random(SEED)
    return [chance.sample(themes, len(themes)) for _ in range(ORDERS)]


def growth(themes: Iterable[frozenset[str]]) -> list[int]:
    """How many different themes were heard after each conversation.

    >>> growth([frozenset("ab"), frozenset("bc"), frozenset("c")])
    [2, 3, 3]
    """
    heard: set[str] = set()
    counts = []
    for codes in themes:
        heard |= codes
        counts.append(len(heard))
    return counts


def _band(counts: Sequence[int]) -> tuple[int, int, int]:
    ordered = sorted(counts)
    last = len(ordered) - 1
    low, high = (ordered[round(share * last)] for share in BAND)
    return low, ordered[last // 2], high


def shares(themes: Sequence[frozenset[str]], rule: Rule) -> list[tuple[int, float]]:
    """What each next run brings: new themes, and their share of the themes in the base.

    The first run comes right after the base; each next begins one conversation later.

    >>> shares([frozenset("abcd"), frozenset("ae"), frozenset("e"), frozenset("f")], Rule(1, 2))
    [(1, 0.25), (1, 0.25)]
    """
    counts = growth(themes)
    base = counts[rule.base - 1]
    places = range(rule.base - 1, len(counts) - rule.run)
    new = [counts[place + rule.run] - counts[place] for place in places]
    return [(brought, brought / base if base else 1.0) for brought in new]


def reached(themes: Sequence[frozenset[str]], rule: Rule) -> int | None:
    """After how many conversations the next run first brings no more than the threshold."""
    found = (
        place
        for place, (_, share) in enumerate(shares(themes, rule), rule.base)
        if share <= rule.threshold
    )
    return next(found, None)


def _steps(
    heard: Sequence[Heard], rule: Rule, bands: Sequence[tuple[int, int, int]]
) -> tuple[Step, ...]:
    themes = [codes for _, codes in heard]
    counts, runs = growth(themes), dict(enumerate(shares(themes, rule), rule.base))
    before = [0, *counts]
    return tuple(
        Step(position, name, counts[position - 1] - before[position - 1], counts[position - 1],
             *bands[position - 1], *runs.get(position, (None, None)))
        for position, (name, _) in enumerate(heard, 1)
    )  # fmt: skip
