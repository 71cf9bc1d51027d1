"""Reads open survey answers from a table: one row a respondent, each row a conversation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.cleaning import plain, squeeze
from kwalevaluatie.formats.transcripts.columns import Kind, is_nothing, kind_of
from kwalevaluatie.formats.transcripts.conversation import interpret
from kwalevaluatie.formats.transcripts.lines import Content
from kwalevaluatie.formats.transcripts.sheets import Row, read_sheet
from kwalevaluatie.formats.transcripts.sounds import sound_notes
from kwalevaluatie.formats.transcripts.tables import is_titled, table_lines
from kwalevaluatie.model.transcript import ReadNote, Transcript, Turn

ASKS, ANSWERS = "Vraag", "Antwoord"
_UNFIT = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Survey:
    """A table of answers: what every column holds, and the rows below the headings."""

    headings: Sequence[str]
    kinds: Sequence[Kind]
    rows: Sequence[Row]

    def columns(self, kind: Kind) -> list[int]:
        """The places of the columns of one kind."""
        return [place for place, one in enumerate(self.kinds) if one == kind]


def read_answers(file: Path) -> tuple[Transcript, ...]:
    """The conversations of a table: one a row, or one in all when it tells who says what."""
    rows, notes = read_sheet(file)
    if is_titled([row.cells for row in rows]):
        lines = tuple(table_lines(row.cells for row in rows))
        return (interpret(Content(lines, notes), file.stem, file),)
    survey = _survey(rows, file)
    said = [(row, turns) for row in survey.rows if (turns := tuple(_turns(survey, row)))]
    if not said:
        raise _no_questions(file)
    told = (*notes, *_notes(survey, len(survey.rows) - len(said)))
    names = _names([row for row, _ in said], survey)
    return tuple(
        _transcript(f"{file.stem}-{name}", survey, row, turns, told if not number else ())
        for number, (name, (row, turns)) in enumerate(zip(names, said, strict=True))
    )


def read_single(path: Path, id: str) -> Transcript:
    """The one conversation of a table; an error when it holds several respondents."""
    read = read_answers(path)
    if len(read) > 1:
        raise TranscriptError(
            f"In deze tabel staan de antwoorden van {len(read)} respondenten.",
            where=path,
            todo="Lees haar in met kwal importeer of met read_answers; elke rij wordt een gesprek.",
        )
    return replace(read[0], id=id)


def _survey(rows: Sequence[Row], path: Path) -> Survey:
    if len(rows) < 2:
        raise _no_questions(path)
    headings = [squeeze(plain(cell)) for cell in rows[0].cells]
    body = [replace(row, cells=_filled(row.cells, len(headings))) for row in rows[1:]]
    kinds = [
        kind_of(heading, [row.cells[place] for row in body])
        for place, heading in enumerate(headings)
    ]
    if "open" not in kinds:
        raise _no_questions(path)
    return Survey(headings, kinds, body)


def _filled(cells: Sequence[str], width: int) -> tuple[str, ...]:
    made = tuple(squeeze(plain(cell)) for cell in cells[:width])
    return made + ("",) * (width - len(made))


def _turns(survey: Survey, row: Row) -> Iterator[Turn]:
    for place in survey.columns("open"):
        if not is_nothing(row.cells[place]):
            yield Turn(ASKS, "interviewer", survey.headings[place])
            yield Turn(ANSWERS, "respondent", row.cells[place])


def _names(rows: Sequence[Row], survey: Survey) -> list[str]:
    """What every row is called: the respondent's number, else the number of the row."""
    numbers = {row.line: str(at) for at, row in enumerate(survey.rows, start=1)}
    column = next(iter(survey.columns("respondent")), None)
    given = [numbers[row.line] if column is None else row.cells[column] for row in rows]
    names = [_UNFIT.sub("-", name).strip("-.") for name in given]
    double = {name.casefold() for name, count in Counter(names).items() if count > 1 or not name}
    return [
        f"{name}-{numbers[row.line]}".strip("-") if name.casefold() in double else name
        for name, row in zip(names, rows, strict=True)
    ]


def _transcript(
    id: str, survey: Survey, row: Row, turns: tuple[Turn, ...], notes: tuple[ReadNote, ...]
) -> Transcript:
    left = len(survey.columns("open")) - len(turns) // 2
    empty = (ReadNote("weggelaten", f"Vragen zonder antwoord: {left}.", row.line),) if left else ()
    heard = sound_notes(turn.text for turn in turns if turn.role == "respondent")
    return Transcript(id, turns, _metadata(survey, row), (*notes, *empty, *heard))


def _metadata(survey: Survey, row: Row) -> Mapping[str, str]:
    return {
        survey.headings[place].casefold(): row.cells[place]
        for place in survey.columns("kenmerk")
        if survey.headings[place] and not is_nothing(row.cells[place])
    }


def _notes(survey: Survey, empty: int) -> Iterator[ReadNote]:
    asked, told = (len(survey.columns(kind)) for kind in ("open", "kenmerk"))
    yield ReadNote("behouden", f"Kolommen gelezen als open vraag: {asked}, als kenmerk: {told}.")
    if personal := survey.columns("persoonlijk"):
        listed = ", ".join(survey.headings[place].casefold() for place in personal)
        yield ReadNote("weggelaten", f"Kolommen met persoonsgegevens weggelaten: {listed}.")
    if empty:
        yield ReadNote("weggelaten", f"Rijen zonder antwoord op een open vraag: {empty}.")


def _no_questions(path: Path) -> TranscriptError:
    return TranscriptError(
        "Geen open vragen gevonden in deze tabel.",
        where=path,
        todo="Zet in de eerste rij de vragen en daaronder een rij per respondent.",
    )
