from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kwalevaluatie.errors import FindingError
from kwalevaluatie.formats.findings import Subjects, read_findings
from kwalevaluatie.model import Finding

SUBJECTS = Subjects(
    goals=("werk", "op-maat"),
    groups=("inwoner", "professional"),
    parts={"rapport": {"Conclusie": "rapport/conclusie"}},
)
Write = Callable[[str, str], Path]


def read(write: Write, text: str) -> tuple[Finding, ...]:
    return read_findings([write("een.md", text)], SUBJECTS)


def test_each_heading_is_a_place_with_its_line(write: Write) -> None:
    found = read(write, "---\ndoel: werk\n---\n# Kort gezegd\nA\n\n# Vertellen: inwoner\n\nB\n")
    assert [(one.place, one.line, one.text.strip()) for one in found] == [
        ("werk/kort", 5, "A"), ("werk/vertellen/inwoner", 8, "B"),
    ]  # fmt: skip


def test_with_a_perspective_the_text_is_what_that_group_tells(write: Write) -> None:
    head = "---\ndoel: werk\nperspectief: inwoner\n---\n"
    assert [one.place for one in read(write, f"{head}A")] == ["werk/vertellen/inwoner"]
    assert [one.place for one in read(write, f"{head}# Vertellen\nA")] == ["werk/vertellen/inwoner"]


def test_a_part_of_the_report_has_its_own_headings(write: Write) -> None:
    found = read(write, "---\nover: rapport\n---\n# Conclusie\nA")
    assert [one.place for one in found] == ["rapport/conclusie"]


def test_comments_and_empty_sections_are_no_findings(write: Write) -> None:
    assert read(write, "---\ndoel: werk\n---\n# Kort gezegd\n<!-- nog\ndoen -->\n# Tellen\n") == ()


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("# Kort gezegd\nA", "het begin ontbreekt", 1),
        ("---\ndoel: werk\nover: rapport\n---\nA", "óf een doel", 1),
        ("---\ndoel: wrk\n---\n# Tellen\nA", "Bedoelde u “werk”", 2),
        ("---\nkleur: rood\n---\nA", "onbekende regel", 2),
        ("---\ndoel: werk\n---\nA", "onder geen kop", 4),
        ("---\ndoel: werk\n---\n# Korte gezegd\nA", "Bedoelde u “Kort gezegd”", 4),
        ("---\ndoel: werk\n---\n# Vertellen: inwonr\nA", "Bedoelde u “inwoner”", 4),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    write: Write, text: str, message: str, line: int
) -> None:
    with pytest.raises(FindingError, match=message) as raised:
        read(write, text)
    assert raised.value.where.line == line


def test_a_place_is_written_once(write: Write) -> None:
    text = "---\ndoel: werk\n---\n# Tellen\nA"
    with pytest.raises(FindingError, match="al geschreven"):
        read_findings([write("een.md", text), write("twee.md", text)], SUBJECTS)
