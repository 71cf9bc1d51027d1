"""Finds the label that a line might open with, judged by the shape of that line alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kwalevaluatie.formats.transcripts.cleaning import squeeze
from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.sounds import is_sound
from kwalevaluatie.formats.transcripts.timecodes import TIME, has_time, seconds_in
from kwalevaluatie.formats.transcripts.words import (
    INTERVIEWER,
    NOT_A_NAME,
    OTHER_ROLES,
    PARTICLES,
    PLAIN_KEYS,
    REMEMBERED,
    RESPONDENT,
    SURE_LABELS,
    SURNAME_STARTS,
    base,
    fold,
    without_honorific,
)

Mark = Literal["told", "bold", "colon", "block", "time", "tab", "alone"]
MAX_WORDS, MAX_CHARS = 4, 40
ALONE_CHARS, COLON_CHARS = 80, 150

_NAME = r"\+?[^\W_][\w .,'’()\[\]&/-]{0,59}?"
_COLON = re.compile(
    rf"\s*(?:(?P<before>{TIME})\s*[-–]?\s*)?(?P<label>{_NAME})\s*(?P<middle>{TIME})?\s*"
    r"(?!(?<=\d):\d):(?!//)\s*(?P<rest>.*)"
)
_TIME_AFTER = re.compile(rf"\s*\[?(?P<label>{_NAME})\]?(?P<gap>\s+)(?P<time>{TIME})\s*")
_TIME_BEFORE = re.compile(rf"\s*(?P<time>{TIME})(?P<gap>\s+)(?P<label>{_NAME})\s*")
_TAB = re.compile(rf"\s*(?P<label>{_NAME})\s*\t\s*(?:(?P<time>{TIME})\s*\t\s*)?(?P<rest>.+)")
_ALONE = re.compile(rf"\s*(?P<label>{_NAME})\s*")
_GUEST = re.compile(
    r"\s*\((?:gast|guest|extern|external|niet geverifieerd|unverified)\)\s*$", re.IGNORECASE
)
_REACTION = re.compile(r"(?P<label>[^(\[]+?)\s*(?P<reaction>[(\[][^\W\d_][^()\[\]]*[)\]])")
_TOGETHER = re.compile(r"\s+(?:en|&|\+)\s+")
_INITIAL = re.compile(r"\S[\s.][^\W\d_]\.$")
_QUESTION = re.compile(r"(vraag|antwoord)\s*\d{1,3}[a-z]?", re.IGNORECASE)
_NUMBER = re.compile(r"[#-]?\d{1,3}[a-z]?")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line may open with: a label, how it is marked, and the text after it."""

    label: str
    mark: Mark
    rest: str
    seconds: float | None = None
    timed: bool = False

    @property
    def key(self) -> str:
        """The label in the form by which labels are compared."""
        return fold(self.label)


def opening(line: Line) -> Opening | None:
    """The label that a line might open with, judged by its shape alone."""
    if line.header:
        return None
    if line.speaker:
        return Opening(tidy(line.speaker), "told", line.text, line.seconds)
    return next((found for way in _ways(line) if (found := way(line))), None)


def _ways(line: Line) -> Iterator[Callable[[Line], Opening | None]]:
    """The ways in which a line with these characters may open with a label."""
    if ":" in line.text[:COLON_CHARS]:
        if has_time(line.text):
            yield _by_time
        yield from (_by_bold, _by_colon)
    elif line.bold:
        yield _by_bold
    if "\t" in line.text:
        yield _by_tab
    if len(line.text) < ALONE_CHARS:
        yield _by_itself


@lru_cache(maxsize=REMEMBERED)
def tidy(label: str) -> str:
    """A label as it is shown: no colon, no "(Gast)", no number of a question, single spaces."""
    bare = squeeze(_GUEST.sub("", label.strip().rstrip(":").strip())).rstrip(":").strip()
    bare = bare if _INITIAL.search(bare) else bare.rstrip(":. ")
    question = _QUESTION.fullmatch(bare)
    return question[1] if question else bare


