"""Whether the numbers of a report are right."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie.cli.base import PATH, in_folder, main, open_evaluation, to_csv
from kwalevaluatie.dutch import FAILED
from kwalevaluatie.errors import ProjectError
from kwalevaluatie.screen import give

if TYPE_CHECKING:
    from kwalevaluatie.report_checking import Checked

SERIOUS = "fout"
COLOURS = {"fout": "red", "let op": "yellow", "stijl": "cyan"}


@main.command("cijfercheck")
@click.argument("path", metavar="RAPPORT", type=PATH)
@click.option("--register", type=PATH, metavar="CSV",
              help="Het cijfers.csv van dit rapport, of de map waarin het staat.")  # fmt: skip
@click.option("--opmerkingen", "comments", type=PATH, metavar="BESTAND",
              help="Schrijf een kopie van het Word-bestand met opmerkingen.")  # fmt: skip
@to_csv
@in_folder
def cijfercheck(
    path: Path, register: Path | None, comments: Path | None, target: Path | None, folder: Path
) -> None:
    """Controleer de cijfers, woorden en verwijzingen van een rapport.

    In de map van een evaluatie wordt elk cijfer naast het register gelegd. Een rapport van
    elders wordt op zijn eigen tekst gecontroleerd. Bij een fout eindigt de opdracht met code 1.
    """
    found = _checked(path, register, folder)
    if comments is not None:
        click.echo(f"Geschreven: {found.write_comments(comments)}")
    if target is not None:
        give(found.frame(), target, "")
    else:
        _show(found)
    if any(one.severity == SERIOUS for one in found.remarks):
        sys.exit(FAILED)


def _checked(path: Path, register: Path | None, folder: Path) -> Checked:
    """The report checked with the register given, its own, or none."""
    from kwalevaluatie.report_checking import REGISTER, checked, own_register, read_register

    if register is not None:
        return checked(path, read_register(register))
    try:
        project = open_evaluation(folder)
    except ProjectError:
        if not folder.exists():
            raise
        beside = path.parent / REGISTER
        return checked(path, read_register(beside) if beside.exists() else None)
    numbers = project.path / "rapport" / REGISTER
    own = own_register(path, project.path, numbers, project.settings.title)
    return project._checked(path, own) if own is not None else checked(path)


def _show(found: Checked) -> None:
    """A calm list: line, words and reason, and how many there are of each kind."""
    how = "naast zijn register" if found.register else "op zijn eigen tekst, zonder register"
    click.echo(f"{found.path.name} is gecontroleerd {how}.")
    for one in found.remarks:
        click.secho(f"\nregel {one.line}  {one.severity}: {one.rule}", fg=COLOURS[one.severity])
        click.echo(f"  {one.excerpt.strip()}")
        click.echo(f"  {one.message}")
    kinds = [one.severity for one in found.remarks]
    if not kinds:
        click.echo("Geen opmerkingen.")
    else:
        counts = ", ".join(f"{kind}: {kinds.count(kind)}" for kind in COLOURS if kind in kinds)
        click.echo(f"\n{counts}")
