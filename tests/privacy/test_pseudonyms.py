from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie.model import ReadNote, Transcript
from kwalevaluatie.privacy.identifiers import KnownName
from kwalevaluatie.privacy.pseudonyms import apply, mask, propose

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


def talk(*said: str, label: str = "R") -> Transcript:
    turns = [(label, "respondent", text) for text in said]
    return Transcript.from_turns(turns, id="r01")


def safe(transcript: Transcript) -> Transcript:
    return apply(transcript, propose(transcript, NAMES), NAMES)


def texts(transcript: Transcript) -> list[str]:
    return [turn.text for turn in transcript.turns]


def test_people_are_told_apart_and_stay_themselves() -> None:
    made = safe(talk("Eerst Jan, toen Fatima.", "Fatima el Idrissi en Jan's zoon Zoë, en Fatima."))
    assert texts(made) == [
        "Eerst [partner-1], toen [regisseur-1].",
        "[regisseur-1] en [partner-1] zoon [kind-1], en [regisseur-1].",
    ]


def test_numbers_follow_the_order_in_which_people_appear() -> None:
    names = [KnownName(form, "kind") for form in ("Anouk", "Bente", "Casper")]
    transcript = talk("Bente, Casper.", "Anouk en Bente")
    made = apply(transcript, propose(transcript, names), names)
    assert texts(made) == ["[kind-1], [kind-2].", "[kind-3] en [kind-1]"]


def test_a_name_of_two_people_is_marked_doubtful() -> None:
    (first, second) = propose(talk("Sanne kwam met Jan."), NAMES)
    assert (first.pseudonym, first.doubtful) == ("[regisseur-1/kind-1]", True)
    assert (second.pseudonym, second.doubtful) == ("[partner-1]", False)


def test_numbers_and_addresses_are_replaced_by_what_they_are() -> None:
    made = safe(talk("Bel 06-12345678 of 0118-123456, niet 06-12345678."))
    assert texts(made) == ["Bel [telefoon-1] of [telefoon-2], niet [telefoon-1]."]


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
    assert made.metadata == {
        "interviewer": "[regisseur]",
        "datum": "3 mei 2025",
        "bel": "[telefoon]",
    }
    assert made.notes == (
        ReadNote("weggelaten", "De regel “[buurman], [postcode]” is weggelaten.", 3),
    )


def test_only_what_was_kept_is_replaced() -> None:
    transcript = talk("Jan en Zoë.", "Jan.")
    kept = [one for one in propose(transcript, NAMES) if one.identifier.kind == "kind"]
    assert texts(apply(transcript, kept, NAMES)) == ["Jan en [kind-1].", "Jan."]


def test_nothing_to_replace_changes_nothing_said() -> None:
    transcript = talk("In januari ging het goed.", "En nu ook.")
    assert propose(transcript, NAMES) == []
    assert texts(safe(transcript)) == texts(transcript)


def test_times_and_the_id_stay() -> None:
    transcript = talk("Jan.", "Zoë.")
    transcript = transcript.with_turns(
        [replace(turn, seconds=number * 2.5) for number, turn in enumerate(transcript.turns)]
    )
    made = safe(transcript)
    assert (made.id, [turn.seconds for turn in made.turns]) == ("r01", [0.0, 2.5])


def test_a_masked_line_keeps_what_is_around_the_names() -> None:
    assert mask("👩‍👧 Jan (Zoë's vader), Jan de Vries!", NAMES) == (
        "👩‍👧 [partner] ([kind] vader), [buurman]!"
    )


OTHERS = "JAN ZOË's Jans Fatima’s en zei januari 👩‍👧 06-12345678 jan@voorbeeld.nl [ ] s e\u0301"
pieces = st.sampled_from([*FORMS, *OTHERS.split(), "fatima el idrissi", "\n"])
lines = st.tuples(st.lists(pieces, max_size=8), st.sampled_from([" ", ", ", "-", "_", "'"]))


def remaining(text: str) -> list[str]:
    """The listed names that can still be read in a text."""
    return [f for f in FORMS if re.search(rf"(?<![^\W\d_]){f}(?![^\W\d_])", text, re.IGNORECASE)]


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
    found = propose(talk(*[glue.join(words) for words, glue in said]), NAMES)
    given_to = {one.identifier.bearers: one.pseudonym for one in found}
    assert all(given_to[one.identifier.bearers] == one.pseudonym for one in found)
    assert len(set(given_to.values())) == len(given_to)
