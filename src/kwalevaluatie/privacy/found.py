"""What a finder hands over, and what a researcher gives it to look for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

KINDS = (
    "persoon", "organisatie", "adres", "postcode", "plaats", "telefoon", "e-mail", "bsn", "iban",
    "datum", "leeftijd", "kenteken", "klantnummer", "url", "overig",
)  # fmt: skip
"""Every kind of identifier."""

THINGS: Mapping[str, str] = {
    "werkgever": "organisatie",
    "bedrijf": "organisatie",
    "organisatie": "organisatie",
    "instelling": "organisatie",
    "partner-organisatie": "organisatie",
    "netwerkpartner": "organisatie",
    "school": "organisatie",
    "straat": "adres",
    "adres": "adres",
    "plaats": "plaats",
    "dorp": "plaats",
    "wijk": "plaats",
    "buurt": "plaats",
}
"""Roles of what is no person, and their kind."""


@dataclass(frozen=True)
class KnownName:
    """A name in the form in which it is said, the role of its bearer, and who that is.

    Forms with the same `person` belong to one person; without it each form is a person.
    """

    form: str
    role: str = "persoon"
    person: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Who bears the name."""
        return self.role, self.person or self.form.lower()

    @property
    def kind(self) -> str:
        """The kind of identifier that the name is."""
        return THINGS.get(self.role, "persoon")


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something in a text that points at a person: `text[start:stop]`.

    `start` and `stop` count characters, half-open. `kind` is one of: persoon, organisatie,
    adres, postcode, plaats, telefoon, e-mail, bsn, iban, datum, leeftijd, kenteken,
    klantnummer, url, overig. `certainty` runs from 0 to 1 and says how strong the evidence is.
    `bearers` are the people or things that it may mean, as (role, who); more than one when a
    name has two bearers. `direct` says whether it points at somebody by itself and is replaced
    unless a person decides otherwise; a municipality, a public body, an ordinary date or an age
    does so only together with more.
    """

    start: int
    stop: int
    kind: str
    text: str
    certainty: float = 1.0
    bearers: tuple[tuple[str, str], ...] = ()
    direct: bool = True


def identifier(
    text: str,
    start: int,
    stop: int,
    kind: str,
    certainty: float,
    *,
    label: str = "",
    direct: bool = True,
) -> Identifier:
    """What stands at a place in a text, borne by itself: by what it is called and its words."""
    words = text[start:stop]
    bearers = ((label or kind, words.lower()),)
    return Identifier(start, stop, kind, words, certainty, bearers, direct)


def overlapping(found: Iterable[Identifier]) -> list[list[Identifier]]:
    """The identifiers in order of place, those that overlap together."""
    runs: list[list[Identifier]] = []
    stop = 0
    for one in sorted(found, key=lambda one: one.start):
        if not runs or one.start >= stop:
            runs.append([])
        runs[-1].append(one)
        stop = max(stop, one.stop)
    return runs
