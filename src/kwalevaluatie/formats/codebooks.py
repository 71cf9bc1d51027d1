"""Codebooks in YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args

from kwalevaluatie.errors import CodebookError, Place, hint
from kwalevaluatie.formats.bundled import bundled
from kwalevaluatie.formats.yaml import build, check_keys, line_of, load, sequence
from kwalevaluatie.model import Code, Codebook, Goal, Pattern, Register

SUFFIXES = (".yaml", ".yml")
HEAD = {
    "id": "id", "label": "label", "version": "version", "source": "source",
    "protected": "protected_words", "extends": "", "retire": "", "themes": "", "goals": "",
}  # fmt: skip
PATTERN = {"pattern": "text", "valence": "valence"}
CODE = {
    name: name
    for name in (f.name for f in fields(Code))
    if name not in ("patterns", "origin", "retired")
} | {"patterns": ""}
GOAL = {f.name: f.name for f in fields(Goal) if f.name not in ("origin", "retired")}
TODO = "Verbeter de regel in het codeboek."
JOIN = "Of kies ook het codeboek met dat thema, bij “codeboeken” in evaluatie.yaml."


@dataclass(frozen=True)
class _Head:
    id: str
    label: str
    version: str
    source: str = ""
    protected_words: tuple[str, ...] = ()


def library(*folders: Path) -> dict[str, Path]:
    """The codebooks that can be called by name: those in `folders`, then those built in."""
    found: dict[str, Path] = {}
    for folder in (*folders, bundled("codebooks")):
        for path in _in_folder(folder):
            found.setdefault(path.stem, path)
    return found


def read_codebook(
    name_or_path: str | Path, *folders: Path, named_in: Place | None = None
) -> Codebook:
    """Read a codebook by name from the library, or from a YAML file.

    What it `extends` is read with it; codes with the same id are sharpened, new ones added.
    `folders` are searched first, `named_in` is where the name is written. Raises CodebookError
    with the line.
    """
    return _read(_locate(str(name_or_path), folders, named_in), folders, ())


def _locate(name: str, folders: tuple[Path, ...], place: Place | None) -> Path:
    path = Path(name)
    known = library(*folders)
    if path.suffix not in SUFFIXES and name in known:
        return known[name]
    nearby = [*(folder / path for folder in folders), path]
    for candidate in nearby if path.suffix in SUFFIXES else ():
        if candidate.exists():
            return candidate
    names = (*known, *(file.name for folder in folders for file in _in_folder(folder)))
    raise CodebookError(f"codeboek “{name}” bestaat niet", where=place, todo=hint(path.name, names))


def _in_folder(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.y*ml") if path.suffix in SUFFIXES)


def codebook_files(name_or_path: str | Path, *folders: Path) -> list[Path]:
    """The file of a codebook and those of all codebooks that it extends, nearest first."""
    path = _locate(str(name_or_path), folders, None)
    data = load(path, CodebookError)
    return [path, *dict.fromkeys(
        file
        for name in _extended(data, path)
        for file in codebook_files(name, path.parent, *folders)
    )]  # fmt: skip


def patterns_in(path: Path) -> Iterator[tuple[Place, str, Pattern]]:
    """The patterns in one codebook file, each with its place and its theme."""
    for line, item in sequence(load(path, CodebookError), "themes", path, CodebookError):
        for pattern in _patterns(item.get("patterns") or {}, Place(path, line)):
            yield Place(path, pattern.line), str(item["id"]), pattern


def _read(path: Path, folders: tuple[Path, ...], above: tuple[Path, ...]) -> Codebook:
    data = load(path, CodebookError)
    check_keys(data, HEAD, Place(path, 1), CodebookError)
    parents = _parents(data, path, folders, above)
    own = _own(data, path, parents)
    merged = _merge(own, parents)
    return _retire(merged, data, path)


def _parents(
    data: Any, path: Path, folders: tuple[Path, ...], above: tuple[Path, ...]
) -> tuple[Codebook, ...]:
    place = Place(path, line_of(data, "extends"))
    trail = (*above, path.resolve())
    found = []
    for name in _extended(data, path):
        parent = _locate(name, (path.parent, *folders), place)
        if parent.resolve() in trail:
            loop = " → ".join(step.stem for step in (*trail, parent))
            raise CodebookError(
                f"“extends” loopt in een kring: {loop}",
                where=place,
                todo="Haal een van deze verwijzingen weg.",
            )
        found.append(_read(parent, folders, trail))
    return tuple(found)


def _extended(data: Any, path: Path) -> list[str]:
    value = data.get("extends") or []
    if isinstance(value, str):
        return [str(value)]
    return [str(name) for _, name in sequence(data, "extends", path, CodebookError)]


def _own(data: Any, path: Path, parents: tuple[Codebook, ...]) -> Codebook:
    head = build(_Head, data, HEAD, Place(path, 1), CodebookError)
    origin = f"{head.id} {head.version}"
    codes = [
        _code(item, Place(path, line), origin, parents)
        for line, item in sequence(data, "themes", path, CodebookError)
    ]
    goals = [
        _goal(item, Place(path, line), origin, parents)
        for line, item in sequence(data, "goals", path, CodebookError)
    ]
    _check_twice(data, "themes", codes, path)
    _check_twice(data, "goals", goals, path)
    book = Codebook(
        **vars(head),
        codes=tuple(codes),
        goals=tuple(goals),
        extends=tuple(parent.id for parent in parents),
    )
    _check_references(data, book, parents, path)
    return book


def _check_twice(data: Any, key: str, made: Iterable[Code | Goal], path: Path) -> None:
    seen: set[str] = set()
    for index, item in enumerate(made):
        if item.id in seen:
            raise CodebookError(
                f"“{item.id}” staat er twee keer in", where=path, line=line_of(data[key], index),
                todo="Voeg de twee samen of geef een van beide een ander id.",
            )  # fmt: skip
        seen.add(item.id)


def _check_references(data: Any, book: Codebook, parents: tuple[Codebook, ...], path: Path) -> None:
    known = {code.id for codebook in (book, *parents) for code in codebook.codes}
    for index, code in enumerate(book.codes):
        if code.parent is not None and code.parent not in known:
            raise CodebookError(
                f"thema “{code.id}” hoort bij “{code.parent}”, maar dat thema bestaat niet",
                where=path, line=line_of(data["themes"][index], "parent"),
                todo=hint(code.parent, known),
            )  # fmt: skip
    for index, code in enumerate(book.codes):
        if code.parent and code.id in _ancestors(code.parent, book, parents):
            raise CodebookError(
                f"thema “{code.id}” hoort via een omweg bij zichzelf",
                where=path, line=line_of(data["themes"][index], "parent"), todo=TODO,
            )  # fmt: skip


def _ancestors(code: str, book: Codebook, parents: tuple[Codebook, ...]) -> set[str]:
    above = {c.id: c.parent for codebook in (*parents, book) for c in codebook.codes}
    seen: set[str] = set()
    step: str | None = code
    while step and step not in seen:
        seen.add(step)
        step = above.get(step)
    return seen


def _code(item: Any, place: Place, origin: str, parents: tuple[Codebook, ...]) -> Code:
    check_keys(item, CODE, place, CodebookError)
    patterns = _patterns(item.get("patterns") or {}, place)
    inherited = _inherited(item, [parent.by_id for parent in parents])
    return build(
        Code, item, CODE, place, CodebookError, origin=origin, patterns=patterns, **inherited
    )


def _goal(item: Any, place: Place, origin: str, parents: tuple[Codebook, ...]) -> Goal:
    check_keys(item, GOAL, place, CodebookError)
    inherited = _inherited(item, [parent.goals_by_id for parent in parents])
    return build(Goal, item, GOAL, place, CodebookError, origin=origin, **inherited)


def _inherited(item: Any, above: list[Mapping[str, Any]]) -> dict[str, Any]:
    """What a code or goal takes over from the one with the same id that it sharpens."""
    earlier = next((known[item["id"]] for known in above if item.get("id") in known), None)
    if earlier is None:
        return {}
    return {
        field.name: getattr(earlier, field.name)
        for field in fields(earlier)
        if field.name not in item and field.name not in ("origin", "patterns")
    }


def _patterns(item: Any, place: Place) -> tuple[Pattern, ...]:
    registers = get_args(Register)
    check_keys(item, registers, place, CodebookError)
    return tuple(
        _pattern(entry, register, Place(place.path, line))
        for register in registers
        for line, entry in sequence(item, register, Path(str(place.path)), CodebookError)
    )


def _pattern(entry: Any, register: str, place: Place) -> Pattern:
    if isinstance(entry, str):
        return Pattern(str(entry), register, line=place.line)  # type: ignore[arg-type]
    return build(Pattern, entry, PATTERN, place, CodebookError, register=register, line=place.line)


def _merge(own: Codebook, parents: tuple[Codebook, ...]) -> Codebook:
    codes: dict[str, Code] = {}
    goals: dict[str, Goal] = {}
    for book in (*parents, own):
        for code in book.codes:
            earlier = codes.get(code.id)
            patterns = (*earlier.patterns, *code.patterns) if earlier else code.patterns
            codes[code.id] = replace(code, patterns=tuple(dict.fromkeys(patterns)))
        goals |= book.goals_by_id
    words = [word for book in (*parents, own) for word in book.protected_words]
    return replace(
        own,
        codes=tuple(codes.values()),
        goals=tuple(goals.values()),
        protected_words=tuple(dict.fromkeys(words)),
    )


def _retire(book: Codebook, data: Any, path: Path) -> Codebook:
    retired = data.get("retire") or {}
    place = Place(path, line_of(data, "retire"))
    if not isinstance(retired, Mapping):
        raise CodebookError(
            "“retire” moet per thema een reden geven", where=place, todo="Schrijf: thema-id: reden"
        )
    known = {**book.by_id, **book.goals_by_id}
    for key in retired:
        if key not in known:
            raise CodebookError(
                f"“{key}” kan niet vervallen: het bestaat niet",
                where=Place(path, line_of(retired, key)),
                todo=hint(str(key), known),
            )
    reasons = {str(key): str(value or "vervallen") for key, value in retired.items()}
    return replace(
        book,
        codes=tuple(replace(c, retired=reasons.get(c.id, c.retired)) for c in book.codes),
        goals=tuple(replace(g, retired=reasons.get(g.id, g.retired)) for g in book.goals),
    )


def join_codebooks(books: Iterable[Codebook]) -> Codebook:
    """All codebooks of one evaluation as one; the last one that sharpens a code wins."""
    books = tuple(books)
    codes = {code.id: code for book in books for code in book.codes}
    for book in books:
        for code in book.codes:
            if len(code.patterns) > len(codes[code.id].patterns):
                codes[code.id] = code
    return Codebook(
        id="+".join(book.id for book in books),
        label=", ".join(book.label for book in books),
        version="+".join(book.version for book in books),
        codes=tuple(codes.values()),
        goals=tuple({goal.id: goal for book in books for goal in book.goals}.values()),
        extends=tuple(book.id for book in books),
        protected_words=tuple({word: None for book in books for word in book.protected_words}),
    )


def check_goals(book: Codebook) -> None:
    """Raise CodebookError when a goal names a theme or goal that does not exist."""
    for goal in book.goals:
        for theme in goal.themes:
            if theme not in book.by_id:
                raise CodebookError(
                    f"doel “{goal.id}” verwijst naar thema “{theme}”, dat niet bestaat",
                    where=goal.origin, todo=f"{hint(theme, book.by_id)} {JOIN}".strip(),
                )  # fmt: skip
        if goal.part_of and goal.part_of not in book.goals_by_id:
            raise CodebookError(
                f"doel “{goal.id}” hoort bij “{goal.part_of}”, dat niet bestaat",
                where=goal.origin, todo=hint(goal.part_of, book.goals_by_id),
            )  # fmt: skip


def differences(old: Codebook, new: Codebook) -> list[str]:
    """What changed from one codebook to another, a line for each theme or goal."""
    before: dict[str, Code | Goal] = {**old.by_id, **{f"doel {g.id}": g for g in old.goals}}
    after: dict[str, Code | Goal] = {**new.by_id, **{f"doel {g.id}": g for g in new.goals}}
    added = [f"+ {key}: {after[key].label}" for key in after if key not in before]
    gone = [f"- {key}: {before[key].label}" for key in before if key not in after]
    changed = [
        f"~ {key}: {', '.join(names)}"
        for key in before
        if key in after and (names := _changed(before[key], after[key]))
    ]
    return [*added, *gone, *changed]


def _changed(before: Code | Goal, after: Code | Goal) -> list[str]:
    names = [field.name for field in fields(before) if field.name != "origin"]
    return [name for name in names if getattr(before, name) != getattr(after, name)]
