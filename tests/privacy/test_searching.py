from __future__ import annotations

from kwalevaluatie.model import Transcript
from kwalevaluatie.privacy.found import KnownName
from kwalevaluatie.privacy.identity import Names, in_project, said_in
from kwalevaluatie.privacy.searching import Choice, Choices, Found, chosen, search


def talk(*said: str) -> Transcript:
    return Transcript.from_turns([("R", "respondent", text) for text in said], id="r01")


def look(transcript: Transcript, *listed: KnownName, choices: Choices | None = None) -> list[Found]:
    names = in_project({"r01": list(listed)}, {}, {"r01": said_in(transcript)})["r01"]
    return search(transcript, names, choices or {})[0]


def words(found: list[Found]) -> list[tuple[int, str, tuple[tuple[str, str], ...]]]:
    return [(one.turn, one.identifier.text, one.identifier.bearers) for one in found]


def test_a_name_that_gave_itself_away_is_known_in_every_turn() -> None:
    key = (("regisseur", "wolbrink (r01)"),)
    found = look(talk("Wolbrink belde.", "Mijn regisseur, mevrouw Wolbrink, was aardig."))
    assert [(turn, who) for turn, _, who in words(found)] == [(0, key), (1, key)]


def test_the_parts_of_a_name_that_was_found_are_known() -> None:
    found = look(talk("Ik sprak met mevrouw Anja Wolbrink.", "Wolbrink zei ja.", "Anja ook."))
    assert {who for _, _, who in words(found)} == {(("persoon", "anja wolbrink"),)}
    assert len(found) == 3


def test_what_stands_in_the_list_goes_before_what_is_found() -> None:
    found = look(
        talk("Mijn regisseur Petra belde. Mevrouw Lomans zei niets."),
        KnownName("Petra Lomans", "jobhunter", "p"),
    )
    assert {who for _, _, who in words(found)} == {(("jobhunter", "p"),)}


def test_words_that_a_person_asks_to_replace_are_found() -> None:
    transcript = talk("Bij het bruine gebouw.", "Het bruine gebouw, ja.")
    choices = {("r01", "bruine gebouw"): Choice("bruine gebouw", True, ("plek",))}
    assert look(transcript) == []
    found = look(transcript, choices=choices)
    assert [(turn, text) for turn, text, _ in words(found)] == [
        (0, "bruine gebouw"), (1, "bruine gebouw")
    ]  # fmt: skip
    assert found[0].identifier.bearers[0][0] == "plek"


def test_a_choice_is_found_in_spite_of_capitals_and_possessives() -> None:
    one, all_of_them = Choice("Petra", False), Choice("Jan", False)
    choices = {("r01", "petra"): one, ("", "jan"): all_of_them}
    assert chosen(choices, "r01", "PETRA's") is one
    assert chosen(choices, "r02", "Petra") is None
    assert chosen(choices, "r02", "Jan") is all_of_them


def stranger(transcript: Transcript) -> Names:
    listed = {"r02": [KnownName("Petra", "regisseur")]}
    return in_project(listed, {}, {"r01": said_in(transcript)})["r01"]


def test_a_stranger_is_doubtful() -> None:
    transcript = talk("Toen kwam Petra binnen.")
    (one,) = search(transcript, stranger(transcript), {})[0]
    assert one.loose
    assert one.identifier.bearers == (("regisseur", "petra (r01)"),)


def test_a_stranger_with_a_full_name_here_is_none() -> None:
    transcript = talk("Toen kwam mevrouw Petra Wolbrink.", "En Petra zei niets.")
    found = search(transcript, stranger(transcript), {})[0]
    assert {one.identifier.bearers for one in found} == {(("persoon", "petra wolbrink"),)}


def test_a_stranger_who_has_a_role_here_is_none() -> None:
    transcript = talk("Toen kwam Petra.", "Mijn jobhunter Petra, bedoel ik.")
    found = search(transcript, stranger(transcript), {})[0]
    assert {one.identifier.bearers for one in found} == {(("jobhunter", "petra (r01)"),)}
    assert not any(one.loose for one in found)
