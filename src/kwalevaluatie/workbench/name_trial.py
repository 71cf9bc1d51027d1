"""What adding words to what is replaced would do, told before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kwalevaluatie.gate import Proposal, known_role
from kwalevaluatie.privacy.found import KnownName
from kwalevaluatie.privacy.identity import bare, plain
from kwalevaluatie.privacy.pseudonyms import Replacement
from kwalevaluatie.privacy.searching import Choice, Choices
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.name_choices import filled
from kwalevaluatie.workbench.name_search import Listed, NameSearch, name_search, waiting_one

SHOWN = 40
AROUND = 40
Given = Mapping[str, Any]
Shown = dict[str, Any]


def names_would(bench: Bench, given: Given) -> Shown:
    """What adding a name would replace, and with which names that are known it overlaps.

    Asks `id` (a conversation), `name`, `role` and whether `everywhere`. `places` are the words
    that would go and now stay, or that now go as somebody else (`was`); `count` is how many in
    how many `conversations`. `overlaps` are names that hold the words or are part of them, each
    with its `relation`: gelijk, langer or deel. Nothing is kept.
    """
    search, name = name_search(bench.project), filled(given, "name")
    role = known_role(filled(given, "role")).casefold()
    where = "" if given.get("everywhere") is True else waiting_one(search, given)
    with search.lock:
        before, after = search.proposals(), search.trial(*_with(search, name, role, where))
        known = [*_listed(search.listed, where), *_found(before, where)]
    places = [row for old, new in zip(before, after, strict=True) for row in _places(old, new)]
    return {
        "places": places[:SHOWN],
        "count": len(places),
        "conversations": len({row["transcript"] for row in places}),
        "overlaps": _overlaps(name, known),
    }


def _with(search: NameSearch, name: str, role: str, where: str) -> tuple[Listed, Choices]:
    """The name list and the choices as they would be; in one conversation it is a choice."""
    listed, choices = search.listed, search.choices
    key = plain(bare(name))
    if where:
        return listed, {**choices, (where, key): Choice(bare(name), True, (role,))}
    left = {at: one for at, one in choices.items() if at != ("", key) or one.replaced}
    return {**listed, "": [*listed.get("", ()), KnownName(name, role)]}, left


def _places(before: Proposal, after: Proposal) -> Iterator[Shown]:
    """The words of one conversation that would go, and now stay or go as somebody else."""
    for one in after.replacements:
        was = [old for old in before.replacements if _touch(old, one)]
        if one.replaced and not any(_is_same(old, one) for old in was):
            yield _place(after, one, [old for old in was if old.replaced])


def _touch(one: Replacement, other: Replacement) -> bool:
    a, b = one.identifier, other.identifier
    return one.turn == other.turn and a.start < b.stop and b.start < a.stop


def _is_same(old: Replacement, new: Replacement) -> bool:
    a, b = old.identifier, new.identifier
    return old.replaced and (a.start, a.stop, a.bearers) == (b.start, b.stop, b.bearers)


def _place(proposal: Proposal, one: Replacement, was: Sequence[Replacement]) -> Shown:
    found, text = one.identifier, proposal.transcript.turns[one.turn].text
    return {
        "transcript": proposal.transcript.id,
        "turn": one.turn,
        "before": text[max(0, found.start - AROUND) : found.start],
        "words": found.text,
        "after": text[found.stop : found.stop + AROUND],
        "becomes": one.pseudonym,
        "was": [{"text": old.identifier.text, "pseudonym": old.pseudonym} for old in was],
    }


# what is known already


def _listed(listed: Listed, where: str) -> Iterator[Shown]:
    """The names of the list that hold in a conversation, or all of them."""
    for place, names in listed.items():
        if not where or place in ("", where):
            for one in names:
                yield {"text": one.form, "role": one.role, "listed": True}


def _found(made: Iterable[Proposal], where: str) -> Iterator[Shown]:
    """What was found in a conversation, or in all."""
    for proposal in made:
        for one in proposal.replacements if where in ("", proposal.transcript.id) else ():
            found = one.identifier
            role = "/".join(dict.fromkeys(role for role, _ in found.bearers)) or found.kind
            yield {"text": bare(found.text), "role": role, "listed": False}


def _overlaps(name: str, known: Iterable[Shown]) -> list[Shown]:
    """Those that hold the words, or are part of them: each name and role once."""
    rows: dict[tuple[str, str], Shown] = {}
    for one in known:
        if relation := _relation(plain(bare(name)), plain(bare(one["text"]))):
            key = (plain(bare(one["text"])), one["role"])
            rows.setdefault(key, {**one, "relation": relation})
    return list(rows.values())


def _relation(words: str, others: str) -> str:
    """How what is known lies to the words: gelijk, langer (it holds them), deel, or nothing."""
    if words == others:
        return "gelijk"
    if f" {words} " in f" {others} ":
        return "langer"
    return "deel" if f" {others} " in f" {words} " else ""
