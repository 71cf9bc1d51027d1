"""What a number in a report is said of: which people, which judgement, which goal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kwalevaluatie.checking.bound import Bound, Row, words_of
from kwalevaluatie.checking.registered.flowing import Paragraph
from kwalevaluatie.checking.registered.mentions import PEOPLE, Mention

_NOUN = re.compile(
    rf"\b({'|'.join(sorted(PEOPLE, key=len, reverse=True))})(?:s|en|n|'s)?\b", re.IGNORECASE
)
_STATE = re.compile(
    r"\b(positie[fv]|wisselend|negatie[fv]|niet besproken|niet te bepalen)e?\b", re.IGNORECASE
)
_ROW = re.compile(r"\s*([^\d|]+?)(?:\s+\d+)+\s*")
_STOP = re.compile(r"[.;:!?|](?:\s|$)|,|\)| (?:die|dat|waar|wie|maar|en|vinden|zeggen) ")
_SENTENCE_END = re.compile(r"[.;!?](?:\s|$)|\|")
_LABEL = re.compile(r"^[\s•*–-]*([^.:|]{3,70})[.:|]")
Said = tuple[frozenset[str], str]
NEAR = 70
STEM = 6
MANY, MOST = 2, 0.6


@dataclass(frozen=True)
class Setting:
    """What the paragraphs are about, learned from the numbers whose row is known."""

    bound: Bound
    by_paragraph: Mapping[int, str] = field(default_factory=dict)
    by_section: Mapping[int, str] = field(default_factory=dict)

    def goal(self, paragraph: Paragraph) -> str:
        """The goal that a paragraph is about: as it says, by its numbers, or by its section."""
        return (
            self.labelled(paragraph)
            or self.by_paragraph.get(paragraph.first.number, "")
            or self.by_section.get(paragraph.section, "")
        )

    def labelled(self, paragraph: Paragraph) -> str:
        """The goal that the words a paragraph begins with name, or its heading."""
        label = _LABEL.match(paragraph.text)
        return (label and self.named(label[1])) or self.named(paragraph.heading)

    def named(self, text: str) -> str:
        """The one goal whose words all stand in a text, if there is one."""
        scores = {goal: len(words) for goal, words in self.bound.goals.items()
                  if words and speaks_of(text, words)}  # fmt: skip
        best = [goal for goal, score in scores.items() if score == max(scores.values())]
        return best[0] if len(best) == 1 else ""


def learned(bound: Bound, pairs: Iterable[tuple[Mention, Row]]) -> Setting:
    """The setting of a report, from the numbers whose row is known."""
    paragraphs: dict[int, Counter[str]] = {}
    sections: dict[int, Counter[str]] = {}
    for mention, row in pairs:
        if row.goal:
            paragraphs.setdefault(mention.paragraph.first.number, Counter())[row.goal] += 1
            sections.setdefault(mention.paragraph.section, Counter())[row.goal] += 1
    return Setting(bound, _clear(paragraphs), _clear(sections))


def _clear(counts: Mapping[int, Counter[str]]) -> dict[int, str]:
    """Only where most numbers are on one goal, and more than one is."""
    found = {}
    for place, counter in counts.items():
        goal, times = counter.most_common(1)[0]
        if times >= MANY and times > MOST * counter.total():
            found[place] = goal
    return found


def speaks_of(text: str, words: Iterable[str]) -> bool:
    """Whether all words stand in a text, also as a part of a longer word.

    >>> speaks_of("Ondersteuning naar betaald werk", ["betaald", "werk"])
    True
    """
    joined = re.sub(r"\W", "", text.casefold())
    said = words_of(text)
    return all(
        any(other.startswith(word[:STEM]) for other in said)
        if len(word) < STEM
        else word[: max(STEM, len(word) - 2)] in joined
        for word in words
    )


def groups(mention: Mention) -> set[str]:
    """The perspectives that the words beside a number name: after it, else before it."""
    text = mention.paragraph.text
    after = _until(_STOP, text[mention.stop : mention.stop + NEAR])
    found = {PEOPLE[match[1].casefold()] for match in _NOUN.finditer(after)}
    return found or _row_label(mention)


def beside(found: Sequence[Mention], headers: Mapping[int, Sequence[str]]) -> list[Said]:
    """Of each number the perspectives and the judgement that are named beside it."""
    return [
        (frozenset(groups(mention)), state(mention, _following(found, place), headers))
        for place, mention in enumerate(found)
    ]


def _following(found: Sequence[Mention], place: int) -> Mention | None:
    """The next number of the paragraph that is not the quantifier that belongs to this one."""
    for other in found[place + 1 :]:
        if other.paragraph is not found[place].paragraph:
            return None
        if other.reading.kind != "woord":
            return other
    return None


def _row_label(mention: Mention) -> set[str]:
    """The perspectives that the first cell of a table's row names."""
    cells = mention.paragraph.first.cells
    row = _ROW.fullmatch(mention.paragraph.text)
    label = cells[0] if cells else row[1] if row else ""
    if mention.start < len(label):
        return set()
    return {PEOPLE[match[1].casefold()] for match in _NOUN.finditer(label)}


def state(mention: Mention, following: Mention | None, headers: Mapping[int, Sequence[str]]) -> str:
    """The judgement that a number is said to be of, by the words after it or its column."""
    line = mention.paragraph.first
    if line.cells:
        return _column_state(mention, headers.get(line.table, ()))
    stop = following.start if following else len(mention.paragraph.text)
    after = _until(_SENTENCE_END, mention.paragraph.text[mention.stop : stop])
    return _as_state(_STATE.search(after))


def _as_state(match: re.Match[str] | None) -> str:
    return re.sub(r"v$", "f", match[1].casefold()) if match else ""


def _column_state(mention: Mention, header: Sequence[str]) -> str:
    column = mention.paragraph.text[: mention.start].count(" | ")
    after = _until(re.compile(r" \| "), mention.paragraph.text[mention.stop :])
    above = header[column].strip() if column < len(header) else ""
    return _as_state(_STATE.search(after) or _STATE.fullmatch(above))


def sentence(mention: Mention) -> str:
    """The sentence that a number stands in."""
    text = mention.paragraph.text
    before = max((m.end() for m in _SENTENCE_END.finditer(text, 0, mention.start)), default=0)
    return text[before : mention.stop] + _until(_SENTENCE_END, text[mention.stop :])


def _until(end: re.Pattern[str], text: str) -> str:
    match = end.search(text)
    return text[: match.start()] if match else text
