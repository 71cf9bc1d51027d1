"""Every cell is an answer, no answer, or a problem that is told with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from kwalevaluatie.errors import Place, ProblemList
from kwalevaluatie.formats.questionnaires import AGREE, YES_NO
from kwalevaluatie.model.questionnaire import Microdata, Questionnaire, SurveyQuestion
from kwalevaluatie.survey.replies import Replies
from kwalevaluatie.survey.understanding import understand

HELP = ("Werk", "Schulden, geld", "Anders")


def agree(**more: Any) -> SurveyQuestion:
    return SurveyQuestion("a", "Vraag", "eens", answers=AGREE, top=AGREE[3:], **more)


def asked(kind: Any, answers: tuple[str, ...] = (), **more: Any) -> SurveyQuestion:
    return SurveyQuestion("a", "Vraag", kind, answers=answers, **more)


def table(cells: Sequence[str], column: str = "a", **more: Any) -> Microdata:
    return Microdata("d.csv", (column,), tuple((n, (c,)) for n, c in enumerate(cells, 2)), **more)


def read(question: SurveyQuestion, cells: Sequence[str], **more: Any) -> Replies:
    return understand(Questionnaire("X", 2024, (question,)), table(cells, **more)).replies[0]


def answers(question: SurveyQuestion, cells: Sequence[str], **more: Any) -> list[Any]:
    found = read(question, cells, **more).replies
    return [reply.mark or "/".join(reply.answers) or reply.given for reply in found]


def problem(question: SurveyQuestion, cells: Sequence[str], **more: Any) -> str:
    with pytest.raises(ProblemList) as caught:
        read(question, cells, **more)
    (one, *_) = caught.value.problems
    assert one.todo
    return f"{one.where.line}: {one.what} {one.todo}"


def test_answers_no_answers_and_empty_cells_are_three_things() -> None:
    found = read(agree(), ["Eens", " EENS ", "n.v.t.", "", "oneens"])
    assert [found.count(given) for given in ("antwoord", "n.v.t.", "niet ingevuld")] == [3, 1, 1]


def test_what_is_not_recognised_is_told_with_row_column_and_value() -> None:
    told = problem(agree(), ["Eens", "Ens"])
    assert told.startswith("3: kolom “a”: “Ens” is geen antwoord op “a”")
    assert "Helemaal oneens" in told


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(ProblemList, match="2 problemen") as caught:
        read(agree(), ["Eens", "x", "y"])
    assert [one.where for one in caught.value.problems] == [Place("d.csv", 3), Place("d.csv", 4)]


def test_numbers_mean_nothing_until_somebody_says_which_end_is_which() -> None:
    told = problem(agree(), ["1", "5"])
    assert "kolom “a” heeft cijfers (1, 5)" in told
    assert "oplopend (1 = Helemaal oneens)" in told


def test_words_and_numbers_through_each_other_are_told() -> None:
    assert "heeft woorden en cijfers (2)" in problem(agree(), ["Eens", "2"])


def test_a_declared_coding() -> None:
    coding = {str(code): answer for code, answer in enumerate(AGREE, start=1)}
    assert answers(agree(coding=coding), ["1", "4,0", "5.0"]) == [AGREE[0], AGREE[3], AGREE[4]]
    assert "“6” is geen antwoord" in problem(agree(coding=coding), ["1", "6"])


def test_codes_that_stand_with_their_words_tell_the_others() -> None:
    cells = ["1 - Helemaal oneens", "2", "5 = Helemaal eens"]
    assert answers(agree(), cells) == [AGREE[0], AGREE[1], AGREE[4]]
    assert answers(agree(), ["Helemaal eens (1)", "2", "5. helemaal oneens"])[1] == AGREE[3]


def test_one_code_with_its_words_does_not_tell_the_others() -> None:
    assert "“2” is geen antwoord" in problem(agree(), ["1 - Helemaal oneens", "2"])


def test_codes_that_disagree_are_told() -> None:
    told = problem(agree(), ["1 - Helemaal eens", "1 - Helemaal oneens"])
    assert "heeft codes door elkaar" in told
    coding = {"1": AGREE[0]}
    assert "codes door elkaar" in problem(agree(coding=coding), ["1 - Helemaal eens"])


def test_the_labels_of_a_file_tell_its_codes() -> None:
    meanings = {"a": {"1": "Helemaal mee oneens", "5": "Helemaal mee eens", "9": "Weet niet"}}
    assert answers(agree(), ["1", "4", "9"], meanings=meanings) == [AGREE[0], AGREE[3], "n.v.t."]


def test_a_column_may_be_found_by_its_long_name() -> None:
    assert answers(agree(), ["Eens"], column="V1", titles={"V1": "Vraag"}) == ["Eens"]


@pytest.mark.parametrize(
    ("cell", "mark"),
    [("8", 8), ("7,5", 7.5), ("10", 10), ("8 (goed)", 8), ("8 - goed", 8), ("9/10", 9)],
)
def test_a_mark(cell: str, mark: float) -> None:
    assert answers(asked("rapportcijfer"), [cell]) == [mark]


@pytest.mark.parametrize("cell", ["0", "11", "8-", "7 of 8", "7 - 8", "acht", "7 en een half"])
def test_no_mark(cell: str) -> None:
    assert f"“{cell}” is geen antwoord" in problem(asked("rapportcijfer"), [cell])


def test_a_mark_that_does_not_apply() -> None:
    question = asked("rapportcijfer", no_answer=("99",))
    cells = ["n.v.t.", "99", "99.0", "", "6"]
    assert answers(question, cells) == ["n.v.t."] * 3 + ["niet ingevuld", 6]


def test_a_code_for_no_answer_however_it_was_saved() -> None:
    question = agree(no_answer=("9",), coding={"4": "Eens"})
    assert answers(question, ["4.0", "9.0", "9"]) == ["Eens", "n.v.t.", "n.v.t."]
    assert answers(asked("achtergrond"), ["34.0", "34"]) == ["34", "34"]


def test_nought_and_one_are_no_and_yes_but_one_and_two_are_nothing() -> None:
    question = asked("ja/nee", YES_NO)
    assert answers(question, ["1", "0", ""]) == ["Ja", "Nee", "niet ingevuld"]
    assert answers(question, ["ja", "J", "NEE", "true"]) == ["Ja", "Ja", "Nee", "Ja"]
    assert "zonder dat vaststaat" in problem(question, ["1", "2"])


def test_several_answers_in_one_cell() -> None:
    cells = ["Werk; Anders", "Schulden, geld, Werk", "Anders: een hond", "n.v.t."]
    expected = ["Werk/Anders", "Schulden, geld/Werk", "Anders", "n.v.t."]
    assert answers(asked("meerkeuze", HELP), cells) == expected


def test_an_answer_that_is_not_listed_is_told_unless_there_is_a_place_for_it() -> None:
    assert "“Taal” is geen antwoord" in problem(asked("meerkeuze", HELP), ["Werk; Taal"])
    question = asked("meerkeuze", HELP, other="Anders")
    assert answers(question, ["Werk; Taal", "Taal, Werk"]) == ["Werk/Anders", "Anders/Werk"]
    assert answers(asked("keuze", HELP, other="Anders"), ["Taal"]) == ["Anders"]


def test_an_open_list_takes_one_spelling() -> None:
    found = answers(asked("achtergrond"), ["Noord", "noord", "Noord", "Zuid"])
    assert found == ["Noord", "Noord", "Noord", "Zuid"]


def test_words_of_people_are_left_as_they_are() -> None:
    assert answers(asked("open"), ["Goed.", "goed", ""]) == ["Goed.", "goed", "niet ingevuld"]


def columns(*rows: tuple[str, ...], **more: Any) -> list[Any]:
    question = asked("meerkeuze", HELP, columns=dict(zip("pqr", HELP, strict=True)))
    data = Microdata("d.csv", ("p", "q", "r"), tuple(enumerate(rows, 2)), **more)
    found = understand(Questionnaire("X", 2024, (question,)), data).replies[0].replies
    return ["/".join(reply.answers) or reply.given for reply in found]


def test_a_column_for_every_answer() -> None:
    rows = [("1", "0", ""), ("x", "✓", "een hond"), ("", "", ""), ("0", "0", "0")]
    expected = ["Werk", "Werk/Schulden, geld/Anders", "niet ingevuld", "antwoord"]
    assert columns(*rows) == expected


def test_labels_decide_whether_a_code_is_a_choice() -> None:
    labels = {"p": {"1": "Nee", "2": "Ja"}}
    assert columns(("1", "1", ""), ("2", "", ""), meanings=labels) == ["Schulden, geld", "Werk"]


def test_a_choice_that_is_none_is_told() -> None:
    with pytest.raises(ProblemList, match="kolom “q”: “misschien” is geen antwoord"):
        columns(("1", "misschien", ""))


@pytest.mark.parametrize(
    ("names", "what"),
    [(("b",), "kolom “A” ontbreekt"), (("a", "A"), "kolom “A” staat er 2 keer in")],
)
def test_a_column_that_is_missing_or_double(names: tuple[str, ...], what: str) -> None:
    data = Microdata("d.csv", names, ((2, ("Eens",) * len(names)),))
    question = agree(columns={"A": ""})
    with pytest.raises(ProblemList, match=what):
        understand(Questionnaire("X", 2024, (question,)), data)


def test_a_double_column_that_nobody_asks_for_is_no_problem() -> None:
    data = Microdata("d.csv", ("a", "opm", "opm"), ((2, ("Eens", "x", "y")),))
    found = understand(Questionnaire("X", 2024, (agree(),)), data)
    assert found.unused == ("opm", "opm")


def weighted(*rows: tuple[str, str], **more: Any) -> Any:
    data = Microdata("d.csv", ("a", "w"), tuple(enumerate(rows, 2)))
    return understand(Questionnaire("X", 2024, (agree(),), weight="w", **more), data)


def test_weights_are_read_and_must_be_numbers() -> None:
    assert weighted(("Eens", "1,5"), ("Eens", "0.5")).replies[0].weights == (1.5, 0.5)
    for wrong in ("veel", "", "-1", "0"):
        with pytest.raises(ProblemList, match=f"regel 3: kolom “w”: “{wrong}” is geen gewicht"):
            weighted(("Eens", "1"), ("Eens", wrong))


def test_more_rows_than_people() -> None:
    with pytest.raises(ProblemList, match="er zijn 2 rijen, maar “populatie” is 1"):
        weighted(("Eens", "1"), ("Eens", "1"), population=1)


def test_respondents_have_a_number_of_their_own() -> None:
    data = Microdata("d.csv", ("a", "nr"), ((2, ("Eens", "7")), (3, ("Eens", "7"))))
    with pytest.raises(ProblemList, match="“7” komt vaker voor"):
        understand(Questionnaire("X", 2024, (agree(),), respondent="nr"), data)
