"""A survey from its microdata: figures, breakdowns, charts and what people wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie.cli.base import PATH, in_folder, main, open_evaluation, to_csv
from kwalevaluatie.dutch import Dutch
from kwalevaluatie.screen import give, show
from kwalevaluatie.wording import counted_noun

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.surveying import Survey

file = click.argument("path", metavar="BESTAND", type=PATH)
asked = click.argument("questionnaire", metavar="VRAGENLIJST", type=PATH)
NO_ROWS = "Er is niets te tonen."
SHOWN = {
    "cijfers": ["id", "question", "n", "na", "missing", "text"],
    "uitsplitsing": ["id", "group", "answer", "n", "text", "reason"],
    "verdeling": ["id", "answer", "count", "share"],
    "verschil": ["id", "year_before", "year", "text"],
}


@main.group(cls=Dutch, subcommand_metavar="OPDRACHT [GEGEVENS]...")
def enquete() -> None:
    """Tel een enquête: cijfers, uitsplitsing, verschil tussen jaren, grafieken.

    BESTAND heeft een rij per deelnemer (.csv, .xlsx of .sav). VRAGENLIJST (.yaml) zegt wat er is
    gevraagd. Voorbeeld: kwal enquete cijfers antwoorden.csv vragenlijst.yaml
    """


def _survey(path: Path, questionnaire: Path) -> Survey:
    from kwalevaluatie.surveying import read_survey

    return read_survey(path, questionnaire)


def _give(table: pd.DataFrame, target: Path | None, kind: str) -> None:
    give(table if target is not None else table[SHOWN[kind]], target, NO_ROWS)


@enquete.command()
@file
@asked
@click.option("--verdeling", "spread", is_flag=True, help="Toon hoe vaak elk antwoord is gegeven.")
@to_csv
def cijfers(path: Path, questionnaire: Path, spread: bool, target: Path | None) -> None:
    """Toon alle cijfers van een enquête, met n, n.v.t. en marge.

    Voorbeeld: kwal enquete cijfers antwoorden.csv vragenlijst.yaml --csv cijfers.csv
    """
    survey = _survey(path, questionnaire)
    if spread:
        _give(survey.distribution(), target, "verdeling")
        return
    _give(survey.figures(), target, "cijfers")
    if target is None:
        _tell_response(survey.response())
        if survey.unused_columns:
            left = ", ".join(survey.unused_columns)
            click.echo(f"Niet in de vragenlijst, dus niet gelezen: {left}.")


def _tell_response(response: pd.DataFrame) -> None:
    from kwalevaluatie.wording import percentage

    row = response.dropna(axis="columns").iloc[0]
    parts = [f"Respons: {int(row['returned'])}"]
    if "response" in row:
        parts.append(f" van {int(row['invited'])} uitgenodigden ({percentage(row['response'])})")
    if "margin" in row:
        parts.append(f"; marge hoogstens {percentage(row['margin'], 1)}")
    click.echo("".join(parts) + ".")


@enquete.command()
@file
@asked
@click.argument("by", metavar="VRAAG")
@to_csv
def uitsplitsing(path: Path, questionnaire: Path, by: str, target: Path | None) -> None:
    """Splits elke vraag uit naar een achtergrondvraag; kleine aantallen zijn verborgen.

    VRAAG is het id van een vraag. Voorbeeld: kwal enquete uitsplitsing antwoorden.csv
    vragenlijst.yaml team
    """
    table = _survey(path, questionnaire).breakdown(by)
    shown = table if target is not None else table[SHOWN["uitsplitsing"]]
    give(shown.rename(columns={"group": by}), target, NO_ROWS)


@enquete.command()
@click.argument("first", metavar="JAAR", type=int)
@click.argument("second", metavar="JAAR", type=int)
@click.option("--grafiek", "drawing", type=PATH, metavar="BESTAND",
              help="Teken de jaren ook naast elkaar (.png en .svg).")  # fmt: skip
@to_csv
@in_folder
def verschil(
    first: int, second: int, drawing: Path | None, target: Path | None, folder: Path
) -> None:
    """Leg de cijfers van twee jaren naast elkaar, met de marge van het verschil.

    Zonder n (bij een gemiddelde ook: zonder sd) is een verschil niet te toetsen.
    Voorbeeld: kwal enquete verschil 2021 2024
    """
    project = open_evaluation(folder)
    _give(project.compare_years(first, second), target, "verschil")
    if drawing is not None:
        drawn = project.draw_years(drawing, first, second)
        click.echo(f"Geschreven: {drawn.png} en {drawn.svg}")


@enquete.command()
@click.argument("population", metavar="POPULATIE", type=click.IntRange(min=1))
@click.option("--marge", "margin", metavar="PROCENT", type=click.FloatRange(0.1, 50),
              default=5.0, show_default=True, help="Grootste marge in procentpunten.")  # fmt: skip
@click.option("--antwoorden", "returned", metavar="AANTAL", type=click.IntRange(min=1),
              help="Toon de marge die zoveel antwoorden geven.")  # fmt: skip
def steekproef(population: int, margin: float, returned: int | None) -> None:
    """Reken uit hoeveel antwoorden een enquête nodig heeft (95% zekerheid).

    Voorbeeld: kwal enquete steekproef 1724
    """
    from kwalevaluatie.survey.sample import margin_reached, sample_size
    from kwalevaluatie.wording import decimal, percentage

    needed = sample_size(population, margin / 100)
    click.echo(f"Nodig: {needed} antwoorden van {population} mensen, voor een marge van "
               f"{decimal(margin)} procentpunt.")  # fmt: skip
    if returned is not None:
        _check_returned(returned, population)
        reached = percentage(margin_reached(returned, population), 1)
        click.echo(f"Met {returned} antwoorden is de marge {reached}.")


def _check_returned(returned: int, population: int) -> None:
    from kwalevaluatie.errors import KwalError

    if returned > population:
        raise KwalError(
            f"{returned} antwoorden is meer dan de {population} mensen die er zijn",
            todo="Verbeter een van de twee getallen.",
        )


@enquete.command()
@file
@asked
@click.option("--uit", "target", metavar="BESTAND", type=PATH, required=True,
              help="Waar de figuur komt: .png en .svg.")  # fmt: skip
@click.option("--soort", "kind", metavar="SOORT", type=click.Choice(["likert", "cijfers"]),
              default="likert", show_default=True,
              help="likert: stellingen; cijfers: rapportcijfers.")  # fmt: skip
def grafiek(path: Path, questionnaire: Path, target: Path, kind: str) -> None:
    """Teken de stellingen of de rapportcijfers.

    Voorbeeld: kwal enquete grafiek antwoorden.csv vragenlijst.yaml --uit stellingen.png
    """
    drawn = _survey(path, questionnaire).draw(target, kind)
    click.echo(f"Geschreven: {drawn.png} en {drawn.svg}")


@enquete.command("open")
@file
@asked
@in_folder
def open_(path: Path, questionnaire: Path, folder: Path) -> None:
    """Lees de open antwoorden in als gesprekken, om te coderen.

    Ze wachten in prive/ tot u ze pseudonimiseert.
    Voorbeeld: kwal enquete open antwoorden.csv vragenlijst.yaml
    """
    from kwalevaluatie.dutch import fail

    told = open_evaluation(folder).add_open_answers(path, questionnaire)
    show(told[["transcript", "status", "turns", "words"]], "Niemand schreef een open antwoord.")
    failures = told.loc[told["status"] == "fout", "message"]
    if len(failures):
        fail("\n".join(failures))


@enquete.command("neem-over")
@file
@asked
@in_folder
def neem_over(path: Path, questionnaire: Path, folder: Path) -> None:
    """Neem de cijfers van een enquête over in de evaluatie; de antwoorden zelf blijven erbuiten.

    Voorbeeld: kwal enquete neem-over antwoorden.csv vragenlijst.yaml
    """
    project = open_evaluation(folder)
    found = project.add_survey(path, questionnaire)
    _give(found, None, "cijfers")
    figures = counted_noun(len(found), "cijfer", "cijfers")
    click.echo(f"Overgenomen: {figures}, in {project.path / 'cijfers'}.")
