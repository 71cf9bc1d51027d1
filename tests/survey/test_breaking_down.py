"""A question by a trait: the groups, the kinds of answer and the means that may be shown."""

from __future__ import annotations

from kwalevaluatie.formats.questionnaires import AGREE
from kwalevaluatie.model.questionnaire import SurveyQuestion
from kwalevaluatie.survey.breaking_down import means_by_group, tables
from kwalevaluatie.survey.replies import MISSING, NOT_APPLICABLE, Replies, Reply


def said(*answers: str) -> list[Reply]:
    return [Reply("antwoord", (answer,)) if answer else MISSING for answer in answers]


def replies(kind: str, found: list[Reply], **more: tuple[str, ...]) -> Replies:
    question = SurveyQuestion("q", "Vraag", kind, **more)  # type: ignore[arg-type]
    return Replies(question, found, [1.0] * len(found))


TEAM = replies("achtergrond", said("Zorg", "Werk", "Zorg", "", "Werk"))


def test_a_scale_is_brought_back_to_three() -> None:
    found = replies(
        "eens", said("Eens", "Helemaal eens", "Oneens", "Neutraal", ""),
        answers=AGREE, top=AGREE[3:], bottom=AGREE[:2],
    )  # fmt: skip
    (table,) = tables(found, TEAM)
    assert table.answers == ("Eens of Helemaal eens", "Neutraal", "Helemaal oneens of Oneens")
    assert table.groups == ("Zorg", "Werk", "niet bekend")
    assert table.counts == ((1, 0, 1), (1, 0, 0), (0, 1, 0))


def test_a_top_box_that_takes_the_middle_counts_nobody_twice() -> None:
    found = replies(
        "eens", said(*AGREE), answers=AGREE, top=AGREE[1:], bottom=AGREE[:2]
    )  # fmt: skip
    (table,) = tables(found, TEAM)
    assert sum(map(sum, table.counts)) == 5
    assert table.answers[-1] == "Helemaal oneens"


def test_marks_fall_in_three_ranges() -> None:
    found = replies("rapportcijfer", [Reply("antwoord", mark=m) for m in (5.4, 5.5, 7.5, 7, 10)])
    (table,) = tables(found, TEAM)
    assert table.answers == ("7,5 of hoger", "5,5 tot 7,5", "lager dan 5,5")
    assert table.counts == ((1, 0, 1), (1, 1, 0), (0, 1, 0))


def test_of_several_answers_each_has_a_table() -> None:
    found = [Reply("antwoord", ("A", "B")), Reply("antwoord", ("B",)), NOT_APPLICABLE, MISSING,
             Reply("antwoord")]  # fmt: skip
    first, second = tables(replies("meerkeuze", found, answers=("A", "B")), TEAM)
    assert first.answers == ("A", "niet gekozen")
    assert first.counts == ((1, 0), (0, 2), (0, 0))
    assert second.counts == ((1, 0), (1, 1), (0, 0))


def by_team(sizes: dict[str, int]) -> dict[str, float | None]:
    names = [name for name, size in sizes.items() for _ in range(size)]
    found = replies("rapportcijfer", [Reply("antwoord", mark=8.0)] * len(names))
    means = means_by_group(found, replies("achtergrond", said(*names)), 5)
    return {name: one.value for name, one in means.items()}


def test_the_mean_of_a_small_group_is_hidden_and_never_alone() -> None:
    assert by_team({"A": 5, "B": 9}) == {"A": 8.0, "B": 8.0}
    assert by_team({"A": 4, "B": 6, "C": 9}) == {"A": None, "B": None, "C": 8.0}
    assert by_team({"A": 4, "B": 3, "C": 9}) == {"A": None, "B": None, "C": 8.0}
