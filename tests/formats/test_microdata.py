"""The answers to a survey from CSV, Excel and SPSS."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook

from kwalevaluatie.errors import KwalError, ProjectError, TableError
from kwalevaluatie.formats.microdata import read_microdata

Write = Callable[[str, str | bytes], Path]
pyreadstat = pytest.importorskip("pyreadstat")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_whatever_its_encoding_and_separator(
    encoding: str, separator: str, write: Write
) -> None:
    rows = (("vraag één", "b"), ("Eens", "café"), ("", "x"))
    text = "\n".join(separator.join(row) for row in rows)
    data = read_microdata(write("d.csv", text.encode(encoding)))
    assert data.columns == ("vraag één", "b")
    assert data.rows == ((2, ("Eens", "café")), (3, ("", "x")))


def test_short_rows_are_filled_and_long_ones_told(write: Write) -> None:
    assert read_microdata(write("d.csv", "a;b\nEens\n")).rows == ((2, ("Eens", "")),)
    with pytest.raises(TableError, match="regel 2: de regel heeft meer waarden dan de 2 kolommen"):
        read_microdata(write("d.csv", "a;b\n1;2;3\n"))


def test_a_title_above_the_headings_is_passed_over(write: Write) -> None:
    data = read_microdata(write("d.csv", "Enquête 2024;\na;b\nEens;\n"))
    assert (data.columns, data.rows) == (("a", "b"), ((3, ("Eens", "")),))
    assert read_microdata(write("e.csv", "a\nEens\n")).columns == ("a",)


def test_a_row_that_begins_with_a_hash_is_an_answer(write: Write) -> None:
    assert len(read_microdata(write("d.csv", "a;b\n#1;x\n")).rows) == 1


@pytest.mark.parametrize(
    ("name", "content"), [("d.csv", "a;b\n"), ("d.csv", ""), ("d.ods", "x"), ("d.xlsx", "x"),
                          ("d.sav", "x"), ("d.csv", b"\xff\x00\x01\xfe")],
)  # fmt: skip
def test_what_is_no_table_of_answers(name: str, content: str | bytes, write: Write) -> None:
    with pytest.raises(KwalError) as caught:
        read_microdata(write(name, content))
    assert caught.value.todo


@pytest.mark.parametrize("name", ["weg.csv", "weg.xlsx", "weg.sav"])
def test_a_file_that_is_not_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(KwalError, match=r"(?i)niet gevonden|bestaat niet"):
        read_microdata(tmp_path / name)


def test_an_excel_sheet(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["a", "b"], ["Eens", 8], [None, 7.5]):
        sheet.append(row)
    book.save(tmp_path / "d.xlsx")
    data = read_microdata(tmp_path / "d.xlsx")
    assert data.rows == ((2, ("Eens", "8")), (3, ("", "7.5")))


def save(path: Path, **more: object) -> Path:
    frame = pd.DataFrame({"v1": [1.0, 5.0, 9.0, None], "v2": ["a", "", "c", "d"]})
    pyreadstat.write_sav(frame, str(path), **more)
    return path


def test_spss_gives_codes_labels_and_titles(tmp_path: Path) -> None:
    labels = {"v1": {1: "Oneens", 5: "Eens", 9: "Weet niet"}}
    path = save(
        tmp_path / "d.sav", variable_value_labels=labels, column_labels={"v1": "Ging het vlot?"}
    )
    data = read_microdata(path)
    assert [row[0] for _, row in data.rows] == ["1", "5", "9", ""]
    assert data.meanings["v1"] == {"1": "Oneens", "5": "Eens", "9": "Weet niet"}
    assert data.titles["v1"] == "Ging het vlot?"


def test_what_spss_calls_missing_is_missing(tmp_path: Path) -> None:
    data = read_microdata(save(tmp_path / "d.sav", missing_ranges={"v1": [9]}))
    assert [row[0] for _, row in data.rows] == ["1", "5", "", ""]


def test_without_pyreadstat_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "d.sav")
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    with pytest.raises(ProjectError, match="pyreadstat nodig") as caught:
        read_microdata(path)
    assert "kwalevaluatie[spss]" in caught.value.todo
