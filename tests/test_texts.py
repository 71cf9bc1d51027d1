from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kwalevaluatie as kwal
from kwalevaluatie.errors import CodebookError
from kwalevaluatie.model import Code, Codebook, Pattern

COLUMNS = ["text", "code", "start", "stop", "score", "source", "reason", "valence", "moment"]
BOOK = Codebook(
    "b", "B", "1", (Code("tempo", "Tempo", "Iets.", patterns=(Pattern("wachten", "inwonertaal"),)),)
)
SAID = "😀 Nou. Ik moest wachten."


def suggested(texts: Any) -> pd.DataFrame:
    return kwal.suggest_texts(texts, BOOK)


def test_a_row_for_each_text_sentence_and_theme() -> None:
    found = suggested([SAID, "Niks.", "Wachten! Wachten."])
    assert list(found.columns) == COLUMNS
    assert list(found["text"]) == [0, 2, 2]
    first = found.iloc[0]
    assert SAID[first["start"] : first["stop"]] == "Ik moest wachten."
    assert (first["code"], first["source"]) == ("tempo", "woordenboek")
    assert first["reason"] == "“wachten” (inwonertaal)"
    assert set(found["score"]) == {0.6}


def test_one_text_is_a_text_and_no_list_of_letters() -> None:
    assert suggested(SAID).equals(suggested([SAID]))


@pytest.mark.parametrize(
    "texts", [None, "", [], [None], ["", None, " "], pd.Series([], dtype=object), [float("nan")]]
)
def test_nothing_said_gives_no_rows_but_all_columns(texts: Any) -> None:
    found = suggested(texts)
    assert list(found.columns) == COLUMNS
    assert found.empty


@pytest.mark.parametrize(
    "texts",
    [
        (None, SAID, ""),
        pd.Series([None, SAID, ""], index=[10, 20, 30]),
        pd.Series([pd.NA, SAID, ""], dtype="string"),
        (text for text in (None, SAID, "")),
    ],
)
def test_rows_are_numbered_by_place(texts: Any) -> None:
    assert list(suggested(texts)["text"]) == [1]


def test_the_library_is_the_default() -> None:
    found = kwal.suggest_texts(
        ["Elke keer weer een ander gezicht, dan moet je alles weer vertellen."]
    )
    assert "wisseling-contactpersoon" in set(found["code"])


def codebook_text(pattern: str) -> str:
    return (
        "id: eigen\nlabel: Eigen\nversion: '1'\nthemes:\n"
        "  - id: tempo\n    label: Tempo\n    definition: Hoe snel het gaat.\n"
        f"    patterns:\n      inwonertaal:\n        - {pattern}\n"
    )


def test_a_changed_codebook_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "eigen.yaml"
    path.write_text(codebook_text("wachten"), "utf-8")
    assert len(kwal.suggest_texts(SAID, path)) == 1
    path.write_text(codebook_text("haast hebben"), "utf-8")
    os.utime(path, ns=(1, 1))
    assert kwal.suggest_texts(SAID, path).empty
    assert len(kwal.suggest_texts("Ik had haast.", str(path))) == 0
    assert len(kwal.suggest_texts("Ik moet haast hebben.", str(path))) == 1


def test_a_codebook_that_is_not_there() -> None:
    with pytest.raises(CodebookError, match="dienstverlenin"):
        kwal.suggest_texts(SAID, "dienstverlenin")


def spoken(*rows: tuple[str, str]) -> kwal.Transcript:
    roles = {"I": "interviewer"}
    return kwal.Transcript.from_turns(
        (who, roles.get(who, "respondent"), said) for who, said in rows
    )


def coded(code: str, turn: int, valence: str, moment: str = "nu", **more: Any) -> dict[str, Any]:
    place = {"turn": turn, "start": 0, "stop": 5}
    return {"code": code, "valence": valence, "moment": moment, **place, **more}


TOLD = spoken(("I", "Hoe gaat het?"), ("A", "Goed geholpen."), ("B", "Nooit gehoord."))


def test_judgements_for_every_speaker_and_goal() -> None:
    codings = pd.DataFrame([coded("maatwerk", 1, "positief"), coded("bejegening", 2, "negatief")])
    found = kwal.propose_judgements(TOLD, codings)
    assert list(found) == ["speaker", "goal", "state", "development", "because"]
    states = found.set_index(["speaker", "goal"])["state"]
    assert len(states) == 12
    assert states["A", "op-maat"] == "positief"
    assert states["B", "behoefte-centraal"] == "negatief"
    assert states["B", "vertrouwen"] == "niet besproken"


def test_judgements_on_suggestions() -> None:
    talk = spoken(("I", "Werd u gehoord?"), ("R", "Ze luisterde echt naar wat ik nodig had."))
    found = kwal.propose_judgements(talk, kwal.suggest_transcript(talk)).set_index("goal")
    assert found.loc["behoefte-centraal", "state"] == "positief"
    assert "luisterde echt" in found.loc["behoefte-centraal", "because"]


def test_asked_without_an_answer_cannot_be_determined() -> None:
    talk = spoken(("I", "Had u het gevoel dat u werd vertrouwd?"), ("R", "Dat weet ik niet."))
    nothing = pd.DataFrame(columns=["code", "turn", "start", "stop", "valence", "moment"])
    found = kwal.propose_judgements(talk, nothing).set_index("goal")["state"]
    assert found["vertrouwen"] == "niet te bepalen"
    assert found["netwerkpartner"] == "niet besproken"


def test_only_the_codings_of_this_conversation_count() -> None:
    rows = [coded("maatwerk", 1, "positief", transcript=name) for name in ("elders", "gesprek")]
    found = kwal.propose_judgements(TOLD, pd.DataFrame(rows)).set_index(["speaker", "goal"])
    assert found.loc[("A", "op-maat"), "because"] == "1 positief (nu): “Goed ”"


@pytest.mark.parametrize(
    ("codings", "problem"),
    [
        (pd.DataFrame({"code": ["maatwerk"]}), "kolom turn, start, stop, valence, moment"),
        (pd.DataFrame([coded("maatwerk", 9, "positief")]), "geen passage 0-5 in beurt 9"),
    ],
)
def test_codings_that_cannot_be_read(codings: pd.DataFrame, problem: str) -> None:
    with pytest.raises(kwal.KwalError, match=problem):
        kwal.propose_judgements(TOLD, codings)