def _by_bold(line: Line) -> Opening | None:
    label, text = tidy(line.bold), line.text.lstrip()
    if not _short(label) or not text.startswith(line.bold):
        return None
    if ":" in label or label[-1] in "?!," or not line.start:
        return None
    return Opening(label, "bold", text[len(line.bold) :].lstrip(" \t:"), line.seconds)


def _by_colon(line: Line) -> Opening | None:
    found = _COLON.fullmatch(line.text)
    if not found or not _short(tidy(found["label"])):
        return None
    label, reaction = _split_reaction(tidy(found["label"]))
    told = found["before"] or found["middle"]
    moment = seconds_in(told) if told else line.seconds
    rest = f"{reaction} {found['rest']}".strip()
    return Opening(label, "colon", rest, moment, timed=bool(told) or line.timed)


def _split_reaction(label: str) -> tuple[str, str]:
    """Parts a label from a laugh or sigh behind it, not from a role or organisation."""
    found = _REACTION.fullmatch(label)
    if not found or is_known(found["reaction"][1:-1]) or found["reaction"][1].isupper():
        return label, ""
    return found["label"], found["reaction"]


def _by_time(line: Line) -> Opening | None:
    found = _TIME_AFTER.fullmatch(line.text) or _TIME_BEFORE.fullmatch(line.text)
    if not found or not _short(label := tidy(found["label"]), words=8, chars=60):
        return None
    wide = len(found["gap"]) > 1 or "\t" in found["gap"] or line.text.lstrip().startswith("[")
    if not wide and not is_plausible(label):
        return None
    return Opening(label, "block" if wide else "time", "", seconds_in(found["time"]))


def _by_tab(line: Line) -> Opening | None:
    found = _TAB.fullmatch(line.text)
    if not found or not _short(label := tidy(found["label"])):
        return None
    moment = seconds_in(found["time"]) if found["time"] else line.seconds
    return Opening(label, "tab", found["rest"], moment)


def _by_itself(line: Line) -> Opening | None:
    found = _ALONE.fullmatch(line.text)
    if not found or not line.start or not _short(label := tidy(found["label"])):
        return None
    return Opening(label, "time" if line.timed else "alone", "", line.seconds)


def _short(label: str, *, words: int = MAX_WORDS, chars: int = MAX_CHARS) -> bool:
    return bool(label) and len(label) <= chars and len(label.split()) <= words


def is_known(label: str) -> bool:
    """Whether the label says itself what it is: Interviewer, R2, Deelnemer 3, Spreker 1."""
    word = base(label)
    first = word.split()[0] if word else ""
    return bool({word, first} & (INTERVIEWER | RESPONDENT | OTHER_ROLES)) and (
        len(first) > 1 or word == first
    )


@lru_cache(maxsize=REMEMBERED)
def is_sure(label: str) -> bool:
    """Whether the label can be nothing but a speaker, even when it comes up once."""
    return all(base(part) in SURE_LABELS for part in _TOGETHER.split(label))


def is_name(label: str) -> bool:
    """Whether the label is written as a name: capitals, initials, "de", a number."""
    bare = label.partition("(")[0]
    name = without_honorific(bare)
    words = name.replace(",", " ").split()
    if fold(label) in PLAIN_KEYS or not any(word[0].isupper() for word in words):
        return False
    if name == bare and not words[0][0].isupper():
        return False
    surname = fold(words[0]) in SURNAME_STARTS and any(word[0].isupper() for word in words[1:])
    usual = fold(words[0]) not in NOT_A_NAME
    return (usual or surname) and all(_name_word(word) for word in words[1:])


@lru_cache(maxsize=REMEMBERED)
def is_plausible(label: str) -> bool:
    """Whether the label could be a speaker: a name, or a word such as Interviewer."""
    plausible = all(is_name(part) or is_known(part) for part in _TOGETHER.split(label))
    heading = PLAIN_KEYS.keys() & {fold(label), base(label)}
    return plausible and not heading and not is_sound(label)


def _name_word(word: str) -> bool:
    bare = word.strip(".")
    if not bare or bare.casefold() in PARTICLES:
        return True
    capital = bare[0].isupper() and bare.casefold() not in NOT_A_NAME
    return capital or bool(_NUMBER.fullmatch(bare))
