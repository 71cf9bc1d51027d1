"""The one family of errors that a user may meet: each says what, where and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

SHOWN = 25


@dataclass(frozen=True)
class Place:
    """Where something is wrong: a file and, when known, a line (counted from 1)."""

    path: Path | str | None = None
    line: int | None = None

    def __str__(self) -> str:
        if self.path is None:
            return ""
        return f"{self.path}, regel {self.line}" if self.line else str(self.path)


class KwalError(Exception):
    """Something the user can mend, told in Dutch.

    `what` says what is wrong, `where` in which file and line, `todo` how to mend it.
    """

    def __init__(
        self,
        what: str,
        *,
        where: Place | Path | str | None = None,
        line: int | None = None,
        todo: str = "",
    ) -> None:
        self.what = what
        self.where = where if isinstance(where, Place) else Place(where, line)
        self.todo = todo
        super().__init__(str(self))

    def __str__(self) -> str:
        place = str(self.where)
        return "\n".join(
            part
            for part in (
                f"{place}: {self.what}" if place else self.what,
                f"Wat te doen: {self.todo}" if self.todo else "",
            )
            if part
        )


class KwalWarning(UserWarning):
    """Something that looks wrong but stops nothing."""


class TranscriptError(KwalError):
    """A transcript that cannot be read."""


class CodebookError(KwalError):
    """A codebook that does not hold together."""


class TableError(KwalError):
    """A table or settings file with something in it that cannot be right."""


class DecisionError(KwalError):
    """A decision or judgement on something that does not exist."""


class PrivacyError(KwalError):
    """A step that would pass the privacy gate."""


class FindingError(KwalError):
    """A finding that cannot be filled: a reference to what does not exist, or a sign too many."""


class PublicationError(KwalError):
    """A publication that would give away more than it may."""


class ProjectError(KwalError):
    """An evaluation folder that is missing, taken or not ready for this step."""


class StoreError(ProjectError):
    """A database that does not cooperate now; what was asked may be asked again later."""


class ProblemList(KwalError):
    """Several problems found in one go; the rest of the batch went on."""

    def __init__(self, problems: tuple[KwalError, ...], *, todo: str = "") -> None:
        self.problems = problems
        head = f"{len(problems)} problemen" if len(problems) > 1 else "1 probleem"
        times = Counter(problem.what for problem in problems)
        first = {problem.what: problem for problem in reversed(problems)}
        shown = [f"- {first[what]}{_again(count)}" for what, count in times.items()][:SHOWN]
        if len(times) > SHOWN:
            shown.append(f"- … en nog {len(times) - SHOWN} andere")
        super().__init__(f"{head}:\n" + "\n".join(shown), todo=todo)


def _again(count: int) -> str:
    return f"\n  (dit komt nog {count - 1} keer voor)" if count > 1 else ""


def hint(word: str, known: Iterable[str]) -> str:
    """What the user may have meant, or what there is to choose from."""
    known = sorted(known)
    close = get_close_matches(word, known, n=1)
    if close or not known:
        return f"Bedoelde u “{close[0]}”?" if close else ""
    return f"Kies uit: {', '.join(known)}."
