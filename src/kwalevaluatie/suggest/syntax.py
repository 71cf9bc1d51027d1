"""The codebook's pattern language: what a pattern asks of a sentence.

Within one sentence, capitals do not matter:

- `begeleiding` the word or another inflection of it; words with a blank between them
  follow each other directly;
- `=gezien` only this form;
- `*wisseling*` any letters where the star stands;
- `(ander|andere|te weinig)` one of several words or phrases;
- `...` none to three words in between, `... ...` none to six;
- `mee+denken` a separable verb, together or apart: meegedacht, mee te denken, dacht … mee;
- `wachten NABIJ telefoon` both, in either order, with at most eight words in between;
- `vertrouwen NIET werkgever` the first, in a sentence without the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kwalevaluatie.suggest.language import plain, tokens
from kwalevaluatie.suggest.lemmas import is_verb as is_infinitive
from kwalevaluatie.suggest.lemmas import lemma

GAP = 3
NEAR = 8
BEFORE_PARTICLE, AFTER_PARTICLE = 6, 2
MOST_WAYS = 200
GAPS = ("...", "…")

_ANYTHING = r"[\w'\-]*"
_PART = re.compile(r"\([^()]*\)|\S+")
_WORD = re.compile(r"(?=.*[^*=])=?[\w*'.\-/]+\Z")
_VERB = re.compile(r"\w+\+\w+\Z")
_OPERATOR = re.compile(r"(?:\A|\s)(NABIJ|NIET)(?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Word:
    """One place in a pattern: the words that may stand there, in any of four ways.

    `stars` are expressions over a whole word; `verbs` are separable verbs written as one
    word, as (particle, lemma of the verb).
    """

    lemmas: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    stars: frozenset[str] = frozenset()
    verbs: frozenset[tuple[str, str]] = frozenset()

    def matches(self, form: str, lemma_of_form: str) -> bool:
        """Whether a lower-case word with this lemma may stand here."""
        return (
            form in self.forms
            or lemma_of_form in self.lemmas
            or any(is_verb(form, *verb) for verb in self.verbs)
            or any(re.fullmatch(star, form) for star in self.stars)
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Words in order, with the most other words that may stand after each but the last."""

    words: tuple[Word, ...]
    gaps: tuple[int, ...] = ()


Phrase = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A pattern: phrases near each other, in a sentence without any of the others.

    Each phrase is a choice of runs.
    """

    near: tuple[Phrase, ...]
    without: tuple[Phrase, ...] = ()


def is_verb(form: str, particle: str, verb: str) -> bool:
    """Whether a word is this separable verb in one piece: meedenken, meegedacht, meedenkt."""
    rest = form.removeprefix(particle)
    return rest not in ("", form) and (lemma(rest) == verb or lemma(form) == particle + verb)


@lru_cache(maxsize=8192)
def parse(pattern: str) -> Query:
    """What a pattern asks for. Raises ValueError, with a Dutch reason, when it cannot be read."""
    first, *rest = _OPERATOR.split(plain(pattern))
    near, without = [_phrase(first, pattern)], list[Phrase]()
    for operator, text in zip(rest[::2], rest[1::2], strict=True):
        (near if operator == "NABIJ" else without).append(_phrase(text, pattern))
    return Query(tuple(near), tuple(without))


def _phrase(text: str, pattern: str) -> Phrase:
    parts = _PART.findall(text)
    if not parts or parts[0] in GAPS or parts[-1] in GAPS:
        raise ValueError(f"patroon “{pattern}” moet met een woord beginnen en eindigen")
    steps: list[Sequence[Run | int]] = [
        [GAP] if part in GAPS else list(_choices(part)) for part in parts
    ]
    ways = list(_ways(steps))
    if len(ways) > MOST_WAYS:
        raise ValueError(f"patroon “{pattern}” heeft te veel keuzes; maak er meer patronen van")
    return tuple(dict.fromkeys(ways))


def _ways(steps: Iterable[Sequence[Run | int]]) -> Iterator[Run]:
    for combination in product(*steps):
        words: list[Word] = []
        gaps: list[int] = []
        for step in combination:
            if isinstance(step, int):
                gaps[-1] += step
            else:
                words += step.words
                gaps += [*step.gaps, 0]
        yield Run(tuple(words), tuple(gaps[:-1]))


def _choices(part: str) -> Iterator[Run]:
    """The ways in which one part of a pattern can be said."""
    options = part[1:-1].split("|") if part.startswith("(") and part.endswith(")") else [part]
    runs = [run for option in options for run in _option(option.lower().split(), part)]
    single = [run.words[0] for run in runs if len(run.words) == 1]
    if single:
        yield Run((any_of(single),))
    yield from (run for run in runs if len(run.words) > 1)


def any_of(words: Iterable[Word]) -> Word:
    """A place where each of several words may stand."""
    every = list(words)
    return Word(
        frozenset().union(*(word.lemmas for word in every)),
        frozenset().union(*(word.forms for word in every)),
        frozenset().union(*(word.stars for word in every)),
        frozenset().union(*(word.verbs for word in every)),
    )


def _option(words: list[str], part: str) -> Iterator[Run]:
    if not words:
        raise ValueError(f"“{part}” heeft een lege keuze")
    for ways in product(*(list(_word(word, part)) for word in words)):
        yield next(_ways([[way] for way in ways]))


def _word(word: str, part: str) -> Iterator[Run]:
    if _VERB.match(word):
        yield from _verb(*word.split("+"))
    elif not _WORD.match(word):
        raise ValueError(f"“{word or part}” is geen woord, (keuze|lijst), werk+woord of …")
    elif "*" in word:
        yield Run((Word(stars=frozenset({_star(word)})),))
    elif word.startswith("="):
        yield Run((Word(forms=frozenset({word[1:]})),))
    else:
        pieces = [word] if word.isalpha() else tokens(word)
        yield Run(tuple(map(inflected, pieces)), (0,) * (len(pieces) - 1))


@lru_cache(maxsize=65536)
def inflected(word: str) -> Word:
    """Any form of a word; of one that is verb and noun (“vragen”), the forms of both."""
    return Word(lemmas=frozenset({lemma(word), word} if is_infinitive(word) else {lemma(word)}))


def _verb(particle: str, verb: str) -> Iterator[Run]:
    """A separable verb: in one piece, verb first (“dacht … mee”), or particle first (“mee te”)."""
    loose, apart = Word(forms=frozenset({particle})), Word(lemmas=frozenset({lemma(verb)}))
    yield Run((Word(verbs=frozenset({(particle, lemma(verb))})),))
    yield Run((apart, loose), (BEFORE_PARTICLE,))
    yield Run((loose, apart), (AFTER_PARTICLE,))


def _star(word: str) -> str:
    return _ANYTHING.join(re.escape(piece) for piece in word.removeprefix("=").split("*"))


def longest_piece(star: str) -> str:
    """The longest run of plain letters in the expression of a word with stars."""
    pieces = (re.sub(r"\\(.)", r"\1", piece) for piece in star.split(_ANYTHING))
    return max(pieces, key=len)
