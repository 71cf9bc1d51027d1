"""Interview guides: who was asked what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.small import CODEBOOK, GUIDE

from kwalevaluatie.errors import CodebookError, Place
from kwalevaluatie.formats.codebooks import read_codebook
from kwalevaluatie.formats.guides import read_guide
from kwalevaluatie.model import Codebook

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def book(write: Write) -> Codebook:
    return read_codebook(write("klein.yaml", CODEBOOK))


def test_a_guide_holds_its_questions(write: Write, book: Codebook) -> None:
    guide = read_guide(write("g.yaml", GUIDE + "    alleen: {premie: ja, bruikbaar: ja}\n"), book)
    (question,) = guide.questions
    assert (guide.id, guide.group, question.id) == ("inwoners", "inwoner", "v1")
    assert (question.goals, question.themes) == (("geholpen",), ("hulp",))
    assert question.only == {"premie": "ja", "usable": "ja"}


@pytest.mark.parametrize(
    ("text", "line", "what", "todo"),
    [
        (GUIDE.replace("[geholpen]", "[geholen]"), 7, "“v1” noemt “geholen”", "“geholpen”"),
        (GUIDE.replace("[hulp]", "[hlp]"), 8, "“v1” noemt “hlp”", "“hulp”"),
        (GUIDE.replace("doelen:", "dolen:"), 7, "onbekende sleutel “dolen”", "“doelen”"),
        (GUIDE.replace("[geholpen]", "geholpen"), 7, "“doelen” moet een lijst zijn", ""),
        (GUIDE + "    alleen: {premie: 2}\n", 9, "“alleen” moet tekst zijn", ""),
        (GUIDE + "    alleen: [premie]\n", 9, "“alleen” moet uit sleutels", ""),
        (GUIDE.replace("id: inwoners", "ide: inwoners"), 1, "onbekende sleutel “ide”", "“id”"),
        (GUIDE.replace("perspectief: inwoner\n", ""), 1, "“perspectief” ontbreekt", ""),
        ("id: a\ntitel: b\nperspectief: c\nvragen: [los]\n", 4, "hier horen sleutels", ""),
        ("id: a\ntitel: b\nperspectief: c\nvragen: los\n", 4, "“vragen” moet een lijst", ""),
    ],
)
def test_a_wrong_guide_is_told_with_its_line(
    text: str, line: int, what: str, todo: str, write: Write, book: Codebook
) -> None:
    path = write("g.yaml", text)
    with pytest.raises(CodebookError, match=what) as caught:
        read_guide(path, book)
    assert caught.value.where == Place(path, line)
    assert todo in caught.value.todo
    assert caught.value.todo
