"""Lays the closed questions of a questionnaire beside the figures: is every one reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwalevaluatie.checking.reading import EXCERPT, Reading
from kwalevaluatie.checking.subjects import overlap, stems
from kwalevaluatie.model.reported import Line, Remark

RULE = "vraag zonder figuur"
_QUESTION = re.compile(r"\W*(?:vraag\s+)?(?P<number>\d{1,2})[.):]?\s+(?P<text>\S.{8,})")
_SCALE = re.compile(
    r"\b(?:helemaal|zeer)\s+(?:mee\s+)?(?:on)?(?:eens|tevreden)\b|\b(?:on)?eens\b.*\bneutraal\b|"
    r"\bneutraal\b|\bja\s+nee\b|\b1\s+2\s+3\s+4\b"
)
_FIGURE = re.compile(r"\W*(?:figuur|grafiek)\s+\d{1,2}\W+(?P<text>\S.+)")
FEWEST, MOSTLY, SAME = 5, 0.7, 0.8


@dataclass(frozen=True)
class Question:
    """A closed question of a questionnaire."""

    line: Line
    number: int
    stems: frozenset[str]


def remarks(reading: Reading) -> Iterator[Remark]:
    """Closed questions without a figure, in a questionnaire where nearly all have one."""
    captions = (_FIGURE.match(one.text.lower()) for one in reading.report.lines)
    titles = [stems(caption["text"]) for caption in captions if caption]
    if len(titles) < FEWEST:
        return
    for questions in _questionnaires(reading.report.lines):
        without = [one for one in questions if not _has_figure(one, titles)]
        shown = len(questions) - len(without)
        if without and shown >= FEWEST and shown >= MOSTLY * len(questions):
            numbers = ", ".join(str(one.number) for one in without[:6])
            message = (
                f"Van de {len(questions)} gesloten vragen hebben er {shown} een figuur; vraag "
                f"{numbers} niet. "
                "Voeg de uitkomst toe, of zeg waarom zij ontbreekt."
            )
            line, also = without[0].line, tuple(one.line.number for one in without[1:])
            excerpt = line.text.strip("#* ")[:EXCERPT]
            yield Remark(line.number, RULE, "let op", excerpt, message, 0, len(line.text), also)


def _has_figure(question: Question, titles: Sequence[frozenset[str]]) -> bool:
    return any(overlap(question.stems, title) >= SAME for title in titles)


def _questionnaires(lines: Sequence[Line]) -> Iterator[list[Question]]:
    """The closed questions of each questionnaire; numbering from one begins another."""
    questions: list[Question] = []
    last = 0
    for index, line in enumerate(lines):
        match = _QUESTION.match(line.text.lower())
        if not match or not stems(match["text"]) or _SCALE.search(match["text"]):
            continue
        number = int(match["number"])
        if number <= last - FEWEST:
            yield questions
            questions = []
        last = number
        if _is_closed(lines[index + 1 : index + 4]):
            questions.append(Question(line, number, stems(match["text"])))
    yield questions


def _is_closed(after: Sequence[Line]) -> bool:
    """Whether answers to choose from stand below a question, before the next one."""
    for line in after:
        if _SCALE.search(line.text.lower()):
            return True
        if _QUESTION.match(line.text.lower()):
            return False
    return False
