from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie.errors import DecisionError
from kwalevaluatie.model import (
    Code,
    Codebook,
    Decision,
    Finished,
    Goal,
    Judgement,
    Respondent,
    Span,
    Transcript,
    Withdrawal,
)
from kwalevaluatie.review.entry import Context, locate, to_event

SAID = "Ze was aardig. Echt 👩‍👧 cafe\u0301, naïef. Ja. Ja. Ze was aardig, hoor."
TALK = Transcript.from_turns(
    [("I", "interviewer", "Hoe ging het?"), ("R", "respondent", SAID)], id="r01"
)
BOOK = Codebook(
    "proef",
    "Proef",
    "1",
    codes=(
        Code("bejegening", "Bejegening", "Hoe men wordt behandeld."),
        Code("tempo", "Tempo", "Hoe snel het gaat."),
        Code("geld", "Geld", "Oud.", retired="opgegaan in inkomen"),
    ),
    goals=(
        Goal("op-maat", "Op maat", "Past het?"),
        Goal("oud-doel", "Oud", "Vervallen.", retired="staat niet meer in het plan"),
    ),
)
CONTEXT = Context(
    transcripts={"r01": TALK},
    respondents={
        "r01": Respondent("r01", "inwoner", "r01"),
        "r02": Respondent("r02", "inwoner", "r02"),
    },
    codebook=BOOK,
    events=frozenset({"a-1"}),
    coder="anna",
    now="2025-06-03T10:00:00+00:00",
)
DECISION = {"gesprek": "r01", "beurt": 1, "citaat": "naïef", "code": "bejegening"}
JUDGEMENT = {"soort": "oordeel", "respondent": "r01", "doel": "op-maat", "oordeel": "positief"}


def decided(**changes: Any) -> Decision:
    event = to_event({**DECISION, **changes}, CONTEXT)
    assert isinstance(event, Decision)
    return event


def judged(**changes: Any) -> Judgement:
    event = to_event({**JUDGEMENT, **changes}, CONTEXT)
    assert isinstance(event, Judgement)
    return event


def test_a_decision_with_everything() -> None:
    event = decided(
        id="a-7", tijd="2025-01-01", codeur="bram", soort="besluit", actie="wijzig",
        nieuwe_code="tempo", waardering="negatief", moment="toen+nu", aantal=5, reden="dus",
        blind=True,
    )  # fmt: skip
    place = SAID.index("naïef")
    assert event == Decision(
        id="a-7",
        at="2025-01-01",
        coder="bram",
        action="wijzig",
        transcript="r01",
        span=Span(1, place, place + 5),
        code="bejegening",
        valence="negatief",
        moment="toen+nu",
        amount=5.0,
        new_code="tempo",
        reason="dus",
        blind=True,
    )


def test_what_is_left_out_is_neutral_and_of_now() -> None:
    event = decided()
    assert (event.action, event.valence, event.moment) == ("voeg-toe", "neutraal", "onbekend")
    assert (event.coder, event.at, event.amount) == ("anna", CONTEXT.now, None)
    assert not event.blind


def test_a_judgement_with_its_evidence() -> None:
    event = judged(bewijs=[{"beurt": 1, "citaat": "naïef"}, {"beurt": 1, "begin": 0, "eind": 3}])
    place = SAID.index("naïef")
    assert event.evidence == (Span(1, place, place + 5), Span(1, 0, 3))
    assert (event.respondent, event.goal, event.state) == ("r01", "op-maat", "positief")
    assert event.transcript == "r01"


def test_a_row_with_a_judgement_needs_no_kind() -> None:
    row = {key: value for key, value in JUDGEMENT.items() if key != "soort"}
    assert isinstance(to_event(row, CONTEXT), Judgement)
    row["gesprek"] = row.pop("respondent")
    assert isinstance(to_event(row, CONTEXT), Judgement)


