from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie.model import ReadNote, Transcript
from kwalevaluatie.privacy.found import KnownName
from kwalevaluatie.privacy.identity import Names, in_project, said_in
from kwalevaluatie.privacy.pseudonyms import (
    PSEUDONYM,
    Numbering,
    Replacement,
    apply,
    as_label,
    mask,
    propose,
)
from kwalevaluatie.privacy.searching import Choice, Choices, search
from kwalevaluatie.suggest.language import without_pseudonyms

FORMS = ["Fatima", "Fatima el Idrissi", "Jan", "Jan de Vries", "Zoë", "van den Berg", "Sanne"]
NAMES = [
    KnownName("Fatima", "regisseur", "f"),
    KnownName("Fatima el Idrissi", "regisseur", "f"),
    KnownName("Jan", "partner"),
    KnownName("Jan de Vries", "buurman"),
    KnownName("Zoë", "kind"),
    KnownName("van den Berg", "arts"),
    KnownName("Sanne", "regisseur", "s1"),
    KnownName("Sanne", "kind", "s2"),
]
NOTHING: Choices = {}


def talk(*said: str, label: str = "R", id: str = "r01") -> Transcript:
    return Transcript.from_turns([(label, "respondent", text) for text in said], id=id)


def named(transcript: Transcript, names: list[KnownName]) -> Names:
    return in_project({transcript.id: names}, {}, {transcript.id: said_in(transcript)})[
        transcript.id
    ]


def proposed(
    transcript: Transcript, names: list[KnownName] = NAMES, choices: Choices = NOTHING,
    numbering: Numbering | None = None,
) -> tuple[list[Replacement], Names]:  # fmt: skip
    found, known = search(transcript, named(transcript, names), choices)
    return propose(transcript, found, choices, numbering or Numbering()), known


def safe(
    transcript: Transcript, names: list[KnownName] = NAMES, choices: Choices = NOTHING,
    numbering: Numbering | None = None,
) -> Transcript:  # fmt: skip
    replacements, known = proposed(transcript, names, choices, numbering)
    return apply(transcript, replacements, known, choices)


def texts(transcript: Transcript) -> list[str]:
    return [turn.text for turn in transcript.turns]


def test_people_are_told_apart_and_stay_themselves() -> None:
    made = safe(talk("Eerst Jan, toen Fatima.", "Fatima el Idrissi met Jan's zoon Zoë, en Fatima."))
    assert texts(made) == [
        "Eerst [partner-1], toen [regisseur-1].",
        "[regisseur-1] met [partner-1] zoon [kind-1], en [regisseur-1].",
    ]


def test_numbers_follow_the_order_in_which_people_appear() -> None:
    names = [KnownName(form, "kind") for form in ("Anouk", "Bente", "Casper")]
    made = safe(talk("Bente, Casper.", "Anouk en Bente"), names)
    assert texts(made) == ["[kind-1], [kind-2].", "[kind-3] en [kind-1]"]


def test_the_numbering_goes_on_in_the_next_conversation() -> None:
    numbering = Numbering()
    names = [KnownName("Fatima el Idrissi", "regisseur"), KnownName("Sanne", "regisseur")]
    first = safe(talk("Sanne en Fatima."), names, numbering=numbering)
    second = safe(talk("Fatima en Sanne.", id="r02"), names, numbering=numbering)
    assert texts(first) == ["[regisseur-1] en [regisseur-2]."]
    assert texts(second) == ["[regisseur-2] en [regisseur-3]."]


def test_the_numbering_goes_on_after_the_key_and_after_what_is_frozen() -> None:
    numbering = Numbering({("kind", "a"): "kind-3"})
    numbering.go_on_after([talk("[kind-1] en [regisseur-4/kind-7].", "[e-mail-2] [naam] [x-y]")])
    bearers = [("kind", "a"), ("kind", "b"), ("regisseur", "c"), ("e-mail", "d"), ("coach", "e")]
    assert [numbering.pseudonym([one]) for one in bearers] == [
        "[kind-3]", "[kind-8]", "[regisseur-5]", "[e-mail-3]", "[coach-1]"
    ]  # fmt: skip


def test_a_name_of_two_people_is_marked_doubtful() -> None:
    ((first, second), _) = proposed(talk("Sanne kwam met Jan."))
    assert (first.pseudonym, first.doubtful) == ("[regisseur-1/kind-1]", True)
    assert (second.pseudonym, second.doubtful) == ("[partner-1]", False)


def test_numbers_and_addresses_are_replaced_by_what_they_are() -> None:
    made = safe(talk("Bel 06-12345678 of 0118-123456, niet 06-12345678."))
    assert texts(made) == ["Bel [telefoon-1] of [telefoon-2], niet [telefoon-1]."]


@pytest.mark.parametrize(
    ("role", "label"),
    [
        ("Regisseur", "regisseur"), ("oud collega ", "oud-collega"), ("e-mail", "e-mail"),
        ("arts/verpleger", "arts-verpleger"), ("zoë", "zoë"), ("[?]", "persoon"), ("", "persoon"),
    ],
)  # fmt: skip
def test_a_role_is_one_word_in_a_pseudonym(role: str, label: str) -> None:
    assert as_label(role) == label
    numbering = Numbering()
    both = numbering.pseudonym([(role, "a"), ("kind", "b")])
    assert PSEUDONYM.fullmatch(both)
    assert without_pseudonyms(both) == "X" * len(both)


