"""Cuts a paragraph into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[\"“‘'(\[]?[A-ZÀ-Ý0-9€])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|[a-z]\.[a-z](?:\.[a-z])*|art|bijv|bv|ca|resp|nr|nrs|blz|hfst|par|dr|mr|"
    "drs|"
    r"ir|ing|prof|max|min|incl|excl|vgl|zgn|afd|dhr|mevr|mw|st|jl|mln|mld|gem|fig|tab|p|pp|sub|"
    r"o|e|d|i|m|t)\.$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|\s)\d{1,2}\.$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end."""
    start = 0
    for end in _END.finditer(text):
        before = text[start : end.start() + 1]
        if _SHORT.search(before[-14:]) or (_NUMBERED.search(before) and len(before) < 5):
            continue
        yield start, end.end()
        start = end.end()
    if text[start:].strip():
        yield start, len(text)
