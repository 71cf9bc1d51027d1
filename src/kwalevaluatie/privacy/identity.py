"""Who is who: the names of all conversations as people, and the forms in which they are said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.finding.words import PREFIXES, TITLES
from kwalevaluatie.privacy.found import KnownName

SOMEBODY = "persoon"
Bearer = tuple[str, str]
SHORTEST = 2
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class Names:
    """The names to look for in one conversation, each with its bearer.

    `loose` are the bearers of single names from elsewhere: somebody else here, and doubtful.
    `asked` are words that a person asks to replace, whatever they are.
    """

    known: tuple[KnownName, ...] = ()
    loose: frozenset[Bearer] = frozenset()
    asked: tuple[KnownName, ...] = ()

    def bearers(self, form: str) -> tuple[Bearer, ...]:
        """Who may be meant by this form."""
        same = (name.key for name in self.known if plain(name.form) == plain(form))
        return tuple(dict.fromkeys(same))


def plain(form: str) -> str:
    """The form in which two spellings of one name are the same."""
    return " ".join(normalize("NFC", form).casefold().split())


def bare(form: str) -> str:
    """A name without the s of a possessive."""
    return _POSSESSIVE.sub("", form)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in a form that can be compared."""
    return frozenset(_WORD.findall(plain(text)))


def said_in(transcript: Transcript) -> frozenset[str]:
    """The words of a conversation, also without the s of a possessive."""
    words = frozenset[str]().union(*(words_of(turn.text) for turn in transcript.turns))
    return words | {word.removesuffix("s") for word in words}


def is_full(form: str) -> bool:
    """Whether a name is a first name with a surname: it means the same person everywhere."""
    words = without_title(form).split()
    return len(words) > 1 and words[0].casefold() not in PREFIXES


def is_person(name: KnownName) -> bool:
    """Whether the name is somebody's, and not that of an organisation or a place."""
    return name.kind == SOMEBODY


def without_title(form: str) -> str:
    """A name without "mevrouw" or "meneer" before it, and without the s of a possessive."""
    words = bare(form).split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def parts(name: KnownName) -> list[str]:
    """The other forms of a name: first name alone, surname with and without its prefix."""
    if not is_person(name):
        return []
    words = without_title(name.form).split()
    start = 1 if is_full(name.form) else 0
    tails = [words[index:] for index in range(start, len(words))]
    found = [*words[:start], *(" ".join(tail) for tail in tails if _is_surname(tail))]
    return [form for form in dict.fromkeys(found) if _is_long(form) and form != name.form]


def _is_surname(words: list[str]) -> bool:
    return words[-1].casefold() not in PREFIXES and _is_long(words[-1])


def _is_long(form: str) -> bool:
    """Whether a form is more than an initial."""
    return sum(sign.isalpha() for sign in form) >= SHORTEST


def who(name: KnownName, transcript: str) -> str:
    """Who bears a name: the person in the list, the full name, or someone in this conversation."""
    said = without_title(name.form)
    if is_person(name) and not is_full(name.form):
        said = f"{said} ({transcript})"
    return plain(name.person or said)


def in_project(
    listed: Mapping[str, Sequence[KnownName]],
    seen: Mapping[str, Sequence[KnownName]],
    words: Mapping[str, frozenset[str]],
    known: Sequence[KnownName] = (),
) -> dict[str, Names]:
    """The names to look for in each conversation, with who bears them.

    `listed` are names by conversation ("" for all), `seen` those in labels, headers and file
    names, `words` what is said in each conversation, and `known` people from earlier ones. A
    full name is the same person everywhere; a single name only within its conversation.
    """
    full = _full_names([*known, *(name for names in listed.values() for name in names)])
    own = {
        transcript: _own(
            _listed_in(transcript, listed),
            seen.get(transcript, ()), transcript, full,
        )
        for transcript in {*listed, *seen, *words} - {""}
    }  # fmt: skip
    everybody = _everybody([*known, *(name for names in own.values() for name in names)], listed)
    return {
        transcript: _with_others(own.get(transcript, []), everybody, said, transcript)
        for transcript, said in words.items()
    }


