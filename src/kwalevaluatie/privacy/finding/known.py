"""Finds the names that the researcher knows, in every form in which they are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kwalevaluatie.privacy.finding.evidence import (
    ARTICLES,
    ASKS,
    BY,
    VERBS,
    acts,
    anchored,
    stands_apart,
)
from kwalevaluatie.privacy.finding.words import (
    CAPITAL,
    COUNTRY,
    FREQUENT,
    GIVEN,
    ORDINARY,
    PLACE,
    PREFIXES,
    TITLES,
    UNKNOWN,
    Words,
    diminutives,
    split_words,
    without_accents,
)
from kwalevaluatie.privacy.found import Identifier, KnownName

_FUZZY = 5
_SAYS = frozenset(
    "zei zegt kwam komt belde belt vroeg vraagt vertelde mailde appte schreef".split()
)


@dataclass(frozen=True)
class Forms:
    """The forms of all known names by their first word, the longest first."""

    by_word: Mapping[str, tuple[tuple[tuple[str, ...], tuple[KnownName, ...]], ...]]
    words: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    near: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    @cached_property
    def alike(self) -> Mapping[tuple[str, int], list[str]]:
        """The first words by their first letter and length."""
        found: dict[tuple[str, int], list[str]] = {}
        for word in self.by_word:
            if len(word) >= _FUZZY:
                found.setdefault((word[0], len(word)), []).append(word)
        return found

    def one_letter_off(self, word: str) -> tuple[str, ...]:
        """The first words that differ from this one by a letter."""
        if word not in self.near:
            sizes = (len(word) - 1, len(word), len(word) + 1)
            others = (other for size in sizes for other in self.alike.get((word[0], size), ()))
            self.near[word] = tuple(other for other in others if _one_edit(word, other))
        return self.near[word]

    def is_another(self, key: tuple[str, str], text: str) -> bool:
        """Whether a longer name is not that of this bearer: "Petra Vos" is not Petra Bosman.

        Of somebody who is listed by one name only, a longer name may be the whole of it.
        """
        own = self.words.get(key, frozenset())
        initials = {word for word in own if len(word) == 1}
        more = {
            word
            for word in _plain_words(text)
            if word not in own and word not in PREFIXES and word[0] not in initials
        }
        return len(own - PREFIXES) > 1 and any(len(word) > 1 for word in more)

    def __bool__(self) -> bool:
        return bool(self.by_word)


def forms_of(names: tuple[KnownName, ...]) -> Forms:
    """Every form of these names: whole, by first name, by surname with and without its prefix.

    A part of one name that stands in the list as a name itself is that name alone.
    """
    whole: dict[tuple[str, ...], dict[KnownName, None]] = {}
    parts: dict[tuple[str, ...], dict[KnownName, None]] = {}
    own: dict[tuple[str, str], frozenset[str]] = {}
    for name in names:
        words = _plain_words(name.form)
        own[name.key] = own.get(name.key, frozenset()) | set(words)
        if words:
            whole.setdefault(words, {})[name] = None
            for form in _parts(words) if name.kind == "persoon" else ():
                parts.setdefault(form, {})[name] = None
    found: dict[str, list[tuple[tuple[str, ...], tuple[KnownName, ...]]]] = {}
    for form, bearers in {**parts, **whole}.items():
        for variant in _hyphens(form):
            found.setdefault(variant[0], []).append((variant, tuple(bearers)))
    longest = {
        first: tuple(sorted(forms, key=lambda one: -len(one[0]))) for first, forms in found.items()
    }
    return Forms(longest, own)


def _plain_words(form: str) -> tuple[str, ...]:
    words = [without_accents(word) for word in split_words(form)]
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    return tuple(words)


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """First name, surname with prefix, surname without."""
    prefix = next((place for place, word in enumerate(words) if word in PREFIXES), 0)
    if len(words) == 1:
        return
    if prefix:
        first, surname = words[:prefix], words[prefix:]
    elif words[0] in PREFIXES:
        first, surname = (), words
    else:
        first, surname = words[:1], words[1:]
    if first and len(first[0]) > 1:
        yield first
        yield first[:1]
    if len(surname[-1]) > 1:
        yield surname
    bare = tuple(word for word in surname if word not in PREFIXES)
    if bare and len(bare[-1]) > 1:
        yield bare
        yield bare[-1:]


def _hyphens(form: tuple[str, ...]) -> set[tuple[str, ...]]:
    """A form with its hyphens as they are, as blanks, and with hyphens for blanks."""
    split = tuple(part for word in form for part in word.split("-") if part)
    tied = (*split[:-2], "-".join(split[-2:]))
    return {form, split, tied, ("-".join(split),)}


def find_known(words: Words, forms: Forms) -> Iterator[Identifier]:
    """The known names in a text; a name that is an ordinary word only where it reads as a name."""
    if not forms:
        return
    done = 0
    heads = forms.by_word.keys()
    near = [
        index for index, word in enumerate(words.words)
        if word.marks & (CAPITAL | UNKNOWN) or word.plain in heads or word.plain[:-1] in heads
    ]  # fmt: skip
    for index in near:
        if index < done:
            continue
        found = _exact(words, index, forms)
        if not found and words[index].marks & (CAPITAL | UNKNOWN):
            found = _inexact(words, index, forms)
        if found:
            done, bearers, certainty = found
            yield _identifier(words, index, done, bearers, certainty)


Match = tuple[int, tuple[KnownName, ...], float]


def _exact(words: Words, index: int, forms: Forms) -> Match | None:
    """The longest known name that begins here; with a loose s it may be of two people."""
    found: dict[int, dict[KnownName, None]] = {}
    plain = words[index].plain
    for head in (plain, plain[:-1]) if plain.endswith("s") else (plain,):
        for form, bearers in forms.by_word.get(head, ()):
            stop = index + len(form)
            if _follows(words, index + 1, form[1:]):
                found.setdefault(stop, {}).update(dict.fromkeys(bearers))
    stop = max(found, default=0)
    certainty = _certainty(words, index, stop) if stop else 0.0
    return (stop, tuple(found[stop]), certainty) if certainty else None


def _follows(words: Words, place: int, parts: tuple[str, ...]) -> bool:
    return all(
        words[at].plain == part and words.touches(at) for at, part in enumerate(parts, start=place)
    )


def _certainty(words: Words, index: int, stop: int) -> float:
    """How sure it is that these words are the name and nothing ordinary; nought is not."""
    part = [words[place] for place in range(index, stop)]
    capital = any(word.marks & CAPITAL for word in part)
    if not all(word.marks & ORDINARY or word.plain in PREFIXES for word in part):
        return 0.99
    if capital and not (words.opens(index) and len(part) == 1):
        return 0.95
    if len(part) > 1:
        return 0.9 if capital or not words.cased else 0.0
    return _ordinary_word(words, index)


def _ordinary_word(words: Words, index: int) -> float:
    """A known name that is an ordinary word: Wil, Roos, Mark, Bakker."""
    word, before, after = words[index], words.before(index), words.after(index)
    frequent = bool(word.marks & FREQUENT)
    verb_follows = after in ASKS and word.lower in VERBS
    came = before in _SAYS and not words.cased
    called = (anchored(words, index) or came) and not verb_follows
    apart = stands_apart(words, index)
    if word.marks & CAPITAL:
        return 0.85 if not frequent or not verb_follows else 0.0
    if before in ARTICLES and not called:
        return 0.0
    if called or apart:
        return 0.8
    if words.cased:
        return 0.6 if not frequent and (acts(words, index) or before in BY) else 0.0
    if not frequent:
        return 0.7
    return 0.6 if before in BY and not verb_follows else 0.0


def _inexact(words: Words, index: int, forms: Forms) -> Match | None:
    """A diminutive of a known name, or a known name with one letter otherwise."""
    word = words[index]
    for stem in diminutives(word.plain):
        if near := _single(forms, stem):
            return index + 1, near, 0.85
    if len(word.plain) >= _FUZZY and not word.marks & (ORDINARY | GIVEN | PLACE | COUNTRY):
        for other in forms.one_letter_off(word.plain):
            if near := _single(forms, other):
                return index + 1, near, 0.6
    return None


def _single(forms: Forms, word: str) -> tuple[KnownName, ...]:
    return next((bearers for form, bearers in forms.by_word.get(word, ()) if form == (word,)), ())


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter added, left out or changed makes one word the other."""
    if len(one) > len(other):
        one, other = other, one
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return other[same + 1 :] == (one[same + 1 :] if len(one) == len(other) else one[same:])


def _identifier(
    words: Words, index: int, stop: int, bearers: Iterable[KnownName], certainty: float
) -> Identifier:
    first, known = index, tuple(bearers)
    kind = known[0].kind
    if kind == "persoon" and words.before(index) in TITLES:
        first -= 1
    start, end = words.start(first), words.stop(stop - 1)
    keys = tuple(dict.fromkeys(name.key for name in known))
    return Identifier(start, end, kind, words.text[start:end], certainty, keys)
