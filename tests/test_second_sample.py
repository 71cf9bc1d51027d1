"""The second sample: a survey of professionals, registered figures and eight conversations."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from ruamel.yaml import YAML

import kwalevaluatie as kwal
from kwalevaluatie.project import Project

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "transcripts_sample" / "zuiderlek"
ANSWERS, QUESTIONS = SAMPLE / "enquete_professionals.csv", SAMPLE / "vragenlijst_professionals.yaml"
PUBLISHED = YAML(typ="safe").load(HERE / "published/lvw.yaml")
WRITTEN = ("evaluatie.yaml", "koppeltabel.yaml", "rapportplan.yaml", "respondenten.csv")
BINARY = (".docx",)


@pytest.fixture(scope="module")
def survey() -> Any:
    return kwal.read_survey(ANSWERS, QUESTIONS)


@pytest.fixture(scope="module")
def figures(survey: Any) -> pd.DataFrame:
    return survey.figures().set_index("id")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The second sample as an evaluation; read it, do not change it."""
    folder = tmp_path_factory.mktemp("tweede") / "zuiderlek"
    kwal.new_project(folder, [str(SAMPLE / "codeboeken/zuiderlek.yaml")])
    for name in WRITTEN:
        shutil.copyfile(SAMPLE / name, folder / name)
    shutil.copytree(SAMPLE / "leidraden", folder / "leidraden", dirs_exist_ok=True)
    made = Project(folder)
    made.add_transcripts(SAMPLE / "gesprekken")
    made.pseudonymise(
        SAMPLE / "namenlijst.csv",
        choices=SAMPLE / "keuzes.csv",
        confirmed_by="toets",
        passphrase="synthetisch",
    )
    made.decide(SAMPLE / "besluiten.jsonl")
    made.add_figures(SAMPLE / "registratie_2022.yaml")
    made.add_figures(SAMPLE / "enquete_2019.yaml")
    made.add_survey(ANSWERS, QUESTIONS)
    return Project(folder)


@pytest.fixture(scope="module")
def found(project: Project, figures: pd.DataFrame, survey: Any) -> Callable[..., dict[str, Any]]:
    """The number under a row of published figures: its value, and k and n of people."""
    registered = {figure.id: figure.value for figure in project.figures if figure.year > 2019}
    response = survey.response().iloc[0]

    @cache
    def counted(by: tuple[str, ...], where: str) -> pd.DataFrame:
        among = {"group": where} if where else None
        return project.count(by, where=among).set_index("id")

    def people(row: dict[str, Any]) -> dict[str, Any]:
        where = "cliënt" if row["from"] == "register" else ""
        number = counted(tuple(row["by"]), where).loc[row["id"]]
        share = number["k"] / number["n"]
        return {
            "k": number["k"],
            "n": number["n"],
            "value": number["k"] if row["from"] == "register" else share,
            "status": number["status"],
        }

    def find(row: dict[str, Any]) -> dict[str, Any]:
        if row["from"] in ("register", "decisions"):
            return people(row)
        if row["from"] == "response":
            return {"value": response[row["id"]]}
        if row["from"] == "survey":
            return {"value": _printed(figures.loc[row["id"]])}
        return {"value": registered[row["id"]]}

    return find


def _printed(figure: pd.Series) -> float:
    """A mark as it is printed, with one decimal; a share as it was counted."""
    value = float(figure["value"])
    return round(value, 1) if figure["unit"] == "rapportcijfer" else value


@pytest.mark.parametrize("row", PUBLISHED, ids=[row["figure"] for row in PUBLISHED])
def test_the_published_figure_comes_out(
    row: dict[str, Any], found: Callable[..., dict[str, Any]]
) -> None:
    number = found(row)
    assert number["value"] == pytest.approx(row["value"], abs=1e-9)
    if row["n"] is not None:
        assert (number["k"], number["n"], number["status"]) == (row["k"], row["n"], "vastgesteld")


def test_all_16_exact_figures_are_there() -> None:
    assert len({row["figure"] for row in PUBLISHED}) == 16


def test_the_figures_are_those_of_the_shared_list() -> None:
    shared = HERE.parents[1] / "shared" / "dev-gold/figures_000_001.json"
    if not shared.is_file():
        pytest.skip("../shared is not there")
    rows = json.loads(shared.read_text(encoding="utf-8"))
    exact = {r["id"][4:]: r for r in rows if r["seed"] == "001" and r["acceptance"] == "exact"}
    assert exact.keys() == {row["figure"] for row in PUBLISHED}
    for row in PUBLISHED:
        assert row["value"] == pytest.approx(exact[row["figure"]]["value"])
        if row["n"] is not None:
            assert row["n"] == exact[row["figure"]]["denominator"]


def test_the_registered_population_is_that_of_the_survey(project: Project, survey: Any) -> None:
    registered = {figure.id: figure.value for figure in project.figures}
    assert registered["professionals"] == survey.response()["population"].item()


