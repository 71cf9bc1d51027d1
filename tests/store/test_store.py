from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from kwalevaluatie.errors import ProjectError
from kwalevaluatie.model import (
    ACTIONS,
    MOMENTS,
    STATES,
    VALENCES,
    Decision,
    Event,
    Finished,
    Judgement,
    Span,
    Suggestion,
    Transcript,
    Turn,
    Withdrawal,
)
from kwalevaluatie.store import Store

AT = "2025-06-03T10:00:00.000+00:00"
TALK = Transcript(
    "r01",
    (
        Turn("interviewer-1", "interviewer", "Hoe ging het? 👩‍👧", 0.0),
        Turn("respondent-1", "respondent", "Cafe\u0301 “naïef”; DROP TABLE turns; -- 100%", 12.5),
        Turn("respondent-2", "onbekend", "Ja.", None),
    ),
    {"datum": "2025", "wijze": "thuis — 's middags"},
)
LOG: list[Event] = [
    Decision("1", AT, "anna", "voeg-toe", "r01", Span(1, 0, 5), "toon", "negatief", "toen", 2.5),
    Decision("2", AT, "bram", "wijzig", "r01", Span(1, 0, 5), "toon", new_code="tempo", blind=True),
    Judgement(
        "3", AT, "anna", "r01", "op-maat", "wisselend", "r01", (Span(1, 0, 2), Span(2, 0, 3))
    ),
    Judgement("4", AT, "anna", "r01", "op-maat", "niet besproken", "r01", reason="“niets” gezegd"),
    Finished("5", AT, "anna", "r01"),
    Withdrawal("6", AT, "anna", "1", "vergissing 😀"),
]


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    made = Store(url)
    yield made
    made.close()


def frozen(store: Store, transcript: Transcript = TALK) -> Store:
    store.freeze(transcript, at=AT, by="anna")
    return store


def suggestion(start: int, code: str = "toon", transcript: str = "r01") -> Suggestion:
    span = Span(1, start, start + 3)
    return Suggestion(transcript, span, code, 0.75, "woordenboek", "“naïef”", "negatief", "toen+nu")


def test_a_conversation_comes_back_as_it_went_in(store: Store, url: str) -> None:
    frozen(store)
    assert Store(url).transcripts() == {"r01": TALK}


def test_conversations_are_kept_apart(store: Store) -> None:
    other = replace(TALK, id="r02", turns=TALK.turns[:1])
    frozen(frozen(store, other))
    assert list(store.transcripts()) == ["r01", "r02"]
    assert len(store.transcripts()["r02"].turns) == 1


def test_a_frozen_conversation_is_not_replaced(store: Store) -> None:
    frozen(store)
    changed = TALK.with_turns([Turn("respondent-1", "respondent", "Iets heel anders.")])
    with pytest.raises(ProjectError, match="gesprek “r01” is al vastgelegd"):
        frozen(store, changed)
    assert store.transcripts() == {"r01": TALK}


TAMPERING = {
    "a word": "update turns set text = 'Nee.' where number = 2",
    "a role": "update turns set role = 'respondent' where number = 2",
    "a speaker": "update turns set speaker = 'respondent-1' where number = 2",
    "a turn": "delete from turns where number = 2",
    "all turns": "delete from turns",
    "the order": "update turns set number = 7 where number = 0",
}


@pytest.mark.parametrize("statement", TAMPERING.values(), ids=TAMPERING)
def test_a_text_changed_behind_our_back_is_found(store: Store, statement: str) -> None:
    frozen(store)
    with store.engine.begin() as connection:
        connection.execute(text(statement))
    with pytest.raises(ProjectError, match="tekst van gesprek “r01” is buiten") as e:
        store.transcripts()
    assert "reservekopie" in e.value.todo


def test_the_newest_suggestions_replace_those_of_one_conversation(store: Store) -> None:
    frozen(frozen(store), replace(TALK, id="r02"))
    store.replace_suggestions("r01", [suggestion(5), suggestion(0), suggestion(0)])
    store.replace_suggestions("r02", [suggestion(0, transcript="r02")])
    store.replace_suggestions("r01", [suggestion(9), suggestion(5, "tempo"), suggestion(5)])
    assert store.suggestions() == [
        suggestion(5, "tempo"), suggestion(5), suggestion(9), suggestion(0, transcript="r02")
    ]  # fmt: skip
    store.replace_suggestions("r01", [])
    assert store.suggestions() == [suggestion(0, transcript="r02")]


def test_a_suggestion_is_of_a_conversation_that_is_there(store: Store) -> None:
    with pytest.raises(ProjectError, match="database"):
        store.replace_suggestions("r09", [suggestion(0, transcript="r09")])
    assert store.suggestions() == []


def test_events_of_every_kind_come_back_in_order(store: Store, url: str) -> None:
    assert store.append(LOG[:4]) == 4
    assert store.append(LOG[4:]) == 2
    assert Store(url).events() == LOG


def test_adding_twice_adds_nothing(store: Store) -> None:
    assert store.append(LOG) == 6
    assert store.append(LOG) == 0
    assert store.append([*LOG[:2], Finished("7", AT, "bram", "r01")]) == 1
    assert store.append([]) == 0
    assert [made.id for made in store.events()] == ["1", "2", "3", "4", "5", "6", "7"]


