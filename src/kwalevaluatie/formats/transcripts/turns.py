"""Joins labelled lines into turns: what one speaker says until another begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kwalevaluatie.formats.transcripts.cleaning import plain, squeeze
from kwalevaluatie.formats.transcripts.labels import Labels
from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.timecodes import drop_times_within, split_leading_time
from kwalevaluatie.formats.transcripts.words import fold, in_full
from kwalevaluatie.model.transcript import ReadNote


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one line or cue with the label of who says them."""

    speaker: str
    text: str
    seconds: float | None = None
    line: int | None = None
    times: int = 0


def read_utterances(lines: Sequence[Line], labels: Labels) -> tuple[Utterance, ...]:
    """What is said, line by line; a line without a label belongs to the speaker before it."""
    shown: dict[str, str] = {}
    said: list[Utterance] = []
    speaker, pending = "", None
    for index, line in enumerate(lines):
        found = labels.speaks(index)
        if found:
            speaker, pending = shown.setdefault(in_full(found.label), found.label), found.seconds
        if speaker and not line.header:
            words = _utterance(speaker, line, found.rest if found else line.text)
            untold = words.seconds is None and pending is not None
            said.append(replace(words, seconds=pending) if untold else words)
            pending = None if words.text else said[-1].seconds
    return tuple(words for words in said if words.text)


def merge(said: Iterable[Utterance]) -> Iterator[Utterance]:
    """Consecutive utterances of one speaker as one, joined with a space."""
    for _, group in groupby(said, key=lambda words: fold(words.speaker)):
        parts = list(group)
        yield replace(parts[0], text=squeeze(plain(" ".join(part.text for part in parts))))


def time_notes(said: Iterable[Utterance]) -> Iterator[ReadNote]:
    """A note when time codes stood between the words."""
    marked = [words for words in said if words.times]
    if marked:
        count = sum(words.times for words in marked)
        message = f"Tijdcodes uit de tekst gehaald: {count}."
        yield ReadNote("aangepast", message, marked[0].line)


def _utterance(speaker: str, line: Line, text: str) -> Utterance:
    seconds, words = split_leading_time(text)
    words, times = drop_times_within(words)
    moment = line.seconds if seconds is None else seconds
    return Utterance(speaker, squeeze(words), moment, line.number, times)
