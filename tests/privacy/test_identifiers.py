from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.cases import cases

from kwalevaluatie.privacy.finding.checksums import is_bsn, is_iban
from kwalevaluatie.privacy.identifiers import KINDS, Identifier, KnownName, find_identifiers

NAMES = [
    KnownName("Fatima", "regisseur", "fatima"),
    KnownName("Fatima el Idrissi", "regisseur", "fatima"),
    KnownName("Jan", "partner"),
    KnownName("Jan de Vries", "buurman"),
    KnownName("Zoë", "kind"),
    KnownName("Wijnsbergen", "arts"),
]


def named(text: str, names: list[KnownName] = NAMES) -> list[tuple[str, str]]:
    return [(one.bearers[0][0], one.text) for one in find_identifiers(text, names)]


@pytest.mark.parametrize("case", cases("identifiers"))
def test_case(case: dict[str, Any]) -> None:
    assert [[one.kind, one.text] for one in find_identifiers(case["text"])] == case["found"]


def test_the_eleven_test() -> None:
    passing = ["111222333", "123456782", "1112.22.333"]
    failing = ["111222334", "000000000", "12345678", "1234567820", ""]
    assert [is_bsn(digits) for digits in passing] == [True] * 3
    assert [is_bsn(digits) for digits in failing] == [False] * 5


@given(st.integers(10_000_000, 99_999_999))
def test_one_digit_wrong_fails_the_eleven_test(eight: int) -> None:
    passing = [last for last in range(10) if is_bsn(f"{eight}{last}")]
    assert len(passing) <= 1
    for last in passing:
        wrong = f"{(eight + 1) if eight % 10 < 9 else (eight - 1)}{last}"
        assert not is_bsn(wrong)


@given(st.integers(0, 9_999_999_999))
def test_exactly_one_pair_of_check_digits_passes_the_97_test(account: int) -> None:
    passing = [f"NL{check:02}ABNA{account:010}" for check in range(2, 99)]
    assert sum(map(is_iban, passing)) == 1


