from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kwalevaluatie.model import Decision, Event, Finished, Judgement, Span, Withdrawal
from kwalevaluatie.review.fold import (
    changes,
    codings,
    finished,
    judged_twice,
    judgements,
    rejected,
    standing,
)

AT = "2025-06-03T10:00:00+00:00"


def decision(id: str, action: Any = "voeg-toe", code: str = "toon", **changes: Any) -> Decision:
    plain = Decision(id, AT, "anna", action, "r01", Span(1, 0, 4), code)
    return replace(plain, **changes)


def judgement(id: str, state: Any = "positief", **changes: Any) -> Judgement:
    return replace(Judgement(id, AT, "anna", "r01", "op-maat", state, "r01"), **changes)


def withdrawal(id: str, target: str, **changes: Any) -> Withdrawal:
    return replace(Withdrawal(id, AT, "anna", target), **changes)


def placed(*events: Event) -> list[tuple[str, str]]:
    return [(coding.code, coding.event) for coding in codings(standing(events))]


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """A log of decisions and withdrawals, each withdrawal of something before it."""
    events: list[Event] = []
    for number in range(draw(st.integers(0, 12))):
        id = str(number)
        if events and draw(st.booleans()):
            events.append(withdrawal(id, draw(st.sampled_from([e.id for e in events]))))
        else:
            events.append(
                decision(
                    id,
                    draw(st.sampled_from(["accepteer", "voeg-toe", "wijs-af"])),
                    draw(st.sampled_from(["toon", "tempo"])),
                    span=Span(0, draw(st.integers(0, 1)), 4),
                    blind=draw(st.booleans()),
                )
            )
    return events


@given(logs(), st.data())
def test_withdrawing_a_withdrawal_restores(events: list[Event], data: st.DataObject) -> None:
    if not events:
        return
    target = data.draw(st.sampled_from([event.id for event in events]))
    undone = [*events, withdrawal("weg", target)]
    restored = [*undone, withdrawal("terug", "weg")]
    assert standing(restored) == standing(events)
    assert standing([*restored, withdrawal("toch", "terug")]) == standing(undone)


@given(logs())
def test_a_withdrawn_event_is_as_if_it_had_never_been(events: list[Event]) -> None:
    kept = standing(events)
    for event in kept:
        without = [other for other in kept if other != event]
        assert standing([*events, withdrawal("weg", event.id)]) == without


@given(logs())
def test_what_stands_keeps_its_order_and_folds_the_same_again(events: list[Event]) -> None:
    kept = standing(events)
    assert [event for event in events if event in kept] == kept
    assert standing(kept) == kept
    assert codings([*kept, *kept]) == codings(kept)


@given(logs())
def test_blind_and_open_coding_share_nothing(events: list[Event]) -> None:
    seen, blind = standing(events), standing(events, blind=True)
    assert not any(event.blind for event in seen)
    assert all(event.blind for event in blind)


def test_accepting_and_adding_both_place_a_coding() -> None:
    first = decision("1", "accepteer", valence="negatief", moment="toen", amount=5.0)
    (coding,) = codings([first])
    assert (coding.code, coding.span, coding.valence) == ("toon", Span(1, 0, 4), "negatief")
    assert (coding.moment, coding.amount, coding.coder) == ("toen", 5.0, "anna")
    assert placed(decision("1", "voeg-toe")) == [("toon", "1")]


def test_the_last_decision_on_a_passage_and_theme_holds() -> None:
    assert placed(decision("1"), decision("2", "wijs-af")) == []
    assert placed(decision("1", "wijs-af"), decision("2")) == [("toon", "2")]
    assert placed(decision("1"), decision("2", valence="negatief")) == [("toon", "2")]


def test_refusing_touches_only_the_passage_and_theme_it_names() -> None:
    others = [
        decision("2", code="tempo"),
        decision("3", span=Span(1, 0, 5)),
        decision("4", span=Span(2, 0, 4)),
        decision("5", transcript="r02"),
    ]
    left = placed(decision("1"), *others, decision("6", "wijs-af"))
    assert {event for _, event in left} == {"2", "3", "4", "5"}


def test_a_refusal_that_is_withdrawn_gives_the_coding_back() -> None:
    log = [decision("1"), decision("2", "wijs-af"), withdrawal("3", "2")]
    assert placed(*log) == [("toon", "1")]


def test_a_change_replaces_the_theme_and_the_values() -> None:
    changed = decision("2", "wijzig", new_code="tempo", valence="negatief")
    (coding,) = codings([decision("1", valence="positief"), changed])
    assert (coding.code, coding.valence, coding.event) == ("tempo", "negatief", "2")


