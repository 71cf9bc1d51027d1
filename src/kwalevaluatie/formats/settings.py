"""The settings of an evaluation and the plan of its report, in YAML."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kwalevaluatie.errors import KwalWarning, Place, TableError, hint
from kwalevaluatie.formats.desk import read_desk
from kwalevaluatie.formats.yaml import build, check_keys, line_of, load, sequence
from kwalevaluatie.model import REGISTER, Chapter, Codebook, Plan, Respondent, Settings, Tally

SETTINGS = {
    "titel": "title", "ondertitel": "subtitle", "organisatie": "organisation", "datum": "date",
    "periode": "period", "plan": "plan", "synthetisch": "synthetic", "codeboeken": "codebooks",
    "eenheden": "units", "opslag": "storage", "bewaren_tot": "keep_until",
    "sjabloon": "template", "werkplek": "", "enquete": "survey",
}  # fmt: skip
PLAN = ("hoofdstukken", "tellingen", "opzet", "citaten_per_perspectief")
CHAPTER = {"titel": "title", "doelen": "goals", "inleiding": "intro"}
TALLY = {
    "perspectief": "group", "kenmerk": "attribute", "themas": "themes", "terugkerend": "recurring",
    "genoemd_aantal": "amount", "waardering": "valence", "vanaf": "at_least", "eenheid": "unit",
    "alleen": "where", "onder_doel": "among_goal", "onder_oordeel": "among_state",
}  # fmt: skip
QUOTES = 3
YES_NO = {"ja": True, "nee": False}
TEMPLATE = """\
# De instellingen van deze evaluatie. Alles achter een # is toelichting.
titel: {title}
organisatie: {organisation}
# ondertitel, datum, periode en plan komen op het titelblad en in de methode
# codeboeken: namen uit de bibliotheek (kwal codeboek lijst) of bestanden in codeboeken/
codeboeken: [{codebooks}]
# eenheden: tel een perspectief per organisatie in plaats van per gesprek
# eenheden: {{netwerkpartner: organisatie}}
# bewaren_tot: 2027-03-01 (tot die dag bewaart u namen en ruwe gesprekken: kwal opruimen)
# enquete: het KBO (hoe het onderzoek heet dat u naast de gesprekken legt)
# sjabloon: huisstijl.docx (uw eigen Word-sjabloon voor het rapport)
# opslag: postgresql+psycopg://… voor een team; zonder deze regel een bestand in deze map
"""


def read_settings(path: Path) -> Settings:
    """Read `evaluatie.yaml`."""
    data = load(path)
    if data.get("synthetisch") in YES_NO:
        data["synthetisch"] = YES_NO[data["synthetisch"]]
    desk = read_desk(data.get("werkplek"), Place(path, line_of(data, "werkplek")))
    return build(Settings, data, SETTINGS, Place(path, 1), desk=desk)


def settings_text(title: str, organisation: str, codebooks: tuple[str, ...]) -> str:
    """The text of a new `evaluatie.yaml`, with its explanation."""
    return TEMPLATE.format(
        title=_quoted(title),
        organisation=_quoted(organisation),
        codebooks=", ".join(_quoted(name) for name in codebooks),
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def read_plan(path: Path, book: Codebook, respondents: Iterable[Respondent] = ()) -> Plan:
    """Read `rapportplan.yaml`: chapters, extra tallies by goal, and the set-up to be shown.

    Tallies are checked against the register of `respondents`; one of a perspective that is not
    in it is left out, with a warning.
    """
    data = load(path)
    check_keys(data, PLAN, Place(path, 1))
    tallies = data.get("tellingen") or {}
    check_keys(tallies, book.goals_by_id, Place(path, line_of(data, "tellingen")))
    people = tuple(respondents)
    return Plan(
        chapters=tuple(
            _chapter(item, Place(path, line), book)
            for line, item in sequence(data, "hoofdstukken", path)
        ),
        tallies={goal: _tallies(tallies, goal, path, book, people) for goal in tallies},
        setup=_tallies(data, "opzet", path, book, people),
        quotes=_quotes(data, path),
    )


def _quotes(data: Any, path: Path) -> int:
    number = data.get("citaten_per_perspectief", QUOTES)
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise TableError(
            f"“citaten_per_perspectief” kan niet “{number}” zijn",
            where=path, line=line_of(data, "citaten_per_perspectief"),
            todo="Vul een geheel getal in, zoals 3.",
        )  # fmt: skip
    return int(number)


def _chapter(item: Any, place: Place, book: Codebook) -> Chapter:
    chapter = build(Chapter, item, CHAPTER, place)
    if not chapter.goals:
        raise TableError(
            f"hoofdstuk “{chapter.title}” heeft geen doelen", where=place, todo="Vul “doelen” in."
        )
    _known(chapter.goals, list(book.goals_by_id), Place(place.path, line_of(item, "doelen")))
    return chapter


def _tallies(
    data: Any, key: str, path: Path, book: Codebook, people: tuple[Respondent, ...]
) -> tuple[Tally, ...]:
    tallies = [
        _tally(item, Place(path, line), book, people) for line, item in sequence(data, key, path)
    ]
    return tuple(tally for tally in tallies if tally is not None)


def _tally(item: Any, place: Place, book: Codebook, people: tuple[Respondent, ...]) -> Tally | None:
    tally = build(Tally, item, TALLY, place)
    _check_tally(tally, place, book)
    if not _in_register(tally, place, people):
        return None
    return replace(
        tally,
        attribute=REGISTER.get(tally.attribute, tally.attribute),
        where={REGISTER.get(key, key): value for key, value in tally.where.items()},
    )


def _check_tally(tally: Tally, place: Place, book: Codebook) -> None:
    themes = (*tally.themes, *filter(None, (tally.recurring, tally.amount)))
    _known(themes, list(book.by_id), place)
    _known(tuple(filter(None, (tally.among_goal,))), list(book.goals_by_id), place)
    if not (tally.attribute or themes):
        raise TableError(
            "hier staat niet wat er geteld wordt", where=place,
            todo="Vul in: kenmerk, themas, terugkerend of genoemd_aantal.",
        )  # fmt: skip
    if len(tally.unit) != 2:
        raise TableError(
            "“eenheid” heeft een enkelvoud en een meervoud nodig", where=place,
            todo="Schrijf bijvoorbeeld: eenheid: [contactpersoon, contactpersonen]",
        )  # fmt: skip


def _in_register(tally: Tally, place: Place, people: tuple[Respondent, ...]) -> bool:
    """Whether the register has this perspective; an attribute that it lacks is an error."""
    if not people:
        return True
    known = [*REGISTER, *{name for person in people for name in person.attributes}]
    _known(tuple(filter(None, (tally.attribute, *tally.where))), known, place, "het register")
    if tally.group in {person.group for person in people}:
        return True
    warnings.warn(
        f"{place}: perspectief “{tally.group}” komt in het respondentenregister niet voor; "
        "deze telling blijft weg.",
        KwalWarning,
        stacklevel=2,
    )
    return False


def _known(
    names: tuple[str, ...], known: list[str], place: Place, where: str = "de codeboeken"
) -> None:
    for name in names:
        if name not in known:
            raise TableError(f"“{name}” staat niet in {where}", where=place, todo=hint(name, known))
