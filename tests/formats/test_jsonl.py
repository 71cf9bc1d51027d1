"""Rows as JSON lines: an unreadable line is told and the others stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kwalevaluatie.errors import DecisionError
from kwalevaluatie.formats.jsonl import read_jsonl

Write = Callable[[str, str | bytes], Path]
HALF = '{"reden": "\\ud800"}'
GOOD = '{"gesprek": "r1"}'


def test_blank_lines_and_comments_count_as_lines_but_are_no_rows(write: Write) -> None:
    path = write("x.jsonl", f"# uitleg\n\n{GOOD}\n   # inspringing\n{GOOD}\n")
    assert list(read_jsonl(path)) == [(3, {"gesprek": "r1"}), (5, {"gesprek": "r1"})]


@pytest.mark.parametrize(
    "line",
    ["{rommel", "[1, 2]", "5", '"tekst"', "null", "[" * 100_000, '{"a": ' + "9" * 5000 + "}", HALF],
    ids=["half", "lijst", "getal", "tekst", "niets", "diep", "groot", "half-teken"],
)
def test_an_unreadable_line_comes_as_its_error(line: str, write: Write) -> None:
    path = write("x.jsonl", f"{GOOD}\n{line}\n{GOOD}\n")
    (first, _), (at, problem), (last, _) = read_jsonl(path)
    assert (first, at, last) == (1, 2, 3)
    assert isinstance(problem, DecisionError)
    assert (problem.where.path, problem.where.line) == (path, 2)
    assert problem.todo


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_and_marked_encoding_is_read(
    encoding: str, end: str, write: Write
) -> None:
    path = write("x.jsonl", f'{GOOD}{end}{{"reden": "één"}}{end}'.encode(encoding))
    assert [row for _, row in read_jsonl(path)] == [{"gesprek": "r1"}, {"reden": "één"}]


def test_a_line_separator_inside_a_text_ends_no_line(write: Write) -> None:
    path = write("x.jsonl", '{"reden": "een\u2028twee"}\n')
    assert [row for _, row in read_jsonl(path)] == [{"reden": "een\u2028twee"}]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "het bestand is leeg"),
        (b"# alleen uitleg\n\n", "het bestand is leeg"),
        ('{"reden": "één"}'.encode("cp1252"), "geen leesbare tekst"),
        (b"PK\x03\x04\xff", "geen leesbare tekst"),
    ],
)
def test_a_file_without_rows_is_told(content: bytes, what: str, write: Write) -> None:
    with pytest.raises(DecisionError, match=what) as caught:
        list(read_jsonl(write("x.jsonl", content)))
    assert caught.value.todo


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="bestand niet gevonden"):
        list(read_jsonl(tmp_path / "weg.jsonl"))
    with pytest.raises(DecisionError, match="dit is een map"):
        list(read_jsonl(tmp_path))
