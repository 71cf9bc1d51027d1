"""The report for everybody: refused while anything is open, and then without anybody in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document as read_word

from kwalevaluatie.demo import Demo
from kwalevaluatie.errors import KwalError, ProjectError, PublicationError
from kwalevaluatie.project import Project, open_project

HEADINGS = ("Kort gezegd", "Vertellen", "Samen gelezen", "Wat dit betekent")
WHOLE = (
    "Aanleiding", "Achtergrond", "Verschillen tussen codeurs", "Conclusie", "Wat gebeurt er nu",
)  # fmt: skip
SENTENCE = "Hier staat wat een mens ervan vindt."


def copied(demo: Demo, folder: Path) -> Project:
    target = folder / "evaluatie"
    shutil.copytree(demo.project.path, target)
    return open_project(target)


def write_everything(project: Project) -> None:
    """A sentence in every place of the report."""
    folder = project.path / "bevindingen"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    goals = [goal.goal.id for _, goals in project._facts().chapters for goal in goals]
    for goal in goals:
        _write(folder / f"{goal}.md", f"doel: {goal}", HEADINGS)
    _write(folder / "rapport.md", "over: rapport", WHOLE)


def _write(path: Path, head: str, headings: tuple[str, ...]) -> None:
    sections = "\n".join(f"# {heading}\n{SENTENCE}" for heading in headings)
    path.write_text(f"---\n{head}\n---\n{sections}\n", encoding="utf-8")


def sign_everything(project: Project) -> None:
    """A signature under every comparison and every point of the publication check, in one go."""
    points = project.check_publication()
    blocking = points.loc[points["severity"] == "blokkade", "id"]
    project.sign([*project.compare()["id"], *blocking], coder="anna", reason="besproken")


@pytest.fixture(scope="module")
def released(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample with everything written and signed."""
    project = copied(demo, tmp_path_factory.mktemp("publiek"))
    write_everything(project)
    sign_everything(project)
    project.report(version="publiek", kinds=("docx", "html", "xlsx", "samenvatting"))
    return project


def test_the_sample_is_refused_with_all_that_is_open(demo: Demo) -> None:
    with pytest.raises(PublicationError) as refused:
        demo.project.report(version="publiek")
    told = str(refused.value)
    assert "niet ondertekend (11)" in told
    assert "nog te schrijven" in told
    assert "kwal onderteken" in told
    assert not (demo.project.path / "rapport" / "publiek").exists()


def test_a_summary_that_is_not_written_is_refused_too(released: Project) -> None:
    written = released.path / "bevindingen" / "rapport.md"
    text = written.read_text(encoding="utf-8")
    assert f"# Wat gebeurt er nu\n{SENTENCE}\n" in text
    try:
        without = text.replace(f"# Wat gebeurt er nu\n{SENTENCE}\n", "")
        written.write_text(without, encoding="utf-8")
        with pytest.raises(PublicationError, match="Wat gebeurt er nu"):
            released.report(version="publiek", kinds=("docx", "samenvatting"))
    finally:
        written.write_text(text, encoding="utf-8")


def test_everything_signed_and_written_is_published(released: Project) -> None:
    folder = released.path / "rapport" / "publiek"
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == [
        ".geschreven.json", "cijfers.csv", "rapport.docx", "rapport.html", "rapport.xlsx",
        "samenvatting.docx", "samenvatting.html",
    ]  # fmt: skip
    assert (released.path / "rapport" / "rapport.docx").exists()


def test_no_respondent_and_no_proposal_reaches_the_public(released: Project) -> None:
    folder = released.path / "rapport" / "publiek"
    names = {respondent.id for respondent in released.respondents}
    for name in ("rapport.docx", "samenvatting.docx"):
        xml = read_word(str(folder / name)).element.xml
        assert "VOORSTEL" not in xml and "ZELF INVULLEN" not in xml
        assert not [id for id in names if f">{id}<" in xml or f"({id}" in xml]
    for name in ("rapport.html", "samenvatting.html", "cijfers.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "VOORSTEL" not in text and "ZELF INVULLEN" not in text
        assert not [id for id in names if f">{id}<" in text or f",{id}," in text]
    assert "anna" not in (folder / "rapport.html").read_text(encoding="utf-8")


def test_the_internal_report_names_who_signed_and_when(released: Project) -> None:
    made = released.report(kinds=("html",))
    page = made.paths["html"].read_text(encoding="utf-8")
    assert "ondertekend door anna" in page
    assert "getekend" in "".join(made.numbers["id"])


def test_a_signature_that_lapses_closes_the_way(released: Project, tmp_path: Path) -> None:
    target = tmp_path / "kopie"
    shutil.copytree(released.path, target)
    project = open_project(target)
    text = next((target / "cijfers").glob("*.yaml"))
    changed = text.read_text(encoding="utf-8").replace("waarde: 92", "waarde: 72")
    text.write_text(changed, encoding="utf-8")
    with pytest.raises(PublicationError, match=r"niet ondertekend \(1\)"):
        project.report(version="publiek")


def test_a_typed_count_closes_the_way(released: Project, tmp_path: Path) -> None:
    target = tmp_path / "kopie"
    shutil.copytree(released.path, target)
    path = target / "bevindingen" / "rapport.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nVijf mensen zeiden dit.\n", "utf-8")
    with pytest.raises(PublicationError, match="getypt"):
        open_project(target).report(version="publiek")


@pytest.mark.parametrize(("version", "kind"), [("geheim", "docx"), ("intern", "odt")])
def test_what_does_not_exist_is_told(demo: Demo, version: str, kind: str) -> None:
    with pytest.raises(ProjectError, match="is er niet"):
        demo.project.report(version=version, kinds=(kind,))


def test_a_new_finding_starts_with_references_and_is_not_overwritten(
    demo: Demo, tmp_path: Path
) -> None:
    project = copied(demo, tmp_path)
    path = project.new_finding("vertrouwen")
    text = path.read_text(encoding="utf-8")
    assert 'tel(doel="vertrouwen"' in text and "citaat(" in text
    assert not [one for one in project.findings() if one.place.startswith("vertrouwen/")]
    with pytest.raises(KwalError, match="is er al"):
        project.new_finding("vertrouwen")
    whole = project.new_finding("rapport").read_text(encoding="utf-8")
    assert "over: rapport" in whole and "# Conclusie" in whole
    path.write_text(text.replace("<!-- ", "").replace(" -->", ""), encoding="utf-8")
    with pytest.raises(KwalError):
        project.finding("onbekend")
