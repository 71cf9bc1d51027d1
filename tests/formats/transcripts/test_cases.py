"""Text → expected, from tests/cases/transcripts/*.yaml; known failures must match exactly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kwalevaluatie.formats.transcripts import read_transcript
from kwalevaluatie.model import Transcript

CASES = Path(__file__).parents[2] / "cases" / "transcripts"


def _cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        content = YAML(typ="safe").load(path)
        for case in content["cases"]:
            failing = case["name"] in content["known_failures"]
            marks = [pytest.mark.xfail(strict=True)] if failing else []
            yield pytest.param(case, id=f"{path.stem}-{case['name']}", marks=marks)


@pytest.mark.parametrize("case", list(_cases()))
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "gesprek.txt"
    path.write_text(case["text"], encoding="utf-8")
    transcript = read_transcript(path)
    assert {key: _seen(transcript, key) for key in case if key in _SEEN} == {
        key: case[key] for key in case if key in _SEEN
    }


def _seen(transcript: Transcript, key: str) -> Any:
    return _SEEN[key](transcript)


_SEEN = {
    "turns": lambda one: [[turn.speaker, turn.role, turn.text] for turn in one.turns],
    "metadata": lambda one: dict(one.metadata),
    "seconds": lambda one: [turn.seconds for turn in one.turns],
    "notes": lambda one: [note.kind for note in one.notes],
}
