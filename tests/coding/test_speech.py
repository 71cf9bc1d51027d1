"""The coded interview speech is what it says: literal quotations on codes that exist."""

from __future__ import annotations

from typing import Any

import pytest
from tests.coding.sets import AFTERWARDS, fragments

from kwalevaluatie import read_codebook

FRAGMENTS = fragments()


@pytest.mark.parametrize(
    "fragment", [*FRAGMENTS, *fragments(AFTERWARDS)], ids=lambda fragment: fragment["id"]
)
def test_a_fragment(fragment: dict[str, Any]) -> None:
    known = set(read_codebook("dienstverlening").by_id)
    for _, text, *coded in fragment["beurten"]:
        for one in coded[0] if coded else ():
            assert one["code"] in known and one["citaat"] in text
            assert one["waardering"] in ("positief", "negatief", "gemengd", "neutraal")
            assert one["moment"] in ("toen", "nu")


def test_there_are_enough_turns_of_respondents() -> None:
    turns = [turn for fragment in FRAGMENTS for turn in fragment["beurten"] if turn[0] != "I"]
    assert len(turns) >= 440
