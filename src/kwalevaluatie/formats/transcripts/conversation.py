"""From plain lines to a conversation: the steps that every format shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kwalevaluatie.errors import TranscriptError
from kwalevaluatie.formats.transcripts.chat import without_chat_words
from kwalevaluatie.formats.transcripts.cleaning import clean_content
from kwalevaluatie.formats.transcripts.header import mark_header, read_header
from kwalevaluatie.formats.transcripts.headings import without_headings
from kwalevaluatie.formats.transcripts.inline import split_speakers
from kwalevaluatie.formats.transcripts.labels import Labels
from kwalevaluatie.formats.transcripts.lines import Content, Line
from kwalevaluatie.formats.transcripts.marks import with_colons
from kwalevaluatie.formats.transcripts.numbering import without_numbers
from kwalevaluatie.formats.transcripts.people import people_in
from kwalevaluatie.formats.transcripts.roles import find_roles
from kwalevaluatie.formats.transcripts.sounds import sound_notes
from kwalevaluatie.formats.transcripts.system_lines import without_system_lines
from kwalevaluatie.formats.transcripts.timecodes import move_times
from kwalevaluatie.formats.transcripts.turns import merge, read_utterances, time_notes
from kwalevaluatie.formats.transcripts.unlabelled import name_speakers
from kwalevaluatie.model.transcript import ReadNote, Transcript, Turn

LONG_HEADER = 80
QUESTION = frozenset({"vraag", "v"})

Notes = tuple[ReadNote, ...]


@dataclass(frozen=True, slots=True)
class _Parted:
    """A text parted in header and talk, with the labels of those who speak."""

    lines: tuple[Line, ...]
    header: tuple[Line, ...]
    labels: Labels
    notes: Notes = ()


def interpret(content: Content, id: str, where: Path | None = None) -> Transcript:
    """Make a conversation of plain lines: header, labels, turns, roles."""
    lines, layout_notes = _plain_lines(content)
    parted = _parted(lines)
    spoken, heading_notes = without_headings(parted.lines, parted.labels)
    said = read_utterances(spoken, parted.labels)
    if not said:
        raise _no_speakers(parted.lines, where)
    metadata = read_header(parted.header)
    turns = tuple(merge(said))
    roles, role_notes = find_roles(turns, people_in(metadata))
    notes = (
        *layout_notes,
        *parted.notes,
        *heading_notes,
        *time_notes(said),
        *_header_notes(parted.header),
        *sound_notes(turn.text for turn in turns),
        *_label_notes(parted.labels),
        *role_notes,
    )
    told = (Turn(turn.speaker, roles[turn.speaker], turn.text, turn.seconds) for turn in turns)
    return Transcript(id, tuple(told), metadata, notes)


def _plain_lines(content: Content) -> tuple[tuple[Line, ...], Notes]:
    """The lines without numbers and messages of the software, a colon behind every label."""
    cleaned = clean_content(content)
    bare, numbers = without_numbers(cleaned.lines)
    spoken, messages = without_system_lines(without_chat_words(bare))
    marked, marks = with_colons(tuple(move_times(spoken)))
    apart, splits = split_speakers(marked)
    return mark_header(apart), (*cleaned.notes, *numbers, *messages, *marks, *splits)


def _parted(lines: tuple[Line, ...]) -> _Parted:
    """Header and labels; where nobody who answers is named, questions may stand out."""
    header, labels = _divide(lines)
    named, notes = name_speakers(lines) if labels.accepted <= QUESTION else ((), ())
    return _Parted(named, *_divide(named), notes) if named else _Parted(lines, header, labels)


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
    if labels.misspelt:
        listed = ", ".join(f'"{label}"' for label in dict.fromkeys(labels.misspelt.values()))
        message = f"Verschreven sprekers: {len(labels.misspelt)}; gelezen als {listed}."
        yield ReadNote("twijfel", message)
    if labels.shortened:
        listed = ", ".join(f'"{label}"' for label in labels.shortened)
        message = f"Kort en voluit geschreven, als één spreker gelezen: {listed}."
        yield ReadNote("aangepast", message)
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
    what = "Geen sprekers gevonden."
    return TranscriptError(what, where=where, line=lines[0].number, todo=todo)
