"""A file is written whole or not at all, and the reason is told in Dutch."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from tests.support.small import names_in

from kwalevaluatie.errors import ProjectError, TableError
from kwalevaluatie.files import make_folder, read_text, replacing, why, write_text


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = write_text(tmp_path / "map" / "x.txt", "één\n")
    write_text(path, "twee\n")
    assert path.read_bytes() == b"twee\n"
    assert names_in(path.parent) == ["x.txt"]


@pytest.mark.parametrize("problem", [KeyboardInterrupt, ValueError("stuk")])
def test_what_goes_wrong_halfway_leaves_the_file_as_it_was(
    problem: BaseException, tmp_path: Path
) -> None:
    path = write_text(tmp_path / "x.txt", "oud")
    with pytest.raises((KeyboardInterrupt, ValueError)), replacing(path) as temporary:
        temporary.write_text("half")
        raise problem
    assert path.read_text() == "oud"
    assert names_in(tmp_path) == ["x.txt"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "u mag hier niet bij"),
        (errno.EROFS, "alleen te lezen"),
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EIO, "het systeem weigert"),
    ],
)
def test_a_disk_that_refuses_is_told(
    number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    path = write_text(tmp_path / "x.txt", "oud")
    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(ProjectError, match=said) as caught:
        write_text(path, "nieuw")
    assert caught.value.where.path == path
    assert path.read_text() == "oud"
    assert names_in(tmp_path) == ["x.txt"]


def test_a_folder_where_a_file_stands_is_told(tmp_path: Path) -> None:
    path = write_text(tmp_path / "x.txt", "oud")
    with pytest.raises(ProjectError, match="een deel van dit pad is geen map"):
        write_text(path / "onder.txt", "nieuw")
    with pytest.raises(ProjectError, match="dit is een map"):
        write_text(tmp_path, "nieuw")
    with pytest.raises(ProjectError, match="de map is niet te maken"):
        make_folder(path)


def test_the_first_encoding_that_fits_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("één\r\n".encode("cp1252"))
    assert read_text(path, TableError, "utf-8", "cp1252") == "één\n"
    with pytest.raises(TableError, match="geen leesbare tekst"):
        read_text(path, TableError)


def test_an_unknown_reason_has_words_too() -> None:
    assert why(OSError()) == "het systeem weigert"
