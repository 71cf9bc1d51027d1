"""The labelled sets that suggestions are measured on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from kwalevaluatie.formats.marked import VALUES
from kwalevaluatie.model import Mark, MarkedTranscript, Span, Transcript, Turn

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
ROLES = {"I": "interviewer", "R": "respondent"}


SPEECH, AFTERWARDS = "speech.yaml", "speech_fresh.yaml"


def fragments(file: str = SPEECH) -> list[dict[str, Any]]:
    """The fragments of a speech set as they stand in the file."""
    read: list[dict[str, Any]] = YAML(typ="safe").load((HERE / file).read_text("utf-8"))
    return read


def speech(file: str = SPEECH) -> list[MarkedTranscript]:
    """Interview speech that no pattern, example or weight was made from."""
    return [_marked(fragment) for fragment in fragments(file)]


def _marked(fragment: Mapping[str, Any]) -> MarkedTranscript:
    turns, marks = [], []
    for number, (who, text, *coded) in enumerate(fragment["beurten"]):
        turns.append(Turn(who, ROLES.get(who, "respondent"), text))  # type: ignore[arg-type]
        for one in coded[0] if coded else ():
            start = text.index(one["citaat"])
            span = Span(number, start, start + len(one["citaat"]))
            marks.append(Mark(span, one["code"], one["waardering"], one["moment"]))
    return MarkedTranscript(
        Transcript(fragment["id"], tuple(turns)), tuple(marks), fragment["perspectief"]
    )


Coded = dict[tuple[str, int, str], tuple[str, str]]


def first_coder() -> Coded:
    """Per fragment, turn and theme the value and moment of the first coder."""
    return {
        (one.transcript.id, mark.span.turn, mark.code): (mark.valence, mark.moment)
        for one in speech()
        for mark in one.marks
    }


def second_coder() -> Coded:
    """The same of the second coder, who saw only the text and the definitions."""
    read = YAML(typ="safe").load((HERE / "second.yaml").read_text("utf-8"))
    coded: Coded = {}
    for fragment, turns in read.items():
        for turn, codes in turns.items():
            for code, value, moment in (one.split(" ") for one in codes):
                coded[fragment, turn, code] = (VALUES[value], moment)
    return coded


def report_sentences(seed: str) -> list[MarkedTranscript]:
    """Labelled sentences of a real report, each alone; none where they are not at hand."""
    path = SHARED / "dev-gold" / "sentences_000_001.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = [row for row in map(json.loads, lines) if row["seed"] == seed]
    return [
        MarkedTranscript(
            Transcript(str(row["id"]), (Turn("S", "respondent", row["text"]),)),
            tuple(
                Mark(Span(0, 0, len(row["text"])), label, row["valence"], "nu")
                for label in row["labels"]
            ),
            row["perspective"],
        )
        for row in rows
    ]
