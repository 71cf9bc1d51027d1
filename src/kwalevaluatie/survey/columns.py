"""Where in the microdata a question stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kwalevaluatie.errors import KwalError, Place, TableError, hint
from kwalevaluatie.model.questionnaire import Microdata, SurveyQuestion
from kwalevaluatie.survey.words import fold


def columns_of(question: SurveyQuestion, data: Microdata) -> Mapping[int, str]:
    """The places of the columns of a question, with the answer that a column stands for.

    A column is found by the name given, else by the id or the wording of the question; capitals,
    accents and signs do not matter. Raises TableError where it is not there, or twice.
    """
    if question.columns:
        return {place_of(name, data): answer for name, answer in question.columns.items()}
    for name in (question.id, question.wording, question.item):
        if name and (found := _matches(name, data)):
            return {_only(found, name, data): ""}
    raise _missing(question.id, data, f"Zet bij vraag “{question.id}” de naam van haar kolom.")


def place_of(name: str, data: Microdata) -> int:
    """The place of the column with this name; raises TableError where it is not there, or twice."""
    found = _matches(name, data)
    if not found:
        raise _missing(name, data, hint(name, filter(None, data.columns)))
    return _only(found, name, data)


def _matches(name: str, data: Microdata) -> list[int]:
    """The columns of this name: as it is written, else without regard to signs, else by title."""
    for heading in _spellings(data):
        found = [place for place, column in enumerate(data.columns) if heading(column, name)]
        if found:
            return found
    return []


def _spellings(data: Microdata) -> Iterator[Callable[[str, str], bool]]:
    yield lambda column, name: column.casefold() == name.strip().casefold()
    yield lambda column, name: bool(column) and fold(column) == fold(name)
    yield lambda column, name: bool(fold(name)) and fold(data.titles.get(column, "")) == fold(name)


def _only(found: list[int], name: str, data: Microdata) -> int:
    if len(found) > 1:
        raise TableError(
            f"kolom “{name}” staat er {len(found)} keer in", where=Place(data.name, 1),
            todo="Geef elke kolom een eigen naam.",
        )  # fmt: skip
    return found[0]


def _missing(name: str, data: Microdata, todo: str) -> KwalError:
    return TableError(f"kolom “{name}” ontbreekt", where=Place(data.name), todo=todo)
