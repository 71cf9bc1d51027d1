"""The codebook on the screen: hits while one types, and a change in the file of the evaluation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.small import DECISION, write_all

from kwalevaluatie.errors import CodebookError, KwalError
from kwalevaluatie.project import Project, new_project
from kwalevaluatie.workbench import Workbench

TALK = {"r1.txt": "I: Hoe was het?\nR: Sanne heeft mij goed geholpen, ik had er vertrouwen in.\n"}
LIBRARY = "dienstverlening"


@pytest.fixture
def bench(small_project: Project) -> Workbench:
    return Workbench(small_project, "AB")


@pytest.fixture
def library(tmp_path: Path) -> Workbench:
    """An evaluation with only a codebook of the library."""
    project = new_project(tmp_path / "eval", [LIBRARY])
    project.add_transcripts(write_all(tmp_path / "in", TALK))
    project.pseudonymise(confirmed_by="toets")
    return Workbench(project, "AB")


def theme(bench: Workbench, id: str = "hulp") -> dict[str, Any]:
    return bench.answer("theme", {"id": id})


def tried(bench: Workbench, *texts: str, at: int = 0) -> dict[str, Any]:
    patterns = [{"text": text, "register": "inwonertaal"} for text in texts]
    return bench.answer("try_patterns", {"id": "hulp", "patterns": patterns, "at": at})


def saved(bench: Workbench, **changed: Any) -> dict[str, Any]:
    shown = theme(bench)
    given = {"id": "hulp", "stamp": shown["stamp"], **changed}
    answer: dict[str, Any] = bench.answer("save_theme", given)["theme"]
    return answer


def book(bench: Workbench, name: str = "klein.yaml") -> Path:
    return bench.project.path / "codeboeken" / name


def test_every_theme_has_its_counts(bench: Workbench) -> None:
    bench.project.decide(json.loads(DECISION))
    bench.project.suggest()
    rows = {row["id"]: row for row in bench.answer("codebook", {})["themes"]}
    assert (rows["hulp"]["people"], rows["hulp"]["codings"]) == (1, 1)
    assert rows["wachten"]["people"] == 0 and rows["wachten"]["suggestions"] > 0


def test_a_second_coder_sees_no_suggestions_and_no_work_of_the_first(bench: Workbench) -> None:
    bench.project.decide(json.loads(DECISION))
    bench.project.suggest()
    rows = Workbench(bench.project, "CD", blind=True).answer("codebook", {})["themes"]
    assert [(row["codings"], row["suggestions"]) for row in rows] == [(0, 0), (0, 0)]


def test_a_theme_is_shown_with_the_file_that_holds_it(bench: Workbench) -> None:
    shown = theme(bench)
    assert (shown["file"], shown["is_own"]) == ("klein.yaml", True)
    assert [one["text"] for one in shown["patterns"]] == ["helpen", "geholpen"]


def test_hits_of_a_pattern_come_with_the_words_around_them(bench: Workbench) -> None:
    told = tried(bench, "helpen", "goed ... geholpen", at=1)
    assert [row["places"] for row in told["patterns"]] == [2, 1]
    (hit,) = told["hits"]
    assert (hit["transcript"], hit["turn"], hit["words"]) == ("r1", 1, "goed geholpen")
    assert hit["before"].endswith("heeft me ")


def test_questions_of_the_interviewer_are_no_hits(bench: Workbench) -> None:
    assert tried(bench, "hoe")["patterns"][0]["places"] == 0


def test_what_a_change_gains_and_loses(bench: Workbench) -> None:
    told = tried(bench, "wachten")
    assert [hit["words"] for hit in told["gained"]["hits"]] == ["wachten"]
    assert {hit["words"] for hit in told["lost"]["hits"]} == {"geholpen", "hielp"}
    same = tried(bench, "geholpen", "helpen")
    assert same["gained"]["places"] == same["lost"]["places"] == 0


def test_a_wider_pattern_on_the_same_words_is_no_gain(bench: Workbench) -> None:
    told = tried(bench, "helpen", "goed geholpen")
    assert told["gained"]["places"] == 0


@pytest.mark.parametrize(
    ("pattern", "at"),
    [("goed (a||b)", 7), ("... goed", 0), ("goed ...", 8), ("heel (a!b)", 7), ("", 0), ("a (b", 2)],
)
def test_a_wrong_pattern_says_at_which_character(bench: Workbench, pattern: str, at: int) -> None:
    told = tried(bench, "helpen", pattern)
    assert told["patterns"][0]["problem"] is None
    assert told["patterns"][1]["problem"]["at"] == at
    assert told["patterns"][1]["problem"]["what"]


def test_a_saved_theme_is_a_new_version(bench: Workbench) -> None:
    shown = saved(bench, definition="Of er hulp was.", examples=["Ze kwam.", " "])
    assert (shown["definition"], shown["examples"]) == ("Of er hulp was.", ["Ze kwam."])
    assert shown["origin"] == "klein 1.1"
    assert bench.project.codebook.by_id["hulp"].definition == "Of er hulp was."


def test_a_stale_tab_changes_nothing(bench: Workbench) -> None:
    old = theme(bench)["stamp"]
    saved(bench, label="Steun")
    before = book(bench).read_bytes()
    with pytest.raises(CodebookError, match="intussen gewijzigd"):
        bench.answer("save_theme", {"id": "hulp", "stamp": old, "label": "Bijstand"})
    assert book(bench).read_bytes() == before


@pytest.mark.parametrize(
    "changed",
    [
        {"patterns": [{"text": "(kapot", "register": "inwonertaal"}]},
        {"patterns": [{"text": "goed", "register": "straattaal"}]},
        {"patterns": [{"text": "goed", "register": "inwonertaal", "valence": "blauw"}]},
        {"label": " "},
        {"definition": ""},
        {},
    ],
)
def test_what_cannot_be_is_not_written(bench: Workbench, changed: dict[str, Any]) -> None:
    before = book(bench).read_bytes()
    with pytest.raises(CodebookError):
        saved(bench, **changed)
    assert book(bench).read_bytes() == before


def test_a_problem_is_told_in_the_file_as_the_user_knows_it(bench: Workbench) -> None:
    with pytest.raises(CodebookError) as problem:
        saved(bench, patterns=[{"text": "(kapot", "register": "inwonertaal"}])
    assert str(book(bench)) in str(problem.value)


def test_examples_and_patterns_come_from_a_selection(bench: Workbench) -> None:
    bench.answer("add_example", {"id": "hulp", "text": "heeft me\n goed geholpen"})
    told = bench.answer("add_pattern", {"id": "hulp", "text": "goed ... geholpen"})["theme"]
    assert told["examples"][-1] == "heeft me goed geholpen"
    assert told["patterns"][-1]["text"] == "goed ... geholpen"
    assert told["patterns"][-1]["register"] == "inwonertaal"


@pytest.mark.parametrize(
    ("verb", "text"), [("add_example", "Ze hielp me meteen."), ("add_pattern", "helpen")]
)
def test_what_is_there_is_not_added_again(bench: Workbench, verb: str, text: str) -> None:
    with pytest.raises(CodebookError, match="staat er al"):
        bench.answer(verb, {"id": "hulp", "text": text})


def test_a_library_codebook_is_extended_only_when_asked(library: Workbench) -> None:
    shown = theme(library, "vertrouwen")
    assert (shown["is_own"], shown["exists"], shown["file"]) == (False, False, "eigen.yaml")
    assert not shown["patterns"] and shown["inherited"]
    with pytest.raises(CodebookError, match="bibliotheek"):
        library.answer("add_pattern", {"id": "vertrouwen", "text": "er ... in"})
    assert not book(library, "eigen.yaml").exists()


def test_an_own_codebook_holds_the_change_and_is_listed(library: Workbench) -> None:
    given = {"id": "vertrouwen", "text": "er vertrouwen in", "extend": True}
    told = library.answer("add_pattern", given)["theme"]
    assert (told["is_own"], told["origin"]) == (True, "eigen 0.2")
    assert [one["text"] for one in told["patterns"]] == ["er vertrouwen in"] and told["inherited"]
    again = Project(library.project.path)
    assert again.settings.codebooks == (LIBRARY, "eigen.yaml")
    code = again.codebook.by_id["vertrouwen"]
    assert code.definition and code.patterns[-1].text == "er vertrouwen in"


def test_a_second_theme_comes_in_the_same_file(library: Workbench) -> None:
    for id in ("vertrouwen", "maatwerk"):
        library.answer("add_example", {"id": id, "text": "Zo was het.", "extend": True})
    text = book(library, "eigen.yaml").read_text(encoding="utf-8")
    assert text.count("extends") == 1 and "id: vertrouwen" in text and "id: maatwerk" in text
    assert len(Project(library.project.path).settings.codebooks) == 2


def test_only_what_changed_is_taken_over_from_the_library(library: Workbench) -> None:
    shown = theme(library, "vertrouwen")
    given = {key: shown[key] for key in ("id", "stamp", "label", "include", "exclude", "examples")}
    told = library.answer("save_theme", {**given, "definition": "Anders.", "extend": True})
    assert told["theme"]["definition"] == "Anders."
    assert "examples" not in book(library, "eigen.yaml").read_text(encoding="utf-8")


def test_suggestions_are_renewed_with_the_new_codebook(bench: Workbench) -> None:
    bench.project.suggest()
    saved(bench, patterns=[{"text": "wel gaan", "register": "inwonertaal"}])
    told = bench.answer("renew_suggestions", {})
    assert told["suggestions"] >= told["open"] >= 0
    assert bench.answer("progress", {}) == {"step": None}


def test_an_unknown_theme_is_told(bench: Workbench) -> None:
    with pytest.raises(KwalError, match="hlp"):
        bench.answer("theme", {"id": "hlp"})
