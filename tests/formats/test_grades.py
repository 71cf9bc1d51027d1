"""Reading zekerheid.yaml, and the file to begin with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kwalevaluatie.errors import TableError
from kwalevaluatie.formats.grades import grades_text, read_grades
from kwalevaluatie.model.grading import Grading, Rating

Write = Callable[[str, str], Path]
ROOT = Path(__file__).parents[2]
FINDING = "  - {doel: op-maat, perspectief: inwoner"


def read(write: Write, text: str) -> tuple[Grading, ...]:
    path = write("zekerheid.yaml", "bevindingen:\n" + text)
    return read_grades(path, ["op-maat", "werk"], ["inwoner", "professional"])


def test_what_people_filled_in_is_read(write: Write) -> None:
    text = (
        f"{FINDING}, samenhang: {{zorgen: lichte, reden: Niet ieder zegt het}},"
        " zekerheid: matig, reden: Te weinig mensen, door: AB}\n"
    )
    (found,) = read(write, text)
    assert found.ratings == {"samenhang": Rating("lichte", "Niet ieder zegt het")}
    assert (found.confidence, found.reason, found.by) == ("matig", "Te weinig mensen", "AB")


def test_the_file_to_begin_with_is_read_as_not_filled_in(write: Write) -> None:
    text = grades_text([("op-maat", "inwoner", ["n = 3"]), ("werk", "professional", [])])
    path = write("zekerheid.yaml", text)
    found = read_grades(path, ["op-maat", "werk"], ["inwoner", "professional"])
    assert [(one.goal, one.group, one.confidence) for one in found] == [
        ("op-maat", "inwoner", None), ("werk", "professional", None)
    ]  # fmt: skip
    assert {one.proposed for one in found} == {None}
    assert "# n = 3" in text


def test_the_example_in_the_document_can_be_read(write: Write) -> None:
    text = (ROOT / "docs/analyse.md").read_text(encoding="utf-8")
    example = text.split("```yaml\n")[1].split("```")[0]
    (found,) = read_grades(write("zekerheid.yaml", example), ["betaald-werk"], ["inwoner"])
    assert (found.proposed, found.confidence, found.by) == ("laag", "matig", "AB")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{FINDING}, samenhang: {{zorgen: lichte}}}}\n", "zonder reden"),
        (f"{FINDING}, samenhang: {{zorgen: enige, reden: x}}}}\n", "kan niet “enige” zijn"),
        (f"{FINDING}, samenhang: lichte}}\n", "sleutels met waarden"),
        (f"{FINDING}, zekerheid: hoog}}\n", "niet wie dat deed"),
        (f"{FINDING}, zekerheid: heel hoog, door: AB}}\n", "kan niet “heel hoog” zijn"),
        (f"{FINDING}}}\n{FINDING}}}\n", "staat er twee keer in"),
        ("  - {doel: opmaat, perspectief: inwoner}\n", "doel “opmaat” bestaat niet"),
        ("  - {doel: op-maat, perspectief: bewoner}\n", "perspectief “bewoner” bestaat niet"),
        ("  - {doel: op-maat}\n", "“perspectief” ontbreekt"),
        ("  - {doel: op-maat, groep: inwoner}\n", "onbekende sleutel “groep”"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(write: Write, text: str, message: str) -> None:
    with pytest.raises(TableError, match=message) as problem:
        read(write, text)
    assert "regel" in str(problem.value)
