"""Two things at once: cells of people that add up to their column."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.analysis.studies import coding, judgement, person, study

from kwalevaluatie.analysis.crosstab import crosstab
from kwalevaluatie.analysis.study import Study
from kwalevaluatie.errors import KwalError

PEOPLE = [
    person("r1", attributes={"premie": "2", "wijk": "noord"}),
    person("r2", attributes={"premie": "2", "wijk": "zuid"}),
    person("r3", attributes={"premie": "1", "wijk": "noord"}),
]


def cells(made: Study, rows: str, columns: str) -> dict[tuple[str, str], tuple[int | None, ...]]:
    """k and n of the cells that are not empty."""
    found = crosstab(made, rows, columns)
    return {(one.keys["row"], one.keys["column"]): (one.k, one.n) for one in found if one.k}


def test_a_goal_by_an_attribute_counts_who_was_asked() -> None:
    given = [judgement("r1", "op-maat", "positief"), judgement("r2", "op-maat", "negatief"),
             judgement("r3", "op-maat", "positief")]  # fmt: skip
    made = study(PEOPLE, judgements=given)
    assert cells(made, "op-maat", "wijk") == {
        ("positief", "noord"): (2, 2), ("negatief", "zuid"): (1, 1)
    }  # fmt: skip


def test_who_was_not_asked_both_is_in_no_cell() -> None:
    made = study(PEOPLE, [coding("r1", "inkomen"), coding("r3", "inkomen")])
    assert cells(made, "inkomen", "wijk") == {
        ("noemt", "noord"): (1, 1), ("noemt niet", "zuid"): (1, 1)
    }  # fmt: skip


def test_a_sub_theme_counts_for_its_parent_and_has_its_passage_as_evidence() -> None:
    made = study(PEOPLE, [coding("r1", "wisseling", start=6)])
    (cell,) = [one for one in crosstab(made, "contact", "wijk") if one.counted == ("r1",)]
    assert cell.id == "kruis/contact/wijk/inwoner/noemt/noord"
    assert [(one.respondent, one.span.start) for one in cell.evidence] == [("r1", 6)]


def test_the_cells_of_a_column_add_up_to_its_n() -> None:
    made = study(PEOPLE, [coding("r1", "toon"), coding("r2", "wisseling")])
    found = crosstab(made, "toon", "wisseling")
    for column in ("noemt", "noemt niet"):
        within = [one for one in found if one.keys["column"] == column]
        assert sum(one.k or 0 for one in within) == within[0].n


def test_a_unit_is_one_and_differs_where_its_members_do() -> None:
    partners = [
        person("p1", "partner", attributes={"organisatie": "Baken", "wijk": "noord"}),
        person("p2", "partner", attributes={"organisatie": "Baken", "wijk": "zuid"}),
        person("p3", "partner", attributes={"organisatie": "Anker", "wijk": "zuid"}),
    ]
    given = [judgement(one, "op-maat", "positief") for one in ("p1", "p2", "p3")]
    made = study(partners, judgements=given, units={"partner": "organisatie"})
    assert cells(made, "op-maat", "wijk") == {
        ("positief", "verschilt"): (1, 1), ("positief", "zuid"): (1, 1)
    }  # fmt: skip


def test_what_was_not_judged_or_read_is_provisional() -> None:
    made = study(PEOPLE, judgements=[judgement("r1", "op-maat", "positief")])
    found = crosstab(made, "op-maat", "wijk")
    assert {one.status for one in found} == {"voorlopig"}
    assert "nog niet beoordeeld" in {one.keys["row"] for one in found}
    read = study(PEOPLE, finished=frozenset({"r1", "r2", "r3"}))
    assert {one.status for one in crosstab(read, "toon", "wijk")} == {"vastgesteld"}


def test_a_name_that_is_nothing_and_one_twice_are_refused() -> None:
    with pytest.raises(KwalError, match="geen thema, doel of kenmerk"):
        crosstab(study(PEOPLE), "toons", "wijk")
    with pytest.raises(KwalError, match="twee keer"):
        crosstab(study(PEOPLE), "wijk", "wijk")


def test_what_there_is_to_choose_from_is_named_once() -> None:
    made = study(PEOPLE)
    goal = made.codebook.goals[0]
    double = replace(made.codebook, goals=(replace(goal, id=made.codebook.codes[0].id),))
    with pytest.raises(KwalError) as caught:
        crosstab(replace(made, codebook=double), "qqq", "wijk")
    choices = caught.value.todo.removeprefix("Kies uit: ").rstrip(".").split(", ")
    assert len(choices) == len(set(choices)) > 1
