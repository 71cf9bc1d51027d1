"""What is remarked on a number, in Dutch: what it is, why, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from kwalevaluatie.checking.bound import Row
from kwalevaluatie.checking.registered.mentions import Mention
from kwalevaluatie.model.reported import Remark, Severity
from kwalevaluatie.wording import k_of_n

AROUND = 60


def changed(mention: Mention, row: Row) -> Remark:
    """A number that is not what was printed."""
    if row.reading.kind == "woord" or mention.reading.kind == "woord":
        return unfitting(mention, row)
    message = (
        f"Hier is “{row.text}” gedrukt ({row.id}{_count(row)}) en nu staat er "
        f"“{mention.text.strip()}”. Zet het cijfer terug. Klopt het niet, verbeter dan de "
        "besluiten en maak het rapport opnieuw."
    )
    return _remark(mention, "gewijzigd cijfer", "fout", message)


def unfitting(mention: Mention, row: Row) -> Remark:
    """A quantifier that does not fit the count it is said of."""
    count = k_of_n(row.k or 0, row.n or 0) if row.counts else row.text
    message = (
        f"“{mention.text.strip()}” past niet bij het aantal: {count} ({row.id}). "
        f"Kies een woord dat past{_printed(row)}, of noem alleen het aantal."
    )
    return _remark(mention, "hoeveelheidswoord past niet", "fout", message)


def contradicted(mention: Mention, row: Row) -> Remark:
    """A number that says something else than the register does."""
    message = (
        f"Het register zegt hier “{row.text}” ({row.id}{_count(row)}). Neem dat over, of zeg "
        "duidelijker wat dit andere getal telt."
    )
    return _remark(mention, "cijfer in tegenspraak", "fout", message)


def unproven(mention: Mention, *, serious: bool, row: Row | None) -> Remark:
    """A number that is in no row."""
    nearest = f" Het dichtst erbij staat “{row.text}” ({row.id})." if row is not None else ""
    message = (
        f"Dit getal staat in geen enkele rij van het register.{nearest} Haal het weg, of noem de "
        "bron en neem het daaruit over."
    )
    return _remark(mention, "cijfer zonder bewijs", "fout" if serious else "let op", message)


def loose_cells(cells: Sequence[Mention]) -> Remark:
    """The numbers of a table that are in no row, as one remark."""
    numbers = ", ".join(dict.fromkeys(cell.text for cell in cells))
    message = (
        f"In deze tabel staan getallen die niet uit het register komen: {numbers}. Noem onder de "
        "tabel de bron."
    )
    also = tuple(dict.fromkeys(cell.paragraph.first.number for cell in cells))
    return _remark(cells[0], "cijfer zonder bewijs", "let op", message, also[1:])


def without_count(mention: Mention) -> Remark:
    """A quantifier of which the register has no count."""
    message = (
        "Bij dit woord staat geen aantal, en het register heeft er geen cijfer bij. Noem hoeveel "
        "mensen dit zeiden, van hoeveel gevraagd."
    )
    return _remark(mention, "hoeveelheidswoord zonder cijfer", "let op", message)


def other_people(mention: Mention, row: Row) -> Remark:
    """A number that is said of another group than it counts."""
    message = (
        f"Dit getal telt {row.group} ({row.id}), maar er staat een andere groep bij. Zet de groep "
        "terug, of neem het cijfer van de groep die u bedoelt."
    )
    return _remark(mention, "andere groep", "fout", message)


def other_state(mention: Mention, row: Row, said: str) -> Remark:
    """A number that is said of another judgement than it counts."""
    message = (
        f"Dit getal telt het oordeel {row.state} ({row.id}), maar er staat {said} bij. Zet het "
        "oordeel terug, of neem het cijfer van dat oordeel."
    )
    return _remark(mention, "ander oordeel", "fout", message)


def other_goal(mention: Mention, row: Row, goal: str) -> Remark:
    """A number that stands where another goal is told of."""
    message = (
        f"Dit getal hoort bij het doel {row.goal} ({row.id}), maar de tekst gaat over {goal}. Zet "
        "het terug waar het hoort."
    )
    return _remark(mention, "ander doel", "fout", message)


def _count(row: Row) -> str:
    return f": k = {row.k}, n = {row.n}" if row.counts else ""


def _printed(row: Row) -> str:
    return f" (er stond “{row.text}”)" if row.reading.kind == "woord" else ""


def _remark(
    mention: Mention, rule: str, severity: Severity, message: str, also: tuple[int, ...] = ()
) -> Remark:
    line, start = mention.paragraph.at(mention.start)
    stop = min(start + mention.stop - mention.start, len(line.text))
    return Remark(line.number, rule, severity, _excerpt(mention), message, start, stop, also)


def _excerpt(mention: Mention) -> str:
    text = mention.paragraph.text
    first, last = max(0, mention.start - AROUND), min(len(text), mention.stop + AROUND)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{text[first:last].strip()}{after}"
