"""Findings in Markdown: a head that says what they are about, and a section for each place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kwalevaluatie.errors import FindingError, hint
from kwalevaluatie.files import read_text
from kwalevaluatie.model import Finding

KEYS = ("doel", "perspectief", "over")
TOLD = "Vertellen"
GOAL_HEADINGS = {
    "Kort gezegd": "kort", "Tellen": "tellen", TOLD: "vertellen",
    "Samen gelezen": "samen", "Wat dit betekent": "betekenis",
}  # fmt: skip
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HEADING = re.compile(r"# +(.+?)\s*#*")
HEAD = "Begin het bestand met drie regels: ---, doel: NAAM, ---"


@dataclass(frozen=True)
class Subjects:
    """What findings may be about: the goals, the perspectives, and parts of the report itself.

    `parts` has of each part (`over: rapport`) its headings with their places.
    """

    goals: tuple[str, ...]
    groups: tuple[str, ...]
    parts: Mapping[str, Mapping[str, str]]


def read_findings(paths: Iterable[Path], subjects: Subjects) -> tuple[Finding, ...]:
    """Read files of findings; a section without words gives none. Raises FindingError."""
    found: dict[str, Finding] = {}
    for path in paths:
        for finding in _read(path, subjects):
            first = found.setdefault(finding.place, finding)
            if first is not finding:
                raise FindingError(
                    f"over “{finding.place}” is al geschreven in {first.path.name}, "
                    f"regel {first.line}",
                    where=path, line=finding.line, todo="Voeg de twee teksten samen.",
                )  # fmt: skip
    return tuple(found.values())


def _read(path: Path, subjects: Subjects) -> Iterator[Finding]:
    lines = _without_comments(read_text(path, FindingError)).split("\n")
    keys, first = _head(path, lines)
    _check_head(path, keys, subjects)
    for heading, at, text in _sections(lines, first):
        if text.strip():
            yield Finding(path, at, _place(path, heading, at, keys, subjects), text)


def _without_comments(text: str) -> str:
    """The text with comments left out and every line still on its own number."""
    return COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)


def _head(path: Path, lines: list[str]) -> tuple[dict[str, str], int]:
    """The keys between the two lines `---`, and the index of the first line after them."""
    if not lines or lines[0].strip() != "---" or "---" not in map(str.strip, lines[1:]):
        raise FindingError("het begin ontbreekt", where=path, line=1, todo=HEAD)
    end = next(i for i, line in enumerate(lines) if i and line.strip() == "---")
    keys: dict[str, str] = {}
    for at, line in enumerate(lines[1:end], start=2):
        key, colon, value = line.partition(":")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not colon or key.strip() not in KEYS:
            raise FindingError(
                f"onbekende regel “{line.strip()}”", where=path, line=at, todo=hint(key, KEYS)
            )
        keys[key.strip()] = value.strip().strip("\"'")
    return keys, end + 1


def _check_head(path: Path, keys: Mapping[str, str], subjects: Subjects) -> None:
    if ("doel" in keys) == ("over" in keys):
        raise FindingError(
            "hier hoort óf een doel, óf een onderdeel van het rapport", where=path, line=1,
            todo="Schrijf bovenaan: doel: NAAM, of: over: rapport",
        )  # fmt: skip
    for key, known in (
        ("doel", subjects.goals), ("perspectief", subjects.groups), ("over", subjects.parts),
    ):  # fmt: skip
        if key in keys and keys[key] not in known:
            raise FindingError(
                f"{key} “{keys[key]}” is er niet", where=path, line=2, todo=hint(keys[key], known)
            )


def _sections(lines: list[str], first: int) -> Iterator[tuple[str, int, str]]:
    """Each heading with the line on which its text begins, and that text."""
    heading, start = "", first
    for index in range(first, len(lines) + 1):
        found = HEADING.fullmatch(lines[index]) if index < len(lines) else None
        if found or index == len(lines):
            yield heading, start + 1, "\n".join(lines[start:index])
        if found:
            heading, start = found.group(1), index + 1


def _place(path: Path, heading: str, line: int, keys: Mapping[str, str], subjects: Subjects) -> str:
    if "over" in keys:
        return _known(path, heading, line, subjects.parts[keys["over"]])
    goal, group = keys["doel"], keys.get("perspectief", "")
    if not heading and group:
        return f"{goal}/vertellen/{group}"
    title, _, who = (part.strip() for part in heading.partition(":"))
    place = f"{goal}/{_known(path, title, line, GOAL_HEADINGS)}"
    who = who or (group if title == TOLD else "")
    if not who:
        return place
    if title != TOLD or who not in subjects.groups:
        raise FindingError(
            f"perspectief “{who}” is er niet", where=path, line=line - 1,
            todo=hint(who, subjects.groups),
        )  # fmt: skip
    return f"{place}/{who}"


def _known(path: Path, heading: str, line: int, known: Mapping[str, str]) -> str:
    if not heading:
        raise FindingError(
            "deze tekst staat onder geen kop", where=path, line=line,
            todo=f"Zet er een kop boven: # {next(iter(known))}",
        )  # fmt: skip
    if heading not in known:
        raise FindingError(
            f"kop “{heading}” is hier niet bekend", where=path, line=line - 1,
            todo=hint(heading, known),
        )  # fmt: skip
    return known[heading]