def test_a_change_without_another_theme_changes_the_values_only() -> None:
    (coding,) = codings([decision("1"), decision("2", "wijzig", moment="nu", amount=3.0)])
    assert (coding.code, coding.moment, coding.amount) == ("toon", "nu", 3.0)


def test_a_withdrawn_change_gives_the_first_theme_back() -> None:
    changed = decision("2", "wijzig", new_code="tempo")
    assert placed(decision("1"), changed, withdrawal("3", "2")) == [("toon", "1")]


def test_the_last_decision_on_a_passage_that_was_changed_undoes_the_change() -> None:
    log = [decision("1"), decision("2", "wijzig", new_code="tempo")]
    assert placed(*log, decision("3", "wijs-af")) == []
    assert placed(*log, decision("3", "accepteer")) == [("toon", "3")]
    assert placed(*log, decision("3", "wijzig", new_code="geld")) == [("geld", "3")]
    assert placed(*log, decision("3", "wijs-af", code="tempo")) == []


def test_what_was_refused_last() -> None:
    log = [decision("1", "wijs-af"), decision("2", "wijs-af", "tempo"), decision("3", code="tempo")]
    assert rejected(standing(log)) == {("r01", Span(1, 0, 4), "toon")}
    assert rejected(standing([*log, withdrawal("4", "1")])) == frozenset()


def test_saying_the_same_again_changes_nothing() -> None:
    log: list[Event] = [decision("1"), judgement("2"), Finished("3", AT, "anna", "r01")]
    for event in log:
        assert changes([replace(event, id="9", at="2031")], log) == []
        assert len(changes([replace(event, id="9", coder="bram")], log)) == 1
        assert len(changes([replace(event, id="9", blind=True)], log)) == 1
    assert len(changes([decision("9", code="tempo")], log)) == 1
    assert len(changes([judgement("9", respondent="r02")], log)) == 1
    assert len(changes([Finished("9", AT, "anna", "r02")], log)) == 1
    assert len(changes([withdrawal("9", "1")], [*log, withdrawal("4", "1")])) == 1


def test_going_back_to_what_was_said_before_is_a_change() -> None:
    log: list[Event] = [judgement("1"), judgement("2", "negatief")]
    assert len(changes([judgement("3")], log)) == 1
    assert changes([judgement("3", "negatief")], log) == []


def test_codings_come_in_order_of_place() -> None:
    log = [
        decision("1", transcript="r02"),
        decision("2", span=Span(10, 0, 4)),
        decision("3", span=Span(2, 5, 9)),
        decision("4", span=Span(2, 5, 9), code="tempo"),
    ]
    assert [event for _, event in placed(*log)] == ["4", "3", "2", "1"]


def test_the_last_judgement_of_a_respondent_on_a_goal_holds() -> None:
    log = [
        judgement("1"),
        judgement("2", "negatief"),
        judgement("3", "wisselend", goal="betaald-werk"),
        judgement("4", "wisselend", respondent="r02"),
        decision("5"),
    ]
    states = {key: one.state for key, one in judgements(standing(log)).items()}
    assert states == {
        ("r01", "op-maat"): "negatief",
        ("r01", "betaald-werk"): "wisselend",
        ("r02", "op-maat"): "wisselend",
    }
    back = judgements(standing([*log, withdrawal("6", "2")]))
    assert back["r01", "op-maat"].state == "positief"


def test_finished_conversations_without_the_blind_or_withdrawn_ones() -> None:
    log = [
        decision("0", transcript="r04"),
        Finished("1", AT, "anna", "r01"),
        Finished("2", AT, "anna", "r02"),
        Finished("3", AT, "bram", "r03", blind=True),
        withdrawal("4", "2"),
    ]
    assert finished(standing(log)) == {"r01"}


def test_first_judgements_stand_beside_blind_ones() -> None:
    log = [
        judgement("1", "positief"),
        judgement("2", "negatief", respondent="r02"),
        judgement("3", "negatief", respondent="r03"),
        judgement("4", "positief", coder="bram", blind=True),
        judgement("5", "wisselend", respondent="r02", coder="bram", blind=True),
        judgement("6", "negatief", respondent="r04", coder="bram", blind=True),
        judgement("7", "wisselend", respondent="r02", reason="na overleg"),
    ]
    assert judged_twice(log) == [("positief", "positief"), ("negatief", "wisselend")]
    assert judged_twice(log[:3]) == []


def test_of_a_table_the_last_row_on_a_thing_counts() -> None:
    refused, placed = decision("1", action="wijs-af"), decision("2")
    assert changes([refused, placed], []) == [placed]
    assert changes([refused, placed], [placed]) == []


def test_a_judgement_without_passages_keeps_those_given_before() -> None:
    before = replace(judgement("1"), evidence=(Span(1, 0, 4),))
    assert changes([judgement("2")], [before]) == []
