"""What goes together, what differs, and how sure it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwalevaluatie.cli.base import PATH, in_folder, main, open_evaluation, to_csv
from kwalevaluatie.model import REGISTER
from kwalevaluatie.screen import HEADINGS, give, show

if TYPE_CHECKING:
    import pandas as pd

    from kwalevaluatie.analysis.cooccurrence import By
    from kwalevaluatie.report.drawn import Drawn

LISTS = ["respondents", "passages", "id"]
PAIRS = ["code", "other", "k", "n", "k_code", "k_other", "jaccard", "small"]
RATINGS = ["limitations", "coherence", "adequacy", "relevance"]
BY: dict[str, By] = {"respondent": "respondent", "beurt": "turn"}
group_option = click.option(
    "--perspectief", "group", metavar="NAAM", default="inwoner", show_default=True,
    help="Van welk perspectief.",
)  # fmt: skip
figure_option = click.option(
    "--figuur", "drawing", type=PATH, metavar="BESTAND", help="Teken het ook: .png en .svg."
)


def _drawn(drawn: Drawn) -> None:
    click.echo(f"Geschreven: {drawn.png} en {drawn.svg}")


@main.command()
@click.argument("rows", metavar="RIJEN")
@click.argument("columns", metavar="KOLOMMEN")
@to_csv
@in_folder
def kruistabel(rows: str, columns: str, target: Path | None, folder: Path) -> None:
    """Tel mensen naar twee dingen tegelijk; alleen voor uzelf.

    RIJEN en KOLOMMEN zijn een thema, een doel of een kenmerk. De aantallen in een kolom tellen op
    tot haar n. Publiceer dit niet: wie kenmerken kruist, wijst al snel mensen aan.
    Voorbeeld: kwal kruistabel betaald-werk begeleiding
    """
    names = (REGISTER.get(name, name) for name in (rows, columns))
    found = open_evaluation(folder).crosstab(*names)
    if target is not None:
        give(found, target, "")
        return
    for group, table in found.groupby("group", sort=False):
        click.secho(f"{group} ({table['unit'].iloc[0]}, {table['status'].iloc[0]})", bold=True)
        show(_square(table))
    click.secho(found.attrs["text"], fg="yellow")


def _square(table: pd.DataFrame) -> pd.DataFrame:
    """The cells as people read them: a row a value, a column a value with its n."""
    import pandas as pd

    made = {
        f"{column} (n = {cells['n'].iloc[0]})": list(cells["k"])
        for column, cells in table.groupby("column", sort=False)
    }
    return pd.DataFrame({"row": list(dict.fromkeys(table["row"])), **made})


@main.command()
@click.option("--per", "by", metavar="WAT", type=click.Choice(list(BY)), default="respondent",
              show_default=True,
              help="respondent: bij dezelfde mensen; beurt: in dezelfde beurt.")  # fmt: skip
@group_option
@click.option("-n", "n", metavar="AANTAL", type=click.IntRange(min=1), default=15,
              show_default=True, help="Hoeveel paren op het scherm.")  # fmt: skip
@figure_option
@to_csv
@in_folder
def samen(
    by: str, group: str, n: int, drawing: Path | None, target: Path | None, folder: Path
) -> None:
    """Toon welke thema's samengaan: hoeveel mensen ze allebei noemen.

    De kolom jaccard zet de paren alleen op volgorde. Dat twee thema's samengaan, zegt niet dat het
    ene door het andere komt.
    """
    project, way = open_evaluation(folder), BY[by]
    found = project.cooccurrence(way)
    found = found[found["group"] == group]
    shown = found.drop(columns=LISTS) if target else found.head(n)[PAIRS]
    give(shown, target, f"Bij {group} gaan nog geen thema's samen.")
    if drawing is not None:
        _drawn(project.draw_cooccurrence(drawing, group, way))


@main.command()
@group_option
@click.option("--basis", "base", metavar="AANTAL", type=click.IntRange(min=1), default=4,
              show_default=True, help="Hoeveel gesprekken de maat zijn.")  # fmt: skip
@click.option("--reeks", "run", metavar="AANTAL", type=click.IntRange(min=1), default=2,
              show_default=True, help="Hoeveel gesprekken er telkens naast liggen.")  # fmt: skip
@click.option("--drempel", "threshold", metavar="PROCENT", type=click.FloatRange(0, 99),
              default=5.0, show_default=True, help="Hoeveel nieuws weinig is.")  # fmt: skip
@figure_option
@to_csv
@in_folder
def verzadiging(
    group: str,
    base: int,
    run: int,
    threshold: float,
    drawing: Path | None,
    target: Path | None,
    folder: Path,
) -> None:
    """Reken na hoeveel nieuws de laatste gesprekken nog brachten.

    Naar Guest, Namey en Chen (2020), in de volgorde van de gesprekken en in duizend willekeurige
    volgordes. Het bewijst niet dat er niets nieuws meer te horen is.
    """
    project = open_evaluation(folder)
    found = project.saturation(group, base, run, threshold / 100)
    give(found, target, "")
    click.echo(found.attrs["text"])
    if drawing is not None:
        _drawn(project.draw_saturation(drawing, group, base, run, threshold / 100))


@main.command("jaar-op-jaar")
@click.argument("other", metavar="EERDER", type=PATH)
@group_option
@figure_option
@to_csv
@in_folder
def jaar_op_jaar(
    other: Path, group: str, drawing: Path | None, target: Path | None, folder: Path
) -> None:
    """Leg de tellingen van een eerdere evaluatie naast die van nu.

    EERDER is de map van die evaluatie, of cijfers.csv uit haar rapport. Van de KBO-cijfers staat
    erbij of een verschil te toetsen is; van de gesprekken is dat het nooit.
    """
    project = open_evaluation(folder)
    found = project.year_on_year(other)
    shown = found if target else found[found["group"] == group].drop(columns=_SHORT)
    give(shown, target, f"Er is niets geteld bij {group}.")
    click.secho(found.attrs["text"], fg="yellow")
    if target is None and other.is_dir():
        _show_figures(project.year_on_year_figures(other))
    if drawing is not None:
        _drawn(project.draw_year_on_year(drawing, other, group))


_SHORT = ["group", "k_then", "n_then", "k_now", "n_now"]


def _show_figures(figures: pd.DataFrame) -> None:
    for row in figures.itertuples():
        click.echo(f"{row.item}: {row.text}")


@main.command()
@click.argument("goal", metavar="[DOEL]", required=False)
@to_csv
@in_folder
def tegengeluid(goal: str | None, target: Path | None, folder: Path) -> None:
    """Toon wie anders oordeelt dan de meesten, met hun woorden.

    Binnen een perspectief, binnen een organisatie en tussen perspectieven. Zonder DOEL: bij alle
    doelen. Kenmerken van mensen staan er niet bij.
    """
    found = open_evaluation(folder).dissent(goal)
    if target is not None or found.empty:
        give(found, target, "Niemand oordeelt anders dan de meesten.")
        return
    views = ["goal", "kind", "group", "state", "most", "text"]
    for _, passages in found.groupby(views, sort=False):
        _view(passages.iloc[0])
        for _, row in passages.iterrows():
            _quote(row)


def _view(row: pd.Series[str]) -> None:
    beside = f"; tegenover {row['most']}" if row["most"] else ""
    told = f"{row['state']}, {row['text']} ({row['kind']}{beside})"
    click.secho(f"{row['goal']}, {row['group']}: {told}", bold=True)


def _quote(row: pd.Series[str]) -> None:
    click.echo(f"  “{row['quote']}”" if row["quote"] else "  (geen passages)")
    if row["risk"] in ("verhoogd", "hoog"):
        click.secho(f"    Let op, misschien herkenbaar: {row['risk_reason']}.", fg="yellow")


@main.command()
@click.option("--begin", is_flag=True, help="Maak zekerheid.yaml om in te vullen.")
@to_csv
@in_folder
def zekerheid(begin: bool, target: Path | None, folder: Path) -> None:
    """Toon hoe zeker elke bevinding is, met de vier onderdelen van GRADE-CERQual.

    Een mens vult zekerheid.yaml in en kiest de zekerheid. Wat het programma weet, staat erbij als
    hulp; zijn voorstel telt niet.
    """
    project = open_evaluation(folder)
    if begin:
        click.echo(f"Geschreven: {project.start_confidence()}. Vul het in.")
        return
    found = project.confidence()
    if target is not None or found.empty:
        give(found, target, "Er is geen doel waarnaar is gevraagd.")
        return
    for _, row in found.iterrows():
        _finding(row)
    if (found["status"] == "nog in te vullen").any():
        click.echo("Nog niet alles is ingevuld. zekerheid.yaml maken: kwal zekerheid --begin")


def _finding(row: pd.Series[str]) -> None:
    chosen = row["confidence"] or row["proposed"]
    told = f"{chosen} ({row['status']})" if chosen else row["status"]
    by = f", {row['graded_by']}" if row["graded_by"] else ""
    click.secho(f"{row['goal']}, {row['group']}: {told}{by}", bold=True)
    otherwise = "geen meest gegeven oordeel" if _missing(row["otherwise"]) else row["otherwise"]
    click.echo(
        f"  n = {row['n']} ({row['unit']}); perspectieven: {row['perspectives']}; niet te bepalen: "
        f"{row['undetermined']}; anders: {otherwise}; ongelezen: {row['unread']}"
    )
    rated = [f"{HEADINGS[name]}: {row[name]}" for name in RATINGS if row[name]]
    if rated:
        click.echo(f"  {'; '.join(rated)}")


def _missing(value: object) -> bool:
    import pandas as pd

    return value is pd.NA
