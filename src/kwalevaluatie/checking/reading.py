"""A report read once for all rules: its paragraphs, sentences, sections and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kwalevaluatie.checking.numbers import Number, find_numbers
from kwalevaluatie.checking.passages import Passage, make_passages
from kwalevaluatie.checking.sections import Role, Section, sections_of
from kwalevaluatie.checking.sentences import sentence_spans
from kwalevaluatie.checking.subjects import stems
from kwalevaluatie.checking.tables import Table, tables_of
from kwalevaluatie.checking.topics import Topics
from kwalevaluatie.model.reported import Remark, ReportText, Severity

PROSE_CELL = 90
EXCERPT = 160
LONGEST = 600


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence, where it stands, and (when asked) its numbers and content words."""

    index: int
    passage: Passage
    section: Section
    start: int
    text: str
    lower: str

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in it, with offsets in the sentence."""
        return tuple(find_numbers(self.lower))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of its content words."""
        return stems(self.lower)

    @property
    def role(self) -> Role:
        """The part of the report in which it stands."""
        return self.section.role

    @property
    def line(self) -> int:
        """The line of the report in which it begins."""
        return self.passage.at(self.start)[0]

    @property
    def is_whole(self) -> bool:
        """Whether it looks like a sentence: of some length, and ended; a torn table is not."""
        return len(self.text) <= LONGEST and self.text.rstrip()[-1:] in ".!?:;”\"')"

    def line_at(self, offset: int) -> int:
        """The line of the report of a sign of the sentence."""
        return self.passage.at(self.start + offset)[0]


@dataclass(frozen=True)
class Reading:
    """What rules look at. Sentences are those of prose: no headings, tables or captions."""

    report: ReportText
    passages: tuple[Passage, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...]

    @classmethod
    def of(cls, report: ReportText) -> Reading:
        """Read a report."""
        passages = make_passages(report.lines)
        sections = tuple(sections_of(passages))
        sentences = tuple(_sentences(zip(passages, sections, strict=True)))
        return cls(report, passages, sections, sentences, tuple(tables_of(passages)))

    @cached_property
    def topics(self) -> Topics:
        """What its sentences are about."""
        return Topics(tuple(one.lower for one in self.sentences))

    def around(self, sentence: Sentence, before: int, after: int) -> tuple[Sentence, ...]:
        """The sentences around one, itself among them, in the same section."""
        first, last = max(sentence.index - before, 0), sentence.index + after + 1
        near = self.sentences[first:last]
        return tuple(one for one in near if one.section is sentence.section)


def _sentences(placed: Iterable[tuple[Passage, Section]]) -> Iterator[Sentence]:
    index = 0
    for passage, section in placed:
        if section.role == "inhoud" or not _is_prose(passage):
            continue
        for start, stop in sentence_spans(passage.text):
            text, lower = passage.text[start:stop], passage.lower[start:stop]
            yield Sentence(index, passage, section, start, text, lower)
            index += 1


def _is_prose(passage: Passage) -> bool:
    if passage.kind == "tabel":
        return any(len(cell) > PROSE_CELL for cell in passage.lines[0].cells)
    return passage.kind not in ("kop", "bijschrift")


def remark(
    sentence: Sentence,
    rule: str,
    severity: Severity,
    message: str,
    span: tuple[int, int] | None = None,
    also: Iterable[int] = (),
) -> Remark:
    """A remark on words of a sentence, or on the whole of it."""
    start, stop = span or (0, len(sentence.text.rstrip()))
    return on_passage(
        sentence.passage,
        rule,
        severity,
        message,
        (sentence.start + start, sentence.start + stop),
        also,
    )


def on_passage(
    passage: Passage,
    rule: str,
    severity: Severity,
    message: str,
    span: tuple[int, int] | None = None,
    also: Iterable[int] = (),
) -> Remark:
    """A remark on words of a passage; it stands in the line where they begin."""
    start, stop = span or (0, len(passage.text))
    line, offset = passage.at(start)
    last_line, last = passage.at(max(stop - 1, start))
    excerpt = " ".join(passage.text[start:stop].split())[:EXCERPT]
    end = last + 1 if last_line == line else len(_text_of(passage, line))
    others = tuple(sorted({number for number in also if number != line}))
    return Remark(line, rule, severity, excerpt, message, offset, end, others)


def _text_of(passage: Passage, number: int) -> str:
    return next(line.text for line in passage.lines if line.number == number)


def lines_in_words(lines: Iterable[int], most: int = 8) -> str:
    """Line numbers as people write them: "regel 12, 15 en 20"."""
    numbers = sorted(set(lines))
    shown = [str(number) for number in numbers[:most]]
    if len(numbers) > most:
        return f"regel {', '.join(shown)} en verder"
    start, last = ", ".join(shown[:-1]), shown[-1] if shown else ""
    return f"regel {start} en {last}" if start else f"regel {last}"
