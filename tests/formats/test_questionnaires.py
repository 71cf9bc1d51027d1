"""What a survey asked: kinds of questions, scales, codings, and every line that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kwalevaluatie.errors import KwalError, ProblemList
from kwalevaluatie.formats.questionnaires import AGREE, MUCH, SATISFIED, read_questionnaire
from kwalevaluatie.model.questionnaire import SurveyQuestion

Write = Callable[[str, str | bytes], Path]
HEAD = "bron: Proef\njaar: 2024\n"


def read(write: Write, *lines: str, head: str = HEAD) -> tuple[SurveyQuestion, ...]:
    text = head + "vragen:\n" + "".join(f"  - {{{line}}}\n" for line in lines)
    return read_questionnaire(write("v.yaml", text)).questions


def test_the_head_says_of_whom_and_how(write: Write) -> None:
    head = HEAD + "groep: inwoner\npopulatie: 900\nuitgenodigd: 400\nwijze: post\ngewicht: w\n"
    text = head + "vragen:\n  - {id: a, vraag: Vraag, soort: eens}\n"
    found = read_questionnaire(write("v.yaml", text))
    assert (found.source, found.year, found.group, found.mode) == ("Proef", 2024, "inwoner", "post")
    assert (found.population, found.invited, found.weight) == (900, 400, "w")


@pytest.mark.parametrize(
    ("kind", "answers", "top", "bottom"),
    [
        ("eens", AGREE, AGREE[3:], AGREE[:2]),
        ("tevreden", SATISFIED, SATISFIED[3:], SATISFIED[:2]),
        ("ja/nee", ("Nee", "Ja"), ("Ja",), ("Nee",)),
        ("rapportcijfer", (), (), ()),
        ("open", (), (), ()),
    ],
)
def test_each_kind_has_its_answers(
    kind: str, answers: tuple[str, ...], top: tuple[str, ...], bottom: tuple[str, ...], write: Write
) -> None:
    (found,) = read(write, f"id: a, vraag: Vraag, soort: {kind}")
    assert (found.answers, found.top, found.bottom) == (answers, top, bottom)


def test_a_matrix_is_a_question_for_each_statement(write: Write) -> None:
    first, second = read(
        write, "id: m, vraag: Wat leverde het op?, soort: matrix, kolommen: {k1: Buiten, k2: Zeker}"
    )
    assert (first.id, first.item, dict(first.columns)) == ("m-1", "Buiten", {"k1": ""})
    assert second.wording == "Wat leverde het op? Zeker"
    assert (first.answers, first.top, first.bottom) == (MUCH, MUCH[2:], MUCH[:2])


def test_a_scale_of_ones_own(write: Write) -> None:
    (found,) = read(write, "id: a, vraag: V, soort: eens, antwoorden: [Nooit, Soms, Vaak, Altijd]")
    assert (found.top, found.bottom) == (("Vaak", "Altijd"), ("Nooit", "Soms"))
    (found,) = read(write, "id: a, vraag: V, soort: eens, topbox: [helemaal eens]")
    assert found.top == ("Helemaal eens",)


def test_codings(write: Write) -> None:
    up, down, own = read(
        write,
        "id: a, vraag: V, soort: eens, codering: oplopend",
        "id: b, vraag: V, soort: eens, codering: aflopend",
        "id: c, vraag: V, soort: ja/nee, codering: {1: Ja, 2: nee}",
    )
    assert (up.coding["1"], down.coding["1"]) == ("Helemaal oneens", "Helemaal eens")
    assert own.coding == {"1": "Ja", "2": "Nee"}


def test_no_answers_of_all_and_of_one(write: Write) -> None:
    head = HEAD + "geen_antwoord: [Komt niet voor]\n"
    line = "id: a, vraag: V, soort: eens, geen_antwoord: [99, Geen intake]"
    (found,) = read(write, line, head=head)
    assert found.no_answer == ("Komt niet voor", "99", "Geen intake")


def test_columns_of_a_list_are_its_answers(write: Write) -> None:
    (found,) = read(write, "id: h, vraag: V, soort: meerkeuze, kolommen: {h1: Werk, h2: Taal}")
    assert found.answers == ("Werk", "Taal")
    assert found.columns == {"h1": "Werk", "h2": "Taal"}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("id: a, vraag: V", "“soort” ontbreekt"),
        ("id: a, vraag: V, soort: schaal", "“soort” kan niet “schaal” zijn"),
        ("id: a, soort: eens", "“vraag” ontbreekt"),
        ("vraag: V, soort: eens", "“id” ontbreekt"),
        ("id: a, vrag: V, soort: eens", "onbekende sleutel “vrag”"),
        ("id: a b, vraag: V, soort: eens", "een id met een spatie"),
        ("id: a, vraag: V, soort: matrix", "“kolommen” ontbreekt"),
        ("id: a, vraag: V, soort: eens, kolommen: {x: y}", "“kolommen” hoort bij een matrix"),
        ("id: a, vraag: V, soort: meerkeuze, kolommen: x", "“kolommen” hoort bij een matrix"),
        ("id: a, vraag: V, soort: eens, codering: omhoog", "“codering” kan hier niet “omhoog”"),
        ("id: a, vraag: V, soort: keuze, codering: oplopend", "“codering” kan hier niet"),
        ("id: a, vraag: V, soort: eens, codering: {1: Mwah}", "“Mwah” in “codering” is geen"),
        ("id: a, vraag: V, soort: eens, topbox: [Super]", "“Super” in “topbox” is geen antwoord"),
        ("id: a, vraag: V, soort: open, topbox: [Super]", "“Super” in “topbox” is geen antwoord"),
        ("id: a, vraag: V, soort: eens, antwoorden: [Ja]", "minstens twee verschillende"),
        ("id: a, vraag: V, soort: keuze, antwoorden: [Ja, ja]", "minstens twee verschillende"),
        ("id: a, vraag: V, soort: open, antwoorden: [Ja, Nee]", "horen geen antwoorden"),
        ("id: a, vraag: V, soort: eens, schaal: tevreden", "“schaal” kan hier niet “tevreden”"),
        ("id: a, vraag: V, soort: keuze, overig: Anders", "“overig” is “Anders”, maar dat staat"),
        ("id: a, vraag: V, soort: eens, geen_antwoord: {a: b}", "“geen_antwoord” moet een lijst"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_told_with_its_line(line: str, what: str, write: Write) -> None:
    with pytest.raises(ProblemList) as caught:
        read(write, "id: eerst, vraag: V, soort: eens", line)
    (problem,) = caught.value.problems
    assert what in problem.what
    assert problem.where.line == 5
    assert problem.todo


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ("bron: X\n", "“jaar” ontbreekt"),
        ("jaar: 2024\n", "“bron” ontbreekt"),
        (HEAD + "populatie: 0\n", "“populatie” is 0"),
        (HEAD + "populatie: 40\nuitgenodigd: 60\n", "60 mensen uitgenodigd van een populatie van"),
        (HEAD + "gewcht: w\n", "onbekende sleutel “gewcht”"),
    ],
)
def test_a_wrong_head_is_told(head: str, what: str, write: Write) -> None:
    with pytest.raises(KwalError, match=what) as caught:
        read(write, "id: a, vraag: V, soort: eens", head=head)
    assert caught.value.todo


def test_questions_that_are_there_twice_and_none_at_all(write: Write) -> None:
    line = "id: a, vraag: V, soort: eens"
    with pytest.raises(ProblemList, match="vraag “a” staat er twee keer in"):
        read(write, line, line)
    with pytest.raises(KwalError, match="er staan geen vragen in"):
        read_questionnaire(write("v.yaml", HEAD + "vragen: []\n"))
