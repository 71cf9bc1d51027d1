"""One evaluation: what people get wrong is told, and nothing of theirs is lost."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.support.small import (
    CODEBOOK,
    DECISION,
    GUIDE,
    JUDGEMENT,
    REGISTER,
    TALKS,
    names_in,
    write_all,
)

from kwalevaluatie.demo import free_folder, run_demo
from kwalevaluatie.errors import (
    CodebookError,
    KwalError,
    KwalWarning,
    PrivacyError,
    ProblemList,
    ProjectError,
    TableError,
    TranscriptError,
)
from kwalevaluatie.formats.transcripts import reader
from kwalevaluatie.project import Project, new_project, open_project
from kwalevaluatie.written import check_patterns

Write = Callable[[str, str | bytes], Path]
FIGURES = """\
bron: KBO
jaar: 2024
cijfers:
  - id: goed
    item: Goed geholpen
    formulering: Ik ben goed geholpen
    eenheid: aandeel
    waarde: 92
"""
LINKS = "koppelingen:\n  - item: goed\n    doel: geholpen\n    perspectief: inwoner\n"


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _reopened(project: Project) -> Project:
    return open_project(project.path)


# a new evaluation


def test_a_new_evaluation_can_be_opened_from_within(empty_project: Project) -> None:
    assert open_project(empty_project.path / "leidraden").path == empty_project.path
    assert (empty_project.settings.title, len(empty_project.codebook.codes)) == ("Klein", 2)
    assert "prive/" in (empty_project.path / ".gitignore").read_text(encoding="utf-8")


def test_a_folder_that_holds_something_is_refused_and_untouched(tmp_path: Path) -> None:
    write_all(tmp_path / "vol", {"brief.txt": "van mij"})
    with pytest.raises(ProjectError, match="hier staat al iets"):
        new_project(tmp_path / "vol", ["dienstverlening"])
    with pytest.raises(ProjectError, match="hier staat al iets"):
        new_project(tmp_path / "vol" / "brief.txt")
    assert _contents(tmp_path) == {"vol/brief.txt": b"van mij"}


def test_the_demonstration_never_overwrites(tmp_path: Path) -> None:
    write_all(tmp_path / "kwal-demo", {"brief.txt": "van mij"})
    with pytest.raises(ProjectError, match="hier staat al iets"):
        run_demo(tmp_path / "kwal-demo")
    assert _contents(tmp_path) == {"kwal-demo/brief.txt": b"van mij"}
    assert free_folder(tmp_path / "kwal-demo") == tmp_path / "kwal-demo-2"


@pytest.mark.parametrize("codebook", ["dienstverlenng", "weg.yaml"])
def test_a_wrong_codebook_leaves_no_folder_behind(codebook: str, tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="bestaat niet"):
        new_project(tmp_path / "nieuw", [codebook])
    assert not (tmp_path / "nieuw").exists()


def test_the_working_folder_gives_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Evaluatie '25").mkdir()
    monkeypatch.chdir(tmp_path / "Evaluatie '25")
    assert new_project(".").settings.title == "Evaluatie '25"


def test_a_codebook_takes_along_what_it_extends(tmp_path: Path) -> None:
    extension = 'id: meer\nlabel: M\nversion: "1"\nextends: klein\n'
    source = write_all(tmp_path / "bron", {"klein.yaml": CODEBOOK, "meer.yaml": extension})
    project = new_project(tmp_path / "nieuw", [str(source / "meer.yaml")])
    (source / "klein.yaml").unlink()
    assert [code.id for code in _reopened(project).codebook] == ["hulp", "wachten"]
    assert project.settings.codebooks == ("meer.yaml",)


def test_two_codebooks_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_all(tmp_path / name, {"klein.yaml": CODEBOOK})
    paths = [str(tmp_path / name / "klein.yaml") for name in ("a", "b")]
    with pytest.raises(ProjectError, match=r"twee codeboeken heten “klein\.yaml”"):
        new_project(tmp_path / "nieuw", paths)
    assert not (tmp_path / "nieuw").exists()


def test_a_folder_that_is_no_evaluation_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="dit is geen evaluatie") as caught:
        open_project(tmp_path)
    assert "kwal nieuw" in caught.value.todo


def test_a_misspelt_folder_within_an_evaluation_is_not_that_evaluation(
    empty_project: Project,
) -> None:
    with pytest.raises(ProjectError, match="deze map bestaat niet"):
        open_project(empty_project.path / "leidradn")


@pytest.mark.parametrize("name", ["met spatie en é", "vraag? & 100% #1", "a:b;c"])
def test_any_folder_name_will_do(name: str, tmp_path: Path, talks: Path) -> None:
    source = write_all(tmp_path / "bron", {"klein.yaml": CODEBOOK})
    project = new_project(tmp_path / name, [str(source / "klein.yaml")])
    project.add_transcripts(talks)
    project.pseudonymise(confirmed_by="toets")
    assert set(_reopened(project).transcripts) == {"r1", "r2", "r3"}
    assert (tmp_path / name / "evaluatie.sqlite").is_file()


# reading conversations


def test_a_bad_file_does_not_stop_the_others(empty_project: Project, tmp_path: Path) -> None:
    folder = write_all(
        tmp_path / "een map", {"goed.txt": TALKS["r1.txt"], "zé.txt": TALKS["r2.txt"]}
    )
    bad = {
        "leeg.txt": b"", "kapot.docx": b"PK\x03\x04rommel", "raar.xyz": b"abc",
        "los.txt": b"Een tekst.\nZonder sprekers.\n",
    }  # fmt: skip
    for name, content in bad.items():
        (folder / name).write_bytes(content)
    read = empty_project.add_transcripts(folder).set_index("file")
    assert set(read.index[read["status"] == "fout"]) == set(bad)
    assert set(read.index[read["status"] == "gelezen"]) == {"goed.txt", "zé.txt"}
    assert all(str(folder / name) in read.loc[name, "message"] for name in bad)
    assert all("Wat te doen: " in read.loc[name, "message"] for name in bad)
    assert names_in(empty_project.path / "prive/ruw") == ["goed.json", "zé.json"]
    assert [person.id for person in empty_project.respondents] == ["goed", "zé"]


def test_the_same_conversation_in_another_format_is_known(
    empty_project: Project, talks: Path, tmp_path: Path
) -> None:
    empty_project.add_transcripts(talks)
    again = write_all(tmp_path / "weer", {"r1.md": TALKS["r1.txt"]})
    assert list(empty_project.add_transcripts(again)["status"]) == ["bekend"]


def test_another_conversation_of_the_same_name_is_refused(
    empty_project: Project, talks: Path, tmp_path: Path
) -> None:
    empty_project.add_transcripts(talks)
    before = _contents(empty_project.path)
    other = write_all(tmp_path / "ander", {"r1.txt": TALKS["r2.txt"]})
    read = empty_project.add_transcripts(other)
    assert list(read["status"]) == ["fout"]
    assert "er is al een ander gesprek “r1” ingelezen" in read["message"][0]
    assert _contents(empty_project.path) == before


def test_a_frozen_conversation_is_not_read_again(small_project: Project, talks: Path) -> None:
    (small_project.path / "prive/ruw/r1.json").unlink()
    read = small_project.add_transcripts(talks / "r1.txt")
    assert "“r1” is al gepseudonimiseerd en bevroren" in read["message"][0]
    assert not (small_project.path / "prive/ruw/r1.json").exists()


def test_an_interruption_leaves_whole_files_and_the_next_time_finishes(
    empty_project: Project, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop_at_the_third(path: Path, *, id: str) -> object:
        if path.name == "r3.txt":
            raise KeyboardInterrupt
        return reader.read_transcript(path, id=id)

    with monkeypatch.context() as patch:
        patch.setattr("kwalevaluatie.formats.transcripts.read_transcript", stop_at_the_third)
        with pytest.raises(KeyboardInterrupt):
            empty_project.add_transcripts(talks)
    assert names_in(empty_project.path / "prive/ruw") == ["r1.json", "r2.json"]
    read = empty_project.add_transcripts(talks)
    assert list(read["status"]) == ["bekend", "bekend", "gelezen"]
    assert [person.id for person in empty_project.respondents] == ["r1", "r2", "r3"]


def test_an_accent_is_the_same_however_the_system_writes_it(
    empty_project: Project, tmp_path: Path
) -> None:
    name = unicodedata.normalize("NFD", "Café.txt")
    folder = write_all(tmp_path / "mac", {name: TALKS["r1.txt"]})
    assert list(empty_project.add_transcripts(folder)["transcript"]) == ["Café"]


def test_an_empty_folder_is_told(empty_project: Project, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(TranscriptError, match="geen gesprekken in deze map"):
        empty_project.add_transcripts(tmp_path / "leeg")


# the register


def test_a_register_from_excel_or_an_old_system_is_kept_as_text(
    empty_project: Project, tmp_path: Path, write: Write
) -> None:
    book = Workbook()
    for row in (["respondent", "perspectief", "gesprek", "premie"], ["r1", "inwoner", "r1", 2]):
        book.active.append(row)
    book.save(tmp_path / "r.xlsx")
    kept = empty_project.add_respondents(tmp_path / "r.xlsx")
    assert list(kept["premie"]) == ["2"]
    (empty_project.path / "respondenten.csv").unlink()
    old = "respondent;perspectief;gesprek;premie\nr1;inwoner;r1;één\n".encode("cp1252")
    assert list(empty_project.add_respondents(write("oud.csv", old))["premie"]) == ["één"]


def test_what_the_register_and_the_guide_name_that_is_not_there_is_told(
    small_project: Project,
) -> None:
    write_all(small_project.path, {
        "respondenten.csv": REGISTER + "r9,inwoner,r9,foo,ja\n",
        "leidraden/inwoners.yaml": GUIDE + "    alleen: {premei: ja}\n",
        "evaluatie.yaml": "titel: T\ncodeboeken: [klein.yaml]\neenheden: {inwoner: organisatei}\n",
    })  # fmt: skip
    with pytest.warns(UserWarning) as caught:
        _reopened(small_project).count()
    told = " ".join(str(warning.message) for warning in caught)
    assert all(f": {name}." in told for name in ("foo", "r9", "premei", "organisatei"))
    assert "respondenten.csv noemt 1 gesprek dat nog niet is ingelezen" in told


def test_conversations_that_come_in_parts_are_told_in_one_short_line(
    small_project: Project,
) -> None:
    later = "".join(f"s{n},inwoner,s{n},inwoners,ja\n" for n in range(20))
    write_all(small_project.path, {"respondenten.csv": REGISTER + later})
    with pytest.warns(UserWarning) as caught:
        _reopened(small_project).count()
    [told] = [str(warning.message) for warning in caught]
    assert told.startswith("respondenten.csv noemt 20 gesprekken die nog niet zijn ingelezen")
    assert told.endswith(": s0, s1, s10, s11, s12 en nog 15.")


def test_two_guides_of_one_id_are_refused(small_project: Project) -> None:
    write_all(small_project.path, {"leidraden/tweede.yaml": GUIDE})
    with pytest.raises(CodebookError, match="er is al een leidraad “inwoners”") as caught:
        _reopened(small_project).count()
    assert caught.value.where.path == small_project.path / "leidraden/tweede.yaml"


# the privacy gate


def test_nothing_is_frozen_before_a_person_confirms(
    empty_project: Project, talks: Path, write: Write
) -> None:
    empty_project.add_transcripts(talks)
    names = write("n.csv", "gesprek,naam,rol\nr1,Sanne,regisseur\n")
    proposed = empty_project.pseudonymise(names)
    assert list(proposed["pseudonym"]) == ["[regisseur-1]"]
    assert empty_project.transcripts == {}
    with pytest.raises(PrivacyError, match="nog geen gepseudonimiseerd gesprek"):
        empty_project.suggest()
    empty_project.pseudonymise(confirmed_by="toets")
    assert "Sanne" not in empty_project.transcripts["r1"].turns[1].text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_name_list_reads_however_it_was_saved(
    encoding: str, empty_project: Project, write: Write, tmp_path: Path
) -> None:
    folder = write_all(tmp_path / "g", {"r1.txt": "I: Wie?\nR: Dat was André.\nI: O?\nR: Ja.\n"})
    empty_project.add_transcripts(folder)
    names = write("n.csv", "gesprek;naam;rol\nr1;André;regisseur\n".encode(encoding))
    empty_project.pseudonymise(names)
    empty_project.pseudonymise(confirmed_by="toets")
    assert empty_project.transcripts["r1"].turns[1].text == "Dat was [regisseur-1]."


def test_a_name_list_for_a_conversation_that_is_not_there_is_told(
    empty_project: Project, talks: Path, write: Write
) -> None:
    empty_project.add_transcripts(talks)
    with pytest.warns(UserWarning, match=r"noemt gesprekken die niet zijn ingelezen: R1\."):
        empty_project.pseudonymise(write("n.csv", "gesprek,naam,rol\nR1,Sanne,regisseur\n"))


# suggestions and decisions


def test_a_pattern_that_does_not_work_is_told_with_file_and_line(small_project: Project) -> None:
    path = small_project.path / "codeboeken/klein.yaml"
    path.write_text(CODEBOOK.replace("[wachten, duren]", "\n        - ... duren"), encoding="utf-8")
    with pytest.raises(ProblemList) as caught:
        _reopened(small_project).suggest()
    (problem,) = caught.value.problems
    assert (problem.where.path, problem.where.line) == (path, 17)
    with pytest.raises(ProblemList):
        check_patterns(path)


BAD_ROWS = {
    DECISION.replace('"hulp"', '"hlp"'): "thema “hlp”",
    DECISION.replace("goed geholpen", "slecht geholpen"): "het citaat “slecht geholpen”",
    DECISION.replace('"r1"', '"r9"'): "gesprek “r9” bestaat niet",
    DECISION.replace('"beurt": 1', '"beurt": 99'): "geen beurt 99",
    DECISION.replace('"citaat": "goed geholpen"', '"begin": 5, "eind": 500'): "passage 5-500",
    JUDGEMENT.replace('"respondent": "r1"', '"respondent": "r8"'): "respondent “r8”",
    JUDGEMENT.replace('"geholpen", ', '"gehopen", '): "doel “gehopen” bestaat niet",
    JUDGEMENT.replace('"oordeel": "positief"', '"oordeel": "prima"'): "“oordeel” kan niet “prima”",
    DECISION.replace("citaat", "citaten"): "onbekende sleutel “citaten”",
    '{"codeur": "a", "soort": "intrekking", "doelwit": "nee"}': "besluit “nee” bestaat niet",
    "{rommel": "geen leesbare regel",
}


@pytest.mark.parametrize(("row", "what"), BAD_ROWS.items(), ids=list(BAD_ROWS.values()))
def test_a_row_on_what_does_not_exist_is_told_and_the_others_stay(
    row: str, what: str, small_project: Project, write: Write
) -> None:
    path = write("b.jsonl", f"# uitleg\n{DECISION}\n{row}\n{JUDGEMENT}\n")
    with pytest.raises(ProblemList, match=what) as caught:
        small_project.decide(path)
    (problem,) = caught.value.problems
    assert (problem.where.path, problem.where.line) == (path, 3)
    assert "Wel vastgelegd: 2 rijen." in caught.value.todo
    assert len(small_project.codings()) == 1
    assert small_project.decide(write("goed.jsonl", f"{DECISION}\n{JUDGEMENT}\n")).attrs["new"] == 0
    assert len(small_project.store.events()) == 2


def test_every_wrong_row_is_told_at_once(small_project: Project, write: Write) -> None:
    with pytest.raises(ProblemList) as caught:
        small_project.decide(write("b.jsonl", "\n".join([DECISION, *BAD_ROWS, JUDGEMENT])))
    assert [p.where.line for p in caught.value.problems] == list(range(2, len(BAD_ROWS) + 2))
    assert len(small_project.store.events()) == 2


# counting and comparing


def test_before_anything_is_judged_everyone_is_still_to_be_judged(small_project: Project) -> None:
    counted = small_project.count().set_index("state")
    assert counted.loc["nog niet beoordeeld", "k"] == 3
    assert set(counted["n"]) == {3}
    assert set(counted["status"]) == {"voorlopig"}


@pytest.mark.parametrize("by", [["dool"], ["goal", "code"], []])
def test_an_unknown_way_of_counting_is_told(by: list[str], small_project: Project) -> None:
    with pytest.raises(KwalError) as caught:
        small_project.count(by)
    assert caught.value.todo


def test_a_theme_that_is_not_in_the_codebook_is_told(small_project: Project) -> None:
    with pytest.raises(CodebookError, match="thema “hlp”") as caught:
        small_project.quotes("hlp")
    assert "“hulp”" in caught.value.todo


def test_a_figure_without_n_has_no_interval(small_project: Project, write: Write) -> None:
    text = FIGURES + FIGURES.split("cijfers:\n")[1].replace("92", "90\n    n: 402\n    jaar: 2021")
    added = small_project.add_figures(write("kbo.yaml", text)).set_index("year")
    assert added.loc[2024, ["low", "high"]].isna().all()
    assert added.loc[2021, "low"] < 0.9 < added.loc[2021, "high"]


def test_wrong_figures_are_not_taken_over(small_project: Project, write: Write) -> None:
    with pytest.raises(ProblemList):
        small_project.add_figures(write("kbo.yaml", FIGURES.replace("92", "192")))
    assert names_in(small_project.path / "cijfers") == []


def test_a_figure_that_is_not_linked_is_kept_and_told(small_project: Project, write: Write) -> None:
    write_all(small_project.path, {"koppeltabel.yaml": LINKS})
    item = FIGURES.split("cijfers:\n")[1]
    others = "".join(item.replace("id: goed", f"id: over-{n}") for n in range(7))
    with pytest.warns(KwalWarning) as told:
        small_project.add_figures(write("kbo.yaml", FIGURES + others))
    [message] = [str(one.message) for one in told if "koppeltabel" in str(one.message)]
    assert message == (
        "niet vergeleken, want koppeltabel.yaml noemt het niet: "
        "over-0, over-1, over-2, over-3, over-4 en nog 2."
    )
    assert len(small_project.figures) == 8
    assert small_project.compare()["item"].dropna().unique().tolist() == ["goed"]


def test_figures_are_taken_over_once(small_project: Project, write: Write) -> None:
    path = write("kbo.yaml", FIGURES)
    small_project.add_figures(path)
    small_project.add_figures(path)
    assert len(small_project.figures) == 1
    with pytest.raises(ProblemList, match="staat al in een ander cijferbestand"):
        small_project.add_figures(write("kbo2.yaml", FIGURES))
    with pytest.raises(ProjectError, match="al een ander cijferbestand met deze naam"):
        small_project.add_figures(write("kbo.yaml", FIGURES.replace("92", "93")))
    assert [figure.value for figure in small_project.figures] == [0.92]


def test_a_link_for_an_unknown_perspective_is_told(small_project: Project) -> None:
    write_all(small_project.path, {"koppeltabel.yaml": LINKS.replace("inwoner", "inwonr")})
    with pytest.warns(UserWarning, match=r"koppeltabel.yaml noemt perspectieven .*: inwonr\."):
        assert small_project.compare().empty


# the report


def test_before_anything_is_decided_there_is_a_provisional_report(small_project: Project) -> None:
    report = small_project.report()
    assert all(path.is_file() for path in report.paths.values())
    of_talks = report.numbers[report.numbers["bron"] == "gesprekken"]
    assert set(of_talks["status"]) == {"voorlopig"}


def test_without_respondents_there_is_no_report_and_no_folder(empty_project: Project) -> None:
    with pytest.raises(ProjectError, match="er zijn nog geen respondenten") as caught:
        empty_project.report()
    assert caught.value.where.path == empty_project.path / "respondenten.csv"
    assert not (empty_project.path / "rapport").exists()


def test_without_a_codebook_the_setting_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="nog geen codeboek gekozen") as caught:
        new_project(tmp_path / "nieuw").count()
    assert caught.value.where.path == tmp_path / "nieuw" / "evaluatie.yaml"


@pytest.mark.parametrize("text", ["titel: [\n", "titl: x\n", ""])
def test_broken_settings_are_told_with_their_line(text: str, empty_project: Project) -> None:
    write_all(empty_project.path, {"evaluatie.yaml": text})
    with pytest.raises(TableError) as caught:
        _reopened(empty_project)
    assert caught.value.where.path == empty_project.path / "evaluatie.yaml"
    assert caught.value.where.line is not None


# a folder that cannot be written


@pytest.fixture
def locked(small_project: Project) -> Iterator[Project]:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folders = [small_project.path, *(p for p in small_project.path.rglob("*") if p.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield small_project
    for folder in folders:
        folder.chmod(0o755)


def test_a_folder_that_cannot_be_written_can_be_read(locked: Project, tmp_path: Path) -> None:
    assert not locked.count().empty
    with pytest.raises(ProjectError, match="u mag hier niet bij"):
        locked.report()
    with pytest.raises(ProjectError, match="u mag hier niet bij"):
        locked.add_figures(write_all(tmp_path / "f", {"kbo.yaml": FIGURES}) / "kbo.yaml")
    read = locked.add_transcripts(write_all(tmp_path / "g", {"r4.txt": TALKS["r1.txt"]}))
    assert "u mag hier niet bij" in read["message"][0]


def test_a_mended_text_may_take_the_place_of_the_first(small_project: Project, talks: Path) -> None:
    mended = write_all(talks, {"r9.txt": TALKS["r1.txt"]}) / "r9.txt"
    small_project.add_transcripts(mended)
    mended.write_text(mended.read_text(encoding="utf-8") + "\nI: En nu?\n\nR: Nu niet meer.\n")
    assert small_project.add_transcripts(mended)["status"][0] == "fout"
    assert small_project.add_transcripts(mended, replace=True)["status"][0] == "gelezen"
    small_project.pseudonymise(confirmed_by="anna")
    assert "Nu niet meer." in small_project.transcripts["r9"].turns[-1].text
    mended.write_text(mended.read_text(encoding="utf-8") + "\nI: Goed.\n")
    assert "bevroren" in small_project.add_transcripts(mended, replace=True)["message"][0]


def test_a_file_name_that_names_a_person_is_no_name_of_a_conversation(
    empty_project: Project, tmp_path: Path
) -> None:
    talk = (
        "Interviewer: Hoe was het?\nFatima: Het ging wel.\nInterviewer: En toen?\nFatima: Klaar.\n"
    )
    for name in ("Interview Fatima Aouragh 3.txt", "gesprek_Joris.txt", "Fatima.txt"):
        (tmp_path / name).write_text(talk.replace("Klaar", name), encoding="utf-8")
    read = empty_project.add_transcripts(sorted(tmp_path.glob("*.txt")))
    assert sorted(read["transcript"]) == ["Interview-3", "gesprek", "gesprek-2"]
    assert read["message"].str.contains("bestandsnaam").all()
    again = empty_project.add_transcripts(sorted(tmp_path.glob("*.txt")))
    assert list(again["status"]) == ["bekend"] * 3
    with pytest.warns(KwalWarning):
        empty_project.pseudonymise(confirmed_by="test")
    kept = json.dumps([asdict(one) for one in empty_project.transcripts.values()])
    assert not any(name in kept for name in ("Fatima", "Aouragh", "Joris"))


def test_a_header_is_kept_only_where_nobody_can_stand_in_it(
    empty_project: Project, write: Write
) -> None:
    head = "Gesprek met Johan Hendriksen-20260314\nDatum: 3-4-2025\nContactpersoon: Snorrewind\n"
    head += "Perspectief: inwoner (dhr. Zwartkruis)\nOpmerking van Truffelmans: erg emotioneel\n\n"
    empty_project.add_transcripts(write("r1.txt", f"{head}I: Hoe?\nR: Goed.\nI: En?\nR: Ja.\n"))
    empty_project.pseudonymise(confirmed_by="test", passphrase="zin")
    assert empty_project.transcripts["r1"].metadata["datum"] == "3-4-2025"
    outside = json.dumps([asdict(one) for one in empty_project.transcripts.values()])
    outside += (empty_project.path / "respondenten.csv").read_text("utf-8")
    names = ("Hendriksen", "Snorrewind", "zwartkruis", "ruffelmans")
    assert not [name for name in names if name in outside or name.capitalize() in outside]


def test_two_people_do_not_confirm_at_the_same_time(empty_project: Project, write: Write) -> None:
    empty_project.add_transcripts(write("r1.txt", TALKS["r1.txt"]))
    sign = empty_project.path / "prive" / ".bevestigen"
    sign.touch()
    with pytest.raises(PrivacyError, match="op dit moment"):
        empty_project.pseudonymise(confirmed_by="test", passphrase="zin")
    assert not empty_project.transcripts
    sign.unlink()
    empty_project.pseudonymise(confirmed_by="test", passphrase="zin")
    assert not sign.exists() and list(empty_project.transcripts) == ["r1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_no_conversation(empty_project: Project, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    read = empty_project.add_transcripts(tmp_path / "pijp.txt")
    assert list(read["status"]) == ["fout"]


def test_a_listed_name_that_is_nowhere_is_told(empty_project: Project, write: Write) -> None:
    empty_project.add_transcripts(write("r1.txt", TALKS["r1.txt"]))
    names = write("namen.csv", "gesprek,naam,rol\nr1,Sanne,regisseur\nr1,Zomaar Iemand,kind\n")
    assert empty_project.pseudonymise(names).attrs["unfound"] == ["Zomaar Iemand"]