def test_published_ibans_pass_in_any_spelling() -> None:
    published = ["NL91ABNA0417164300", "nl91 abna 0417 1643 00", "BE68.5390.0754.7034"]
    assert all(map(is_iban, published))
    assert not is_iban("NL91ABNA0417164301")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dat zei Fatima.", [("regisseur", "Fatima")]),
        ("Fatima's bureau", [("regisseur", "Fatima's")]),
        ("Fatima’s bureau", [("regisseur", "Fatima’s")]),
        ("Fatimas bureau", [("regisseur", "Fatimas")]),
        ("FATIMA!", [("regisseur", "FATIMA")]),
        ("Jan's fiets, Jans fiets", [("partner", "Jan's"), ("partner", "Jans")]),
        ("Jan-Willem en Jan", [("persoon", "Jan-Willem"), ("partner", "Jan")]),
        ("januari en Janny", [("persoon", "Janny")]),
        ("Zoë, zei ze", [("kind", "Zoë")]),
        ("gesprek_Jan_2024.docx", [("partner", "Jan")]),
        ("wijnsbergen zei het", [("arts", "wijnsbergen")]),
        ("fatima el idrissi", [("regisseur", "fatima el idrissi")]),
        ("Fatima  el-Idrissi", [("regisseur", "Fatima  el-Idrissi")]),
        ("Fatima el\nIdrissi", [("regisseur", "Fatima el\nIdrissi")]),
    ],
)
def test_names_as_people_say_and_write_them(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


def test_a_short_name_in_lower_case() -> None:
    assert named("dat zei fatima") == [("regisseur", "fatima")]


def test_a_name_listed_in_lower_case_is_found_with_a_capital() -> None:
    assert named("Roos en een roos", [KnownName("roos", "kind")]) == [("kind", "Roos")]


def test_a_name_listed_with_a_loose_accent_is_found() -> None:
    assert named("Zoë", [KnownName("Zoe\u0308", "kind")]) == [("kind", "Zoë")]


def test_the_longest_name_wins() -> None:
    assert named("Jan de Vries en Jan") == [("buurman", "Jan de Vries"), ("partner", "Jan")]


def test_names_that_run_into_each_other_go_together() -> None:
    overlapping = [KnownName("Anna van", "kind"), KnownName("van den Berg", "arts")]
    assert named("Anna van den Berg, Anna van Dam", overlapping) == [
        ("kind", "Anna van den Berg"), ("kind", "Anna van Dam")
    ]  # fmt: skip
    assert named("Zoë's_jan@voorbeeld.nl") == [("e-mail", "Zoë's_jan@voorbeeld.nl")]


def test_a_name_within_an_address_goes_with_it() -> None:
    assert named("Jan@voorbeeld.nl en www.voorbeeld.nl/Jan") == [
        ("e-mail", "Jan@voorbeeld.nl"), ("url", "www.voorbeeld.nl/Jan")
    ]  # fmt: skip


def test_a_name_with_two_bearers_names_both() -> None:
    both = [KnownName("Sanne", "regisseur", "s1"), KnownName("Sanne", "kind", "s2")]
    (one,) = find_identifiers("Sanne was er", both)
    assert one.bearers == (("regisseur", "s1"), ("kind", "s2"))
    (same,) = find_identifiers("Sanne was er", [both[0], both[0]])
    assert same.bearers == (("regisseur", "s1"),)


def test_a_possessive_that_may_be_another_name_names_both() -> None:
    (one,) = find_identifiers(
        "Dat is Hans", [KnownName("Han", "kind"), KnownName("Hans", "partner")]
    )
    assert set(one.bearers) == {("kind", "han"), ("partner", "hans")}


SAID = (
    "Jan Jans Fatima Fatima_el_Idrissi de Vries Zoë's januari 06-12345678 111222333 "
    "NL91ABNA0417164300 4331_AB jan@voorbeeld.nl € 2024 👩‍👧 ."
)
words = st.sampled_from([word.replace("_", " ") for word in SAID.split()])


@given(st.lists(words, max_size=12), st.sampled_from([" ", "", "-", ", "]))
def test_what_is_found_is_in_order_apart_and_as_it_stands(said: list[str], glue: str) -> None:
    text = glue.join(said)
    found = find_identifiers(text, NAMES)
    assert all(text[one.start : one.stop] == one.text for one in found)
    assert all(one.text and one.bearers for one in found)
    for one, following in pairwise(found):
        assert one.stop <= following.start


def test_an_identifier_knows_who_it_may_mean() -> None:
    (one,) = find_identifiers("Jan", NAMES)
    assert one == Identifier(0, 3, "persoon", "Jan", one.certainty, (("partner", "jan"),))
    assert one.direct and 0.5 < one.certainty <= 1


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("Ik ben geboren op 3 mei 1980.", True),
        ("Op 3 mei 2024 begon het.", False),
        ("Zij kwam uit Utrecht.", False),
        ("Ik woon in Austerlitz.", True),
        ("Bij het UWV zeiden ze dat.", False),
        ("Ik werkte bij Bakkerij Van Essen.", True),
        ("Mijn zoon is veertien jaar.", False),
    ],
)
def test_what_points_at_somebody_by_itself(text: str, direct: bool) -> None:
    assert [one.direct for one in find_identifiers(text)] == [direct]


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("dat zei wil, zij wil dat", ["Wil"], ["wil"]),
        ("wil je dat roos het doet", ["Wil", "Roos"], ["roos"]),
        ("een roos voor roos", ["Roos"], ["roos"]),
        ("mevrouw de wit belde", ["Anna de Wit"], ["mevrouw de wit"]),
        ("het was een witte jas", ["Anna de Wit"], []),
        ("Sannetje kwam", ["Sanne"], ["Sannetje"]),
        ("Marijcke zei dat", ["Marijke"], ["Marijcke"]),
        ("yildiz belde", ["Ahmed Yıldız"], ["yildiz"]),
        ("Meneer El Idrissi", ["Fatima el Idrissi"], ["Meneer El Idrissi"]),
        ("dat is van bakker en visser", ["Piet Bakker", "K. Visser"], ["bakker", "visser"]),
        ("ik ga naar de bakker", ["Piet Bakker"], []),
    ],
)
def test_known_names_that_are_words_too(text: str, names: list[str], found: list[str]) -> None:
    assert [one.text for one in find_identifiers(text, names)] == found


@given(st.text())
def test_any_text_at_all_can_be_searched(text: str) -> None:
    for one in find_identifiers(text, ["Jan de Vries"]):
        assert text[one.start : one.stop] == one.text and one.kind in KINDS


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Petra Bosman", ("regisseur", "p1")),
        ("Petra", ("regisseur", "p1")),
        ("P. Bosman", ("regisseur", "p1")),
        ("mevrouw Bosman", ("regisseur", "p1")),
        ("Petra Veenstra", ("persoon", "petra veenstra")),
        ("Joris Hamer", ("kind", "joris")),
    ],
)
def test_a_longer_name_is_of_another_person(text: str, who: tuple[str, str]) -> None:
    names = (KnownName("Petra Bosman", "regisseur", "p1"), KnownName("Joris", "kind"))
    assert find_identifiers(f"Dat zei {text}.", names)[0].bearers == (who,)


@pytest.mark.parametrize("word", ["a b c d", "Aa Bb", "J.", "zes,", "Van De", "1", "nul zes", "x@"])
def test_a_long_row_of_anything_is_searched(word: str) -> None:
    find_identifiers(f"{word} " * 3000, ["Jan de Vries"])
