from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from kwalevaluatie.errors import ProblemList, TableError
from kwalevaluatie.formats.choices import ChosenWords, read_choices, write_choices

Write = Callable[[str, str | bytes], Path]
HEAD = "gesprek;soort;tekst;pseudoniem;rol;persoon;vervang;zekerheid;aantal;zin\n"


def test_a_work_list_is_read(write: Write) -> None:
    path = write(
        "n.csv",
        HEAD + "r01;persoon;Petra;[regisseur-1];regisseur;p1;ja;0.99;2;met Petra\n"
        "r01;datum;3 mei;;datum;3 mei;nee;0.95;1;op 3 mei\n"
        "r02;persoon;Sanne;[a/b];regisseur/kind;s1/s2;ja;twijfel;1;Sanne\n"
        "r02;persoon;Jan;;persoon;jan;;0.99;1;Jan\n",
    )
    assert read_choices(path) == (
        ChosenWords("r01", "Petra", True, ("regisseur",), ("p1",), 2),
        ChosenWords("r01", "3 mei", False, ("datum",), ("3 mei",), 3),
        ChosenWords("r02", "Sanne", True, ("regisseur", "kind"), ("s1", "s2"), 4),
    )


def test_a_frame_is_read_too() -> None:
    table = pd.DataFrame({"gesprek": "r01", "tekst": ["Petra"], "rol": [None], "vervang": "Nee"})
    assert read_choices(table) == (ChosenWords("r01", "Petra", False),)


def test_every_row_that_cannot_be_right_is_told_with_its_line(write: Write) -> None:
    path = write(
        "n.csv",
        "gesprek,tekst,rol,persoon,vervang,kleur\n"
        "r01,Petra,regisseur,,misschien,\n"
        "r01,,regisseur,,ja,\n"
        "r9,Jan,partner,,ja,\n"
        "r01,Jan,partner,a/b,ja,\n",
    )
    with pytest.raises(ProblemList) as told:
        read_choices(path, ["r01", "r02"])
    message = str(told.value)
    assert "5 problemen" in message
    for said in (
        "onbekende kolom “kleur”", f"{path}, regel 2: “vervang” is “misschien”",
        f"{path}, regel 3: “tekst” is leeg", f"{path}, regel 4: gesprek “r9” is er niet",
        f"{path}, regel 5: “rol” noemt er 1 en “persoon” 2", "nog niets overgenomen",
    ):  # fmt: skip
        assert said in message


def test_a_list_without_the_columns_is_told(write: Write) -> None:
    with pytest.raises(TableError, match="kolom “vervang” ontbreekt"):
        read_choices(write("n.csv", "gesprek,tekst\nr01,Petra\n"))


def test_what_is_kept_is_read_as_it_was(tmp_path: Path) -> None:
    rows = (
        ChosenWords("r01", "Petra, de oudste", True, ("regisseur", "kind"), ("a", "b"), 2),
        ChosenWords("", "RSD", False, line=3),
    )
    write_choices(tmp_path / "k.csv", rows)
    assert read_choices(tmp_path / "k.csv") == rows
