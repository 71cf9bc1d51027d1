"""The command line in Dutch; every command is a verb of the Python interface."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kwalevaluatie import __version__
from kwalevaluatie.errors import KwalError
from kwalevaluatie.model import REGISTER

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

    from kwalevaluatie.model import Code, Codebook, Goal
    from kwalevaluatie.project import Project

EXISTING = click.Path(exists=False, path_type=Path)
FAILED = 1


class Dutch(click.Group):
    """A group of commands that tells problems in Dutch."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and turn a KwalError into a message and an exit code."""
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always", UserWarning)
                try:
                    return super().main(*args, **kwargs)
                finally:
                    _tell_warnings(caught)
        except KwalError as problem:
            click.secho(str(problem), fg="red", err=True)
            sys.exit(FAILED)


def _tell_warnings(caught: list[warnings.WarningMessage]) -> None:
    own = {str(w.message): None for w in caught if issubclass(w.category, UserWarning)}
    for message in own:
        click.secho(f"Let op: {message}", fg="yellow", err=True)


HELP = {"help_option_names": ["-h", "--help"]}
in_folder = click.option(
    "--map", "folder", type=EXISTING, default=Path(), show_default="deze map",
    help="De map van de evaluatie.",
)  # fmt: skip


@click.group(cls=Dutch, context_settings=HELP)
@click.version_option(__version__, prog_name="kwal", message="kwal %(version)s")
def main() -> None:
    """Van gesprekken naar een evaluatie die de raad kan vertrouwen.

    De volgorde: nieuw, importeer, pseudonimiseer, stel-voor, besluit, tel, vergelijk, rapport.
    """


@main.command()
@click.option("--uit", "folder", type=EXISTING, help="Nieuwe map voor de demonstratie.")
def demo(folder: Path | None) -> None:
    """Maak een hele evaluatie van de meegeleverde, verzonnen gesprekken."""
    from kwalevaluatie.demo import free_folder, run_demo

    target = folder if folder is not None else free_folder(Path("kwal-demo"))
    with _progress() as step:
        made = run_demo(target, step)
    for path in made.report.paths.values():
        click.echo(str(path))
    click.secho(made.summary, bold=True)


@main.command()
@click.argument("folder", metavar="MAP", type=EXISTING)
@click.option("--codeboek", "codebooks", multiple=True, help="Naam of bestand; mag vaker.")
@click.option("--titel", "title", default="", help="Titel van de evaluatie.")
@click.option("--organisatie", "organisation", default="", help="Naam van de dienst.")
def nieuw(folder: Path, codebooks: tuple[str, ...], title: str, organisation: str) -> None:
    """Zet een nieuwe evaluatie op in een lege map."""
    from kwalevaluatie.project import new_project

    project = new_project(folder, codebooks, title=title, organisation=organisation)
    click.echo(f"Evaluatie gemaakt in {project.path}")
    click.echo(f"Volgende stap: kwal importeer --map {folder} GESPREKKEN…")


@main.command()
@click.argument("paths", metavar="BESTANDEN…", nargs=-1, required=True, type=EXISTING)
@click.option("--respondenten", type=EXISTING, help="Register van respondenten (csv of xlsx).")
@in_folder
def importeer(paths: tuple[Path, ...], respondenten: Path | None, folder: Path) -> None:
    """Lees gesprekken in (bestanden of mappen); ruwe tekst blijft in prive/."""
    project = _open(folder)
    if respondenten is not None:
        project.add_respondents(respondenten)
    with _progress() as step:
        step("Gesprekken inlezen")
        read = project.add_transcripts(paths)
    _show(read[["file", "status", "turns", "words", "speakers"]])
    for _, row in read[read["message"].fillna("") != ""].iterrows():
        failed = row["status"] == "fout"
        click.secho(f"{row['file']}: {row['message']}", fg="red" if failed else None, err=failed)
    if (read["status"] == "fout").any():
        sys.exit(FAILED)


