"""Who is counted, and what a reader may know of them besides the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kwalevaluatie.model import BoundNumber, Respondent
from kwalevaluatie.model.publication import PublicationRules

SUBJECTS = ("goal", "code")
VALUES = ("state", "valence")
OWN = (
    *SUBJECTS,
    *VALUES,
    "moment",
    "group",
    "attribute",
    "amount",
    "guide",
    "usable",
    "transcript",
)
ADVERSE = ("negatief", "wisselend", "gemengd")
_CODE_NAME = re.compile(
    r"(?i)(?:\[.*\]|(?:netwerk|samenwerkings)?(?:partner|organisatie|instelling|org)"
    r"[ _-]?(?:\w|\d{1,3}))"
)
_WHERE = re.compile(r"([\w-]+)=([^,@]*)")


@dataclass(frozen=True)
class People:
    """The register as somebody who knows these people would use it."""

    respondents: tuple[Respondent, ...]
    rules: PublicationRules

    @cached_property
    def by_id(self) -> Mapping[str, Respondent]:
        """Respondents by id."""
        return {respondent.id: respondent for respondent in self.respondents}

    def in_group(self, group: str) -> list[Respondent]:
        """Everyone spoken to in a perspective who can be used."""
        return [r for r in self.respondents if r.group == group and r.usable]

    def is_alone(self, group: str) -> bool:
        """Whether one person, and no group talk, is a whole perspective."""
        members = self.in_group(group)
        return len(members) == 1 and not is_group_talk(members[0])

    def names_of(self, group: str) -> tuple[str, ...]:
        """The organisations of a perspective that are known by name, not by a code name."""
        attribute = self.rules.partners.get(group, "")
        found = {r.attributes.get(attribute, "") for r in self.in_group(group)} - {""}
        return tuple(sorted(name for name in found if not _CODE_NAME.fullmatch(name)))

    def are_named(self, group: str) -> bool:
        """Whether a reader can list the organisations of a perspective."""
        if group not in self.rules.partners or self.rules.named is False:
            return False
        return bool(self.rules.named or self.names_of(group))

    def attributes_in(self, number: BoundNumber) -> tuple[str, ...]:
        """The attributes of the register by which a number is split up or limited."""
        known = {name for respondent in self.respondents for name in respondent.attributes}
        units = set(self.rules.partners.values())
        limits = (name for name, _ in _WHERE.findall(number.id.partition("@")[2]))
        names = (*(key for key in number.keys if key not in OWN), *limits)
        return tuple(dict.fromkeys(name for name in names if name in known | units))

    def value_words(self, names: Iterable[str]) -> dict[tuple[str, str], list[str]]:
        """Who has each value of these attributes: (attribute, value) → respondents."""
        wanted, found = set(names), dict[tuple[str, str], list[str]]()
        for respondent in self.respondents:
            for name, value in respondent.attributes.items():
                if name in wanted and value:
                    found.setdefault((name, value), []).append(respondent.id)
        return found


def is_group_talk(respondent: Respondent) -> bool:
    """Whether a respondent is a talk with a group, and not one of its speakers."""
    kind = respondent.attributes.get("soort", "")
    return respondent.speaker is None and kind.startswith("groep")


def subject_of(number: BoundNumber) -> str:
    """The goal or theme that a number is about; nothing for a count of people."""
    return next((number.keys[name] for name in SUBJECTS if name in number.keys), "")


def value_of(number: BoundNumber) -> str:
    """The judgement or value that a number counts."""
    return next((number.keys[name] for name in VALUES if name in number.keys), "")


def is_adverse(number: BoundNumber) -> bool:
    """Whether a number counts who is not (only) content."""
    return value_of(number) in ADVERSE
