from __future__ import annotations

from dataclasses import replace

import pytest

from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.speakers import names_in_sight


def talk(label: str = "R", role: str = "respondent", id: str = "r01", **header: str) -> Transcript:
    made = Transcript.from_turns([(label, role, "Ja.")], id=id)
    return replace(made, metadata=header)


def seen(transcript: Transcript) -> list[tuple[str, str]]:
    return [(name.form, name.role) for name in names_in_sight(transcript)]


@pytest.mark.parametrize(
    ("label", "role", "found"),
    [
        ("Sanne de Wit", "interviewer", [("Sanne de Wit", "interviewer")]),
        ("Anouk", "respondent", [("Anouk", "respondent")]),
        ("Mevrouw Bakker", "respondent", [("Bakker", "respondent")]),
        ("Marloes (regisseur)", "respondent", [("Marloes", "respondent")]),
        ("Petra Lomans | RSD Veldermeer", "respondent", [("Petra Lomans", "respondent")]),
        ("Interviewer Mo", "interviewer", []),
        ("Interviewer Sanne", "interviewer", [("Sanne", "interviewer")]),
        ("Marijke", "onbekend", [("Marijke", "spreker")]),
        ("Jean-Pierre", "respondent", [("Jean-Pierre", "respondent")]),
        ("I", "interviewer", []),
        ("R1", "respondent", []),
        ("Spreker 2", "onbekend", []),
        ("Netwerkpartner", "respondent", []),
        ("Jobhunter", "respondent", []),
        ("vrouw, 54 jaar", "respondent", []),
        ("?", "onbekend", []),
    ],
)
def test_names_in_a_label(label: str, role: str, found: list[tuple[str, str]]) -> None:
    assert seen(talk(label, role)) == found


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("interviewer", "Sanne de Wit", [("Sanne de Wit", "interviewer")]),
        ("interviewer", "Sanne de Wit en Mo Benali", [
            ("Sanne de Wit", "interviewer"), ("Mo Benali", "interviewer")]),
        ("respondent", "Anouk Vredeling (inwoner)", [("Anouk Vredeling", "respondent")]),
        ("geïnterviewde", "mevrouw Vredeling", [("Vredeling", "respondent")]),
        ("deelnemers", "Ruben Aalders; Nurcan Kaya / Bart", [
            ("Ruben Aalders", "respondent"), ("Nurcan Kaya", "respondent"),
            ("Bart", "respondent")]),
        ("aanwezig", "Petra Lomans", [("Petra Lomans", "respondent")]),
        ("naam", "Anouk Vredeling", [("Anouk Vredeling", "respondent")]),
        ("gesprek met", "Anouk Vredeling", [("Anouk Vredeling", "respondent")]),
        ("notulist", "Joost Bakker", [("Joost Bakker", "notulist")]),
        ("interviewer", "onbekend", []),
        ("interviewer", "I", []),
        ("wijze", "Microsoft Teams", []),
        ("organisatie", "Stichting De Brink", []),
        ("datum", "3 mei 2025", []),
        ("kop", "Evaluatie Participatiewet Veldermeer", []),
    ],
)  # fmt: skip
def test_names_in_the_header(key: str, value: str, found: list[tuple[str, str]]) -> None:
    assert seen(talk(**{key: value})) == found


def test_names_in_free_lines_and_in_the_name_of_the_file() -> None:
    assert ("Anouk Vredeling", "respondent") in seen(talk(kop="Gesprek met Anouk Vredeling"))
    assert ("Anouk Vredeling", "respondent") in seen(talk(id="gesprek_Anouk_Vredeling_2024"))
    assert ("Jan de Vries", "respondent") in seen(talk(id="2024-05-03 Jan de Vries"))


@pytest.mark.parametrize(
    "id", ["r01", "Gesprek één (kopie)", "2024-jan-03", "groep-2024-noord", "uitstroompremie 3"]
)
def test_the_name_of_a_file_need_hold_no_name(id: str) -> None:
    assert seen(talk(id=id)) == []


def test_a_name_seen_twice_is_one() -> None:
    transcript = replace(
        talk("Sanne de Wit", "interviewer"), metadata={"interviewer": "Sanne de Wit"}
    )
    assert seen(transcript) == [("Sanne de Wit", "interviewer")]
