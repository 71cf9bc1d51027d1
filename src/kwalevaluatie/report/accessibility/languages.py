"""Checks on the language that a file and its parts claim, whatever the kind of file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kwalevaluatie.report.accessibility.rules import Kind, Remark, remark, remark_once
from kwalevaluatie.report.accessibility.wordings import language_of

Piece = tuple[str, str, str]
"""Words of one language: the language they claim, where they stand, the words."""


def check_language(kind: Kind, pieces: Sequence[Piece], usual: str) -> Iterator[Remark]:
    """A language that fits the text as a whole, and parts that claim another.

    `usual` is what the file claims where its text is empty.
    """
    most = _most(pieces) or usual
    text = " ".join(words for _, _, words in pieces)
    if not most:
        yield remark(kind, "taal-ontbreekt", "document")
    elif _is_other(most) and language_of(text) == "nl":
        yield remark(kind, "taal-anders", "document", most)
    else:
        yield from _parts(kind, most, pieces)


def _parts(kind: Kind, most: str, pieces: Sequence[Piece]) -> Iterator[Remark]:
    claims = defaultdict[str, list[tuple[str, str]]](list)
    for claimed, place, words in pieces:
        known = claimed == most or language_of(words) == claimed[:2].lower()
        if claimed and _is_other(claimed) and not known:
            claims[claimed].append((place, f"{claimed}: {words}"))
    for found in claims.values():
        yield from remark_once(kind, "taal-van-deel", found)


def _most(pieces: Sequence[Piece]) -> str:
    """The language that most of the letters claim."""
    letters: Counter[str] = Counter()
    for claimed, _, words in pieces:
        letters[claimed] += len(words)
    return letters.most_common(1)[0][0] if letters else ""


def _is_other(language: str) -> bool:
    return not language.lower().startswith("nl")
