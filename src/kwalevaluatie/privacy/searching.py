"""Looking through a whole conversation: what is found in one turn is known in every other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.found import Identifier, KnownName, overlapping
from kwalevaluatie.privacy.identifiers import find_identifiers
from kwalevaluatie.privacy.identity import (
    SOMEBODY,
    Bearer,
    Names,
    bare,
    is_full,
    parts,
    plain,
    who,
    without_title,
)


@dataclass(frozen=True)
class Found:
    """An identifier in a turn, with those who may bear it; `loose` when it is not certain who."""

    turn: int
    identifier: Identifier
    loose: bool = False


@dataclass(frozen=True)
class Choice:
    """What a person chose for some words: replaced or not, and by which roles and people."""

    words: str
    replaced: bool
    roles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


Choices = Mapping[tuple[str, str], Choice]
"""Choices by conversation ("" for all) and plain words."""


def chosen(choices: Choices, transcript: str, words: str) -> Choice | None:
    """What was chosen for these words in this conversation, or else in all."""
    key = plain(bare(words))
    return choices.get((transcript, key)) or choices.get(("", key))


def bearers_of(one: Found, choice: Choice | None, transcript: str) -> tuple[Bearer, ...]:
    """Who is meant: as chosen, or else as found."""
    if choice is None or not choice.roles:
        return one.identifier.bearers
    form = bare(one.identifier.text)
    people = choice.people or ("",) * len(choice.roles)
    pairs = zip(choice.roles, people, strict=True)
    return tuple((role, who(KnownName(form, role, person), transcript)) for role, person in pairs)


def search(transcript: Transcript, names: Names, choices: Choices) -> tuple[list[Found], Names]:
    """Everything in a conversation that identifies someone, and the names by which it was found.

    Names that gave themselves away somewhere ("mijn regisseur Fatima") and words that a person
    asks to replace are looked for in every turn.
    """
    names = replace(names, asked=tuple(_asked(choices, transcript.id)))
    own = replace(names, known=tuple(n for n in names.known if n.key not in names.loose))
    found = list(_search(transcript, own))
    learned = _learned(found, own, transcript.id)
    names = replace(names, known=(*own.known, *_without_doubles(learned, names, transcript.id)))
    if names.known != own.known:
        found = list(_search(transcript, names))
    return [_settled(one, names, transcript.id) for one in found], names


def _without_doubles(
    learned: Sequence[KnownName], names: Names, transcript: str
) -> list[KnownName]:
    """Names learned here and loose ones from elsewhere, each form once.

    Who has a role or a full name here goes before a loose name; a bare name goes after it.
    """
    certain = {plain(name.form) for name in learned if _says_who(name, transcript)}
    loose = [n for n in names.known if n.key in names.loose and plain(n.form) not in certain]
    taken = {plain(name.form) for name in loose}
    return [*(name for name in learned if plain(name.form) not in taken), *loose]


def _says_who(name: KnownName, transcript: str) -> bool:
    return name.role != SOMEBODY or name.person != who(replace(name, person=""), transcript)


def _search(transcript: Transcript, names: Names) -> Iterator[Found]:
    for index, turn in enumerate(transcript.turns):
        for identifier in identify(turn.text, names):
            yield Found(index, identifier)


def identify(text: str, names: Names) -> list[Identifier]:
    """What identifies someone in a text, and what a person asks to replace in it, apart."""
    found = find_identifiers(text, names.known)
    asked = [one for name in names.asked for one in _places(text, name)]
    if not asked:
        return found
    return [_joined(run, text) for run in overlapping([*found, *asked])]


def _joined(run: list[Identifier], text: str) -> Identifier:
    start, stop = run[0].start, max(one.stop for one in run)
    longest = max(run, key=lambda one: one.stop - one.start)
    direct = any(one.direct for one in run)
    return replace(longest, start=start, stop=stop, text=text[start:stop], direct=direct)


def _places(text: str, name: KnownName) -> Iterator[Identifier]:
    for found in re.finditer(rf"(?<!\w){re.escape(name.form)}(?!\w)", text):
        yield Identifier(*found.span(), name.kind, found[0], 1.0, (name.key,))


def _asked(choices: Choices, transcript: str) -> Iterator[KnownName]:
    """Words that a person asks to replace."""
    for (where, words), choice in choices.items():
        here = where in ("", transcript) and chosen(choices, transcript, words) is choice
        if choice.replaced and here:
            name = KnownName(choice.words, next(iter(choice.roles), SOMEBODY))
            yield replace(name, person=who(name, transcript))


def _learned(found: Sequence[Found], names: Names, transcript: str) -> tuple[KnownName, ...]:
    """People found by what stands around their name, with the other forms of it."""
    roles = _roles(found, names)
    made: dict[KnownName, None] = {}
    for form, labels in roles.items():
        for role in _surest(labels):
            name = KnownName(form, role)
            name = replace(name, person=who(name, transcript))
            own = (p for p in parts(name) if p not in roles and not names.bearers(p))
            made |= dict.fromkeys(replace(name, form=one) for one in (form, *own))
    return tuple(made)


def _roles(found: Iterable[Found], names: Names) -> dict[str, dict[str, None]]:
    """The roles of the people who are found and not known, by name.

    A first name or surname alone belongs to the full name, unless its role is another.
    """
    known = {name.key for name in names.known}
    roles: dict[str, dict[str, None]] = {}
    for one in found:
        identifier, form = one.identifier, without_title(one.identifier.text)
        new = known.isdisjoint(identifier.bearers) and not names.bearers(form)
        if identifier.kind == SOMEBODY and identifier.direct and new:
            roles.setdefault(form, {}).update((role, None) for role, _ in identifier.bearers)
    for form in [form for form in roles if is_full(form)]:
        for part in parts(KnownName(form)):
            if len({*roles[form], *roles.get(part, ())} - {SOMEBODY}) < 2:
                roles[form] |= roles.pop(part, {})
    return roles


def _surest(roles: Iterable[str]) -> list[str]:
    """The roles that say more than that this is somebody."""
    return [role for role in roles if role != SOMEBODY] or [SOMEBODY]


def _settled(one: Found, names: Names, transcript: str) -> Found:
    """What was found with its bearers as the project knows them."""
    identifier = one.identifier
    known = {name.key for name in names.known}
    here = [bearer for bearer in identifier.bearers if bearer in known]
    if not here and identifier.kind == SOMEBODY:
        here = list(names.bearers(without_title(identifier.text)))
    if not here:
        here = [_bearer(identifier, role, said, transcript) for role, said in _said(identifier)]
    settled = replace(identifier, bearers=tuple(dict.fromkeys(here)))
    return replace(one, identifier=settled, loose=not names.loose.isdisjoint(here))


def _said(identifier: Identifier) -> tuple[Bearer, ...]:
    return identifier.bearers or ((identifier.kind, plain(identifier.text)),)


def _bearer(identifier: Identifier, role: str, said: str, transcript: str) -> Bearer:
    if identifier.kind != SOMEBODY:
        return role, said
    return role, who(KnownName(identifier.text, role), transcript)
