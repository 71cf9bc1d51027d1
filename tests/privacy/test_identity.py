from __future__ import annotations

import pytest

from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.found import KnownName
from kwalevaluatie.privacy.identity import (
    Names,
    bare,
    in_project,
    is_full,
    parts,
    plain,
    said_in,
    who,
    without_title,
)

PETRA = KnownName("Petra Lomans", "regisseur")


def names(
    listed: dict[str, list[KnownName]],
    said: dict[str, str],
    seen: dict[str, list[KnownName]] | None = None,
    known: tuple[KnownName, ...] = (),
) -> dict[str, Names]:
    words = {
        id: said_in(Transcript.from_turns([("R", "respondent", text)], id=id))
        for id, text in said.items()
    }
    return in_project(listed, seen or {}, words, known)


@pytest.mark.parametrize(
    ("form", "full"),
    [
        ("Petra", False),
        ("Petra Lomans", True),
        ("Jan de Vries", True),
        ("de Vries", False),
        ("Van Loenen", False),
        ("mevrouw Bakker", False),
        ("mevrouw Anja Bakker", True),
        ("dhr. Bakker", False),
        ("Petra's", False),
    ],
)
def test_a_full_name_is_a_first_name_with_a_surname(form: str, full: bool) -> None:
    assert is_full(form) is full


@pytest.mark.parametrize(
    ("form", "role", "others"),
    [
        ("Petra Lomans", "regisseur", ["Petra", "Lomans"]),
        ("Sanne de Wit", "interviewer", ["Sanne", "de Wit", "Wit"]),
        ("Jan van den Berg", "kind", ["Jan", "van den Berg", "den Berg", "Berg"]),
        ("de Wit", "regisseur", ["Wit"]),
        ("mevrouw Bakker", "regisseur", ["Bakker"]),
        ("A. Bakker", "regisseur", ["Bakker"]),
        ("Petra", "regisseur", []),
        ("Banden Wiersloot", "werkgever", []),
    ],
)
def test_the_other_forms_of_a_name(form: str, role: str, others: list[str]) -> None:
    assert parts(KnownName(form, role)) == others


def test_two_spellings_of_one_name_are_the_same() -> None:
    assert plain("Zoe\u0308  DE  Wit") == plain("Zoë de Wit")
    assert [bare(form) for form in ("Petra's", "Hans’", "Hans")] == ["Petra", "Hans", "Hans"]
    assert without_title("Mevr. Bakker's") == "Bakker"
    assert without_title("mevrouw") == "mevrouw"


def test_who_is_meant() -> None:
    assert who(PETRA, "r01") == who(KnownName("petra  lomans", "regisseur"), "r02")
    assert who(KnownName("Petra", "regisseur"), "r01") != who(KnownName("Petra", "regisseur"), "r2")
    assert who(KnownName("Petra", "regisseur", "p1"), "r01") == "p1"
    assert who(KnownName("Mokveld", "werkgever"), "r01") == who(
        KnownName("Mokveld", "werkgever"), "x"
    )


def test_a_full_name_is_known_in_every_conversation_with_its_parts() -> None:
    made = names({"r01": [PETRA]}, {"r01": "Petra.", "r02": "Petra Lomans en Petra", "r03": "Ja."})
    key = ("regisseur", "petra lomans")
    assert made["r01"].bearers("Petra") == made["r01"].bearers("lomans") == (key,)
    assert made["r02"].bearers("Petra") == (key,)
    assert made["r02"].loose == frozenset()
    assert made["r03"].known == ()


def test_a_single_name_from_elsewhere_is_somebody_else_and_doubtful() -> None:
    made = names(
        {"r01": [KnownName("Petra", "regisseur")]}, {"r01": "Petra", "r02": "Petra's fiets"}
    )
    assert made["r01"].bearers("Petra") == (("regisseur", "petra (r01)"),)
    assert made["r02"].bearers("Petra") == (("regisseur", "petra (r02)"),)
    assert made["r02"].loose == {("regisseur", "petra (r02)")}
    assert made["r01"].loose == frozenset()


