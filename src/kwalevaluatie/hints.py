"""Telling a user what looks wrong but stops nothing."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Mapping, Sequence

from kwalevaluatie.errors import KwalWarning
from kwalevaluatie.model import REGISTER, Guide, Respondent
from kwalevaluatie.wording import counted_noun, first_of

SHOWN = 5


def tell(what: str, names: Collection[str]) -> None:
    """Warn, in Dutch, with the first names that it is about; nothing when there are none."""
    if names:
        told = first_of(sorted(names), SHOWN)
        warnings.warn(f"{what}: {told}.", stacklevel=4, category=KwalWarning)


def _waiting(talks: Collection[str], transcripts: Collection[str]) -> str:
    waiting = len(set(talks) - set(transcripts))
    told = counted_noun(waiting, "gesprek dat nog niet is", "gesprekken die nog niet zijn")
    return (
        f"respondenten.csv noemt {told} ingelezen of gepseudonimiseerd; dat telt als nog niet "
        "beoordeeld"
    )


def tell_unknown(
    respondents: Sequence[Respondent], guides: Mapping[str, Guide],
    transcripts: Collection[str], units: Collection[str],
) -> None:  # fmt: skip
    """Tell what the register, the guides and the settings name that is not there."""
    tell(
        "respondenten.csv noemt leidraden die er niet zijn (wie daarmee is gesproken, telt als "
        "gevraagd naar alles)",
        {r.guide for r in respondents if r.guide} - set(guides),
    )
    if transcripts:
        talks = {r.transcript for r in respondents if r.usable}
        tell(_waiting(talks, transcripts), talks - set(transcripts))
    asked = {key for g in guides.values() for question in g.questions for key in question.only}
    known = {*REGISTER.values(), *(name for r in respondents for name in r.attributes)}
    if respondents and not guides:
        tell(
            "er zijn nog geen leidraden; iedereen telt daarom als gevraagd naar alles",
            ["leidraden/"],
        )
    if respondents:
        tell("een leidraad noemt bij “alleen” wat niet in respondenten.csv staat", asked - known)
        tell("“eenheden” noemt wat niet in respondenten.csv staat", set(units) - known)
