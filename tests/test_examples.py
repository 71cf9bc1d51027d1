"""The examples in docs/voorbeelden.md are read by the tool as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.support.small import TALKS, write_all

from kwalevaluatie import read_survey
from kwalevaluatie.project import Project, new_project

PAGE = Path(__file__).resolve().parents[1] / "docs" / "voorbeelden.md"
REGISTER = "respondent,perspectief,gesprek,leidraad,uitkomst\nr1,inwoner,r1,inwoners,betaald werk\n"


def examples() -> dict[str, str]:
    """The YAML under each heading, by the file name in that heading."""
    text = PAGE.read_text(encoding="utf-8")
    found = re.findall(r"^## (?:[^\n]*: )?(\S+\.yaml)\n.*?```yaml\n(.*?)```", text, re.S | re.M)
    return dict(found)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = new_project(tmp_path / "evaluatie", ["dienstverlening", "msp-rdwi-2024-2027"])
    files = examples()
    kbo = write_all(tmp_path, {"kbo.yaml": files.pop("kbo.yaml")}) / "kbo.yaml"
    write_all(made.path, files | {"respondenten.csv": REGISTER})
    made.add_transcripts(write_all(tmp_path / "g", {"r1.txt": TALKS["r1.txt"]}))
    made.pseudonymise(confirmed_by="anna")
    made.judge("r1", "betaald-werk", "positief", coder="anna")
    made.add_figures(kbo)
    return made


@pytest.mark.filterwarnings("ignore:voor deze gesprekken")
def test_the_examples_belong_together(project: Project) -> None:
    assert set(examples()) == {
        "leidraden/inwoners.yaml", "kbo.yaml", "koppeltabel.yaml", "rapportplan.yaml",
        "vragenlijst.yaml",
    }  # fmt: skip
    beside = project.compare()
    assert set(beside["item"]) == {"goed-geholpen", "wisselingen"}
    assert project.count(["goal"], where={"group": "inwoner"})["n"].eq(1).all()
    text = project.report().paths["html"].read_text(encoding="utf-8")
    assert "Uitkomst" in text
    assert "Vergeleken thema’s buiten de doelen" in text and "wisselingen" in text


def test_the_finding_is_filled_in(project: Project) -> None:
    told = re.findall(r"```markdown\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    write_all(project.path / "bevindingen", {"betaald-werk.md": told[0]})
    page = project.report(kinds=["html"]).paths["html"].read_text(encoding="utf-8")
    assert "tevreden over de hulp in het algemeen" in page
    assert "{{" not in page


def test_the_questionnaire_counts_answers(tmp_path: Path) -> None:
    answers = "v01,v02,v03,v04\nEens,7,werk,Meer tijd\nn.v.t.,8,inkomen,\n"
    files = {"antwoorden.csv": answers, "vragenlijst.yaml": examples()["vragenlijst.yaml"]}
    folder = write_all(tmp_path, files)
    counted = read_survey(folder / "antwoorden.csv", folder / "vragenlijst.yaml").figures()
    assert list(counted["id"]) == ["aanvraag", "cijfer"]
    assert list(counted["n"]) == [1, 2]
