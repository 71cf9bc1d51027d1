"""Changing a codebook in its YAML file: comments, order and the rest of the text stay."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from kwalevaluatie.errors import CodebookError, hint
from kwalevaluatie.files import read_text
from kwalevaluatie.formats.yaml import load
from kwalevaluatie.formats.yaml_editing import LAYOUTS, append, dump, editor, fill, layout_of, put
from kwalevaluatie.model import Register

TEXTS = ("label", "definition")
LISTS = ("include", "exclude", "examples", "counter_examples")
REGISTERS: tuple[str, ...] = get_args(Register)
ORDER = ("id", *TEXTS, "parent", "polarity", *LISTS, "patterns", *get_args(Register))
_LAST_NUMBER = re.compile(r"\d+(?!.*\d)")


def stamp(path: Path) -> str:
    """What a file holds now, in short: another text has another stamp, no file has none."""
    return sha256(path.read_bytes()).hexdigest()[:16] if path.exists() else ""


def check_stamp(path: Path, seen: str) -> None:
    """Raise CodebookError when a file is no longer what somebody has before him."""
    if stamp(path) != seen:
        raise CodebookError(
            "het codeboek is intussen gewijzigd; er is niets bewaard", where=path,
            todo="Kopieer wat u hebt getypt, ververs de pagina en voer uw wijziging opnieuw in.",
        )  # fmt: skip


def own_theme(path: Path, theme: str) -> dict[str, Any] | None:
    """What one codebook file itself says of a theme; None when the theme is not in it.

    `label, definition` (None where they are taken over), `include, exclude, examples,
    counter_examples` (None likewise) and `patterns`: `text, register, valence`.
    """
    item = _find(load(path, CodebookError), theme)
    if item is None:
        return None
    shown: dict[str, Any] = {key: _text(item.get(key)) for key in TEXTS}
    shown |= {key: _texts(item.get(key)) for key in LISTS}
    patterns = item.get("patterns") or {}
    shown["patterns"] = [
        _pattern(entry, register)
        for register in REGISTERS
        for entry in patterns.get(register) or ()
    ]
    return shown


def with_theme(path: Path, theme: str, changed: Mapping[str, Any]) -> str:
    """The text of a codebook file with one theme changed, or added, and a higher version.

    `changed` holds what is to be another: the keys of `own_theme`. A key that is left out stays
    as it is. Raises CodebookError when a comment of the file would be lost.
    """
    load(path, CodebookError)
    text = read_text(path, CodebookError)
    layout = layout_of(text)
    data = editor(layout).load(text)
    item = _find(data, theme)
    if item is None:
        append(data, "themes", _changed(_named(theme), changed))
    else:
        _changed(item, changed)
    data["version"] = _quoted_like(data.get("version"), next_version(str(data.get("version", ""))))
    made = dump(data, layout)
    _check_comments(text, made, path)
    return made


def new_codebook(id: str, label: str, extends: Sequence[str]) -> str:
    """The text of a codebook that has no themes of its own yet."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    data = {
        "id": id, "label": label, "version": DoubleQuotedScalarString("0.1"),
        "extends": list(extends), "themes": [],
    }  # fmt: skip
    return dump(data, LAYOUTS[0])


def with_added(text: str, key: str, value: str) -> str:
    """The text of a YAML file with a value added to the list under a key, if it lacks it."""
    data = editor(LAYOUTS[0]).load(text)
    there = data.get(key)
    values = [there] if isinstance(there, str) else list(there or ())
    if value in values:
        return text
    if not isinstance(there, list):
        data[key] = values
    append(data, key, value)
    return dump(data, layout_of(text))


def next_version(version: str) -> str:
    """The version after this one: its last number is one higher.

    >>> next_version("1.0"), next_version("2026-9"), next_version("")
    ('1.1', '2026-10', '1')
    """
    number = _LAST_NUMBER.search(version)
    if number is None:
        return f"{version} 1".strip()
    return f"{version[: number.start()]}{int(number[0]) + 1}{version[number.end() :]}"


# reading


def _find(data: Any, theme: str) -> Any:
    themes = data.get("themes") or ()
    return next((item for item in themes if str(item.get("id")) == theme), None)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _texts(value: Any) -> list[str] | None:
    return None if value is None else [str(one) for one in value]


def _pattern(entry: Any, register: str) -> dict[str, Any]:
    if isinstance(entry, Mapping):
        return {"text": str(entry["pattern"]), "register": register,
                "valence": _text(entry.get("valence"))}  # fmt: skip
    return {"text": str(entry), "register": register, "valence": None}


# changing


def _named(theme: str) -> Any:
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap({"id": theme})


def _changed(item: Any, changed: Mapping[str, Any]) -> Any:
    """A theme, made as it is to be."""
    for key in TEXTS:
        if changed.get(key) is not None and _text(item.get(key)) != changed[key]:
            put(item, key, changed[key], ORDER)
    for key in LISTS:
        if changed.get(key) is not None and (key in item or changed[key]):
            fill(item, key, [str(one) for one in changed[key]], ORDER)
    if changed.get("patterns") is not None:
        _set_patterns(item, changed["patterns"])
    return item


def _set_patterns(item: Any, wanted: Sequence[Mapping[str, Any]]) -> None:
    unknown = next((p["register"] for p in wanted if p["register"] not in REGISTERS), None)
    if unknown is not None:
        raise CodebookError(f"onbekend register “{unknown}”", todo=hint(unknown, REGISTERS))
    if not item.get("patterns"):
        if not wanted:
            return
        from ruamel.yaml.comments import CommentedMap

        put(item, "patterns", CommentedMap(), ORDER)
    for register in REGISTERS:
        mine = [p for p in wanted if p["register"] == register]
        if mine or register in item["patterns"]:
            fill(item["patterns"], register, [_entry(one) for one in mine], ORDER)


def _entry(pattern: Any) -> Any:
    if pattern.get("valence"):
        return {"pattern": pattern["text"], "valence": pattern["valence"]}
    return pattern["text"]


def _quoted_like(before: Any, version: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return type(before)(version) if isinstance(before, str) else DoubleQuotedScalarString(version)


def _check_comments(before: str, after: str, path: Path) -> None:
    lost = [line for line in _comments(before) if line not in _comments(after)]
    if lost:
        raise CodebookError(
            f"de opmerking “{lost[0]}” zou hiermee verdwijnen; er is niets bewaard", where=path,
            todo="Bewerk dit thema in het bestand zelf.",
        )  # fmt: skip


def _comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
