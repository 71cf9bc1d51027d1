"""evaluatie.yaml and rapportplan.yaml: read, checked, and told when they cannot be right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.small import CODEBOOK

from kwalevaluatie.errors import Place, TableError
from kwalevaluatie.formats.codebooks import read_codebook
from kwalevaluatie.formats.settings import read_plan, read_settings, settings_text
from kwalevaluatie.model import Codebook, Respondent

Write = Callable[[str, str | bytes], Path]
PEOPLE = (Respondent("r1", "inwoner", "r1", attributes={"premie": "ja"}),)
TALLY = "tellingen:\n  geholpen:\n    - perspectief: inwoner\n      "


@pytest.fixture
def book(write: Write) -> Codebook:
    return read_codebook(write("klein.yaml", CODEBOOK))


@pytest.mark.parametrize("title", ["Gewoon", "Met 'haakjes' en: dubbele punt", "# 2024", "é: [x"])
def test_new_settings_read_back(title: str, write: Write) -> None:
    settings = read_settings(write("e.yaml", settings_text(title, "RSD", ("a", "b.yaml"))))
    assert (settings.title, settings.organisation) == (title, "RSD")
    assert settings.codebooks == ("a", "b.yaml")


@pytest.mark.parametrize(("word", "value"), [("ja", True), ("nee", False), ("true", True)])
def test_yes_and_no_may_be_dutch(word: str, value: bool, write: Write) -> None:
    assert read_settings(write("e.yaml", f"titel: T\nsynthetisch: {word}\n")).synthetic is value


@pytest.mark.parametrize(
    ("text", "line", "what", "todo"),
    [
        ("titl: x\n", 1, "onbekende sleutel “titl”", "“titel”"),
        ("titel: x\ncodeboek: [a]\n", 2, "onbekende sleutel “codeboek”", "“codeboeken”"),
        ("titel: [\n", 2, "geen geldige YAML", ""),
        ("organisatie: x\n", 1, "“titel” ontbreekt", ""),
        ("titel: 2024\n", 1, "“titel” moet tekst zijn", ""),
        ("titel: x\ncodeboeken: klein.yaml\n", 2, "“codeboeken” moet een lijst zijn", ""),
        ("titel: x\neenheden: [a]\n", 2, "“eenheden” moet uit sleutels", ""),
        ("titel: x\nsynthetisch: misschien\n", 2, "“synthetisch” moet true", ""),
    ],
)
def test_wrong_settings_are_told_with_their_line(
    text: str, line: int, what: str, todo: str, write: Write
) -> None:
    path = write("evaluatie.yaml", text)
    with pytest.raises(TableError, match=what) as caught:
        read_settings(path)
    assert caught.value.where == Place(path, line)
    assert todo in caught.value.todo
    assert caught.value.todo


@pytest.mark.parametrize(
    ("text", "line", "what", "todo"),
    [
        ("hoofdstuken: []\n", 1, "onbekende sleutel “hoofdstuken”", "“hoofdstukken”"),
        ("hoofdstukken:\n  - titel: X\n    doelen: [gehopen]\n", 3, "“gehopen”", "“geholpen”"),
        ("hoofdstukken:\n  - titel: X\n    doelen: []\n", 2, "“X” heeft geen doelen", ""),
        ("hoofdstukken: [los]\n", 1, "hier horen sleutels met waarden", ""),
        ("tellingen:\n  gehopen: []\n", 2, "onbekende sleutel “gehopen”", "“geholpen”"),
        ("tellingen: [a]\n", 1, "hier horen sleutels met waarden", ""),
        (TALLY + "themas: [hlp]\n", 3, "“hlp” staat niet in de codeboeken", "“hulp”"),
        (TALLY + "kenmerk: premei\n", 3, "“premei” staat niet in het register", "“premie”"),
        (
            TALLY + "kenmerk: premie\n      alleen: {premei: ja}\n",
            3, "“premei” staat niet in het register", "“premie”",
        ),
        (
            TALLY + "themas: [hulp]\n      onder_doel: gehopen\n",
            3, "“gehopen” staat niet in de codeboeken", "“geholpen”",
        ),
        (TALLY + "waardering: positief\n", 3, "niet wat er geteld wordt", "kenmerk"),
        (TALLY + "terugkerend: hulp\n      vanaf: nul\n", 5, "“vanaf” moet een geheel getal", ""),
        (TALLY + "genoemd_aantal: hulp\n      eenheid: [a]\n", 3, "“eenheid” heeft een", "[cont"),
        ("citaten_per_perspectief: veel\n", 1, "kan niet “veel” zijn", "geheel getal"),
        ("citaten_per_perspectief: -1\n", 1, "kan niet “-1” zijn", "geheel getal"),
        ("citaten_per_perspectief: true\n", 1, "kan niet “True” zijn", "geheel getal"),
    ],
)  # fmt: skip
def test_a_wrong_plan_is_told_with_its_line(
    text: str, line: int, what: str, todo: str, write: Write, book: Codebook
) -> None:
    path = write("rapportplan.yaml", text)
    with pytest.raises(TableError, match=what) as caught:
        read_plan(path, book, PEOPLE)
    assert caught.value.where == Place(path, line)
    assert todo in caught.value.todo
    assert caught.value.todo


def test_a_plan_is_read_whole(write: Write, book: Codebook) -> None:
    text = (
        "hoofdstukken:\n  - titel: X\n    doelen: [geholpen]\n    inleiding: Eerst dit.\n"
        "opzet:\n  - perspectief: inwoner\n    kenmerk: leidraad\n    alleen: {bruikbaar: ja}\n"
        + TALLY + "themas: [hulp]\n"
    )  # fmt: skip
    plan = read_plan(write("p.yaml", text), book, PEOPLE)
    assert [(chapter.title, chapter.goals) for chapter in plan.chapters] == [("X", ("geholpen",))]
    assert (plan.setup[0].attribute, plan.setup[0].where) == ("guide", {"usable": "ja"})
    assert plan.tallies["geholpen"][0].themes == ("hulp",)
    assert plan.quotes == 3


def test_a_tally_of_people_who_are_not_there_is_left_out_and_told(
    write: Write, book: Codebook
) -> None:
    path = write("p.yaml", TALLY.replace("inwoner", "inwonr") + "themas: [hulp]\n")
    with pytest.warns(UserWarning, match="regel 3: perspectief “inwonr” komt .* niet voor"):
        plan = read_plan(path, book, PEOPLE)
    assert plan.tallies == {"geholpen": ()}


def test_before_there_is_a_register_a_plan_is_taken_as_it_is(write: Write, book: Codebook) -> None:
    plan = read_plan(write("p.yaml", TALLY + "kenmerk: premie\n"), book)
    assert plan.tallies["geholpen"][0].attribute == "premie"