def test_a_label_is_replaced_by_a_role() -> None:
    transcript = Transcript.from_turns(
        [
            ("Fatima el Idrissi", "interviewer", "Hoe ging het?"),
            ("Mevrouw Bakker", "respondent", "Goed."),
            ("Jan", "respondent", "Ja."),
            ("?", "onbekend", "Nou."),
            ("Mevrouw Bakker", "respondent", "Echt."),
        ]
    )
    labels = [turn.speaker for turn in safe(transcript).turns]
    assert labels == ["interviewer-1", "respondent-1", "respondent-2", "onbekend-1", "respondent-1"]
    assert [turn.role for turn in safe(transcript).turns] == [t.role for t in transcript.turns]


def test_what_surrounds_the_talk_is_masked_too() -> None:
    transcript = replace(
        talk("Ja."),
        metadata={"interviewer": "Fatima el Idrissi", "datum": "3 mei 2025", "bel": "06-12345678"},
        notes=(ReadNote("weggelaten", "De regel “Jan de Vries, 4331 AB” is weggelaten.", 3),),
    )
    made = safe(transcript)
    assert made.metadata == {"datum": "3 mei 2025"}
    assert "Vries" not in made.notes[0].message
    assert "4331" not in made.notes[0].message


def test_what_a_person_lets_stand_stays_everywhere() -> None:
    transcript = replace(talk("Jan en Zoë.", "Jan."), metadata={"perspectief": "Jan en Zoë"})
    choices = {("r01", "jan"): Choice("Jan", False)}
    made = safe(transcript, choices=choices)
    assert texts(made) == ["Jan en [kind-1].", "Jan."]
    assert made.metadata == {"perspectief": "Jan en [kind]"}


def test_a_choice_for_one_conversation_goes_before_one_for_all() -> None:
    choices = {("", "jan"): Choice("Jan", False), ("r01", "jan"): Choice("Jan", True)}
    assert texts(safe(talk("Jan."), choices=choices)) == ["[partner-1]."]
    assert texts(safe(talk("Jan.", id="r02"), choices=choices)) == ["Jan."]


def test_a_chosen_role_and_person_are_used() -> None:
    choices = {
        ("r01", "sanne"): Choice("Sanne", True, ("kind",), ("s2",)),
        ("r01", "jan"): Choice("Jan", True, ("oom",)),
    }
    ((first, second), _) = proposed(talk("Sanne kwam met Jan."), choices=choices)
    assert (first.pseudonym, first.doubtful) == ("[kind-1]", False)
    assert second.pseudonym == "[oom-1]"


def test_what_stays_of_itself_goes_when_it_is_chosen() -> None:
    said = talk("Ik kwam op 3 mei 2024 binnen.")
    assert texts(safe(said)) == texts(said)
    made = safe(said, choices={("r01", "3 mei 2024"): Choice("3 mei 2024", True)})
    assert texts(made) == ["Ik kwam op [datum-1] binnen."]


def test_nothing_to_replace_changes_nothing_said() -> None:
    transcript = talk("In januari ging het goed.", "En nu ook.")
    assert not any(one.replaced for one in proposed(transcript)[0])
    assert texts(safe(transcript)) == texts(transcript)


def test_times_and_the_id_stay() -> None:
    transcript = talk("Jan.", "Zoë.")
    transcript = transcript.with_turns(
        [replace(turn, seconds=number * 2.5) for number, turn in enumerate(transcript.turns)]
    )
    made = safe(transcript)
    assert (made.id, [turn.seconds for turn in made.turns]) == ("r01", [0.0, 2.5])


def test_a_masked_line_keeps_what_is_around_the_names() -> None:
    assert mask("👩‍👧 Jan (Zoë's vader), Jan de Vries!", Names(tuple(NAMES))) == (
        "👩‍👧 [partner] ([kind] vader), [buurman]!"
    )


OTHERS = "JAN ZOË's Jans Fatima’s en zei januari 👩‍👧 06-12345678 jan@voorbeeld.nl [ ] s e\u0301"
pieces = st.sampled_from([*FORMS, *OTHERS.split(), "fatima el idrissi", "\n"])
lines = st.tuples(st.lists(pieces, max_size=8), st.sampled_from([" ", ", ", "_", "/"]))


def remaining(text: str) -> list[str]:
    """The listed names that can still be read in a text."""
    return [f for f in FORMS if re.search(rf"(?<![^\W\d_]){f}(?![^\W\d_])", text)]


@given(st.lists(lines, min_size=1, max_size=4), st.lists(pieces, min_size=1, max_size=3))
def test_no_name_of_the_list_is_left(said: list[tuple[list[str], str]], label: list[str]) -> None:
    transcript = replace(
        talk(*[glue.join(words) for words, glue in said], label=" ".join(label)),
        metadata={"interviewer": " ".join(label), "bestand": "_".join(label)},
        notes=(ReadNote("twijfel", " / ".join(label)),),
    )
    made = safe(transcript)
    left = [*texts(made), *(turn.speaker for turn in made.turns), *made.metadata.values()]
    left += [note.message for note in made.notes]
    assert [name for text in left for name in remaining(text)] == []


@given(st.lists(lines, min_size=1, max_size=4))
def test_the_same_person_has_the_same_pseudonym(said: list[tuple[list[str], str]]) -> None:
    found, _ = proposed(talk(*[glue.join(words) for words, glue in said]))
    given_to = {one.identifier.bearers: one.pseudonym for one in found}
    assert all(given_to[one.identifier.bearers] == one.pseudonym for one in found)
    assert len(set(given_to.values())) == len(given_to)
