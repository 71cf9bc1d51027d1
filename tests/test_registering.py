from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.support.small import REGISTER

from kwalevaluatie.cli import main
from kwalevaluatie.errors import KwalWarning, ProblemList
from kwalevaluatie.model import Event, Judgement, Respondent
from kwalevaluatie.project import Project
from kwalevaluatie.registering import check_kept, told

Write = Callable[[str, str | bytes], Path]
ANNA = Respondent("r1", "inwoner", "r1", guide="inwoners", attributes={"premie": "ja"})
BEN = Respondent("r2", "inwoner", "r2", guide="inwoners", attributes={"premie": ""})
SPEAKERS = tuple(Respondent(f"g-{who}", "inwoner", "g", speaker=who) for who in ("A", "B"))
JUDGED = Judgement("j1", "2026-01-01", "eva", "r1", "hulp", "positief", "r1")
PATH = Path("r.csv")


def lost(
    after: tuple[Respondent, ...], events: tuple[Event, ...] = (), read: tuple[str, ...] = ()
) -> list[str]:
    try:
        check_kept((ANNA, BEN), after, events, read, PATH)
    except ProblemList as found:
        return [problem.what for problem in found.problems]
    return []


def test_a_correction_that_loses_nothing() -> None:
    mended = replace(ANNA, group="professional", attributes={"premie": "nee", "wijk": "noord"})
    assert lost((mended, BEN), (JUDGED,), ("r1", "r2")) == []
    assert told((ANNA, BEN), (mended, BEN)) == ["gewijzigd r1 (perspectief, premie, wijk)"]


def test_who_was_judged_may_not_go_and_who_was_not_may() -> None:
    assert lost((ANNA,), (JUDGED,)) == []
    assert lost((BEN,), (JUDGED,)) == [
        "respondent “r1” (gesprek r1) ontbreekt, maar er zijn besluiten over"
    ]
    assert told((ANNA, BEN), (ANNA, replace(BEN, id="r3"))) == ["nieuw r3", "weg r2"]


def test_whose_conversation_was_read_may_be_renamed_but_not_left_out() -> None:
    assert lost((ANNA, replace(BEN, id="ben")), read=("r1", "r2")) == []
    assert lost((ANNA,), read=("r1", "r2")) == [
        "respondent “r2” (gesprek r2) ontbreekt, maar het gesprek is ingelezen"
    ]


def test_a_speaker_of_a_coded_conversation_may_not_go() -> None:
    finished = replace(JUDGED, respondent="g-A")
    with pytest.raises(ProblemList, match="g-A"):
        check_kept(SPEAKERS, SPEAKERS[1:], (finished,), (), PATH)


def test_what_was_filled_in_stays_filled_in() -> None:
    bare = replace(ANNA, guide="", attributes={})
    assert lost((bare, BEN)) == [
        "“leidraad” van r1 is nu ingevuld, en wordt leeg",
        "“premie” van r1 is nu ingevuld, en wordt leeg",
    ]


def test_a_reason_goes_when_somebody_is_usable_after_all() -> None:
    unusable = replace(ANNA, usable=False, reason="te kort")
    check_kept((unusable,), (ANNA,), (), (), PATH)
    assert told((unusable,), (ANNA,)) == ["gewijzigd r1 (bruikbaar)"]


def test_a_corrected_register_is_taken_over_and_told(small_project: Project, write: Write) -> None:
    path = write("beter.csv", REGISTER.replace("\nr3,inwoner,", "\nr3,professional,"))
    with pytest.warns(KwalWarning, match=r"is bijgewerkt: gewijzigd r3 \(perspectief\)\."):
        found = small_project.add_respondents(path)
    assert found["group"].tolist() == ["inwoner", "inwoner", "professional"]
    assert small_project.respondents[2].group == "professional"


def test_the_same_register_changes_nothing_and_tells_nothing(
    small_project: Project, write: Write, recwarn: pytest.WarningsRecorder
) -> None:
    before = (small_project.path / "respondenten.csv").read_bytes()
    small_project.add_respondents(write("zelfde.csv", REGISTER.replace(",", ";")))
    assert (small_project.path / "respondenten.csv").read_bytes() == before
    assert not [one for one in recwarn if "bijgewerkt" in str(one.message)]


def test_a_register_that_would_lose_somebody_is_refused_whole(
    small_project: Project, write: Write
) -> None:
    before = (small_project.path / "respondenten.csv").read_bytes()
    path = write("ander.csv", REGISTER.replace("r3,inwoner,r3", "r4,inwoner,r4"))
    with pytest.raises(ProblemList, match="“r3”"):
        small_project.add_respondents(path)
    assert (small_project.path / "respondenten.csv").read_bytes() == before


def test_a_corrected_register_needs_no_conversations(small_project: Project, write: Write) -> None:
    path = write("beter.csv", REGISTER + "r4,inwoner,r4,inwoners,nee\n")
    words = ["importeer", "--respondenten", str(path), "--map", str(small_project.path)]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0
    assert result.output == "Let op: respondenten.csv is bijgewerkt: nieuw r4.\n"
