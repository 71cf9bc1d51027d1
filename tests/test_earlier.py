"""The goal counts in the register of numbers of an earlier report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kwalevaluatie.analysis.years import Counted
from kwalevaluatie.earlier import pairs_of_figures, read_counted
from kwalevaluatie.errors import TableError
from kwalevaluatie.model import BoundNumber, Figure
from kwalevaluatie.report.register import Register

Write = Callable[[str, str], Path]
HEAD = "id,k,n,waarde,eenheid,doel,thema,groep,bron,status,tekst\n"
ROW = "doel/werk/inwoner/positief,5,11,5,inwoner,werk,,inwoner,gesprekken,vastgesteld,vijf\n"


def test_a_number_that_was_printed_twice_is_one_count(write: Write) -> None:
    again = ROW.replace("positief,", "positief~2,", 1)
    path = write("cijfers.csv", HEAD + ROW + again)
    assert read_counted(path) == [Counted("werk", "inwoner", "positief", 5, 11, "", True)]


def test_other_numbers_and_narrower_counts_are_passed_over(write: Write) -> None:
    narrow = ROW.replace("positief,", "positief@premie=ja,", 1)
    theme = "thema/toon/inwoner,3,11,3,inwoner,,toon,inwoner,gesprekken,vastgesteld,drie\n"
    figure = "kbo/x/2024,,402,0.9,aandeel,,,inwoner,KBO,gepubliceerd,90%\n"
    assert len(read_counted(write("cijfers.csv", HEAD + narrow + theme + figure + ROW))) == 1


def test_a_long_id_that_was_cut_is_still_known(write: Write) -> None:
    goal = "ondersteuning-die-past-bij-wat-iemand-zelf-belangrijk-vindt"
    number = BoundNumber(
        f"doel/{goal}/inwoner/niet_te_bepalen", 2, "respondent", "gesprekken", "voorlopig", 2, 9,
        {"goal": goal, "group": "inwoner"},
    )  # fmt: skip
    register = Register()
    register.count(number)
    values = [str(value) for value in register.rows()[0].values()]
    assert "#" in values[0]
    found = read_counted(write("cijfers.csv", HEAD + ",".join(values) + "\n"))
    assert found == [Counted(goal, "inwoner", "niet te bepalen", 2, 9, "", False)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", "kolom “id” ontbreekt"),
        (HEAD + ROW.replace(",5,11,", ",vijf,11,"), "“k” is geen geheel getal"),
        (
            HEAD + "opzet/inwoner,20,20,20,inwoner,,,inwoner,register,vastgesteld,20\n",
            "geen telling",
        ),
    ],
)
def test_what_is_no_register_is_refused(write: Write, text: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read_counted(write("cijfers.csv", text))


def figure(id: str, year: int, group: str = "inwoner") -> Figure:
    return Figure(id, id, f"{id}?", year, "aandeel", 0.5, "Enquête", group=group)


def test_the_last_figure_is_laid_beside_the_last_of_an_earlier_year() -> None:
    now = [figure("hulp", 2024), figure("hulp", 2021), figure("geld", 2024), figure("tijd", 2022)]
    then = [figure("hulp", 2022), figure("hulp", 2020), figure("tijd", 2022),
            figure("geld", 2020, "cliënt")]  # fmt: skip
    found = [(one.id, one.year, other.year) for one, other in pairs_of_figures(now, then)]
    assert found == [("hulp", 2022, 2024)]
