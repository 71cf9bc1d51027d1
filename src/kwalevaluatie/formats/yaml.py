"""YAML that people write: read with line numbers, checked key by key, told in Dutch."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from kwalevaluatie.errors import KwalError, Place, TableError, hint
from kwalevaluatie.files import read_text

T = TypeVar("T")
REASONS = {
    "missing": "ontbreekt",
    "string_type": "moet tekst zijn (zet het tussen aanhalingstekens)",
    "tuple_type": "moet een lijst zijn",
    "list_type": "moet een lijst zijn",
    "mapping_type": "moet uit sleutels met waarden bestaan",
    "dict_type": "moet uit sleutels met waarden bestaan",
    "int_parsing": "moet een geheel getal zijn",
    "int_type": "moet een geheel getal zijn",
    "int_from_float": "moet een geheel getal zijn",
    "float_parsing": "moet een getal zijn (met een punt: 8.2)",
    "float_type": "moet een getal zijn (met een punt: 8.2)",
    "bool_parsing": "moet true (ja) of false (nee) zijn",
    "bool_type": "moet true (ja) of false (nee) zijn",
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        "moet een dag zijn, zoals 2027-03-01",
    ),
}
BROKEN = {
    "duplicate key": "een sleutel staat er twee keer in",
    "cannot start any token": "een teken dat hier niet mag, zoals een tab",
    "mapping values are not allowed": "een dubbele punt te veel, of een verkeerde inspringing",
    "undefined alias": "een * zonder &; zet de tekst tussen aanhalingstekens",
    "end of stream": "een aanhalingsteken dat niet wordt gesloten",
    "stream end": "een haakje dat niet wordt gesloten",
    "expected ',' or": "een haakje of komma ontbreekt",
    "expected <block end>": "een verkeerde inspringing",
    "another document": "een regel met ---",
}
KEY_VALUE = "Schrijf regels als: sleutel: waarde"


def load(path: Path, error: type[KwalError] = TableError) -> Any:
    """The mapping in a YAML file, with the line of every key; an `error` says what is wrong."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.reader import ReaderError

    text = read_text(path, error)
    try:
        data = YAML(typ="rt").load(text)
    except ReaderError as problem:
        raise _unreadable_sign(text, problem.position, path, error) from None
    except (YAMLError, ValueError, RecursionError) as problem:
        raise _broken(problem, path, error) from None
    if not isinstance(data, Mapping):
        raise error("bevat geen sleutels met waarden", where=path, line=1, todo=KEY_VALUE)
    return data


def _unreadable_sign(text: str, at: int, path: Path, error: type[KwalError]) -> KwalError:
    return error(
        "er staat een onleesbaar teken in", where=path, line=text.count("\n", 0, at) + 1,
        todo="Typ deze regel opnieuw.",
    )  # fmt: skip


def _broken(problem: Exception, path: Path, error: type[KwalError]) -> KwalError:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    said = str(getattr(problem, "problem", ""))
    what = next((dutch for english, dutch in BROKEN.items() if english in said), "")
    return error(
        f"geen geldige YAML{f' ({what})' if what else ''}",
        where=path,
        line=mark.line + 1 if mark else None,
        todo="Kijk op deze regel en die erboven naar inspringing, haakjes, aanhalingstekens "
        "en een dubbele punt in de tekst (zet die tussen aanhalingstekens).",
    )


def line_of(data: Any, key: Any = None) -> int | None:
    """The line (from 1) of a key or item, or of the mapping itself."""
    position = getattr(data, "lc", None)
    if position is None:
        return None
    try:
        if key is None:
            return int(position.line) + 1
        if isinstance(key, int):
            return int(position.item(key)[0]) + 1
        return int(position.key(key)[0]) + 1
    except (KeyError, IndexError, TypeError):
        return int(position.line) + 1


def check_keys(
    data: Any, known: Iterable[str], place: Place, error: type[KwalError] = TableError
) -> None:
    """Raise `error`, with the line, on a key that is not known."""
    if not isinstance(data, Mapping):
        raise error("hier horen sleutels met waarden", where=place, todo=KEY_VALUE)
    known = tuple(known)
    for key in data:
        if key not in known:
            raise error(
                f"onbekende sleutel “{key}”",
                where=Place(place.path, line_of(data, key)),
                todo=hint(str(key), known),
            )


def sequence(
    data: Any, key: str, path: Path, error: type[KwalError] = TableError
) -> Sequence[tuple[int | None, Any]]:
    """The items of a list under `key`, each with its line; no key is an empty list."""
    items = data.get(key) or []
    if not isinstance(items, list):
        raise error(
            f"“{key}” moet een lijst zijn", where=path, line=line_of(data, key),
            todo="Zet elk onderdeel op een eigen regel met een streepje ervoor.",
        )  # fmt: skip
    return [(line_of(items, index), item) for index, item in enumerate(items)]


@lru_cache
def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def build(
    kind: type[T],
    data: Any,
    names: Mapping[str, str],
    place: Place,
    error: type[KwalError] = TableError,
    **given: Any,
) -> T:
    """A dataclass of the model out of a mapping.

    `names` translates the keys of the file to fields (a key without a field is left to the
    caller, one without a value is passed over); `given` fields come from elsewhere.
    """
    from pydantic import ValidationError

    check_keys(data, names, place, error)
    filled = ((names[key], plain(value)) for key, value in data.items() if value is not None)
    values = {name: value for name, value in filled if name and value != ""}
    try:
        return cast(T, _adapter(cast(Hashable, kind)).validate_python(values | given))
    except ValidationError as problems:
        raise _first(problems, data, names, place, error) from None


def _first(
    problems: Any, data: Any, names: Mapping[str, str], place: Place, error: type[KwalError]
) -> KwalError:
    problem = problems.errors()[0]
    field = str(problem["loc"][0]) if problem["loc"] else ""
    key = next((key for key, name in names.items() if name == field), field)
    line = line_of(data, key) if key in data else place.line
    return error(f"“{key}” {_reason(problem)}", where=Place(place.path, line), todo=_todo(problem))


def _reason(problem: Any) -> str:
    if problem["type"] == "literal_error":
        return f"kan niet “{problem['input']}” zijn"
    return REASONS.get(problem["type"], "heeft een waarde die hier niet kan")


def _todo(problem: Any) -> str:
    if problem["type"] == "literal_error":
        expected = problem["ctx"]["expected"].replace("'", "").replace(" or ", " of ")
        return f"Kies uit: {expected}."
    return "Vul dit aan." if problem["type"] == "missing" else "Verbeter de waarde."


def plain(value: Any) -> Any:
    """Ruamel's values as ordinary ones; lists become tuples."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(plain(item) for item in value)
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    return value
