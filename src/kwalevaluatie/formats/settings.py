"""The settings of an evaluation and the plan of its report, in YAML."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import Place, TableError
from kwalevaluatie.formats.yaml import build, check_keys, hint, line_of, load, sequence
from kwalevaluatie.model import REGISTER, Chapter, Codebook, Plan, Settings, Tally

SETTINGS = {
    "titel": "title", "ondertitel": "subtitle", "organisatie": "organisation", "datum": "date",
    "periode": "period", "plan": "plan", "synthetisch": "synthetic", "codeboeken": "codebooks",
    "eenheden": "units", "opslag": "storage",
}  # fmt: skip
PLAN = ("hoofdstukken", "tellingen", "opzet", "citaten_per_perspectief")
CHAPTER = {"titel": "title", "doelen": "goals", "inleiding": "intro"}
TALLY = {
    "perspectief": "group", "kenmerk": "attribute", "themas": "themes", "terugkerend": "recurring",
    "genoemd_aantal": "amount", "waardering": "valence", "vanaf": "at_least", "eenheid": "unit",
    "alleen": "where", "onder_doel": "among_goal", "onder_oordeel": "among_state",
}  # fmt: skip
TEMPLATE = """\
# De instellingen van deze evaluatie. Alles achter een # is toelichting.
titel: {title}
organisatie: {organisation}
# ondertitel, datum, periode en plan komen op het titelblad en in de methode
# codeboeken: namen uit de bibliotheek (kwal codeboek lijst) of bestanden in codeboeken/
codeboeken: [{codebooks}]
# eenheden: tel een perspectief per organisatie in plaats van per gesprek
# eenheden: {{netwerkpartner: organisatie}}
# opslag: postgresql+psycopg://… voor een team; zonder deze regel een bestand in deze map
"""


def read_settings(path: Path) -> Settings:
    """Read `evaluatie.yaml`."""
    return build(Settings, load(path), SETTINGS, Place(path, 1))


def settings_text(title: str, organisation: str, codebooks: tuple[str, ...]) -> str:
    """The text of a new `evaluatie.yaml`, with its explanation."""
    return TEMPLATE.format(
        title=_quoted(title),
        organisation=_quoted(organisation),
        codebooks=", ".join(_quoted(name) for name in codebooks),
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def read_plan(path: Path, book: Codebook) -> Plan:
    """Read `rapportplan.yaml`: chapters, extra tallies by goal, and the set-up to be shown."""
    data = load(path)
    check_keys(data, PLAN, Place(path, 1))
    tallies = data.get("tellingen") or {}
    check_keys(tallies, book.goals_by_id, Place(path, line_of(data, "tellingen")))
    return Plan(
        chapters=tuple(
            _chapter(item, Place(path, line), book)
            for line, item in sequence(data, "hoofdstukken", path)
        ),
        tallies={goal: _tallies(tallies, goal, path, book) for goal in tallies},
        setup=_tallies(data, "opzet", path, book),
        quotes=int(data.get("citaten_per_perspectief", 3)),
    )


def _chapter(item: Any, place: Place, book: Codebook) -> Chapter:
    chapter = build(Chapter, item, CHAPTER, place)
    _known(chapter.goals, list(book.goals_by_id), Place(place.path, line_of(item, "doelen")))
    return chapter


def _tallies(data: Any, key: str, path: Path, book: Codebook) -> tuple[Tally, ...]:
    return tuple(_tally(item, Place(path, line), book) for line, item in sequence(data, key, path))


def _tally(item: Any, place: Place, book: Codebook) -> Tally:
    tally = build(Tally, item, TALLY, place)
    tally = replace(
        tally,
        attribute=REGISTER.get(tally.attribute, tally.attribute),
        where={REGISTER.get(key, key): value for key, value in tally.where.items()},
    )
    themes = (*tally.themes, *filter(None, (tally.recurring, tally.amount)))
    _known(themes, list(book.by_id), place)
    _known(tuple(filter(None, (tally.among_goal,))), list(book.goals_by_id), place)
    if len(tally.unit) != 2:
        raise TableError(
            "“eenheid” heeft een enkelvoud en een meervoud nodig", where=place,
            todo="Schrijf bijvoorbeeld: eenheid: [contactpersoon, contactpersonen]",
        )  # fmt: skip
    return tally


def _known(names: tuple[str, ...], known: list[str], place: Place) -> None:
    for name in names:
        if name not in known:
            raise TableError(
                f"“{name}” staat niet in de codeboeken", where=place, todo=hint(name, known)
            )
