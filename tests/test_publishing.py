"""The publication check over a whole evaluation, and over loose texts."""

from __future__ import annotations

import pandas as pd
import pytest
from click.testing import CliRunner
from tests.support.small import DECISION, write_all

import kwalevaluatie as kwal
from kwalevaluatie import frames
from kwalevaluatie.cli import main
from kwalevaluatie.errors import DecisionError, PublicationError
from kwalevaluatie.model import Quotation, Respondent, Span
from kwalevaluatie.project import Project
from kwalevaluatie.publishing import Publication, checked_rules

STORY = "Ik nam met geld van mijn vader de winkel over waar ik stage liep."
REGISTER = """\
respondent,perspectief,gesprek,leidraad,premie,geslacht
r1,inwoner,r1,inwoners,ja,vrouw
r2,inwoner,r2,inwoners,nee,man
r3,inwoner,r3,inwoners,nee,vrouw
"""
PLAN = """\
tellingen:
  geholpen:
    - {perspectief: inwoner, kenmerk: geslacht}
"""


@pytest.fixture
def judged(small_project: Project) -> Project:
    """The small evaluation, judged: two of three are positive, and the report counts by sex."""
    folder = small_project.path
    write_all(folder, {"respondenten.csv": REGISTER, "rapportplan.yaml": PLAN})
    small_project.decide(write_all(folder.parent / "b", {"b.jsonl": DECISION}) / "b.jsonl")
    for respondent, state in (("r1", "positief"), ("r2", "negatief"), ("r3", "positief")):
        small_project.judge(respondent, "geholpen", state, coder="a")
    return Project(folder)


def story_of(respondent: str, words: str = STORY) -> Quotation:
    person = Respondent(respondent, "inwoner", respondent)
    return Quotation(person, respondent, Span(1, 0, 5), words, "hulp", "positief", "nu", "a")


def test_every_rule_that_was_checked_has_a_row(judged: Project) -> None:
    checked = judged.check_publication()
    assert list(checked.columns) == list(frames.PUBLICATION)
    assert set(checked["rule"]) == set(checked_rules(judged._published()))
    assert set(checked["severity"]) <= {"blokkade", "waarschuwing", "ok"}


def test_a_small_number_with_an_attribute_blocks_until_somebody_signs(judged: Project) -> None:
    checked = judged.check_publication()
    blocks = checked[checked["severity"] == "blokkade"]
    assert set(blocks["rule"]) >= {"klein aantal met kenmerk"}
    for subject in blocks["id"]:
        judged.sign(subject, coder="Ria", reason="Toestemming gevraagd en gekregen.")
    signed = judged.check_publication()
    by = signed.loc[signed["severity"] == "blokkade", "signed"]
    assert by.str.fullmatch(r"Ria, \d{4}-\d\d-\d\d").all()
    assert judged._hindrances((), ()) == ()


def test_only_what_blocks_can_be_signed(judged: Project) -> None:
    with pytest.raises(DecisionError, match="niet te ondertekenen"):
        judged.sign("publicatie/bestaatniet", coder="Ria", reason="zomaar")


def test_what_hinders_a_report_is_what_blocks_in_it(judged: Project) -> None:
    texts = [("bevindingen/geholpen", "Eén inwoner erfde een hotel in het buitenland.")]
    found = judged._hindrances((), [story_of("r1"), story_of("r2", "Ik werd geholpen.")], texts)
    assert {point.place for point in found} == {"citaat/r1/1", "bevindingen/geholpen"}
    assert all(point.severity == "blokkade" for point in found)


def test_the_same_quotation_twice_is_one_point(judged: Project) -> None:
    assert len(judged._hindrances((), [story_of("r1"), story_of("r1")])) == 1


def test_rules_of_the_evaluation_are_used(judged: Project) -> None:
    write_all(judged.path, {"publicatieregels.yaml": "herkenbaarheid: {hoog: waarschuwing}\n"})
    assert judged._hindrances((), [story_of("r1")]) == ()


def test_loose_texts_get_a_level_and_a_reason() -> None:
    found = kwal.recognisability([STORY, "Ik had steeds een andere contactpersoon."])
    assert list(found.columns) == ["text", "level", "score", "reason"]
    assert list(found["level"]) == ["hoog", "laag"]
    assert "stage" in found["reason"][0]
    assert kwal.recognisability([]).empty


def test_where_nothing_is_there_nothing_was_checked() -> None:
    assert checked_rules(Publication()) == []


def test_a_survey_table_is_checked_as_it_will_be_shown() -> None:
    counted = pd.DataFrame([[20, 3, 30], [25, 12, 40], [30, 20, 50]], columns=["a", "b", "c"])
    shown = counted.astype("Int64")
    shown.iloc[0, 1] = pd.NA
    assert "cel die te herleiden is" in set(kwal.check_table(counted, shown)["rule"])
    shown.iloc[0, 0] = shown.iloc[1, 0] = shown.iloc[1, 1] = pd.NA
    assert set(kwal.check_table(counted, shown)["severity"]) == {"ok"}
    before = kwal.check_table(counted, shown, last=counted, change=counted - counted)
    assert set(before.loc[before["severity"] == "blokkade", "rule"]) == {"herleidbaar over jaren"}


def test_tables_of_another_shape_are_refused() -> None:
    with pytest.raises(PublicationError, match="dezelfde rijen"):
        kwal.check_table(pd.DataFrame([[1, 2]]), pd.DataFrame([[1], [2]]))


def test_the_command_ends_in_one_while_something_blocks(judged: Project) -> None:
    arguments = ["publicatiecheck", "--map", str(judged.path)]
    shown = CliRunner().invoke(main, arguments)
    assert shown.exit_code == 1
    assert "BLOKKADE: klein aantal met kenmerk" in shown.output
    assert "kwal onderteken publicatie/" in shown.output
    assert "Nagekeken en in orde" in shown.output
    target = judged.path / "check.csv"
    assert CliRunner().invoke(main, [*arguments, "--csv", str(target)]).exit_code == 1
    assert target.read_text().startswith("id,plaats,regel,ernst,fragment,opmerking,ondertekend")
    checked = judged.check_publication()
    for subject in checked.loc[checked["severity"] == "blokkade", "id"]:
        judged.sign(subject, coder="Ria", reason="Besproken met de mensen zelf.")
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0
    assert "Niets blokkeert publicatie." in done.output
