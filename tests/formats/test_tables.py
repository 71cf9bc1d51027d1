"""Tables that people keep: CSV as Excel writes it, Excel itself, and everything in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from kwalevaluatie.errors import Place, ProblemList, TableError
from kwalevaluatie.formats.tables import (
    RESPONDENT,
    Name,
    append_names,
    append_respondents,
    csv_text,
    read_names,
    read_respondents,
    read_rows,
)
from kwalevaluatie.model import Respondent

Write = Callable[[str, str | bytes], Path]
TABLE = "respondent{0}perspectief{0}gesprek{0}premie\nr1{0}Inwoner{0}r1{0}één keer\n"
EXPECTED = (Respondent("r1", "inwoner", "r1", attributes={"premie": "één keer"}),)


def _excel(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_register_reads_however_excel_saved_it(
    delimiter: str, encoding: str, end: str, write: Write
) -> None:
    text = TABLE.format(delimiter).replace("\n", end)
    assert read_respondents(write("r.csv", text.encode(encoding))) == EXPECTED


@pytest.mark.parametrize("before", ["# uitleg, met komma's; en zo\n", "sep=;\n", "\n\n", ";;;\n"])
def test_lines_before_the_header_are_passed_over(before: str, write: Write) -> None:
    assert read_respondents(write("r.csv", before + TABLE.format(";"))) == EXPECTED


def test_a_register_reads_from_excel(tmp_path: Path) -> None:
    path = _excel(
        tmp_path / "r.xlsx",
        ("Respondent", "Perspectief", "Gesprek", "Bruikbaar", "Premie", "Datum", None),
        ("r1", "inwoner", "r1", True, 2.0, datetime(2025, 3, 14), None),
        (None, None, None, None, None, None, None),
        (2, "inwoner", "r2", None, None, 1.5, None),
    )
    first, second = read_respondents(path)
    assert first.attributes == {"premie": "2", "datum": "2025-03-14"}
    assert (first.usable, second.id, second.attributes["datum"]) == (True, "2", "1.5")


def test_a_table_from_excel_is_kept_as_csv(tmp_path: Path) -> None:
    path = _excel(tmp_path / "n.xlsx", ("gesprek", "naam", "rol"), ("r1", "Wit, Sanne", "inwoner"))
    kept = tmp_path / "kept.csv"
    kept.write_text(csv_text(path), encoding="utf-8")
    assert read_names(kept) == read_names(path) == (Name("r1", "Wit, Sanne", "inwoner"),)


@pytest.mark.parametrize(
    ("rows", "line", "what"),
    [
        ("r1,inwoner,\n", 2, "“gesprek” is leeg"),
        ("r1,,r1\n", 2, "“perspectief” is leeg"),
        ("r1,inwoner,r1\nr1,inwoner,r2\n", 3, "respondent “r1” staat er twee keer in"),
        ("r1,inwoner,r1,misschien\n", 2, "“bruikbaar” is “misschien”"),
        ("r1,inwoner,r1,nee\n", 2, "niet bruikbaar zonder reden"),
    ],
)
def test_a_row_that_cannot_be_right_is_told(rows: str, line: int, what: str, write: Write) -> None:
    path = write("r.csv", "respondent,perspectief,gesprek,bruikbaar,reden\n" + rows)
    with pytest.raises(ProblemList) as caught:
        read_respondents(path)
    (problem,) = caught.value.problems
    assert what in problem.what
    assert problem.where == Place(path, line)
    assert problem.todo


def test_all_wrong_rows_are_told_at_once(write: Write) -> None:
    path = write("r.csv", "respondent,perspectief,gesprek\nr1,,r1\nr2,inwoner,r2\nr3,,r3\n")
    with pytest.raises(ProblemList) as caught:
        read_respondents(path)
    assert [problem.where.line for problem in caught.value.problems] == [2, 4]


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("", None, "het bestand is leeg"),
        ("# alleen uitleg\n", None, "het bestand is leeg"),
        ("respondent,perspectief\nr1,inwoner\n", 1, "kolom “gesprek” ontbreekt"),
        ("respondent,perspectief\n", 1, "kolom “gesprek” ontbreekt"),
        ("naam,naam\na,b\n", 1, "kolom “naam” staat er twee keer in"),
        (
            "respondent,perspectief,gesprek\nr1,inwoner,r1\nr2,inwoner,r2,moe, en ziek\n",
            3, "meer waarden dan de 3 kolommen",
        ),
        ('respondent,perspectief,gesprek\nr1,"inwoner,r1\nr2,inwoner,r2\n', 2, "geen leesbare"),
        (bytes(range(256)), None, "geen leesbare tekst"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, None, "geen leesbare tekst"),
    ],
)  # fmt: skip
def test_a_table_that_is_none_is_told(
    content: str | bytes, line: int | None, what: str, write: Write
) -> None:
    path = write("r.csv", content)
    with pytest.raises(TableError, match=what) as caught:
        read_respondents(path)
    assert caught.value.where == Place(path, line)
    assert caught.value.todo


def test_a_broken_excel_file_is_told(write: Write, tmp_path: Path) -> None:
    with pytest.raises(TableError, match="geen leesbaar Excelbestand"):
        read_respondents(write("r.xlsx", b"rommel"))
    with pytest.raises(TableError, match="bestand niet gevonden"):
        read_respondents(tmp_path / "weg.xlsx")


@pytest.mark.parametrize("column", ["gesprek", "naam", "rol"])
def test_a_name_list_without_a_column_is_told_even_when_it_is_empty(
    column: str, write: Write
) -> None:
    header = ",".join(name for name in ("gesprek", "naam", "rol") if name != column)
    with pytest.raises(TableError, match=f"kolom “{column}” ontbreekt"):
        read_names(write("n.csv", header + "\n"))


def test_a_name_list_without_a_name_is_told_with_its_line(write: Write) -> None:
    path = write("n.csv", "gesprek;naam;rol\nr1;Sanne;inwoner\nr1;;inwoner\n")
    with pytest.raises(TableError, match="“naam” is leeg") as caught:
        read_names(path)
    assert caught.value.where == Place(path, 3)


def test_a_field_over_more_lines_keeps_the_lines_after_it_right(write: Write) -> None:
    path = write("r.csv", 'a,b\n1,"x\ny"\n2,z\n')
    assert list(read_rows(path)) == [(2, {"a": "1", "b": "x\ny"}), (4, {"a": "2", "b": "z"})]


def test_a_new_register_gets_a_row_for_each_conversation(tmp_path: Path) -> None:
    path = tmp_path / "respondenten.csv"
    assert append_respondents(path, {"r1": "inwoner", "n1": "onbekend"}) == ["r1", "n1"]
    assert path.read_text(encoding="utf-8").startswith(",".join(RESPONDENT) + "\n")
    assert [(r.id, r.group, r.usable) for r in read_respondents(path)] == [
        ("r1", "inwoner", True),
        ("n1", "onbekend", True),
    ]


def test_what_stands_in_a_register_is_left_as_it_is(write: Write) -> None:
    text = '# uitleg\n"Respondent";"Perspectief";"Gesprek";"Premie"\nx;inwoner;r1;één\n'
    path = write("respondenten.csv", text.encode("cp1252"))
    assert append_respondents(path, {"r1": "inwoner", "r2": "inwoner"}) == ["r2"]
    assert path.read_text(encoding="utf-8") == text + "r2;inwoner;r2;\n"
    assert append_respondents(path, {"r1": "inwoner", "r2": "inwoner"}) == []


def test_an_empty_register_is_begun_and_a_wrong_one_left_alone(write: Write) -> None:
    empty = write("leeg.csv", "")
    assert append_respondents(empty, {"r1": "inwoner"}) == ["r1"]
    wrong = write("fout.csv", "naam,rol\nSanne,inwoner\n")
    with pytest.raises(TableError, match="kolom “respondent” ontbreekt"):
        append_respondents(wrong, {"r1": "inwoner"})
    assert wrong.read_text(encoding="utf-8") == "naam,rol\nSanne,inwoner\n"


def test_names_are_added_below_what_stands_there(write: Write, tmp_path: Path) -> None:
    text = "# uitleg\nNaam;Gesprek;Rol\nPetra;r1;regisseur\n"
    path = write("n.csv", text.encode("cp1252"))
    append_names(path, [Name("", "Zoë", "kind", "z")])
    assert path.read_text(encoding="utf-8") == text + "Zoë;;kind\n"
    append_names(tmp_path / "nieuw.csv", [Name("r1", "Bakker, Jan", "arts", "b")])
    assert read_names(tmp_path / "nieuw.csv") == (Name("r1", "Bakker, Jan", "arts", "b"),)
