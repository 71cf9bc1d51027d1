"""What the command line shows: tables with Dutch headings, progress, codebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from kwalevaluatie.errors import KwalError

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

    from kwalevaluatie.model import Code, Codebook, Goal, Pattern

WORKLIST = (
    "Vul bij elke rij de kolom actie in: accepteer, wijzig of wijs-af. Leeg is nog niet besloten. "
    "Lees de lijst daarna in met: kwal besluit."
)
HEADINGS = {
    "code": "thema", "counted": "geteld", "doubtful": "twijfel", "file": "bestand", "goal": "doel",
    "group": "perspectief", "guide": "leidraad", "high": "hoog", "kind": "soort", "low": "laag",
    "margin": "marge", "note": "toelichting", "grounds": "gronden", "pseudonym": "pseudoniem",
    "figure_n": "n_cijfer", "same_question": "zelfde_vraag", "same_group": "zelfde_groep",
    "same_period": "zelfde_periode", "wording": "formulering",
    "speakers": "sprekers", "state": "oordeel", "text": "tekst", "theme": "thema",
    "transcript": "gesprek", "turn": "beurt", "turns": "beurten", "unasked": "ongevraagd",
    "unit": "eenheid", "usable": "bruikbaar", "valence": "waardering", "value": "waarde",
    "verdict": "lezing", "words": "woorden", "year": "jaar",
}  # fmt: skip


def _console() -> Console:
    from rich.console import Console

    console = Console()
    return console if console.is_terminal else Console(width=160)


def show(table: pd.DataFrame, nothing: str = "Geen rijen.") -> None:
    """Show a table with Dutch headings, or say that there is nothing."""
    from rich.table import Table

    if table.empty:
        click.echo(nothing)
        return
    shown = Table(header_style="bold", show_edge=False, pad_edge=False)
    for column in table.columns:
        side: Literal["left", "right"] = "right" if table[column].dtype.kind in "if" else "left"
        shown.add_column(HEADINGS.get(column, column), justify=side)
    for row in table.itertuples(index=False):
        shown.add_row(*(_cell(value) for value in row))
    _console().print(shown)


def _missing(value: Any) -> bool:
    import pandas as pd

    return value is None or value is pd.NA or value != value


def _cell(value: Any) -> str:
    from rich.markup import escape

    if _missing(value):
        return "–"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, bool):
        return "ja" if value else ""
    return escape(str(value))


def give(table: pd.DataFrame, target: Path | None, nothing: str) -> None:
    """Show a table, or write it to a CSV file."""
    if target is None:
        show(table, nothing)
        return
    from kwalevaluatie.files import write_text

    write_text(target, table.rename(columns=HEADINGS).to_csv(index=False))
    click.echo(f"Geschreven: {target}")


def side_by_side(table: pd.DataFrame) -> pd.DataFrame:
    """The comparison as people read it: a figure without n has no margin and says so."""
    rows = [row for _, row in table.iterrows()]
    shown = table.assign(
        value=[_figure(row) for row in rows], margin=[_margin(row) for row in rows]
    )
    columns = ["goal", "theme", "group", "text", "item", "value", "margin", "year", "verdict"]
    return shown[[*columns, "status"]]


def _figure(row: pd.Series[Any]) -> str:
    from kwalevaluatie.wording import decimal, percentage

    if _missing(row["value"]):
        return str(row["unit"])
    return percentage(row["value"]) if row["unit"] == "aandeel" else decimal(row["value"])


def _margin(row: pd.Series[Any]) -> str:
    from kwalevaluatie.wording import percentage

    if not _missing(row["low"]):
        return f"{percentage(row['low'])} – {percentage(row['high'])}"
    return "geen: n niet gepubliceerd" if row["unit"] == "aandeel" else ""


def write_worklist(found: pd.DataFrame, target: Path) -> None:
    """Write new suggestions as a table to decide in; an existing one is left alone."""
    from kwalevaluatie.files import write_text
    from kwalevaluatie.frames import worklist

    if target.exists():
        raise KwalError(
            "de werklijst bestaat al", where=target, todo="Kies een andere naam, of verplaats haar."
        )
    if target.suffix.lower() not in (".csv", ".xlsx"):
        raise KwalError(
            f"“{target.suffix}” is geen werklijst", where=target, todo="Kies .xlsx of .csv."
        )
    table = worklist(found[found["status"] == "nieuw"])
    if target.suffix.lower() == ".csv":
        write_text(target, "\ufeff" + table.to_csv(index=False, sep=";"))
    else:
        from kwalevaluatie.report.workbook import write_workbook

        write_workbook(target, {"Voorstellen": table}, {"Voorstellen": WORKLIST})
    click.echo(f"Geschreven: {target} ({len(table)} voorstellen). Er telt nog niets.")


def watch(items: Sequence[Any], words: str) -> Iterable[Any]:
    """Hand out the items of a long step, with a bar that shows how far it is."""
    from rich.progress import track

    return track(items, description=words, transient=True)


@contextmanager
def progress() -> Iterator[Any]:
    """A line that says what is being done, with the time it takes."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, transient=True) as shown:
        task = shown.add_task("Bezig", total=None)
        yield lambda words: shown.update(task, description=words)


def show_book(book: Codebook) -> None:
    """Show the themes and goals of a codebook."""
    import pandas as pd

    click.secho(f"{book.label} (versie {book.version})", bold=True)
    entries: list[Code | Goal] = [*book.goals, *book.codes]
    rows = [
        {"id": entry.id, "naam": entry.label, "uit": entry.origin, "vervallen": entry.retired or ""}
        for entry in entries
    ]
    show(pd.DataFrame(rows))


def show_entry(entry: Any) -> None:
    """Show one theme or goal whole."""
    click.secho(f"{entry.label} ({entry.id}), uit {entry.origin}", bold=True)
    click.echo(entry.definition)
    if above := getattr(entry, "parent", None) or getattr(entry, "part_of", None):
        click.echo(f"Hoort bij: {above}")
    for name, items in (
        ("Hoort erbij", entry.include), ("Hoort er niet bij", entry.exclude),
        ("Voorbeelden", entry.examples), ("Tegenvoorbeelden", entry.counter_examples),
        ("Patronen", [_pattern(p) for p in getattr(entry, "patterns", ())]),
    ):  # fmt: skip
        if items:
            click.secho(f"{name}:", bold=True)
            for item in items:
                click.echo(f"  - {item}")


def _pattern(pattern: Pattern) -> str:
    value = f", {pattern.valence}" if pattern.valence else ""
    return f"{pattern.text}  ({pattern.register}{value})"
