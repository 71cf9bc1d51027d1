"""What a corrected register of respondents changes, and what it would lose."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from kwalevaluatie.errors import ProblemList, ProjectError
from kwalevaluatie.model import Decision, Event, Finished, Judgement, Respondent
from kwalevaluatie.wording import first_of

UNKNOWN = "onbekend"
"""The perspective of a conversation whose file does not say it."""

SHOWN = 10
Register = Collection[Respondent]


def check_kept(
    before: Register, after: Register, events: Collection[Event], read: Collection[str], path: Path
) -> None:
    """Raise ProblemList for what a corrected register at `path` would lose.

    That is a respondent that people decided on, whoever stands for one of the conversations
    that were `read`, and a cell that was filled in.
    """
    problems = [*_missing(before, after, events, read, path), *_emptied(before, after, path)]
    if problems:
        raise ProblemList(tuple(problems), todo="Verbeter het register; er is niets overgenomen.")


def _missing(
    before: Register, after: Register, events: Collection[Event], read: Collection[str], path: Path
) -> Iterator[ProjectError]:
    judged = {event.respondent for event in events if isinstance(event, Judgement)}
    coded = {event.transcript for event in events if isinstance(event, Decision | Finished)}
    there, heard = {r.id for r in after}, {(r.transcript, r.speaker) for r in after}
    talks = {r.transcript for r in after}
    for one in before:
        decided = one.id in judged - there or (
            one.transcript in coded and (one.transcript, one.speaker) not in heard
        )
        unread = one.transcript in read and one.transcript not in talks and one.group != UNKNOWN
        if decided or unread:
            yield _gone(
                one, "er zijn besluiten over" if decided else "het gesprek is ingelezen", path
            )


def _gone(respondent: Respondent, why: str, path: Path) -> ProjectError:
    return ProjectError(
        f"respondent “{respondent.id}” (gesprek {respondent.transcript}) ontbreekt, maar {why}",
        where=path,
        todo="Zet de rij erbij. Telt iemand niet mee? Zet “bruikbaar” op nee, met een reden.",
    )


def _emptied(before: Register, after: Register, path: Path) -> Iterator[ProjectError]:
    new = {r.id: _cells(r) for r in after}
    for respondent in before:
        cells = new.get(respondent.id)
        lost = [] if cells is None else [c for c in _cells(respondent) if c not in cells]
        for column in lost:
            yield ProjectError(
                f"“{column}” van {respondent.id} is nu ingevuld, en wordt leeg", where=path,
                todo="Vul het in. Moet het echt weg, haal het dan eerst weg uit respondenten.csv.",
            )  # fmt: skip


def told(before: Register, after: Register) -> list[str]:
    """What is other in a register, without what stands in it: who is new, changed and gone."""
    old, new = ({r.id: _cells(r) for r in register} for register in (before, after))
    kept = [name for name in old if name in new and old[name] != new[name]]
    changed = [f"{name} ({', '.join(_other(old[name], new[name]))})" for name in kept]
    parts = {
        "nieuw": [name for name in new if name not in old],
        "gewijzigd": changed,
        "weg": [name for name in old if name not in new],
    }
    return [f"{what} {first_of(names, SHOWN)}" for what, names in parts.items() if names]


def _other(old: dict[str, str], new: dict[str, str]) -> list[str]:
    return [column for column in {**old, **new} if old.get(column) != new.get(column)]


def _cells(respondent: Respondent) -> dict[str, str]:
    """What is filled in of a respondent, by column; a reason goes with not being usable."""
    cells = {
        "perspectief": "" if respondent.group == UNKNOWN else respondent.group,
        "gesprek": respondent.transcript,
        "leidraad": respondent.guide,
        "spreker": respondent.speaker or "",
        "bruikbaar": "ja" if respondent.usable else f"nee, {respondent.reason}",
        **respondent.attributes,
    }
    return {column: value for column, value in cells.items() if value}
