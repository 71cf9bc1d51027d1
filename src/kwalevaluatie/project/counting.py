"""Counting people, and choosing their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kwalevaluatie import frames
from kwalevaluatie.errors import (
    CodebookError,
    KwalError,
    hint,
)
from kwalevaluatie.model import REGISTER
from kwalevaluatie.project.reviewing import Reviewing

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.analysis.agreement import Agreement
    from kwalevaluatie.analysis.study import Study


class Counting(Reviewing):
    """Counting people, and choosing their words."""

    def codings(self) -> pd.DataFrame:
        """The passages that stand coded: `respondent, transcript, turn, start, stop, code, …`."""
        from kwalevaluatie.analysis.quoting import quotations

        study = self.study()
        return frames.quotations(quotations(study, [code.id for code in study.codebook.codes]))

    def count(
        self,
        by: Sequence[str] = ("goal",),
        *,
        where: Mapping[str, str] | None = None,
        among: Iterable[str] | None = None,
    ) -> pd.DataFrame:
        """Count people: k of n asked, by goal, theme (`code`), perspective (`group`), attribute.

        Columns: those of `by`, `state` with goals, then `k, n, unit, status, text, unasked,
        respondents, id`. `status` is voorlopig until everyone asked has been judged or read.
        See `kwalevaluatie.analysis.counting.count` for what is counted over what.
        """
        from kwalevaluatie.analysis.counting import count

        names = [by] if isinstance(by, str) else list(by)
        study = self.study()
        _check_values(study, where or {})
        return frames.numbers(count(study, names, where=where, among=among), names)

    def quotes(self, code: str, group: str | None = None, n: int = 3) -> pd.DataFrame:
        """Choose quotations on a theme or on a goal, spread over people and values.

        Of a goal: the passages on which the judgements rest (`valence` is then the state). A
        name that is both is taken as the theme.

        Columns: `respondent, group, transcript, turn, start, stop, code, valence, moment,
        coder, quote, risk, risk_reason`; `risk` (laag, verhoogd, hoog) warns that somebody may
        be recognised by what the quotation tells.
        """
        from kwalevaluatie.analysis.quoting import choose, on_goal, quotations

        study, book = self.study(), self.codebook
        if group is not None:
            _check_values(study, {"group": group})
        if code in book.by_id:
            found = quotations(study, [code], group)
        elif code in book.goals_by_id:
            found = on_goal(study, code, group)
        else:
            known = {**book.by_id, **book.goals_by_id}
            raise CodebookError(
                f"thema “{code}” staat niet in de codeboeken", todo=hint(code, known)
            )
        return frames.quotations(choose(found, n))

    def agreement(self) -> Agreement:
        """How far a second, blind coder gave the same judgements: `same, both, kappa`."""
        from kwalevaluatie.analysis.agreement import agree
        from kwalevaluatie.review.fold import judged_twice

        return agree(judged_twice(self.store.events()))

    def measure(self, *, learning: bool = False) -> pd.DataFrame:
        """How good the suggestions are, laid beside the decisions in conversations read to the end.

        They are proposed anew, as they were before anything was learned from this evaluation;
        with `learning` also after learning from the other conversations (in five parts; may take
        long). One row per theme, and for all themes together (micro and macro), in all, by
        register and by perspective: `suggestions, basis (blind or not), split, part, code,
        turns, n, tp, fp, fn, prevalence, precision, recall, f1, kappa, ac1, warning`. Units are
        turns of respondents × themes. Decisions made blind are used where there are any.
        Raises DecisionError when no conversation was read to the end.
        """
        from kwalevaluatie.measuring import measured_rows

        self._need_frozen()
        rows = measured_rows(
            self.study(), self._coder(), self.store.events(), learning=learning, watch=self.watch
        )
        return frames.frame(rows, frames.MEASURED)

    def corrected_counts(self) -> pd.DataFrame:
        """How many people would speak of each theme, as the machine counts and with its errors out.

        Never reviewed, and never part of a report: `status` is always ongereviewd. The errors
        are those in the conversations read to the end, which should be a random sample. One row
        per theme and perspective: `code, group, unit, n, read, raw, corrected, low, high,
        sensitivity, specificity, basis, status, reason`; without `corrected` where `reason`
        says why not. See `kwalevaluatie.analysis.correcting` for how it is corrected.
        """
        from kwalevaluatie.measuring import corrected_rows

        self._need_frozen()
        rows = corrected_rows(self.study(), self._coder(), self.store.events())
        return frames.frame(rows, frames.CORRECTED)


def _check_values(study: Study, where: Mapping[str, str]) -> None:
    for name, value in where.items():
        known = {study.attribute(respondent, name) for respondent in study.respondents}
        if known != {""} and str(value) not in known:
            word = {english: dutch for dutch, english in REGISTER.items()}.get(name, name)
            raise KwalError(
                f"niemand heeft bij “{word}” de waarde “{value}”", todo=hint(value, known)
            )
