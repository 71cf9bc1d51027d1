"""What the command line shows: tables with Dutch headings, progress, codebooks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from kwalevaluatie.errors import KwalError
from kwalevaluatie.wording import counted_noun, first_of

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

    from kwalevaluatie.model import Code, Codebook, Goal, Pattern

WORKLIST = (
    "Vul bij elke rij de kolom actie in: accepteer, wijzig of wijs-af. Leeg is nog niet besloten. "
    "Lees de lijst daarna in met: kwal besluit."
)
JUDGEMENTS = (
    "Vul bij elke rij de kolom oordeel in: positief, wisselend, negatief, niet besproken of niet "
    "te bepalen. Wat in de kolom voorstel staat, telt niet. Leeg is nog niet beoordeeld. Waar bij "
    "gevraagd nee staat, begon iemand er zelf over: een oordeel telt daar apart. Lees de lijst "
    "daarna in met: kwal besluit."
)
NAMES = (
    "Zet in de kolom vervang ja of nee, en verbeter rol en persoon waar het moet. Dezelfde persoon "
    "krijgt in het hele onderzoek hetzelfde pseudoniem. Een naam die ontbreekt, zet u op een eigen "
    "rij. Lees de lijst daarna in met: kwal pseudonimiseer --keuzes BESTAND"
)
SPEAKERS = (
    "Verbeter de kolom rol (interviewer, respondent of onbekend). Moet een spreker anders heten, "
    "of zijn twee sprekers een en dezelfde? Zet dan in de kolom wordt de goede naam. Lees de lijst "
    "daarna in met: kwal importeer --sprekers BESTAND"
)
TOLD = {"left_out": "weggelaten", "kept": "let op", "doubtful": "twijfel"}
FEW = 4
PASSPHRASE = "KWAL_WACHTZIN"
HEADINGS = {
    "certainty": "zekerheid", "code": "thema", "count": "aantal", "counted": "geteld",
    "doubtful": "twijfel", "file": "bestand", "goal": "doel",
    "group": "perspectief", "guide": "leidraad", "high": "hoog", "kind": "soort", "low": "laag",
    "expected": "verwacht", "found": "gevonden", "example": "voorbeeld", "missed": "gemist",
    "pattern": "patroon", "quote": "citaat", "right": "goed", "shared": "gedeeld",
    "similarity": "gelijkenis", "why": "waarom", "wrong": "fout",
    "basis": "rust_op", "corrected": "gecorrigeerd", "part": "deel", "raw": "ruw",
    "prevalence": "komt_voor", "precision": "precisie", "read": "gelezen", "reason": "reden",
    "recall": "vangst", "sensitivity": "sensitiviteit", "specificity": "specificiteit",
    "split": "splitsing", "suggestions": "voorstellen", "warning": "let_op",
    "margin": "marge", "message": "opmerking", "names": "namen", "note": "toelichting",
    "grounds": "gronden", "pseudonym": "pseudoniem", "role": "rol", "transcripts": "gesprekken",
    "figure_n": "n_cijfer", "same_question": "zelfde_vraag", "same_group": "zelfde_groep",
    "same_period": "zelfde_periode", "wording": "formulering",
    "risk": "risico", "risk_reason": "reden", "rule": "regel", "severity": "ernst",
    "place": "plaats", "excerpt": "fragment", "signed": "ondertekend", "level": "niveau",
    "asked": "gevraagd", "because": "waarom", "based_on": "op_grond_van",
    "development": "ontwikkeling",
    "speakers": "sprekers", "state": "oordeel", "text": "tekst", "theme": "thema",
    "transcript": "gesprek", "turn": "beurt", "turns": "beurten", "unasked": "ongevraagd",
    "unit": "eenheid", "usable": "bruikbaar", "valence": "waardering", "value": "waarde",
    "standard": "norm",
    "answer": "antwoord", "bottom": "negatief", "by": "naar", "difference": "verschil",
    "earlier": "eerder", "invited": "uitgenodigd", "later": "later", "mean": "gemiddelde",
    "missing": "niet_ingevuld", "na": "nvt", "n_effective": "n_effectief", "question": "vraag",
    "response": "respons", "returned": "ondervraagden", "sample": "nodig", "share": "aandeel",
    "testable": "te_toetsen", "year_before": "jaar_ervoor", "empty": "leeg",
    "verdict": "lezing", "words": "woorden", "year": "jaar", "rivals": "ook_mogelijk",
    "signed_by": "ondertekend_door", "signed_at": "ondertekend_op",
    "signed_reason": "reden_handtekening",
    "row": "rij", "column": "kolom", "small": "kleine_cel", "passages": "passages",
    "other": "ander_thema", "k_code": "k_thema", "k_other": "k_ander_thema",
    "position": "volgorde", "new": "nieuw", "heard": "gehoord", "median": "midden",
    "following": "daarna_nieuw", "enough": "onder_drempel",
    "k_then": "k_toen", "n_then": "n_toen", "text_then": "toen", "k_now": "k_nu",
    "n_now": "n_nu", "text_now": "nu", "same_goal": "zelfde_doel",
    "same_questions": "zelfde_vragen", "most": "meeste", "perspectives": "perspectieven",
    "undetermined": "niet_te_bepalen", "unread": "ongelezen", "otherwise": "anders",
    "limitations": "methodologische_beperkingen", "coherence": "samenhang",
    "adequacy": "toereikendheid", "relevance": "relevantie", "proposed": "voorstel",
    "confidence": "zekerheid", "graded_by": "door",
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


def show_points(points: pd.DataFrame) -> None:
    """Show what stands in the way of publishing, what to look at, and what was in order."""
    for _, point in points[points["severity"] != "ok"].iterrows():
        colour = "red" if point.severity == "blokkade" and not point.signed else "yellow"
        click.secho(f"{point.severity.upper()}: {point.rule} ({point.place})", fg=colour, bold=True)
        click.echo(f"  {point.excerpt}\n  {point.message}")
        if point.signed:
            click.echo(f"  Ondertekend: {point.signed}. Dit blokkeert niet meer.")
        elif point.severity == "blokkade":
            click.secho(f"  Toch publiceren: kwal onderteken {point.id}", dim=True)
    fine = points.loc[points["severity"] == "ok", "rule"]
    if len(fine):
        click.echo(f"Nagekeken en in orde: {', '.join(fine)}.")
    open_ = int(((points["severity"] == "blokkade") & (points["signed"] == "")).sum())
    click.secho(
        f"{counted_noun(open_, 'blokkade', 'blokkades')}."
        if open_
        else "Niets blokkeert publicatie.",
        bold=True,
    )


def show_measures(measured: pd.DataFrame) -> None:
    """Show how good the suggestions are, what that rests on, and what to beware of."""
    from kwalevaluatie.analysis.measuring import MACRO, MICRO

    first = measured.iloc[0]
    numbers = ["n", "tp", "fp", "fn", "prevalence", "precision", "recall", "f1", "kappa", "ac1"]
    together = measured["code"].isin([MICRO, MACRO])
    for suggestions, rows in measured.groupby("suggestions", sort=False):
        whole = rows["split"] == "alles"
        click.secho(f"Voorstellen {suggestions} van uw besluiten", bold=True)
        show(rows.loc[whole, ["code", *numbers]])
        click.secho("\nNaar register en perspectief", bold=True)
        show(rows.loc[together & ~whole, ["part", "code", "turns", *numbers[1:], "warning"]])
        click.echo()
    click.echo(f"Gemeten op {first['turns']} beurten van gesprekken die helemaal zijn gelezen.")
    click.secho(f"De besluiten zijn genomen: {first['basis']}.", bold=True)
    click.echo("De voorstellen zijn hiervoor opnieuw gedaan: niet die van kwal stel-voor.")
    if first["warning"]:
        click.secho(f"Let op: {first['warning']}.", fg="yellow")


def show_corrected(counts: pd.DataFrame) -> None:
    """Show the counts by machine, raw and corrected, with what they are not."""
    click.secho("ONGEREVIEWD: door de computer geteld, niet door een mens.", fg="yellow", bold=True)
    columns = ["code", "group", "unit", "n", "read", "raw", "corrected", "low", "high", "reason"]
    show(counts[columns], "Er is niemand naar een thema gevraagd.")
    click.echo(f"De gelezen gesprekken zijn gecodeerd: {', '.join(counts['basis'].unique())}.")
    click.echo("Deze tellingen komen niet in het rapport. Tel wat is besloten met: kwal tel thema")


def show_sample(sample: pd.DataFrame) -> None:
    """Say how often the suggestions of the random sample were right."""
    for row in sample.itertuples():
        click.echo(
            f"Steekproef: van de {row.decided} besloten voorstellen klopten er {row.right} "
            f"({row.precision:.0%}; 95% tussen {row.low:.0%} en {row.high:.0%})."
        )


def show_probe(probes: pd.DataFrame) -> None:
    """Show what fires in each sentence, theme by theme, with the pattern and its line."""
    if probes.empty:
        click.echo("Er gaat niets af: geen patroon vindt hier iets, en ook wat geleerd is niet.")
    for passage, found in probes.groupby("passage", sort=False):
        click.secho(f"“{passage}”", bold=True)
        for code, rows in found.groupby("code", sort=False):
            first = rows.iloc[0]
            fate = "voorstel" if first["proposed"] else "te zwak voor een voorstel"
            click.echo(f"  {code}  {_cell(float(first['score']))}  {fate}")
            for row in rows[rows["pattern"] != ""].itertuples():
                line = "" if _missing(row.line) else f", regel {row.line}"
                click.echo(f"    patroon {row.pattern}  ({row.register}{line}): “{row.found}”")
            click.secho(f"    {first['reason']}", dim=True)


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


def to_sign(table: pd.DataFrame) -> pd.DataFrame:
    """The readings that wait for a signature, with what they rest on."""
    waiting = table[table["status"] != "ondertekend"]
    return waiting[["id", "text", "verdict", "grounds", "rivals", "status"]]


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


def _tell_written(target: Path, rows: str, said: str) -> None:
    click.echo(f"Geschreven: {target} ({rows}). {said}")


def write_worklist(found: pd.DataFrame, target: Path) -> None:
    """Write new suggestions as a table to decide in; an existing one is left alone."""
    from kwalevaluatie.frames import worklist

    table = worklist(found[found["status"] == "nieuw"])
    _write_table(table, target, "Voorstellen", WORKLIST)
    _tell_written(target, counted_noun(len(table), "voorstel", "voorstellen"), "Er telt nog niets.")


def write_judgements(proposed: pd.DataFrame, target: Path) -> None:
    """Write what nobody judged yet as a table to judge in; an existing one is left alone."""
    from kwalevaluatie.frames import worklist_of_judgements

    table = worklist_of_judgements(proposed[proposed["status"] == "nieuw"])
    _write_table(table, target, "Oordelen", JUDGEMENTS)
    _tell_written(target, counted_noun(len(table), "voorstel", "voorstellen"), "Er telt nog niets.")


def write_names(proposed: pd.DataFrame, target: Path) -> None:
    """Write what was found as a table to go through; an existing one is left alone."""
    from kwalevaluatie.frames import worklist_of_names

    table = worklist_of_names(proposed)
    _write_table(table, target, "Namen", NAMES)
    _tell_written(target, counted_noun(len(table), "regel", "regels"), "Dit bestand bevat namen.")


def write_speakers(speakers: pd.DataFrame, target: Path) -> None:
    """Write who speaks as a table to correct."""
    from kwalevaluatie.frames import worklist_of_speakers

    _write_table(worklist_of_speakers(speakers), target, "Sprekers", SPEAKERS)
    _tell_written(
        target, counted_noun(len(speakers), "spreker", "sprekers"), "Dit bestand bevat namen."
    )


def _write_table(table: pd.DataFrame, target: Path, sheet: str, note: str) -> None:
    from kwalevaluatie.files import write_text

    if target.exists():
        raise KwalError(
            "de werklijst bestaat al", where=target, todo="Kies een andere naam, of verplaats haar."
        )
    if target.suffix.lower() not in (".csv", ".xlsx"):
        raise KwalError(
            f"“{target.suffix}” is geen werklijst", where=target, todo="Kies .xlsx of .csv."
        )
    if target.suffix.lower() == ".csv":
        write_text(target, "\ufeff" + table.to_csv(index=False, sep=";"))
    else:
        from kwalevaluatie.report.workbook import write_workbook

        write_workbook(target, {sheet: table}, {sheet: note})


def show_notes(read: pd.DataFrame) -> None:
    """Show per conversation what was left out, what was kept and what is doubtful."""
    for _, row in read.iterrows():
        told = [(head, row[column]) for column, head in TOLD.items() if row[column]]
        if told:
            click.secho(str(row["transcript"]), bold=True)
        for head, message in told:
            click.echo(f"  {head}: {message}")


def show_risks(risks: pd.DataFrame) -> None:
    """Warn of conversations in which somebody may be known by what is told, names apart."""
    raised = risks[risks["risk"] != "laag"]
    if not raised.empty:
        click.secho("Misschien te herkennen aan wat er wordt verteld, ook zonder naam:", bold=True)
        show(raised.drop(columns="score"))


def show_names(proposed: pd.DataFrame) -> None:
    """Show what is to be replaced, and in short what stays."""
    from kwalevaluatie.frames import found_names

    found = found_names(proposed)
    goes = found["replace"].astype(bool)
    columns = ["transcript", "kind", "text", "pseudonym", "count", "certainty"]
    show(found.loc[goes, columns], "Geen namen of nummers gevonden om te vervangen.")
    if not goes.all():
        click.secho("\nDit blijft staan, tenzij u anders kiest:", bold=True)
        stays = found[~goes].groupby(["kind", "text"], sort=False)
        counts = stays.agg(count=("count", "sum"), transcripts=("transcript", _some))
        show(counts.reset_index().sort_values(["kind", "text"]))


def _some(names: pd.Series[str]) -> str:
    return first_of(list(names), FEW)


def agrees(question: str) -> bool:
    """Whether the person at the keyboard says ja; anything else is nee."""
    said = click.prompt(f"{question} (ja/nee)", default="nee", show_default=False)
    return str(said).strip().lower() in ("ja", "j")


def passphrase(*, new: bool) -> str:
    """The passphrase of the key: from the environment, or asked at a terminal; else nothing."""
    given = os.environ.get(PASSPHRASE, "")
    if given or not sys.stdin.isatty():
        return given
    if not new:
        return str(click.prompt("Wachtzin van de sleutel", hide_input=True))
    click.echo("Bedenk een wachtzin voor de sleutel (wie is wie). Zonder wachtzin: druk op Enter.")
    return str(
        click.prompt(
            "Wachtzin", hide_input=True, confirmation_prompt="Nog eens", default="",
            show_default=False,
        )
    )  # fmt: skip


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
