"""What the counted are called, in singular and plural."""

from __future__ import annotations

from collections.abc import Mapping

from kwalevaluatie.model import BoundNumber

PEOPLE = {
    "inwoner": ("inwoner", "inwoners"),
    "cliënt": ("cliënt", "cliënten"),
    "professional": ("professional", "professionals"),
    "netwerkpartner": ("netwerkpartner", "netwerkpartners"),
    "management": ("gesprek met het management", "gesprekken met het management"),
    "werkgever": ("werkgever", "werkgevers"),
}
UNITS = {
    "organisatie": ("organisatie", "organisaties"),
    "respondent": ("respondent", "respondenten"),
    "perspectief": ("perspectief", "perspectieven"),
}
GROUP_TALKS = {
    "professional": ("groepsgesprek met professionals", "groepsgesprekken met professionals"),
    "inwoner": ("groepsgesprek met inwoners", "groepsgesprekken met inwoners"),
}


def plural(group: str) -> str:
    """The people of a perspective: inwoners, professionals, het management."""
    if group == "management":
        return "het management"
    return PEOPLE.get(group, (group, f"respondenten ({group})"))[1]


def nouns(number: BoundNumber, talks: Mapping[str, bool]) -> tuple[str, str]:
    """What a number counts, in singular and plural.

    `talks` says of each group whether group talks are counted rather than people.
    """
    group = number.keys.get("group", "")
    if number.unit != "respondent":
        return UNITS.get(number.unit, (number.unit, number.unit))
    if talks.get(group) and group != "management":
        return GROUP_TALKS.get(group, ("groepsgesprek", "groepsgesprekken"))
    return PEOPLE.get(group, UNITS["respondent"])


def unit_noun(number: BoundNumber) -> str:
    """The unit of a number as the register names it."""
    group = number.keys.get("group", "")
    if number.unit == "respondent" and group in PEOPLE:
        return group if group != "management" else "gesprek"
    return number.unit
