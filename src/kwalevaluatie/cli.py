"""The command line in Dutch; every command is a verb of the Python interface."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie import __version__
from kwalevaluatie.dutch import Dutch, fail
from kwalevaluatie.errors import KwalError, PrivacyError, hint
from kwalevaluatie.model import REGISTER
from kwalevaluatie.screen import (
    PASSPHRASE,
    agrees,
    give,
    passphrase,
    progress,
    show,
    show_book,
    show_corrected,
    show_entry,
    show_measures,
    show_names,
    show_notes,
    show_probe,
    show_risks,
    show_sample,
    side_by_side,
    watch,
    write_judgements,
    write_names,
    write_speakers,
    write_worklist,
)

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.project import Project

PATH = click.Path(path_type=Path)
GOALS = {"doel": "goal", "oordeel": "state"}
THEMES = {"thema": "code", "waardering": "valence", "moment": "moment"}


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


@main.command("volgende")
@click.option("--aantal", "many", type=click.IntRange(1), metavar="AANTAL", default=20,
              show_default=True, help="Hoeveel voorstellen.")  # fmt: skip
@click.option("--uit", "target", type=PATH, metavar="BESTAND",
              help="Schrijf ze als werklijst om in te besluiten (xlsx of csv).")  # fmt: skip
@in_folder
def volgende(many: int, target: Path | None, folder: Path) -> None:
    """Toon de voorstellen die u het best eerst bekijkt, en waarom.

    Elk tiende komt uit een vaste steekproef, getrokken bij lot: daaraan meet kwal meet hoe vaak
    een voorstel klopt. De andere zijn waar de machine het minst zeker is (twijfel) of waar nog
    weinig besloten is (dekking).
    """
    found = _open(folder).next_to_review(many)
    if target is not None:
        write_worklist(found, target)
        return
    show(found[["why", "code", "score", "group", "transcript", "turn", "quote"]],
         "Geen voorstellen die op een besluit wachten. Maak ze met: kwal stel-voor")  # fmt: skip


@main.command("nog-te-vinden")
@in_folder
def nog_te_vinden(folder: Path) -> None:
    """Schat per thema hoeveel beurten met dat thema nog niemand gevonden heeft."""
    left = _open(folder).still_to_find()
    show(left)
    total = left["expected"].sum()
    click.echo(
        f"Naar schatting zijn nog {total:.0f} coderingen te vinden, in wat niemand uitlas. "
        "De schatting is zo goed als de voorstellen."
    )


@main.command("lijkt-op")
@click.argument("transcript", metavar="GESPREK")
@click.argument("quote", metavar="CITAAT")
@click.option("--aantal", "many", type=click.IntRange(1), metavar="AANTAL", default=10,
              show_default=True, help="Hoeveel passages.")  # fmt: skip
@in_folder
def lijkt_op(transcript: str, quote: str, many: int, folder: Path) -> None:
    """Zoek passages die lijken op een citaat uit een gesprek."""
    project = _open(folder)
    found = project.more_like(*_place_of(project, transcript, quote), n=many)
    show(found[["similarity", "transcript", "turn", "shared", "quote"]], "Niets dat erop lijkt.")


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
    niet? Geef met --sprekers een nieuw bestand op, verbeter het en geef het nog eens op.
    """
    if not paths and speakers is None:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    project = _open(folder)
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
    project = _open(folder)
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
        click.echo(f"{replaced} plaatsen vervangen; {frozen} gesprekken bevroren.")
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
    show(_open(folder).key(passphrase(new=False)), "Er staat niemand in de sleutel.")


@main.command()
@click.option("--nu", "now", is_flag=True, help="Wacht niet tot de dag in evaluatie.yaml.")
@click.option("--ook-onbevroren", "unfrozen", is_flag=True,
              help="Ook gesprekken die nog niet zijn gepseudonimiseerd.")  # fmt: skip
@click.option("--sleutel", "key", is_flag=True, help="Ook de sleutel: wie wie is, is dan weg.")
@click.option("--ja", "sure", is_flag=True, help="Vraag niet of het zeker is.")
@in_folder
def opruimen(now: bool, unfrozen: bool, key: bool, sure: bool, folder: Path) -> None:
    """Verwijder ruwe gesprekken, namenlijst en keuzes als de bewaartermijn voorbij is."""
    project = _open(folder)
    found = project.clean_up(now=now, unfrozen=unfrozen, key=key, confirm=False)
    show(found, "Er is niets om op te ruimen.")
    going = int((found["status"] == "gaat weg").sum())
    files = "1 bestand" if going == 1 else f"{going} bestanden"
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
    transcripts = _open(folder).transcripts
    if name not in transcripts:
        raise KwalError(
            f"gesprek “{name}” is er niet, of is nog niet gepseudonimiseerd",
            todo=hint(name, transcripts) if transcripts else "Doe eerst: kwal pseudonimiseer",
        )
    for number, turn in enumerate(transcripts[name].turns):
        click.secho(f"[{number}] {turn.speaker}: ", bold=True, nl=False)
        click.echo(turn.text)


