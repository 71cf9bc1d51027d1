"""Counting people, and choosing their words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie.cli.base import in_folder, main, open_evaluation, to_csv
from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.model import REGISTER
from kwalevaluatie.screen import (
    give,
)

if TYPE_CHECKING:
    from kwalevaluatie.project import Project

GOALS = {"doel": "goal", "oordeel": "state"}
THEMES = {"thema": "code", "waardering": "valence", "moment": "moment"}


@main.command()
@click.argument("by", metavar="WAARNAAR…", nargs=-1)
@click.option("--waar", "where", metavar="KENMERK=WAARDE", multiple=True,
              help="Alleen wie dit kenmerk heeft; mag vaker.")  # fmt: skip
@to_csv
@in_folder
def tel(by: tuple[str, ...], where: tuple[str, ...], target: Path | None, folder: Path) -> None:
    """Tel mensen naar doel, thema, perspectief of kenmerk.

    WAARNAAR is bijvoorbeeld: doel, thema waardering, perspectief uitkomst.
    """
    project = open_evaluation(folder)
    register = _columns(project)
    words = {**(THEMES if "thema" in by else GOALS), **register}
    names = [_word(name, words) for name in by or ("doel",)]
    limits = {_word(key, register): value for key, value in map(_pair, where)}
    counted = project.count(names, where=limits)
    nobody = "Er is niemand om te tellen: kijk naar --waar, respondenten.csv en de leidraden."
    give(counted.drop(columns=["respondents", "id"]), target, nobody)


@main.command()
@click.argument("code", metavar="THEMA")
@click.option("--perspectief", "group", metavar="NAAM", help="Alleen van dit perspectief.")
@click.option("-n", "n", metavar="AANTAL", default=3, show_default=True,
              help="Hoeveel citaten.")  # fmt: skip
@in_folder
def citaten(code: str, group: str | None, n: int, folder: Path) -> None:
    """Kies citaten bij een thema of doel, gespreid over mensen en waarderingen."""
    if n < 1:
        raise KwalError("“-n” moet minstens 1 zijn", todo="Schrijf bijvoorbeeld: -n 3")
    found = open_evaluation(folder).quotes(code, group, n)
    if found.empty:
        click.echo(f"Er zijn nog geen citaten bij “{code}”.")
    for _, row in found.iterrows():
        click.secho(f"{row['group']}, {row['transcript']} beurt {row['turn']}", bold=True)
        click.echo(f"  “{row['quote']}”  ({row['code']}, {row['valence']})")
        if row["risk"] != "laag":
            warning = f"  Let op, misschien herkenbaar: {row['risk_reason']}."
            click.secho(warning, fg="yellow")


def _columns(project: Project) -> dict[str, str]:
    """What respondents can be counted by, in the words of the register."""
    own = (name for respondent in project.respondents for name in respondent.attributes)
    return {**REGISTER, **{name: name for name in own}}


def _word(name: str, known: Mapping[str, str]) -> str:
    if name not in known:
        raise KwalError(f"“{name}” is hier niet te tellen", todo=hint(name, known))
    return known[name]


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise KwalError(f"“{text}” is geen kenmerk=waarde", todo="Schrijf: --waar premie=ja")
    return key, value
