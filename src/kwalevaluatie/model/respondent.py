"""The people (and group talks) that are counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

REGISTER = {
    "perspectief": "group", "leidraad": "guide", "bruikbaar": "usable", "gesprek": "transcript",
}  # fmt: skip
"""What columns of the register are called in code."""


@dataclass(frozen=True)
class Respondent:
    """One person, or one group talk that is counted as a whole.

    `group` is the perspective (inwoner, professional, management, netwerkpartner …),
    `transcript` the conversation, `speaker` the label there when several respondents
    share one, `guide` the interview guide that was used. A respondent who is not
    `usable` is accounted for with a `reason` and counted nowhere else.
    """

    id: str
    group: str
    transcript: str
    guide: str = ""
    speaker: str | None = None
    usable: bool = True
    reason: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
