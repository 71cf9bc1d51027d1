"""Who is counted: the nouns for people, organisations, conversations and files."""

from __future__ import annotations

import re
from typing import Literal

GroupClass = Literal["mensen", "professionals", "partners", "gesprekken", "groepsgesprekken"]

_NOUNS: dict[GroupClass, str] = {
    "mensen": (
        "inwoners? cliënten? cliënt client(?:en)? klant(?:en)? respondent(?:en)? geïnterviewden? "
        "ondervraagden? deelnemers? ouders? jongeren? jeugdigen? gezin(?:nen)? huishoudens? "
        "statushouders? inburgeraars? mantelzorgers? burgers? bewoners? bijstandsgerechtigden? "
        "uitkeringsgerechtigden? vrijwilligers kandidaten leerlingen ouderen personen mensen "
        "aanvragers "
        "schuldenaren zorgvragers gebruikers bezoekers ondernemers gesprekspartners studenten "
        "kinderen "
        "hulpvragers minima vluchtelingen nieuwkomers "
        "melders bellers invullers werkzoekenden werklozen uitkeringsontvangers patiënten "
        "zorggebruikers mantelzorgers? naasten gezinsleden scholieren cursisten patienten "
        "kwetsbare_inwoners wijkbewoners dorpsbewoners huurders verzorgers pleegouders? "
        "nabestaanden panelleden raadsleden? gemeenteraadsleden commissieleden statenleden"
    ),
    "professionals": (
        "professionals? medewerkers? consulent(?:en)? consultants? klantmanagers? regisseurs? "
        "hulpverleners? "
        "begeleiders? casusregisseurs? uitvoerders? beleidsmedewerkers? teamleiders? "
        "leidinggevenden? "
        "jobcoaches jeugdconsulenten wijkteammedewerkers collega['’]?s managers? casemanagers? "
        "schuldhulpverleners? trajectbegeleiders? ambtenaren gidsen coaches werkcoaches "
        "wijkteamleden teamleden? zorgverleners zorgprofessionals jeugdprofessionals behandelaars "
        "docenten leerkrachten leraren baliemedewerkers wijkverpleegkundigen gezinscoaches "
        "inkomensconsulenten toegangsmedewerkers kwaliteitsmedewerkers bestuurders wethouders "
        "wijkcoaches participatiecoaches klantregisseurs procesregisseurs contractmanagers "
        "huisartsen wijkagenten schoolleiders"
    ),
    "partners": (
        r"(?:keten|netwerk|samenwerkings|zorg|maatschappelijke )?partners? organisaties? "
        "(?:zorg|jeugdhulp)?aanbieders? instellingen? werkgevers? scholen verwijzers? bedrijven "
        "stakeholders gemeenten "
        "corporaties woningcorporaties welzijnsorganisaties verenigingen zorginstellingen "
        "vertegenwoordigers huisartsenpraktijken belangenorganisaties cliëntenraden adviesraden"
    ),
    "groepsgesprekken": (
        "groepsgesprek(?:ken)? groepsinterviews? focusgroep(?:en|gesprek|gesprekken)? "
        "groepsbijeenkomsten? groepsbijeenkomst panelgesprek(?:ken)? rondetafelgesprek(?:ken)?"
    ),
    "gesprekken": (
        "(?:diepte|telefonische )?(?:interviews?|gesprek(?:ken)?) (?:diepte|"
        "keukentafel)?interviews? casussen"
    ),
}


def _noun_pattern(nouns: str) -> str:
    return "|".join(part.replace("_", " ") for part in _split(nouns))


def _split(nouns: str) -> list[str]:
    """The nouns apart; a blank inside brackets belongs to a noun."""
    return re.findall(r"(?:\([^)]*\)|\S)+", nouns)


GROUP = "|".join(rf"(?P<{name}>{_noun_pattern(nouns)})" for name, nouns in _NOUNS.items())
PLAIN_GROUP = "|".join(_noun_pattern(nouns) for nouns in _NOUNS.values())
"""A noun for whoever is counted, without saying of which class."""
_ONE = re.compile(rf"(?<![\w])(?:\w*-)?(?:{GROUP})(?![\w])")


def group_class(noun: str) -> GroupClass | None:
    """The class of a noun, if it is one for people, organisations or conversations.

    >>> group_class("cliënten"), group_class("groepsgesprekken"), group_class("fiets")
    ('mensen', 'groepsgesprekken', None)
    """
    match = _ONE.search(noun)
    return _class_of(match) if match else None


def groups_in(lower: str) -> list[tuple[GroupClass, int, int]]:
    """The groups that a sentence names, with their offsets."""
    return [(_class_of(match), *match.span()) for match in _ONE.finditer(lower)]


def _class_of(match: re.Match[str]) -> GroupClass:
    return next(name for name in _NOUNS if match[name])
