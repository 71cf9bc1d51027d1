"""How much confidence people have in each finding, in YAML, and a file to begin with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import Place, TableError, hint
from kwalevaluatie.formats.yaml import build, check_keys, line_of, load, sequence
from kwalevaluatie.model.grading import COMPONENTS, CONCERNS, CONFIDENCES, Grading, Rating

HEAD = ("bevindingen",)
FINDING: dict[str, str] = {
    "doel": "goal", "perspectief": "group", **{str(name): "" for name in COMPONENTS},
    "zekerheid": "confidence", "reden": "reason", "door": "by",
}  # fmt: skip
RATING = {"zorgen": "concerns", "reden": "reason"}
ABOUT = f"""\
# Hoe zeker is elke bevinding? De vier onderdelen van GRADE-CERQual (Lewin e.a., 2018).
# Vul bij elk onderdeel de zorgen in: {", ".join(CONCERNS)}. Geef bij zorgen altijd de reden.
#   methodologische_beperkingen: hoe is gevraagd en gecodeerd?
#   samenhang: past de bevinding bij alles wat er gezegd is, ook bij wie er anders over denkt?
#   toereikendheid: zijn er genoeg mensen gesproken, en vertelden zij genoeg?
#   relevantie: gaat wat zij zeggen over dit doel, deze mensen en deze tijd?
# Kies daarna zelf de zekerheid: {", ".join(CONFIDENCES)}; zet bij door uw naam.
# De regels met # boven een bevinding zijn hulp van het moment waarop dit bestand is gemaakt.
"""


def read_grades(path: Path, goals: Collection[str], groups: Collection[str]) -> tuple[Grading, ...]:
    """Read `zekerheid.yaml`.

    Raises TableError, with the line, for a goal or perspective that is not known, a finding
    that stands there twice, concerns without a reason and a confidence without a name.
    """
    data = load(path)
    check_keys(data, HEAD, Place(path, 1))
    found: dict[tuple[str, str], Grading] = {}
    for line, item in sequence(data, "bevindingen", path):
        place = Place(path, line)
        grading = _grading(item, place)
        _known(grading.goal, goals, "doel", place)
        _known(grading.group, groups, "perspectief", place)
        if found.setdefault((grading.goal, grading.group), grading) is not grading:
            raise TableError(
                f"{grading.goal} van {grading.group} staat er twee keer in", where=place,
                todo="Haal een van de twee weg.",
            )  # fmt: skip
    return tuple(found.values())


def _grading(item: Any, place: Place) -> Grading:
    check_keys(item, FINDING, place)
    ratings = {name: _rating(item, name, place) for name in COMPONENTS if item.get(name)}
    grading = build(Grading, item, FINDING, place, ratings=ratings)
    if grading.confidence and not grading.by:
        raise TableError(
            "er is een zekerheid gekozen, maar er staat niet wie dat deed",
            where=Place(place.path, line_of(item, "zekerheid")), todo="Zet bij “door” een naam.",
        )  # fmt: skip
    return grading


def _rating(item: Any, name: str, place: Place) -> Rating:
    here = Place(place.path, line_of(item, name))
    rating = build(Rating, item[name], RATING, here)
    if rating.concerns not in (None, "geen") and not rating.reason.strip():
        raise TableError(
            f"{rating.concerns} zorgen bij {name} zonder reden", where=here,
            todo="Schrijf bij “reden” waarom u deze zorgen hebt.",
        )  # fmt: skip
    return rating


def _known(name: str, known: Collection[str], what: str, place: Place) -> None:
    if name not in known:
        raise TableError(f"{what} “{name}” bestaat niet", where=place, todo=hint(name, known))


def grades_text(findings: Iterable[tuple[str, str, Sequence[str]]]) -> str:
    """A file to fill in: each finding (goal, perspective) with lines of help above it."""
    return ABOUT + "bevindingen:\n" + "".join(_finding(*finding) for finding in findings)


def _finding(goal: str, group: str, helping: Sequence[str]) -> str:
    parts = [f"  # {line}" for line in helping]
    parts += [f"  - doel: {_quoted(goal)}", f"    perspectief: {_quoted(group)}"]
    parts += [f'    {name}: {{zorgen: "", reden: ""}}' for name in COMPONENTS]
    parts += ['    zekerheid: ""', '    reden: ""', '    door: ""']
    return "\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
