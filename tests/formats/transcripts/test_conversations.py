"""Invented conversations as real people type and save them, against what was said by whom.

`<name>.yaml` holds the truth for every file of that name:
`sprekers` label → role, `beurten` rows of [label, text], `metadata` the keys that are certain.
`zonder_labels` is for files that show no labels: only role and text count there.
`zonder_kop` lists suffixes of files without the header that the metadata come from.
Survey answers have `antwoorden` instead: per respondent an id and rows of [question, answer].
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import kwalevaluatie

FOLDER = Path(__file__).parent / "conversations"
SETS = ("dev", "measured")
"""The conversations that the reader was built with, and those that it was only measured on."""
FILES = sorted(
    path for name in SETS for path in FOLDER.glob(f"{name}/*.*") if path.suffix != ".yaml"
)
LIST_MARK = re.compile(r"(?:^|(?<=\s))[-*•](?=\s)")


def _truth(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = YAML(typ="safe").load(path.with_suffix(".yaml"))
    return truth


def _files(key: str) -> list[Any]:
    found = (path for path in FILES if key in _truth(path))
    return [pytest.param(path, id=f"{path.parent.name}-{path.name}") for path in found]


def _names(truth: dict[str, Any]) -> dict[str, str]:
    return {label: _name(label, role, truth) for label, role in truth["sprekers"].items()}


def _name(label: str, role: str, truth: dict[str, Any]) -> str:
    return role if truth.get("zonder_labels") else label.rstrip(" .:")


def _squeezed(text: str) -> str:
    return " ".join(LIST_MARK.sub(" ", text).split())


def _first_difference(seen: Iterable[Any], expected: Iterable[Any]) -> str:
    seen, expected = list(seen), list(expected)
    for number, (one, other) in enumerate(zip(seen, expected, strict=False)):
        if one != other:
            return f"turn {number}:\n  read     {one}\n  expected {other}"
    number = min(len(seen), len(expected))
    rest = f"\n  read     {seen[number : number + 1]}\n  expected {expected[number : number + 1]}"
    return f"{len(seen)} turns read, {len(expected)} expected; from turn {number}:{rest}"


def _same(seen: Iterable[Any], expected: Iterable[Any]) -> None:
    seen, expected = list(seen), list(expected)
    assert seen == expected, _first_difference(seen, expected)


@pytest.mark.parametrize("path", _files("beurten"))
def test_turns(path: Path) -> None:
    truth = _truth(path)
    names = _names(truth)
    read = kwalevaluatie.read_transcript(path).turns
    _same(
        [(_name(one.speaker, one.role, truth), _squeezed(one.text)) for one in read],
        [(names[label], _squeezed(text)) for label, text in truth["beurten"]],
    )


@pytest.mark.parametrize("path", _files("beurten"))
def test_roles(path: Path) -> None:
    truth = _truth(path)
    names = _names(truth)
    read = kwalevaluatie.read_transcript(path).speakers
    seen = {_name(one.label, one.role, truth): one.role for one in read}
    assert seen == {names[label]: role for label, role in truth["sprekers"].items()}


@pytest.mark.parametrize("path", _files("beurten"))
def test_metadata(path: Path) -> None:
    truth = _truth(path)
    if path.suffix[1:] in truth.get("zonder_kop", []):
        pytest.skip("this file has no header")
    read = kwalevaluatie.read_transcript(path).metadata
    seen = {key: read.get(key, "").casefold() for key in truth["metadata"]}
    assert seen == {key: value.casefold() for key, value in truth["metadata"].items()}


@pytest.mark.parametrize("path", _files("antwoorden"))
def test_answers(path: Path) -> None:
    from kwalevaluatie.formats.transcripts import read_answers

    read = {
        one.id: [(turn.role, _squeezed(turn.text)) for turn in one.turns]
        for one in read_answers(path)
    }
    truth = _truth(path)["antwoorden"]
    assert list(read) == [row["id"] for row in truth]
    for row in truth:
        _same(read[row["id"]], _answer_turns(row["beurten"]))


def _answer_turns(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        turn
        for question, answer in rows
        for turn in (("interviewer", _squeezed(question)), ("respondent", _squeezed(answer)))
    ]
