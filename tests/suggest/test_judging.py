"""What codings say about a goal."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kwalevaluatie.formats.codebooks import join_codebooks, read_codebook
from kwalevaluatie.formats.marked import read_marked
from kwalevaluatie.model import Code, Codebook, Goal, MarkedTranscript, Respondent, Span, Transcript
from kwalevaluatie.suggest.judging import Ground, Proposed, deciding, propose, propose_for

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "judgements.yaml")
BOOK = Codebook(
    "doelen", "Doelen", "1",
    codes=(Code("maat", "Maat", ""), Code("tempo", "Tempo", "", parent="maat"),
           Code("toon", "Toon", ""), Code("motivatie", "Motivatie", "")),
    goals=(Goal("op-maat", "Op maat", "", themes=("maat", "toon", "motivatie")),),
)  # fmt: skip
TALK = Transcript.from_turns(
    [
        ("I", "interviewer", "Paste het?"),
        ("R", "respondent", "Eerst niet, later wel."),
        ("S", "respondent", "Dat weet ik niet."),
        ("R", "respondent", "Nu gaat het goed."),
    ]
)
POOR, GOOD = Span(1, 0, 10), Span(1, 12, 21)


def asks_nothing(questions: object) -> list[set[str]]:
    return [set() for _ in questions]  # type: ignore[attr-defined]


def judged(*grounds: Ground, asked: str = "") -> list[Proposed]:
    return list(propose(TALK, grounds, BOOK, lambda questions: [{asked} for _ in questions]))


def test_everyone_interviewed_gets_every_goal() -> None:
    assert [(one.speaker, one.goal) for one in judged()] == [("R", "op-maat"), ("S", "op-maat")]


def test_from_poor_to_good_is_mixed_and_better() -> None:
    one = judged(Ground("maat", POOR, "negatief", "toen"), Ground("maat", GOOD, "positief", "nu"))[
        0
    ]
    assert (one.state, one.development) == ("wisselend", "beter")
    assert one.because == "1 positief (nu), 1 negatief (toen): “Eerst niet”; “later wel”"


def test_the_present_outweighs_the_past() -> None:
    now = [Ground("maat", span, "positief", "nu") for span in (GOOD, Span(3, 0, 16))]
    assert judged(*now, Ground("maat", POOR, "negatief", "nu"))[0].state == "wisselend"
    assert judged(*now, Ground("maat", POOR, "negatief", "toen"))[0].state == "positief"


def test_a_sub_theme_counts_where_its_theme_is_not_coded() -> None:
    detail = Ground("tempo", POOR, "negatief", "nu")
    assert judged(detail)[0].state == "negatief"
    assert judged(Ground("maat", GOOD, "positief", "nu"), detail)[0].state == "positief"


def test_a_theme_of_less_weight_does_not_decide() -> None:
    assert judged(Ground("toon", GOOD, "positief", "nu"))[0].state == "niet besproken"


def test_what_moves_somebody_says_nothing_of_the_goal() -> None:
    moved = Ground("motivatie", POOR, "negatief", "nu")
    assert judged(Ground("maat", GOOD, "positief", "nu"), moved)[0].state == "positief"


def test_neutral_alone_decides_nothing() -> None:
    assert judged(Ground("maat", GOOD, "neutraal", "nu"))[0].state == "niet te bepalen"


def test_one_weak_suggestion_is_no_judgement() -> None:
    weak = judged(Ground("maat", GOOD, "positief", "nu", score=0.3))[0]
    assert (weak.state, weak.because[:27]) == ("niet besproken", "alleen een zwakke aanwijzin")


def test_asked_but_not_answered() -> None:
    silent, evading = judged(asked="maat")
    assert silent.state == "niet besproken"
    assert evading.state == "niet te bepalen"
    assert evading.because == "gevraagd, zonder uitsluitsel: “Dat weet ik niet.”"


def test_not_asked_is_not_discussed() -> None:
    assert [one.state for one in judged(asked="toon")] == ["niet besproken"] * 2


def test_a_respondent_without_a_speaker_is_the_whole_talk() -> None:
    whole = Respondent("g1", "inwoner", TALK.id)
    assert [one.speaker for one in propose_for(whole, TALK, [], BOOK, asks_nothing)] == ["g1"]
    one = Respondent("s", "inwoner", TALK.id, speaker="S")
    assert [one.speaker for one in propose_for(one, TALK, [], BOOK, asks_nothing)] == ["S"]


def test_what_speaks_of_the_same_decides_too() -> None:
    goal = Goal("werk", "Werk", "", themes=("ondersteuning-naar-werk", "instrumenten", "toon"))
    assert deciding(goal) == {"ondersteuning-naar-werk", "instrumenten"}
    assert deciding(Goal("leeg", "Leeg", "")) == frozenset()


@pytest.mark.parametrize(("part", "least"), [("development", 0.84), ("untouched", 0.80)])
def test_most_readers_judgements_are_proposed(part: str, least: float, tmp_path: Path) -> None:
    book = join_codebooks(map(read_codebook, ("dienstverlening", "msp-rdwi-2024-2027")))
    right = [agrees for case in CASES[part] for agrees in compared(case, book, tmp_path / "g.txt")]
    assert sum(right) / len(right) >= least


def compared(case: dict[str, object], book: Codebook, path: Path) -> list[bool]:
    path.write_text(f"## inwoner\n{case['talk']}", "utf-8")
    (marked,) = read_marked(path)
    said = case["judgements"]
    assert isinstance(said, dict)
    return [
        str(said.get(one.goal, "niet besproken")).partition(",")[0] == one.state
        for one in propose(marked.transcript, grounds(marked), book, asks_nothing)
    ]


def grounds(marked: MarkedTranscript) -> list[Ground]:
    return [Ground(mark.code, mark.span, mark.valence, mark.moment) for mark in marked.marks]