def test_finishing_a_conversation_and_taking_back() -> None:
    done = to_event({"soort": "afgerond", "gesprek": "r01"}, CONTEXT)
    assert isinstance(done, Finished)
    assert done.transcript == "r01"
    back = to_event({"soort": "intrekking", "doelwit": "a-1", "reden": "vergissing"}, CONTEXT)
    assert isinstance(back, Withdrawal)
    assert (back.target, back.reason) == ("a-1", "vergissing")


def test_dutch_and_english_keys_make_the_same_event() -> None:
    english = {"transcript": "r01", "turn": 1, "quote": "naïef", "code": "bejegening"}
    assert to_event(english, CONTEXT) == to_event(DECISION, CONTEXT)


def test_empty_cells_of_a_table_are_no_values() -> None:
    row = {**DECISION, "aantal": float("nan"), "nieuwe_code": None, "reden": "", "id": float("nan")}
    assert to_event(row, CONTEXT) == to_event(DECISION, CONTEXT)


WRONG = {
    "unknown key": ({"gespek": "r01"}, "onbekende sleutel “gespek”", "Bedoelde u “gesprek”?"),
    "unknown kind": ({"soort": "mening"}, "“soort” kan niet “mening” zijn", "besluit, oordeel"),
    "unknown action": ({"actie": "schrap"}, "“actie” kan niet “schrap” zijn", "wijs-af"),
    "no conversation": ({"gesprek": None}, "gesprek “” bestaat niet", "r01"),
    "unknown conversation": ({"gesprek": "r1"}, "gesprek “r1” bestaat niet", "Bedoelde u “r01”?"),
    "no turn": ({"beurt": None}, "heeft geen beurt None", "van 0 tot en met 1"),
    "turn too far": ({"beurt": 2}, "heeft geen beurt 2", "van 0 tot en met 1"),
    "negative turn": ({"beurt": -1}, "heeft geen beurt -1", "van 0 tot en met 1"),
    "half a turn": ({"beurt": 0.5}, "heeft geen beurt 0.5", "van 0 tot en met 1"),
    "turn in words": ({"beurt": "een"}, "heeft geen beurt een", "van 0 tot en met 1"),
    "no such words": ({"citaat": "nee"}, "het citaat “nee” staat niet in beurt 1", "letterlijk"),
    "words said twice": ({"citaat": "Ze was aardig"}, "staat meer dan eens", "een langer stuk"),
    "words that overlap": ({"citaat": "Ja. "}, "staat meer dan eens", "een langer stuk"),
    "no words": ({"citaat": None}, "geen passage None-None", f"telt {len(SAID)} tekens"),
    "other capitals": ({"citaat": "ze was aardig."}, "staat niet in beurt 1", "letterlijk"),
    "no theme": ({"code": None}, "thema “” staat niet in de codeboeken", "Kies uit"),
    "unknown theme": ({"code": "bejegenig"}, "thema “bejegenig” staat niet", "“bejegening”?"),
    "retired theme": ({"code": "geld"}, "thema “geld” is vervallen: opgegaan", "ander thema"),
    "unknown new theme": ({"nieuwe_code": "temop"}, "thema “temop” staat niet", "“tempo”?"),
    "unknown value": ({"waardering": "goed"}, "“waardering” kan niet “goed” zijn", "gemengd"),
    "unknown moment": ({"moment": "straks"}, "“moment” kan niet “straks” zijn", "toen+nu"),
    "amount in words": ({"aantal": "vijf"}, "“aantal” is geen getal: vijf", "getal"),
    "amount that is yes": ({"aantal": True}, "“aantal” is geen getal: True", "getal"),
    "endless amount": ({"aantal": "inf"}, "“aantal” is geen getal: inf", "getal"),
    "blind perhaps": ({"blind": "soms"}, "“blind” kan niet “soms” zijn", "ja"),
}


