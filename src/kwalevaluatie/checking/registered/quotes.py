"""Checks quotations in a report against the words that were said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from kwalevaluatie.checking.bound import Bound
from kwalevaluatie.checking.registered.flowing import Paragraph
from kwalevaluatie.model.reported import Remark

CHANGED, UNKNOWN = "gewijzigd citaat", "citaat niet teruggevonden"
TAG = "citaat:"
FEWEST, SURELY_SAID = 4, 6
ALIKE = 0.6
SHOWN = 160
_QUOTED = re.compile(r"“([^”]{8,})”|\"([^\"“”]{12,})\"")
_CUT = re.compile(r"\(?(?:…|\.\.\.)\)?|\[[^\]]*\]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Said:
    """Everything that was said, ready to be searched word by word."""

    bound: Bound

    @cached_property
    def passages(self) -> list[str]:
        """The passages, and whole turns where they are at hand."""
        return [*dict.fromkeys(self.bound.said.values()), *self.bound.texts]

    @cached_property
    def _plain(self) -> str:
        return " | ".join(f" {_words(passage)} " for passage in self.passages)

    def holds(self, quotation: str) -> bool:
        """Whether all parts of a quotation were said so, punctuation aside."""
        return all(f" {part} " in self._plain for part in _parts(quotation))

    def nearest(self, quotation: str) -> str:
        """The passage that a quotation was probably made from; empty when none is like it."""
        words = _words(quotation).split()
        scored = ((_likeness(words, passage), passage) for passage in self._candidates(words))
        score, best = max(scored, default=(0.0, ""))
        return best if score >= ALIKE else ""

    def _candidates(self, words: list[str]) -> Iterator[str]:
        wanted = set(words)
        for passage in self.passages:
            if 2 * len(wanted & set(_words(passage).split())) >= len(wanted):
                yield passage


def check_quotes(paragraphs: Iterable[Paragraph], bound: Bound) -> Iterator[Remark]:
    """Remarks on quotations that are not as they were said; none without the words said."""
    if not bound.said and not bound.texts:
        return
    said = Said(bound)
    for paragraph in paragraphs:
        for start, quotation in _quotations(paragraph):
            remark = _check(paragraph, start, quotation, said)
            if remark is not None:
                yield remark


def _quotations(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """Quotations with their place: those in a control, and other words between marks."""
    controls = [one for one in paragraph.bound if one.id.startswith(TAG)]
    for one in controls:
        yield one.start, paragraph.text[one.start : one.stop]
    for match in _QUOTED.finditer(paragraph.text):
        inside = any(one.start <= match.start() < one.stop for one in controls)
        if not inside and len(_words(match[0]).split()) >= FEWEST:
            yield match.start(), match[0]


def _check(paragraph: Paragraph, start: int, quotation: str, said: Said) -> Remark | None:
    if said.holds(quotation):
        return None
    original = _original(paragraph, start, said.bound) or said.nearest(quotation)
    if original:
        message = (
            f"Dit citaat is niet wat er is gezegd. In het gesprek staat: “{_short(original)}”. Zet "
            "de woorden terug, of geef met (…) aan wat is weggelaten."
        )
        return _remark(paragraph, start, quotation, CHANGED, message)
    if len(_words(quotation).split()) < SURELY_SAID:
        return None
    message = (
        "Deze woorden staan niet in de passages onder het rapport. Zoek het gesprek erbij, of haal "
        "de aanhalingstekens weg als niemand dit zo zei."
    )
    return _remark(paragraph, start, quotation, UNKNOWN, message)


def _original(paragraph: Paragraph, start: int, bound: Bound) -> str:
    """What was said at the place that the control of a quotation names."""
    ids = [one.id for one in paragraph.bound if one.start == start and one.id.startswith(TAG)]
    return bound.said.get(ids[0].removeprefix(TAG), "") if ids else ""


def _remark(paragraph: Paragraph, start: int, words: str, rule: str, message: str) -> Remark:
    line, place = paragraph.at(start)
    severe = rule == CHANGED
    return Remark(
        line.number, rule, "fout" if severe else "let op", _short(words), message,
        start=place, stop=min(place + len(words), len(line.text)),
    )  # fmt: skip


def _parts(quotation: str) -> list[str]:
    return [words for part in _CUT.split(quotation) if (words := _words(part))]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _likeness(words: list[str], passage: str) -> float:
    """The share of the words that stand in the passage in the same order."""
    blocks = SequenceMatcher(None, words, _words(passage).split(), False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(words))


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
