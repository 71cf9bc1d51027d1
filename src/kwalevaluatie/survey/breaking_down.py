"""A question by a trait of who answered: how many of each group stand where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from kwalevaluatie.model.questionnaire import SurveyQuestion
from kwalevaluatie.survey.replies import Replies, Reply

NO_GROUP, NOT_CHOSEN = "niet bekend", "niet gekozen"
LOW_MARK, HIGH_MARK = 5.5, 7.5
LOW, MIDDLE, HIGH = "lager dan 5,5", "5,5 tot 7,5", "7,5 of hoger"


@dataclass(frozen=True)
class CrossTable:
    """Counts of people: a row for each group, a column for each kind of answer."""

    question: SurveyQuestion
    groups: tuple[str, ...]
    answers: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def groups_of(by: Replies) -> list[str]:
    """Of each respondent the group; several answers are one group of their own."""
    return [" + ".join(reply.answers) or NO_GROUP for reply in by.replies]


def order_of(by: Replies) -> tuple[str, ...]:
    """The groups in the order of their question, and last who is in none."""
    present = set(groups_of(by)) - {NO_GROUP}
    known = [answer for answer in by.answers if answer in present]
    joined = sorted(present - set(known))
    return (*known, *joined, *([NO_GROUP] if NO_GROUP in groups_of(by) else []))


def tables(found: Replies, by: Replies) -> Iterator[CrossTable]:
    """How many of each group gave which kind of answer; unweighted, since people are counted.

    A scale is brought back to its positive, middle and negative answers, a mark to three
    ranges: of the same people two tables that differ in detail would give away what each hides.
    Of a question with several answers each answer has a table.
    """
    groups, order = groups_of(by), order_of(by)
    if found.question.kind != "meerkeuze":
        yield _table(found, groups, order, kinds_of(found))
        return
    for answer in found.answers:
        chosen = [_chosen(reply, answer) for reply in found.replies]
        yield _table(replace(found, replies=chosen), groups, order, (answer, NOT_CHOSEN))


def _chosen(reply: Reply, answer: str) -> Reply:
    if reply.given != "antwoord":
        return reply
    return Reply("antwoord", (answer if answer in reply.answers else NOT_CHOSEN,))


def _table(
    found: Replies, groups: Sequence[str], order: tuple[str, ...], answers: tuple[str, ...]
) -> CrossTable:
    cells = Counter(
        (group, _kind(found.question, reply))
        for group, reply in zip(groups, found.replies, strict=True)
        if reply.given == "antwoord"
    )
    rows = tuple(tuple(cells[group, answer] for answer in answers) for group in order)
    return CrossTable(found.question, order, answers, rows)


def kinds_of(found: Replies) -> tuple[str, ...]:
    """The kinds of answer that a breakdown shows, the positive ones first."""
    question = found.question
    if question.kind == "rapportcijfer":
        return (HIGH, MIDDLE, LOW)
    if question.is_scale:
        middle = _middle(question)
        kinds = (_joined(question.top), *([_joined(middle)] if middle else []))
        return (*kinds, _joined(_bottom(question)))
    return found.answers


def _kind(question: SurveyQuestion, reply: Reply) -> str:
    if reply.mark is not None:
        return HIGH if reply.mark >= HIGH_MARK else MIDDLE if reply.mark >= LOW_MARK else LOW
    answer = reply.answers[0] if reply.answers else ""
    if not question.is_scale:
        return answer
    parts = (question.top, _middle(question), _bottom(question))
    return next(_joined(part) for part in parts if answer in part)


def _bottom(question: SurveyQuestion) -> tuple[str, ...]:
    return tuple(answer for answer in question.bottom if answer not in question.top)


def _middle(question: SurveyQuestion) -> tuple[str, ...]:
    taken = {*question.top, *question.bottom}
    return tuple(answer for answer in question.answers if answer not in taken)


def _joined(answers: Sequence[str]) -> str:
    return " of ".join(answers)


@dataclass(frozen=True)
class GroupMean:
    """The mean mark of a group of n; None where it must stay hidden."""

    n: int
    value: float | None


def means_by_group(found: Replies, by: Replies, minimum: int) -> dict[str, GroupMean]:
    """The mean mark of each group; hidden of a group that is too small, and of one beside it.

    One group that is left out alone could be worked out from the mean of all.
    """
    marks: dict[str, list[float]] = {}
    for group, reply in zip(groups_of(by), found.replies, strict=True):
        if reply.mark is not None:
            marks.setdefault(group, []).append(reply.mark)
    by_size = sorted(marks, key=lambda group: len(marks[group]))
    small = [group for group in by_size if len(marks[group]) < minimum]
    hidden = set(by_size[:2] if len(small) == 1 else small)
    return {
        group: GroupMean(len(given), None if group in hidden else fmean(given))
        for group, given in marks.items()
    }