@main.command()
@click.option("--namen", "names", type=EXISTING, help="Namenlijst: gesprek, naam, rol, persoon.")
@click.option("--bevestig", "confirmed_by", default="", help="Uw naam: bevestigt en bevriest.")
@in_folder
def pseudonimiseer(names: Path | None, confirmed_by: str, folder: Path) -> None:
    """Vervang wat mensen herkenbaar maakt en bevries de tekst."""
    project = _open(folder)
    proposed = project.pseudonymise(names)
    columns = ["transcript", "turn", "kind", "text", "pseudonym", "doubtful"]
    _show(proposed[columns].drop_duplicates(["transcript", "text", "pseudonym"]))
    if not confirmed_by:
        click.echo("Er is nog niets veranderd. Bevestig met: kwal pseudonimiseer --bevestig NAAM")
        return
    project.pseudonymise(confirmed_by=confirmed_by)
    click.echo(
        f"{len(proposed)} plaatsen vervangen; {len(project.transcripts)} gesprekken bevroren."
    )


@main.command("stel-voor")
@in_folder
def stel_voor(folder: Path) -> None:
    """Stel coderingen voor met de patronen van het codeboek."""
    project = _open(folder)
    with _progress() as step:
        step("Thema's voorstellen")
        found = project.suggest()
    summary = found.groupby("code").agg(aantal=("id", "size"), gesprekken=("transcript", "nunique"))
    _show(summary.sort_values("aantal", ascending=False).reset_index())
    click.echo(f"{len(found)} voorstellen. Er telt nog niets: een mens besluit.")


@main.command()
@click.argument("path", metavar="BESTAND", type=EXISTING)
@click.option("--codeur", "coder", default="", help="Wie besloot, waar het bestand dat niet zegt.")
@in_folder
def besluit(path: Path, coder: str, folder: Path) -> None:
    """Neem besluiten en oordelen over uit een bestand (jsonl)."""
    recorded = _open(folder).decide(path, coder=coder)
    click.echo(f"{len(recorded)} besluiten gelezen, {recorded.attrs['new']} nieuw vastgelegd.")


@main.command()
@click.argument("by", metavar="WAARNAAR…", nargs=-1)
@click.option("--waar", "where", multiple=True, help="Beperk: kenmerk=waarde; mag vaker.")
@click.option("--csv", "target", type=EXISTING, help="Schrijf de tabel naar dit bestand.")
@in_folder
def tel(by: tuple[str, ...], where: tuple[str, ...], target: Path | None, folder: Path) -> None:
    """Tel mensen naar doel, thema, perspectief of kenmerk.

    WAARNAAR is bijvoorbeeld: doel, thema waardering, perspectief uitkomst.
    """
    words = {"doel": "goal", "thema": "code", "waardering": "valence", **REGISTER}
    names = [words.get(name, name) for name in by or ("doel",)]
    limits = {words.get(key, key): value for key, value in map(_pair, where)}
    counted = _open(folder).count(names, where=limits)
    _give(counted.drop(columns=["respondents", "id"]), target)


@main.command()
@click.option("--csv", "target", type=EXISTING, help="Schrijf de tabel naar dit bestand.")
@click.option("--cijfers", "figures", type=EXISTING, help="Neem eerst deze KBO-cijfers over.")
@in_folder
def vergelijk(target: Path | None, figures: Path | None, folder: Path) -> None:
    """Leg de tellingen naast de cijfers van het KBO."""
    project = _open(folder)
    if figures is not None:
        project.add_figures(figures)
    columns = ["goal", "theme", "group", "text", "item", "value", "year", "verdict", "status"]
    _give(project.compare()[columns], target)


@main.command()
@click.argument("code", metavar="THEMA")
@click.option("--perspectief", "group", default=None, help="Alleen van dit perspectief.")
@click.option("-n", "n", default=3, show_default=True, help="Hoeveel citaten.")
@in_folder
def citaten(code: str, group: str | None, n: int, folder: Path) -> None:
    """Kies citaten bij een thema of doel, gespreid over mensen en waarderingen."""
    for _, row in _open(folder).quotes(code, group, n).iterrows():
        click.secho(f"{row['group']}, {row['transcript']} beurt {row['turn']}", bold=True)
        click.echo(f"  “{row['quote']}”  ({row['code']}, {row['valence']})")


@main.command()
@click.option("--uit", "target", type=EXISTING, help="Map voor het rapport; standaard rapport/.")
@in_folder
def rapport(target: Path | None, folder: Path) -> None:
    """Schrijf het rapport: Word, webpagina, Excel en het register van cijfers."""
    project = _open(folder)
    with _progress() as step:
        step("Rapport schrijven")
        made = project.report(target)
    for path in made.paths.values():
        click.echo(str(path))
    click.echo(f"{len(made.numbers)} cijfers, elk met herkomst. Het rapport is een concept.")


