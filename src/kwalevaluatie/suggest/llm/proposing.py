"""Reading conversations with a language model, part by part, and telling how that went."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from kwalevaluatie.errors import KwalWarning
from kwalevaluatie.model import Codebook, Suggestion, Transcript
from kwalevaluatie.suggest.llm.answers import Checked, check
from kwalevaluatie.suggest.llm.problems import LanguageModelError, NoAnswerError
from kwalevaluatie.suggest.llm.prompt import Part, messages, parts

Watch = Callable[[Sequence[Any], str], Iterable[Any]]
Keep = Callable[[Part, Sequence[Suggestion]], None]
IN_A_ROW, SHOWN = 3, 5
ILLEGIBLE = "het antwoord had niet de gevraagde vorm"


class Asks(Protocol):
    """Something that a question can be put to."""

    name: str

    def ask(self, messages: Sequence[dict[str, str]]) -> str:
        """What it answers; raises NoAnswerError or LanguageModelError."""
        ...


@dataclass
class Course:
    """How the reading goes: parts read, answers used and dropped, and what was not read."""

    name: str
    parts: int
    read: int = 0
    used: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    unread: list[tuple[Part, str]] = field(default_factory=list)
    stopped: LanguageModelError | None = None

    @property
    def smooth(self) -> bool:
        """Whether everything was read and every answer could be used."""
        return self.read == self.parts and not self.dropped

    def told(self) -> str:
        """How it went, in Dutch."""
        lines = [
            f"Taalmodel {self.name} las {self.read} van de {self.parts} gedeelten en gaf "
            f"{self.used} bruikbare antwoorden."
        ]
        if self.dropped:
            reasons = "; ".join(f"{many} keer {why}" for why, many in self.dropped.most_common())
            lines.append(f"Weggelaten: {self.dropped.total()} ({reasons}).")
        if self.unread:
            places = [f"{_place(part)}: {why}" for part, why in self.unread[:SHOWN]]
            more = len(self.unread) - SHOWN
            rest = [f"en nog {more}"] if more > 0 else []
            lines.append(f"Niet gelezen: {'; '.join([*places, *rest])}.")
        if self.stopped is not None:
            lines.append(f"Gestopt: {self.stopped.what}.")
        return " ".join(lines)


def read_along(
    model: Asks, book: Codebook, transcripts: Iterable[Transcript], watch: Watch, keep: Keep
) -> Course:
    """Let a language model read conversations; every part that was read is handed to `keep`.

    A part without a usable answer is tried once more and then passed over. Reading stops where
    the model cannot be used any more, or gives no usable answer three times in a row. Raises
    LanguageModelError when nothing at all was read, and warns when something went amiss.
    """
    asked = [part for one in transcripts for part in parts(one)]
    course, failed = Course(model.name, len(asked)), 0
    for part in watch(asked, "Taalmodel leest mee"):
        try:
            answer = _read(model, book, part)
        except NoAnswerError as problem:
            course.unread.append((part, str(problem)))
            failed += 1
        except LanguageModelError as problem:
            course.stopped = problem
        else:
            failed = 0
            course.read += 1
            course.used += len(answer.suggestions)
            course.dropped += answer.dropped
            keep(part, answer.suggestions)
        if failed == IN_A_ROW:
            course.stopped = _gave_up(course)
        if course.stopped is not None:
            break
    if asked and not course.read:
        raise course.stopped or _gave_up(course)
    if not course.smooth:
        warnings.warn(course.told(), KwalWarning, stacklevel=4)
    return course


def _read(model: Asks, book: Codebook, part: Part) -> Checked:
    """The answer on a part, asked for once more where the first was of no use."""
    try:
        return _try(model, book, part)
    except NoAnswerError:
        return _try(model, book, part)


def _try(model: Asks, book: Codebook, part: Part) -> Checked:
    codes = {code.id for code in book.active}
    answer = check(model.ask(messages(book, part)), part, codes, model.name)
    if not answer.legible:
        raise NoAnswerError(ILLEGIBLE)
    return answer


def _gave_up(course: Course) -> LanguageModelError:
    return LanguageModelError(
        f"taalmodel {course.name} gaf {len(course.unread)} keer geen bruikbaar antwoord "
        f"(laatst: {course.unread[-1][1]})",
        todo="Probeer een ander of groter model, of geef de server meer ruimte: zie "
        "docs/taalmodel.md.",
    )


def _place(part: Part) -> str:
    turns = [piece.turn for piece in part.answers]
    last = f"-{turns[-1]}" if turns[-1] != turns[0] else ""
    return f"{part.transcript} beurt {turns[0]}{last}"
