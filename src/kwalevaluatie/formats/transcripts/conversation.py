"""From plain lines to a conversation: the steps that every format shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.cleaning import clean_content, squeeze
from kwalevaluatie.formats.transcripts.header import mark_header, read_header
from kwalevaluatie.formats.transcripts.labels import Labels
from kwalevaluatie.formats.transcripts.lines import Content, Line
from kwalevaluatie.formats.transcripts.people import people_in
from kwalevaluatie.formats.transcripts.roles import find_roles
from kwalevaluatie.formats.transcripts.system_lines import without_system_lines
from kwalevaluatie.formats.transcripts.timecodes import move_times
from kwalevaluatie.formats.transcripts.turns import merge, read_utterances, time_notes
from kwalevaluatie.model.transcript import ReadNote, Transcript, Turn

LONG_HEADER = 80


def interpret(content: Content, id: str, where: Path | None = None) -> Transcript:
    """Make a conversation of plain lines: header, labels, turns, roles."""
    cleaned = clean_content(content)
    spoken, system_notes = without_system_lines(cleaned.lines)
    lines = mark_header(tuple(move_times(spoken)))
    header, labels = _divide(lines)
    said = read_utterances(lines, labels)
    if not said:
        raise _no_speakers(lines, where)
    metadata = read_header(header)
    turns = tuple(merge(said))
    roles, role_notes = find_roles(turns, people_in(metadata))
    notes = (*cleaned.notes, *system_notes, *time_notes(said), *_header_notes(header))
    return Transcript(
        id=id,
        turns=tuple(
            Turn(turn.speaker, roles[turn.speaker], turn.text, turn.seconds) for turn in turns
        ),
        metadata=metadata,
        notes=(*notes, *_label_notes(labels), *role_notes),
    )


def _divide(lines: Sequence[Line]) -> tuple[tuple[Line, ...], Labels]:
    certain = [line for line in lines if line.header]
    labels = Labels(lines, people_in(read_header(certain)))
    start = next((index for index in range(len(lines)) if labels.speaks(index)), len(lines))
    return (*lines[:start], *(line for line in lines[start:] if line.header)), labels


def _header_notes(header: Iterable[Line]) -> Iterator[ReadNote]:
    free = [line for line in header if not line.header]
    if sum(len(line.text.split()) for line in free) > LONG_HEADER:
        message = "Veel tekst vóór de eerste spreker; die is als kop gelezen en telt niet mee."
        yield ReadNote("twijfel", message, free[0].number)


def _label_notes(labels: Labels) -> Iterator[ReadNote]:
    for line, found in labels.doubtful:
        how = "" if found.key in labels.accepted else "niet "
        message = f'"{found.label}:" komt één keer voor en is {how}als spreker gelezen.'
        yield ReadNote("twijfel", message, line.number)


def _no_speakers(lines: Sequence[Line], where: Path | None) -> TranscriptError:
    todo = (
        "Begin elke beurt met wie er spreekt en een dubbele punt, bijvoorbeeld "
        '"I: Hoe gaat het?" en "R: Goed."'
    )
    if not lines:
        return TranscriptError("Er staat geen tekst in.", where=where, todo=todo)
    shown = squeeze(lines[0].text)[:80]
    what = f'Geen sprekers gevonden. De tekst begint zo: "{shown}"'
    return TranscriptError(what, where=where, line=lines[0].number, todo=todo)
