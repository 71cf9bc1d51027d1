"""What stands in the way of publishing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from kwalevaluatie.model import BoundNumber, Quotation
from kwalevaluatie.model.publication import Point, PublicationRules
from kwalevaluatie.project.comparing import Comparing

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.comparison import Signable
    from kwalevaluatie.publishing import Publication

RULES = "publicatieregels.yaml"
AGREED = "akkoord"


class Publishing(Comparing):
    """What stands in the way of publishing."""

    @property
    def publication_rules(self) -> PublicationRules:
        """By which rules is judged what may be published."""
        from kwalevaluatie.formats.publication_rules import read_publication_rules

        path = self.path / RULES
        return read_publication_rules(path) if path.exists() else PublicationRules()

    def check_publication(self) -> pd.DataFrame:
        """Check whether anybody can be recognised in what the report tells.

        One row per point: `id, place, rule, severity, excerpt, message, signed`. `severity` is
        blokkade, waarschuwing, or ok for a rule by which nothing was found. What is signed for
        (`sign`, with the `id`) no longer blocks. See `docs/publiceren.md` for the rules.
        """
        from kwalevaluatie.publishing import checked_rules, find_points, report_points

        published = self._published()
        points = find_points(published, self.respondents, self.publication_rules)
        return report_points(points, checked_rules(published), self._signatures())

    def _hindrances(
        self,
        numbers: Iterable[BoundNumber],
        quotations: Iterable[Quotation],
        texts: Iterable[tuple[str, str]] = (),
    ) -> tuple[Point, ...]:
        """What blocks publication of these numbers, quotations and texts (place, text), unsigned.

        `texts` are what people wrote themselves, such as vignettes and findings.
        """
        from kwalevaluatie.publishing import Publication, blocking, find_points

        publication = Publication(
            tuple(numbers), tuple(quotations), tuple(texts), tuple(self.figures)
        )
        points = find_points(publication, self.respondents, self.publication_rules)
        return blocking(points, self._signatures())

    def _published(self) -> Publication:
        """What the report for everybody tells; who tells it knows."""
        raise NotImplementedError

    def _signable(self, subjects: Collection[str]) -> dict[str, Signable]:
        from kwalevaluatie.comparison import Signable
        from kwalevaluatie.publishing import find_points

        readings = super()._signable(subjects)
        if readings.keys() >= set(subjects):
            return readings
        found = find_points(self._published(), self.respondents, self.publication_rules)
        blocks = (point for point in found if point.severity == "blokkade")
        points = {point.subject: Signable(AGREED, (AGREED,), point.id) for point in blocks}
        return readings | points
