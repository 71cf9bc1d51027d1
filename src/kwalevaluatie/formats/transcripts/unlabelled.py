"""Tells question and answer apart in a text that names no speakers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from kwalevaluatie.formats.transcripts.emphasis import by_emphasis
from kwalevaluatie.formats.transcripts.lines import ANSWERS, ASKS, Line
from kwalevaluatie.formats.transcripts.text import ends_sentence
from kwalevaluatie.model.transcript import ReadNote

FEW, HALF, SELDOM = 2, 0.5, 0.2
_DASH = re.compile(r"\s*[-–—•*]\s*(?P<rest>[^\s\d-].*)")
_NUMBER = re.compile(
    r"\s*(?:(?:vraag|v)\s*[.:]|(?:vraag\s*)?(?P<number>\d{1,2})\s*[.):])\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_NOTE = (
    "Er staan geen sprekers in; {} is als vraag van de interviewer gelezen, de rest als antwoord."
)

Named = tuple[Line, ...]


def name_speakers(lines: Sequence[Line]) -> tuple[Named, tuple[ReadNote, ...]]:
    """The lines with speakers, in the first way that fits this text; nothing when none does."""
    for asked, way in _WAYS.items():
        named = way(lines)
        if _is_talk(named):
            start = next(line.number for line in named if line.speaker)
            return named, (ReadNote("twijfel", _NOTE.format(asked), start),)
    return (), ()


def by_dashes(lines: Sequence[Line]) -> Named:
    """Where every turn begins with a dash: of the two who take turns, one asks."""
    above, turns = _from_each(_is_dashed, lines)
    starts = sum(line.start and not line.header for turn in turns for line in turn)
    if len(turns) < HALF * starts:
        return ()
    first = _asking(turns[::2]) >= _asking(turns[1::2])
    speakers = (ASKS, ANSWERS) if first else (ANSWERS, ASKS)
    return (
        *above,
        *(
            _by(speakers[number % 2], line)
            for number, (dashed, *others) in enumerate(turns)
            for line in (_bare(_DASH, dashed), *others)
        ),
    )


def by_numbers(lines: Sequence[Line]) -> Named:
    """Where questions have a number, or "Vraag" before them, and the answer stands below."""
    above, asked = _from_each(lambda line: bool(_NUMBER.fullmatch(line.text)), lines)
    if not _count_up(_NUMBER.fullmatch(question[0].text) for question in asked):
        return ()
    return (*above, *(line for question in asked for line in _question_and_answer(question)))


def by_question_marks(lines: Sequence[Line]) -> Named:
    """Where what ends in a question mark is a question."""
    paragraphs = _paragraphs(lines)
    asks = [_is_question(paragraph) for paragraph in paragraphs]
    first = asks.index(True) if True in asks else len(asks)
    if sum(asks) < SELDOM * (len(asks) - first):
        return ()
    return tuple(
        line if number < first else _by(ASKS if asks[number] else ANSWERS, line)
        for number, paragraph in enumerate(paragraphs)
        for line in paragraph
    )


def _is_talk(named: Named) -> bool:
    """Whether there are several questions, most with a question mark, and several answers."""
    runs = [
        (speaker, " ".join(line.text for line in run))
        for speaker, run in groupby(named, key=lambda line: line.speaker)
    ]
    asked = [text for speaker, text in runs if speaker == ASKS]
    answers = sum(speaker == ANSWERS for speaker, _ in runs)
    enough = min(len(asked), answers) >= FEW
    return enough and sum("?" in text for text in asked) >= HALF * len(asked)


def _is_dashed(line: Line) -> bool:
    return line.item or bool(_DASH.fullmatch(line.text))


def _from_each(marked: Callable[[Line], bool], lines: Sequence[Line]) -> tuple[Named, list[Named]]:
    """What stands above the first line with a mark, and the lines from each one on."""
    found = [place for place, line in enumerate(lines) if not line.header and marked(line)]
    above = tuple(lines[: found[0]]) if found else ()
    return above, [tuple(lines[here:there]) for here, there in pairwise([*found, len(lines)])]


def _asking(turns: Sequence[Named]) -> float:
    """The share of these turns with a question mark."""
    return sum(any("?" in line.text for line in turn) for turn in turns) / max(1, len(turns))


def _count_up(found: Iterable[re.Match[str] | None]) -> bool:
    numbers = [int(one["number"]) for one in found if one and one["number"]]
    return all(after == before + 1 for before, after in pairwise(numbers))


def _question_and_answer(lines: Named) -> Iterator[Line]:
    first, *others = lines
    more = next((place for place, line in enumerate(others) if line.start), len(others))
    yield from (_by(ASKS, line) for line in (_bare(_NUMBER, first), *others[:more]))
    yield from (_by(ANSWERS, line) for line in others[more:])


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1][-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _goes_on(before: Line, line: Line) -> bool:
    if before.header or line.header:
        return False
    return not line.start or (line.text.lstrip()[:1].islower() and not ends_sentence(before.text))


def _is_question(paragraph: Sequence[Line]) -> bool:
    last = paragraph[-1]
    return not last.header and last.text.rstrip(" )\"'”’").endswith("?")


def _by(speaker: str, line: Line) -> Line:
    return line if line.header else replace(line, speaker=speaker)


def _bare(mark: re.Pattern[str], line: Line) -> Line:
    found = mark.fullmatch(line.text)
    return replace(line, text=found["rest"], bold="") if found else line


_WAYS: Mapping[str, Callable[[Sequence[Line]], Named]] = {
    "wat vet of schuin staat": by_emphasis,
    "wie met streepjes om de beurt spreekt en de meeste vragen stelt": by_dashes,
    "wat een nummer heeft": by_numbers,
    "wat op een vraagteken eindigt": by_question_marks,
}
