"""Survey figures beside the counts, and who signs what they say together."""

from __future__ import annotations

from pathlib import Path

import click

from kwalevaluatie.cli.base import PATH, in_folder, main, open_evaluation, to_csv
from kwalevaluatie.screen import (
    give,
    show,
    side_by_side,
    to_sign,
)
from kwalevaluatie.wording import counted_noun


@main.command()
@to_csv
@click.option("--cijfers", "figures", type=PATH, metavar="BESTAND",
              help="Neem eerst deze KBO-cijfers over.")  # fmt: skip
@in_folder
def vergelijk(target: Path | None, figures: Path | None, folder: Path) -> None:
    """Leg de tellingen naast de cijfers van het KBO."""
    project = open_evaluation(folder)
    if figures is not None:
        project.add_figures(figures)
    compared = project.compare()
    shown = compared if target is not None else side_by_side(compared)
    give(shown, target, "Er is niets te vergelijken: vul koppeltabel.yaml in.")
    waiting = int((compared["status"] != "ondertekend").sum())
    if waiting and target is None:
        readings = counted_noun(waiting, "lezing wacht", "lezingen wachten")
        click.echo(f"{readings} op een handtekening: kwal onderteken")


@main.command()
@click.argument("subjects", nargs=-1, metavar="[ONDERWERP]...")
@click.option("--lezing", "verdict", metavar="LEZING", default="",
              help="De lezing; standaard wat is voorgesteld.")  # fmt: skip
@click.option("--reden", "reason", metavar="TEKST", default="", help="Waarom u dit vindt.")
@click.option("--codeur", "coder", metavar="NAAM", default="", help="Uw naam.")
@in_folder
def onderteken(
    subjects: tuple[str, ...], verdict: str, reason: str, coder: str, folder: Path
) -> None:
    """Zet uw naam onder een lezing, of onder wat u toch publiceert.

    Zonder ONDERWERP ziet u wat op een handtekening wacht. Een handtekening vervalt als de cijfers
    veranderen. Voorbeeld:

    kwal onderteken vergelijking/op-maat/motiveren/inwoner --codeur AB --reden "De vragen
    verschillen, de richting is dezelfde"
    """
    project = open_evaluation(folder)
    if not subjects:
        show(to_sign(project.compare()), "Alles is ondertekend.")
        return
    project.sign(subjects, verdict=verdict, reason=reason, coder=coder)
    for subject in subjects:
        click.echo(f"Ondertekend door {coder}: {subject}")
