"""Proposals and decisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie.cli.base import PATH, in_folder, main, open_evaluation, to_csv
from kwalevaluatie.errors import KwalError, hint
from kwalevaluatie.screen import (
    agrees,
    give,
    show,
    show_corrected,
    show_measures,
    show_sample,
    write_judgements,
    write_worklist,
)
from kwalevaluatie.wording import counted_noun

if TYPE_CHECKING:
    from kwalevaluatie.project import Project


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
    found = open_evaluation(folder).next_to_review(many)
    if target is not None:
        write_worklist(found, target)
        return
    show(found[["why", "code", "score", "group", "transcript", "turn", "quote"]],
         "Geen voorstellen die op een besluit wachten. Maak ze met: kwal stel-voor")  # fmt: skip


@main.command("nog-te-vinden")
@in_folder
def nog_te_vinden(folder: Path) -> None:
    """Schat per thema hoeveel beurten met dat thema nog niemand gevonden heeft."""
    left = open_evaluation(folder).still_to_find()
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
    project = open_evaluation(folder)
    found = project.more_like(*_place_of(project, transcript, quote), n=many)
    show(found[["similarity", "transcript", "turn", "shared", "quote"]], "Niets dat erop lijkt.")


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
    project = open_evaluation(folder)
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
    proposals = counted_noun(len(found), "voorstel", "voorstellen")
    click.echo(f"{proposals}. Er telt nog niets: een mens besluit.")


@main.command("stel-oordelen-voor")
@click.option("--uit", "target", type=PATH, metavar="BESTAND",
              help="Schrijf een werklijst om in te oordelen (xlsx of csv).")  # fmt: skip
@in_folder
def stel_oordelen_voor(target: Path | None, folder: Path) -> None:
    """Stel per respondent en doel een oordeel voor, uit wat gecodeerd is.

    Vul in de werklijst bij elke rij de kolom oordeel in. Lees haar daarna in met: kwal besluit.
    """
    proposed = open_evaluation(folder).propose_judgements()
    if target is not None:
        write_judgements(proposed, target)
        return
    shown = proposed.drop(columns="transcript").rename(columns={"state": "voorstel"})
    show(shown, "Er is nog niemand om over te oordelen.")
    new = int((proposed["status"] == "nieuw").sum())
    proposals = counted_noun(new, "voorstel", "voorstellen")
    click.echo(f"{proposals}, nog zonder oordeel. Er telt nog niets: een mens oordeelt.")


@main.command()
@click.argument("path", metavar="BESTAND", type=PATH)
@click.option("--codeur", "coder", metavar="NAAM", default="",
              help="Wie besloot, waar het bestand dat niet zegt.")  # fmt: skip
@in_folder
def besluit(path: Path, coder: str, folder: Path) -> None:
    """Neem besluiten en oordelen over uit een bestand (jsonl, xlsx of csv)."""
    recorded = open_evaluation(folder).decide(path, coder=coder)
    decisions = counted_noun(len(recorded), "besluit", "besluiten")
    click.echo(f"{decisions} gelezen, {recorded.attrs['new']} nieuw vastgelegd.")


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
    project = open_evaluation(folder)
    made = project.corrected_counts() if counts else project.measure(learning=learning)
    if target is not None:
        give(made, target, "")
    elif counts:
        show_corrected(made)
    else:
        show_measures(made)
        show_sample(project.sample_precision())


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
    talks = counted_noun(len(transcripts), "gesprek", "gesprekken")
    click.echo(
        f"- {talks}: {words} woorden, gepseudonimiseerd, met de vragen;\n"
        "- het codeboek: thema's met omschrijving en voorbeelden.\n"
        f"Wie {host} beheert, kan dit lezen en bewaren. Terughalen kan niet. Ook zonder namen kan\n"
        "iemand te herkennen zijn. Overleg met uw privacy-adviseur (FG)."
    )
    return agrees(f"Mag dit naar {host}?")
