"""Tells in what part of a report a paragraph stands: summary, method, results, annex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kwalevaluatie.checking.passages import Passage

Role = Literal["inhoud", "samenvatting", "methode", "resultaten", "conclusie", "bijlage"]

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("bijlage", re.compile(r"\b(?:bijlagen?|annex|appendix)\b")),
    ("inhoud", re.compile(r"\binhoud(?:sopgave)?\b")),
    (
        "samenvatting",
        re.compile(
            r"samenvatt|\b(?:hoofdlijnen|kernpunten|kernbevindingen|kernboodschap|in het kort|"
            r"voorwoord|in vogelvlucht|oogopslag|in een notendop|vooraf|de kern|"
            r"op (?:één|een) (?:pagina|a4)|kort (?:en bondig|gezegd))\b"
        ),
    ),
    (
        "conclusie",
        re.compile(
            r"conclusi|aanbevel|slotbeschouw|slotsom|aandachtspunt|eindoordeel|eindbeeld|"
            r"\b(?:advies|slot|tot slot|vooruitblik|vooruitkijken|hoe verder|verder|vervolg|balans|"
            r"de stand|oordeel|lessen|leerpunten|beantwoording|terugblik|reflectie|voorstellen)\b"
        ),
    ),
    (
        "methode",
        re.compile(
            r"method|aanpak|verantwoord|opzet|werkwijze|respondent|geïnterview|inleiding|onderzocht|"
            r"\b(?:te werk|over (?:dit|het|deze) (?:onderzoek|evaluatie)|onderzoeksgroep|bronnen|"
            r"met wie|wie (?:wij|we) spraken|wie zijn gesproken)\b"
        ),
    ),
)
_NUMBER = re.compile(r"\W*(?:hoofdstuk\s+)?(\d{1,2})(?:\.(?!\d)|\s|:|$)")


@dataclass(frozen=True)
class Section:
    """A stretch of a report under one heading. `chapter` counts its main parts."""

    heading: str
    level: int
    role: Role
    chapter: int
    line: int


def sections_of(passages: Sequence[Passage]) -> list[Section]:
    """For every passage the section in which it stands."""
    return list(_walk(passages))


def _walk(passages: Sequence[Passage]) -> Iterator[Section]:
    here = Section("", 1, "resultaten", 0, 0)
    top: Role = "resultaten"
    for passage in passages:
        if passage.kind == "kop":
            here, top = _entered(passage, here, top)
        yield here


def _entered(passage: Passage, before: Section, top: Role) -> tuple[Section, Role]:
    heading = passage.lower.strip()
    own = _role(heading)
    starts = bool(_NUMBER.match(heading)) or own in ("samenvatting", "bijlage", "inhoud")
    main = starts or passage.level == 1
    if main:
        top = own or (
            "bijlage" if top == "bijlage" and not _NUMBER.match(heading) else "resultaten"
        )
    role = top if top in ("bijlage", "samenvatting") else own or top
    chapter = before.chapter + main
    return Section(heading, passage.level, role, chapter, passage.first), top


def _role(heading: str) -> Role | None:
    return next((role for role, words in _ROLES if words.search(heading)), None)