@main.command("stel-voor")
@click.option("--uit", "target", type=PATH, metavar="BESTAND",
              help="Schrijf een werklijst om in te besluiten (xlsx of csv).")  # fmt: skip
@click.option("--taalmodel", "url", metavar="ADRES", default="",
              help="Laat ook een taalmodel meelezen, op deze computer.")  # fmt: skip
@click.option("--model", "model", metavar="NAAM", default="",
              help="Welk model, als er op dat adres meer zijn.")  # fmt: skip
@click.option("--sta-toe-buiten-deze-computer", "remote", is_flag=True,
              help="Het taalmodel mag elders staan; er wordt om een ja gevraagd.")  # fmt: skip
@in_folder
def stel_voor(target: Path | None, url: str, model: str, remote: bool, folder: Path) -> None:
    """Stel coderingen voor, uit patronen en wat geleerd is, ook van uw besluiten tot nu toe.

    Vul in de werklijst bij elke rij in de kolom actie: accepteer, wijzig of wijs-af. Lees haar
    daarna in met: kwal besluit.
    """
    project = _open(folder)
    if remote and not _may_leave(project, url):
        click.echo("Er is niets verstuurd en niets voorgesteld.")
        return
    found = project.suggest(language_model=url, model=model, allow_remote=remote)
    if found.attrs["language_model"]:
        click.echo(found.attrs["language_model"])
    if target is not None:
        write_worklist(found, target)
        return
    summary = found.groupby("code").agg(aantal=("id", "size"), gesprekken=("transcript", "nunique"))
    show(summary.sort_values("aantal", ascending=False).reset_index(), "Geen voorstellen.")
    click.echo(f"{len(found)} voorstellen. Er telt nog niets: een mens besluit.")


@main.command("stel-oordelen-voor")
@click.option("--uit", "target", type=PATH, metavar="BESTAND",
              help="Schrijf een werklijst om in te oordelen (xlsx of csv).")  # fmt: skip
@in_folder
def stel_oordelen_voor(target: Path | None, folder: Path) -> None:
    """Stel per respondent en doel een oordeel voor, uit wat gecodeerd is.

    Vul in de werklijst bij elke rij de kolom oordeel in. Lees haar daarna in met: kwal besluit.
    """
    proposed = _open(folder).propose_judgements()
    if target is not None:
        write_judgements(proposed, target)
        return
    shown = proposed.drop(columns="transcript").rename(columns={"state": "voorstel"})
    show(shown, "Er is nog niemand om over te oordelen.")
    new = int((proposed["status"] == "nieuw").sum())
    click.echo(f"{new} voorstellen, nog zonder oordeel. Er telt nog niets: een mens oordeelt.")


@main.command()
@click.argument("path", metavar="BESTAND", type=PATH)
@click.option("--codeur", "coder", metavar="NAAM", default="",
              help="Wie besloot, waar het bestand dat niet zegt.")  # fmt: skip
@in_folder
def besluit(path: Path, coder: str, folder: Path) -> None:
    """Neem besluiten en oordelen over uit een bestand (jsonl, xlsx of csv)."""
    recorded = _open(folder).decide(path, coder=coder)
    noun = "besluit" if len(recorded) == 1 else "besluiten"
    click.echo(f"{len(recorded)} {noun} gelezen, {recorded.attrs['new']} nieuw vastgelegd.")


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
    project = _open(folder)
    register = _columns(project)
    words = {**(THEMES if "thema" in by else GOALS), **register}
    names = [_word(name, words) for name in by or ("doel",)]
    limits = {_word(key, register): value for key, value in map(_pair, where)}
    counted = project.count(names, where=limits)
    nobody = "Er is niemand om te tellen: kijk naar --waar, respondenten.csv en de leidraden."
    give(counted.drop(columns=["respondents", "id"]), target, nobody)


@main.command()
@click.option("--tellingen", "counts", is_flag=True,
              help="Tel mensen met een voorstel, met correctie voor fouten.")  # fmt: skip
@click.option("--na-leren", "learning", is_flag=True,
              help="Meet ook na het leren van uw besluiten; kan lang duren.")  # fmt: skip
@to_csv
@in_folder
def meet(counts: bool, learning: bool, target: Path | None, folder: Path) -> None:
    """Meet hoe goed de voorstellen zijn, naast wat mensen besloten.

    Dit kan zodra er gesprekken helemaal zijn gelezen.
    """
    project = _open(folder)
    made = project.corrected_counts() if counts else project.measure(learning=learning)
    if target is not None:
        give(made, target, "")
    elif counts:
        show_corrected(made)
    else:
        show_measures(made)
        show_sample(project.sample_precision())


