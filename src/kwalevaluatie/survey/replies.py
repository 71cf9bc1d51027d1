"""What one person filled in at one question, once it is understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kwalevaluatie.model.questionnaire import Questionnaire, SurveyQuestion

Given = Literal["antwoord", "n.v.t.", "niet ingevuld"]


@dataclass(frozen=True)
class Reply:
    """One reply: the answers chosen, the mark or the words; or why there is none."""

    given: Given
    answers: tuple[str, ...] = ()
    mark: float | None = None


MISSING, NOT_APPLICABLE = Reply("niet ingevuld"), Reply("n.v.t.")


@dataclass(frozen=True)
class Replies:
    """All that people replied to one question, in the order of the rows, with their weights."""

    question: SurveyQuestion
    replies: Sequence[Reply]
    weights: Sequence[float]

    @property
    def answered(self) -> list[tuple[Reply, float]]:
        """The replies that hold an answer, with their weights."""
        pairs = zip(self.replies, self.weights, strict=True)
        return [(reply, weight) for reply, weight in pairs if reply.given == "antwoord"]

    def count(self, given: Given) -> int:
        """How many people answered, said that it does not apply, or left it open."""
        return sum(reply.given == given for reply in self.replies)

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers that there are, in their order; of an open list as they came."""
        said = dict.fromkeys(answer for reply in self.replies for answer in reply.answers)
        known = self.question.answers
        return known if known else tuple(said)


@dataclass(frozen=True)
class Understood:
    """A whole survey as it was understood: by question what everybody replied.

    `ids` are the respondents, `weighted` says whether answers weigh unequally, `unused` are the
    columns that no question speaks of.
    """

    questionnaire: Questionnaire
    replies: tuple[Replies, ...]
    ids: tuple[str, ...]
    weighted: bool
    unused: tuple[str, ...] = ()

    @property
    def returned(self) -> int:
        """How many people answered at least one question."""
        asked = (one for one in self.replies if one.question.kind != "achtergrond")
        rows = zip(*(one.replies for one in asked), strict=True)
        return sum(any(reply.given != "niet ingevuld" for reply in row) for row in rows)

    def of(self, id: str) -> Replies:
        """The replies to one question; KeyError when there is no such question."""
        return next(one for one in self.replies if one.question.id == id)
