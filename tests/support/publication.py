"""People and numbers to publish, made up."""

from __future__ import annotations

from collections.abc import Sequence

from kwalevaluatie.disclosure.people import People
from kwalevaluatie.model import BoundNumber, Respondent
from kwalevaluatie.model.publication import Point, PublicationRules


def people(*respondents: Respondent, rules: PublicationRules | None = None) -> People:
    """A register with these people."""
    return People(respondents, rules or PublicationRules())


def resident(id: str, group: str = "inwoner", **attributes: str) -> Respondent:
    """Somebody with these attributes."""
    return Respondent(id, group, id, attributes=attributes)


def number(
    id: str,
    counted: Sequence[str],
    asked: Sequence[str],
    **keys: str,
) -> BoundNumber:
    """A count of these respondents out of those."""
    return BoundNumber(
        id=id, value=len(counted), unit="respondent", source="gesprekken", status="vastgesteld",
        k=len(counted), n=len(asked), keys={"group": "inwoner", **keys},
        counted=tuple(counted), asked=tuple(asked),
    )  # fmt: skip


def rules_of(points: Sequence[Point]) -> list[tuple[str, str]]:
    """The rule and severity of each point."""
    return [(point.rule, point.severity) for point in points]
