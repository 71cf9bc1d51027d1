"""The privacy gate: propose, choose, confirm, and who is who afterwards."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from tests.support.small import write_all

from kwalevaluatie import frames
from kwalevaluatie.errors import KwalWarning, PrivacyError, ProblemList
from kwalevaluatie.formats.choices import WORKLIST
from kwalevaluatie.project import Project

Write = Callable[[str, str | bytes], Path]
WORDS = "vier paarden een nietje"
FIRST = {
    "r01.txt": "Sanne de Wit: Hoe ging het?\nRespondent: Petra Lomans hielp me. Petra belde ook.\n"
    "Sanne de Wit: En toen?\nRespondent: Toen kwam Joost, en die ging weer weg.\n",
    "r02.txt": "Sanne de Wit: Hoe ging het?\nRespondent: Ik had Petra, van de gemeente.\n"
    "Sanne de Wit: En toen?\nRespondent: Toen Petra Lomans, en Noor, op 3 mei 2024.\n",
}
LATER = {
    "r03.txt": "Sanne de Wit: Hoe ging het?\nRespondent: Petra Lomans. En Joost van den Akker.\n"
    "Sanne de Wit: En toen?\nRespondent: Dat was het wel, dank u.\n",
}
NAMES = (
    "gesprek,naam,rol,persoon\nr01,Petra Lomans,regisseur,\nr01,Joost,jobhunter,\nr02,Noor,kind,\n"
)


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", KwalWarning)
        yield


@pytest.fixture
def project(empty_project: Project, tmp_path: Path) -> Project:
    empty_project.add_transcripts(write_all(tmp_path / "eerst", FIRST))
    write_all(empty_project.path, {"prive/namenlijst.csv": NAMES})
    return empty_project


def said(project: Project, transcript: str) -> str:
    turns = project.transcripts[transcript].turns
    return " ".join(turn.text for turn in turns if turn.role == "respondent")


def add_later(project: Project, tmp_path: Path) -> None:
    project.add_transcripts(write_all(tmp_path / "later", LATER))
    with (project.path / "prive/namenlijst.csv").open("a", encoding="utf-8") as file:
        file.write("r03,Joost van den Akker,jobhunter,\n")


# one numbering over the whole project


def test_a_person_is_one_over_the_whole_project(project: Project) -> None:
    project.pseudonymise(confirmed_by="anna")
    assert said(project, "r01") == (
        "[regisseur-1] hielp me. [regisseur-1] belde ook. Toen kwam [jobhunter-1], en die ging "
        "weer weg."
    )
    assert said(project, "r02") == (
        "Ik had [regisseur-1], van de gemeente. Toen [regisseur-1], en [kind-1], op 3 mei 2024."
    )


def test_people_are_known_again_through_the_key(project: Project, tmp_path: Path) -> None:
    project.pseudonymise(confirmed_by="anna", passphrase=WORDS)
    before = project.transcripts
    add_later(project, tmp_path)
    project.pseudonymise(confirmed_by="anna", passphrase=WORDS)
    assert said(project, "r03").startswith("[regisseur-1]. En [jobhunter-2].")
    assert {id: project.transcripts[id] for id in before} == before
    key = project.key(WORDS).set_index("pseudonym")
    assert key.loc["regisseur-1", "transcripts"] == "r01, r02, r03"
    assert key.loc["jobhunter-2", "names"].startswith("Joost van den Akker")
    assert list(key["role"].unique()) == ["regisseur", "jobhunter", "kind"]


def test_people_are_known_again_when_the_list_is_gone(project: Project, tmp_path: Path) -> None:
    project.pseudonymise(confirmed_by="anna", passphrase=WORDS)
    (project.path / "prive/namenlijst.csv").unlink()
    project.add_transcripts(write_all(tmp_path / "later", LATER))
    project.pseudonymise(confirmed_by="anna", passphrase=WORDS)
    assert said(project, "r03").startswith("[regisseur-1]. En [")


def test_without_a_key_nobody_is_linked_and_no_number_comes_twice(
    project: Project, tmp_path: Path
) -> None:
    with pytest.warns(KwalWarning, match="zonder wachtzin wordt er geen sleutel bewaard"):
        project.pseudonymise(confirmed_by="anna")
    add_later(project, tmp_path)
    project.pseudonymise(confirmed_by="anna")
    assert said(project, "r03").startswith("[regisseur-2]. En [jobhunter-2].")
    assert not project.has_key
    with pytest.raises(PrivacyError, match="er is geen sleutel"):
        project.key(WORDS)


def test_a_key_that_is_there_is_not_left_behind(project: Project, tmp_path: Path) -> None:
    project.pseudonymise(confirmed_by="anna", passphrase=WORDS)
    add_later(project, tmp_path)
    with pytest.raises(PrivacyError, match="er is een sleutel"):
        project.pseudonymise(confirmed_by="anna")
    with pytest.raises(PrivacyError, match="de wachtzin klopt niet"):
        project.pseudonymise(confirmed_by="anna", passphrase="verkeerd")
    assert set(project.transcripts) == {"r01", "r02"}
    assert project.pseudonymise()["transcript"].unique().tolist() == ["r03"]


def test_confirming_when_nothing_waits_changes_nothing(project: Project) -> None:
    project.pseudonymise(confirmed_by="anna", passphrase=WORDS)
    before = (project.path / "prive/sleutel.kwal").read_bytes()
    assert project.pseudonymise(confirmed_by="anna").empty
    assert (project.path / "prive/sleutel.kwal").read_bytes() == before


# the proposals, and what a person makes of them


def test_a_proposal_tells_what_goes_and_what_stays(project: Project) -> None:
    proposed = project.pseudonymise()
    assert tuple(proposed.columns) == frames.PSEUDONYMS
    first = proposed.iloc[0]
    assert (first["text"], first["role"], first["person"]) == (
        "Petra Lomans", "regisseur", "petra lomans"
    )  # fmt: skip
    assert first["context"] == "Petra Lomans hielp me. Petra belde ook."
    date = proposed[proposed["kind"] == "datum"].iloc[0]
    assert (date["replace"], date["pseudonym"], date["status"]) == (False, "", "blijft")
    assert set(proposed.loc[proposed["replace"], "status"]) == {"voorgesteld"}


def worklist(project: Project) -> pd.DataFrame:
    return frames.worklist_of_names(project.pseudonymise())


def test_a_work_list_read_back_unchanged_changes_nothing(project: Project) -> None:
    before, table = project.pseudonymise(), worklist(project)
    assert tuple(table.columns) == WORKLIST
    pd.testing.assert_frame_equal(project.pseudonymise(choices=table), before)
    kept = (project.path / "prive/keuzes.csv").read_text(encoding="utf-8")
    assert kept.count("\n") == 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_choices_in_a_work_list_are_taken_over(
    suffix: str, project: Project, tmp_path: Path
) -> None:
    table = worklist(project).set_index(["gesprek", "tekst"], drop=False)
    table.loc[("r01", "Joost"), "vervang"] = "nee"
    table.loc[("r02", "3 mei 2024"), "vervang"] = "ja"
    table.loc[("r02", "Noor"), ["rol", "persoon"]] = ["buurvrouw", ""]
    table.loc[("r02", "hielp"), ["gesprek", "tekst", "vervang", "rol"]] = [
        "r01", "hielp me", "ja", "daad"
    ]  # fmt: skip
    path = tmp_path / f"lijst{suffix}"
    if suffix == ".csv":
        table.to_csv(path, index=False, sep=";")
    else:
        table.to_excel(path, index=False)
    project.pseudonymise(choices=path)
    project.pseudonymise(confirmed_by="anna")
    assert said(project, "r01") == (
        "[regisseur-1] [daad-1]. [regisseur-1] belde ook. Toen kwam Joost, en die ging weer weg."
    )
    assert said(project, "r02") == (
        "Ik had [regisseur-1], van de gemeente. Toen [regisseur-1], en [buurvrouw-1], op [datum-1]."
    )


def test_a_person_that_is_taken_out_of_the_list_is_somebody_else(project: Project) -> None:
    table = worklist(project)
    table.loc[(table["gesprek"] == "r02") & (table["tekst"] == "Petra"), "persoon"] = ""
    project.pseudonymise(choices=table, confirmed_by="anna")
    assert said(project, "r01").startswith("[regisseur-1] hielp me. [regisseur-1] belde")
    assert said(project, "r02").startswith("Ik had [regisseur-2], van de gemeente. Toen [regis")


def test_choices_are_kept_and_merged(project: Project) -> None:
    rows = [("r01", "Joost", "nee"), ("", "Noor", "nee")]
    for transcript, text, goes in rows:
        row = {"gesprek": transcript, "tekst": [text], "vervang": goes}
        project.pseudonymise(choices=pd.DataFrame(row))
    left = project.pseudonymise().query("status == 'blijft'")
    assert {"Joost", "Noor"} <= set(left["text"])
    back = pd.DataFrame({"gesprek": "r01", "tekst": ["Joost"], "vervang": "ja"})
    left = project.pseudonymise(choices=back).query("status == 'blijft'")
    assert "Joost" not in set(left["text"])
    kept = (project.path / "prive/keuzes.csv").read_text(encoding="utf-8").splitlines()
    assert kept == ["gesprek,tekst,rol,persoon,vervang", "r01,Joost,,,ja", ",Noor,,,nee"]


def test_wrong_choices_change_nothing(project: Project) -> None:
    rows = pd.DataFrame(
        {"gesprek": ["r01", "r9"], "tekst": ["Joost", "x"], "vervang": ["nee", "ja"]}
    )
    with pytest.raises(ProblemList, match="gesprek “r9” is er niet"):
        project.pseudonymise(choices=rows)
    assert not (project.path / "prive/keuzes.csv").exists()


def test_a_name_that_is_added_is_looked_for_everywhere(project: Project) -> None:
    row = pd.DataFrame({"gesprek": "", "tekst": ["gemeente"], "vervang": "nee"})
    project.pseudonymise(choices=row)
    project.add_names({"gemeente": "dienst", "Noor": "kind"})
    project.add_names({"gemeente": "dienst"})
    text = (project.path / "prive/namenlijst.csv").read_text(encoding="utf-8")
    assert text == NAMES + ",gemeente,dienst,\n,Noor,kind,\n"
    assert "gemeente" not in (project.path / "prive/keuzes.csv").read_text(encoding="utf-8")


def test_a_list_that_is_given_again_loses_nothing_that_was_added(
    project: Project, write: Write
) -> None:
    project.add_names({"Wolbrink": "arts"})
    given = write("n.csv", "gesprek;naam;rol\nr01;Petra Lomans;jobhunter\n")
    project.pseudonymise(given)
    text = (project.path / "prive/namenlijst.csv").read_text(encoding="utf-8")
    assert text.splitlines() == [
        "gesprek;naam;rol", "r01;Petra Lomans;jobhunter", "r01;Joost;jobhunter", "r02;Noor;kind",
        ";Wolbrink;arts",
    ]  # fmt: skip


# names of conversations


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Petra Lomans", "[naam] [naam]"),
        ("gesprek_petra_3", "gesprek_[naam]_3"),
        ("r01-de-wit", "r01-[naam]-[naam]"),
    ],
)
def test_a_conversation_with_the_name_of_a_person_is_refused(
    name: str, masked: str, project: Project, tmp_path: Path
) -> None:
    project.raw.keep(replace(project.raw["r01"], id=name), tmp_path / "x.txt", set())
    with pytest.raises(PrivacyError) as told:
        project.pseudonymise(confirmed_by="anna", passphrase=WORDS)
    assert f"“{masked}”" in str(told.value)
    assert "Petra" not in str(told.value)
    assert project.transcripts == {}
    assert not project.has_key
