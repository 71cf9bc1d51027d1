"""Who speaks in the raw conversations, as a table that people may correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kwalevaluatie.errors import ProblemList, TableError, hint
from kwalevaluatie.intake import Raw
from kwalevaluatie.model import ROLES, Transcript

if TYPE_CHECKING:
    import pandas as pd

DUTCH = {"gesprek": "transcript", "spreker": "speaker", "rol": "role", "wordt": "becomes"}
REQUIRED = ("gesprek", "spreker", "rol")
FORMULA = ("=", "+", "-", "@")
BEGINNING = 8

Row = tuple[int | None, Mapping[str, str]]
Corrections = dict[str, tuple[str, str]]


def speaker_rows(transcripts: Iterable[Transcript]) -> Iterator[dict[str, Any]]:
    """A row for every speaker: who, in what role, how much, and the first words."""
    for transcript in transcripts:
        first = {turn.speaker: turn.text for turn in reversed(transcript.turns)}
        for speaker in transcript.speakers:
            yield {
                "transcript": transcript.id,
                "speaker": _no_formula(speaker.label),
                "role": speaker.role,
                "becomes": "",
                "turns": speaker.turns,
                "words": speaker.words,
                "begins": _no_formula(" ".join(first[speaker.label].split()[:BEGINNING])),
            }


def corrected(source: str | Path | pd.DataFrame, raw: Raw, frozen: set[str]) -> list[Transcript]:
    """The conversations with the speakers of a table; only those that change.

    Raises ProblemList with every row that cannot be right; then nothing is to be kept.
    """
    place, rows = _rows(source)
    wanted: dict[str, Corrections] = {}
    problems: list[TableError] = []
    for line, row in rows:
        if problem := _problem(row, raw, wanted):
            problems.append(TableError(problem[0], where=place, line=line, todo=problem[1]))
        else:
            label = _label(row["speaker"])
            becomes = _label(row.get("becomes", "")) or label
            wanted.setdefault(row["transcript"], {})[label] = (becomes, row["role"].lower())
    changed = list(_changed(wanted, raw, frozen, place, problems))
    if problems:
        raise ProblemList(tuple(problems), todo="Er is nog niets veranderd.")
    return changed


def _rows(source: str | Path | pd.DataFrame) -> tuple[Path | None, list[Row]]:
    if isinstance(source, str | Path):
        from kwalevaluatie.formats.tables import read_rows

        place = Path(source)
        return place, [(line, _english(row)) for line, row in read_rows(place, REQUIRED)]
    records = source.astype(object).where(source.notna(), "").to_dict("records")
    return None, [(None, _english(record)) for record in records]


def _english(row: Mapping[Any, Any]) -> dict[str, str]:
    return {DUTCH.get(str(key), str(key)): str(value).strip() for key, value in row.items()}


def _problem(
    row: Mapping[str, str], raw: Raw, wanted: Mapping[str, Corrections]
) -> tuple[str, str] | None:
    """What is wrong with a row and what to do about it; nothing when it can be right."""
    name, label = row.get("transcript", ""), _label(row.get("speaker", ""))
    if name not in raw.ids:
        return f"gesprek “{name}” is niet ingelezen", hint(name, raw.ids) or "Lees het eerst in."
    if label not in {speaker.label for speaker in raw[name].speakers}:
        return (
            f"deze spreker komt in gesprek “{name}” niet voor",
            "Laat de kolom spreker zoals zij is.",
        )
    if row.get("role", "").lower() not in ROLES:
        return f"de rol “{row.get('role', '')}” bestaat niet", f"Kies uit: {', '.join(ROLES)}."
    if label in wanted.get(name, {}):
        return f"deze spreker van gesprek “{name}” staat er twee keer in", "Laat één rij staan."
    return None


def _changed(
    wanted: Mapping[str, Corrections], raw: Raw, frozen: set[str], place: Path | None,
    problems: list[TableError],
) -> Iterator[Transcript]:  # fmt: skip
    for name, corrections in wanted.items():
        before = raw[name]
        try:
            after = before.with_speakers(corrections)
        except ValueError:
            problems.append(TableError(
                f"in gesprek “{name}” krijgt één spreker twee rollen", where=place,
                todo="Geef sprekers die één worden (kolom wordt) dezelfde rol.",
            ))  # fmt: skip
            continue
        if after != before and name in frozen:
            problems.append(TableError(
                f"gesprek “{name}” is al bevroren", where=place,
                todo="Zet de rijen van dit gesprek terug, of haal ze weg.",
            ))  # fmt: skip
        elif after != before:
            yield after


def _no_formula(text: str) -> str:
    """Text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _label(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text
