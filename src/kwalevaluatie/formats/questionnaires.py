"""What a survey asked, as written down in vragenlijst.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import KwalError, Place, ProblemList, TableError, hint
from kwalevaluatie.formats.yaml import build, line_of, load, plain, sequence
from kwalevaluatie.model.questionnaire import QUESTION_KINDS, Questionnaire, SurveyQuestion

HEAD = {
    "bron": "source", "jaar": "year", "groep": "group", "populatie": "population",
    "uitgenodigd": "invited", "wijze": "mode", "gewicht": "weight", "respondent": "respondent",
    "herkomst": "", "geen_antwoord": "", "vragen": "",
}  # fmt: skip
QUESTION = {
    "id": "id", "vraag": "wording", "item": "item", "soort": "", "kolom": "", "kolommen": "",
    "schaal": "", "antwoorden": "", "topbox": "", "codering": "", "geen_antwoord": "",
    "overig": "other",
}  # fmt: skip
AGREE = ("Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens")
SATISFIED = ("Zeer ontevreden", "Ontevreden", "Neutraal", "Tevreden", "Zeer tevreden")
MUCH = ("Heel weinig", "Weinig", "Veel", "Heel veel")
YES_NO = ("Nee", "Ja")
SCALES: Mapping[str, tuple[str, ...]] = {"eens": AGREE, "tevreden": SATISFIED, "veel": MUCH}
KINDS: dict[str, str] = {
    **dict(zip(QUESTION_KINDS, QUESTION_KINDS, strict=True)),
    "stelling": "eens", "tevredenheid": "tevreden", "cijfer": "rapportcijfer", "ja-nee": "ja/nee",
    "ja nee": "ja/nee", "janee": "ja/nee", "meerkeuze (meer antwoorden)": "meerkeuze",
}  # fmt: skip
RISING, FALLING = "oplopend", "aflopend"
EARLIEST, UNFIT = 1900, " ,;/"
SMALLEST = 2
"""The smallest scale that has a positive and a negative end."""


@dataclass(frozen=True)
class _Head:
    source: str
    year: int
    group: str = ""
    population: int | None = None
    invited: int | None = None
    mode: str = ""
    weight: str = ""
    respondent: str = ""


@dataclass(frozen=True)
class _Basis:
    id: str
    wording: str
    item: str = ""
    other: str = ""


def read_questionnaire(path: Path) -> Questionnaire:
    """Read what a survey asked: its source, year and people, and its questions.

    A matrix gives a question for each of its statements. Raises ProblemList with every line
    that cannot be right.
    """
    data = load(path)
    head = build(_Head, data, HEAD, Place(path, 1))
    _check_head(head, data, path)
    everywhere = _texts(data, "geen_antwoord", Place(path, 1))
    found: list[SurveyQuestion] = []
    problems: list[KwalError] = []
    for line, item in sequence(data, "vragen", path):
        try:
            found += _questions(item, everywhere, Place(path, line))
        except TableError as problem:
            problems.append(problem)
    problems += _twice(found, path)
    if problems:
        raise ProblemList(tuple(problems), todo=f"Verbeter {path.name}.")
    if not found:
        raise TableError("er staan geen vragen in", where=path, todo="Vul “vragen” in.")
    return Questionnaire(questions=tuple(found), **vars(head))


def _check_head(head: _Head, data: Any, path: Path) -> None:
    for key, size, least in (
        ("jaar", head.year, EARLIEST), ("populatie", head.population, 1),
        ("uitgenodigd", head.invited, 1),
    ):  # fmt: skip
        if size is not None and size < least:
            raise TableError(
                f"“{key}” is {size}, maar moet minstens {least} zijn",
                where=Place(path, line_of(data, key)), todo="Verbeter het getal.",
            )  # fmt: skip
    if head.invited and head.population and head.invited > head.population:
        raise TableError(
            f"er zijn {head.invited} mensen uitgenodigd van een populatie van {head.population}",
            where=Place(path, line_of(data, "uitgenodigd")),
            todo="De populatie is iedereen over wie de enquête gaat. Verbeter een van de twee.",
        )  # fmt: skip


def _questions(item: Any, everywhere: tuple[str, ...], place: Place) -> Iterator[SurveyQuestion]:
    basis = build(_Basis, item, QUESTION, place)
    kind = _kind(item, place)
    columns = _columns(item, kind, place)
    answers = _answers(item, kind, place)
    if kind == "meerkeuze" and any(columns.values()):
        answers = _of_columns(answers, columns, item, place)
    common: dict[str, Any] = {
        "kind": kind, "answers": answers, "other": basis.other, "line": place.line,
        "top": _top(item, kind, answers, place), "bottom": _bottom(kind, answers),
        "coding": _coding(item, kind, answers, place),
        "no_answer": (*everywhere, *_texts(item, "geen_antwoord", place)),
    }  # fmt: skip
    _check_other(basis.other, answers, item, place)
    if kind != "matrix":
        yield SurveyQuestion(basis.id, basis.wording, item=basis.item, columns=columns, **common)
        return
    for number, (column, statement) in enumerate(columns.items(), start=1):
        yield SurveyQuestion(
            f"{basis.id}-{number}", f"{basis.wording} {statement}", item=statement,
            columns={column: ""}, **common,
        )  # fmt: skip


def _kind(item: Any, place: Place) -> Any:
    said = item.get("soort")
    kind = KINDS.get(str(said).strip().lower())
    if kind is None:
        raise _wrong(
            "“soort” ontbreekt" if said is None else f"“soort” kan niet “{said}” zijn",
            item, "soort", place, f"Kies uit: {', '.join(QUESTION_KINDS)}.",
        )  # fmt: skip
    return kind


def _answers(item: Any, kind: str, place: Place) -> tuple[str, ...]:
    own = _texts(item, "antwoorden", place)
    if own and kind in ("rapportcijfer", "open"):
        raise _wrong(
            f"bij soort {kind} horen geen antwoorden", item, "antwoorden", place, "Haal ze weg."
        )
    if own and len(set(map(str.casefold, own))) < max(len(own), SMALLEST):
        raise _wrong(
            "“antwoorden” moet minstens twee verschillende antwoorden hebben, elk een keer",
            item, "antwoorden", place, "Schrijf ze van het meest negatief naar het meest positief.",
        )  # fmt: skip
    return own or _scale(item, kind, place)


def _of_columns(
    answers: tuple[str, ...], columns: Mapping[str, str], item: Any, place: Place
) -> tuple[str, ...]:
    """The answers of a question with a column for each; what else is listed cannot be right."""
    named = tuple(dict.fromkeys(columns.values()))
    if answers and set(answers) != set(named):
        raise _wrong(
            "“antwoorden” en “kolommen” noemen niet dezelfde antwoorden", item, "antwoorden", place,
            "Haal “antwoorden” weg: bij kolommen zegt elke kolom haar antwoord.",
        )  # fmt: skip
    return answers or named


def _scale(item: Any, kind: str, place: Place) -> tuple[str, ...]:
    if kind == "ja/nee":
        return YES_NO
    name = item.get("schaal") or {"matrix": "veel"}.get(kind, kind)
    if item.get("schaal") and (kind != "matrix" or name not in SCALES):
        raise _wrong(
            f"“schaal” kan hier niet “{name}” zijn", item, "schaal", place,
            f"Bij een matrix: {', '.join(SCALES)}. Of zet een eigen schaal in “antwoorden”.",
        )  # fmt: skip
    return SCALES.get(str(name), ())


def _top(item: Any, kind: str, answers: tuple[str, ...], place: Place) -> tuple[str, ...]:
    own = _texts(item, "topbox", place)
    known = {answer.casefold(): answer for answer in answers}
    for answer in own:
        if answer.casefold() not in known:
            raise _wrong(
                f"“{answer}” in “topbox” is geen antwoord op deze vraag", item, "topbox", place,
                hint(answer, answers) or "Een topbox hoort bij een vraag met antwoorden.",
            )  # fmt: skip
    if own:
        return tuple(known[answer.casefold()] for answer in own)
    if kind == "ja/nee":
        return answers[-1:]
    return answers[(len(answers) + 1) // 2 :] if _is_scale(kind) else ()


def _bottom(kind: str, answers: tuple[str, ...]) -> tuple[str, ...]:
    """The negative half of a scale, without its middle."""
    return answers[: len(answers) // 2] if _is_scale(kind) or kind == "ja/nee" else ()


def _is_scale(kind: str) -> bool:
    return kind in ("eens", "tevreden", "matrix")


def _coding(item: Any, kind: str, answers: tuple[str, ...], place: Place) -> Mapping[str, str]:
    said = plain(item.get("codering"))
    if said is None:
        return {}
    if isinstance(said, Mapping):
        return _own_coding(said, kind, answers, item, place)
    if said not in (RISING, FALLING) or not answers:
        raise _wrong(
            f"“codering” kan hier niet “{said}” zijn", item, "codering", place,
            f"Kies {RISING} (1 = {answers[0]}) of {FALLING} (1 = {answers[-1]})."
            if answers else "Schrijf de codes uit: codering: {1: eerste antwoord, 2: …}",
        )  # fmt: skip
    order = answers if said == RISING else answers[::-1]
    return {str(code): answer for code, answer in enumerate(order, start=1)}


def _own_coding(
    said: Mapping[str, Any], kind: str, answers: tuple[str, ...], item: Any, place: Place
) -> Mapping[str, str]:
    known = {answer.casefold(): answer for answer in answers}
    for answer in map(str, said.values()):
        if answers and answer.casefold() not in known:
            raise _wrong(
                f"“{answer}” in “codering” is geen antwoord op deze vraag", item, "codering",
                place, hint(answer, answers),
            )  # fmt: skip
    return {str(code): known.get(str(a).casefold(), str(a)) for code, a in said.items()}


def _check_other(other: str, answers: tuple[str, ...], item: Any, place: Place) -> None:
    if other and other not in answers:
        raise _wrong(
            f"“overig” is “{other}”, maar dat staat niet in “antwoorden”", item, "overig", place,
            hint(other, answers) or "Vul “antwoorden” in.",
        )  # fmt: skip


def _columns(item: Any, kind: str, place: Place) -> dict[str, str]:
    many = plain(item.get("kolommen"))
    if many is None and kind == "matrix":
        raise _wrong(
            "“kolommen” ontbreekt", item, "soort", place,
            "Zet bij een matrix onder kolommen regels als: kolom: stelling",
        )  # fmt: skip
    if many is None:
        own = item.get("kolom")
        return {} if own is None else {str(own): ""}
    if kind not in ("matrix", "meerkeuze") or not many or isinstance(many, str):
        raise _wrong(
            "“kolommen” hoort bij een matrix of bij meerkeuze, als een lijst", item, "kolommen",
            place, "Gebruik anders “kolom”.",
        )  # fmt: skip
    pairs = many.items() if isinstance(many, Mapping) else ((name, name) for name in many)
    return {str(column): str(answer) for column, answer in pairs}


def _texts(data: Any, key: str, place: Place) -> tuple[str, ...]:
    said = plain(data.get(key))
    if said is None:
        return ()
    if isinstance(said, Mapping):
        raise _wrong(f"“{key}” moet een lijst zijn", data, key, place, "Schrijf: [een, twee].")
    listed = said if isinstance(said, tuple) else (said,)
    return tuple(str(value).strip() for value in listed)


def _wrong(what: str, item: Any, key: str, place: Place, todo: str) -> TableError:
    line = line_of(item, key) if key in item else place.line
    return TableError(what, where=Place(place.path, line), todo=todo)


def _twice(found: list[SurveyQuestion], path: Path) -> Iterator[TableError]:
    seen: set[str] = set()
    for question in found:
        if question.id in seen:
            yield TableError(
                f"vraag “{question.id}” staat er twee keer in", where=path, line=question.line,
                todo="Geef elke vraag een eigen id.",
            )  # fmt: skip
        if set(question.id) & set(UNFIT):
            yield TableError(
                f"“{question.id}”: een id met een spatie of komma kan niet", where=path,
                line=question.line, todo="Gebruik kleine letters en streepjes: snel-geholpen",
            )  # fmt: skip
        seen.add(question.id)
