"""How often the proposed judgement of a resident on a goal is the one a reader gave."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from tests.coding.sets import fragments, speech

import kwalevaluatie as kwal
from kwalevaluatie.model import MarkedTranscript

GOALS = ("daginvulling", "betaald-werk", "op-maat", "behoefte-centraal", "vertrouwen",
         "netwerkpartner")  # fmt: skip


def as_coded(marked: MarkedTranscript) -> pd.DataFrame:
    """The codings of the first coder, as decisions come out of an evaluation."""
    rows = [
        {
            "code": mark.code, "turn": mark.span.turn, "start": mark.span.start,
            "stop": mark.span.stop, "valence": mark.valence, "moment": mark.moment,
        }
        for mark in marked.marks
    ]  # fmt: skip
    return pd.DataFrame(rows)


def as_suggested(marked: MarkedTranscript) -> pd.DataFrame:
    """What is proposed without anybody deciding."""
    return kwal.suggest_transcript(marked.transcript)


def judgements_right(codings: Callable[[MarkedTranscript], pd.DataFrame]) -> tuple[float, int]:
    """The share of resident × goal with the right state, and how many those are."""
    right = many = 0
    for fragment, marked in zip(fragments(), speech(), strict=True):
        if fragment["perspectief"] != "inwoner":
            continue
        wanted = {goal: _state(fragment.get("oordelen", {}).get(goal)) for goal in GOALS}
        found = kwal.propose_judgements(marked.transcript, codings(marked))
        states = dict(zip(found["goal"], found["state"], strict=True))
        right += sum(states[goal] == state for goal, state in wanted.items())
        many += len(wanted)
    return right / many, many


def _state(given: object) -> str:
    if isinstance(given, dict):
        return str(given["staat"])
    return str(given) if given else "niet besproken"