@pytest.mark.parametrize(("changes", "what", "todo"), WRONG.values(), ids=WRONG)
def test_a_decision_that_cannot_be(changes: Mapping[str, Any], what: str, todo: str) -> None:
    with pytest.raises(DecisionError) as caught:
        decided(**changes)
    assert what in caught.value.what
    assert todo in caught.value.todo


WRONG_JUDGEMENTS = {
    "unknown respondent": ({"respondent": "r3"}, "respondent “r3” staat niet", "r01, r02"),
    "not pseudonymised": ({"respondent": "r02"}, "gesprek “r02” bestaat niet of is nog", "“r01”"),
    "unknown goal": ({"doel": "opmaat"}, "doel “opmaat” bestaat niet", "Bedoelde u “op-maat”?"),
    "retired goal": ({"doel": "oud-doel"}, "doel “oud-doel” is vervallen: staat", "ander doel"),
    "unknown state": ({"oordeel": "goed"}, "“oordeel” kan niet “goed” zijn", "niet te bepalen"),
    "no state": ({"oordeel": None}, "“oordeel” kan niet “” zijn", "wisselend"),
    "evidence is text": ({"bewijs": "naïef"}, "bewijs is geen passage", "beurt en citaat"),
    "evidence is a number": ({"bewijs": 3}, "bewijs is geen passage", "beurt en citaat"),
    "evidence of nothing": ({"bewijs": [{"beurt": 1}]}, "geen passage", "tekens"),
    "evidence not said": (
        {"bewijs": [{"beurt": 1, "citaat": "naïef"}, {"beurt": 1, "citaat": "gezegd"}]},
        "het citaat “gezegd” staat niet in beurt 1 van gesprek “r01”",
        "letterlijk",
    ),
}


@pytest.mark.parametrize(
    ("changes", "what", "todo"), WRONG_JUDGEMENTS.values(), ids=WRONG_JUDGEMENTS
)
def test_a_judgement_that_cannot_be(changes: Mapping[str, Any], what: str, todo: str) -> None:
    with pytest.raises(DecisionError) as caught:
        judged(**changes)
    assert what in caught.value.what
    assert todo in caught.value.todo


def test_in_a_table_the_passage_of_a_judgement_stands_in_its_row() -> None:
    place = SAID.index("naïef")
    assert judged(beurt=1, citaat="naïef").evidence == (Span(1, place, place + 5),)
    assert judged(beurt=1, begin=0, eind=2).evidence == (Span(1, 0, 2),)
    with pytest.raises(DecisionError, match="staat niet in beurt 1"):
        judged(beurt=1, citaat="gezegd")


def test_one_passage_as_evidence_need_not_be_a_list() -> None:
    assert judged(bewijs={"beurt": 1, "citaat": "Echt"}).evidence == (Span(1, 15, 19),)


def test_taking_back_what_is_not_there() -> None:
    with pytest.raises(DecisionError, match="besluit “a-2” bestaat niet"):
        to_event({"soort": "intrekking", "doelwit": "a-2"}, CONTEXT)


def test_a_decision_is_somebodys() -> None:
    with pytest.raises(DecisionError, match="wie dit besloot") as caught:
        to_event(DECISION, replace(CONTEXT, coder=""))
    assert "codeur" in caught.value.todo


@pytest.mark.parametrize("yes", [True, "ja", "Ja", "true", 1, 1.0, "1"])
def test_blind_as_people_and_tables_write_it(yes: object) -> None:
    assert decided(blind=yes).blind


@pytest.mark.parametrize("no", [False, "nee", "NEE", "false", 0, 0.0, None, ""])
def test_not_blind_as_people_and_tables_write_it(no: object) -> None:
    assert not decided(blind=no).blind


@pytest.mark.parametrize("written", [2.5, "2.5", "2,5"])
def test_an_amount_with_point_or_comma(written: object) -> None:
    assert decided(aantal=written).amount == 2.5


def passage(**row: Any) -> str:
    return TALK.quote(locate(row, TALK))


