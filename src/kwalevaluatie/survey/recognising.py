"""From what stands in a cell to the answer that was meant; what is not understood is said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kwalevaluatie.model.questionnaire import SurveyQuestion
from kwalevaluatie.survey.replies import MISSING, NOT_APPLICABLE, Reply
from kwalevaluatie.survey.words import (
    code,
    coded,
    fold,
    is_empty,
    is_no_answer,
    number,
    same_answer,
)

LOWEST, HIGHEST = 1, 10
_PARTS = re.compile(r"\s*[;|\n]\s*")
_MARK = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/\s*10|[-–:=]\s*[^\W\d][^\d]*|\([^\d]*\))?")
_OTHER = "anders"
CHOSEN = ("1", "ja", "j", "x", "v", "waar", "true", "yes", "gekozen", "aangevinkt", "selected",
          "checked", "quoted", "genoemd", "✓", "✔", "☑")  # fmt: skip
NOT_CHOSEN = ("0", "nee", "n", "onwaar", "false", "no", "niet gekozen", "niet aangevinkt",
              "not selected", "unchecked", "not quoted", "niet genoemd", "☐")  # fmt: skip
YES = {"j": "Ja", "yes": "Ja", "y": "Ja", "waar": "Ja", "true": "Ja"}
NO = {"n": "Nee", "no": "Nee", "onwaar": "Nee", "false": "Nee"}
_YES_NO: Mapping[str, str] = {**YES, **NO}


class NotUnderstood(ValueError):
    """A cell that holds no answer to its question."""


def recognise(question: SurveyQuestion, cell: str, coding: Mapping[str, str]) -> Reply:
    """What somebody replied in one cell; `coding` says which number is which answer.

    Raises NotUnderstood when the cell is filled with something else.
    """
    if is_empty(cell):
        return MISSING
    if question.kind == "open":
        return Reply("antwoord", (cell.strip(),))
    plain = code(cell) or cell.strip()
    said = coding.get(plain, plain)
    if question.kind == "rapportcijfer":
        return _mark(cell, said, question.no_answer)
    if question.kind == "meerkeuze":
        return _several(question, cell, coding)
    found = _answer(question, said)
    if found is not None:
        return Reply("antwoord", (found,))
    if is_no_answer(said, question.no_answer) or is_no_answer(plain, question.no_answer):
        return NOT_APPLICABLE
    if question.other or not question.answers:
        return Reply("antwoord", (question.other or " ".join(said.split()),))
    raise NotUnderstood(cell if said == plain else f"{cell} ({said})")


def _mark(cell: str, said: str, no_answer: tuple[str, ...]) -> Reply:
    if is_no_answer(said, no_answer) or is_no_answer(code(cell) or cell, no_answer):
        return NOT_APPLICABLE
    found = _MARK.fullmatch(cell.strip())
    value = number(found[1]) if found else None
    if value is None or not LOWEST <= value <= HIGHEST:
        raise NotUnderstood(cell)
    return Reply("antwoord", mark=value)


def _answer(question: SurveyQuestion, said: str) -> str | None:
    """The answer of a list that a text is; also with its code before or behind it."""
    answers = question.answers
    found = same_answer(said, answers)
    if found is None and (pair := coded(said)):
        found = same_answer(pair[1], answers)
    if found is None and question.kind == "ja/nee":
        found = same_answer(_YES_NO.get(fold(said), ""), answers)
    if found is None and fold(said).startswith(_OTHER):
        found = next((one for one in answers if fold(one).startswith(_OTHER)), None)
    return found


def _several(question: SurveyQuestion, cell: str, coding: Mapping[str, str]) -> Reply:
    whole = coding.get(code(cell) or "", cell)
    if is_no_answer(whole, question.no_answer) and not same_answer(whole, question.answers):
        return NOT_APPLICABLE
    if same_answer(whole, question.answers):
        parts: Iterable[str] = [whole]
    else:
        parts = [part for part in _PARTS.split(cell) if not is_empty(part)]
    chosen = (answer for part in parts for answer in _chosen(question, part, coding))
    return Reply("antwoord", tuple(dict.fromkeys(chosen)))


def _chosen(question: SurveyQuestion, part: str, coding: Mapping[str, str]) -> Iterator[str]:
    said = coding.get(code(part) or "", part)
    found = _answer(question, said)
    if found is not None:
        yield found
    elif question.answers and "," in part:
        yield from _between_commas(question, part.split(","), part, coding)
    elif question.other or not question.answers:
        yield question.other or " ".join(said.split())
    else:
        raise NotUnderstood(part)


def _between_commas(
    question: SurveyQuestion, pieces: list[str], part: str, coding: Mapping[str, str]
) -> Iterator[str]:
    """Answers with commas between them; an answer that has a comma itself is kept whole."""
    while pieces:
        for size in range(len(pieces), 0, -1):
            words = ",".join(pieces[:size]).strip()
            found = _answer(question, coding.get(code(words) or "", words))
            if found is not None or (size == 1 and question.other):
                yield found or question.other
                pieces = pieces[size:]
                break
        else:
            raise NotUnderstood(part)


def recognise_choices(question: SurveyQuestion, cells: Mapping[str, tuple[str, str]]) -> Reply:
    """What somebody chose in a question that has a column for every answer.

    `cells` gives of each column its answer and what stands in the cell. A row in which all
    columns are empty was not filled in.
    """
    filled = [(column, *pair) for column, pair in cells.items() if not is_empty(pair[1])]
    if not filled:
        return MISSING
    if all(is_no_answer(cell, question.no_answer) for _, _, cell in filled):
        return NOT_APPLICABLE
    return Reply(
        "antwoord",
        tuple(answer for _, answer, cell in filled if _is_chosen(answer, cell, question)),
    )


def tells_choice(text: str, answer: str) -> bool:
    """Whether a text says that an answer was chosen, or that it was not."""
    said = fold(text)
    return said in (*CHOSEN, *NOT_CHOSEN, fold(answer)) or is_no_answer(text)


def _is_chosen(answer: str, cell: str, question: SurveyQuestion) -> bool:
    said = code(cell) or fold(cell)
    if said in CHOSEN or said == fold(answer):
        return True
    if said in NOT_CHOSEN or is_no_answer(cell, question.no_answer):
        return False
    if fold(answer).startswith(_OTHER):
        return True
    raise NotUnderstood(cell)
