"""How the check reads Dutch numbers, groups, shares, words for how many, and subjects."""

from __future__ import annotations

import pytest

from kwalevaluatie.checking.dutch_numbers import in_digits, number_words
from kwalevaluatie.checking.groups import group_class
from kwalevaluatie.checking.numbers import find_numbers
from kwalevaluatie.checking.quantifiers import quantifiers_in
from kwalevaluatie.checking.reading import Reading
from kwalevaluatie.checking.sentences import sentence_spans
from kwalevaluatie.checking.shares import shares_of
from kwalevaluatie.checking.subjects import overlap, stems
from kwalevaluatie.checking.tables import cell_number
from kwalevaluatie.formats.reports.text import from_text


@pytest.mark.parametrize(
    ("word", "value"),
    [("elf", 11), ("tweeëntwintig", 22), ("één", 1), ("honderdvijftig", 150), ("driehonderd", 300)],
)
def test_number_words(word: str, value: int) -> None:
    assert number_words()[word] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.724", 1724), ("7,2", 7.2), ("2.632.500,-", 2632500), ("265.614,50", 265614.5)],
)
def test_numbers_in_digits(text: str, value: float) -> None:
    assert in_digits(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("van de elf ouders zijn er 5 blij", [(11, "aantal"), (5, "aantal")]),
        ("42,5% van 1.724 huishoudens", [(42.5, "percentage"), (1724, "aantal")]),
        ("zij gaven € 1,4 miljoen uit in 2023", [(1_400_000, "bedrag"), (2023, "jaar")]),
        ("het cijfer is een 7,2", [(7.2, "cijfer")]),
        ("op 12-3-2024 en 4 mei 2023, in de periode 2019-2022", []),
        ("zie paragraaf 6.2, tabel 4 en bijlage 3 op pagina 19", []),
        ("artikel 2.3.5 van de wmo 2015, een kind van 12 jaar", []),
        ("een van de ouders", []),
    ],
)
def test_numbers_in_a_sentence(text: str, found: list[tuple[float, str]]) -> None:
    assert [(one.value, one.kind) for one in find_numbers(text)] == found


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("bijstandsgerechtigden", "mensen"),
        ("jeugdconsulenten", "professionals"),
        ("zorgaanbieders", "partners"),
        ("focusgroepen", "groepsgesprekken"),
        ("fietsen", None),
    ],
)
def test_groups(noun: str, name: str | None) -> None:
    assert group_class(noun) == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vijf van de elf geïnterviewde inwoners zijn blij.", [(5, 11)]),
        ("Van de 11 inwoners hebben er zes werk.", [(6, 11)]),
        ("Van de acht ouders hebben er drie werk en vijf van hen niet.", [(3, 8), (5, 8)]),
        ("Geen van de acht ouders heeft werk.", [(0, 8)]),
        ("Twee van de redenen zijn tijd en geld.", []),
    ],
)
def test_shares(text: str, found: list[tuple[int, int]]) -> None:
    shares = shares_of(Reading.of(from_text(text)).sentences)
    assert [(share.k, share.n) for share in shares] == found


@pytest.mark.parametrize(
    ("text", "fits", "not_fits"),
    [
        ("het overgrote deel", 80, 45),
        ("een meerderheid", 51, 49),
        ("ongeveer de helft", 46, 30),
        ("bijna de helft", 45, 60),
        ("vrijwel alle ouders", 95, 60),
        ("een klein deel", 20, 70),
    ],
)
def test_words_for_how_many(text: str, fits: float, not_fits: float) -> None:
    (word,) = quantifiers_in(text)
    assert word.fits(fits) and not word.fits(not_fits)


def test_subjects_are_known_in_other_forms() -> None:
    one, other = stems("de benadering vanuit vertrouwen"), stems("met vertrouwen benaderd")
    assert overlap(one, other) == 1


def test_abbreviations_end_no_sentence() -> None:
    text = "Dit geldt o.a. voor ouders, bijv. Anna. Zij zijn blij. In 2023 ook."
    assert len(list(sentence_spans(text))) == 3


@pytest.mark.parametrize(
    ("text", "value"), [("€ 1.200", 1200), ("38,5%", 38.5), ("-150", -150), ("n.v.t.", None)]
)
def test_cells(text: str, value: float | None) -> None:
    cell = cell_number(text)
    assert (cell.value if cell else None) == value
