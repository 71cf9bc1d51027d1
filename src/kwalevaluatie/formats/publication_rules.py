"""The rules of publication of an evaluation, in YAML."""

from __future__ import annotations

from pathlib import Path

from kwalevaluatie.errors import Place, TableError
from kwalevaluatie.formats.yaml import build, line_of, load
from kwalevaluatie.model.publication import PublicationRules

KEYS = {
    "kleinste_cel": "minimum", "weinig": "few", "herkenbaarheid": "levels",
    "partners": "partners", "partners_genoemd": "named", "achtergrondkenmerken": "background",
    "rollen": "roles",
}  # fmt: skip
LEVELS = ("hoog", "verhoogd")
LOWEST = {"kleinste_cel": 2, "weinig": 1}
YES_NO = {"ja": True, "nee": False}


def read_publication_rules(path: Path) -> PublicationRules:
    """Read `publicatieregels.yaml`; what is left out keeps its value.

    Raises TableError, with the line, for a limit or a level that cannot be.
    """
    data = load(path)
    if data.get("partners_genoemd") in YES_NO:
        data["partners_genoemd"] = YES_NO[data["partners_genoemd"]]
    rules = build(PublicationRules, data, KEYS, Place(path, 1))
    for key, lowest in LOWEST.items():
        if getattr(rules, KEYS[key]) < lowest:
            raise TableError(
                f"“{key}” moet minstens {lowest} zijn", where=path, line=line_of(data, key),
                todo="Verhoog dit getal.",
            )  # fmt: skip
    for level in rules.levels:
        if level not in LEVELS:
            raise TableError(
                f"“{level}” is geen herkenbaarheid", where=path,
                line=line_of(data, "herkenbaarheid"), todo=f"Kies uit: {', '.join(LEVELS)}.",
            )  # fmt: skip
    return rules
