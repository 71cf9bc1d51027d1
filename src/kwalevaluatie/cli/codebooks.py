"""The library of codebooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie.cli.base import in_folder, main, open_evaluation
from kwalevaluatie.dutch import Dutch
from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.screen import (
    show,
    show_book,
    show_entry,
    show_probe,
)

if TYPE_CHECKING:
    pass


@main.group(cls=Dutch, subcommand_metavar="OPDRACHT [GEGEVENS]...")
def codeboek() -> None:
    """Bekijk en controleer codeboeken."""


@codeboek.command("lijst")
def codeboek_lijst() -> None:
    """Toon de codeboeken van de bibliotheek."""
    import pandas as pd

    from kwalevaluatie.formats.codebooks import library, read_codebook

    books = {name: read_codebook(name) for name in library()}
    rows = [
        {
            "naam": name, "versie": book.version, "titel": book.label,
            "thema's": len(book.active), "doelen": len(book.goals),
        }
        for name, book in books.items()
    ]  # fmt: skip
    show(pd.DataFrame(rows))


@codeboek.command("toon")
@click.argument("name", metavar="NAAM")
@click.argument("code", metavar="[THEMA]", required=False)
def codeboek_toon(name: str, code: str | None) -> None:
    """Toon een codeboek, of een thema of doel daaruit."""
    from kwalevaluatie.formats.codebooks import read_codebook

    book = read_codebook(name)
    if code is None:
        show_book(book)
        return
    known = {**book.goals_by_id, **book.by_id}
    if code not in known:
        raise KwalError(f"“{code}” staat niet in {name}", todo=hint(code, known))
    show_entry(known[code])


@codeboek.command("controleer")
@click.argument("name", metavar="NAAM")
def codeboek_controleer(name: str) -> None:
    """Controleer een codeboek: sleutels, verwijzingen en patronen."""
    from kwalevaluatie.formats.codebooks import check_goals, read_codebook
    from kwalevaluatie.written import check_patterns

    book = read_codebook(name)
    check_patterns(name)
    if book.codes:
        check_goals(book)
    for code in book.active:
        for missing, what in ((code.examples, "voorbeelden"), (code.patterns, "patronen")):
            if not missing:
                click.secho(f"Let op: thema {code.id} heeft nog geen {what}.", fg="yellow")
    patterns = sum(len(code.patterns) for code in book.active)
    click.echo(
        f"In orde: {book.label}, versie {book.version}: {len(book.active)} thema's, "
        f"{len(book.goals)} doelen, {patterns} patronen."
    )


@codeboek.command("nieuw")
@click.option("--thema", "theme", metavar="THEMA", default="", help="Alleen dit thema.")
@in_folder
def codeboek_nieuw(theme: str, folder: Path) -> None:
    """Stel nieuwe patronen voor, uit wat al gecodeerd is en nog geen patroon vindt."""
    found = open_evaluation(folder).new_patterns()
    show(found[found["code"] == theme] if theme else found,
         "Geen: er is te weinig gecodeerd, of de patronen vinden alles al.")  # fmt: skip


@codeboek.command("probeer")
@click.argument("text", metavar="ZIN")
@click.option("--codeboek", "name", metavar="NAAM", default="dienstverlening", show_default=True,
              help="Naam of bestand van het codeboek.")  # fmt: skip
def codeboek_probeer(text: str, name: str) -> None:
    """Laat zien welke patronen in een zin iets vinden, en waarom."""
    from kwalevaluatie.texts import probe
    from kwalevaluatie.written import check_patterns

    check_patterns(name)
    show_probe(probe(text, name))


@codeboek.command("verschil")
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
def codeboek_verschil(old: str, new: str) -> None:
    """Toon wat er tussen twee codeboeken is veranderd."""
    from kwalevaluatie.formats.codebooks import differences, read_codebook

    lines = differences(read_codebook(old), read_codebook(new))
    for line in lines or ["Geen verschil."]:
        click.echo(line)
