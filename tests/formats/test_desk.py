"""Where a team works together, as the settings say it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kwalevaluatie.errors import TableError
from kwalevaluatie.formats.settings import read_settings
from kwalevaluatie.model import Desk

Write = Callable[[str, str], Path]
HEAD = "titel: Klein\n"


def test_without_it_the_page_is_for_this_computer(write: Write) -> None:
    assert read_settings(write("evaluatie.yaml", HEAD)).desk == Desk()


def test_address_and_header_are_read(write: Write) -> None:
    path = write("evaluatie.yaml", f"{HEAD}werkplek: {{adres: Werk.Velder.example, kop: X-User}}\n")
    assert read_settings(path).desk == Desk("werk.velder.example", "X-User")


@pytest.mark.parametrize(
    "desk",
    [
        "{adres: werk.example}", "{kop: X-User}", "{}", "{adres: '', kop: X-User}", "ja",
        "{adres: 'https://werk.example/', kop: X-User}", "{adres: 'werk .example', kop: X-User}",
        "{adres: werk.example, kop: 'X User'}", "{adres: werk.example, kop: Cookie}",
        "{adres: werk.example, kop: Sec-Fetch-Site}", "{adres: werk.example, naam: x}",
        "{adres: '*', kop: X-User}",
    ],
)  # fmt: skip
def test_half_of_it_or_what_cannot_be_is_refused_with_its_line(write: Write, desk: str) -> None:
    with pytest.raises(TableError, match="regel 2"):
        read_settings(write("evaluatie.yaml", f"{HEAD}werkplek: {desk}\n"))
