"""Survey figures in print: value, year, size and margin, each a bound number."""

from __future__ import annotations

from kwalevaluatie.model import BoundNumber, Comparison, Figure
from kwalevaluatie.report.document import Inlines, Number
from kwalevaluatie.report.register import Register
from kwalevaluatie.report.sentences import text

SAMPLED = ("aandeel", "rapportcijfer", "gemiddelde")


def value(register: Register, figure: Figure) -> Number:
    """The figure itself, with the decimals it was published with."""
    return register.figure(bound(figure, "", figure.value or 0), figure.decimals)


def year(register: Register, figure: Figure) -> Number:
    """The year in which the survey was held."""
    number = BoundNumber(
        id=f"kbo/jaar/{figure.year}", value=figure.year, unit="jaar",
        source=figure.source, status="gepubliceerd",
    )  # fmt: skip
    return register.show(number, str(figure.year))


def total(register: Register, figure: Figure) -> Number:
    """How many took part in the survey."""
    number = BoundNumber(
        id=f"kbo/{figure.id}/{figure.year}/ondervraagden", value=figure.total or 0, unit="inwoners",
        source=figure.source, status="gepubliceerd", n=figure.total,
    )  # fmt: skip
    return register.digits(number)


def margin(register: Register, row: Comparison) -> Inlines:
    """The interval of a share with its n, or that it is not known."""
    figure = row.figure
    if figure is None or figure.value is None or figure.unit not in SAMPLED:
        return (text("–"),)
    if figure.n is None:
        return (text("onbekend: n niet gepubliceerd"),)
    if row.interval is None or figure.unit != "aandeel":
        return (text("–"),)
    low, high = (
        bound(figure, f"/{name}", share)
        for name, share in zip(("ondergrens", "bovengrens"), row.interval, strict=True)
    )
    size = bound(figure, "/n", figure.n or 0, unit="inwoners")
    return (
        register.figure(low), text(" tot "), register.figure(high), text(" (n = "),
        register.digits(size), text(")"),
    )  # fmt: skip


def bound(figure: Figure, part: str, amount: float, *, unit: str | None = None) -> BoundNumber:
    """A number of a survey figure with its id: the value itself or a part of it."""
    return BoundNumber(
        id=f"kbo/{figure.id}/{figure.year}{part}",
        value=amount,
        unit=unit or figure.unit,
        source=figure.source,
        status="gepubliceerd",
        n=figure.n,
    )
