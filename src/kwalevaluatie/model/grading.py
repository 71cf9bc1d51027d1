"""How much confidence people have in a finding, and why: the four components of GRADE-CERQual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Concern = Literal["geen", "lichte", "matige", "ernstige"]
Component = Literal[
    "methodologische_beperkingen", "samenhang", "toereikendheid", "relevantie"
]  # fmt: skip
Confidence = Literal["hoog", "matig", "laag", "zeer laag"]

CONCERNS: tuple[Concern, ...] = get_args(Concern)
COMPONENTS: tuple[Component, ...] = get_args(Component)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)


@dataclass(frozen=True)
class Rating:
    """The concerns that somebody has about one component of a finding, and the reason."""

    concerns: Concern | None = None
    reason: str = ""


@dataclass(frozen=True)
class Grading:
    """What people filled in about a finding: what a perspective says on a goal.

    `confidence` is chosen by a person (`by`); None as long as nobody did.
    """

    goal: str
    group: str
    ratings: Mapping[Component, Rating] = field(default_factory=dict)
    confidence: Confidence | None = None
    reason: str = ""
    by: str = ""

    def concerns(self, component: Component) -> Concern | None:
        """The concerns about a component, where they were filled in."""
        return self.ratings.get(component, Rating()).concerns

    @property
    def proposed(self) -> Confidence | None:
        """The confidence that goes with the component with the most concerns, once all are there.

        One step down for each step of concern. That is a rule of this house to begin with:
        CERQual (Lewin et al., 2018) asks for a judgement over all four together.
        """
        found = [self.concerns(component) for component in COMPONENTS]
        worst = max((CONCERNS.index(one) for one in found if one is not None), default=0)
        return None if None in found else CONFIDENCES[worst]