def test_a_single_name_with_several_roles_elsewhere_has_none_here() -> None:
    listed = {"r01": [KnownName("Noor", "kind")], "r02": [KnownName("Noor", "regisseur")]}
    made = names(listed, {"r01": "", "r02": "", "r03": "Noor"})
    assert made["r03"].bearers("Noor") == (("persoon", "noor (r03)"),)


def test_a_name_in_the_own_list_goes_before_that_of_others() -> None:
    listed = {"r01": [PETRA], "r02": [KnownName("Petra", "kind")]}
    made = names(listed, {"r01": "Petra", "r02": "Petra"})
    assert made["r02"].bearers("Petra") == (("kind", "petra (r02)"),)
    assert made["r02"].loose == frozenset()


def test_the_same_person_and_role_is_one_in_the_whole_project() -> None:
    listed = {
        "r01": [KnownName("Petra", "regisseur", "p1")],
        "r02": [KnownName("Lomans", "regisseur", "p1")],
        "r03": [KnownName("Petra", "kind", "p1")],
    }
    made = names(listed, {"r01": "", "r02": "", "r03": ""})
    assert made["r01"].bearers("Petra") == made["r02"].bearers("Lomans") == (("regisseur", "p1"),)
    assert made["r03"].bearers("Petra") == (("kind", "p1"),)


def test_a_full_name_without_a_person_is_the_person_with_that_name() -> None:
    listed = {"r01": [KnownName("Petra Lomans", "regisseur", "p1")], "r02": [PETRA]}
    made = names(listed, {"r01": "", "r02": ""})
    assert made["r02"].bearers("Petra Lomans") == (("regisseur", "p1"),)


def test_a_name_in_a_label_is_the_person_in_the_list() -> None:
    listed = {"r01": [KnownName("Anouk", "inwoner", "a")]}
    seen = {"r01": [KnownName("Anouk Vredeling", "respondent")]}
    made = names(listed, {"r01": ""}, seen)
    key = ("inwoner", "a")
    assert made["r01"].bearers("Anouk Vredeling") == made["r01"].bearers("Vredeling") == (key,)


def test_two_people_with_one_first_name_stay_two() -> None:
    listed = {"r01": [KnownName("Jan Bakker", "partner"), KnownName("Jan de Boer", "regisseur")]}
    made = names(listed, {"r01": ""})
    assert set(made["r01"].bearers("Jan")) == {
        ("partner", "jan bakker"), ("regisseur", "jan de boer")
    }  # fmt: skip


def test_a_surname_that_lost_its_prefix_is_not_looked_for_elsewhere() -> None:
    made = names(
        {"r01": [KnownName("Sanne de Wit", "regisseur")]}, {"r01": "", "r02": "Wit, Sanne"}
    )
    assert made["r02"].bearers("Wit") == ()
    assert made["r02"].bearers("Sanne") != ()


def test_a_place_is_not_looked_for_elsewhere() -> None:
    listed = {"r01": [KnownName("Utrecht", "plaats"), KnownName("Klein Hemmel", "plaats")]}
    made = names(listed, {"r01": "", "r02": "Utrecht en Klein Hemmel"})
    assert made["r01"].bearers("Utrecht") == (("plaats", "utrecht"),)
    assert made["r02"].known == ()


def test_people_of_the_key_are_known_again() -> None:
    known = (KnownName("Petra Lomans", "regisseur", "p1"), KnownName("Noor", "kind", "noor (r01)"))
    made = names({"r09": [PETRA]}, {"r09": "Petra Lomans en Noor"}, known=known)
    assert made["r09"].bearers("Petra Lomans") == (("regisseur", "p1"),)
    assert made["r09"].bearers("Noor") == (("kind", "noor (r09)"),)


def test_a_name_for_all_conversations_is_a_person_in_each() -> None:
    made = names({"": [KnownName("Petra", "regisseur")]}, {"r01": "Petra", "r02": "Petra"})
    assert made["r01"].bearers("Petra") == (("regisseur", "petra (r01)"),)
    assert made["r02"].bearers("Petra") == (("regisseur", "petra (r02)"),)
    assert made["r02"].loose == frozenset()
