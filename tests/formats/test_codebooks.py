"""Codebooks: reading, extending, retiring, and every way to write one wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kwalevaluatie.errors import CodebookError, Place
from kwalevaluatie.formats.codebooks import (
    check_goals,
    codebook_files,
    differences,
    join_codebooks,
    library,
    patterns_in,
    read_codebook,
)

Write = Callable[[str, str | bytes], Path]
HEAD = 'id: x\nlabel: X\nversion: "1"\n'
THEME = "themes:\n  - id: a\n    label: A\n    definition: D\n"
GOAL = "goals:\n  - id: g\n    label: G\n    definition: D\n"


@pytest.mark.parametrize(
    ("text", "line", "what", "todo"),
    [
        (HEAD + THEME + "    exmples: [x]\n", 8, "onbekende sleutel “exmples”", "“examples”"),
        (HEAD + "theemes: []\n", 4, "onbekende sleutel “theemes”", "“themes”"),
        ("id: x\nlabel: X\nversion: 1.0\n", 3, "“version” moet tekst zijn", ""),
        ('id: x\nversion: "1"\n', 1, "“label” ontbreekt", ""),
        (HEAD + "themes: {a: b}\n", 4, "“themes” moet een lijst zijn", "streepje"),
        (HEAD + "themes: [los]\n", 4, "hier horen sleutels met waarden", ""),
        (HEAD + THEME.replace("id: a", "id: [a]"), 5, "“id” moet tekst", ""),
        (HEAD + THEME + "  - id: a\n    label: B\n    definition: D\n", 8, "twee keer", "id"),
        (HEAD + THEME + "    parent: aa\n", 8, "“aa”, maar dat thema bestaat niet", "“a”"),
        (HEAD + THEME + "    parent: a\n", 8, "via een omweg bij zichzelf", ""),
        (HEAD + THEME + "retire:\n  b: weg\n", 9, "“b” kan niet vervallen", "Kies uit: a."),
        (HEAD + THEME + "retire: [a]\n", 8, "per thema een reden", "thema-id: reden"),
        (HEAD + "extends: 5\n", 4, "“extends” moet een lijst zijn", ""),
        (HEAD + "extends: dienstverleening\n", 4, "bestaat niet", "“dienstverlening”"),
        (HEAD + "extends: weg.yaml\n", 4, "codeboek “weg.yaml” bestaat niet", ""),
        (HEAD + THEME + "    patterns: [p]\n", 5, "sleutels met waarden", ""),
        (
            HEAD + THEME + "    patterns:\n      bewonertaal: [p]\n",
            9, "onbekende sleutel “bewonertaal”", "“inwonertaal”",
        ),
        (
            HEAD + THEME + "    patterns:\n      inwonertaal:\n        - p\n        - 5\n",
            11, "sleutels met waarden", "",
        ),
        (
            HEAD + THEME + "    patterns:\n      inwonertaal:\n        - pattern: p\n"
            "          valence: goed\n",
            11, "“valence” kan niet “goed” zijn", "positief",
        ),
        (HEAD + GOAL + "    kind: doell\n", 8, "“kind” kan niet “doell” zijn", "doel"),
    ],
)  # fmt: skip
def test_a_wrong_codebook_is_told_with_its_line(
    text: str, line: int, what: str, todo: str, write: Write
) -> None:
    path = write("x.yaml", text)
    with pytest.raises(CodebookError, match=what) as caught:
        read_codebook(path)
    assert caught.value.where == Place(path, line)
    assert todo in caught.value.todo
    assert caught.value.todo


def test_a_codebook_that_extends_itself_is_told(write: Write) -> None:
    path = write("x.yaml", HEAD + "extends: x.yaml\n")
    with pytest.raises(CodebookError, match="kring: x → x") as caught:
        read_codebook(path)
    assert caught.value.where == Place(path, 4)


def test_a_circle_over_three_files_is_told_where_it_closes(write: Write) -> None:
    first = write("k1.yaml", HEAD + "extends: k2.yaml\n")
    write("k2.yaml", HEAD + "extends: k3\n")
    third = write("k3.yaml", HEAD + "\n\nextends: [k1.yaml]\n")
    with pytest.raises(CodebookError, match="kring: k1 → k2 → k3 → k1") as caught:
        read_codebook(first)
    assert caught.value.where == Place(third, 6)


def test_two_roads_to_the_same_codebook_are_no_circle(write: Write) -> None:
    write("onder.yaml", HEAD + THEME)
    write("links.yaml", HEAD + "extends: onder\n")
    write("rechts.yaml", HEAD + "extends: onder\n")
    book = read_codebook(write("boven.yaml", HEAD + "extends: [links, rechts]\n"))
    assert [code.id for code in book] == ["a"]


def test_an_extension_sharpens_adds_and_retires(write: Write) -> None:
    write("basis.yaml", HEAD.replace("x", "basis") + THEME + "    examples: [oud]\n"
          "    patterns:\n      inwonertaal: [eerst]\n  - id: b\n    label: B\n"
          "    definition: D\n")  # fmt: skip
    path = write("meer.yaml", HEAD.replace("x", "meer") + "extends: basis\n"
                 "themes:\n  - id: a\n    label: A2\n    patterns:\n      inwonertaal: [dan]\n"
                 "  - id: c\n    label: C\n    definition: D\n    parent: a\n"
                 "retire:\n  b: gaat op in a\n")  # fmt: skip
    book = read_codebook(path)
    assert [code.id for code in book] == ["a", "b", "c"]
    assert (book["a"].label, book["a"].definition, book["a"].examples) == ("A2", "D", ("oud",))
    assert [pattern.text for pattern in book["a"].patterns] == ["eerst", "dan"]
    assert (book["a"].origin, book["b"].origin) == ("meer 1", "basis 1")
    assert book["b"].retired == "gaat op in a"
    assert [code.id for code in book.active] == ["a", "c"]
    assert book.family("a") == {"a", "c"}


def test_a_folder_of_the_evaluation_goes_before_the_working_folder(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("elders/x.yaml", HEAD.replace("X", "elders"))
    write("eigen/x.yaml", HEAD.replace("X", "eigen"))
    monkeypatch.chdir(tmp_path / "elders")
    assert read_codebook("x.yaml", tmp_path / "eigen").label == "eigen"
    assert read_codebook("x.yaml").label == "elders"


def test_an_unknown_codebook_says_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="codeboek “dienstverlenng” bestaat niet") as caught:
        read_codebook("dienstverlenng", named_in=Place("evaluatie.yaml"))
    assert str(caught.value).startswith("evaluatie.yaml: ")
    assert "“dienstverlening”" in caught.value.todo


def test_the_files_under_a_codebook(write: Write) -> None:
    base = write("basis.yaml", HEAD)
    path = write("meer.yaml", HEAD + "extends: basis\n")
    assert codebook_files(path) == [path, base]


def test_every_pattern_knows_its_place(write: Write) -> None:
    path = write("x.yaml", HEAD + THEME + "    patterns:\n      beleidstaal: [een]\n"
                 "      inwonertaal:\n        - twee\n")  # fmt: skip
    found = [(place.line, theme, pattern.text) for place, theme, pattern in patterns_in(path)]
    assert found == [(9, "a", "een"), (11, "a", "twee")]


def test_joined_codebooks_keep_the_sharpest_code(write: Write) -> None:
    base = read_codebook(write("basis.yaml", HEAD + THEME))
    more = read_codebook(
        write("meer.yaml", HEAD + "extends: basis\nthemes:\n  - id: a\n    label: A2\n"
              "    patterns:\n      inwonertaal: [p]\n")
    )  # fmt: skip
    for order in ((base, more), (more, base)):
        assert join_codebooks(order)["a"].label == "A2"


@pytest.mark.parametrize(
    ("extra", "what"),
    [
        ("    themes: [aa]\n", "verwijst naar thema “aa”, dat niet bestaat"),
        ("    part_of: gg\n", "hoort bij “gg”, dat niet bestaat"),
    ],
)
def test_a_goal_that_points_nowhere_is_told(extra: str, what: str, write: Write) -> None:
    book = read_codebook(write("x.yaml", HEAD + THEME + GOAL + extra))
    with pytest.raises(CodebookError, match=what) as caught:
        check_goals(book)
    assert "Bedoelde u" in caught.value.todo


def test_a_goal_without_its_themes_says_which_setting_to_change(write: Write) -> None:
    book = read_codebook(write("x.yaml", HEAD + GOAL + "    themes: [a]\n"))
    with pytest.raises(CodebookError) as caught:
        check_goals(book)
    assert "“codeboeken” in evaluatie.yaml" in caught.value.todo


def test_differences_name_what_came_went_and_changed(write: Write) -> None:
    old = read_codebook(write("oud.yaml", HEAD + THEME + GOAL))
    new = read_codebook(
        write("nieuw.yaml", HEAD + "themes:\n  - id: b\n    label: B\n    definition: D\n"
              + GOAL.replace("label: G", "label: H"))
    )  # fmt: skip
    assert differences(old, new) == ["+ b: B", "- a: A", "~ doel g: label"]
    assert differences(old, old) == []


@pytest.mark.parametrize("name", sorted(library()))
def test_the_library_reads(name: str) -> None:
    book = read_codebook(name)
    assert book.id == name
    assert all(code.definition and code.include and code.exclude for code in book)
