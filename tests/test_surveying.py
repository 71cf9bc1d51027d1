"""A survey from its microdata to figures, breakdowns, conversations and the evaluation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import kwalevaluatie as kwal
from kwalevaluatie import frames
from kwalevaluatie.errors import KwalError, ProjectError
from kwalevaluatie.formats.figures import read_figures
from kwalevaluatie.project import Project

Write = Callable[[str, str | bytes], Path]
QUESTIONS = """\
bron: Enquête Veldermeer (verzonnen)
jaar: 2024
groep: inwoner
populatie: 90
uitgenodigd: 60
respondent: nr
vragen:
  - {id: vlot, item: Aanvraag vlot, vraag: De aanvraag liep vlot., soort: eens}
  - {id: steun, vraag: Bent u tevreden over de steun?, soort: tevreden}
  - {id: baten, vraag: Wat bracht het?, soort: matrix, kolommen: {b1: Vaker buiten}}
  - {id: hulp, vraag: Waarmee?, soort: meerkeuze, antwoorden: [Werk, Taal, Geld]}
  - {id: premie, vraag: Kreeg u de premie?, soort: ja/nee}
  - {id: cijfer, vraag: Welk cijfer geeft u?, soort: rapportcijfer}
  - {id: kern, vraag: In welke kern woont u?, soort: achtergrond}
  - {id: tips, vraag: Heeft u tips?, soort: open}
  - {id: meer, vraag: Wilt u nog iets kwijt?, soort: open}
