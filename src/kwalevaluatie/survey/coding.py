"""Which number stands for which answer in a column: declared, labelled, or beyond mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kwalevaluatie.model.questionnaire import SurveyQuestion
from kwalevaluatie.survey.words import code, coded, same_answer


class MixedCoding(ValueError):
    """A code that stands for one answer here, and for another one there."""


def coding_of(
    question: SurveyQuestion, cells: Iterable[str], meanings: Mapping[str, str]
) -> Mapping[str, str]:
    """What each code of a column means, as far as that is certain.

    Certain is what the questionnaire declares, what the file says itself (`meanings`), what
    stands with its words in the cells ("5 - Helemaal eens") together with the codes between
    those, and 0 and 1 for nee and ja. Raises MixedCoding when these disagree.
    """
    cells = list(cells)
    found = {**_told(question, cells, meanings), **_zero_and_one(question, cells)}
    known = {**meanings, **_completed(question, found), **question.coding}
    for number, answer in found.items():
        if question.answers and same_answer(known[number], question.answers) != answer:
            raise MixedCoding(f"{number} is “{answer}” en ook “{known[number]}”")
    return known


def _told(
    question: SurveyQuestion, cells: Iterable[str], meanings: Mapping[str, str]
) -> dict[str, str]:
    told: dict[str, str] = {}
    for number, words in (*_pairs(cells), *meanings.items()):
        answer = same_answer(words, question.answers)
        if answer is not None and told.setdefault(number, answer) != answer:
            raise MixedCoding(f"{number} is “{told[number]}” en ook “{answer}”")
    return told


def _pairs(cells: Iterable[str]) -> Iterator[tuple[str, str]]:
    return (pair for cell in dict.fromkeys(cells) if (pair := coded(cell)))


def _completed(question: SurveyQuestion, found: Mapping[str, str]) -> Mapping[str, str]:
    """The whole coding of a scale of which at least two codes are known and fit one order."""
    if not question.is_scale or len(set(found.values())) < 2:
        return found
    for order in (question.answers, question.answers[::-1]):
        for first in (1, 0):
            whole = {str(place): answer for place, answer in enumerate(order, start=first)}
            if found.items() <= whole.items():
                return whole
    return found


def _zero_and_one(question: SurveyQuestion, cells: Iterable[str]) -> dict[str, str]:
    codes = {code(cell) for cell in cells} - {None}
    if question.kind == "ja/nee" and codes == {"0", "1"} and not question.coding:
        return {"0": question.answers[0], "1": question.answers[-1]}
    return {}
