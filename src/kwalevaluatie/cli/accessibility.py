"""Whether everybody can read a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kwalevaluatie.cli.base import PATH, main, to_csv
from kwalevaluatie.dutch import FAILED
from kwalevaluatie.screen import give

SERIOUS = "fout"


@main.command("toegankelijkheidscheck")
@click.argument("path", metavar="BESTAND", type=PATH)
@to_csv
def toegankelijkheidscheck(path: Path, target: Path | None) -> None:
    """Controleer of iedereen een rapport of dia's kan lezen.

    BESTAND is Word (.docx), PowerPoint (.pptx), een webpagina (.html) of een PDF. De regels
    komen uit WCAG 2.2, EN 301 549 en PDF/UA. Bij een fout eindigt de opdracht met
    code 1. Of een beschrijving van een afbeelding klopt, kan alleen een mens zien.
    """
    from kwalevaluatie.accessibility import check_accessibility

    found = check_accessibility(path)
    give(found, target, "Geen opmerkingen.")
    serious = int((found["severity"] == SERIOUS).sum())
    if len(found):
        click.echo(f"Fouten: {serious}. Let op: {len(found) - serious}.")
    if serious:
        sys.exit(FAILED)