"""
HEAD = "nr;vlot;steun;b1;hulp;premie;cijfer;kern;tips;meer\n"
EMPTY = "99;;;;;;;Oost;;\n"


def rows() -> str:
    """Forty answers that somebody could have given, made by counting."""
    vlot = ("Eens", "helemaal mee eens", "Neutraal", "oneens", "n.v.t.", "Eens", "")
    steun = ("Tevreden", "zeer tevreden", "niet tevreden, niet ontevreden", "Ontevreden")
    much, helped = ("Veel", "heel weinig", "Heel veel"), ("Werk", "Werk | Taal", "Geld")
    kern = ("Oost",) * 18 + ("West",) * 14 + ("Zuid",) * 6 + ("Noord",) * 2
    tips, more = ("Sneller bellen.", "", "", "", ""), ("n.v.t.", "-", "-")
    premie = ("nee", "ja", "ja", "ja")
    made = (
        (n, vlot[n % 7], steun[n % 4], much[n % 3], helped[n % 3], premie[n % 4], 6 + n % 4,
         kern[n], tips[n % 5], more[n % 3])
        for n in range(40)
    )  # fmt: skip
    return "".join(";".join(map(str, row)) + "\n" for row in made)


@pytest.fixture
def files(write: Write) -> tuple[Path, Path]:
    return write("enquete.csv", HEAD + rows() + EMPTY), write("vragenlijst.yaml", QUESTIONS)


@pytest.fixture
def survey(files: tuple[Path, Path]) -> kwal.Survey:
    return kwal.read_survey(*files)


def test_all_figures_in_one_call(survey: kwal.Survey) -> None:
    found = survey.figures()
    assert tuple(found.columns) == frames.SURVEY
    assert list(found["id"]) == [
        "vlot", "steun", "baten-1", "hulp/werk", "hulp/taal", "hulp/geld", "premie", "cijfer",
    ]  # fmt: skip
    vlot = found.iloc[0]
    assert (vlot["n"], vlot["na"], vlot["missing"]) == (29, 6, 6)
    assert vlot["value"] == pytest.approx(17 / 29)
    assert found.set_index("id").loc["cijfer", "value"] == pytest.approx(7.5)


def test_a_distribution_adds_up_for_every_question(survey: kwal.Survey) -> None:
    spread = survey.distribution()
    assert tuple(spread.columns) == frames.DISTRIBUTION
    alone = spread[~spread["id"].eq("hulp")]
    assert alone.groupby("id")["count"].sum().eq(41).all()
    assert alone.groupby("id")["share"].sum().to_numpy() == pytest.approx(1)
    assert "tips" not in set(spread["id"])


def test_the_response_with_its_margin(survey: kwal.Survey) -> None:
    row = survey.response().iloc[0]
    assert (row["population"], row["invited"], row["returned"], row["empty"]) == (90, 60, 40, 1)
    assert row["response"] == pytest.approx(2 / 3)
    assert row["margin"] == pytest.approx(1.959964 * (0.25 / 40 * 50 / 89) ** 0.5, abs=1e-6)
    assert row["sample"] == 74


def test_a_breakdown_hides_small_numbers_with_a_reason(survey: kwal.Survey) -> None:
    found = survey.breakdown("kern")
    assert tuple(found.columns) == frames.BREAKDOWN
    hidden = found[found["text"] == "–"]
    assert len(hidden)
    assert hidden["count"].isna().all()
    assert hidden["reason"].nunique() == 1
    assert not found["count"].between(1, 4).any()


def test_what_is_hidden_cannot_be_worked_out(survey: kwal.Survey) -> None:
    found = survey.breakdown("kern")
    cells = found[found["answer"] != "gemiddelde"]
    for _, table in cells.groupby("id"):
        for key in ("group", "answer"):
            hidden = table[table["count"].isna()].groupby(key).size()
            known = table[(table["n"] > 0) & (table["id"] != "hulp")]
            assert not (hidden.reindex(known[key]).dropna() == 1).any()


def test_where_all_gave_one_answer_nothing_is_shown(write: Write) -> None:
    text = "bron: X\njaar: 2024\nvragen:\n  - {id: a, vraag: V, soort: ja/nee}\n"
    trait = "  - {id: kern, vraag: Kern?, soort: achtergrond}\n"
    table = "a;kern\n" + "ja;Oost\n" * 6 + "ja;West\n" * 2
    found = kwal.read_survey(write("d.csv", table), write("v.yaml", text + trait)).breakdown("kern")
    assert set(found["text"]) == {"–"}
    assert found[["count", "n"]].isna().all(axis=None)


def test_the_mean_of_a_small_group_is_hidden(survey: kwal.Survey) -> None:
    found = survey.breakdown("kern")
    means = found[found["answer"] == "gemiddelde"].set_index("group")
    assert list(means.index) == ["Oost", "West", "Zuid", "Noord"]
    assert means.loc["Oost", "text"] == "7,4"
    assert list(means.loc[["Zuid", "Noord"], "text"]) == ["–", "–"]


def test_nobody_can_break_down_by_what_is_no_trait(survey: kwal.Survey) -> None:
    with pytest.raises(KwalError, match="naar “kren” is niet uit te splitsen") as caught:
        survey.breakdown("kren")
    assert "“kern”" in caught.value.todo


def test_what_people_wrote_becomes_conversations(survey: kwal.Survey) -> None:
    found = survey.open_answers()
    assert [one.id for one in found] == [f"enquete-{n}" for n in range(0, 40, 5)]
    assert [turn.text for turn in found[0].turns] == ["Heeft u tips?", "Sneller bellen."]
    assert found[0].metadata == {"perspectief": "inwoner"}


def test_a_notebook_shows_the_figures(survey: kwal.Survey) -> None:
    shown = survey._repr_html_()
    assert "Enquête Veldermeer (verzonnen) (2024): 40 deelnemers" in shown
    assert "Aanvraag vlot" in shown
    assert repr(survey) == "Survey('enquete', 41 rows)"


def test_figures_are_drawn(survey: kwal.Survey, tmp_path: Path) -> None:
    for kind in ("likert", "cijfers"):
        assert survey.draw(tmp_path / kind, kind).png.exists()
    with pytest.raises(KwalError, match="“taart” is geen figuur"):
        survey.draw(tmp_path / "x", "taart")


def test_a_survey_without_scales_draws_none(write: Write, tmp_path: Path) -> None:
    text = "bron: X\njaar: 2024\nvragen:\n  - {id: a, vraag: V, soort: open}\n"
    survey = kwal.read_survey(write("d.csv", "a\nx\n"), write("v.yaml", text))
    with pytest.raises(KwalError, match="geen stellingen om te tekenen"):
        survey.draw(tmp_path / "x")
    assert survey.figures().empty
    assert tuple(survey.figures().columns) == frames.SURVEY


def test_spss_and_csv_give_the_same(files: tuple[Path, Path], tmp_path: Path) -> None:
    pyreadstat = pytest.importorskip("pyreadstat")
    frame = pd.read_csv(files[0], sep=";", dtype=str, keep_default_na=False)
    pyreadstat.write_sav(frame, str(tmp_path / "enquete.sav"))
    pd.testing.assert_frame_equal(
        kwal.read_survey(tmp_path / "enquete.sav", files[1]).figures(),
        kwal.read_survey(*files).figures(),
    )


def test_excel_and_csv_give_the_same(files: tuple[Path, Path], tmp_path: Path) -> None:
    pd.read_csv(files[0], sep=";").to_excel(tmp_path / "enquete.xlsx", index=False)
    pd.testing.assert_frame_equal(
        kwal.read_survey(tmp_path / "enquete.xlsx", files[1]).figures(),
        kwal.read_survey(*files).figures(),
    )


def test_the_figures_go_into_the_evaluation_and_the_answers_do_not(
    files: tuple[Path, Path], empty_project: Project
) -> None:
    empty_project.add_survey(*files)
    (kept,) = (empty_project.path / "cijfers").iterdir()
    assert kept.name == "enquete.yaml"
    figures = {figure.id: figure for figure in empty_project.figures}
    assert figures["vlot"].value == pytest.approx(17 / 29)
    assert (figures["vlot"].n, figures["vlot"].na, figures["vlot"].group) == (29, 6, "inwoner")
    assert figures["cijfer"].sd is not None
    everything = [path.read_bytes() for path in empty_project.path.rglob("*") if path.is_file()]
    assert not any(b"Sneller bellen" in content for content in everything)


def test_the_same_survey_again_changes_nothing_and_another_one_is_refused(
    files: tuple[Path, Path], empty_project: Project
) -> None:
    empty_project.add_survey(*files)
    before = read_figures(empty_project.path / "cijfers" / "enquete.yaml")
    empty_project.add_survey(*files)
    assert empty_project.figures == before
    files[0].write_text(HEAD + rows(), encoding="utf-8")
    files[1].write_text(QUESTIONS.replace("populatie: 90", "populatie: 95"), encoding="utf-8")
    with pytest.raises(ProjectError, match="er is al een ander cijferbestand"):
        empty_project.add_survey(*files)
    with pytest.raises(ProjectError, match="staat al in een ander cijferbestand"):
        empty_project.add_survey(files[0].rename(files[0].with_name("anders.csv")), files[1])
    assert empty_project.figures == before


def test_what_people_wrote_waits_to_be_pseudonymised(
    files: tuple[Path, Path], empty_project: Project
) -> None:
    empty_project.add_survey(*files, open_answers=True)
    assert len(empty_project.raw.ids) == 8
    assert {one.group for one in empty_project.respondents} == {"inwoner"}
    again = empty_project.add_open_answers(*files)
    assert set(again["status"]) == {"bekend"}


FIGURES = """\
bron: KBO (verzonnen)
cijfers:
  - {id: a, item: A, formulering: V, eenheid: aandeel, waarde: 85, n: 380, jaar: 2021}
  - {id: a, item: A, formulering: V, eenheid: aandeel, waarde: 92, n: 402, jaar: 2024}
  - {id: b, item: B, formulering: V, eenheid: rapportcijfer, waarde: 8.0, jaar: 2021}
  - {id: b, item: B, formulering: V, eenheid: rapportcijfer, waarde: 8.2, jaar: 2024}
  - {id: c, item: C, formulering: V, eenheid: aandeel, waarde: 60, jaar: 2024}
