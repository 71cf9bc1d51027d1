"""Setting up, reading conversations, and making them safe."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie.cli.base import PATH, in_folder, main, open_evaluation
from kwalevaluatie.dutch import fail
from kwalevaluatie.errors import KwalError, PrivacyError, hint
from kwalevaluatie.screen import (
    PASSPHRASE,
    agrees,
    passphrase,
    progress,
    show,
    show_names,
    show_notes,
    show_risks,
    write_names,
    write_speakers,
)
from kwalevaluatie.wording import counted_noun

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.project import Project


@main.command()
@click.option("--uit", "folder", type=PATH, metavar="MAP", help="Nieuwe map voor de demonstratie.")
def demo(folder: Path | None) -> None:
    """Maak een hele evaluatie van de meegeleverde, verzonnen gesprekken."""
    from kwalevaluatie.demo import free_folder, run_demo

    target = folder if folder is not None else free_folder(Path("kwal-demo"))
    with progress() as step:
        made = run_demo(target, step)
    for path in made.report.paths.values():
        click.echo(str(path))
    click.secho(made.summary, bold=True)


@main.command()
@click.argument("folder", metavar="MAP", type=PATH)
@click.option("--codeboek", "codebooks", metavar="NAAM", multiple=True,
              help="Naam of bestand; mag vaker.")  # fmt: skip
@click.option("--titel", "title", metavar="TEKST", default="", help="Titel van de evaluatie.")
@click.option(
    "--organisatie", "organisation", metavar="NAAM", default="", help="Naam van de dienst."
)
def nieuw(folder: Path, codebooks: tuple[str, ...], title: str, organisation: str) -> None:
    """Zet een nieuwe evaluatie op in een lege map."""
    from kwalevaluatie.project import new_project

    project = new_project(folder, codebooks, title=title, organisation=organisation)
    click.echo(f"Evaluatie gemaakt in {project.path}")
    click.echo(f'Volgende stap: kwal importeer --map "{folder}" GESPREKKEN…')


@main.command()
@click.argument("paths", metavar="BESTANDEN…", nargs=-1, type=PATH)
@click.option("--sprekers", "speakers", type=PATH, metavar="BESTAND",
              help="Schrijf of lees een tabel van sprekers (xlsx of csv).")  # fmt: skip
@click.option("--respondenten", type=PATH, metavar="BESTAND",
              help="Register van respondenten (csv of xlsx).")  # fmt: skip
@click.option("--vervang", "replace", is_flag=True,
              help="Neem een verbeterde tekst in de plaats van de vorige.")  # fmt: skip
@in_folder
def importeer(
    paths: tuple[Path, ...], speakers: Path | None, respondenten: Path | None, replace: bool,
    folder: Path,
) -> None:  # fmt: skip
    """Lees gesprekken in (bestanden of mappen); ruwe tekst blijft in prive/.

    Een tabel met open antwoorden (csv of xlsx) wordt een gesprek per respondent. Klopt een rol
    niet? Geef met --sprekers een nieuw bestand op, verbeter het en geef het nog eens op. Ook een
    verbeterd register mag u nog eens geven.
    """
    if not paths and speakers is None and respondenten is None:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    project = open_evaluation(folder)
    if respondenten is not None:
        project.add_respondents(respondenten)
    failures = _import(project, paths, replace=replace) if paths else []
    if speakers is not None:
        _speakers(project, speakers)
    if failures:
        fail("\n".join(failures))


def _import(project: Project, paths: Sequence[Path], *, replace: bool) -> list[str]:
    """Read conversations, show how that went and return what went wrong."""
    told = project.add_transcripts(paths, replace=replace)
    skipped = told["status"] == "overgeslagen"
    read, failed = told[~skipped], told["status"] == "fout"
    show(read[["transcript", "status", "turns", "words", "speakers"]], "Geen gesprekken gevonden.")
    show_notes(told[~skipped & ~failed])
    for _, row in told[skipped].iterrows():
        click.echo(f"Overgeslagen: {row['file']} ({row['message']}).")
    click.echo(f"Ingelezen: {len(read) - sum(failed)} van {len(read)}.")
    return list(told.loc[failed, "message"])


def _speakers(project: Project, path: Path) -> None:
    """Write who speaks to a new table, or take over the corrections in one that is there."""
    if not path.exists():
        write_speakers(project.speakers(), path)
        return
    project.correct_speakers(path)
    click.echo(f"Sprekers overgenomen uit {path}.")


@main.command()
@click.option("--namen", "names", type=PATH, metavar="BESTAND",
              help="Namenlijst: gesprek, naam, rol, persoon.")  # fmt: skip
@click.option("--uit", "target", type=PATH, metavar="BESTAND",
              help="Schrijf een werklijst om na te lopen (xlsx of csv).")  # fmt: skip
@click.option("--keuzes", "choices", type=PATH, metavar="BESTAND",
              help="Neem de nagelopen werklijst over.")  # fmt: skip
@click.option("--voeg-toe", "added", metavar="NAAM=ROL", multiple=True,
              help="Zoek ook deze naam; mag vaker.")  # fmt: skip
@click.option("--laat-staan", "left", metavar="TEKST", multiple=True,
              help="Vervang dit niet; mag vaker.")  # fmt: skip
@click.option("--bevestig", "confirmed_by", metavar="NAAM", default="",
              help="Uw naam: bevestigt en bevriest.")  # fmt: skip
@in_folder
def pseudonimiseer(
    names: Path | None, target: Path | None, choices: Path | None, added: tuple[str, ...],
    left: tuple[str, ...], confirmed_by: str, folder: Path,
) -> None:  # fmt: skip
    """Vervang wat mensen herkenbaar maakt en bevries de tekst.

    Bij het bevestigen hoort een wachtzin voor de sleutel (wie is wie). Die staat in de
    omgevingsvariabele KWAL_WACHTZIN, of wordt gevraagd.
    """
    if confirmed_by and not confirmed_by.strip():
        raise PrivacyError("er staat geen naam achter --bevestig", todo="Geef uw eigen naam.")
    project = open_evaluation(folder)
    if added:
        project.add_names(dict(map(_name_and_role, added)))
    if left:
        project.pseudonymise(choices=_staying(left))
    waiting = project.raw.ids - set(project.transcripts)
    words = passphrase(new=not project.has_key) if confirmed_by else os.environ.get(PASSPHRASE, "")
    done = project.pseudonymise(names, choices=choices, confirmed_by=confirmed_by, passphrase=words)
    if not waiting:
        click.echo("Er wacht geen gesprek. Er is nog niets veranderd.")
        return
    write_names(done, target) if target is not None else show_names(done)
    if confirmed_by:
        frozen, replaced = len(project.transcripts), int(done["replace"].sum())
        places = counted_noun(replaced, "plaats", "plaatsen")
        talks = counted_noun(frozen, "gesprek", "gesprekken")
        click.echo(f"{places} vervangen; {talks} bevroren.")
        return
    if done.attrs["unfound"]:
        click.echo(
            f"Staat in de namenlijst, maar nergens gevonden: {', '.join(done.attrs['unfound'])}."
        )
    show_risks(project.risks())
    if project.has_key and not words:
        click.echo("Wie in de sleutel staat, krijgt bij het bevestigen zijn eigen pseudoniem.")
    click.echo("Er is nog niets veranderd. Bevestig met: kwal pseudonimiseer --bevestig NAAM")


@main.command()
@in_folder
def sleutel(folder: Path) -> None:
    """Toon wie er achter elk pseudoniem staat; hiervoor is de wachtzin nodig."""
    show(open_evaluation(folder).key(passphrase(new=False)), "Er staat niemand in de sleutel.")


@main.command()
@click.option("--nu", "now", is_flag=True, help="Wacht niet tot de dag in evaluatie.yaml.")
@click.option("--ook-onbevroren", "unfrozen", is_flag=True,
              help="Ook gesprekken die nog niet zijn gepseudonimiseerd.")  # fmt: skip
@click.option("--sleutel", "key", is_flag=True, help="Ook de sleutel: wie wie is, is dan weg.")
@click.option("--ja", "sure", is_flag=True, help="Vraag niet of het zeker is.")
@in_folder
def opruimen(now: bool, unfrozen: bool, key: bool, sure: bool, folder: Path) -> None:
    """Verwijder ruwe gesprekken, namenlijst en keuzes als de bewaartermijn voorbij is."""
    project = open_evaluation(folder)
    found = project.clean_up(now=now, unfrozen=unfrozen, key=key, confirm=False)
    show(found, "Er is niets om op te ruimen.")
    going = int((found["status"] == "gaat weg").sum())
    files = counted_noun(going, "bestand", "bestanden")
    if not going or not (sure or agrees(f"{files} verwijderen?")):
        click.echo("Er is niets verwijderd.")
        return
    project.clean_up(now=now, unfrozen=unfrozen, key=key)
    click.echo(f"{files} verwijderd. Terughalen kan niet.")


@main.command()
@click.argument("name", metavar="GESPREK")
@in_folder
def toon(name: str, folder: Path) -> None:
    """Toon een gepseudonimiseerd gesprek met het nummer van elke beurt."""
    transcripts = open_evaluation(folder).transcripts
    if name not in transcripts:
        raise KwalError(
            f"gesprek “{name}” is er niet, of is nog niet gepseudonimiseerd",
            todo=hint(name, transcripts) if transcripts else "Doe eerst: kwal pseudonimiseer",
        )
    for number, turn in enumerate(transcripts[name].turns):
        click.secho(f"[{number}] {turn.speaker}: ", bold=True, nl=False)
        click.echo(turn.text)


def _name_and_role(text: str) -> tuple[str, str]:
    name, sign, role = text.rpartition("=")
    if not sign or not name.strip():
        raise KwalError(f"“{text}” is geen naam=rol", todo="Schrijf: --voeg-toe Petra=regisseur")
    return name.strip(), role


def _staying(words: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame({"gesprek": "", "tekst": list(words), "vervang": "nee"})
