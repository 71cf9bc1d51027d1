"""Survey figures beside the counts, and who signs what they say together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kwalevaluatie import frames
from kwalevaluatie.errors import (
    DecisionError,
    ProjectError,
    TableError,
)
from kwalevaluatie.files import read_text, write_text
from kwalevaluatie.hints import tell
from kwalevaluatie.project.analysing import Analysing
from kwalevaluatie.written import (
    FIGURES,
    LINKS,
)

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.analysis.study import Study
    from kwalevaluatie.comparison import Signable
    from kwalevaluatie.model import Comparison, Signature


class Comparing(Analysing):
    """Survey figures beside the counts, and who signs what they say together."""

    def add_figures(self, path: str | Path) -> pd.DataFrame:
        """Add published figures from YAML, CSV or Excel, after checking every line.

        A table is kept as YAML. What the koppeltabel does not name is kept and not compared; a
        KwalWarning tells which. Columns: `id, item, year, unit, value, n, population, low, high,
        source`. A figure whose n was never published has no interval.
        """
        from kwalevaluatie.comparison import interval
        from kwalevaluatie.formats.figure_text import kept_name, kept_text
        from kwalevaluatie.formats.figures import check_new, read_figures, unlinked

        source = Path(path)
        figures = read_figures(source)
        target, text = self.path / FIGURES / kept_name(source), kept_text(source, figures)
        if target.exists() and read_text(target, TableError) != text:
            raise ProjectError(
                "er is al een ander cijferbestand met deze naam", where=target,
                todo="Geef het nieuwe bestand een andere naam.",
            )  # fmt: skip
        if not target.exists():
            check_new(figures, self.figures, source)
            write_text(target, text)
        tell(f"niet vergeleken, want {LINKS} noemt het niet", unlinked(figures, self.links))
        return frames.figures((figure, interval(figure)) for figure in figures)

    def compare(self) -> pd.DataFrame:
        """Lay interview counts beside survey figures: a verdict proposed, for a person to sign.

        Columns: `id, goal, theme, group, counted, k, n, text, item, wording, value, unit,
        figure_n, low, high, year, verdict, grounds, rivals, same_question, same_group,
        same_period, note, status, signed_by, signed_at, signed_reason`; k counts who is positief
        on a goal, or negatief about a theme. `status` is VOORSTEL until a person signs
        (ondertekend), and verlopen when the numbers have changed since.
        """
        return frames.comparisons(self.comparisons())

    def comparisons(self, study: Study | None = None) -> tuple[Comparison, ...]:
        """The rows of the joint display as values, of a study or as everything stands now."""
        from kwalevaluatie.comparison import compare

        return tuple(
            compare(
                study or self.study(), self.links, self.figures, self.thresholds,
                self._signatures(), self.settings.survey,
            )
        )  # fmt: skip

    def _signatures(self) -> dict[str, Signature]:
        from kwalevaluatie.review import fold

        return fold.signatures(fold.standing(self.store.events()))

    def sign(
        self, subject: str | Sequence[str], *, coder: str, reason: str, verdict: str = ""
    ) -> pd.DataFrame:
        """Put a person's name under one or more readings, with the reason.

        `subject` is the id of a comparison (`compare`) or of a point that stands in the way of
        publication (`check_publication`); without a `verdict` the proposed reading is signed.
        The signature stands as long as the numbers under it do. Columns: as of `decide`. Raises
        DecisionError without a reason, and for what cannot be signed.
        """
        from kwalevaluatie.comparison import signing

        if not reason.strip():
            raise DecisionError(
                "een handtekening vraagt een reden", todo="Schrijf op waarom u zo leest."
            )
        subjects = [subject] if isinstance(subject, str) else list(subject)
        found = self._signable(subjects)
        rows = [signing(one, verdict, found) for one in subjects]
        return self.decide([row | {"reason": reason} for row in rows], coder=coder)

    def _signable(self, subjects: Collection[str]) -> dict[str, Signable]:
        """What there is to sign, by its id, in which these subjects are, if they exist."""
        from kwalevaluatie.comparison import signable

        return signable(self.comparisons())
