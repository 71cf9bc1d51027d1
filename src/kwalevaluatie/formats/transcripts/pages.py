"""Leaves out what stands at the top and bottom of every page: titles and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from kwalevaluatie.formats.transcripts.lines import Line
from kwalevaluatie.formats.transcripts.openings import is_plausible, opening
from kwalevaluatie.formats.transcripts.text import ends_sentence

EDGE, OFTEN, MOSTLY = 3, 0.4, 0.8
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:p(?:ag(?:ina)?|age)?\.?\s*|blad(?:zijde)?\s*)?"
    r"(?P<number>\d{1,4})(?:\s*(?:van|of|/)\s*\d{1,4})?(?:\s*[-–—|])?\s*",
    re.IGNORECASE,
)
_TITLE_AND_NUMBER = re.compile(
    r"[^.?!:]{1,60}?(?:\s[-–—|·]\s*|\s{2,}|\t)(?:p(?:ag(?:ina)?|age)?|blad(?:zijde)?|blz)\.?\s*"
    r"(?P<number>\d{1,4})(?:\s*(?:van|of|/)\s*\d{1,4})?\s*",
    re.IGNORECASE,
)

Page = Sequence[Line]


def without_edges(pages: Sequence[Page]) -> tuple[list[list[Line]], int]:
    """The pages without running titles and page numbers, and how many lines that were."""
    running = _running(pages)
    first = _first_number(pages)
    kept = [_kept(page, running, first + number) for number, page in enumerate(pages)]
    return kept, sum(map(len, pages)) - sum(map(len, kept))


def _edges(page: Page) -> Iterator[tuple[int, int]]:
    """The lines at the edges of a page: where they stand, from the top or (below 0) the bottom."""
    for place in range(min(EDGE, len(page))):
        yield place, place
    for place in range(-min(EDGE, len(page)), 0):
        yield len(page) + place, place


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))


def _running(pages: Sequence[Page]) -> frozenset[tuple[int, str]]:
    """The places and shapes of lines that come back at the edges of many pages only."""
    labels = Counter(key for page in pages for line in page if (key := _label(line)))
    inside = {_shape(line) for page in pages for line in page[EDGE:-EDGE]}
    counts = Counter(
        (place, _shape(page[at]))
        for page in pages
        for at, place in _edges(page)
        if not _is_spoken(page[at], labels, len(pages)) and _shape(page[at]) not in inside
    )
    going_on = {_shape(line) for page in pages for line in page if _goes_on(line)}
    return frozenset(
        (place, shape)
        for (place, shape), count in counts.items()
        if count >= max(2, (MOSTLY if shape in going_on else OFTEN) * len(pages))
    )


def _goes_on(line: Line) -> bool:
    """Whether the line seems to be the rest of a sentence, or of a title that was too long."""
    return line.text.lstrip()[:1].islower()


def _is_spoken(line: Line, labels: Mapping[str, int], pages: int) -> bool:
    """Whether somebody says this: after a label that comes back, or in a whole sentence."""
    if not (label := _label(line)):
        return False
    sentence = ends_sentence(line.text) and not any(char.isdigit() for char in line.text)
    return sentence or labels.get(label, 0) > pages


def _label(line: Line) -> str:
    """The label with which a turn may begin on this line."""
    found = opening(line)
    return found.key if found and found.mark != "alone" and is_plausible(found.label) else ""


def _first_number(pages: Sequence[Page]) -> int:
    """The number of the first page, as most pages have it; 1 when none tells."""
    offsets = Counter(
        int(found["number"]) - number
        for number, page in enumerate(pages)
        for at, _ in _edges(page)
        if (found := _NUMBER.fullmatch(page[at].text))
    )
    return offsets.most_common(1)[0][0] if offsets else 1


def _kept(page: Page, running: Set[tuple[int, str]], number: int) -> list[Line]:
    """The lines of a page between what runs along its top and its bottom."""
    gone = {
        place
        for at, place in _edges(page)
        if (place, _shape(page[at])) in running or _is_number(page[at], number)
    }
    top = next(place for place in range(EDGE + 1) if place not in gone)
    bottom = next(place for place in range(EDGE + 1) if -place - 1 not in gone)
    return list(page[top : max(top, len(page) - bottom)])


def _is_number(line: Line, number: int) -> bool:
    found = _NUMBER.fullmatch(line.text) or _TITLE_AND_NUMBER.fullmatch(line.text)
    return found is not None and int(found["number"]) == number
