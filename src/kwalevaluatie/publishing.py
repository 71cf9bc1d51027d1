"""The publication check: what is published, laid beside what would tell who somebody is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kwalevaluatie import frames
from kwalevaluatie.disclosure import counts, differencing, tables, telling
from kwalevaluatie.disclosure.people import People
from kwalevaluatie.disclosure.suppression import MINIMUM
from kwalevaluatie.disclosure.tables import SurveyTable
from kwalevaluatie.errors import PublicationError
from kwalevaluatie.model import BoundNumber, Figure, Quotation, Respondent, Signature
from kwalevaluatie.model.publication import Point, PublicationRules, Told
from kwalevaluatie.privacy.stories import recognise

if TYPE_CHECKING:
    import pandas as pd

WEIGHTS = ("blokkade", "waarschuwing", "ok")


@dataclass(frozen=True)
class Publication:
    """What is to be published: numbers, quotations, written pieces (place, text), figures."""

    numbers: tuple[BoundNumber, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()


def recognisability(texts: Iterable[str]) -> pd.DataFrame:
    """How easily somebody is recognised in loose quotations and vignettes.

    One row per text: `text, level, score, reason`; `level` is laag, verhoogd or hoog. A text
    that tells a story of one person, or of one partner that doubts, is hoog. A warning to look,
    no measurement.
    """
    risks = ((text, recognise(text)) for text in texts)
    rows = (
        {"text": text, "level": risk.level, "score": round(risk.score, 1), "reason": risk.reason}
        for text, risk in risks
    )
    return frames.frame(rows, frames.RECOGNISABLE)


def find_points(
    publication: Publication, respondents: Sequence[Respondent], rules: PublicationRules
) -> list[Point]:
    """Every point that publishing this raises, what blocks first."""
    people = People(tuple(respondents), rules)
    numbers = publication.numbers
    found = [
        *counts.count_points(numbers, people),
        *differencing.difference_points(numbers, people),
        *telling.told_points(list(_told(publication)), people),
        *tables.figure_points(publication.figures, rules.minimum),
    ]
    return sorted(found, key=lambda point: (WEIGHTS.index(point.severity), point.rule))


def check_table(
    counted: pd.DataFrame,
    published: pd.DataFrame,
    *,
    last: pd.DataFrame | None = None,
    change: pd.DataFrame | None = None,
    minimum: int = MINIMUM,
) -> pd.DataFrame:
    """Check that what is hidden in a survey table stays hidden when it is published.

    `counted` holds the counts of people, without totals; `published` the same table as it will
    be shown, empty (NA) where a cell is hidden. The totals of rows and columns are taken to be
    published. `last` is the table that was published before and `change` the published changes
    since, both empty where nothing was shown. Columns as of `Project.check_publication`. Raises
    PublicationError for what is no table of counts.
    """
    table = _survey_table(counted, published)
    points = tables.table_points(table, minimum)
    checked = [tables.SMALL_CELL, tables.DEDUCED, tables.ZERO_FULL]
    if last is not None and change is not None:
        from numpy import argwhere

        both = last.notna().to_numpy() & change.notna().to_numpy()
        points += tables.over_years(table, [(int(i), int(j)) for i, j in argwhere(both)])
        checked.append(tables.YEARS)
    return report_points(points, checked, {})


def _survey_table(counted: pd.DataFrame, published: pd.DataFrame) -> SurveyTable:
    if counted.shape != published.shape:
        raise PublicationError(
            "De twee tabellen hebben niet dezelfde rijen en kolommen.",
            todo="Geef de aantallen, en dezelfde tabel met lege cellen waar iets verborgen is.",
        )
    return SurveyTable(
        name=str(counted.index.name or "tabel"),
        rows=tuple(map(str, counted.index)),
        columns=tuple(map(str, counted.columns)),
        counts=tuple(tuple(map(int, row)) for row in counted.to_numpy()),
        hidden=tuple(tuple(map(bool, row)) for row in published.isna().to_numpy()),
    )


def checked_rules(publication: Publication) -> list[str]:
    """The rules that there was something to check by."""
    told = publication.quotations or publication.texts
    return [
        *((*counts.RULES, *differencing.RULES) if publication.numbers else ()),
        *(telling.RULES if told else ()),
        *((tables.SMALL_CELL, tables.ZERO_FULL) if publication.figures else ()),
    ]


def blocking(points: Iterable[Point], signatures: Mapping[str, Signature]) -> tuple[Point, ...]:
    """The points that block and that nobody signed for."""
    return tuple(
        point
        for point in points
        if point.severity == "blokkade" and point.subject not in signatures
    )


def report_points(
    points: Sequence[Point], checked: Sequence[str], signatures: Mapping[str, Signature]
) -> pd.DataFrame:
    """The points as a table, with who signed for them, and a row for each rule that was kept."""
    raised = {point.rule for point in points}
    fine = [_fine(rule) for rule in checked if rule not in raised]
    rows = (_row(point, signatures.get(point.subject)) for point in (*points, *fine))
    return frames.frame(rows, frames.PUBLICATION)


def _told(publication: Publication) -> Iterator[Told]:
    unique = {(one.transcript, one.span, one.words): one for one in publication.quotations}
    for quotation in unique.values():
        place = f"citaat/{quotation.transcript}/{quotation.span.turn}"
        risk = recognise(quotation.words)
        yield Told(place, quotation.words, risk.level, risk.reason, quotation.respondent.id)
    for place, text in publication.texts:
        risk = recognise(text)
        yield Told(place, text, risk.level, risk.reason)


def _fine(rule: str) -> Point:
    return Point("", rule, "ok", "", "Nagekeken: niets gevonden.")


def _row(point: Point, signature: Signature | None) -> dict[str, Any]:
    return {
        "id": "" if point.severity == "ok" else point.subject,
        "place": point.place,
        "rule": point.rule,
        "severity": point.severity,
        "excerpt": point.excerpt,
        "message": point.message,
        "signed": f"{signature.coder}, {signature.at[:10]}" if signature else "",
    }
