"""The page in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from kwalevaluatie.cli.base import in_folder, main, open_evaluation
from kwalevaluatie.errors import ProjectError


@main.command("open")
@click.option("--codeur", "coder", metavar="NAAM", default="", help="In wiens naam u besluit.")
@click.option("--blind", is_flag=True, help="Als tweede codeur: zonder voorstellen en besluiten.")
@click.option("--poort", "port", type=click.IntRange(0, 65535), metavar="NUMMER", default=0,
              help="Vaste poort; anders een die vrij is.")  # fmt: skip
@click.option("--geen-browser", "quiet", is_flag=True, help="Toon alleen de link.")
@in_folder
def open_page(coder: str, blind: bool, port: int, quiet: bool, folder: Path) -> None:
    """Open de werkplek in de browser: lezen, coderen, oordelen, vergelijken.

    Alles blijft op deze computer. De link werkt één keer. Stop met Ctrl+C; er gaat niets verloren.
    """
    from kwalevaluatie.ui.serve import prepare
    from kwalevaluatie.workbench import Workbench

    project = open_evaluation(folder)
    shared = bool(project.settings.desk.address)
    _check_shared(coder, port, shared)
    name = "" if shared else _who(coder)
    opened = prepare(Workbench(project, name, blind=blind), port=port)
    click.echo(f"Open in de browser: {opened.link}")
    if not (quiet or shared):
        click.launch(opened.link)
    opened.run()


def _check_shared(coder: str, port: int, shared: bool) -> None:
    """Behind a proxy the proxy says who somebody is, and must know where to look."""
    if shared and coder:
        raise ProjectError("achter een proxy zegt de proxy wie er werkt", todo="Laat --codeur weg.")
    if shared and not port:
        raise ProjectError(
            "achter een proxy is een vaste poort nodig", todo="Geef --poort, bijvoorbeeld 8765."
        )


def _who(coder: str) -> str:
    """In whose name is decided; asked for when it was not given, and never empty."""
    name = coder.strip() or click.prompt("Uw naam of initialen (voor het logboek)").strip()
    if not name or not name.isprintable():
        raise ProjectError(
            "er staat niet bij wie er werkt", todo="Geef uw naam: kwal open --codeur NAAM"
        )
    return str(name)
