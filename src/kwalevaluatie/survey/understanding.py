"""A whole survey understood: every cell is an answer, no answer, or a problem that is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from kwalevaluatie.errors import KwalError, Place, ProblemList, TableError
from kwalevaluatie.model.questionnaire import Microdata, Questionnaire, SurveyQuestion
from kwalevaluatie.survey.coding import MixedCoding, coding_of
from kwalevaluatie.survey.columns import columns_of, place_of
from kwalevaluatie.survey.recognising import (
    NotUnderstood,
    recognise,
    recognise_choices,
    tells_choice,
)
from kwalevaluatie.survey.replies import MISSING, Replies, Reply, Understood
from kwalevaluatie.survey.words import code, fold, is_empty, number

T = TypeVar("T")
MEND = "Verbeter het bestand of de vragenlijst. Er is niets geteld."


def understand(questionnaire: Questionnaire, data: Microdata) -> Understood:
    """Every reply in the microdata to every question of the questionnaire.

    Raises ProblemList with every column that is missing and every cell that is no answer, by
    row, column and value: nothing is left out of the count unsaid.
    """
    problems: list[KwalError] = []
    none: Sequence[Reply] = ()
    equal, rows = (1.0,) * len(data.rows), tuple(str(line) for line, _ in data.rows)
    weights = _tried(problems, equal, _weights, questionnaire, data)
    ids = _tried(problems, rows, _ids, questionnaire, data)
    replies = []
    for question in questionnaire.questions:
        found = _tried(problems, none, _replies, question, data, problems)
        replies.append(Replies(question, found, weights))
    _check_population(questionnaire, data, problems)
    if problems:
        raise ProblemList(tuple(problems), todo=MEND)
    unused = _unused(questionnaire, data)
    return Understood(questionnaire, tuple(replies), ids, len(set(weights)) > 1, unused)


def _tried(problems: list[KwalError], otherwise: T, step: Callable[..., T], *given: Any) -> T:
    try:
        return step(*given)
    except KwalError as problem:
        problems.append(problem)
        return otherwise


def _replies(
    question: SurveyQuestion, data: Microdata, problems: list[KwalError]
) -> Sequence[Reply]:
    columns = columns_of(question, data)
    if any(columns.values()):
        return _choices(question, columns, data, problems)
    (place,) = columns
    cells = [row[place] for _, row in data.rows]
    column = data.columns[place]
    coding = _coding(question, cells, column, data)
    _check_numbers(question, cells, coding, column, data)
    found = []
    for (line, _), cell in zip(data.rows, cells, strict=True):
        try:
            found.append(recognise(question, cell, coding))
        except NotUnderstood as problem:
            problems.append(_not_an_answer(question, column, str(problem), data, line))
            found.append(MISSING)
    return found if question.kind == "open" else _one_spelling(found)


def _choices(
    question: SurveyQuestion,
    columns: Mapping[int, str],
    data: Microdata,
    problems: list[KwalError],
) -> Sequence[Reply]:
    found = []
    for line, row in data.rows:
        cells = {
            data.columns[at]: (answer, _said(at, answer, row, data))
            for at, answer in columns.items()
        }
        try:
            found.append(recognise_choices(question, cells))
        except NotUnderstood as problem:
            listed = " of ".join(f"“{name}”" for name, (_, c) in cells.items() if c == str(problem))
            problems.append(_not_an_answer(question, listed, str(problem), data, line))
    return found


def _said(place: int, answer: str, row: tuple[str, ...], data: Microdata) -> str:
    """What stands in a cell; where SPSS says what its code means, and that is a choice, that."""
    meaning = data.meanings.get(data.columns[place], {}).get(row[place], "")
    return meaning if meaning and tells_choice(meaning, answer) else row[place]


def _coding(
    question: SurveyQuestion, cells: list[str], column: str, data: Microdata
) -> Mapping[str, str]:
    try:
        return coding_of(question, cells, data.meanings.get(column, {}))
    except MixedCoding as problem:
        raise TableError(
            f"kolom “{column}” heeft codes door elkaar: {problem}", where=Place(data.name),
            todo="Maak de codes in het bestand gelijk, of zet alleen de antwoorden in de cellen.",
        ) from None  # fmt: skip


def _check_numbers(
    question: SurveyQuestion,
    cells: list[str],
    coding: Mapping[str, str],
    column: str,
    data: Microdata,
) -> None:
    """Numbers on a scale mean nothing until somebody says which end is which."""
    if not (question.is_scale or question.kind == "ja/nee") or coding:
        return
    filled = [cell for cell in cells if not is_empty(cell)]
    numbers = sorted({found for cell in filled if (found := code(cell))})
    if numbers and not set(numbers) & set(question.answers):
        mixed = any(code(cell) is None for cell in filled)
        raise TableError(
            f"kolom “{column}” heeft {'woorden en ' if mixed else ''}cijfers "
            f"({', '.join(numbers[:6])}) zonder dat vaststaat wat ze betekenen",
            where=_first_number(cells, data),
            todo=_say_coding(question),
        )


def _first_number(cells: list[str], data: Microdata) -> Place:
    pairs = zip(data.rows, cells, strict=True)
    return Place(data.name, next(line for (line, _), cell in pairs if code(cell)))


def _say_coding(question: SurveyQuestion) -> str:
    first, last = question.answers[0], question.answers[-1]
    return (
        f"Zet in de vragenlijst bij “{question.id}” een codering: oplopend (1 = {first}) of "
        f"aflopend (1 = {last}), of schrijf haar uit: codering: {{1: {first}, …}}."
    )


def _not_an_answer(
    question: SurveyQuestion, column: str, value: str, data: Microdata, line: int
) -> TableError:
    listed = ", ".join(question.answers)
    allowed = f"Kies uit: {listed}. " if listed else "Vul een cijfer van 1 tot en met 10 in. "
    name = column if column.startswith("“") else f"“{column}”"
    return TableError(
        f"kolom {name}: “{value[:60]}” is geen antwoord op “{question.id}”",
        where=Place(data.name, line),
        todo=f"{allowed}Of zet het in de vragenlijst bij “geen_antwoord” of “antwoorden”.",
    )


def _one_spelling(found: list[Reply]) -> list[Reply]:
    """Answers of an open list that differ in capitals alone are one, as most people write it."""
    counts = Counter(answer for reply in found for answer in reply.answers)
    best: dict[str, str] = {}
    for answer, _ in counts.most_common():
        best.setdefault(fold(answer), answer)
    return [
        Reply(reply.given, tuple(best[fold(one)] for one in reply.answers), reply.mark)
        for reply in found
    ]


def _weights(questionnaire: Questionnaire, data: Microdata) -> tuple[float, ...]:
    if not questionnaire.weight:
        return (1.0,) * len(data.rows)
    place, name = place_of(questionnaire.weight, data), questionnaire.weight
    return tuple(_weight(row[place], line, name, data) for line, row in data.rows)


def _weight(cell: str, line: int, column: str, data: Microdata) -> float:
    value = number(cell)
    if value is None or value <= 0:
        raise TableError(
            f"kolom “{column}”: “{cell}” is geen gewicht", where=Place(data.name, line),
            todo="Vul in elke rij een getal groter dan nul in.",
        )  # fmt: skip
    return value


def _ids(questionnaire: Questionnaire, data: Microdata) -> tuple[str, ...]:
    """The respondents: their own numbers, else those of the rows."""
    if not questionnaire.respondent:
        return tuple(str(number) for number in range(1, len(data.rows) + 1))
    place = place_of(questionnaire.respondent, data)
    found = tuple(row[place] for _, row in data.rows)
    double = next((id for id, times in Counter(found).items() if times > 1), None)
    if double is not None:
        raise TableError(
            f"kolom “{questionnaire.respondent}”: “{double}” komt vaker voor",
            where=Place(data.name), todo="Geef elke deelnemer een eigen nummer, een keer.",
        )  # fmt: skip
    return found


def _unused(questionnaire: Questionnaire, data: Microdata) -> tuple[str, ...]:
    """The columns that the questionnaire does not speak of."""
    used = {at for question in questionnaire.questions for at in columns_of(question, data)}
    used |= {place_of(n, data) for n in (questionnaire.weight, questionnaire.respondent) if n}
    return tuple(name for at, name in enumerate(data.columns) if name and at not in used)


def _check_population(
    questionnaire: Questionnaire, data: Microdata, problems: list[KwalError]
) -> None:
    sizes: Iterable[tuple[str, int | None]] = (
        ("populatie", questionnaire.population), ("uitgenodigd", questionnaire.invited),
    )  # fmt: skip
    for key, size in sizes:
        if size is not None and size < len(data.rows):
            problems.append(
                TableError(
                    f"er zijn {len(data.rows)} rijen, maar “{key}” is {size}",
                    where=Place(data.name),
                    todo="Verbeter de vragenlijst, of haal rijen weg die er twee keer in staan.",
                )
            )
