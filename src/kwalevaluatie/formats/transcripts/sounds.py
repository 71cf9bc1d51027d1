"""Recognises what is heard or seen but not said: "(lacht)", "[stilte]", "*zucht*", "((huilt))"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from kwalevaluatie.formats.transcripts.words import SOUNDS
from kwalevaluatie.model.transcript import ReadNote

_BRACKETED = re.compile(
    r"\(\((?P<a>[^()]{2,60})\)\)|\((?P<b>[^()]{2,60})\)|\[(?P<c>[^\[\]]{2,60})\]"
    r"|\*(?P<d>[^*\s][^*]{1,40})\*|<(?P<e>[^<>]{2,40})>"
)
_WORD = re.compile(r"[^\W\d_]+")


def sounds_in(text: str) -> Iterator[str]:
    """One word for every sound or gesture noted between brackets or stars."""
    for found in _BRACKETED.finditer(text):
        words = _WORD.findall(found[found.lastgroup or 0].casefold())[:3]
        yield from [word for word in words if word in SOUNDS][:1]


def is_sound(label: str) -> bool:
    """Whether a would-be label is a sound: "Stilte:", "[lacht]"."""
    words = _WORD.findall(label.casefold())
    return bool(words) and words[0] in SOUNDS


def sound_notes(texts: Iterable[str]) -> tuple[ReadNote, ...]:
    """A note with the number of sounds and gestures that stay in the text."""
    counts = Counter(chain.from_iterable(map(sounds_in, texts)))
    if not counts:
        return ()
    listed = ", ".join(f"{word} {count}" for word, count in counts.most_common())
    message = f"Geluiden en gebaren staan nog in de tekst: {counts.total()} ({listed})."
    return (ReadNote("behouden", message),)
