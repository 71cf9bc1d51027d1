"""The command itself, and what its parts share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie import __version__
from kwalevaluatie.dutch import Dutch
from kwalevaluatie.screen import watch

if TYPE_CHECKING:
    from kwalevaluatie.project import Project

PATH = click.Path(path_type=Path)
HELP = {"help_option_names": ["-h", "--help"]}
in_folder = click.option(
    "--map", "folder", type=PATH, metavar="MAP", default=Path(), show_default="deze map",
    help="De map van de evaluatie.",
)  # fmt: skip
to_csv = click.option(
    "--csv", "target", type=PATH, metavar="BESTAND", help="Schrijf de tabel naar dit bestand."
)


@click.group("kwal", cls=Dutch, context_settings=HELP, subcommand_metavar="OPDRACHT [GEGEVENS]...")
@click.version_option(__version__, message="kwal %(version)s", help="Toon de versie.")
def main() -> None:
    """Van gesprekken naar een evaluatie die de raad kan vertrouwen.

    De volgorde: nieuw, importeer, pseudonimiseer, stel-voor, besluit, tel, vergelijk, rapport.
    """


def open_evaluation(folder: Path) -> Project:
    """The evaluation in a folder, with progress on the screen."""
    from kwalevaluatie.project import open_project

    project = open_project(folder)
    project.watch = watch
    return project
