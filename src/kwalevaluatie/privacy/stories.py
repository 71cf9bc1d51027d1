"""How easily somebody is recognised in a story: a quotation, or a vignette about one person.

Who tells a life tells more than facts: what happened, in which order, and what became of it. An
acquaintance knows such a story again without one rare word in it. So the traits of
`kwalevaluatie.privacy.risk` are joined here by turns of a life (`story_words`), and the person who
is told of counts in full, as the speaker does. That somebody is singled out ("één inwoner") weighs
only beside something that is told of them; it weighs most with health and misfortune.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import cast

from kwalevaluatie.privacy import story_words as words
from kwalevaluatie.privacy.risk import Kind, Pattern, Risk, Trait, find_traits, together

HIGH_IN_STORY = 1.7
"""From which a story is high: lower than for facts, which say for certain what they say."""

ALONE, ALONE_AND_ILL = 1.0, 1.7
SOMETHING, TOLD, TELLING = 0.6, 0.8, 1.3
"""From which weight something is told of somebody, and from which it is a delicate thing."""
BESIDE = frozenset({"wending", "datum", "plaats", "verloop"})
FADED = 0.5
"""Kinds that tell something beside another only, and what is left of them without."""
DELICATE = frozenset({"gezondheid", "levensloop"})
PARTNER, DOUBT = 1.4, 1.5
COURSE = 0.6
UNHEARD = {2: 0.5, 3: 1.0}
MOST_UNHEARD = 1.4

_RESIDENT = re.compile(words.RESIDENT, re.IGNORECASE)
_ANYBODY = re.compile(words.ANYBODY, re.IGNORECASE)
_GENERAL = re.compile(r"\b(?:inwoner|deelnemer|kandidaat|cliënt|gezin)\w*", re.IGNORECASE)
_PARTNER = re.compile(words.PARTNER, re.IGNORECASE)
_DOUBTS = re.compile(words.DOUBTS, re.IGNORECASE)
ENDINGS = ("e", "en", "t", "s", "n")
_ENDING = re.compile(r"(?<=\w{3})(?:ere|ste|den|de|ten|te|er|en|je|e|s|t|n)$")
_WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’-]+")
_BRACKETS = re.compile(r"\[[^\]\n]*\]")
_OPINION = re.compile(words.OPINION, re.IGNORECASE)
_COURSE = re.compile(words.COURSE, re.IGNORECASE)
_SPEAKER = re.compile(r"\b(?:ik|wij|we|mijn|m'n|mij|ons|onze)\b", re.IGNORECASE)


def recognise(text: str) -> Risk:
    """The risk that somebody is recognised in a quotation or a short story.

    `hoog` where a story, or a rare combination, is told of one person, or one partner doubts.
    """
    alone = _singled(text)
    told = [*_told(text, alone), *_of_partner(text)]
    core = _has_core((trait for trait in told if trait.kind != "partner"), alone is not None)
    if not core and not alone:
        return together(_faded(told), HIGH_IN_STORY)
    unheard = list(_unheard(text))
    beside = [*unheard, *_course(text)] if core else _many(unheard, text)
    traits = [*(told if core else _faded(told)), *beside]
    return together([*traits, *_counted_alone(alone, traits)], HIGH_IN_STORY)


def _has_core(told: Iterable[Trait], alone: bool) -> bool:
    """Whether something is told by which one is known, or of one alone a course of life."""
    kinds = {trait.kind for trait in told if trait.weight >= SOMETHING or trait.kind in BESIDE}
    return bool(kinds - BESIDE) or (alone and len(kinds & BESIDE) > 1)


def _singled(text: str) -> re.Match[str] | None:
    """Where one person is singled out; what a speaker says of somebody else is not that."""
    found = _RESIDENT.search(text)
    return found or (None if _SPEAKER.search(text) else _ANYBODY.search(text))


def _told(text: str, alone: re.Match[str] | None) -> list[Trait]:
    """Traits and turns of a life, of the speaker or of whoever is told of."""
    told = bool(alone) or not _SPEAKER.search(text)
    plain = _RESIDENT.sub(_blank, text)
    return find_traits(plain, told=told, more=_patterns())


def _blank(match: re.Match[str]) -> str:
    """Somebody singled out, without the word that would mean people in general."""
    return _GENERAL.sub(lambda word: " " * len(word[0]), match[0])


def _faded(traits: Iterable[Trait]) -> list[Trait]:
    """What only tells something beside a trait, where there is none."""
    return [
        replace(trait, weight=trait.weight * FADED) if trait.kind in BESIDE else trait
        for trait in traits
    ]


def _of_partner(text: str) -> Iterator[Trait]:
    """One partner among few, and what it would not like to be known to say."""
    partner, doubt = _PARTNER.search(text), _DOUBTS.search(text)
    if partner:
        yield Trait("partner", *partner.span(), partner[0], PARTNER)
        if doubt:
            yield Trait("twijfel", *doubt.span(), doubt[0], DOUBT)


def _counted_alone(alone: re.Match[str] | None, traits: Sequence[Trait]) -> Iterator[Trait]:
    """That one person is singled out, where something is told of them."""
    telling = [trait for trait in traits if trait.kind not in BESIDE and trait.weight >= TOLD]
    if alone and telling:
        ill = any(trait.kind in DELICATE and trait.weight >= TELLING for trait in telling)
        yield Trait("één persoon", *alone.span(), alone[0], ALONE_AND_ILL if ill else ALONE)


def _course(text: str) -> Iterator[Trait]:
    """That one thing came after another."""
    found = _COURSE.search(text)
    if found:
        yield Trait("verloop", *found.span(), found[0], COURSE)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without pseudonyms and numbers."""
    return _WORD.findall(_BRACKETS.sub(" ", _lower(text)))


def _many(unheard: Iterable[Trait], text: str) -> list[Trait]:
    """Particulars that tell of somebody by themselves: more of them where it is an opinion."""
    least = MOST_UNHEARD if _OPINION.search(text) else UNHEARD[3]
    return [trait for trait in unheard if trait.weight >= least]


def _lower(text: str) -> str:
    """The text in lower case, every sign in its place."""
    return text.replace("İ", "i").lower()


def _unheard(text: str) -> Iterator[Trait]:
    """Particulars: words that are seldom heard in talk about a service, and so stay in mind."""
    found = [word for word in dict.fromkeys(words_of(text)) if not _is_ordinary(word)]
    weight = UNHEARD.get(len(found), MOST_UNHEARD if len(found) > max(UNHEARD) else 0.0)
    if weight:
        longest = max(found, key=len)
        start = _lower(text).index(longest)
        yield Trait("bijzonderheden", start, start + len(longest), longest, weight)


def _is_ordinary(word: str) -> bool:
    """Whether a word, or what it is a form of, is often heard."""
    stem = _ENDING.sub("", word.removeprefix("on"))
    forms = {word, stem, *(stem + ending for ending in ENDINGS)}
    return not forms.isdisjoint(_ordinary())


@cache
def _ordinary() -> frozenset[str]:
    text = (files("kwalevaluatie.privacy") / "talk_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(
        (cast(Kind, kind), weight, re.compile(rf"\b({pattern.format(**_parts())})(?![\w-])"))
        for kind, weighed in words.STORY.items()
        for weight, patterns in weighed.items()
        for pattern in patterns
    )


@cache
def _parts() -> dict[str, str]:
    return {name: part.format() for name, part in words.PARTS.items()}
