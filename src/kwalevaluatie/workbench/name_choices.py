"""What is chosen on the screen for the words that identify people, kept at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import PrivacyError
from kwalevaluatie.formats.choices import BETWEEN, ChosenWords, write_choices
from kwalevaluatie.gate import kept_choices, known_role
from kwalevaluatie.privacy.identity import bare, plain

LABELS = {
    "text": "de woorden", "name": "de naam", "role": "de rol", "confirmed_by": "uw naam",
}  # fmt: skip
Given = Mapping[str, Any]
Key = tuple[str, str]
Kept = dict[Key, ChosenWords]


@dataclass(frozen=True)
class Wish:
    """One choice as the screen sends it; without `replaced` an earlier one is to be forgotten."""

    transcript: str
    text: str
    replaced: bool | None
    roles: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def key(self) -> Key:
        """The conversation and the words that it is about."""
        return self.transcript, plain(self.text)


def choose(path: Path, rows: Any, waiting: Collection[str]) -> list[dict[str, Any]]:
    """Keep choices in a file, and return the rows that would undo them, in their order.

    A choice for all conversations (`transcript` is "") goes before those on the same words in
    one of them. Raises PrivacyError, and keeps nothing, when one cannot be read.
    """
    if not isinstance(rows, list) or not rows:
        raise PrivacyError("er is niets gekozen")
    wishes = [_wish(row, waiting) for row in rows]
    kept = {(row.transcript, plain(bare(row.text))): row for row in kept_choices(path)}
    undoing = [row for wish in wishes for row in _take(wish, kept)]
    write_choices(path, kept.values())
    return undoing[::-1]


def _take(wish: Wish, kept: Kept) -> Iterator[dict[str, Any]]:
    """Put one choice among those that were kept; what it takes the place of comes back."""
    narrower = [key for key in kept if key[1] == wish.key[1] and key[0] and not wish.transcript]
    for key in narrower if wish.replaced is not None else ():
        yield _row(kept.pop(key))
    before = kept.pop(wish.key, None)
    yield _row(before) if before else _forgotten(wish)
    if wish.replaced is not None:
        kept[wish.key] = ChosenWords(
            wish.transcript, wish.text, wish.replaced, wish.roles, wish.people
        )


def _row(chosen: ChosenWords) -> dict[str, Any]:
    return {
        "transcript": chosen.transcript, "text": chosen.text, "replaced": chosen.replaced,
        "roles": list(chosen.roles), "people": list(chosen.people),
    }  # fmt: skip


def _forgotten(wish: Wish) -> dict[str, Any]:
    return {"transcript": wish.transcript, "text": wish.text, "replaced": None}


def _wish(given: Any, waiting: Collection[str]) -> Wish:
    if not isinstance(given, Mapping) or given.get("replaced") not in (True, False, None):
        raise PrivacyError("deze keuze is niet te lezen", todo="Ververs de pagina.")
    transcript = str(given.get("transcript", ""))
    if transcript and transcript not in waiting:
        raise PrivacyError(f"gesprek “{transcript}” wacht niet op namen", todo="Ververs de pagina.")
    return Wish(transcript, bare(filled(given, "text")), given.get("replaced"), *_bearers(given))


def _bearers(given: Given) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Roles and people that go together; people are left out when the file cannot hold them."""
    roles = tuple(known_role(str(role)) for role in given.get("roles") or ())
    people = tuple(str(person).strip() for person in given.get("people") or ())
    if any(BETWEEN in role for role in roles):
        raise PrivacyError(f"in een rol mag geen {BETWEEN} staan", todo="Kies een andere rol.")
    if len(people) != len(roles) or any(BETWEEN in person for person in people):
        return roles, ()
    return roles, people


def filled(given: Given, name: str) -> str:
    """What was filled in on the screen; PrivacyError when nothing was."""
    said = str(given.get(name, "") or "").strip()
    if not said:
        raise PrivacyError(f"{LABELS[name]}: er is niets ingevuld", todo="Vul dit in.")
    return said
