"""What every part of an evaluation works with: its folder, its database, its state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kwalevaluatie.hints import tell_unknown
from kwalevaluatie.intake import (
    Raw,
)
from kwalevaluatie.model import Codebook, Transcript
from kwalevaluatie.written import (
    Written,
)

if TYPE_CHECKING:
    from kwalevaluatie.analysis.study import Study
    from kwalevaluatie.store import Store
    from kwalevaluatie.suggest.assistance import Assistance

PRIVATE, REPORT = "prive", "rapport"
NAMES = "prive/namenlijst.csv"
CHOICES = "prive/keuzes.csv"
KEY = "prive/sleutel.kwal"
RAW = "prive/ruw"
YAML = (".yaml", ".yml")
DATABASE = "evaluatie.sqlite"
IGNORE = "# Namen en ruwe gesprekken horen niet in versiebeheer.\nprive/\nevaluatie.sqlite*\n"


class Room(Written):
    """The folder, the database and the present state of one evaluation.

    `watch` may be set to something that shows progress: it is given the items of a long step
    and what is being done, and hands the items out one by one.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.raw = Raw(path / RAW)
        self._helped: tuple[tuple[int, frozenset[str], Codebook], Assistance] | None = None
        self.watch: Callable[[Sequence[Any], str], Iterable[Any]] = lambda items, _: items

    def __repr__(self) -> str:
        return f"Project({str(self.path)!r})"

    @cached_property
    def store(self) -> Store:
        """The database of this evaluation."""
        from kwalevaluatie.store import Store

        return Store(self.settings.storage or _sqlite(self.path / DATABASE))

    @property
    def transcripts(self) -> dict[str, Transcript]:
        """The pseudonymised conversations by id."""
        return self.store.transcripts()

    def _frozen(self) -> set[str]:
        there = self.settings.storage or (self.path / DATABASE).exists()
        return set(self.store.transcripts()) if there else set()

    def study(self) -> Study:
        """Everything that is counted over, as it stands now."""
        from kwalevaluatie.analysis.study import Study
        from kwalevaluatie.review import fold

        events = fold.standing(self.store.events())
        respondents = self.respondents
        tell_unknown(respondents, self.guides, self.transcripts, self.settings.units.values())
        return Study(
            codebook=self.codebook,
            respondents=respondents,
            guides=self.guides,
            transcripts=self.transcripts,
            codings=tuple(fold.codings(events)),
            judgements=fold.judgements(events),
            finished=fold.finished(events),
            units=self.settings.units,
        )


def _sqlite(path: Path) -> str:
    from sqlalchemy import URL

    return URL.create("sqlite", database=str(path)).render_as_string()


def now() -> str:
    """The present moment, as it stands in the log."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
