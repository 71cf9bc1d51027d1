"""The report, and what people write in it."""

from __future__ import annotations

from pathlib import Path

import click

from kwalevaluatie.cli.base import PATH, in_folder, main, open_evaluation
from kwalevaluatie.dutch import Dutch
from kwalevaluatie.screen import progress
from kwalevaluatie.wording import counted_noun

USUAL = ("docx", "html", "xlsx")


@main.command()
@click.option("--uit", "target", type=PATH, metavar="MAP",
              help="Map voor het rapport; standaard rapport/.")  # fmt: skip
@click.option("--versie", "version", metavar="VERSIE", default="intern",
              show_default=True,
              help="intern (voor uzelf) of publiek (voor iedereen).")  # fmt: skip
@click.option("--vorm", "kinds", multiple=True, metavar="VORM", default=USUAL,
              help="docx, html, xlsx, pdf, pptx of samenvatting; mag vaker.")  # fmt: skip
@click.option("--sjabloon", "template", type=PATH, metavar="BESTAND",
              help="Uw eigen Word-sjabloon.")  # fmt: skip
@in_folder
def rapport(
    target: Path | None, version: str, kinds: tuple[str, ...], template: Path | None, folder: Path
) -> None:
    """Schrijf het rapport: Word, webpagina, Excel en het register van cijfers.

    Het interne rapport toont voorstellen en open plekken. Het publieke rapport komt in
    rapport/publiek, als alles is ondertekend, geschreven en gecontroleerd.
    """
    project = open_evaluation(folder)
    with progress() as step:
        step("Rapport schrijven")
        made = project.report(target, version=version, kinds=kinds, template=template)
    for path in made.paths.values():
        click.echo(str(path))
    concept = " Het rapport is een concept." if version == "intern" else ""
    figures = counted_noun(len(made.numbers), "cijfer", "cijfers")
    click.echo(f"{figures}, elk met herkomst.{concept}")


@main.group(cls=Dutch, subcommand_metavar="OPDRACHT [GEGEVENS]...")
def bevinding() -> None:
    """Schrijf zelf bij een doel, met verwijzingen naar aantallen en citaten."""


@bevinding.command("nieuw")
@click.argument("goal", metavar="DOEL")
@in_folder
def new_finding(goal: str, folder: Path) -> None:
    """Maak een bestand om over een doel te schrijven, met verwijzingen om over te nemen.

    In plaats van een doel: rapport (aanleiding, conclusie …) of verantwoording.
    """
    click.echo(f"Geschreven: {open_evaluation(folder).new_finding(goal)}")


@bevinding.command("toon")
@click.argument("goal", metavar="DOEL")
@in_folder
def show_finding(goal: str, folder: Path) -> None:
    """Toon wat over een doel is geschreven, met alle aantallen en citaten ingevuld."""
    from kwalevaluatie.report.terminal import as_text

    click.echo(as_text(open_evaluation(folder).finding(goal)))
