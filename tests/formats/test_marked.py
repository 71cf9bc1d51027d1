"""Conversations with marks, to learn from."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.marked import read_marked

TEXT = """\
# SYNTHETISCH
## inwoner | bakker
I: Hoe was dat?
R: Hij keek {bejegening - toen, vertrouwen 0 nu|naar zijn scherm}. Ja.

## los
R: {maatwerk + nu|Dat paste.}
"""


def read(tmp_path: Path, text: str) -> list[object]:
    path = tmp_path / "t.txt"
    path.write_text(text, "utf-8")
    return list(read_marked(path))


def test_marks_are_taken_out_and_point_at_their_words(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(TEXT, "utf-8")
    first, second = read_marked(path)
    assert first.group == "inwoner"
    assert [turn.text for turn in first.transcript.turns] == [
        "Hoe was dat?", "Hij keek naar zijn scherm. Ja."
    ]  # fmt: skip
    assert [(mark.code, mark.valence, mark.moment) for mark in first.marks] == [
        ("bejegening", "negatief", "toen"), ("vertrouwen", "neutraal", "nu")
    ]  # fmt: skip
    assert {first.transcript.quote(mark.span) for mark in first.marks} == {"naar zijn scherm"}
    assert second.transcript.quote(second.marks[0].span) == "Dat paste."


@pytest.mark.parametrize("mark", ["maatwerk", "maatwerk + ooit", "maatwerk * nu", ""])
def test_a_mark_that_cannot_be_read_is_an_error_with_its_line(tmp_path: Path, mark: str) -> None:
    with pytest.raises(TranscriptError, match="geen thema met waardering") as caught:
        read(tmp_path, f"## los\nR: {{{mark}|Dat paste.}}\n")
    assert caught.value.where.line == 2


def test_a_line_of_nobody_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="moet beginnen"):
        read(tmp_path, "## los\nZomaar een regel.\n")


def test_the_examples_of_the_library_can_be_read_and_use_its_themes() -> None:
    from kwalevaluatie import read_codebook

    known = set(read_codebook("dienstverlening").by_id)
    files = sorted((Path(__file__).parents[2] / "codebooks/voorbeelden/dienstverlening").glob("*"))
    assert len(files) > 10
    for file in files:
        assert file.read_text("utf-8").startswith("# SYNTHETISCH")
        assert {mark.code for one in read_marked(file) for mark in one.marks} <= known
