"""Published figures in a table, with numbers as people type them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from kwalevaluatie.errors import ProblemList, TableError
from kwalevaluatie.formats.figure_text import figures_text, kept_name, kept_text
from kwalevaluatie.formats.figures import read_figures

Write = Callable[[str, str | bytes], Path]
HEAD = "id;item;formulering;eenheid;waarde;n;jaar;bron\n"


@pytest.mark.parametrize(
    ("typed", "share"), [("92", 0.92), ("92,5", 0.925), ("92.5", 0.925), ("92%", 0.92),
                         ("92,5 %", 0.925), ("0,9%", 0.009), ("0", 0.0)],
)  # fmt: skip
def test_a_share_as_people_type_it(typed: str, share: float, write: Write) -> None:
    text = HEAD + f"goed;Goed;Goed geholpen;aandeel;{typed};402;2024;KBO\n"
    (figure,) = read_figures(write("f.csv", text))
    assert figure.value == pytest.approx(share)
    assert (figure.n, figure.year, figure.source) == (402, 2024, "KBO")


def test_a_count_with_a_point_and_a_mean_with_a_comma(write: Write) -> None:
    rows = "Huishoudens;aantal;1.724;;2022;\nCijfer;rapportcijfer;7,2;1.040;2022;1,1\n"
    text = "item;eenheid;waarde;n;jaar;sd\n" + rows
    count, mean = read_figures(write("f.csv", text))
    assert (count.value, count.n) == (1724, None)
    assert (mean.value, mean.n, mean.sd) == (7.2, 1040, 1.1)


def test_names_as_people_write_them(write: Write) -> None:
    text = (
        "Item,Vraag,Schaal,Top box,N.v.t.,Gemiddelde,Eenheid,Jaar,Groep,Wijze,Toelichting\n"
        'Snel,Ging het snel?,1-5,"Eens, Helemaal eens",12,"4,1",gemiddelde,2024,inwoner,post,p. 3\n'
    )
    (figure,) = read_figures(write("f.csv", text))
    assert (figure.id, figure.item, figure.wording) == ("snel", "Snel", "Ging het snel?")
    assert (figure.top, figure.na, figure.value) == (("Eens", "Helemaal eens"), 12, 4.1)
    assert (figure.group, figure.mode, figure.scale) == ("inwoner", "post", "1-5")


def test_a_top_box_may_be_the_share_itself(write: Write) -> None:
    (figure,) = read_figures(write("f.csv", "item;topbox;jaar\nSnel geholpen;82%;2024\n"))
    assert (figure.id, figure.unit, figure.value) == ("snel-geholpen", "aandeel", 0.82)


def test_a_percentage_in_excel_is_a_percentage(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["item", "eenheid", "waarde", "n", "jaar"])
    sheet.append(["Goed", "aandeel", 0.925, 402, 2024])
    sheet.append(["Cijfer", "rapportcijfer", 7.25, 402.0, 2024])
    sheet["C2"].number_format = "0.0%"
    book.save(tmp_path / "f.xlsx")
    share, mark = read_figures(tmp_path / "f.xlsx")
    assert (share.value, share.n) == (0.925, 402)
    assert mark.value == 7.25


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("goed;Goed;G;aandeel;0,92;402;2024;KBO", "“waarde” is 0,92: is dat een fractie"),
        ("goed;Goed;G;aandeel;veel;402;2024;KBO", "“waarde” moet een getal zijn, niet “veel”"),
        ("goed;Goed;G;aandeel;92;±400;2024;KBO", "“n” moet een geheel getal zijn, niet “±400”"),
        ("goed;Goed;G;aandeel;120%;402;2024;KBO", "120,0 ligt buiten 0-100"),
        ("goed;Goed;G;rapportcijfer;92%;402;2024;KBO", "“waarde” is “92%”, maar de eenheid is"),
        ("goed;Goed;G;procenten;92;402;2024;KBO", "“eenheid” kan niet “procenten” zijn"),
        ("goed;Goed;G;;92;402;2024;KBO", "“eenheid” ontbreekt"),
        ("goed;Goed;G;aandeel;;402;2024;KBO", "“waarde” ontbreekt bij “goed”"),
        ("goed;Goed;G;aandeel;92;402;;KBO", "“jaar” ontbreekt"),
    ],
)
def test_a_wrong_row_is_told_with_its_number(row: str, what: str, write: Write) -> None:
    path = write("f.csv", HEAD + "eerst;E;E;aandeel;50;10;2024;KBO\n" + row + "\n")
    with pytest.raises(ProblemList) as caught:
        read_figures(path)
    (problem,) = caught.value.problems
    assert what in problem.what
    assert problem.where.line == 3
    assert problem.todo


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ("item;waarede;jaar", "onbekende kolom “waarede”"),
        ("item;n;n;jaar", "kolom “n” staat er twee keer in"),
        ("waarde;jaar", "kolom “item” ontbreekt"),
    ],
)
def test_a_wrong_heading_is_told(head: str, what: str, write: Write) -> None:
    with pytest.raises(TableError, match=what):
        read_figures(write("f.csv", head + "\n1;2;3;4\n"))


def test_a_row_that_is_there_twice_is_told(write: Write) -> None:
    row = "goed;Goed;G;aandeel;92;402;2024;KBO\n"
    with pytest.raises(ProblemList, match="staat er twee keer in"):
        read_figures(write("f.csv", HEAD + row + row))


def test_a_table_is_kept_as_yaml_that_says_the_same(write: Write, tmp_path: Path) -> None:
    text = (
        "id;item;formulering;eenheid;waarde;n;jaar;bron;schaal;topbox;nvt;sd;groep;wijze;"
        "uitgenodigd;ondervraagden;populatie;n_effectief;decimalen\n"
        "a;A;Vraag: goed?;aandeel;70,7317;41;2022;KBO;1-5;Eens;3;;inwoner;post;60;41;60;38,5;1\n"
        "b;B;B;rapportcijfer;7,195;41;2022;KBO;;;;0,81;;;;;;;\nc;C;C;aandachtspunt;;;2022;KBO\n"
    )
    path = write("f.csv", text)
    figures = read_figures(path)
    kept = tmp_path / kept_name(path)
    kept.write_text(kept_text(path, figures), encoding="utf-8")
    assert kept.name == "f.yaml"
    assert read_figures(kept) == figures


def test_yaml_is_kept_as_it_was_written(write: Write) -> None:
    item = "  - {id: a, item: A, formulering: A, eenheid: aandachtspunt}\n"
    text = f"# eigen woorden\njaar: 2024\ncijfers:\n{item}"
    path = write("f.yaml", text)
    assert kept_text(path, read_figures(path)) == text
    assert kept_name(path) == "f.yaml"


def test_a_share_is_written_as_a_percentage(write: Write) -> None:
    (figure,) = read_figures(write("f.csv", HEAD + "a;A;A;aandeel;50;10;2024;KBO\n"))
    assert "waarde: 50\n" in figures_text([figure])
