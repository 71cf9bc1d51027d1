"""Changing a codebook in its file: what nobody changed stays as it was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kwalevaluatie.errors import CodebookError
from kwalevaluatie.formats.bundled import bundled
from kwalevaluatie.formats.codebook_editing import (
    check_stamp,
    new_codebook,
    next_version,
    own_theme,
    stamp,
    with_added,
    with_theme,
)
from kwalevaluatie.formats.codebooks import read_codebook

BOOK = """\
# kop
id: x  # naam
label: "X"
version: "1.0"
themes:
  # eerste deel
  - id: a
    label: A
    definition: wat a is
    examples: [een, twee]
    patterns:
      inwonertaal:
        - aa   # de eerste
        # tussendoor
        - bb   # de tweede

  # tweede deel
  - id: b
    label: 'B'
    definition: wat b is
    patterns:
      beleidstaal: [een, "twee*"]
      inwonertaal:
        - pattern: niks ... gehoord
          valence: negatief
  # einde
"""
Write = Callable[[str, str], Path]


def pattern(text: str, register: str = "inwonertaal", valence: str | None = None) -> dict[str, Any]:
    return {"text": text, "register": register, "valence": valence}


@pytest.fixture
def path(write: Write) -> Path:
    return write("x.yaml", BOOK)


def changes(path: Path, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and those that came, besides the version."""
    before, now = path.read_text(encoding="utf-8").splitlines(), after.splitlines()
    went = [line for line in before if line not in now and "version" not in line]
    return went, [line for line in now if line not in before and "version" not in line]


def test_a_pattern_at_the_end_comes_above_the_comment_of_what_follows(path: Path) -> None:
    wanted = [pattern("aa"), pattern("bb"), pattern("cc")]
    made = with_theme(path, "a", {"patterns": wanted})
    assert changes(path, made) == ([], ["        - cc"])
    assert made.index("- cc") < made.index("# tweede deel")


def test_a_pattern_that_goes_takes_no_comment_of_others_along(path: Path) -> None:
    made = with_theme(path, "a", {"patterns": [pattern("aa")]})
    assert changes(path, made) == (["        - bb   # de tweede"], [])


def test_a_change_that_would_lose_a_comment_is_refused(path: Path) -> None:
    with pytest.raises(CodebookError, match="tussendoor"):
        with_theme(path, "a", {"patterns": [pattern("bb")]})


def test_a_value_of_a_pattern_can_go(path: Path) -> None:
    wanted = [pattern("een", "beleidstaal"), pattern("twee*", "beleidstaal")]
    made = with_theme(path, "b", {"patterns": [*wanted, pattern("niks ... gehoord")]})
    assert "        - niks ... gehoord\n  # einde\n" in made


def test_a_new_key_comes_in_its_usual_place(path: Path) -> None:
    made = with_theme(path, "a", {"include": ["wel: dit"]})
    assert "    definition: wat a is\n    include:\n      - 'wel: dit'\n    examples:" in made


def test_a_new_theme_comes_last_and_above_the_end(path: Path) -> None:
    made = with_theme(path, "c", {"label": "C", "definition": "wat c is"})
    assert made.endswith("  - id: c\n    label: C\n    definition: wat c is\n  # einde\n")


def test_what_is_written_is_what_is_read(path: Path) -> None:
    texts = ["*ster", "ja", "1.0", "a: b", "- x", "#geen", '"aan"', "{a}", "é ... 'n", "!x", "&y"]
    made = with_theme(
        path, "b", {"examples": texts, "definition": "regel een\nregel: twee",
                    "patterns": [*(pattern(text, "beleidstaal") for text in texts), pattern("z")]},
    )  # fmt: skip
    path.write_text(made, encoding="utf-8")
    own = own_theme(path, "b")
    assert own is not None and own["examples"] == texts
    assert own["definition"] == "regel een\nregel: twee"
    assert [one["text"] for one in own["patterns"]] == [*texts, "z"]


def test_what_a_file_does_not_say_of_a_theme_is_not_there(path: Path) -> None:
    assert own_theme(path, "z") is None
    own = own_theme(path, "b")
    assert own is not None and own["include"] is None
    assert own["patterns"][-1] == pattern("niks ... gehoord", valence="negatief")


def test_the_version_goes_up_and_keeps_its_quotation_marks(path: Path) -> None:
    assert 'version: "1.1"\n' in with_theme(path, "a", {"label": "AA"})


@pytest.mark.parametrize(
    ("before", "after"), [("1.0", "1.1"), ("2026-9", "2026-10"), ("1.9b", "1.10b"), ("x", "x 1")]
)
def test_the_version_after_a_version(before: str, after: str) -> None:
    assert next_version(before) == after


def test_of_a_large_codebook_only_the_version_changes(tmp_path: Path) -> None:
    source = bundled("codebooks") / "dienstverlening.yaml"
    path = tmp_path / source.name
    path.write_bytes(source.read_bytes())
    theme = read_codebook(path).codes[0]
    made = with_theme(path, theme.id, {})
    assert changes(path, made) == ([], [])


@pytest.mark.parametrize("indent", ["", "    "])
def test_the_indentation_of_the_file_stays(write: Write, indent: str) -> None:
    text = f'id: y\nversion: "1"\nthemes:\n{indent}- id: a\n{indent}  label: A\n'
    path = write("y.yaml", text)
    assert changes(path, with_theme(path, "a", {"label": "B"})) == (
        [f"{indent}  label: A"], [f"{indent}  label: B"]
    )  # fmt: skip


def test_an_unknown_register_is_refused(path: Path) -> None:
    with pytest.raises(CodebookError, match="straattaal"):
        with_theme(path, "a", {"patterns": [pattern("x", "straattaal")]})


def test_a_file_that_changed_meanwhile_is_noticed(path: Path) -> None:
    seen = stamp(path)
    check_stamp(path, seen)
    path.write_text(BOOK + "# erbij\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="intussen gewijzigd"):
        check_stamp(path, seen)


def test_a_new_codebook_extends_others(tmp_path: Path) -> None:
    path = tmp_path / "eigen.yaml"
    path.write_text(new_codebook("eigen", "Eigen", ["dienstverlening"]), encoding="utf-8")
    path.write_text(with_theme(path, "maatwerk", {"examples": ["Zo."]}), encoding="utf-8")
    assert read_codebook(path).by_id["maatwerk"].examples == ("Zo.",)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("codeboeken: [a, b]\nx: 1\n", "codeboeken: [a, b, c]\nx: 1\n"),
        ("codeboeken:\n  - a # q\n\n# z\nx: 1\n", "codeboeken:\n  - a # q\n  - c\n\n# z\nx: 1\n"),
        ("codeboeken: a\n", "codeboeken:\n  - a\n  - c\n"),
        ("x: 1\n", "x: 1\ncodeboeken:\n  - c\n"),
        ("codeboeken: [c]\n", "codeboeken: [c]\n"),
    ],
)
def test_a_value_is_added_to_a_list(text: str, after: str) -> None:
    assert with_added(text, "codeboeken", "c") == after
