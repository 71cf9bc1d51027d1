"""What the analysis says over the demonstration, in Python and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.support.small import write_all

from kwalevaluatie import frames
from kwalevaluatie.analysis.cooccurrence import Together
from kwalevaluatie.analysis_figures import MOST, most_together
from kwalevaluatie.cli import main
from kwalevaluatie.demo import Demo
from kwalevaluatie.errors import CodebookError, KwalError, ProjectError, TableError
from kwalevaluatie.model import BoundNumber
from kwalevaluatie.project import Project

FIGURES = """\
bron: Enquête
jaar: {year}
cijfers:
  - {{id: hulp, item: Geholpen, formulering: Bent u geholpen?, eenheid: aandeel,
     waarde: {value}{n}}}
"""


def run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def judge(project: Project, *states: str) -> None:
    for number, state in enumerate(states, 1):
        project.judge(f"r{number}", "geholpen", state, coder="a")


# --- two things at once ---------------------------------------------------------------------


def test_the_cells_of_the_demonstration_are_its_counts(demo: Demo) -> None:
    found = demo.project.crosstab("betaald-werk", "geslacht")
    assert tuple(found.columns) == frames.CROSSTAB
    cells = found[found["group"] == "inwoner"].groupby("row")["k"].sum()
    counted = demo.project.count(["goal"], where={"group": "inwoner"})
    counted = counted[counted["goal"] == "betaald-werk"].set_index("state")["k"]
    assert cells.to_dict() == counted.to_dict()
    assert "kruist" in found.attrs["text"]


def test_a_small_cell_is_marked_and_has_its_passages(demo: Demo) -> None:
    found = demo.project.crosstab("betaald-werk", "geslacht")
    assert (found["small"] == found["k"].between(1, 4)).all()
    row = found[found["k"] > 0].iloc[0]
    assert row["passages"][0].startswith(f"{row['respondents'][0]}:")


def test_a_crosstab_on_the_screen_is_a_square_with_a_warning(demo: Demo) -> None:
    shown = run("kruistabel", "betaald-werk", "perspectief", "--map", str(demo.project.path))
    assert "inwoner (n = 11)" in shown
    assert "Alleen voor wie aan de evaluatie werkt" in shown


# --- together -------------------------------------------------------------------------------


def test_what_goes_together_in_the_demonstration(demo: Demo) -> None:
    found = demo.project.cooccurrence()
    assert tuple(found.columns) == frames.TOGETHER
    assert (found["k"] <= found[["k_code", "k_other"]].min(axis=1)).all()
    assert (found[["k_code", "k_other"]].max(axis=1) <= found["n"]).all()
    narrow = demo.project.cooccurrence("turn").set_index("id")
    assert len(narrow) < len(found)


def test_the_pairs_of_one_perspective_are_shown_and_drawn(demo: Demo, tmp_path: Path) -> None:
    folder, drawing = str(demo.project.path), tmp_path / "samen.png"
    shown = run("samen", "--per", "beurt", "-n", "2", "--figuur", str(drawing), "--map", folder)
    assert "vertrouwen" in shown
    assert drawing.stat().st_size > 10_000
    with pytest.raises(KwalError, match="bewoner"):
        demo.project.draw_cooccurrence(drawing, "bewoner")


def test_the_pairs_that_most_people_speak_of_are_drawn_first() -> None:
    def pair(code: str, other: str, k: int) -> Together:
        keys = {"code": code, "other": other}
        return Together(BoundNumber("x", k, "", "", "", k=k, n=11, keys=keys), k, k, k)

    busy = [pair("druk", f"thema-{number}", 2) for number in range(MOST)]
    assert {"a", "b"} <= most_together([*busy, pair("a", "b", 8)])


# --- how much new ---------------------------------------------------------------------------


def test_the_other_guide_of_the_demonstration_brings_new_themes(demo: Demo) -> None:
    found = demo.project.saturation("inwoner")
    assert tuple(found.columns) == frames.SATURATION
    assert found["new"].sum() == found["heard"].iloc[-1]
    assert found.loc[found["enough"].eq(True), "position"].min() == 5
    met = found["share"].dropna() <= 0.05
    assert found["enough"].dropna().tolist() == met.tolist()
    assert "na 11 gesprekken 31%" in found.attrs["text"]
    assert "uitstroompremie" in found.attrs["text"]


def test_too_few_conversations_are_refused_on_the_command_line(demo: Demo) -> None:
    told = run("verzadiging", "--perspectief", "professional", "--map", str(demo.project.path),
               code=1)  # fmt: skip
    assert "te weinig gesprekken met professional: 2" in told


def test_the_growth_of_themes_is_drawn(demo: Demo, tmp_path: Path) -> None:
    drawing = tmp_path / "verzadiging"
    told = run("verzadiging", "--drempel", "0", "--figuur", str(drawing), "--map",
               str(demo.project.path))  # fmt: skip
    assert "bewijst niet" in told
    assert (tmp_path / "verzadiging.svg").exists()


# --- year on year ---------------------------------------------------------------------------


def test_an_evaluation_beside_itself_is_the_same(demo: Demo) -> None:
    found = demo.project.year_on_year(demo.project.path)
    assert tuple(found.columns) == frames.YEAR_ON_YEAR
    assert found["k_then"].equals(found["k_now"].rename("k_then"))
    assert set(found["same_questions"]) <= {"ja", "onbekend"}
    assert "geen steekproef" in found.attrs["text"]


def test_the_register_of_an_earlier_report_gives_its_counts(demo: Demo) -> None:
    found = demo.project.year_on_year(demo.project.path / "rapport/cijfers.csv")
    row = found.set_index(["goal", "group", "state"]).loc["betaald-werk", "inwoner", "positief"]
    assert (row["k_then"], row["n_then"], row["same_goal"]) == (5, 11, "onbekend")


def test_survey_figures_of_two_evaluations_say_whether_they_can_be_tested(
    small_project: Project, tmp_path: Path
) -> None:
    earlier = _earlier(small_project, tmp_path)
    write_all(earlier.path, {"cijfers/e.yaml": FIGURES.format(year=2023, value=80, n=", n: 300")})
    write_all(small_project.path, {"cijfers/e.yaml": FIGURES.format(year=2024, value=90, n="")})
    (row,) = small_project.year_on_year_figures(earlier.path).to_dict("records")
    assert (row["testable"], row["difference"]) == (False, pytest.approx(0.1))
    with pytest.raises(ProjectError, match="geen gesprekken"):
        small_project.year_on_year(earlier.path)
    earlier.study()
    assert "verschil niet te toetsen" in run(
        "jaar-op-jaar", str(earlier.path), "--map", str(small_project.path)
    )


def test_then_and_now_are_drawn_where_both_were_counted(demo: Demo, tmp_path: Path) -> None:
    drawn = demo.project.draw_year_on_year(tmp_path / "jaar", demo.project.path)
    assert drawn.svg.exists()
    with pytest.raises(KwalError, match="bewoner"):
        demo.project.draw_year_on_year(tmp_path / "jaar", demo.project.path, group="bewoner")


def _earlier(project: Project, folder: Path) -> Project:
    files = {name: (project.path / name).read_text(encoding="utf-8")
             for name in ("evaluatie.yaml", "respondenten.csv", "codeboeken/klein.yaml",
                          "leidraden/inwoners.yaml")}  # fmt: skip
    return Project(write_all(folder / "eerder", files))


# --- dissent --------------------------------------------------------------------------------


def test_dissent_is_told_with_words_and_without_attributes(demo: Demo) -> None:
    found = demo.project.dissent("betaald-werk")
    assert tuple(found.columns) == frames.DISSENT
    inwoner = found[(found["group"] == "inwoner") & (found["kind"] == "minderheid")]
    assert set(inwoner["state"]) == {"wisselend", "negatief"}
    assert inwoner["quote"].str.len().gt(0).all()
    told = run("tegengeluid", "betaald-werk", "--map", str(demo.project.path))
    assert "wisselend, drie van de elf (minderheid; tegenover positief)" in told


def test_all_goals_are_told_without_one_and_an_unknown_one_is_refused(demo: Demo) -> None:
    assert demo.project.dissent()["goal"].nunique() > 3
    with pytest.raises(CodebookError, match="werk-betaald"):
        demo.project.dissent("werk-betaald")


def test_one_mind_is_no_dissent(small_project: Project) -> None:
    judge(small_project, "positief", "positief", "positief")
    told = run("tegengeluid", "--map", str(small_project.path))
    assert told == "Niemand oordeelt anders dan de meesten.\n"


# --- confidence -----------------------------------------------------------------------------


def test_the_file_is_made_once_and_filled_in_by_people(small_project: Project) -> None:
    judge(small_project, "positief", "negatief", "positief")
    folder = str(small_project.path)
    assert "nog in te vullen" in run("zekerheid", "--map", folder)
    run("zekerheid", "--begin", "--map", folder)
    with pytest.raises(ProjectError, match="dit bestand is er al"):
        small_project.start_confidence()
    _fill_in(small_project, "")
    (row,) = small_project.confidence().to_dict("records")
    assert (row["proposed"], row["confidence"], row["status"]) == ("matig", "", "VOORSTEL")
    _fill_in(small_project, ", zekerheid: laag, door: AB")
    assert "geholpen, inwoner: laag (vastgesteld), AB" in run("zekerheid", "--map", folder)


def test_what_is_known_is_help_and_a_mistake_has_its_line(small_project: Project) -> None:
    judge(small_project, "positief", "niet te bepalen", "positief")
    (row,) = small_project.confidence().to_dict("records")
    assert (row["n"], row["undetermined"], row["unread"], row["otherwise"]) == (3, 1, 3, 0)
    _fill_in(small_project, ", zekerheid: laag")
    with pytest.raises(TableError, match=r"zekerheid\.yaml, regel 2"):
        small_project.confidence()


def _fill_in(project: Project, more: str) -> None:
    concerns = {"methodologische_beperkingen": "geen", "samenhang": "lichte",
                "toereikendheid": "geen", "relevantie": "geen"}  # fmt: skip
    rated = ", ".join(f"{name}: {{zorgen: {one}, reden: x}}" for name, one in concerns.items())
    text = f"bevindingen:\n  - {{doel: geholpen, perspectief: inwoner, {rated}{more}}}\n"
    write_all(project.path, {"zekerheid.yaml": text})