def test_an_event_is_never_overwritten(store: Store) -> None:
    store.append(LOG[:1])
    other = replace(LOG[0], coder="bram")
    assert store.append([other, other]) == 0
    assert store.events() == LOG[:1]
    first, second = Finished("7", AT, "anna", "r01"), Finished("7", AT, "bram", "r01")
    assert store.append([first, second]) == 1
    assert store.events() == [LOG[0], first]


def test_the_log_can_only_grow(store: Store) -> None:
    ways_to_write = {"append", "close", "freeze", "replace_suggestions"}
    ways_to_read = {"engine", "events", "events_after", "names", "sizes", "suggestions"}
    ways_to_read |= {"transcript", "transcripts"}
    assert {name for name in dir(store) if name[0] != "_"} == ways_to_write | ways_to_read
    store.append(LOG)
    frozen(store)
    store.replace_suggestions("r01", [suggestion(0)])
    store.replace_suggestions("r01", [])
    assert store.events() == LOG


def test_a_long_log_keeps_its_order(store: Store) -> None:
    log = [Finished(f"{number:04}", AT, "anna", "r01") for number in range(2500)]
    log.sort(key=lambda one: one.id[::-1])
    assert store.append(log) == 2500
    assert store.events() == log


def test_two_stores_see_each_others_work(store: Store, url: str) -> None:
    other = Store(url)
    frozen(store)
    assert other.transcripts() == {"r01": TALK}
    assert (store.append(LOG[:2]), other.append(LOG[:4]), store.append(LOG)) == (2, 2, 2)
    assert store.events() == other.events() == LOG
    other.close()


def _append_all(url: str, coder: str, start: Any, added: Any) -> None:
    store = Store(url)
    start.wait(timeout=60)
    log = [Finished(str(number), AT, coder, "r01") for number in range(40)]
    added.put(sum(store.append([one]) for one in log))


def test_two_people_at_once_lose_and_double_nothing(store: Store, url: str) -> None:
    context = multiprocessing.get_context("spawn")
    start, added = context.Barrier(2), context.Queue()
    coders = [
        context.Process(target=_append_all, args=(url, coder, start, added))
        for coder in ("anna", "bram")
    ]
    for coder in coders:
        coder.start()
    counts = [added.get(timeout=120) for _ in coders]
    for coder in coders:
        coder.join(timeout=60)
    assert sum(counts) == 40
    assert sorted(int(made.id) for made in store.events()) == list(range(40))


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _append_and_die(url: str, moment: str) -> None:
    store = Store(url)
    hooks: dict[str, tuple[str, Callable[..., None]]] = {
        "after writing": ("after_cursor_execute", _die),
        "before the end": ("commit", _die),
    }
    if moment in hooks:
        event.listen(store.engine, *hooks[moment])
    store.append(Finished(str(number), AT, "anna", "r01") for number in range(2500))
    _die()


@pytest.mark.parametrize(
    ("moment", "left"), [("after writing", 1), ("before the end", 1), ("afterwards", 2501)]
)
def test_a_crash_leaves_all_or_nothing(store: Store, url: str, moment: str, left: int) -> None:
    store.append([Finished("eerder", AT, "anna", "r01")])
    process = multiprocessing.get_context("spawn").Process(
        target=_append_and_die, args=(url, moment)
    )
    process.start()
    process.join(timeout=120)
    assert process.exitcode == -signal.SIGKILL
    assert len(store.events()) == left
    assert store.append([Finished("later", AT, "anna", "r01")]) == 1


def test_a_newer_database_is_left_alone(store: Store, url: str) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("update meta set value = '99' where key = 'version'"))
    with pytest.raises(ProjectError, match="nieuwere versie") as caught:
        Store(url)
    assert "Werk kwalevaluatie bij" in caught.value.todo


@pytest.mark.parametrize(
    "wrong",
    [
        "dit is geen adres",
        "nergens://a/b",
        "sqlite:////bestaat/niet/evaluatie.sqlite",
        "postgresql://niemand@127.0.0.1:1/kwal",
    ],
)
def test_a_database_that_cannot_be_opened_is_told_in_dutch(wrong: str) -> None:
    with pytest.raises(ProjectError, match="de database werkt niet mee") as caught:
        Store(wrong)
    assert "opslag" in caught.value.todo


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "evaluatie.sqlite"
    path.write_text("geen database " * 100)
    with pytest.raises(ProjectError, match="de database werkt niet mee"):
        Store(f"sqlite:///{path}")
    assert path.read_text().startswith("geen database")


names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
spans = st.builds(lambda t, s, n: Span(t, s, s + n), *[st.integers(0, 9)] * 2, st.integers(1, 9))
heads = {"at": st.just(AT), "coder": names, "reason": names, "blind": st.booleans()}
decisions = st.builds(
    Decision,
    names,
    action=st.sampled_from(ACTIONS),
    transcript=names,
    span=spans,
    code=names,
    valence=st.sampled_from(VALENCES),
    moment=st.sampled_from(MOMENTS),
    amount=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    new_code=st.none() | names,
    **heads,
)
judgements = st.builds(
    Judgement,
    names,
    respondent=names,
    goal=names,
    state=st.sampled_from(STATES),
    transcript=names,
    evidence=st.lists(spans, max_size=3).map(tuple),
    **heads,
)
withdrawals = st.builds(Withdrawal, names, target=names, **heads)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(decisions | judgements | withdrawals, max_size=5))
def test_any_event_comes_back_as_it_went_in(store: Store, made: list[Event]) -> None:
    before = store.events()
    log = [replace(one, id=uuid4().hex) for one in made]
    assert store.append(log) == len(log)
    assert store.events() == [*before, *log]
