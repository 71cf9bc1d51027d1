from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kwalevaluatie.errors import TableError
from kwalevaluatie.formats.publication_rules import read_publication_rules
from kwalevaluatie.model.publication import PublicationRules

Write = Callable[[str, str | bytes], Path]
WHOLE = """\
kleinste_cel: 10
weinig: 3
herkenbaarheid: {hoog: blokkade, verhoogd: ok}
partners: {ketenpartner: instelling}
partners_genoemd: ja
achtergrondkenmerken: [geslacht, wijk]
rollen: [functie]
"""


def test_all_rules_can_be_set(write: Write) -> None:
    rules = read_publication_rules(write("publicatieregels.yaml", WHOLE))
    assert rules == PublicationRules(
        minimum=10,
        few=3,
        levels={"hoog": "blokkade", "verhoogd": "ok"},
        partners={"ketenpartner": "instelling"},
        named=True,
        background=("geslacht", "wijk"),
        roles=("functie",),
    )


def test_what_is_left_out_keeps_its_value(write: Write) -> None:
    rules = read_publication_rules(write("publicatieregels.yaml", "kleinste_cel: 8\n"))
    assert rules == PublicationRules(minimum=8)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("weinig: 2\nkleinste_cel: 1\n", 2, "minstens 2"),
        ("weinig: 0\n", 1, "minstens 1"),
        ("herkenbaarheid: {groot: blokkade}\n", 1, "groot"),
        ("herkenbaarheid: {hoog: stop}\n", 1, "herkenbaarheid"),
        ("kleinste_sel: 5\n", 1, "kleinste_cel"),
        ("partners_genoemd: misschien\n", 1, "partners_genoemd"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(
    write: Write, text: str, line: int, told: str
) -> None:
    with pytest.raises(TableError, match=told) as problem:
        read_publication_rules(write("publicatieregels.yaml", text))
    assert problem.value.where.line == line
