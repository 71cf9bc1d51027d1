"""The examples in docs/voorbeelden.md are read by the tool as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.support.small import TALKS, write_all

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
        "leidraden/inwoners.yaml", "kbo.yaml", "koppeltabel.yaml", "rapportplan.yaml"
    }  # fmt: skip
    beside = project.compare()
    assert set(beside["item"]) == {"goed-geholpen", "wisselingen"}
    assert project.count(["goal"], where={"group": "inwoner"})["n"].eq(1).all()
    text = project.report().paths["html"].read_text(encoding="utf-8")
    assert "Uitkomst" in text