def test_32_questions_give_22_figures_in_one_call(figures: pd.DataFrame) -> None:
    asked = YAML(typ="safe").load(QUESTIONS)["vragen"]
    closed = [q["id"] for q in asked if q["soort"] not in ("open", "achtergrond")]
    opened = [q["id"] for q in asked if q["soort"] == "open"]
    assert (len(closed), len(opened)) == (22, 10)
    assert list(figures.index) == closed


def test_nobody_who_answered_is_lost(survey: Any, figures: pd.DataFrame) -> None:
    returned = survey.response()["returned"].item()
    assert returned == 41
    assert (figures[["n", "na", "missing"]].sum(axis=1) == returned).all()
    assert (figures["na"] > 0).any() and (figures["missing"] > 0).any()


def test_the_mark_runs_from_5_to_9(figures: pd.DataFrame) -> None:
    mark = figures.loc["cijfer"]
    assert (mark["min"], mark["max"], mark["n"]) == (5, 9, 40)
    assert mark["low"] < mark["value"] < mark["high"]


def test_as_many_find_tools_effective_as_do_not(survey: Any) -> None:
    rows = survey.distribution().set_index(["id", "answer"])["count"].loc["tools-effectief"]
    agree = rows["Eens"] + rows["Helemaal eens"]
    assert agree == rows["Neutraal"] + rows["Oneens"] + rows["Helemaal oneens"] == 19


def test_participation_scores_below_reintegration(figures: pd.DataFrame) -> None:
    assert (
        figures.loc["effect-participatie", "value"] < figures.loc["effect-re-integratie", "value"]
    )
    assert figures.loc["tools-passend", "value"] < figures.loc["tools-genoeg", "value"]
    agreed = figures[figures["kind"] == "eens"]["value"]
    assert agreed.idxmin() == "beleid-mogelijkheden"


def test_years_differ_where_that_can_be_tested(project: Project) -> None:
    years = project.compare_years(2019, 2022).set_index("id")
    assert years["testable"].to_dict() == {
        "cijfer": True,
        "werkwijze-participatie": True,
        "intake-tevreden": False,
    }
    assert years.loc["cijfer", "low"] > 0
    assert years.loc["werkwijze-participatie", "low"] < 0


def test_every_link_leads_to_a_figure(project: Project) -> None:
    linked = {link.item for link in project.links if link.item}
    assert linked <= {figure.id for figure in project.figures}


def test_eight_clients_of_four_kinds(project: Project) -> None:
    kinds = project.count(["doelgroep"], where={"group": "cliënt"})
    assert list(kinds["k"]) == [2, 2, 2, 2]
    assert set(kinds["n"]) == {8}


def test_half_of_the_group_talk_is_content_with_the_system(project: Project) -> None:
    rows = project.count(["code", "valence"]).set_index("id")["k"]
    assert rows["thema/intakesysteem/professional/positief"] == 3
    assert rows["thema/intakesysteem/professional/negatief"] == 3


def test_who_was_pushed_by_the_service_is_not_who_was_pushed_by_a_therapist(
    project: Project,
) -> None:
    rows = project.count(["code"]).set_index("id")["respondents"]
    pushed = rows["thema/onderbroken-uitkering/cliënt"]
    assert pushed != rows["thema/druk-van-behandelaar/cliënt"]


def test_everything_is_read_and_judged(project: Project) -> None:
    assert set(project.count(["goal"])["status"]) == {"vastgesteld"}
    assert set(project.count(["code"])["status"]) == {"vastgesteld"}
    assert project.agreement().both == 64


def _texts() -> Iterator[tuple[str, str]]:
    from docx import Document

    for path in sorted(SAMPLE.rglob("*.*")):
        if path.suffix in BINARY:
            yield path.name, "\n".join(p.text for p in Document(str(path)).paragraphs)
        else:
            yield path.name, path.read_text(encoding="utf-8")


def test_every_file_says_that_it_is_synthetic() -> None:
    assert [name for name, text in _texts() if "SYNTHETISCH" not in text] == []


def test_the_answers_are_those_that_the_script_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_zuiderlek = pytest.importorskip("tools.make_zuiderlek")
    monkeypatch.setattr(make_zuiderlek, "TARGET", tmp_path / "antwoorden.csv")
    make_zuiderlek.main()
    assert (tmp_path / "antwoorden.csv").read_bytes() == ANSWERS.read_bytes()


def test_no_question_of_the_survey_was_copied() -> None:
    """Of the published questionnaire only the scales are used, never a whole question."""
    seed = HERE.parents[1] / "shared" / "seeds/001.txt"
    if not seed.is_file():
        pytest.skip("../shared is not there")
    published = _plain(seed.read_text(encoding="utf-8"))
    asked = [q["vraag"] for q in YAML(typ="safe").load(QUESTIONS)["vragen"]]
    assert [question for question in asked if _plain(question) in published] == []


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