def _listed_in(transcript: str, listed: Mapping[str, Sequence[KnownName]]) -> list[KnownName]:
    """The names listed for a conversation, and those for all that it does not list itself."""
    own = listed.get(transcript, ())
    forms = {plain(name.form) for name in own}
    return [*own, *(name for name in listed.get("", ()) if plain(name.form) not in forms)]


def _full_names(names: Iterable[KnownName]) -> dict[tuple[str, str], set[str]]:
    """The people that the list gives a name of their own, by role and full name."""
    found: dict[tuple[str, str], set[str]] = {}
    for name in names:
        if name.person and (is_full(name.form) or not is_person(name)):
            found.setdefault((name.role, plain(name.form)), set()).add(plain(name.person))
    return found


def _everybody(
    names: Iterable[KnownName], listed: Mapping[str, Sequence[KnownName]]
) -> list[KnownName]:
    """All names to look for everywhere.

    Not a place, which tells who somebody is only there; nor a surname that lost its prefix:
    "Wit" of "de Wit" may be any word.
    """
    every = dict.fromkeys(names)
    written = {plain(name.form) for names in listed.values() for name in names}
    shortened = {form for name in every for form in _without_prefix(name.form)} - written
    return [n for n in every if n.kind != "plaats" and plain(n.form) not in shortened]


def _without_prefix(form: str) -> Iterator[str]:
    words = plain(form).split()
    for index, word in enumerate(words[1:], start=1):
        if words[index - 1] in PREFIXES and word not in PREFIXES:
            yield " ".join(words[index:])


def _own(
    listed: Sequence[KnownName], seen: Sequence[KnownName], transcript: str,
    full: Mapping[tuple[str, str], set[str]],
) -> list[KnownName]:  # fmt: skip
    """The names of one conversation, each with its bearer and with the other forms of it."""
    found = _with_parts([_settled(name, transcript, full) for name in listed])
    for name in seen:
        if plain(name.form) not in {plain(one.form) for one in found}:
            person = _same(name, found) or _settled(name, transcript, full)
            found = _with_parts([*found, replace(person, form=name.form)])
    return list(dict.fromkeys(found))


def _settled(
    name: KnownName, transcript: str, full: Mapping[tuple[str, str], set[str]]
) -> KnownName:
    people = full.get((name.role, plain(name.form)), set())
    if not name.person and len(people) == 1:
        return replace(name, person=next(iter(people)))
    return replace(name, person=who(name, transcript))


def _same(name: KnownName, found: Sequence[KnownName]) -> KnownName | None:
    """The one person among those found who has a part of this name."""
    for form in parts(name):
        same = {one.key: one for one in found if plain(one.form) == plain(form)}
        if same:
            return next(iter(same.values())) if len(same) == 1 else None
    return None


def _with_parts(names: Sequence[KnownName], taken: Iterable[KnownName] = ()) -> list[KnownName]:
    """Names with their other forms, where no name in the list has that form already."""
    there = {plain(name.form) for name in (*names, *taken)}
    made = [
        replace(name, form=form)
        for name in names
        for form in parts(name)
        if plain(form) not in there
    ]
    return list(dict.fromkeys([*names, *made]))


def _with_others(
    own: Sequence[KnownName], everybody: Sequence[KnownName], said: frozenset[str], transcript: str
) -> Names:
    """The names of one conversation with those of all others, as far as their words are said."""
    taken = {plain(name.form) for name in own}
    here = [name for name in everybody if words_of(name.form) <= said]
    same = [name for name in here if is_full(name.form) and plain(name.form) not in taken]
    known = [*own, *_with_parts(same, own)]
    taken = {plain(name.form) for name in known}
    loose = [name for name in here if plain(name.form) not in taken]
    strangers = list(_strangers(loose, transcript))
    return Names(
        tuple(dict.fromkeys([*known, *strangers])), frozenset(name.key for name in strangers)
    )


def _strangers(loose: Iterable[KnownName], transcript: str) -> Iterator[KnownName]:
    """Single names from elsewhere as people of this conversation; a role only where it is one."""
    roles: dict[str, dict[str, KnownName]] = {}
    for name in loose:
        roles.setdefault(plain(name.form), {})[name.role] = name
    for named in roles.values():
        name = next(iter(named.values()))
        role = name.role if len(named) == 1 else SOMEBODY
        stranger = replace(name, role=role, person="")
        yield replace(stranger, person=who(stranger, transcript))
