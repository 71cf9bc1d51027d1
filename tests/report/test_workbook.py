from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest

from kwalevaluatie.report.workbook import write_workbook


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "cijfer": ["doel-1.k", "doel-2.k"],
            "k": [14, 9],
            "aandeel": [0.7, np.nan],
            "wie": [["R01", "R02"], ()],
            "tekst": ["=1+1", "lang " * 40],
            "dag": pd.to_datetime(["2025-03-04", "2025-03-05"]).tz_localize("Europe/Amsterdam"),
        }
    )


def book_of(path: Path, sheets: dict[str, pd.DataFrame], **notes: str) -> Any:
    return openpyxl.load_workbook(write_workbook(path / "w.xlsx", sheets, notes))


def values(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_read_me_tells_what_each_sheet_holds(tmp_path: Path, frame: pd.DataFrame) -> None:
    book = book_of(
        tmp_path, {"Register": frame}, Status="CONCEPT: synthetisch", Register="Elk cijfer."
    )
    assert book.sheetnames == ["Lees mij", "Register"]
    rows = values(book["Lees mij"])
    assert rows[0][0] == "Lees mij"
    assert rows[1][:2] == ("Status", "CONCEPT: synthetisch")
    assert rows[-2:] == [("Blad", "Wat erin staat", "Rijen"), ("Register", "Elk cijfer.", 2)]
    link = book["Lees mij"].cell(len(rows), 1).hyperlink
    assert link.location == "'Register'!A1"


def test_values_keep_their_kind(tmp_path: Path, frame: pd.DataFrame) -> None:
    header, first, second = values(book_of(tmp_path, {"R": frame})["R"])
    assert header == tuple(frame.columns)
    assert first == ("doel-1.k", 14, 0.7, "R01, R02", "=1+1", datetime(2025, 3, 4))
    assert second[2:4] == (None, None)


@pytest.mark.parametrize("text", ["=1+1", "+31 6", "-5", "@SUM(A1)", "#REF!", '=HYPERLINK("x")'])
def test_text_never_becomes_a_formula(text: str, tmp_path: Path) -> None:
    book = book_of(tmp_path, {"R": pd.DataFrame({text: [text]})}, **{text: text})
    cells = [book["R"]["A1"], book["R"]["A2"], book["Lees mij"]["A2"], book["Lees mij"]["B2"]]
    assert [cell.value for cell in cells] == [text] * 4
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix == (text[0] != "#") for cell in cells)


def test_a_sheet_is_ready_to_read(tmp_path: Path, frame: pd.DataFrame) -> None:
    sheet = book_of(tmp_path, {"R": frame})["R"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F3"
    assert all(cell.font.bold for cell in sheet[1])
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEF"]
    assert max(widths) == 60 and min(widths) >= 8
    assert sheet["E3"].alignment.wrap_text
    assert sheet.row_dimensions[3].height > sheet.row_dimensions[2].height


def test_sheet_names_are_made_fit(tmp_path: Path, frame: pd.DataFrame) -> None:
    names = ["Lees mij", "a/b: [c]?", "x" * 40, "x" * 41, ""]
    book = book_of(tmp_path, dict.fromkeys(names, frame))
    made = ["Lees mij", "Lees mij (2)", "a b   c", "x" * 31, "x" * 27 + " (2)", "Blad"]
    assert book.sheetnames == made


def test_a_named_index_is_kept_and_a_plain_one_left(tmp_path: Path, frame: pd.DataFrame) -> None:
    indexed = frame.set_index("cijfer")[["k"]]
    book = book_of(tmp_path, {"met": indexed, "zonder": frame[["k"]]})
    assert values(book["met"])[0] == ("cijfer", "k")
    assert values(book["zonder"])[0] == ("k",)


def test_odd_values(tmp_path: Path) -> None:
    odd = [None, pd.NA, pd.NaT, float("inf"), True, {"b", "a"}, np.array([1, 2]), "a\x00b", ""]
    rows = values(book_of(tmp_path, {"R": pd.DataFrame({"x": odd})})["R"])
    kept = [row[0] for row in rows[1:]]
    assert kept[:7] == [None, None, None, "inf", True, "a, b", "1, 2"]
    assert kept[7] == "ab"


def test_text_that_is_too_long_says_so(tmp_path: Path) -> None:
    sheet = book_of(tmp_path, {"R": pd.DataFrame({"x": ["a" * 40_000]})})["R"]
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith("… (afgekapt: te lang voor Excel)")


@pytest.mark.parametrize("empty", [pd.DataFrame(), pd.DataFrame({"a": [], "b": []})])
def test_an_empty_table_is_an_empty_sheet(empty: pd.DataFrame, tmp_path: Path) -> None:
    assert book_of(tmp_path, {"R": empty}).sheetnames == ["Lees mij", "R"]


def test_nothing_is_left_beside(tmp_path: Path, frame: pd.DataFrame) -> None:
    write_workbook(tmp_path / "w.xlsx", {"R": frame}, {})
    assert [path.name for path in tmp_path.iterdir()] == ["w.xlsx"]


def test_columns_of_a_named_index_stay_in_sight(tmp_path: Path, frame: pd.DataFrame) -> None:
    indexed = frame.set_index(["cijfer", "k"])
    book = book_of(tmp_path, {"met": indexed, "zonder": frame})
    assert [book[name].freeze_panes for name in ("met", "zonder")] == ["C2", "A2"]


def test_the_file_says_what_it_is(tmp_path: Path, frame: pd.DataFrame) -> None:
    path = write_workbook(
        tmp_path / "w.xlsx", {"R": frame}, {}, title="Evaluatie\x00", organisation="RSD Veldermeer"
    )
    known = openpyxl.load_workbook(path).properties
    assert (known.title, known.creator, known.language) == ("Evaluatie", "RSD Veldermeer", "nl-NL")
