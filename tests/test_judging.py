"""Proposed judgements in an evaluation: from what, into a list, and back as judgements."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from kwalevaluatie.cli import main
from kwalevaluatie.errors import PrivacyError
from kwalevaluatie.frames import TO_JUDGE, worklist_of_judgements
from kwalevaluatie.project import Project

PRAISE = {
    "transcript": "r1", "turn": 1, "quote": "goed geholpen", "code": "hulp",
    "valence": "positief", "moment": "nu",
}  # fmt: skip


def by_respondent(project: Project) -> pd.DataFrame:
    return project.propose_judgements().set_index("respondent")


def kwal(project: Project, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--map", str(project.path)])


def test_decisions_go_before_suggestions(small_project: Project) -> None:
    small_project.suggest()
    small_project.decide(PRAISE, coder="anna")
    proposed = small_project.propose_judgements()
    assert list(proposed) == list(TO_JUDGE)
    assert list(proposed["based_on"]) == ["besluiten", "suggesties", "suggesties"]
    first = proposed.iloc[0]
    assert (first["state"], first["because"]) == (
        "positief",
        "1 positief (nu): “goed geholpen”",
    )


def test_a_refused_suggestion_is_no_ground(small_project: Project) -> None:
    small_project.suggest()
    refused = small_project.suggestions()
    refused = refused[refused["transcript"] == "r2"]
    assert len(refused)
    small_project.decide(refused, coder="anna", action="wijs-af")
    assert by_respondent(small_project).loc["r2", "state"] == "niet besproken"


def test_a_proposal_is_no_judgement(small_project: Project) -> None:
    small_project.decide(PRAISE, coder="anna")
    small_project.propose_judgements()
    assert small_project.study().judgements == {}


def test_nothing_before_the_gate(empty_project: Project) -> None:
    with pytest.raises(PrivacyError, match="gepseudonimiseerd") as caught:
        empty_project.propose_judgements()
    assert "op de werkplek bij Namen, met kwal pseudonimiseer" in caught.value.todo


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_list_is_read_back_as_judgements(
    small_project: Project, tmp_path: Path, ending: str
) -> None:
    small_project.decide(PRAISE, coder="anna")
    path = tmp_path / f"oordelen{ending}"
    assert "3 voorstellen" in kwal(
        small_project, "stel-oordelen-voor", "--uit", str(path)
    ).output.replace("\n", " ")
    assert small_project.decide(path, coder="anna").empty

    table = worklist_of_judgements(small_project.propose_judgements())
    table.loc[table["respondent"] == "r1", "oordeel"] = "wisselend"
    filled = tmp_path / "ingevuld.csv"
    table.to_csv(filled, index=False, sep=";")
    small_project.decide(filled, coder="anna")
    assert small_project.decide(filled, coder="anna").attrs["new"] == 0
    (judgement,) = small_project.study().judgements.values()
    assert (judgement.respondent, judgement.state) == ("r1", "wisselend")
    assert list(by_respondent(small_project)["status"]) == ["beoordeeld", "nieuw", "nieuw"]


def test_who_was_not_asked_is_only_in_the_list_when_speaking_of_it(
    small_project: Project, tmp_path: Path
) -> None:
    guide = small_project.path / "leidraden" / "inwoners.yaml"
    guide.write_text(guide.read_text() + "    alleen: {premie: nee}\n")
    project = Project(small_project.path)
    assert list(project.propose_judgements()["respondent"]) == ["r2", "r3"]

    project.decide(PRAISE, coder="anna")
    proposed = project.propose_judgements()
    assert list(proposed["respondent"]) == ["r1", "r2", "r3"]
    assert list(proposed["asked"]) == [False, True, True]

    table = worklist_of_judgements(proposed)
    assert list(table["gevraagd"]) == ["nee", "ja", "ja"]
    table["oordeel"] = "positief"
    table.to_csv(tmp_path / "o.csv", index=False)
    project.decide(tmp_path / "o.csv", coder="anna")
    [praised] = project.count("goal").query("state == 'positief'").itertuples()
    assert (praised.k, praised.n, praised.unasked) == (2, 2, 1)


def test_the_command_shows_what_is_proposed(small_project: Project) -> None:
    small_project.decide(PRAISE, coder="anna")
    result = kwal(small_project, "stel-oordelen-voor")
    assert result.exit_code == 0
    assert "positief" in result.output
    assert "3 voorstellen, nog zonder oordeel" in result.output
