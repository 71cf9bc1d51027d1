"""Making conversations safe on the screen: what identifies people, chosen one by one.

Raw names are in these answers and nowhere else: not in a log, and not in a message.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kwalevaluatie import gate
from kwalevaluatie.errors import KwalWarning, PrivacyError
from kwalevaluatie.gate import Proposal
from kwalevaluatie.privacy.identity import bare, plain
from kwalevaluatie.privacy.pseudonyms import Replacement
from kwalevaluatie.privacy.searching import Choices, chosen
from kwalevaluatie.project.room import CHOICES, KEY
from kwalevaluatie.workbench.bench import Bench
from kwalevaluatie.workbench.name_choices import choose, filled
from kwalevaluatie.workbench.name_search import NameSearch, name_search, waiting_one
from kwalevaluatie.workbench.progress import followed

SHORTEST = 8
Given = Mapping[str, Any]
Shown = dict[str, Any]


def names(bench: Bench, given: Given) -> Shown:
    """The conversations that wait, and which of them still have to be searched."""
    search = name_search(bench.project)
    return {
        "waiting": search.waiting,
        "to_search": search.open_steps(),
        "frozen": len(bench.project.store.names()),
        "has_key": bench.project.has_key,
        "key_open": bool(search.earlier),
    }


def names_search(bench: Bench, given: Given) -> Shown:
    """Look through one conversation; the screen asks this one by one, to show how far it is."""
    search = name_search(bench.project)
    return {"found": len(search.search(waiting_one(search, given)).found)}


def names_table(bench: Bench, given: Given) -> Shown:
    """How many identifiers every conversation has, and what is still to be looked at."""
    search = name_search(bench.project)
    made, choices = search.proposals(), search.choices
    return {
        "conversations": [_counted(one, choices) for one in made],
        "unfound": gate.unfound(search.listed, made),
        "roles": sorted(_roles(made)),
    }


def names_conversation(bench: Bench, given: Given) -> Shown:
    """One raw conversation with everything in it that identifies people."""
    search = name_search(bench.project)
    heard = search.heard(waiting_one(search, given)).transcript
    turns = [{"speaker": t.speaker, "role": t.role, "text": t.text} for t in heard.turns]
    return {"id": heard.id, "turns": turns, **_state(search, heard.id)}


def names_choose(bench: Bench, given: Given) -> Shown:
    """Keep what was chosen for some words: replace them, leave them, or no choice any more.

    A row has `transcript` ("" for all conversations), `text`, `replaced` (true, false, or null
    to forget the choice) and, where the role or the person is another, `roles` and `people`.
    It is on disk before this answers. `before` are the rows that would undo it.
    """
    search = name_search(bench.project)
    with search.lock:
        before = choose(bench.project.path / CHOICES, given.get("rows"), set(search.waiting))
    return {"before": before, **_after(search, given)}


def names_add(bench: Bench, given: Given) -> Shown:
    """Put a name on the name list: it is looked for, in all its forms, in every conversation."""
    search, name = name_search(bench.project), filled(given, "name")
    with search.lock:
        bench.project.add_names({name: filled(given, "role")})
    return _after(search, given)


def names_risks(bench: Bench, given: Given) -> Shown:
    """In which waiting conversations somebody may be recognised by what is told, and on what."""
    from kwalevaluatie.privacy.risk import risk_of_conversation

    search = name_search(bench.project)
    rows = []
    for name in search.waiting:
        turns = search.heard(name).transcript.turns
        risk = risk_of_conversation((turn.role, turn.text) for turn in turns)
        traits = sorted(risk.traits, key=lambda trait: -trait.weight)
        shown = [{"kind": t.kind, "text": t.text, "turn": t.turn} for t in traits]
        rows.append({"id": name, "risk": risk.level, "score": risk.score,
                     "reason": risk.reason, "traits": shown})  # fmt: skip
    return {"risks": sorted(rows, key=lambda row: -row["score"])}


def names_key(bench: Bench, given: Given) -> Shown:
    """Open the key, so that people of earlier conversations are recognised in these."""
    from kwalevaluatie.privacy.key import read_key

    search = name_search(bench.project)
    entries = read_key(bench.project.path / KEY, str(given.get("passphrase", "")))
    with search.lock:
        search.earlier = tuple(entries)
    return names(bench, given)


def names_freeze(bench: Bench, given: Given) -> Shown:
    """Replace what is to be replaced and freeze the texts, in the name of who confirms it.

    Asks for a passphrase, twice where there is no key yet, or `without_key` as a choice.
    """
    passphrase, by = str(given.get("passphrase", "")), filled(given, "confirmed_by")
    if not (passphrase or given.get("without_key") is True):
        raise PrivacyError(
            "er is geen wachtzin", todo="Typ een wachtzin, of kies dat er geen sleutel komt."
        )
    if passphrase and not bench.project.has_key:
        _check_new(passphrase, str(given.get("again", "")))
    waiting = name_search(bench.project).waiting
    with warnings.catch_warnings(record=True) as told, followed(bench.project):
        warnings.simplefilter("always", KwalWarning)
        bench.project.pseudonymise(confirmed_by=by, passphrase=passphrase)
    said = [str(one.message) for one in told if issubclass(one.category, KwalWarning)]
    return {"now_frozen": waiting, "told": list(dict.fromkeys(said)), **names(bench, given)}


def _check_new(passphrase: str, again: str) -> None:
    if passphrase != again:
        raise PrivacyError("de twee wachtzinnen zijn niet gelijk", todo="Typ ze nog eens.")
    if len(passphrase) < SHORTEST:
        raise PrivacyError(
            "deze wachtzin is te kort", todo=f"Neem er een van minstens {SHORTEST} tekens."
        )


# what is shown


def _after(search: NameSearch, given: Given) -> Shown:
    return _state(search, waiting_one(search, given)) if given.get("id") else {}


def _state(search: NameSearch, name: str) -> Shown:
    with search.lock:
        made, choices = search.proposals(), search.choices
    one = next(proposal for proposal in made if proposal.transcript.id == name)
    elsewhere = _elsewhere(made, name)
    found = [_shown(row, made_of, choices, elsewhere) for row, made_of in _pairs(one)]
    return {"found": found, "people": _people(made), **_counted(one, choices)}


def _pairs(one: Proposal) -> Iterable[tuple[Shown, Replacement]]:
    return zip(gate.rows([one], "voorgesteld"), one.replacements, strict=True)


def _shown(row: Shown, one: Replacement, choices: Choices, elsewhere: Counter[str]) -> Shown:
    choice = chosen(choices, row["transcript"], row["text"])
    names = ("turn", "start", "stop", "kind", "text", "pseudonym", "doubtful", "certainty")
    return {
        **{name: row[name] for name in names},
        "replaced": one.replaced,
        "bearers": [list(bearer) for bearer in one.identifier.bearers],
        "chosen": choice is not None,
        "elsewhere": elsewhere[_words(row["text"])],
    }


def _words(text: str) -> str:
    return plain(bare(text))


def _elsewhere(made: Iterable[Proposal], name: str) -> Counter[str]:
    """In how many other conversations the same words stand."""
    return Counter(
        words
        for one in made
        if one.transcript.id != name
        for words in {_words(found.identifier.text) for found in one.replacements}
    )


def _people(made: Iterable[Proposal]) -> list[Shown]:
    """Everybody who gets a pseudonym of his own, with one form of the name."""
    found: dict[str, Shown] = {}
    for proposal in made:
        for one in proposal.replacements:
            if one.replaced and len(one.identifier.bearers) == 1:
                role, person = one.identifier.bearers[0]
                shown = {"role": role, "person": person, "text": one.identifier.text}
                found.setdefault(one.pseudonym, {"pseudonym": one.pseudonym, **shown})
    return list(found.values())


def _roles(made: Iterable[Proposal]) -> set[str]:
    return {role for p in made for one in p.replacements for role, _ in one.identifier.bearers}


def _counted(one: Proposal, choices: Choices) -> Shown:
    name = one.transcript.id
    unseen = [
        found for found in one.replacements
        if chosen(choices, name, found.identifier.text) is None
    ]  # fmt: skip
    return {
        "id": name,
        "words": one.transcript.words,
        "identifiers": len(one.replacements),
        "to_replace": sum(found.replaced for found in one.replacements),
        "unseen": len(unseen),
        "doubtful": sum(found.doubtful for found in unseen),
    }
