"""One figure in two years: what differs, how sure that is, or why it cannot be tested."""

from __future__ import annotations

from dataclasses import dataclass

from kwalevaluatie.model import Figure
from kwalevaluatie.survey.differences import (
    difference_of_means,
    difference_of_shares,
    p_of_shares,
)
from kwalevaluatie.survey.words import fold
from kwalevaluatie.wording import decimal, percentage

UNTESTED = "verschil niet te toetsen"
MEANS = ("rapportcijfer", "gemiddelde")
FEWEST = 5


@dataclass(frozen=True)
class Difference:
    """What a figure of a later year differs from an earlier one, `later - earlier`.

    `low` and `high` are its 95% interval and `p` how often chance alone gives as much; they are
    there where the difference is `testable`, otherwise `reason` says why not. `caution` names
    what else may be behind it. Of shares a difference is a fraction: 0.04 is 4 percentage points.
    """

    earlier: Figure
    later: Figure
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    reason: str = ""
    caution: str = ""

    @property
    def testable(self) -> bool:
        """Whether there is an interval around the difference."""
        return self.low is not None

    @property
    def certain(self) -> bool:
        """Whether the interval leaves out that nothing changed."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high

    @property
    def text(self) -> str:
        """The difference in words."""
        told = f"{_shown(self.later)} in {self.later.year}, {_shown(self.earlier)} in " + str(
            self.earlier.year
        )
        if not self.testable:
            return f"{told}: {UNTESTED}, want {self.reason}"
        return f"{told}: {self._words()}{f' (let op: {self.caution})' if self.caution else ''}"

    def _words(self) -> str:
        assert self.difference is not None and self.low is not None and self.high is not None
        share = self.later.unit == "aandeel"
        size, low, high = (_size(x, share) for x in (self.difference, self.low, self.high))
        verdict = "meer dan toeval" if self.certain else "kan toeval zijn"
        return f"verschil {size}{' procentpunt' if share else ''}, 95% tussen {low} en {high}: " + (
            verdict
        )


def compare_years(one: Figure, other: Figure) -> Difference:
    """Lay a figure beside that of another year: the difference with its interval, or why not.

    Shares need the n of both years (Newcombe, 1998), means also both standard deviations
    (Welch, 1947). The years are taken as samples of different people, without a correction for
    finite populations: people of both years may be the same, and the next year is nobody's
    sample. Of weighted answers n is what they are worth (Kish, 1965).
    """
    earlier, later = sorted((one, other), key=lambda figure: figure.year)
    value = _difference(earlier, later)
    reason = _why_not(earlier, later)
    if reason or value is None:
        return Difference(earlier, later, value, reason=reason)
    low, high, p = _tested(earlier, later)
    return Difference(earlier, later, value, low, high, p, caution=_caution(earlier, later))


def _difference(earlier: Figure, later: Figure) -> float | None:
    if earlier.value is None or later.value is None or earlier.unit != later.unit:
        return None
    return later.value - earlier.value


def _why_not(earlier: Figure, later: Figure) -> str:
    if earlier.year == later.year:
        return "beide cijfers zijn van hetzelfde jaar"
    if earlier.unit != later.unit:
        return f"het een is een {earlier.unit}, het ander een {later.unit}"
    if earlier.unit not in ("aandeel", *MEANS):
        return f"van een {earlier.unit} is er geen steekproefverdeling"
    for name, told in (("group", "perspectief"), ("scale", "schaal"), ("top", "topbox")):
        one, two = getattr(earlier, name), getattr(later, name)
        if one and two and _same(one) != _same(two):
            return f"{told} is in beide jaren een andere"
    return _lacking_of(earlier, later)


def _same(value: str | tuple[str, ...]) -> object:
    return fold(value) if isinstance(value, str) else sorted(map(fold, value))


def _lacking_of(*figures: Figure) -> str:
    """What is lacking; years that lack the same are named together."""
    years: dict[str, list[str]] = {}
    for figure in figures:
        years.setdefault(_lacking(figure), []).append(str(figure.year))
    return " en ".join(what.format(" en ".join(of)) for what, of in years.items() if what)


def _lacking(figure: Figure) -> str:
    """What is lacking, with a place for the year."""
    if figure.value is None:
        return "van {} is er geen waarde"
    if figure.n is None:
        return "van {} is niet gepubliceerd hoeveel mensen antwoordden (n)"
    if figure.n < FEWEST:
        return f"in {{}} antwoordden minder dan {FEWEST} mensen"
    if figure.unit in MEANS and figure.sd is None:
        return "van {} is de spreiding (sd) niet gepubliceerd"
    return ""


def _tested(earlier: Figure, later: Figure) -> tuple[float, float, float]:
    assert later.value is not None and earlier.value is not None
    n, m = _worth(later), _worth(earlier)
    if later.unit == "aandeel":
        low, high = difference_of_shares(later.value, n, earlier.value, m)
        return low, high, p_of_shares(later.value, n, earlier.value, m)
    assert later.sd is not None and earlier.sd is not None
    return difference_of_means(later.value, later.sd, n, earlier.value, earlier.sd, m)


def _worth(figure: Figure) -> float:
    assert figure.n is not None
    return figure.effective or figure.n


def _caution(earlier: Figure, later: Figure) -> str:
    said = []
    if fold(earlier.wording) != fold(later.wording):
        said.append("de vraag is anders geformuleerd")
    if earlier.mode and later.mode and fold(earlier.mode) != fold(later.mode):
        said.append("de vraag is op een andere wijze gesteld")
    return " en ".join(said)


def _shown(figure: Figure) -> str:
    if figure.value is None:
        return figure.unit
    if figure.unit == "aandeel":
        return percentage(figure.value, figure.decimals)
    return decimal(figure.value, max(figure.decimals, 1) if figure.unit in MEANS else 0)


def _size(value: float, share: bool) -> str:
    """A difference with its sign; of shares in percentage points."""
    size = decimal(100 * value, 1) if share else decimal(value, 2)
    return size if value < 0 else f"+{size}"
