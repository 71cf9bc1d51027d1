"""Readings that a person signs, and that stand as long as the numbers do."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from tests.support.small import write_all

from kwalevaluatie.cli import main
from kwalevaluatie.errors import DecisionError, TableError
from kwalevaluatie.project import Project

LINKS = """\
koppelingen:
  - {doel: geholpen, item: hulp, perspectief: inwoner, vraag: v1, zelfde_groep: ja}
"""
FIGURES = """\
bron: Enquête 2024
jaar: 2024
cijfers:
  - {id: hulp, item: Geholpen, formulering: Bent u geholpen?, eenheid: aandeel, waarde: 90, n: 200}
"""
SUBJECT = "vergelijking/geholpen/hulp/inwoner"


@pytest.fixture
def compared(small_project: Project) -> Project:
    """The small evaluation with a survey figure beside its goal, and limits of its own."""
    rules = "minstens: 2\n"
    files = {"koppeltabel.yaml": LINKS, "vergelijkregels.yaml": rules, "cijfers/e.yaml": FIGURES}
    write_all(small_project.path, files)
    judge(small_project, r1="positief", r2="negatief", r3="negatief")
    return Project(small_project.path)


def judge(project: Project, **states: str) -> None:
    for respondent, state in states.items():
        project.judge(respondent, "geholpen", state, coder="a")


def row(project: Project) -> dict[str, object]:
    found = project.compare().set_index("id").loc[SUBJECT].to_dict()
    return {str(name): value for name, value in found.items()}


def test_a_reading_is_a_proposal_until_someone_signs(compared: Project) -> None:
    assert row(compared)["status"] == "VOORSTEL"
    compared.sign(SUBJECT, coder="AB", reason="De gesprekken laten dit duidelijk zien.")
    signed = row(compared)
    assert (signed["status"], signed["signed_by"]) == ("ondertekend", "AB")
    assert signed["verdict"] == "tegenspraak"


def test_another_reading_than_the_proposed_may_be_signed(compared: Project) -> None:
    compared.sign(SUBJECT, coder="AB", reason="Andere vraag.", verdict="niet te bepalen")
    assert row(compared)["verdict"] == "niet te bepalen"
    assert compared.comparisons()[0].proposed == "tegenspraak"


def test_a_signature_lapses_when_the_numbers_change(compared: Project) -> None:
    compared.sign(SUBJECT, coder="AB", reason="Duidelijk.")
    judge(compared, r2="positief")
    assert (row(compared)["status"], row(compared)["signed_by"]) == ("verlopen", "AB")
    assert row(compared)["signed_reason"] == "Duidelijk."
    judge(compared, r2="negatief")
    assert row(compared)["status"] == "ondertekend"


def test_a_signature_can_be_taken_back(compared: Project) -> None:
    event = compared.sign(SUBJECT, coder="AB", reason="Duidelijk.")["event"].iloc[0]
    compared.withdraw(event, coder="AB", reason="Toch niet.")
    assert row(compared)["status"] == "VOORSTEL"


def test_only_what_exists_can_be_signed_and_with_a_reason(compared: Project) -> None:
    with pytest.raises(DecisionError, match="niet te ondertekenen"):
        compared.sign("vergelijking/geholpen/hulpp/inwoner", coder="AB", reason="x")
    with pytest.raises(DecisionError, match="Kies uit: overeenstemming"):
        compared.sign(SUBJECT, coder="AB", reason="x", verdict="eens")
    with pytest.raises(DecisionError, match="vraagt een reden") as caught:
        compared.sign(SUBJECT, coder="AB", reason=" ")
    assert str(caught.value).count("Wat te doen") == 1


def test_the_koppeltabel_names_a_question_that_exists(compared: Project) -> None:
    write_all(compared.path, {"koppeltabel.yaml": LINKS.replace("v1", "v9")})
    with pytest.raises(TableError, match="v9"):
        Project(compared.path).compare()


def test_the_command_shows_what_waits_and_signs_it(compared: Project) -> None:
    place = ["--map", str(compared.path)]
    assert SUBJECT in CliRunner(env={"COLUMNS": "200"}).invoke(main, ["onderteken", *place]).output
    signed = ["onderteken", SUBJECT, "--codeur", "AB", "--reden", "Duidelijk.", *place]
    assert "Ondertekend door AB" in CliRunner().invoke(main, signed).output
    assert "Alles is ondertekend" in CliRunner().invoke(main, ["onderteken", *place]).output


def test_nobody_judged_yet_is_no_silence(small_project: Project) -> None:
    files = {"koppeltabel.yaml": LINKS, "cijfers/e.yaml": FIGURES}
    write_all(small_project.path, files)
    found = row(Project(small_project.path))
    assert found["verdict"] == "niet te bepalen"
    assert found["grounds"] == "nog niet iedereen is beoordeeld of gelezen"