@pytest.mark.parametrize("quote", ["👩‍👧 cafe\u0301, naïef", "Ze was aardig, hoor.", SAID, "Echt"])
def test_a_quotation_is_found_to_the_character(quote: str) -> None:
    assert passage(beurt=1, citaat=quote) == quote


def test_another_form_of_an_accented_letter_is_another_quotation() -> None:
    with pytest.raises(DecisionError, match="staat niet in beurt 1"):
        locate({"beurt": 1, "citaat": "caf\u00e9"}, TALK)


@given(st.data())
def test_offsets_anchor_any_passage(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SAID) - 1))
    stop = data.draw(st.integers(start + 1, len(SAID)))
    assert locate({"beurt": 1, "begin": start, "eind": float(stop)}, TALK) == Span(1, start, stop)
    both = {"beurt": 1.0, "begin": start, "eind": stop, "citaat": SAID[start:stop]}
    assert locate(both, TALK) == Span(1, start, stop)


def test_offsets_tell_which_of_two_quotations_is_meant() -> None:
    second = SAID.rindex("Ja.")
    assert locate({"beurt": 1, "begin": second, "citaat": "Ja."}, TALK).start == second


def test_offsets_that_do_not_fit_the_quotation_give_way_to_it() -> None:
    place = SAID.index("naïef")
    assert locate({"beurt": 1, "begin": 2, "eind": 7, "citaat": "naïef"}, TALK).start == place


@pytest.mark.parametrize(
    ("start", "stop"), [(-1, 3), (3, 3), (4, 3), (0, len(SAID) + 1), (0.5, 3), ("0", 3), (0, None)]
)
def test_offsets_outside_the_turn(start: Any, stop: Any) -> None:
    with pytest.raises(DecisionError, match=f"geen passage {start}-{stop}"):
        locate({"beurt": 1, "begin": start, "eind": stop}, TALK)


def test_the_same_row_has_the_same_id_at_any_time_and_by_any_route() -> None:
    later = replace(CONTEXT, now="2031-01-01")
    turned = dict(reversed(DECISION.items()))
    rows = (DECISION, turned, json.loads(json.dumps(DECISION)))
    ids = {to_event(row, at).id for row in rows for at in (CONTEXT, later)}
    assert len(ids) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"codeur": "bram"},
        {"citaat": "Echt"},
        {"actie": "wijs-af"},
        {"waardering": "positief"},
        {"blind": "ja"},
        {"tijd": "2025-01-01"},
    ],
)
def test_another_row_has_another_id(change: Mapping[str, str]) -> None:
    assert decided(**change).id != decided().id


def test_a_decision_on_a_suggestion_does_not_take_its_id() -> None:
    row = {**DECISION, "id": "s-1", "score": 0.75, "source": "woordenboek", "status": "nieuw"}
    accepted = to_event({**row, "actie": "accepteer"}, CONTEXT)
    refused = to_event({**row, "actie": "wijs-af"}, CONTEXT)
    assert len({accepted.id, refused.id, "s-1"}) == 3


def test_the_words_of_an_interviewer_are_no_coding_and_no_evidence() -> None:
    for make in (decided, judged):
        with pytest.raises(DecisionError, match=r"beurt 0 .* is van de interviewer"):
            make(beurt=0, citaat="Hoe")


@pytest.mark.parametrize("written", ["Positief", "POSITIEF"])
def test_capitals_do_not_matter(written: str) -> None:
    assert decided(waardering=written).valence == "positief"
    assert judged(oordeel="Niet-te bepalen").state == "niet te bepalen"
    assert decided(gesprek="R01").transcript == "r01"


def test_kinds_of_quotation_marks_do_not_matter() -> None:
    talk = Transcript.from_turns([("R", "respondent", "Dat is m’n werk, “mijn” werk.")], id="r01")
    span = locate({"beurt": 0, "citaat": 'm\'n werk, "mijn"'}, talk)
    assert talk.quote(span) == "m’n werk, “mijn”"
