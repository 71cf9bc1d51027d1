"""YAML that people write: lines, hints and Dutch for whatever is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from kwalevaluatie.errors import CodebookError, Place, TableError, hint
from kwalevaluatie.formats.yaml import build, check_keys, line_of, load, plain, sequence

Write = Callable[[str, str | bytes], Path]
ENGLISH = ("found", "expected", "while", "mapping", "unacceptable", "directory", "No such")


@dataclass(frozen=True)
class Thing:
    name: str
    size: int = 1
    share: float | None = None
    kind: Literal["een", "twee"] = "een"
    tags: tuple[str, ...] = ()
    only: Mapping[str, str] | None = None
    flag: bool = False


NAMES = {
    "naam": "name", "maat": "size", "deel": "share", "soort": "kind", "labels": "tags",
    "alleen": "only", "vlag": "flag", "rest": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: [1, 2\nc: d: e\n", 3, "een haakje of komma ontbreekt"),
        ("a: 1\nb:\n\t- x\n", 3, "zoals een tab"),
        ("a: 1\nb: 'open\n", 3, "een aanhalingsteken dat niet wordt gesloten"),
        ("a: 1\nb: [\n", 3, "een haakje dat niet wordt gesloten"),
        ("a: 1\na: 2\n", 2, "een sleutel staat er twee keer in"),
        ("a: x: y\n", 1, "een dubbele punt te veel"),
        ("a: *b\n", 1, "een * zonder &"),
        ("a: 1\n---\nb: 1\n", 2, "een regel met ---"),
        ("a: 1\n  b: 2\n", 2, "een verkeerde inspringing"),
        ("", 1, "bevat geen sleutels met waarden"),
        ("- a\n- b\n", 1, "bevat geen sleutels met waarden"),
        ("a: 1\nb: x\x07y\n", 2, "een onleesbaar teken"),
    ],
)
def test_broken_yaml_is_told_in_dutch_with_its_line(
    text: str, line: int, what: str, write: Write
) -> None:
    with pytest.raises(TableError, match=what.replace("*", r"\*")) as caught:
        load(write("x.yaml", text))
    assert caught.value.where.line == line
    assert caught.value.todo
    assert not [word for word in ENGLISH if word in str(caught.value)]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("naam: één".encode("cp1252"), "geen leesbare tekst"),
        (b"naam: a\0b", "geen leesbare tekst"),
        (b"PK\x03\x04\xff\xff", "geen leesbare tekst"),
    ],
)
def test_what_is_no_text_is_told(content: bytes, what: str, write: Write) -> None:
    with pytest.raises(CodebookError, match=what) as caught:
        load(write("x.yaml", content), CodebookError)
    assert "UTF-8" in caught.value.todo


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="bestand niet gevonden"):
        load(tmp_path / "weg.yaml")
    with pytest.raises(TableError, match="dit is een map"):
        load(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_with_a_mark_is_read(encoding: str, write: Write) -> None:
    assert load(write("x.yaml", "naam: één\r\nb: 2\r\n".encode(encoding)))["naam"] == "één"


def test_lines_count_from_one(write: Write) -> None:
    data = load(write("x.yaml", "# eerst\na: 1\nb:\n  - c\n  - d: 1\n"))
    assert (line_of(data, "a"), line_of(data, "b"), line_of(data["b"], 1)) == (2, 3, 5)
    assert line_of(data, "onbekend") == 2
    assert line_of({"a": 1}, "a") is None


def test_a_misspelt_key_gets_its_line_and_a_guess(write: Write) -> None:
    path = write("x.yaml", "naam: a\nmaaat: 2\n")
    with pytest.raises(TableError) as caught:
        check_keys(load(path), NAMES, Place(path, 1))
    assert str(caught.value) == (
        f"{path}, regel 2: onbekende sleutel “maaat”\nWat te doen: Bedoelde u “maat”?"
    )


def test_a_hint_guesses_lists_or_is_silent() -> None:
    assert hint("vertrouwn", ["vertrouwen", "hulp"]) == "Bedoelde u “vertrouwen”?"
    assert hint("qqq", ["b", "a"]) == "Kies uit: a, b."
    assert hint("qqq", []) == ""


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("maat: 2\n", 1, "“naam” ontbreekt"),
        ("naam:\n", 1, "“naam” ontbreekt"),
        ("naam: ''\n", 1, "“naam” ontbreekt"),
        ("naam: 5\n", 1, "“naam” moet tekst zijn"),
        ("naam: a\nmaat: veel\n", 2, "“maat” moet een geheel getal zijn"),
        ("naam: a\nmaat: 2.5\n", 2, "“maat” moet een geheel getal zijn"),
        ("naam: a\ndeel: 92,5\n", 2, "“deel” moet een getal zijn"),
        ("naam: a\nsoort: drie\n", 2, "“soort” kan niet “drie” zijn"),
        ("naam: a\nlabels: x\n", 2, "“labels” moet een lijst zijn"),
        ("naam: a\nalleen: [x]\n", 2, "“alleen” moet uit sleutels met waarden bestaan"),
        ("naam: a\nvlag: misschien\n", 2, "“vlag” moet true"),
    ],
)
def test_a_wrong_value_gets_its_line(text: str, line: int, what: str, write: Write) -> None:
    path = write("x.yaml", text)
    with pytest.raises(TableError, match=what) as caught:
        build(Thing, load(path), NAMES, Place(path, 1))
    assert caught.value.where == Place(path, line)
    assert caught.value.todo


def test_a_mapping_becomes_a_value_of_the_model(write: Write) -> None:
    text = "naam: a\nmaat: 3\ndeel: 2\nlabels: [x, y]\nalleen: {p: q}\nrest: z\n"
    made = build(Thing, load(write("x.yaml", text)), NAMES, Place())
    assert made == Thing("a", 3, 2.0, "een", ("x", "y"), {"p": "q"})


def test_a_list_that_is_none_is_told(write: Write) -> None:
    path = write("x.yaml", "a: 1\nb: tekst\n")
    with pytest.raises(TableError, match="“b” moet een lijst zijn") as caught:
        sequence(load(path), "b", path)
    assert caught.value.where.line == 2
    assert sequence(load(path), "c", path) == []


def test_values_become_ordinary_ones(write: Write) -> None:
    data = plain(load(write("x.yaml", 'a: "x"\nb: 0x10\nc: 1.50\nd: [true, null]\n')))
    assert data == {"a": "x", "b": 16, "c": 1.5, "d": (True, None)}
    assert [type(data[key]) for key in "abc"] == [str, int, float]