@main.command()
@to_csv
@click.option("--cijfers", "figures", type=PATH, metavar="BESTAND",
              help="Neem eerst deze KBO-cijfers over.")  # fmt: skip
@in_folder
def vergelijk(target: Path | None, figures: Path | None, folder: Path) -> None:
    """Leg de tellingen naast de cijfers van het KBO."""
    project = _open(folder)
    if figures is not None:
        project.add_figures(figures)
    compared = project.compare()
    shown = compared if target is not None else side_by_side(compared)
    give(shown, target, "Er is niets te vergelijken: vul koppeltabel.yaml in.")


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
    found = _open(folder).quotes(code, group, n)
    if found.empty:
        click.echo(f"Er zijn nog geen citaten bij “{code}”.")
    for _, row in found.iterrows():
        click.secho(f"{row['group']}, {row['transcript']} beurt {row['turn']}", bold=True)
        click.echo(f"  “{row['quote']}”  ({row['code']}, {row['valence']})")
        if row["risk"] != "laag":
            warning = f"  Let op, misschien herkenbaar: {row['risk_reason']}."
            click.secho(warning, fg="yellow")


@main.command()
@click.option("--uit", "target", type=PATH, metavar="MAP",
              help="Map voor het rapport; standaard rapport/.")  # fmt: skip
@in_folder
def rapport(target: Path | None, folder: Path) -> None:
    """Schrijf het rapport: Word, webpagina, Excel en het register van cijfers."""
    project = _open(folder)
    with progress() as step:
        step("Rapport schrijven")
        made = project.report(target)
    for path in made.paths.values():
        click.echo(str(path))
    click.echo(f"{len(made.numbers)} cijfers, elk met herkomst. Het rapport is een concept.")


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
    found = _open(folder).new_patterns()
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


def _place_of(project: Project, transcript: str, quote: str) -> tuple[str, int, int, int]:
    """The conversation, turn and offsets at which a quotation stands."""
    if transcript not in project.transcripts:
        raise KwalError(
            f"gesprek “{transcript}” bestaat niet", todo=hint(transcript, project.transcripts)
        )
    for number, turn in enumerate(project.transcripts[transcript].turns):
        start = turn.text.lower().find(quote.lower())
        if start >= 0:
            return transcript, number, start, start + len(quote)
    raise KwalError(
        f"“{quote}” staat niet in gesprek {transcript}",
        todo="Neem de woorden letterlijk over, uit één beurt.",
    )


def _may_leave(project: Project, url: str) -> bool:
    """Whether a person agrees that conversations go to another computer, knowing what goes."""
    from kwalevaluatie.suggest.llm.address import elsewhere

    host = elsewhere(url) if url else ""
    if not host:
        return True
    transcripts = project.transcripts.values()
    click.secho(f"Dit gaat naar {host}, buiten deze computer:", fg="yellow", bold=True)
    words = sum(transcript.words for transcript in transcripts)
    click.echo(
        f"- {len(transcripts)} gesprekken: {words} woorden, gepseudonimiseerd, met de vragen;\n"
        "- het codeboek: thema's met omschrijving en voorbeelden.\n"
        f"Wie {host} beheert, kan dit lezen en bewaren. Terughalen kan niet. Ook zonder namen kan\n"
        "iemand te herkennen zijn. Overleg met uw privacy-adviseur (FG)."
    )
    return agrees(f"Mag dit naar {host}?")


def _open(folder: Path) -> Project:
    from kwalevaluatie.project import open_project

    project = open_project(folder)
    project.watch = watch
    return project


def _columns(project: Project) -> dict[str, str]:
    """What respondents can be counted by, in the words of the register."""
    own = (name for respondent in project.respondents for name in respondent.attributes)
    return {**REGISTER, **{name: name for name in own}}


def _word(name: str, known: Mapping[str, str]) -> str:
    if name not in known:
        raise KwalError(f"“{name}” is hier niet te tellen", todo=hint(name, known))
    return known[name]


def _name_and_role(text: str) -> tuple[str, str]:
    name, sign, role = text.rpartition("=")
    if not sign or not name.strip():
        raise KwalError(f"“{text}” is geen naam=rol", todo="Schrijf: --voeg-toe Petra=regisseur")
    return name.strip(), role


def _staying(words: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame({"gesprek": "", "tekst": list(words), "vervang": "nee"})


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise KwalError(f"“{text}” is geen kenmerk=waarde", todo="Schrijf: --waar premie=ja")
    return key, value
