"""The privacy gate: raw conversations, a name list and what people chose become frozen text."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import KwalError, KwalWarning, PrivacyError, ProblemList
from kwalevaluatie.files import make_folder, write_text
from kwalevaluatie.formats.choices import ChosenWords, read_choices, write_choices
from kwalevaluatie.formats.tables import Name, append_names, csv_text, read_names
from kwalevaluatie.hints import tell
from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.found import KnownName
from kwalevaluatie.privacy.identity import (
    Names,
    bare,
    in_project,
    is_person,
    plain,
    said_in,
    words_of,
)
from kwalevaluatie.privacy.key import KeyEntry
from kwalevaluatie.privacy.pseudonyms import (
    Numbering,
    Replacement,
    apply,
    propose,
)
from kwalevaluatie.privacy.searching import Choice, Choices, search
from kwalevaluatie.privacy.speakers import names_in_sight

SPREAD = ("persoon", "organisatie", "adres")
CONTEXT = 40
BUSY = ".bevestigen"
MASK = "[naam]"
_WORD = re.compile(r"[^\W\d_]+")
Watch = Callable[[Sequence[Any], str], Iterable[Any]]


@dataclass(frozen=True)
class Proposal:
    """One conversation with what is to be replaced in it, and the names that were looked for."""

    transcript: Transcript
    names: Names
    replacements: tuple[Replacement, ...]

    def safe(self, choices: Choices) -> Transcript:
        """The conversation with the replacements made."""
        return apply(self.transcript, self.replacements, self.names, choices)


@dataclass(frozen=True)
class Waiting:
    """The conversations that wait at the gate, and all that is known of the people in them.

    `listed` is the name list by conversation, `frozen` what passed the gate before, `earlier`
    the key as it was.
    """

    transcripts: Sequence[Transcript]
    listed: Mapping[str, Sequence[KnownName]]
    frozen: Sequence[Transcript]
    earlier: Sequence[KeyEntry]
    watch: Watch

    def choices(self, given: Any, path: Path) -> Choices:
        """What people chose until now; a work list that is given is taken over first."""
        kept = kept_choices(path)
        if given is not None:
            known = {transcript.id for transcript in (*self.transcripts, *self.frozen)}
            changed = read_choices(given, known)
            kept = merged(kept, changed, self.propose({}).made)
            write_choices(path, kept)
        return as_choices(kept)

    def propose(self, choices: Choices) -> Proposed:
        """What is to be replaced in every conversation, numbered in their order."""
        numbering = _numbering(self.earlier, self.frozen)
        seen = {transcript.id: names_in_sight(transcript) for transcript in self.transcripts}
        said = {transcript.id: said_in(transcript) for transcript in self.transcripts}
        names = in_project(self.listed, seen, said, known_people(self.earlier))
        made = []
        for transcript in self.watch(self.transcripts, "Namen zoeken"):
            found, looked_for = search(transcript, names[transcript.id], choices)
            replacements = propose(transcript, found, choices, numbering)
            made.append(Proposal(transcript, looked_for, tuple(replacements)))
        return Proposed(made, numbering)


@dataclass(frozen=True)
class Proposed:
    """All proposals, and the numbering that they were given."""

    made: Sequence[Proposal]
    numbering: Numbering


def known_people(earlier: Iterable[KeyEntry]) -> list[KnownName]:
    """The people, organisations and addresses of a key, in every form of their name."""
    return [
        KnownName(form, entry.role, entry.who)
        for entry in earlier
        if entry.kind in SPREAD
        for form in entry.names
    ]


def _numbering(earlier: Iterable[KeyEntry], frozen: Iterable[Transcript]) -> Numbering:
    numbering = Numbering({(entry.role, entry.who): entry.pseudonym for entry in earlier})
    numbering.go_on_after(frozen)
    return numbering


@contextmanager
def alone(private: Path) -> Iterator[None]:
    """See to it that nobody else confirms names of this evaluation at the same time."""
    sign = make_folder(private) / BUSY
    try:
        os.close(os.open(sign, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        raise PrivacyError(
            "iemand bevestigt op dit moment al de namen van deze evaluatie", where=sign,
            todo="Wacht tot dat klaar is. Is er niets meer bezig? Verwijder dan dit bestand.",
        ) from None  # fmt: skip
    try:
        yield
    finally:
        sign.unlink(missing_ok=True)


# the name list


def listed_names(path: Path) -> dict[str, list[KnownName]]:
    """The names of a name list by conversation; "" holds for all."""
    known: dict[str, list[KnownName]] = {}
    for name in read_names(path) if path.exists() else ():
        role = name.role.strip().casefold() or "persoon"
        known.setdefault(name.transcript, []).append(KnownName(name.name, role, name.person))
    return known


def take_names(source: Path, own: Path) -> None:
    """Take over a name list; what was added to the one that is there goes along."""
    if own.exists() and source.resolve() == own.resolve():
        return
    given = {(name.transcript, plain(name.name)) for name in read_names(source)}
    text = csv_text(source)
    before = read_names(own) if own.exists() else ()
    extra = [name for name in before if (name.transcript, plain(name.name)) not in given]
    write_text(own, text)
    if extra:
        append_names(own, extra)


def unfound(listed: Mapping[str, Sequence[KnownName]], made: Sequence[Proposal]) -> list[str]:
    """The listed names of which no word was found anywhere: perhaps a slip of the pen."""
    found = {
        word
        for proposal in made
        for one in proposal.replacements
        for word in words_of(one.identifier.text)
    }
    here = {proposal.transcript.id for proposal in made} | {""}
    names = [name for where, names in listed.items() if where in here for name in names]
    return sorted({name.form for name in names if found.isdisjoint(words_of(name.form))})


def add_names(own: Path, names: Mapping[str, str]) -> None:
    """Add names, each with its role, that are looked for in all conversations."""
    there = read_names(own) if own.exists() else ()
    known = {(plain(name.name), name.role) for name in there if not name.transcript}
    new = [Name("", name, known_role(role)) for name, role in names.items()]
    append_names(own, [name for name in new if (plain(name.name), name.role) not in known])


# choices


def kept_choices(path: Path) -> tuple[ChosenWords, ...]:
    """What people chose until now."""
    return read_choices(path) if path.exists() else ()


def as_choices(rows: Iterable[ChosenWords]) -> dict[tuple[str, str], Choice]:
    """Choices by conversation and plain words; of two on the same words the last holds."""
    return {
        (row.transcript, plain(bare(row.text))): Choice(
            bare(row.text), row.replaced, tuple(role.casefold() for role in row.roles), row.people
        )
        for row in rows
    }


def merged(
    kept: Iterable[ChosenWords], given: Iterable[ChosenWords], made: Iterable[Proposal]
) -> tuple[ChosenWords, ...]:
    """What was chosen, with what differs from what is proposed (`made` without choices)."""
    found = {(row.transcript, plain(bare(row.text))): row for row in kept}
    proposed = _proposed(made)
    for row in given:
        key = (row.transcript, plain(bare(row.text)))
        if key in found or ("", key[1]) in found or not _is_as_proposed(row, proposed.get(key)):
            found[key] = row
    return tuple(found.values())


def forget_left(path: Path, names: Iterable[str]) -> None:
    """Forget that these words were to stay in all conversations."""
    forms = {plain(bare(name)) for name in names}
    kept = kept_choices(path)
    still = [r for r in kept if r.transcript or r.replaced or plain(bare(r.text)) not in forms]
    if len(still) < len(kept):
        write_choices(path, still)


def _proposed(made: Iterable[Proposal]) -> dict[tuple[str, str], Replacement]:
    found: dict[tuple[str, str], Replacement] = {}
    for proposal in made:
        for one in proposal.replacements:
            key = (proposal.transcript.id, plain(bare(one.identifier.text)))
            found.setdefault(key, one)
    return found


def _is_as_proposed(row: ChosenWords, proposed: Replacement | None) -> bool:
    if proposed is None or row.replaced != proposed.replaced:
        return False
    bearers = proposed.identifier.bearers
    roles, people = tuple(role for role, _ in bearers), tuple(who for _, who in bearers)
    return row.roles == () or (row.roles, row.people) == (roles, people)


# what is shown


def rows(made: Iterable[Proposal], status: str) -> Iterator[dict[str, Any]]:
    """A row for every identifier, in order of conversation and place."""
    for proposal in made:
        for one in proposal.replacements:
            yield _row(proposal.transcript, one, status if one.replaced else "blijft")


def _row(transcript: Transcript, one: Replacement, status: str) -> dict[str, Any]:
    identifier = one.identifier
    text = transcript.turns[one.turn].text
    return {
        "transcript": transcript.id,
        "turn": one.turn,
        "start": identifier.start,
        "stop": identifier.stop,
        "kind": identifier.kind,
        "text": identifier.text,
        "pseudonym": one.pseudonym,
        "doubtful": one.doubtful,
        "status": status,
        "certainty": identifier.certainty,
        "replace": one.replaced,
        "role": "/".join(role for role, _ in identifier.bearers),
        "person": "/".join(who for _, who in identifier.bearers),
        "context": _around(text, identifier.start, identifier.stop),
    }


def _around(text: str, start: int, stop: int) -> str:
    before, after = text[max(start - CONTEXT, 0) : start], text[stop : stop + CONTEXT]
    left = "… " if start > CONTEXT else ""
    right = " …" if len(text) > stop + CONTEXT else ""
    return " ".join(f"{left}{before}{text[start:stop]}{after}{right}".split())


# confirming


def check_ids(made: Sequence[Proposal], listed: Mapping[str, Sequence[KnownName]]) -> None:
    """Raise PrivacyError when the name of a conversation holds the name of a person."""
    forms = {plain(n.form) for names in listed.values() for n in names if is_person(n)}
    forms |= {plain(n.form) for one in made for n in one.names.known if is_person(n)}
    forms = {form for form in forms if len(form) > 1}
    masked = ((one.transcript.id, _masked(one.transcript.id, forms)) for one in made)
    problems = [
        PrivacyError(
            f"in de naam van gesprek “{safe}” staat de naam van een mens",
            todo="Geef het bestand een naam zonder namen, zoals r01, en importeer het opnieuw.",
        )
        for name, safe in masked
        if safe != name
    ]
    if problems:
        raise problems[0] if len(problems) == 1 else ProblemList(tuple[KwalError, ...](problems))


def _masked(name: str, forms: Iterable[str]) -> str:
    """The name of a conversation with every word that belongs to the name of a person masked."""
    there = words_of(name)
    names = {word for form in forms if words_of(form) <= there for word in words_of(form)}
    return _WORD.sub(lambda found: MASK if plain(found[0]) in names else found[0], name)


def key_entries(
    made: Iterable[Proposal], numbering: Numbering, earlier: Iterable[KeyEntry]
) -> list[KeyEntry]:
    """The key: everyone who has a pseudonym, with the forms of the name and where it was said."""
    people = {(entry.role, entry.who): _Person(entry) for entry in earlier}
    for proposal in made:
        for one in proposal.replacements:
            for bearer in one.identifier.bearers if one.replaced else ():
                kind, label = one.identifier.kind, numbering.given[bearer]
                person = people.setdefault(bearer, _Person(KeyEntry(label, kind, *bearer, ())))
                person.add(one.identifier.text, proposal)
    return [person.entry() for person in people.values()]


class _Person:
    """Somebody in the key, while conversations are gone through."""

    def __init__(self, known: KeyEntry) -> None:
        self.known = known
        self.names = dict.fromkeys(known.names)
        self.transcripts = dict.fromkeys(known.transcripts)

    def add(self, form: str, proposal: Proposal) -> None:
        bearer = (self.known.role, self.known.who)
        whole = (n.form for n in proposal.names.known if n.key == bearer and " " in n.form)
        self.names.update(dict.fromkeys([*whole, bare(form)]))
        self.transcripts[proposal.transcript.id] = None

    def entry(self) -> KeyEntry:
        known = self.known
        forms, where = tuple(self.names), tuple(self.transcripts)
        return KeyEntry(known.pseudonym, known.kind, known.role, known.who, forms, where)


def tell_no_key() -> None:
    """Warn that nobody will know who stands behind the pseudonyms."""
    warnings.warn(
        "zonder wachtzin wordt er geen sleutel bewaard: wie regisseur-1 is, is later niet terug te "
        "vinden, en mensen worden niet herkend in gesprekken die u later inleest.",
        KwalWarning, stacklevel=3,
    )  # fmt: skip


def tell_unlisted(
    listed: Mapping[str, Sequence[KnownName]], waiting: Sequence[Transcript], known: Iterable[str]
) -> None:
    """Warn about conversations without a name in the list, and names without a conversation."""
    unlisted = [t.id for t in waiting if t.id not in listed and "" not in listed]
    tell("voor deze gesprekken staan er geen namen in de namenlijst", unlisted)
    strange = set(listed) - {"", *known}
    tell("de namenlijst noemt gesprekken die niet zijn ingelezen", strange)


def known_role(role: str) -> str:
    """The role of a name, or an error when no pseudonym can be made of it."""
    if not any(sign.isalpha() for sign in role):
        raise KwalError(f"“{role}” is geen rol", todo="Schrijf bijvoorbeeld: Petra=regisseur")
    return role.strip()