@main.group(cls=Dutch)
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
    _show(pd.DataFrame(rows))


@codeboek.command("toon")
@click.argument("name", metavar="NAAM")
@click.argument("code", metavar="[THEMA]", required=False)
def codeboek_toon(name: str, code: str | None) -> None:
    """Toon een codeboek, of een thema of doel daaruit."""
    from kwalevaluatie.formats.codebooks import read_codebook
    from kwalevaluatie.formats.yaml import hint

    book = read_codebook(name)
    if code is None:
        _show_book(book)
        return
    known = {**book.goals_by_id, **book.by_id}
    if code not in known:
        raise KwalError(f"“{code}” staat niet in {name}", todo=hint(code, known))
    _show_entry(known[code])


@codeboek.command("controleer")
@click.argument("name", metavar="NAAM")
def codeboek_controleer(name: str) -> None:
    """Controleer een codeboek: sleutels, verwijzingen en patronen."""
    from kwalevaluatie.formats.codebooks import read_codebook
    from kwalevaluatie.suggest.dictionary import Dictionary

    book = read_codebook(name)
    Dictionary(book)
    for code in book.active:
        for missing, what in ((code.examples, "voorbeelden"), (code.patterns, "patronen")):
            if not missing:
                click.secho(f"Let op: thema {code.id} heeft nog geen {what}.", fg="yellow")
    patterns = sum(len(code.patterns) for code in book.active)
    click.echo(
        f"In orde: {book.label}, versie {book.version}: {len(book.active)} thema's, "
        f"{len(book.goals)} doelen, {patterns} patronen."
    )


@codeboek.command("verschil")
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
def codeboek_verschil(old: str, new: str) -> None:
    """Toon wat er tussen twee codeboeken is veranderd."""
    from kwalevaluatie.formats.codebooks import differences, read_codebook

    lines = differences(read_codebook(old), read_codebook(new))
    for line in lines or ["Geen verschil."]:
        click.echo(line)


def _open(folder: Path) -> Project:
    from kwalevaluatie.project import open_project

    return open_project(folder)


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign:
        raise KwalError(f"“{text}” is geen kenmerk=waarde", todo="Schrijf: --waar premie=2")
    return key, value


def _console() -> Console:
    from rich.console import Console

    console = Console()
    return console if console.is_terminal else Console(width=160)


def _show(table: pd.DataFrame) -> None:
    from rich.table import Table

    shown = Table(header_style="bold", show_edge=False, pad_edge=False)
    for column in table.columns:
        shown.add_column(
            str(column), justify="right" if table[column].dtype.kind in "if" else "left"
        )
    for row in table.itertuples(index=False):
        shown.add_row(*(_cell(value) for value in row))
    _console().print(shown)


def _cell(value: Any) -> str:
    from rich.markup import escape

    if value is None or value != value:
        return "–"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, bool):
        return "ja" if value else ""
    return escape(str(value))


def _give(table: pd.DataFrame, target: Path | None) -> None:
    if target is None:
        _show(table)
        return
    from kwalevaluatie.files import write_text

    write_text(target, table.to_csv(index=False))
    click.echo(f"Geschreven: {target}")


@contextmanager
def _progress() -> Iterator[Any]:
    """A line that says what is being done, with the time it takes."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task("Bezig", total=None)
        yield lambda words: progress.update(task, description=words)


def _show_book(book: Codebook) -> None:
    import pandas as pd

    click.secho(f"{book.label} (versie {book.version})", bold=True)
    entries: list[Code | Goal] = [*book.goals, *book.codes]
    rows = [
        {"id": entry.id, "naam": entry.label, "uit": entry.origin, "vervallen": entry.retired or ""}
        for entry in entries
    ]
    _show(pd.DataFrame(rows))


def _show_entry(entry: Any) -> None:
    click.secho(f"{entry.label} ({entry.id}), uit {entry.origin}", bold=True)
    click.echo(entry.definition)
    for name, items in (
        ("Hoort erbij", entry.include), ("Hoort er niet bij", entry.exclude),
        ("Voorbeelden", entry.examples), ("Tegenvoorbeelden", entry.counter_examples),
        ("Patronen", [f"{p.text}  ({p.register})" for p in getattr(entry, "patterns", ())]),
    ):  # fmt: skip
        if items:
            click.secho(f"{name}:", bold=True)
            for item in items:
                click.echo(f"  - {item}")
