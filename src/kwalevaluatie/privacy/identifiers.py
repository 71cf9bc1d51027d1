"""Finding what identifies people: by form, by word lists, by context and by names one knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from kwalevaluatie.privacy.finding.addresses import find_addresses
from kwalevaluatie.privacy.finding.ages import find_ages
from kwalevaluatie.privacy.finding.dates import find_dates
from kwalevaluatie.privacy.finding.known import Forms, find_known, forms_of
from kwalevaluatie.privacy.finding.numbers import find_numbers
from kwalevaluatie.privacy.finding.online import find_online
from kwalevaluatie.privacy.finding.organisations import find_organisations
from kwalevaluatie.privacy.finding.people import find_people
from kwalevaluatie.privacy.finding.places import find_places
from kwalevaluatie.privacy.finding.words import Words
from kwalevaluatie.privacy.found import KINDS, Identifier, KnownName, overlapping

__all__ = ["KINDS", "Identifier", "KnownName", "find_identifiers"]


def find_identifiers(text: str, names: Iterable[str | KnownName] = ()) -> list[Identifier]:
    """Everything in a text that may tell who somebody is: names, addresses, numbers, dates.

    `names` are names that the researcher knows to occur: as text ("Fatima el Idrissi") or with
    a role (`KnownName`). They are found in all their forms, also without capitals. Returns
    `Identifier(start, stop, kind, text, certainty, …)` in order, none overlapping another;
    offsets count characters, half-open. Nothing here is certain: a person confirms it.

    >>> [(one.kind, one.text) for one in find_identifiers("Mijn regisseur Joris woont in Doorn.")]
    [('persoon', 'Joris'), ('plaats', 'Doorn')]
    """
    words = Words(text)
    forms = _forms(names)
    found = chain(
        find_online(words), find_numbers(words), find_known(words, forms), find_dates(words),
        find_ages(words),
        find_addresses(words), find_organisations(words), find_people(words), find_places(words),
    )  # fmt: skip
    return _apart(found, text, forms)


_recent: dict[int, tuple[object, Forms]] = {}
_MOST_RECENT = 50


def _forms(names: Iterable[str | KnownName]) -> Forms:
    """The forms of the names; of the same tuple they are made once."""
    kept = _recent.get(id(names))
    if kept and kept[0] is names:
        return kept[1]
    forms = forms_of(tuple(_known(name) for name in names))
    if isinstance(names, tuple):
        if len(_recent) >= _MOST_RECENT:
            _recent.clear()
        _recent[id(names)] = names, forms
    return forms


def _known(name: str | KnownName) -> KnownName:
    return KnownName(name) if isinstance(name, str) else name


def _apart(found: Iterable[Identifier], text: str, forms: Forms) -> list[Identifier]:
    """What overlaps becomes one: the longest says what it is, the first finder when equal."""
    return [run[0] if len(run) == 1 else _joined(run, text, forms) for run in overlapping(found)]


def _joined(run: list[Identifier], text: str, forms: Forms) -> Identifier:
    start, stop = run[0].start, max(one.stop for one in run)
    longest = max(run, key=lambda one: one.stop - one.start)
    same = (one for one in run if one.kind == longest.kind)
    known = next((one for one in same if _means(one, longest, forms)), longest)
    return replace(
        longest, start=start, stop=stop, text=text[start:stop], bearers=known.bearers,
        certainty=max(one.certainty for one in run), direct=any(one.direct for one in run),
    )  # fmt: skip


def _means(one: Identifier, longest: Identifier, forms: Forms) -> bool:
    """Whether a known name within a longer one is of the same person."""
    known = [key for key in one.bearers if key in forms.words]
    return bool(known) and not all(forms.is_another(key, longest.text) for key in known)