"""


@pytest.fixture
def two_years(empty_project: Project, write: Write) -> Project:
    empty_project.add_figures(write("kbo.yaml", FIGURES))
    return empty_project


def test_two_years_are_laid_side_by_side(two_years: Project) -> None:
    found = two_years.compare_years(2024, 2021)
    assert tuple(found.columns) == frames.DIFFERENCES
    assert list(found["id"]) == ["a", "b"]
    assert list(found["testable"]) == [True, False]
    assert found.loc[0, "difference"] == pytest.approx(0.07)
    assert "verschil niet te toetsen" in found.loc[1, "text"]


def test_two_years_are_drawn(two_years: Project, tmp_path: Path) -> None:
    assert two_years.draw_years(tmp_path / "jaren", 2021, 2024).png.exists()


def test_a_year_without_figures_is_told(two_years: Project) -> None:
    with pytest.raises(KwalError, match="er zijn geen cijfers van 2020"):
        two_years.compare_years(2020, 2024)


def test_a_table_of_figures_is_kept_as_yaml(empty_project: Project, write: Write) -> None:
    path = write("kbo.csv", "item;eenheid;waarde;n;jaar\nGoed geholpen;aandeel;92%;402;2024\n")
    empty_project.add_figures(path)
    assert [one.id for one in empty_project.figures] == ["goed-geholpen"]
    assert (empty_project.path / "cijfers" / "kbo.yaml").exists()
