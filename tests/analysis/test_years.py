"""Counts of two evaluations side by side."""

from __future__ import annotations

from dataclasses import replace

from tests.analysis.studies import BOOK, GUIDE, judgement, person, study

from kwalevaluatie.analysis.study import Study
from kwalevaluatie.analysis.years import Counted, YearOnYear, year_on_year
from kwalevaluatie.model import Question

PEOPLE = [person("r1"), person("r2")]
GIVEN = [judgement("r1", "op-maat", "positief"), judgement("r2", "op-maat", "negatief")]
NOW = study(PEOPLE, judgements=GIVEN)


def positive(now: Study, then: Study | None, figures: tuple[Counted, ...] = ()) -> YearOnYear:
    found = year_on_year(now, then, figures)
    (one,) = [row for row in found if (row.goal, row.state) == ("op-maat", "positief")]
    return one


def test_the_same_goal_and_question_are_laid_side_by_side() -> None:
    then = study(PEOPLE, judgements=[GIVEN[1], judgement("r1", "op-maat", "negatief")])
    row = positive(NOW, then)
    assert row.then is not None and row.now is not None
    assert [(one.k, one.n) for one in (row.then, row.now)] == [(0, 2), (1, 2)]
    assert (row.same_goal, row.same_questions, row.notes) == ("ja", "ja", ())


def test_another_question_is_told() -> None:
    other = replace(GUIDE, questions=(Question("1", "Hielp het?", goals=("op-maat",)),))
    row = positive(NOW, study(PEOPLE, judgements=GIVEN, guides={GUIDE.id: other}))
    assert (row.same_questions, row.notes) == ("nee", ("de vraag was anders",))


def test_another_goal_or_other_themes_are_told() -> None:
    first, *rest = BOOK.goals
    for changed in (replace(first, definition="Iets anders."), replace(first, themes=("toon",))):
        book = replace(BOOK, goals=(changed, *rest))
        row = positive(NOW, study(PEOPLE, judgements=GIVEN, codebook=book))
        assert row.same_goal == "nee"
        assert "anders omschreven" in row.notes[0]


def test_a_goal_of_one_year_alone_has_no_count_in_the_other() -> None:
    then = study(PEOPLE, judgements=GIVEN, codebook=replace(BOOK, goals=BOOK.goals[1:]))
    row = positive(NOW, then)
    assert row.then is None
    assert row.notes[0].startswith("toen niet gevraagd")


def test_another_unit_and_a_provisional_count_are_told() -> None:
    then = study(PEOPLE, judgements=GIVEN[:1], units={"inwoner": "gezin"})
    notes = positive(NOW, then).notes
    assert "toen geteld per gezin, nu per respondent" in notes
    assert "toen nog voorlopig" in notes


def test_of_figures_alone_nobody_knows_what_was_asked() -> None:
    row = positive(NOW, None, (Counted("op-maat", "inwoner", "positief", 3, 9, "", True),))
    assert (row.same_goal, row.same_questions) == ("onbekend", "onbekend")
    assert len(row.notes) == 2
    assert row.then is not None and row.then.n == 9


def test_without_guides_it_is_not_known_whether_the_question_was_the_same() -> None:
    row = positive(NOW, study(PEOPLE, judgements=GIVEN, guides={}))
    assert (row.same_questions, row.notes) == (
        "onbekend",
        ("niet bekend of de vraag dezelfde was",),
    )
