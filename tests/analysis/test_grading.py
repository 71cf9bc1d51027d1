"""What is known of a finding, and what follows from what people filled in."""

from __future__ import annotations

import pytest
from tests.analysis.studies import judgement, person, study

from kwalevaluatie.analysis.grading import graded, known
from kwalevaluatie.model.grading import COMPONENTS, Component, Concern, Grading, Rating

PEOPLE = [person("r1"), person("r2"), person("r3"), person("g1", "professional")]
MADE = study(
    PEOPLE,
    judgements=[
        judgement("r1", "op-maat", "positief"),
        judgement("r2", "op-maat", "niet te bepalen"),
        judgement("r3", "op-maat", "positief"),
        judgement("g1", "op-maat", "negatief"),
    ],
    finished=frozenset({"r1", "g1"}),
)


def rated(*concerns: Concern | None) -> dict[Component, Rating]:
    return {name: Rating(one) for name, one in zip(COMPONENTS, concerns, strict=True)}


def test_what_the_counts_say_is_there_as_help() -> None:
    (one, other) = [found for found in known(MADE) if found.goal == "op-maat"]
    assert (one.group, one.n, one.perspectives, one.undetermined, one.unread, one.otherwise) == (
        "inwoner", 3, 2, 1, 2, 0
    )  # fmt: skip
    assert (other.group, other.n, other.unread) == ("professional", 1, 0)


def test_a_goal_that_nobody_was_asked_after_is_no_finding() -> None:
    assert {found.goal for found in known(MADE)} == {"op-maat"}


def test_dissent_is_unknown_without_a_commonest_value() -> None:
    given = [judgement("r1", "op-maat", "positief"), judgement("r2", "op-maat", "negatief")]
    (found,) = known(study(PEOPLE[:2], judgements=given))
    assert found.otherwise is None


@pytest.mark.parametrize(
    ("concerns", "proposed"),
    [
        (("geen", "geen", "geen", "geen"), "hoog"),
        (("geen", "lichte", "geen", "geen"), "matig"),
        (("lichte", "geen", "matige", "geen"), "laag"),
        (("ernstige", "geen", "geen", "geen"), "zeer laag"),
        (("ernstige", "geen", "geen", None), None),
    ],
)
def test_the_component_with_most_concerns_makes_the_proposal(
    concerns: tuple[Concern | None, ...], proposed: str | None
) -> None:
    assert Grading("op-maat", "inwoner", rated(*concerns)).proposed == proposed


def test_only_a_person_makes_it_final() -> None:
    full = rated("geen", "geen", "geen", "geen")
    gradings = [
        Grading("op-maat", "inwoner", full),
        Grading("op-maat", "professional", full, "laag", "Eén gesprek.", "AB"),
    ]
    assert [one.status for one in graded(MADE, gradings)] == ["VOORSTEL", "vastgesteld"]
    assert {one.status for one in graded(MADE, [])} == {"nog in te vullen"}
    begun = [Grading("op-maat", "inwoner", {"samenhang": Rating("geen")})]
    assert graded(MADE, begun)[0].status == "nog in te vullen"
