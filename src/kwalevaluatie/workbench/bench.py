"""One person at work on one evaluation: what every part of the workbench is given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kwalevaluatie.model import Suggestion
from kwalevaluatie.workbench.state import State

if TYPE_CHECKING:
    from kwalevaluatie.project import Project


@dataclass(frozen=True)
class Bench:
    """An evaluation, its state, and in whose name is decided."""

    project: Project
    state: State
    coder: str

    @property
    def key(self) -> str:
        """What marks this work: the evaluation, who does it, and whether blind."""
        place = f"{self.project.path.resolve()}\n{self.coder}\n{self.state.blind}"
        return sha256(place.encode("utf-8", "replace")).hexdigest()[:16]

    def stamp(self) -> dict[str, Any]:
        """Up to where in the log this is true."""
        return {"version": self.state.version}

    def status(self, one: Suggestion) -> str:
        """What has become of a suggestion: besloten, afgewezen, gelezen or nieuw."""
        return self.state.status(one)

    def waiting(self) -> Counter[str]:
        """How many suggestions nobody decided on yet, per conversation."""
        if self.state.blind:
            return Counter()
        return Counter(
            one.transcript
            for one in self.project.store.suggestions()
            if self.status(one) == "nieuw"
        )

    def unfrozen(self) -> list[str]:
        """The conversations that still wait for their names to be confirmed."""
        frozen = self.project.store.sizes()
        return [name for name in self.project.raw.ids if name not in frozen]
