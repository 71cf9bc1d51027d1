"""What a result looks like in a notebook, and what of it is kept in the notebook's file."""

from __future__ import annotations

from pathlib import Path

from kwalevaluatie import Transcript, new_project, open_project
from kwalevaluatie.analysis.agreement import agree
from kwalevaluatie.demo import Demo
from kwalevaluatie.in_cell import captioned
from kwalevaluatie.report.drawn import Drawn

TALK = Transcript.from_turns(
    [("I", "interviewer", "Hoe was dat?"), ("<b>R", "respondent", "Een geheim.")], id="r01"
)


def test_what_somebody_wrote_is_text() -> None:
    made = captioned("a < b", ("<i>",), [("<script>",)])
    assert made == (
        '<p>a &lt; b</p><table><thead><tr><th scope="col">&lt;i&gt;</th></tr></thead>'
        "<tbody><tr><td>&lt;script&gt;</td></tr></tbody></table>"
    )


def test_a_conversation_shows_who_speaks_and_not_what_is_said() -> None:
    shown = TALK._repr_html_()
    assert "&lt;b&gt;R" in shown
    assert "geheim" not in shown + repr(TALK)


def test_an_evaluation_shows_how_far_it_is(demo: Demo) -> None:
    shown = demo.project._repr_html_()
    for name, count in (
        ("gesprekken", len(demo.project.transcripts)),
        ("respondenten", len(demo.project.respondents)),
        ("coderingen", len(demo.project.codings())),
    ):
        assert f"<td>{name}</td><td>{count}</td>" in shown


def test_a_new_evaluation_is_shown_without_making_its_database(tmp_path: Path) -> None:
    project = new_project(tmp_path / "nieuw", ["dienstverlening"])
    assert "<td>gesprekken</td><td>0</td>" in project._repr_html_()
    assert not list(project.path.glob("*.sqlite*"))


def test_an_evaluation_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    project = new_project(tmp_path / "nieuw", ["dienstverlening"])
    settings = project.path / "evaluatie.yaml"
    settings.write_text(settings.read_text().replace("dienstverlening", "bestaat-niet"))
    assert "bestaat-niet" in open_project(project.path)._repr_html_()


def test_the_codebook_and_the_agreement_are_tables(demo: Demo) -> None:
    book = demo.project.codebook
    assert len(repr(book)) < 100
    assert book._repr_html_().count("<tr>") == len(book.active) + 1
    assert "<td>kappa</td><td>niet te bepalen</td>" in agree([("positief",) * 2])._repr_html_()
    both = [("positief", "positief"), ("negatief", "negatief")]
    assert "<td>kappa</td><td>1,00</td>" in agree(both)._repr_html_()


def test_a_figure_is_shown_as_wide_as_it_is_printed(demo: Demo, tmp_path: Path) -> None:
    drawn: Drawn = demo.project.draw_saturation(tmp_path / "lijn")
    png, about = drawn._repr_png_()
    assert png == drawn.png.read_bytes()
    assert 500 < about["width"] < 900
