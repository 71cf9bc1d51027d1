"""The pure steps on their own: characters, time codes, labels, people, header, roles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.write_formats import short_stamp, stamp

from kwalevaluatie.formats.transcripts.cleaning import plain, squeeze
from kwalevaluatie.formats.transcripts.header import read_header
from kwalevaluatie.formats.transcripts.lines import Line, Piece, paragraph_lines
from kwalevaluatie.formats.transcripts.openings import is_name, opening, tidy
from kwalevaluatie.formats.transcripts.people import (
    Person,
    is_person,
    looks_like_people,
    people_in,
)
from kwalevaluatie.formats.transcripts.roles import stated_role
from kwalevaluatie.formats.transcripts.timecodes import seconds_in, split_leading_time
from kwalevaluatie.formats.transcripts.words import base, fold


@given(st.text())
def test_plain_is_stable(text: str) -> None:
    once = squeeze(plain(text))
    assert squeeze(plain(once)) == once


@given(st.floats(0, 86_000))
def test_time_codes_come_back(seconds: float) -> None:
    assert seconds_in(stamp(seconds)) == pytest.approx(seconds, abs=0.001)
    assert seconds_in(f"[{short_stamp(seconds)}]") == int(seconds)


@pytest.mark.parametrize(
    ("text", "seconds", "rest"),
    [
        ("[00:01:23] Ja", 83, "Ja"),
        ("(0:03) Ja", 3, "Ja"),
        ("00:01:23,500 --> 00:01:25,000 Ja", 83.5, "Ja"),
        ("#00:01:23-4# Ja", 83, "Ja"),
        ("{1:02:03} - Ja", 3723, "Ja"),
        ("10:30 was te vroeg", None, "10:30 was te vroeg"),
        ("[lacht] Ja", None, "[lacht] Ja"),
    ],
)
def test_leading_times(text: str, seconds: float | None, rest: str) -> None:
    assert split_leading_time(text) == (seconds, rest)


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("I: ja", "I", "ja"),
        ("Int.: ja", "Int", "ja"),
        ("Sanne de Wit : ja", "Sanne de Wit", "ja"),
        ("Deelnemer 1 (0:03): ja", "Deelnemer 1", "ja"),
        ("R:", "R", ""),
    ],
)
def test_openings(text: str, label: str, rest: str) -> None:
    found = opening(Line(text))
    assert found and (found.label, found.rest) == (label, rest)


@pytest.mark.parametrize(
    "text",
    ["10:30 uur was te vroeg.", "http://voorbeeld.nl en zo", "een heel lang verhaal dus: ja"],
)
def test_no_openings(text: str) -> None:
    assert opening(Line(text)) is None


@pytest.mark.parametrize(
    ("label", "yes"),
    [
        ("Sanne", True), ("Sanne de Wit", True), ("Wit, Sanne de", True), ("De Wit", True),
        ("S.d.W.", True), ("Jan-Willem 't Hart", True), ("R07", True), ("Ben", True),
        ("Kortom", False), ("Ik zei", False), ("En toen", False), ("sanne", False),
        ("Datum", False), ("Toen zei ik", False), ("Gesprek met Ria", False), ("De", False),
    ],
)  # fmt: skip
def test_names(label: str, yes: bool) -> None:
    assert is_name(label) is yes


def test_labels_are_tidied() -> None:
    assert tidy(" Ria  Versluis (Gast): ") == "Ria Versluis"
    assert fold("S. de Wit.") == fold("s de wit")
    assert [base(label) for label in ("Deelnemer 3", "R2b", "SPEAKER_00", "Interviewer (Mo)")] == [
        "deelnemer", "r", "speaker", "interviewer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Ria Versluis", True), ("R07", True), ("vrouw, 54 jaar", True), ("inwoner 7", True),
        ("Ria V.", True), ("Sanne de Wit en Mo Benali", True), ("Mo (gespreksleider), Els", True),
        ("Nou, eh, dat ging wel", False), ("Ja", False), ("Hoe gaat het?", False),
        ("Duiven, denk ik", False), ("Vroeger wel", False), ("Dat weet Ria.", False), ("", False),
    ],
)  # fmt: skip
def test_people_or_speech(text: str, yes: bool) -> None:
    assert (bool(text) and looks_like_people(text)) or not yes
    assert not (text and looks_like_people(text) and not yes)


@pytest.mark.parametrize(
    ("label", "yes"),
    [
        ("Sanne de Wit", True), ("sanne", True), ("De Wit", True), ("Wit", True), ("SdW", True),
        ("S.W.", True), ("S", True), ("R", False), ("Sanna", False), ("de", False), ("s", False),
    ],
)  # fmt: skip
def test_is_person(label: str, yes: bool) -> None:
    assert is_person(label, Person("Sanne de Wit", "interviewer")) is yes


def test_people_of_a_header() -> None:
    metadata = {"interviewer": "Sanne de Wit & Mo", "deelnemers": "Els (moderator), Jan en vrouw"}
    assert people_in(metadata) == (
        Person("Sanne de Wit", "interviewer"),
        Person("Mo", "interviewer"),
        Person("Els", "interviewer"),
        Person("Jan", "respondent"),
    )


def test_a_key_that_comes_twice_keeps_both() -> None:
    assert read_header([Line("Datum: 1-1-2025"), Line("Datum: 2-1-2025")]) == {
        "datum": "1-1-2025; 2-1-2025"
    }


@pytest.mark.parametrize(
    ("label", "others", "role"),
    [
        ("V", {"v", "a"}, "interviewer"),
        ("V", {"v", "i", "a"}, None),
        ("A", {"a", "r"}, None),
        ("P1", {"p", "i"}, "respondent"),
        ("Medewerker gemeente", {"medewerker gemeente"}, "respondent"),
        ("Onbekende spreker", {"onbekende spreker"}, "onbekend"),
        ("R", {"i", "r"}, "respondent"),
        ("R", {"r", "k"}, "interviewer"),
    ],
)
def test_stated_roles(label: str, others: set[str], role: str | None) -> None:
    assert stated_role(label, others, [Person("Rik de Boer", "interviewer")]) == role


def test_bold_leads_a_line() -> None:
    pieces = [Piece("Sanne", True), Piece(" ", False), Piece("de Wit:", True), Piece(" ja\nnee")]
    assert [(line.text, line.bold, line.start) for line in paragraph_lines(pieces)] == [
        ("Sanne de Wit: ja", "Sanne de Wit:", True), ("nee", "", False),
    ]  # fmt: skip
