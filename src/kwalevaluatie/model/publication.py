"""What stands in the way of publishing, and by which rules that is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

Weight = Literal["blokkade", "waarschuwing", "ok"]


@dataclass(frozen=True)
class PublicationRules:
    """What may be published, of survey tables and of interviews.

    Survey tables: no cell from 1 to `minimum` - 1. Interviews: a count of at most `few` is not
    told of people with a `background` attribute or of a partner that is named; `levels` says
    what each level of recognisability does. `partners` are the perspectives of organisations,
    with the attribute that names each; `named` says whether the publication names them (None:
    as far as the register does). `roles` are attributes that say what somebody is.
    """

    minimum: int = 5
    few: int = 2
    levels: Mapping[str, Weight] = field(
        default_factory=lambda: {"hoog": "blokkade", "verhoogd": "waarschuwing"}
    )
    partners: Mapping[str, str] = field(default_factory=lambda: {"netwerkpartner": "organisatie"})
    named: bool | None = None
    background: tuple[str, ...] = (
        "geslacht", "leeftijd", "leeftijdsgroep", "herkomst", "nationaliteit", "opleiding",
        "woonplaats", "gemeente", "gezin", "gezondheid",
    )  # fmt: skip
    roles: tuple[str, ...] = ("rol", "functie", "beroep")


@dataclass(frozen=True)
class Told:
    """A quotation, or something written about people, with how recognisable it is and why.

    `respondent` is who said it; empty for a text by the researcher.
    """

    place: str
    text: str
    level: Literal["laag", "verhoogd", "hoog"]
    reason: str
    respondent: str = ""


@dataclass(frozen=True)
class Point:
    """Something that publishing would give away: where, by which rule, and what to do.

    `place` is the id of a number, the place of a quotation or of a text; for a whole group or
    person the place is theirs. An `ok` says that a kind was checked and nothing was found.
    """

    place: str
    rule: str
    severity: Weight
    excerpt: str
    message: str

    @property
    def id(self) -> str:
        """What a signature refers to: the same point has the same id, run after run."""
        key = "\n".join((self.place, self.rule, self.excerpt))
        return sha256(key.encode()).hexdigest()[:12]

    @property
    def subject(self) -> str:
        """The subject of a signature under this point."""
        return f"publicatie/{self.id}"
